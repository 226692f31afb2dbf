#include "scene.h"

#include "builder.h"

static const char *const kind_names[] = {
    [SCENE_LAYER_BEGIN] = "layer", [SCENE_LAYER_END] = "end-layer", [SCENE_CLIP_BEGIN] = "clip",
    [SCENE_CLIP_END] = "end-clip", [SCENE_PATH] = "path",           [SCENE_IMAGE] = "image",
    [SCENE_SYMBOL] = "symbol",     [SCENE_TEXT] = "text",
};

static void write_number(struct builder *out, const char *key, double value) {
    builder_format(out, " %s=", key);
    builder_add_number(out, value, 2);
}

static void write_pair(struct builder *out, double a, double b) {
    builder_add_number(out, a, 2);
    builder_add_char(out, ',');
    builder_add_number(out, b, 2);
}

static void write_point(struct builder *out, const char *key, struct page_point point) {
    builder_format(out, " %s=", key);
    write_pair(out, point.x, point.y);
}

static void write_box(struct builder *out, struct page_box box) {
    builder_add_c(out, " box=");
    write_pair(out, box.left, box.top);
    builder_add_char(out, ',');
    write_pair(out, box.right, box.bottom);
}

static void write_colour(struct builder *out, const char *key, struct colour colour) {
    if (colour.opacity <= 0)
        return;
    builder_format(out, " %s=#%02x%02x%02x", key, colour.red, colour.green, colour.blue);
    if (colour.opacity < 1) {
        builder_add_char(out, '@');
        builder_add_number(out, colour.opacity, 2);
    }
}

static void write_stroke(struct builder *out, const struct stroke *stroke) {
    if (stroke->width <= 0 || stroke->colour.opacity <= 0)
        return;
    write_colour(out, "stroke", stroke->colour);
    write_number(out, "width", stroke->width);
    for (int i = 0; i < stroke->dash_count; i++)
        write_number(out, i == 0 ? "dash" : "gap", stroke->dash[i]);
}

static void write_hatch(struct builder *out, const struct hatch *hatch) {
    if (hatch->spacing <= 0)
        return;
    write_colour(out, "hatch", hatch->colour);
    write_number(out, "spacing", hatch->spacing);
    write_number(out, "hatch-angle", hatch->angle);
}

static void write_shape(struct builder *out, const struct page_shape *shape) {
    builder_add_c(out, " d=\"");
    for (size_t i = 0; i < shape->count; i++) {
        const struct page_path *path = &shape->items[i];
        for (size_t k = 0; k < path->count; k++) {
            builder_add_char(out, k == 0 ? 'M' : ' ');
            write_pair(out, path->points[k].x, path->points[k].y);
        }
        builder_add_c(out, path->closed ? "Z" : "");
    }
    builder_add_char(out, '"');
}

static void write_style(struct builder *out, const struct text_style *style) {
    builder_format(out, " font=%s-%d%s", style->family == FONT_SERIF ? "serif" : "sans", style->weight,
                   style->italic ? "-italic" : "");
    write_number(out, "size", style->size);
    if (style->letter_spacing > 0)
        write_number(out, "spacing", style->letter_spacing);
    write_colour(out, "colour", style->colour);
    if (style->halo_width > 0)
        write_colour(out, "halo", style->halo);
}

static void write_text(struct builder *out, const struct scene_item *item) {
    static const char *const anchors[] = {"start", "middle", "end"};
    builder_add_char(out, ' ');
    builder_add_json(out, item->text);
    builder_format(out, " lang=%.*s", TEXT_ARGS(item->lang));
    if (item->cluster_count == 0) {
        write_point(out, "at", item->at);
        builder_format(out, " anchor=%s", anchors[item->anchor]);
        if (item->angle > 0 || item->angle < 0)
            write_number(out, "angle", item->angle);
    }
    for (size_t i = 0; i < item->cluster_count; i++) {
        write_point(out, "c", item->clusters[i].at);
        builder_add_char(out, ',');
        builder_add_number(out, item->clusters[i].angle, 2);
    }
    write_style(out, &item->style);
}

/* The picture itself as a checksum: 64-bit FNV-1a of its bytes. */
static void write_image(struct builder *out, const struct scene_item *item) {
    const struct scene_image *image = &item->image;
    size_t size = (size_t)image->width * (size_t)image->height * 4;
    struct text pixels = {(const char *)image->pixels, size};
    write_box(out, item->box);
    builder_format(out, " pixels=%dx%d fnv=%016llx", image->width, image->height,
                   (unsigned long long)text_hash(pixels));
}

static void write_path(struct builder *out, const struct scene_item *item) {
    write_colour(out, "fill", item->fill);
    write_hatch(out, &item->hatch);
    write_stroke(out, &item->stroke);
    write_shape(out, &item->shape);
}

static void write_symbol(struct builder *out, const struct scene_item *item) {
    builder_format(out, " %.*s", TEXT_ARGS(item->symbol));
    write_point(out, "at", item->at);
    write_number(out, "size", item->size);
    write_colour(out, "fill", item->fill);
    write_stroke(out, &item->stroke);
    if (item->text.size > 0)
        builder_format(out, " “%.*s”", TEXT_ARGS(item->text));
}

static void write_item(struct builder *out, const struct scene_item *item) {
    builder_add_c(out, kind_names[item->kind]);
    if (item->name.size > 0)
        builder_format(out, " [%.*s]", TEXT_ARGS(item->name));
    switch (item->kind) {
    case SCENE_CLIP_BEGIN: write_box(out, item->box); break;
    case SCENE_PATH: write_path(out, item); break;
    case SCENE_IMAGE: write_image(out, item); break;
    case SCENE_SYMBOL: write_symbol(out, item); break;
    case SCENE_TEXT: write_text(out, item); break;
    case SCENE_LAYER_BEGIN:
    case SCENE_LAYER_END:
    case SCENE_CLIP_END: break;
    }
    builder_add_char(out, '\n');
}

static void write_line(struct builder *out, const char *key, struct text value) {
    builder_format(out, "%s ", key);
    builder_add_json(out, value);
    builder_add_char(out, '\n');
}

struct text scene_write(struct arena *arena, const struct scene *scene) {
    struct builder out = builder_new(arena);
    write_line(&out, "scene", scene->id);
    write_line(&out, "title", scene->title);
    write_line(&out, "description", scene->description);
    write_line(&out, "lang", scene->lang);
    write_line(&out, "credits", scene->credits);
    builder_add_c(&out, "page ");
    write_pair(&out, scene->width, scene->height);
    builder_add_char(&out, '\n');
    for (size_t i = 0; i < scene->count; i++)
        write_item(&out, &scene->items[i]);
    return builder_text(&out);
}
