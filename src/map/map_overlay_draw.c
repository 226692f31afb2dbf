#include "map_overlay_draw.h"

#include "list.h"
#include "scene_add.h"
#include "source_layer.h"

#include <math.h>

enum { LABELS_MOST = 120 };

static const double least_area = 500; /* square page units of an area that is named inside */

/* An overlay on its way to the page. */
struct own_layer {
    struct composition *composition;
    const struct map_overlay *overlay;
    struct text name; /* "overlay:1" */
    struct paint paint;
    bool points, lines, areas; /* what of it is in the frame */
    size_t labels;
};

static struct paint paint_of(const struct map_overlay *overlay, double unit) {
    struct paint paint = {.fill = overlay->fill, .icon = overlay->symbol, .icon_size = overlay->size * unit};
    paint.line = overlay->dashes;
    paint.line.colour = overlay->colour;
    paint.line.width = overlay->width * unit;
    paint.line.round = overlay->dashes.dash_count == 0;
    for (int i = 0; i < paint.line.dash_count; i++)
        paint.line.dash[i] *= unit;
    if (!isnan(overlay->hatch))
        paint.hatch = (struct hatch){overlay->colour, fmin(overlay->width, 1.2) * unit, 6 * unit, overlay->hatch};
    return paint;
}

static struct label *add_label(struct own_layer *own, enum label_target target, enum style_layer layer,
                               struct text words) {
    if (words.size == 0 || own->labels == LABELS_MOST)
        return NULL;
    own->labels++;
    struct label *label = composition_label(own->composition, target, layer, words, own->name, 2);
    label->style.colour = own->overlay->colour;
    label->style.colour.opacity = 1;
    return label;
}

static void draw_points(struct own_layer *own, const struct feature *feature) {
    struct composition *composition = own->composition;
    struct stroke rim = {.colour = {255, 255, 255, 0.9}, .width = 1.2 * composition->unit};
    for (size_t i = 0; i < feature->shape.count; i++) {
        struct page_point at = frame_project(&composition->frame, feature->shape.paths[i].points[0]);
        if (!frame_shows(&composition->frame, at, 0))
            continue;
        scene_add_symbol(composition->scene, composition->arena, own->name, own->paint.icon, at, own->paint.icon_size,
                         own->overlay->colour, rim);
        composition_dot(composition, at, own->paint.icon_size / 2);
        own->points = true;
        struct label *label = add_label(own, LABEL_POINT, STYLE_SITE, feature->fields[0]);
        if (label) {
            label->point = at;
            label->clearance = own->paint.icon_size / 2 + 1.5 * composition->unit;
        }
    }
}

static void draw_lines(struct own_layer *own, const struct feature *feature) {
    struct composition *composition = own->composition;
    struct page_shape shape = composition_project(composition, &feature->shape);
    if (shape.count == 0)
        return;
    scene_add_line(composition->scene, composition->arena, own->name, shape, own->paint.line);
    obstacles_line(&composition->obstacles, shape, composition->arena);
    own->lines = true;
    struct label *label = add_label(own, LABEL_LINE, STYLE_RIVER_NAME, feature->fields[0]);
    if (label)
        label->shape = shape;
}

/* The rings as lines: cut areas run along the edge of the page, which is not to be stroked. */
static struct shape outline_of(const struct shape *area, struct arena *arena) {
    struct shape lines = {SHAPE_LINES, ARENA_ARRAY(arena, struct path, area->count), area->count, area->count};
    for (size_t i = 0; i < area->count; i++) {
        size_t count = area->paths[i].count;
        lines.paths[i] = (struct path){ARENA_ARRAY(arena, struct lonlat, count + 1), count + 1};
        for (size_t k = 0; k <= count; k++)
            lines.paths[i].points[k] = area->paths[i].points[k % count];
    }
    return lines;
}

static void draw_area(struct own_layer *own, const struct feature *feature) {
    struct composition *composition = own->composition;
    struct page_shape shape = composition_project(composition, &feature->shape);
    struct shape rings = outline_of(&feature->shape, composition->arena);
    struct page_shape outline = composition_project(composition, &rings);
    if (shape.count > 0) {
        struct scene_item *item =
            scene_add_area(composition->scene, composition->arena, own->name, shape, own->paint.fill);
        item->even_odd = true;
        item->hatch = own->paint.hatch;
        own->areas = true;
    }
    if (outline.count > 0)
        scene_add_line(composition->scene, composition->arena, own->name, outline, own->paint.line);
    double square = fabs(page_shape_extent(&shape)) / composition->unit / composition->unit;
    struct label *label = square < least_area ? NULL : add_label(own, LABEL_AREA, STYLE_AREA_NAME, feature->fields[0]);
    if (label) {
        label->shape = shape;
        label->point = page_shape_inside(&shape);
    }
}

/* One sample: of the area if it has any, else of the line, else of the symbol. */
static void add_to_legend(struct own_layer *own) {
    struct composition *composition = own->composition;
    enum legend_sample sample = own->areas ? LEGEND_AREA : own->lines ? LEGEND_LINE : LEGEND_SYMBOL;
    if (own->overlay->legend.size == 0)
        return;
    bool known = legend_find(&composition->legend, own->overlay->legend) != NULL;
    struct legend_entry *entry =
        composition_legend(composition, sample, STYLE_LEGEND, own->paint.icon, own->overlay->legend);
    if (known)
        return;
    struct paint *paint = ARENA_NEW(composition->arena, struct paint);
    *paint = own->paint;
    if (sample == LEGEND_SYMBOL) {
        paint->fill = own->overlay->colour;
        paint->line = (struct stroke){0};
    }
    entry->paint = paint;
}

static bool draw_overlay(struct composition *composition, const struct map_overlay *overlay, size_t number,
                         struct error *error) {
    struct own_layer own = {.composition = composition, .overlay = overlay};
    struct source_query query = {overlay->layer, overlay->where, overlay->label, composition->frame.bounds,
                                 composition->frame.tolerance * composition->frame.km_per_unit / KM_PER_DEGREE};
    struct feature_list features;
    struct text remark;
    if (!source_layer_read(overlay->path, &query, composition->arena, &features, &remark, error))
        return error_context(error, "--overlay");
    if (remark.size > 0)
        composition_remark(composition, text_format(composition->arena, "overlay: %.*s", TEXT_ARGS(remark)));
    own.name = text_format(composition->arena, "overlay:%zu", number);
    own.paint = paint_of(overlay, composition->unit);
    for (size_t i = 0; i < features.count; i++) {
        switch (features.items[i].shape.kind) {
        case SHAPE_POINTS: draw_points(&own, &features.items[i]); break;
        case SHAPE_LINES: draw_lines(&own, &features.items[i]); break;
        case SHAPE_AREA: draw_area(&own, &features.items[i]); break;
        }
    }
    bool drawn = own.points || own.lines || own.areas;
    if (!drawn && (features.count > 0 || remark.size == 0))
        composition_remark(composition,
                           text_format(composition->arena, "overlay: nothing of %s is in the frame", overlay->path));
    if (!drawn)
        return true;
    add_to_legend(&own);
    text_list_add(&composition->credits, overlay->credit, composition->arena);
    return true;
}

bool map_overlays_draw(struct composition *composition, struct error *error) {
    const struct map_options *options = composition->options;
    if (options->overlay_count == 0)
        return true;
    scene_layer_begin(composition->scene, composition->arena, "overlays");
    for (size_t i = 0; i < options->overlay_count; i++)
        if (!draw_overlay(composition, &options->overlays[i], i + 1, error))
            return false;
    scene_layer_end(composition->scene, composition->arena);
    return true;
}
