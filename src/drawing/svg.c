#include "base64.h"
#include "fonts.h"
#include "hatch.h"
#include "path_data.h"
#include "picture.h"
#include "png_image.h"
#include "svg_text.h"
#include "symbols.h"

#include <math.h>
#include <string.h>

/* "past-incidents" → "Past incidents". */
static struct text layer_title(struct arena *arena, struct text name) {
    char *title = text_c(arena, name);
    if (title[0] >= 'a' && title[0] <= 'z')
        title[0] = (char)(title[0] - 'a' + 'A');
    for (char *c = title; *c; c++)
        *c = *c == '-' || *c == '_' ? ' ' : *c;
    return text_of(title);
}

static void open_layer(struct svg_writer *svg, const struct scene_item *item) {
    svg_indent(svg);
    builder_add_c(&svg->out, "<g");
    svg_id(svg, item->name.size ? item->name : TEXT("layer"));
    builder_add_c(&svg->out, " inkscape:groupmode=\"layer\" inkscape:label=\"");
    builder_add_xml(&svg->out, layer_title(svg->out.arena, item->name));
    builder_add_c(&svg->out, "\">\n");
}

/* The box is in the id: were two drawings of one map in one page, a clip found by its id would be the same in both. */
static struct text clip_id(struct svg_writer *svg, struct page_box box) {
    const double sides[] = {box.left, box.top, box.right, box.bottom};
    struct builder id = builder_new(svg->out.arena);
    builder_format(&id, "%.*s_clip_%d", TEXT_ARGS(svg->prefix), ++svg->clips);
    for (int i = 0; i < 4; i++)
        builder_format(&id, "-%lld", isfinite(sides[i]) ? llround(sides[i] * 100) : 0);
    return builder_text(&id);
}

static void open_clip(struct svg_writer *svg, const struct scene_item *item) {
    struct text id = clip_id(svg, item->box);
    svg_indent(svg);
    builder_format(&svg->out, "<clipPath id=\"%.*s\"><rect", TEXT_ARGS(id));
    svg_box(svg, item->box);
    builder_add_c(&svg->out, "/></clipPath>\n");
    svg_indent(svg);
    builder_format(&svg->out, "<g clip-path=\"url(#%.*s)\" inkscape:groupmode=\"layer\" inkscape:label=\"Map\">\n",
                   TEXT_ARGS(id));
}

static void begin_group(struct svg_writer *svg, const struct scene_item *item) {
    if (svg->depth >= SVG_DEEPEST)
        return;
    if (item->kind == SCENE_LAYER_BEGIN)
        open_layer(svg, item);
    else
        open_clip(svg, item);
    svg->open[svg->depth++] = item->kind;
}

/* Ends the group only if it is the one that is open. */
static void end_group(struct svg_writer *svg, enum scene_kind begun) {
    if (svg->depth > 0 && svg->open[svg->depth - 1] == begun) {
        svg->depth--;
        svg_indent(svg);
        builder_add_c(&svg->out, "</g>\n");
    }
}

static void add_shape_data(struct svg_writer *svg, const struct page_shape *shape) {
    struct path_data data = {.builder = &svg->out};
    for (size_t i = 0; i < shape->count; i++) {
        const struct page_path *path = &shape->items[i];
        for (size_t k = 0; k < path->count; k++)
            if (k == 0)
                path_data_move(&data, path->points[0]);
            else
                path_data_line(&data, path->points[k]);
        if (path->closed && path->count > 0)
            path_data_close(&data);
    }
}

