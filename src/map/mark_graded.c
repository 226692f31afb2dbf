/* Symbols whose area is in proportion to what a place counts, and their key in a corner of the panel. */
#include "many.h"
#include "paragraph.h"
#include "scene_add.h"

#include <math.h>

enum { KEY_SIZES = 3, MOST_DOTS = 150 };

static const double largest = 0.036, smallest = 2.6; /* of the panel's shorter side; page units at unit 1: radii */
static const double opacity = 0.62, vague_opacity = 0.12;

static double largest_radius(const struct composition *composition) {
    struct page_box panel = composition->frame.layout.panel;
    return fmax(largest * fmin(panel.right - panel.left, panel.bottom - panel.top), 3 * smallest * composition->unit);
}

static double most_of(const struct composition *composition) {
    double most = 1;
    for (size_t i = 0; i < composition->many->count; i++) {
        const struct many_site *site = &composition->many->sites[i];
        most = fmax(most, many_measure(composition, site->incidents, site->killed));
    }
    return most;
}

static double radius_of(const struct composition *composition, double value, double most) {
    return fmax(largest_radius(composition) * sqrt(value / most), smallest * composition->unit);
}

static double site_radius(const struct composition *composition, const struct many_site *site, double most) {
    return radius_of(composition, many_measure(composition, site->incidents, site->killed), most);
}

/* Broken where the circle is large enough for it. */
static struct stroke vague_stroke(const struct composition *composition, double radius) {
    double unit = composition->unit;
    struct stroke stroke = {.colour = composition_paint(composition, STYLE_INCIDENT)->fill, .width = 1.2 * unit};
    if (radius < 5 * unit)
        return stroke;
    stroke.dash[0] = 3 * unit;
    stroke.dash[1] = 2 * unit;
    stroke.dash_count = 2;
    return stroke;
}

static void explain(struct composition *composition) {
    for (size_t i = 0; i < composition->many->count; i++)
        if (composition->many->sites[i].vague) {
            struct legend_entry *entry = composition_legend(composition, LEGEND_RING, STYLE_INCIDENT_NEAR, TEXT_NONE,
                                                            composition_phrase(composition, "legend.many-vague"));
            entry->line = vague_stroke(composition, INFINITY);
            return;
        }
}

double many_cover(const struct composition *composition, struct page_point at) {
    double most = 0, reach = 0;
    if (!composition->many || composition->many->density != DENSITY_POINTS)
        return 0;
    most = most_of(composition);
    for (size_t i = 0; i < composition->many->count; i++) {
        const struct many_site *site = &composition->many->sites[i];
        double radius = site_radius(composition, site, most), x = site->at.x - at.x, y = site->at.y - at.y;
        if (x * x + y * y < radius * radius)
            reach = fmax(reach, radius);
    }
    return reach;
}

/* Whether it is great enough for a callout: more than one incident, or one that killed. */
static bool wants_callout(const struct composition *composition, const struct many_site *site) {
    return many_measure(composition, site->incidents, site->killed) > 1;
}

bool many_is_told(const struct composition *composition, struct text ref) {
    bool points = composition->many && composition->many->density == DENSITY_POINTS;
    size_t callouts = points ? many_callouts(composition) : 0;
    for (size_t i = 0; i < callouts && i < composition->many->count; i++) {
        const struct many_site *site = &composition->many->sites[i];
        if (wants_callout(composition, site) && text_equal(site->place->ref, ref))
            return true;
    }
    return false;
}

void graded_add(struct composition *composition) {
    double most = most_of(composition);
    size_t callouts = many_callouts(composition);
    for (size_t i = 0; i < composition->many->count; i++) {
        const struct many_site *site = &composition->many->sites[i];
        double radius = site_radius(composition, site, most);
        if (i < MOST_DOTS)
            composition_dot(composition, site->at, radius);
        if (i < callouts && wants_callout(composition, site))
            many_callout(composition, site->place, site->at, radius + 2 * composition->unit, site->incidents,
                         site->killed);
    }
    explain(composition);
}

static void draw_symbol(struct composition *composition, struct text name, struct page_point at, double radius,
                        bool vague) {
    const struct paint *paint = composition_paint(composition, STYLE_INCIDENT);
    struct colour fill = paint->fill;
    fill.opacity = vague ? vague_opacity : opacity;
    struct scene_item *item = scene_add_area(composition->scene, composition->arena, name,
                                             scene_circle(composition->arena, at, radius), fill);
    item->stroke = vague ? vague_stroke(composition, radius)
                         : (struct stroke){.colour = paint->line.colour, .width = 0.8 * composition->unit};
}

/* Rounded sizes of which the greatest is nearly the greatest on the map; returns how many. */
static size_t key_values(double most, double values[KEY_SIZES]) {
    static const double shares[KEY_SIZES] = {1, 0.25, 0.04};
    size_t count = 0;
    for (size_t i = 0; i < KEY_SIZES; i++) {
        double value = many_round(most * shares[i]);
        if (count == 0 || value < values[count - 1])
            values[count++] = value;
    }
    return count;
}

struct key {
    double values[KEY_SIZES], most, text_width, row;
    size_t count;
    struct text title;
    struct page_box box;
};

static struct text value_text(const struct composition *composition, double value) {
    return wording_number(&composition->words, (int64_t)value);
}

