#include "lettering_draw.h"
#include "shaping.h"

#include <math.h>
#include <string.h>

enum text_form { OUTLINE, GLYPHS };

static double radians(double degrees) {
    return isfinite(degrees) ? degrees * (G_PI / 180) : 0;
}

/* How far left of its anchor a line begins, in units of the line. */
static double anchor_shift(const struct shaped_line *shaped, enum text_anchor anchor) {
    if (anchor == ANCHOR_START)
        return 0;
    PangoRectangle logical;
    pango_layout_line_get_extents(shaped->line, NULL, &logical);
    double width = shaping_units(logical.width);
    return anchor == ANCHOR_MIDDLE ? width / 2 : width;
}

/* The outline of the line, made once: from its left end, on its baseline. On a surface with edges, Cairo would drop
 * what is beyond. */
static const cairo_path_t *outline_of(const struct shaped_line *shaped) {
    if (!*shaped->outline) {
        cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
        cairo_t *cairo = cairo_create(surface);
        cairo_move_to(cairo, 0, 0);
        pango_cairo_layout_line_path(cairo, shaped->line);
        *shaped->outline = cairo_copy_path(cairo);
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
    }
    return *shaped->outline;
}

static void place(cairo_t *cairo, struct page_point at, double angle, double scale) {
    cairo_translate(cairo, at.x, at.y);
    cairo_rotate(cairo, radians(angle));
    cairo_scale(cairo, scale, scale);
}

static void draw_straight(const struct lettering *lettering, const struct scene_item *item, cairo_t *cairo,
                          enum text_form form) {
    struct shaped_line shaped = shaping_line(lettering, &item->style, item->text, item->lang, true);
    cairo_save(cairo);
    place(cairo, item->at, item->angle, shaped.scale);
    cairo_translate(cairo, -anchor_shift(&shaped, item->anchor), 0);
    if (form == OUTLINE) {
        cairo_append_path(cairo, outline_of(&shaped));
    } else {
        cairo_move_to(cairo, 0, 0);
        pango_cairo_show_layout_line(cairo, shaped.line);
    }
    cairo_restore(cairo);
}

/* The glyphs [from, to) of a run as a run of their own, for drawing; shares everything with the whole. */
static void draw_glyphs(cairo_t *cairo, const PangoGlyphItem *run, int from, int to, struct text printable,
                        uint32_t start, uint32_t end, enum text_form form) {
    PangoGlyphString glyphs = {to - from, run->glyphs->glyphs + from, run->glyphs->log_clusters + from, 0};
    if (form == OUTLINE) {
        pango_cairo_glyph_string_path(cairo, run->item->analysis.font, &glyphs);
        return;
    }
    int log_clusters[64] = {0};
    PangoItem item = *run->item;
    item.offset = (int)start;
    item.length = (int)(end - start);
    item.num_chars = (int)text_code_points(text_slice(printable, start, end));
    glyphs.log_clusters = log_clusters;
    PangoGlyphItem part = {.item = &item, .glyphs = &glyphs};
    if (to - from <= 64)
        pango_cairo_show_glyph_item(cairo, printable.data, &part);
}

static const struct placed_cluster *find_cluster(const struct scene_item *item, uint32_t start) {
    for (size_t i = 0; i < item->cluster_count; i++)
        if (item->clusters[i].start <= start && start < item->clusters[i].end)
            return &item->clusters[i];
    return NULL;
}

static void draw_run_clusters(PangoGlyphItem *run, const struct scene_item *item, const struct shaped_line *shaped,
                              cairo_t *cairo, enum text_form form) {
    PangoGlyphItemIter iter;
    struct text printable = shaped->printable;
    for (gboolean more = pango_glyph_item_iter_init_start(&iter, run, printable.data); more;
         more = pango_glyph_item_iter_next_cluster(&iter)) {
        const struct placed_cluster *placed = find_cluster(item, (uint32_t)iter.start_index);
        bool backwards = iter.start_glyph > iter.end_glyph;
        int from = backwards ? iter.end_glyph + 1 : iter.start_glyph;
        int to = backwards ? iter.start_glyph + 1 : iter.end_glyph;
        if (!placed || !isfinite(placed->at.x) || !isfinite(placed->at.y))
            continue;
        cairo_save(cairo);
        place(cairo, placed->at, placed->angle, shaped->scale);
        cairo_move_to(cairo, 0, 0);
        draw_glyphs(cairo, run, from, to, printable, (uint32_t)iter.start_index, (uint32_t)iter.end_index, form);
        cairo_restore(cairo);
    }
}

static void draw_text(const struct lettering *lettering, const struct scene_item *item, cairo_t *cairo,
                      enum text_form form) {
    if (item->text.size == 0 || !isfinite(item->at.x) || !isfinite(item->at.y))
        return;
    if (item->cluster_count == 0) {
        draw_straight(lettering, item, cairo, form);
        return;
    }
    struct shaped_line shaped = shaping_line(lettering, &item->style, item->text, item->lang, false);
    for (GSList *run = shaped.line->runs; run; run = run->next)
        draw_run_clusters(run->data, item, &shaped, cairo, form);
}

void lettering_outline(const struct lettering *lettering, const struct scene_item *item, cairo_t *cairo) {
    draw_text(lettering, item, cairo, OUTLINE);
}

void lettering_show(const struct lettering *lettering, const struct scene_item *item, cairo_t *cairo) {
    draw_text(lettering, item, cairo, GLYPHS);
}
