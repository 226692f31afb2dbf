#include "canvas.h"
#include "hatch.h"
#include "lettering_draw.h"
#include "path_data.h"
#include "symbols.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST_SIDE = 32000, DEEPEST = 64, FARTHEST = 1000000 };

static const double largest_area = 400e6;
static const double points_per_unit = 0.75; /* 72 points, 96 page units an inch */
static const double pi = 3.14159265358979323846;

struct canvas {
    cairo_surface_t *surface;
    cairo_t *cairo;
    struct builder *document; /* PDF: the bytes so far; else NULL */
    int width, height;        /* device pixels */
};

/* What drawing needs besides the item. */
struct drawing {
    cairo_t *cairo;
    const struct lettering *lettering;
    struct page_box page;
    bool selectable; /* text as glyphs, not as outlines */
};

static bool sane_size(double width, double height, double scale) {
    double x = width * scale, y = height * scale;
    return isfinite(x) && isfinite(y) && scale > 0 && x >= 1 && y >= 1 && x <= LARGEST_SIDE && y <= LARGEST_SIDE &&
           x * y <= largest_area;
}

static bool size_error(const struct scene *scene, double scale, struct error *error) {
    return error_set(error, ERROR_USAGE,
                     "a picture of %.0f × %.0f pixels cannot be drawn: sides are 1 to %d, area up to 400 megapixels",
                     scene->width * scale, scene->height * scale, (int)LARGEST_SIDE);
}

/* Takes the surface over. */
static bool open_on(cairo_surface_t *surface, int width, int height, struct builder *document, struct canvas **canvas,
                    struct error *error) {
    cairo_t *cairo = cairo_create(surface);
    struct canvas *made = malloc(sizeof *made);
    if (!made || cairo_status(cairo) != CAIRO_STATUS_SUCCESS) {
        error_set(error, ERROR_ENVIRONMENT, "cannot make a picture of %d × %d pixels: %s", width, height,
                  cairo_status_to_string(cairo_status(cairo)));
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
        free(made);
        return false;
    }
    *made = (struct canvas){surface, cairo, document, width, height};
    *canvas = made;
    return true;
}

bool canvas_open_pixels(const struct scene *scene, double scale, struct canvas **canvas, struct error *error) {
    if (!sane_size(scene->width, scene->height, scale))
        return size_error(scene, scale, error);
    int width = (int)lround(scene->width * scale), height = (int)lround(scene->height * scale);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    if (!open_on(surface, width, height, NULL, canvas, error))
        return false;
    cairo_t *cairo = (*canvas)->cairo;
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, width / scene->width, height / scene->height);
    return true;
}

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int size) {
    struct builder *document = closure;
    builder_add(document, (struct text){(const char *)data, size});
    return CAIRO_STATUS_SUCCESS;
}

static void add_metadata(cairo_surface_t *surface, const struct scene *scene, const char *date, struct arena *arena) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, text_c(arena, scene->title));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, text_c(arena, scene->description));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "bordermap");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Without a clip, Cairo takes a colour over the whole page for a new beginning, and forgets the tags that are open. */
static void clip_to_page(cairo_t *cairo, const struct scene *scene) {
    cairo_rectangle(cairo, 0, 0, scene->width, scene->height);
    cairo_clip(cairo);
}

bool canvas_open_pdf(const struct scene *scene, const char *date, struct arena *arena, struct canvas **canvas,
                     struct error *error) {
    if (!sane_size(scene->width, scene->height, 1))
        return size_error(scene, 1, error);
    struct builder *document = ARENA_NEW(arena, struct builder);
    *document = builder_new(arena);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, document, scene->width * points_per_unit,
                                                                   scene->height * points_per_unit);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    add_metadata(surface, scene, date, arena);
    if (!open_on(surface, (int)ceil(scene->width), (int)ceil(scene->height), document, canvas, error))
        return false;
    cairo_tag_begin((*canvas)->cairo, "Document", NULL);
    cairo_tag_begin((*canvas)->cairo, "Figure", NULL);
    cairo_scale((*canvas)->cairo, points_per_unit, points_per_unit);
    clip_to_page((*canvas)->cairo, scene);
    return true;
}

void canvas_close(struct canvas *canvas) {
    if (canvas) {
        cairo_destroy(canvas->cairo);
        cairo_surface_destroy(canvas->surface);
        free(canvas);
    }
}

static void use_colour(cairo_t *cairo, struct colour colour) {
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, colour.opacity);
}