static void measure_key(const struct composition *composition, struct key *key) {
    const struct text_style *style = &composition_paint(composition, STYLE_LEGEND)->text;
    double unit = composition->unit, gap = 7 * unit;
    key->most = most_of(composition);
    key->count = key_values(key->most, key->values);
    key->title = composition_phrase(
        composition, composition->options->measure == MEASURE_KILLED ? "key.many-killed" : "key.many-incidents");
    double title = paragraph_width(&composition->sources->measure, style, key->title, composition->plan->lang);
    key->text_width = paragraph_width(&composition->sources->measure, style, value_text(composition, key->values[0]),
                                      composition->plan->lang);
    double circle = 2 * radius_of(composition, key->values[0], key->most);
    key->row = fmax(circle, ((double)key->count + 0.2) * style->size * 1.2);
    double wide = fmax(title, circle + 14 * unit + key->text_width) + 2 * gap;
    key->box = (struct page_box){0, 0, wide, key->row + style->size * 1.5 + 2 * gap};
}

/* How much of the symbols a box would cover. */
static double covered(const struct composition *composition, struct page_box box) {
    double sum = 0, most = most_of(composition);
    for (size_t i = 0; i < composition->many->count; i++) {
        const struct many_site *site = &composition->many->sites[i];
        double radius = site_radius(composition, site, most);
        struct page_box circle = {site->at.x - radius, site->at.y - radius, site->at.x + radius, site->at.y + radius};
        sum += page_box_meet(box, circle) ? radius * radius : 0;
    }
    return sum;
}

/* Into the corner where it covers least and no label lies: below first, where the eye looks for keys. */
static void place_key(const struct composition *composition, struct key *key) {
    struct page_box panel = composition->frame.layout.panel, best = key->box;
    double inset = 8 * composition->unit, least = INFINITY;
    double wide = key->box.right, high = key->box.bottom;
    for (int corner = 0; corner < 4; corner++) {
        double left = corner % 2 == 0 ? panel.left + inset : panel.right - inset - wide;
        double top = corner < 2 ? panel.bottom - inset - high : panel.top + inset;
        struct page_box box = {left, top, left + wide, top + high};
        double cost = covered(composition, box) + obstacles_covered(&composition->obstacles, box) * 0.5;
        if (cost < least) {
            least = cost;
            best = box;
        }
    }
    key->box = best;
}

void graded_key_add(struct composition *composition) {
    struct key *key = ARENA_NEW(composition->arena, struct key);
    measure_key(composition, key);
    place_key(composition, key);
    composition->many->key = key->box;
    obstacles_block(&composition->obstacles, key->box, composition->arena);
}

/* One circle of the key; its number stands as high as its top where there is room, the last at the foot. */
static void draw_key_size(struct composition *composition, const struct key *key, size_t index, struct page_box box) {
    const struct paint *paint = composition_paint(composition, STYLE_LEGEND);
    struct arena *arena = composition->arena;
    double unit = composition->unit, gap = 7 * unit, step = paint->text.size * 1.2, foot = box.bottom - gap;
    double largest_of_key = radius_of(composition, key->values[0], key->most);
    double middle = box.left + gap + largest_of_key, right = middle + largest_of_key + 10 * unit;
    double radius = radius_of(composition, key->values[index], key->most), top = foot - 2 * radius;
    double lowest = foot - (double)(key->count - 1 - index) * step - paint->text.size * 0.3;
    double line = fmin(fmax(top + paint->text.size * 0.4, foot - key->row + (double)index * step), lowest);
    struct page_shape circle = scene_circle(arena, (struct page_point){middle, foot - radius}, radius);
    struct page_point from = {middle, top}, to = {right - 2 * unit, line};
    scene_add_area(composition->scene, arena, TEXT("key"), circle, (struct colour){0})->stroke =
        (struct stroke){.colour = composition_paint(composition, STYLE_INCIDENT)->fill, .width = 1.1 * unit};
    scene_add_line(composition->scene, arena, TEXT("key"), scene_segment(arena, from, to),
                   (struct stroke){.colour = paint->text.colour, .width = 0.6 * unit});
    scene_add_text(composition->scene, arena, TEXT("key"), value_text(composition, key->values[index]),
                   composition->plan->lang, (struct page_point){right, line + paint->text.size * 0.36}, &paint->text,
                   ANCHOR_START);
}

/* Circles in each other that stand on one line, with their numbers beside them. */
static void draw_key(struct composition *composition) {
    const struct paint *paint = composition_paint(composition, STYLE_LEGEND);
    struct key key;
    struct arena *arena = composition->arena;
    double unit = composition->unit, gap = 7 * unit;
    struct page_box box = composition->many->key;
    struct colour paper = composition_paint(composition, STYLE_CALLOUT)->fill;
    measure_key(composition, &key);
    scene_add_box(
        composition->scene, arena, TEXT("key"), box, paper,
        (struct stroke){.colour = composition_paint(composition, STYLE_PANEL)->line.colour, .width = 0.7 * unit});
    struct page_point title = {box.left + gap, box.top + gap + paint->text.size};
    scene_add_text(composition->scene, arena, TEXT("key"), key.title, composition->plan->lang, title, &paint->text,
                   ANCHOR_START);
    for (size_t i = 0; i < key.count; i++)
        draw_key_size(composition, &key, i, box);
}

void graded_draw(struct composition *composition) {
    double most = most_of(composition);
    for (size_t i = 0; i < composition->many->count; i++) { /* the greatest lie below */
        const struct many_site *site = &composition->many->sites[i];
        draw_symbol(composition, site->place->ref, site->at, site_radius(composition, site, most), site->vague);
    }
    draw_key(composition);
}
