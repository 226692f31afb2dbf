#include "label_ground.h"

#include <math.h>

/* Labels keep this far from the edge of the page. */
static const double page_margin = 2;

/* Cells of the country and water grids, page units. */
static const double ground_cell = 5;

static size_t count_segments(const struct page_shape *lines, size_t line_count) {
    size_t count = 0;
    for (size_t i = 0; i < line_count; i++)
        for (size_t k = 0; k < lines[i].count; k++)
            count += lines[i].items[k].count;
    return count;
}

static struct label_segments index_segments(const struct page_shape *lines, size_t line_count, struct page_box page,
                                            struct arena *arena) {
    size_t limit = count_segments(lines, line_count), count = 0;
    struct label_segments segments = {.ends = ARENA_ARRAY(arena, struct page_point, limit * 2)};
    struct page_box *boxes = ARENA_ARRAY(arena, struct page_box, limit);
    for (size_t i = 0; i < line_count; i++)
        for (size_t k = 0; k < lines[i].count; k++) {
            const struct page_path *path = &lines[i].items[k];
            for (size_t p = path->closed ? 0 : 1; p < path->count; p++) {
                struct page_point a = path->points[p > 0 ? p - 1 : path->count - 1], b = path->points[p];
                boxes[count] = label_box_of(a, b);
                segments.ends[count * 2] = a;
                segments.ends[count * 2 + 1] = b;
                count++;
            }
        }
    segments.index = label_index_new(page, boxes, count, arena);
    return segments;
}

static void index_dots(struct label_ground *ground, struct arena *arena) {
    const struct label_obstacles *obstacles = ground->obstacles;
    struct page_box *boxes = ARENA_ARRAY(arena, struct page_box, obstacles->dot_count);
    for (size_t i = 0; i < obstacles->dot_count; i++)
        boxes[i] = label_box_at(obstacles->dots[i], obstacles->dot_radii[i]);
    ground->dots = label_index_new(ground->page, boxes, obstacles->dot_count, arena);
}

struct label_ground label_ground_new(const struct label_obstacles *obstacles, const struct page_shape *streams,
                                     size_t stream_count, struct page_box page, struct arena *arena) {
    struct label_ground ground = {.obstacles = obstacles, .page = page};
    struct arena *scratch = arena_open();
    ground.territory = label_raster_new(page, ground_cell, -1, arena);
    for (size_t i = 0; i < obstacles->territory_count && i < INT16_MAX; i++)
        label_raster_fill(&ground.territory, &obstacles->territories[i], (int16_t)i, scratch);
    ground.water = label_raster_new(page, ground_cell, 0, arena);
    if (obstacles->water)
        label_raster_fill(&ground.water, obstacles->water, 1, scratch);
    arena_close(scratch);
    ground.borders = index_segments(obstacles->borders, obstacles->border_count, page, arena);
    ground.streams = index_segments(streams, stream_count, page, arena);
    index_dots(&ground, arena);
    return ground;
}

static bool same_point(struct page_point a, struct page_point b) {
    return fabs(a.x - b.x) < 0.5 && fabs(a.y - b.y) < 0.5;
}

static bool covers_dot(const struct label_ground *ground, struct page_box box, struct page_point own) {
    const struct label_obstacles *obstacles = ground->obstacles;
    struct label_cells cells = label_index_cells(&ground->dots, label_box_grow(box, 1));
    for (int row = cells.top; row <= cells.bottom; row++)
        for (int column = cells.left; column <= cells.right; column++) {
            size_t count;
            const uint32_t *ids = label_index_ids(&ground->dots, column, row, &count);
            for (size_t i = 0; i < count; i++)
                if (label_box_distance(box, obstacles->dots[ids[i]]) < obstacles->dot_radii[ids[i]] + 0.5 &&
                    !same_point(obstacles->dots[ids[i]], own))
                    return true;
        }
    return false;
}

bool label_ground_free(const struct label_ground *ground, struct page_box box, struct page_point own, bool leader) {
    struct page_box inner = label_box_grow(ground->page, -page_margin);
    if (!(box.left >= inner.left && box.right <= inner.right && box.top >= inner.top && box.bottom <= inner.bottom))
        return false;
    for (size_t i = leader ? ground->obstacles->crossed_count : 0; i < ground->obstacles->blocked_count; i++)
        if (page_box_meet(box, ground->obstacles->blocked[i]))
            return false;
    return !covers_dot(ground, box, own);
}

static int16_t raster_at(const struct label_raster *raster, int column, int row) {
    return raster->values[(size_t)row * (size_t)raster->width + (size_t)column];
}

double label_ground_foreign(const struct label_ground *ground, struct page_box box, int territory) {
    const struct label_raster *raster = &ground->territory;
    struct label_range columns = label_raster_columns(raster, box), rows = label_raster_rows(raster, box);
    int foreign = 0, all = (columns.to - columns.from) * (rows.to - rows.from);
    if (territory < 0 || all <= 0)
        return 0;
    for (int row = rows.from; row < rows.to; row++)
        for (int column = columns.from; column < columns.to; column++) {
            int16_t here = raster_at(raster, column, row);
            foreign += here >= 0 && here != territory;
        }
    return (double)foreign / all;
}

double label_ground_water(const struct label_ground *ground, struct page_box box) {
    const struct label_raster *raster = &ground->water;
    struct label_range columns = label_raster_columns(raster, box), rows = label_raster_rows(raster, box);
    int wet = 0, all = (columns.to - columns.from) * (rows.to - rows.from);
    for (int row = rows.from; row < rows.to; row++)
        for (int column = columns.from; column < columns.to; column++)
            wet += raster_at(raster, column, row);
    return all > 0 ? (double)wet / all : 0;
}

static double length_inside(const struct label_segments *segments, struct page_box box) {
    struct label_cells cells = label_index_cells(&segments->index, box);
    double length = 0;
    for (int row = cells.top; row <= cells.bottom; row++)
        for (int column = cells.left; column <= cells.right; column++) {
            size_t count;
            const uint32_t *ids = label_index_ids(&segments->index, column, row, &count);
            struct page_box part = label_box_common(box, label_index_box(&segments->index, column, row));
            for (size_t i = 0; i < count; i++)
                length += label_box_cut(part, segments->ends[ids[i] * 2], segments->ends[ids[i] * 2 + 1]);
        }
    return length;
}

double label_ground_borders(const struct label_ground *ground, struct page_box box) {
    return length_inside(&ground->borders, box);
}

double label_ground_streams(const struct label_ground *ground, struct page_box box) {
    return length_inside(&ground->streams, box);
}

bool label_ground_ambiguous(const struct label_ground *ground, struct page_box box, struct page_point own,
                            double distance) {
    const struct label_obstacles *obstacles = ground->obstacles;
    struct label_cells cells = label_index_cells(&ground->dots, label_box_grow(box, distance));
    for (int row = cells.top; row <= cells.bottom; row++)
        for (int column = cells.left; column <= cells.right; column++) {
            size_t count;
            const uint32_t *ids = label_index_ids(&ground->dots, column, row, &count);
            for (size_t i = 0; i < count; i++)
                if (label_box_distance(box, obstacles->dots[ids[i]]) < distance &&
                    !same_point(obstacles->dots[ids[i]], own))
                    return true;
        }
    return false;
}