/* How many of the dashes to use: none if Cairo would take them for an error. */
static int usable_dashes(const struct stroke *stroke) {
    double sum = 0;
    for (int i = 0; i < stroke->dash_count; i++)
        sum += stroke->dash[i] >= 0 ? stroke->dash[i] : (double)NAN;
    return sum > 0 && sum < LARGEST_SIDE ? stroke->dash_count : 0;
}

/* Page units: the corners of thinner lines look the same without arcs, which cost Cairo much. */
static const double thinnest_round_join = 2;

static void use_stroke(cairo_t *cairo, const struct stroke *stroke) {
    use_colour(cairo, stroke->colour);
    cairo_set_line_width(cairo, stroke->width);
    cairo_set_dash(cairo, stroke->dash, usable_dashes(stroke), 0);
    cairo_set_line_cap(cairo, stroke->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    bool round_joins = stroke->round && stroke->width >= thinnest_round_join;
    cairo_set_line_join(cairo, round_joins ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_miter_limit(cairo, 4);
}

/* The first line goes from nowhere: to Cairo, that is a move. Points that are none, or beyond its numbers, are left
 * out. */
static void add_shape(cairo_t *cairo, const struct page_shape *shape) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct page_path *path = &shape->items[i];
        cairo_new_sub_path(cairo);
        for (size_t k = 0; k < path->count; k++) {
            double x = path->points[k].x, y = path->points[k].y;
            if (!(fabs(x) < FARTHEST && fabs(y) < FARTHEST))
                continue;
            cairo_line_to(cairo, x, y);
        }
        if (path->closed && path->count > 0)
            cairo_close_path(cairo);
    }
}

static void draw_hatch(const struct drawing *drawing, const struct scene_item *item) {
    struct arena *arena = arena_open();
    struct page_shape lines = hatch_lines(arena, &item->hatch, &item->shape, item->even_odd, drawing->page);
    cairo_new_path(drawing->cairo);
    add_shape(drawing->cairo, &lines);
    use_stroke(drawing->cairo, &(struct stroke){.colour = item->hatch.colour, .width = item->hatch.width});
    cairo_stroke(drawing->cairo);
    arena_close(arena);
}

/* Lines and areas are long: with 4 × 4 samples a pixel they take half the time, and the eye finds no difference. */
static void draw_path(const struct drawing *drawing, const struct scene_item *item) {
    cairo_t *cairo = drawing->cairo;
    bool hatched = hatch_is_visible(&item->hatch), stroked = item->stroke.width > 0 && item->stroke.colour.opacity > 0;
    cairo_new_path(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST);
    add_shape(cairo, &item->shape);
    cairo_set_fill_rule(cairo, item->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    if (item->fill.opacity > 0) {
        use_colour(cairo, item->fill);
        cairo_fill_preserve(cairo);
    }
    if (hatched) {
        draw_hatch(drawing, item);
        cairo_new_path(cairo);
        add_shape(cairo, &item->shape);
    }
    if (stroked) {
        use_stroke(cairo, &item->stroke);
        cairo_stroke(cairo);
    }
    cairo_new_path(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
}

/* One row of RGBA into Cairo's premultiplied ARGB words. */
static void premultiply_row(const uint8_t *from, uint32_t *to, int width) {
    for (int x = 0; x < width; x++, from += 4) {
        uint32_t alpha = from[3];
        uint32_t red = from[0] * alpha + 127, green = from[1] * alpha + 127, blue = from[2] * alpha + 127;
        to[x] = alpha << 24 | red / 255 << 16 | green / 255 << 8 | blue / 255;
    }
}

static void draw_image(cairo_t *cairo, const struct scene_item *item) {
    const struct scene_image *image = &item->image;
    double width_shown = item->box.right - item->box.left, height_shown = item->box.bottom - item->box.top;
    bool visible = width_shown > 0 && height_shown > 0 && width_shown < FARTHEST && height_shown < FARTHEST;
    if (!visible || image->width < 1 || image->height < 1 || image->width > LARGEST_SIDE ||
        image->height > LARGEST_SIDE)
        return;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image->width, image->height);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        unsigned char *rows = cairo_image_surface_get_data(surface);
        size_t stride = (size_t)cairo_image_surface_get_stride(surface), width = (size_t)image->width;
        for (size_t y = 0; y < (size_t)image->height; y++)
            premultiply_row(image->pixels + y * width * 4, (uint32_t *)(void *)(rows + y * stride), image->width);
        cairo_surface_mark_dirty(surface);
    }
    cairo_save(cairo);
    cairo_rectangle(cairo, item->box.left, item->box.top, width_shown, height_shown);
    cairo_clip(cairo);
    cairo_translate(cairo, item->box.left, item->box.top);
    cairo_scale(cairo, width_shown / image->width, height_shown / image->height);
    cairo_set_source_surface(cairo, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BILINEAR);
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
    cairo_paint(cairo);
    cairo_restore(cairo);
    cairo_surface_destroy(surface);
}