static void add_stroke(struct svg_writer *svg, const struct stroke *stroke) {
    svg_colour(svg, "stroke", stroke->colour);
    svg_number(svg, "stroke-width", stroke->width);
    if (stroke->round)
        builder_add_c(&svg->out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    for (int i = 0; i < stroke->dash_count; i++) {
        builder_add_c(&svg->out, i == 0 ? " stroke-dasharray=\"" : " ");
        builder_add_number(&svg->out, stroke->dash[i], 2);
    }
    builder_add_c(&svg->out, stroke->dash_count > 0 ? "\"" : "");
}

static bool has_stroke(const struct stroke *stroke) {
    return stroke->width > 0 && stroke->colour.opacity > 0;
}

/* The parts of a path item that are wanted; the first that is written has the id. */
static void add_path(struct svg_writer *svg, const struct scene_item *item, bool filled, bool stroked, bool named) {
    svg_indent(svg);
    builder_add_c(&svg->out, "<path");
    if (named)
        svg_id(svg, item->name);
    svg_colour(svg, "fill", filled ? item->fill : (struct colour){0, 0, 0, 0});
    if (item->even_odd && filled)
        builder_add_c(&svg->out, " fill-rule=\"evenodd\"");
    if (stroked)
        add_stroke(svg, &item->stroke);
    builder_add_c(&svg->out, " d=\"");
    add_shape_data(svg, &item->shape);
    builder_add_c(&svg->out, "\"/>\n");
}

static void add_hatch(struct svg_writer *svg, const struct scene_item *item) {
    struct page_shape lines = hatch_lines(svg->out.arena, &item->hatch, &item->shape, item->even_odd, svg->page);
    if (lines.count == 0)
        return;
    svg_indent(svg);
    builder_add_c(&svg->out, "<path fill=\"none\"");
    add_stroke(svg, &(struct stroke){.colour = item->hatch.colour, .width = item->hatch.width});
    builder_add_c(&svg->out, " d=\"");
    add_shape_data(svg, &lines);
    builder_add_c(&svg->out, "\"/>\n");
}

static void write_path(struct svg_writer *svg, const struct scene_item *item) {
    bool hatched = hatch_is_visible(&item->hatch), stroked = has_stroke(&item->stroke), filled = item->fill.opacity > 0;
    if (item->shape.count == 0)
        return;
    if (filled || (stroked && !hatched))
        add_path(svg, item, filled, stroked && !hatched, true);
    if (hatched)
        add_hatch(svg, item);
    if (hatched && stroked)
        add_path(svg, item, false, true, !filled);
}

struct image_rows {
    const struct scene_image *image;
    bool opaque;
};

static void image_row(void *context, int y, uint8_t *pixels) {
    const struct image_rows *rows = context;
    size_t width = (size_t)rows->image->width;
    const uint8_t *from = rows->image->pixels + (size_t)y * width * 4;
    if (!rows->opaque) {
        memcpy(pixels, from, width * 4);
        return;
    }
    for (size_t x = 0; x < width; x++)
        memcpy(pixels + 3 * x, from + 4 * x, 3);
}

static bool is_opaque(const struct scene_image *image) {
    size_t count = (size_t)image->width * (size_t)image->height;
    for (size_t i = 0; i < count; i++)
        if (image->pixels[4 * i + 3] != 255)
            return false;
    return true;
}

static bool write_image(struct svg_writer *svg, const struct scene_item *item, struct error *error) {
    if (item->image.width < 1 || item->image.height < 1)
        return true;
    struct image_rows rows = {&item->image, is_opaque(&item->image)};
    struct png_image image = {.width = item->image.width,
                              .height = item->image.height,
                              .channels = rows.opaque ? 3 : 4,
                              .row = image_row,
                              .context = &rows};
    struct text png;
    if (!png_image_write(&image, svg->out.arena, &png, error))
        return false;
    svg_indent(svg);
    builder_add_c(&svg->out, "<image");
    svg_id(svg, item->name);
    svg_box(svg, item->box);
    builder_add_c(&svg->out, " preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,");
    base64_add(&svg->out, png);
    builder_add_c(&svg->out, "\"/>\n");
    return true;
}

/* One part of a symbol, in the given colour, `wider` units of the grid wider. */
static void add_symbol_part(struct svg_writer *svg, const struct symbol_part *part, struct colour colour,
                            double wider) {
    bool stroked = part->line > 0 || wider > 0;
    svg_indent(svg);
    builder_add_c(&svg->out, "<path");
    svg_colour(svg, "fill", part->line > 0 ? (struct colour){0, 0, 0, 0} : colour);
    if (stroked)
        add_stroke(svg, &(struct stroke){.colour = colour, .width = part->line + 2 * wider, .round = true});
    builder_format(&svg->out, " d=\"%s\"/>\n", part->path);
}

static void add_badge_text(struct svg_writer *svg, const struct scene_item *badge) {
    struct scene_item number = {
        .kind = SCENE_TEXT, .text = badge->text, .lang = badge->lang, .style = symbol_badge_style(badge)};
    number.at = (struct page_point){badge->at.x, badge->at.y + symbol_badge_baseline(badge)};
    number.anchor = ANCHOR_MIDDLE;
    svg_text_write(svg, &number, 1);
}

static void write_symbol(struct svg_writer *svg, const struct scene_item *item) {
    const struct symbol *symbol = symbol_find(item->symbol);
    double unit = item->size / SYMBOL_GRID;
    if (!(unit > 0) || !isfinite(unit))
        return;
    svg_indent(svg);
    builder_add_c(&svg->out, "<g");
    svg_id(svg, item->name);
    builder_add_c(&svg->out, " transform=\"translate(");
    svg_point(svg, item->at);
    builder_add_c(&svg->out, ")");
    if (item->angle != 0) {
        builder_add_c(&svg->out, " rotate(");
        builder_add_number(&svg->out, item->angle, 2);
        builder_add_c(&svg->out, ")");
    }
    builder_add_c(&svg->out, " scale(");
    builder_add_number(&svg->out, unit, 4);
    builder_add_c(&svg->out, ")\">\n");
    svg->inside++;
    for (const struct symbol_part *part = symbol->parts; part->path && has_stroke(&item->stroke); part++)
        if (part->colour == SYMBOL_INK)
            add_symbol_part(svg, part, item->stroke.colour, item->stroke.width / unit);
    for (const struct symbol_part *part = symbol->parts; part->path; part++)
        add_symbol_part(svg, part, part->colour == SYMBOL_INK ? item->fill : symbol_paper(item), 0);
    svg->inside--;
    svg_indent(svg);
    builder_add_c(&svg->out, "</g>\n");
    if (item->text.size)
        add_badge_text(svg, item);
}

static void open_document(struct svg_writer *svg, const struct scene *scene) {
    builder_add_c(&svg->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                             " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"");
    builder_format(&svg->out, " id=\"%.*s\"", TEXT_ARGS(svg->prefix));
    svg_number(svg, "width", scene->width);
    svg_number(svg, "height", scene->height);
    builder_add_c(&svg->out, " viewBox=\"0 0 ");
    svg_point(svg, (struct page_point){scene->width, scene->height});
    builder_format(&svg->out, "\" role=\"img\" aria-labelledby=\"%.*s_title %.*s_desc\"", TEXT_ARGS(svg->prefix),
                   TEXT_ARGS(svg->prefix));
    if (scene->lang.size) {
        builder_add_c(&svg->out, " lang=\"");
        builder_add_xml(&svg->out, scene->lang);
        builder_add_c(&svg->out, "\" xml:lang=\"");
        builder_add_xml(&svg->out, scene->lang);
        builder_add_c(&svg->out, "\"");
    }
    builder_add_c(&svg->out, " font-family=\"");
    builder_add_xml(&svg->out, fonts_family_list(svg->out.arena, (struct font_needs){0, 0, FONT_SANS}));
    builder_add_char(&svg->out, '"');
    builder_format(&svg->out, ">\n<title id=\"%.*s_title\">", TEXT_ARGS(svg->prefix));
    builder_add_xml(&svg->out, scene->title);
    builder_format(&svg->out, "</title>\n<desc id=\"%.*s_desc\">", TEXT_ARGS(svg->prefix));
    builder_add_xml(&svg->out, scene->description);
    builder_add_c(&svg->out, "</desc>\n");
}

static bool write_item(struct svg_writer *svg, const struct scene_item *item, struct error *error) {
    switch (item->kind) {
    case SCENE_LAYER_BEGIN:
    case SCENE_CLIP_BEGIN: begin_group(svg, item); break;
    case SCENE_LAYER_END: end_group(svg, SCENE_LAYER_BEGIN); break;
    case SCENE_CLIP_END: end_group(svg, SCENE_CLIP_BEGIN); break;
    case SCENE_PATH: write_path(svg, item); break;
    case SCENE_IMAGE: return write_image(svg, item, error);
    case SCENE_SYMBOL: write_symbol(svg, item); break;
    case SCENE_TEXT: break;
    }
    return true;
}

static bool write_items(struct svg_writer *svg, const struct scene *scene, struct error *error) {
    for (size_t i = 0; i < scene->count; i++)
        if (scene->items[i].kind == SCENE_TEXT)
            i += svg_text_write(svg, scene->items + i, scene->count - i) - 1;
        else if (!write_item(svg, &scene->items[i], error))
            return false;
    while (svg->depth > 0)
        end_group(svg, svg->open[svg->depth - 1]);
    return true;
}

bool picture_svg(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) {
    if (!(scene->width >= 1 && scene->height >= 1 && scene->width <= 1e6 && scene->height <= 1e6))
        return error_set(error, ERROR_USAGE, "a picture of %.0f × %.0f cannot be drawn", scene->width, scene->height);
    struct svg_writer svg = svg_writer_new(scene, lettering, options->svg_paths, arena);
    open_document(&svg, scene);
    if (!write_items(&svg, scene, error))
        return false;
    builder_add_c(&svg.out, "</svg>\n");
    *bytes = builder_text(&svg.out);
    return true;
}
