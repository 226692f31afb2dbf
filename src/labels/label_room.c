#include "label_room.h"

#include <math.h>

/* Cells across an area: enough for its shape, few enough to be quick. */
static const double cells_across = 56, finest = 2.5, coarsest = 9;

static struct page_box ring_extent(const struct page_path *ring) {
    struct page_box extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < ring->count; i++)
        extent = label_box_union(extent, label_box_at(ring->points[i], 0));
    return extent;
}

static double box_size(struct page_box box) {
    return label_larger(box.right - box.left, box.bottom - box.top);
}

/* The rings that a name must mind, and the box around them: not the ponds and islets that letters may cover. */
static struct page_shape large_rings(const struct page_shape *area, double least, struct page_box *extent,
                                     struct arena *scratch) {
    struct page_box *extents = ARENA_ARRAY(scratch, struct page_box, area->count);
    struct page_shape large = {ARENA_ARRAY(scratch, struct page_path, area->count), 0, area->count};
    double largest = 0;
    *extent = (struct page_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < area->count; i++) {
        extents[i] = ring_extent(&area->items[i]);
        largest = label_larger(largest, box_size(extents[i]));
    }
    for (size_t i = 0; i < area->count; i++) {
        if (area->items[i].count < 3 || box_size(extents[i]) < label_smaller(least, largest / 4))
            continue;
        large.items[large.count++] = area->items[i];
        *extent = label_box_union(*extent, extents[i]);
    }
    return large;
}

/* Cells that the outline runs through are not free. */
static void block_outline(struct label_raster *raster, const struct page_shape *area) {
    double step = raster->cell / 4, right = raster->left + raster->width * raster->cell;
    double bottom = raster->top + raster->height * raster->cell;
    for (size_t i = 0; i < area->count; i++)
        for (size_t k = 0, j = area->items[i].count - 1; k < area->items[i].count; j = k++) {
            struct page_point a = area->items[i].points[j], b = area->items[i].points[k];
            int steps = (int)(label_length(a, b) / step) + 1;
            for (int n = 0; n < steps; n++) {
                double x = a.x + (b.x - a.x) * n / steps, y = a.y + (b.y - a.y) * n / steps;
                if (x < raster->left || y < raster->top || x >= right || y >= bottom)
                    continue;
                size_t column = (size_t)((x - raster->left) / raster->cell),
                       row = (size_t)((y - raster->top) / raster->cell);
                raster->values[row * (size_t)raster->width + column] = 0;
            }
        }
}

static void block_cells(struct label_raster *raster, struct page_box box) {
    struct label_range columns = label_raster_columns(raster, box), rows = label_raster_rows(raster, box);
    for (int row = rows.from; row < rows.to; row++)
        for (int column = columns.from; column < columns.to; column++)
            raster->values[(size_t)row * (size_t)raster->width + (size_t)column] = 0;
}

static void block_obstacles(struct label_raster *raster, const struct label_ground *ground, struct page_box extent) {
    const struct label_obstacles *obstacles = ground->obstacles;
    for (size_t i = 0; i < obstacles->blocked_count; i++)
        if (page_box_meet(extent, obstacles->blocked[i]))
            block_cells(raster, obstacles->blocked[i]);
    for (size_t i = 0; i < obstacles->dot_count; i++) {
        struct page_point at = obstacles->dots[i];
        block_cells(raster, label_box_at(at, obstacles->dot_radii[i] + 1));
    }
}

static void sum_cells(struct label_room *room, struct arena *scratch) {
    const struct label_raster *raster = &room->raster;
    size_t width = (size_t)raster->width, height = (size_t)raster->height;
    room->sums = ARENA_ARRAY(scratch, int32_t, (width + 1) * (height + 1));
    double x = 0, y = 0, count = 0;
    for (size_t row = 0; row < height; row++) {
        int32_t line = 0;
        for (size_t column = 0; column < width; column++) {
            int16_t here = raster->values[row * width + column];
            line += here;
            room->sums[(row + 1) * (width + 1) + column + 1] = room->sums[row * (width + 1) + column + 1] + line;
            x += here * ((double)column + 0.5);
            y += here * ((double)row + 0.5);
            count += here;
        }
    }
    room->spread = sqrt(count) * raster->cell;
    if (count > 0)
        room->middle =
            (struct page_point){raster->left + x / count * raster->cell, raster->top + y / count * raster->cell};
}

struct label_room label_room_new(const struct label_ground *ground, const struct page_shape *area, double least,
                                 struct arena *scratch) {
    struct label_room room = {0};
    struct page_box extent, page = label_box_grow(ground->page, -3);
    struct page_shape large = large_rings(area, least, &extent, scratch);
    extent = (struct page_box){label_larger(extent.left, page.left), label_larger(extent.top, page.top),
                               label_smaller(extent.right, page.right), label_smaller(extent.bottom, page.bottom)};
    if (!(extent.left < extent.right && extent.top < extent.bottom))
        return room;
    double size = sqrt((extent.right - extent.left) * (extent.bottom - extent.top));
    double cell = label_larger(finest, label_smaller(coarsest, size / cells_across));
    room.raster = label_raster_new(extent, cell, 0, scratch);
    label_raster_fill(&room.raster, &large, 1, scratch);
    block_outline(&room.raster, &large);
    block_obstacles(&room.raster, ground, extent);
    sum_cells(&room, scratch);
    return room;
}

static int32_t cells_free(const struct label_room *room, int left, int top, int right, int bottom) {
    size_t row = (size_t)room->raster.width + 1;
    const int32_t *upper = room->sums + (size_t)top * row, *lower = room->sums + (size_t)bottom * row;
    return lower[right] - lower[left] - upper[right] + upper[left];
}

bool label_room_holds(const struct label_room *room, struct page_box box) {
    const struct label_raster *raster = &room->raster;
    double right = raster->left + raster->width * raster->cell, bottom = raster->top + raster->height * raster->cell;
    if (!(box.left >= raster->left && box.top >= raster->top && box.right <= right && box.bottom <= bottom))
        return false;
    struct label_range columns = label_raster_columns(raster, box), rows = label_raster_rows(raster, box);
    return cells_free(room, columns.from, rows.from, columns.to, rows.to) ==
           (columns.to - columns.from) * (rows.to - rows.from);
}

struct page_point label_room_pole(const struct label_room *room, double *reach) {
    const struct label_raster *raster = &room->raster;
    int best = 0;
    struct page_point pole = room->middle;
    for (int row = 0; row < raster->height; row++)
        for (int column = 0; column < raster->width; column++)
            while (column + best < raster->width && row + best < raster->height &&
                   cells_free(room, column, row, column + best + 1, row + best + 1) == (best + 1) * (best + 1)) {
                best++;
                pole.x = raster->left + (column + best / 2.0) * raster->cell;
                pole.y = raster->top + (row + best / 2.0) * raster->cell;
            }
    *reach = best * raster->cell / 2;
    return pole;
}