static void add_symbol_path(cairo_t *cairo, const char *path) {
    struct symbol_step step;
    cairo_new_path(cairo);
    while (symbol_step_next(&path, &step)) {
        const struct page_point *p = step.points;
        switch (step.verb) {
        case 'M': cairo_move_to(cairo, p[0].x, p[0].y); break;
        case 'L': cairo_line_to(cairo, p[0].x, p[0].y); break;
        case 'C': cairo_curve_to(cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y); break;
        default: cairo_close_path(cairo); break;
        }
    }
}

static void stroke_round(cairo_t *cairo, double width) {
    use_stroke(cairo, &(struct stroke){.colour = {0, 0, 0, 0}, .width = width, .round = true});
}

/* The casing: the ink, wider, in the colour of the paper. `casing` is its width in units of the grid. */
static void draw_casing(cairo_t *cairo, const struct symbol *symbol, double casing, struct colour paper) {
    for (const struct symbol_part *part = symbol->parts; part->path; part++) {
        if (part->colour == SYMBOL_INK) {
            add_symbol_path(cairo, part->path);
            stroke_round(cairo, part->line + 2 * casing);
            use_colour(cairo, paper);
            cairo_stroke(cairo);
        }
    }
}

static void draw_symbol_parts(cairo_t *cairo, const struct symbol *symbol, struct colour ink, struct colour paper) {
    for (const struct symbol_part *part = symbol->parts; part->path; part++) {
        add_symbol_path(cairo, part->path);
        stroke_round(cairo, part->line);
        use_colour(cairo, part->colour == SYMBOL_INK ? ink : paper);
        if (part->line > 0)
            cairo_stroke(cairo);
        else
            cairo_fill(cairo);
    }
}

static void draw_symbol(const struct drawing *drawing, const struct scene_item *item) {
    cairo_t *cairo = drawing->cairo;
    const struct symbol *symbol = symbol_find(item->symbol);
    double unit = item->size / SYMBOL_GRID;
    if (!(unit > 0 && unit < LARGEST_SIDE && fabs(item->at.x) < FARTHEST && fabs(item->at.y) < FARTHEST))
        return;
    cairo_save(cairo);
    cairo_translate(cairo, item->at.x, item->at.y);
    cairo_rotate(cairo, isfinite(item->angle) ? item->angle * pi / 180 : 0);
    cairo_scale(cairo, unit, unit);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
    if (item->stroke.width > 0 && item->stroke.colour.opacity > 0)
        draw_casing(cairo, symbol, item->stroke.width / unit, item->stroke.colour);
    draw_symbol_parts(cairo, symbol, item->fill, symbol_paper(item));
    cairo_restore(cairo);
}

static bool has_halo(const struct scene_item *item) {
    return item->style.halo_width > 0 && item->style.halo.opacity > 0;
}

/* Halos need no fine curves or edges: half a device pixel of tolerance and 4 × 4 samples a pixel take half the time. */
static void draw_halo(const struct drawing *drawing, const struct scene_item *item) {
    cairo_t *cairo = drawing->cairo;
    cairo_new_path(cairo);
    lettering_outline(drawing->lettering, item, cairo);
    stroke_round(cairo, item->style.halo_width * 2);
    use_colour(cairo, item->style.halo);
    cairo_set_tolerance(cairo, 0.5);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_FAST);
    cairo_stroke(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
    cairo_set_tolerance(cairo, 0.1);
}

