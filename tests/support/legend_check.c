#include "legend_check.h"

#include <math.h>

static bool same_colour(struct colour a, struct colour b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue && fabs(a.opacity - b.opacity) < 0.004;
}

static bool same_share(double a, double b) {
    return fabs(a - b) <= 0.02 * fmax(fabs(a), fabs(b));
}

/* Lines on wide maps are thinner than their samples, with their dashes. */
static bool same_line(const struct stroke *a, const struct stroke *b) {
    if (!same_colour(a->colour, b->colour) || a->dash_count != b->dash_count)
        return false;
    for (int i = 0; i < a->dash_count; i++)
        if (!same_share(a->dash[i] * b->width, b->dash[i] * a->width))
            return false;
    return true;
}

static bool same_hatch(const struct hatch *a, const struct hatch *b) {
    return same_colour(a->colour, b->colour) && same_share(a->spacing, b->spacing) && same_share(a->angle, b->angle);
}

/* Circles around a place are shown by a symbol in their ink. */
static bool like_ring(const struct scene_item *drawn, const struct scene_item *sample) {
    bool ring = drawn->kind == SCENE_PATH && drawn->fill.opacity > 0 && drawn->stroke.width > 0;
    return ring && (same_colour(drawn->stroke.colour, sample->fill) ||
                    same_colour(drawn->stroke.colour, sample->stroke.colour));
}

static bool like_area(const struct scene_item *drawn, const struct scene_item *sample) {
    if (drawn->hatch.spacing > 0 && sample->hatch.spacing > 0)
        return same_hatch(&drawn->hatch, &sample->hatch);
    return same_colour(drawn->fill, sample->fill) && same_colour(drawn->stroke.colour, sample->stroke.colour);
}

/* A stretch that an incident marks keeps the dashes of its border: its colour tells. */
static bool looks_like(const struct scene_item *drawn, const struct scene_item *sample, bool marked) {
    if (sample->kind == SCENE_SYMBOL)
        return drawn->kind == SCENE_SYMBOL
                   ? text_equal(drawn->symbol, sample->symbol) && same_colour(drawn->fill, sample->fill)
                   : like_ring(drawn, sample);
    if (sample->kind != SCENE_PATH || drawn->kind != SCENE_PATH)
        return false;
    bool outline = !(drawn->fill.opacity > 0) && !(drawn->hatch.spacing > 0);
    if (sample->fill.opacity > 0 || sample->hatch.spacing > 0) /* the box of an area shows its outline too */
        return outline ? same_line(&drawn->stroke, &sample->stroke) : like_area(drawn, sample);
    if (drawn->fill.opacity > 0 || drawn->hatch.spacing > 0)
        return false;
    return marked ? same_colour(drawn->stroke.colour, sample->stroke.colour)
                  : same_line(&drawn->stroke, &sample->stroke);
}

struct walk {
    const struct scene *scene;
    struct page_box panel;
    struct text layer;
    size_t next;
};

static struct walk walk_begin(const struct scene *scene) {
    struct walk walk = {.scene = scene};
    for (size_t i = 0; i < scene->count && walk.panel.right <= 0; i++)
        if (scene->items[i].kind == SCENE_CLIP_BEGIN)
            walk.panel = scene->items[i].box;
    return walk;
}

static bool in_panel(const struct scene_item *item, struct page_box panel) {
    if (item->kind == SCENE_SYMBOL)
        return true;
    for (size_t i = 0; i < item->shape.count; i++)
        for (size_t k = 0; k < item->shape.items[i].count; k++) {
            struct page_point at = item->shape.items[i].points[k];
            if (at.x > panel.left && at.x < panel.right && at.y > panel.top && at.y < panel.bottom)
                return true;
        }
    return false;
}

/* Paths and symbols that stand for a class: not the symbols of places. */
static bool is_class(const struct walk *walk, const struct scene_item *item) {
    bool path = item->kind == SCENE_PATH && (text_is(walk->layer, "areas") || text_is(walk->layer, "borders") ||
                                             text_is(walk->layer, "regions") || text_is(walk->layer, "incidents"));
    bool symbol = item->kind == SCENE_SYMBOL && text_is(walk->layer, "symbols") &&
                  !text_starts(item->name, TEXT("geonames:")) && !text_starts(item->name, TEXT("point:"));
    bool member = item->kind == SCENE_PATH && text_is(walk->layer, "ground");
    return (path || symbol || member) && in_panel(item, walk->panel);
}

static const struct scene_item *walk_next(struct walk *walk) {
    while (walk->next < walk->scene->count) {
        const struct scene_item *item = &walk->scene->items[walk->next++];
        if (item->kind == SCENE_LAYER_BEGIN)
            walk->layer = item->name;
        if (is_class(walk, item))
            return item;
    }
    return NULL;
}

static bool is_listed(const struct scene *scene, const struct scene_item *drawn, bool marked) {
    for (size_t i = 0; i < scene->count; i++)
        if (text_is(scene->items[i].name, "legend") && looks_like(drawn, &scene->items[i], marked))
            return true;
    return false;
}

const struct scene_item *legend_check_unlisted(const struct scene *scene) {
    struct walk walk = walk_begin(scene);
    const struct scene_item *drawn;
    while ((drawn = walk_next(&walk)) != NULL) {
        bool ground = text_is(walk.layer, "ground") || text_is(drawn->name, "border-bands");
        if (!ground && !is_listed(scene, drawn, text_is(walk.layer, "incidents")))
            return drawn;
    }
    return NULL;
}

static bool is_drawn(const struct scene *scene, const struct scene_item *sample) {
    struct walk walk = walk_begin(scene);
    const struct scene_item *drawn;
    while ((drawn = walk_next(&walk)) != NULL) {
        bool tint = text_is(walk.layer, "ground") && same_colour(drawn->fill, sample->fill);
        if (tint || looks_like(drawn, sample, text_is(walk.layer, "incidents")))
            return true;
    }
    return false;
}

const struct scene_item *legend_check_undrawn(const struct scene *scene) {
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *sample = &scene->items[i];
        bool picture = sample->kind == SCENE_PATH || sample->kind == SCENE_SYMBOL;
        if (picture && text_is(sample->name, "legend") && !is_drawn(scene, sample))
            return sample;
    }
    return NULL;
}
