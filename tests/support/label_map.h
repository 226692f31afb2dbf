/* label_map.h: maps to be lettered, built by hand, measured by a font in which every code point is 0.55 of the size
 * wide. */
#ifndef BORDERMAP_LABEL_MAP_H
#define BORDERMAP_LABEL_MAP_H

#include "labels.h"
#include "list.h"

#include <math.h>
#include <string.h>

static const struct page_box page = {0, 0, 1200, 900};

/* Every code point is 0.55 of the size wide. */
static inline void fake_extents(void *context, const struct text_style *style, struct text text, struct text lang,
                                struct text_extents *extents) {
    (void)context;
    (void)lang;
    extents->width = (double)text_code_points(text) * (0.55 * style->size + style->letter_spacing);
    extents->ascent = 0.72 * style->size;
    extents->descent = 0.2 * style->size;
}

static inline size_t fake_clusters(void *context, const struct text_style *style, struct text text, struct text lang,
                                   size_t limit, struct placed_cluster *clusters) {
    (void)context;
    (void)lang;
    size_t count = 0, at = 0;
    while (at < text.size && count < limit) {
        size_t start = at;
        text_next(text, &at);
        clusters[count] = (struct placed_cluster){(uint32_t)start, (uint32_t)at, {0, 0}, 0};
        clusters[count].at.x = (double)count * (0.55 * style->size + style->letter_spacing);
        count++;
    }
    return count;
}

static const struct text_measure measure = {fake_extents, fake_clusters, NULL};

/* A map to be lettered. */
struct page_map {
    struct arena *arena;
    struct {
        struct label *items;
        size_t count, capacity;
    } labels;
    struct {
        struct page_point *items;
        size_t count, capacity;
    } dots;
    double radii[512];
    struct {
        struct page_shape *items;
        size_t count, capacity;
    } borders, territories;
    struct {
        struct page_box *items;
        size_t count, capacity;
    } blocked;
    struct page_shape water;
    struct label_report report;
};

static inline struct label *add_label(struct page_map *map, enum label_target target, const char *text, int priority) {
    struct label *label = LIST_PUSH(map->arena, &map->labels);
    *label = (struct label){.target = target, .text = text_of(text), .priority = priority, .territory = -1};
    label->style.size = 12;
    label->point = (struct page_point){NAN, NAN};
    return label;
}

static inline struct label *add_town(struct page_map *map, double x, double y, const char *text, int priority) {
    map->radii[map->dots.count] = 3;
    *LIST_PUSH(map->arena, &map->dots) = (struct page_point){x, y};
    struct label *label = add_label(map, LABEL_POINT, text, priority);
    label->point = (struct page_point){x, y};
    label->clearance = 4;
    return label;
}

static inline struct page_shape make_shape(struct page_map *map, const struct page_point *points, size_t count,
                                           bool closed) {
    struct page_shape shape = {0};
    struct page_path path = {ARENA_ARRAY(map->arena, struct page_point, count), count, closed};
    memcpy(path.points, points, count * sizeof *points);
    *LIST_PUSH(map->arena, &shape) = path;
    return shape;
}

static inline struct page_shape make_box(struct page_map *map, double left, double top, double right, double bottom) {
    const struct page_point corners[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    return make_shape(map, corners, 4, true);
}

static inline struct label_obstacles obstacles_of(const struct page_map *map) {
    return (struct label_obstacles){.blocked = map->blocked.items,
                                    .blocked_count = map->blocked.count,
                                    .dots = map->dots.items,
                                    .dot_radii = map->radii,
                                    .dot_count = map->dots.count,
                                    .borders = map->borders.items,
                                    .border_count = map->borders.count,
                                    .territories = map->territories.items,
                                    .territory_count = map->territories.count,
                                    .water = map->water.count > 0 ? &map->water : NULL};
}

static inline void place(struct page_map *map) {
    struct label_obstacles obstacles = obstacles_of(map);
    labels_place(map->labels.items, map->labels.count, &obstacles, page, &measure, map->arena, &map->report);
}

static inline size_t make_wave(struct page_point *points, size_t count, double left, double top, double width,
                               double swing) {
    for (size_t i = 0; i < count; i++) {
        double share = (double)i / (double)(count - 1);
        points[i] = (struct page_point){left + share * width, top + swing * sin(share * 9) + 2 * sin(share * 90)};
    }
    return count;
}

#endif