static void draw_letters(const struct drawing *drawing, const struct scene_item *item) {
    cairo_t *cairo = drawing->cairo;
    use_colour(cairo, item->style.colour);
    if (drawing->selectable) {
        lettering_show(drawing->lettering, item, cairo);
        return;
    }
    cairo_new_path(cairo);
    lettering_outline(drawing->lettering, item, cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
    cairo_fill(cairo);
}

/* Texts that follow each other: all halos, then all letters, so that no halo eats a neighbour's letters. Returns how
 * many. */
static size_t draw_texts(const struct drawing *drawing, const struct scene_item *items, size_t count) {
    size_t run = 0;
    while (run < count && items[run].kind == SCENE_TEXT) {
        if (has_halo(&items[run]))
            draw_halo(drawing, &items[run]);
        run++;
    }
    for (size_t i = 0; i < run; i++)
        draw_letters(drawing, &items[i]);
    return run;
}

static void draw_badge_text(const struct drawing *drawing, const struct scene_item *badge) {
    struct scene_item number = {
        .kind = SCENE_TEXT, .text = badge->text, .lang = badge->lang, .style = symbol_badge_style(badge)};
    number.at = (struct page_point){badge->at.x, badge->at.y + symbol_badge_baseline(badge)};
    number.anchor = ANCHOR_MIDDLE;
    draw_letters(drawing, &number);
}

static void begin_clip(cairo_t *cairo, struct page_box box, int *depth) {
    if (*depth < DEEPEST) {
        cairo_save(cairo);
        cairo_rectangle(cairo, box.left, box.top, box.right - box.left, box.bottom - box.top);
        cairo_clip(cairo);
        ++*depth;
    }
}

static void end_clip(cairo_t *cairo, int *depth) {
    if (*depth > 0) {
        cairo_restore(cairo);
        --*depth;
    }
}

static void draw_item(const struct drawing *drawing, const struct scene_item *item, int *depth) {
    switch (item->kind) {
    case SCENE_CLIP_BEGIN: begin_clip(drawing->cairo, item->box, depth); break;
    case SCENE_CLIP_END: end_clip(drawing->cairo, depth); break;
    case SCENE_PATH: draw_path(drawing, item); break;
    case SCENE_IMAGE: draw_image(drawing->cairo, item); break;
    case SCENE_SYMBOL:
        draw_symbol(drawing, item);
        if (item->text.size)
            draw_badge_text(drawing, item);
        break;
    case SCENE_LAYER_BEGIN:
    case SCENE_LAYER_END:
    case SCENE_TEXT: break;
    }
}

void canvas_draw(struct canvas *canvas, const struct scene *scene, const struct lettering *lettering) {
    struct drawing drawing = {canvas->cairo, lettering, {0, 0, scene->width, scene->height}, canvas->document != NULL};
    int depth = 0;
    for (size_t i = 0; i < scene->count; i++)
        if (scene->items[i].kind == SCENE_TEXT)
            i += draw_texts(&drawing, scene->items + i, scene->count - i) - 1;
        else
            draw_item(&drawing, &scene->items[i], &depth);
    while (depth > 0)
        end_clip(canvas->cairo, &depth);
}

bool canvas_finish(struct canvas *canvas, struct text *bytes, struct error *error) {
    if (canvas->document) {
        cairo_tag_end(canvas->cairo, "Figure");
        cairo_tag_end(canvas->cairo, "Document");
        cairo_show_page(canvas->cairo);
    }
    cairo_status_t drawn = cairo_status(canvas->cairo);
    cairo_surface_flush(canvas->surface);
    if (canvas->document)
        cairo_surface_finish(canvas->surface);
    cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(canvas->surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return error_set(error, ERROR_ENVIRONMENT, "the picture cannot be drawn: %s", cairo_status_to_string(status));
    if (canvas->document)
        *bytes = builder_text(canvas->document);
    return true;
}

int canvas_width(const struct canvas *canvas) {
    return canvas->width;
}

int canvas_height(const struct canvas *canvas) {
    return canvas->height;
}

void canvas_row(const struct canvas *canvas, int y, uint8_t *rgb) {
    const unsigned char *data = cairo_image_surface_get_data(canvas->surface);
    const uint32_t *row =
        (const uint32_t *)(const void *)(data + (size_t)y * (size_t)cairo_image_surface_get_stride(canvas->surface));
    for (int x = 0; x < canvas->width; x++) {
        uint32_t pixel = row[x];
        rgb[3 * x] = (uint8_t)(pixel >> 16);
        rgb[3 * x + 1] = (uint8_t)(pixel >> 8);
        rgb[3 * x + 2] = (uint8_t)pixel;
    }
}

static struct page_point data_point(const cairo_path_data_t *data) {
    return (struct page_point){data->point.x, data->point.y};
}

struct text canvas_text_outline(const struct lettering *lettering, const struct scene_item *item, struct arena *arena) {
    struct builder text = builder_new(arena);
    struct path_data out = {.builder = &text};
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
    cairo_t *cairo = cairo_create(surface);
    lettering_outline(lettering, item, cairo);
    cairo_path_t *path = cairo_copy_path(cairo);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO: path_data_move(&out, data_point(data + 1)); break;
        case CAIRO_PATH_LINE_TO: path_data_line(&out, data_point(data + 1)); break;
        case CAIRO_PATH_CURVE_TO:
            path_data_curve(&out, data_point(data + 1), data_point(data + 2), data_point(data + 3));
            break;
        case CAIRO_PATH_CLOSE_PATH: path_data_close(&out); break;
        }
    }
    cairo_path_destroy(path);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return builder_text(&text);
}
