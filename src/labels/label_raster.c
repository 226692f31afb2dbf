#include "label_raster.h"

#include "list.h"

#include <math.h>

/* Where an edge crosses the middle line of a row. */
struct crossing {
    int row;
    float x;
};

struct crossing_list {
    struct crossing *items;
    size_t count, capacity;
};

struct label_raster label_raster_new(struct page_box box, double cell, int16_t value, struct arena *arena) {
    struct label_raster raster = {.left = box.left, .top = box.top, .cell = cell};
    raster.width = (int)fmax(1, ceil((box.right - box.left) / cell));
    raster.height = (int)fmax(1, ceil((box.bottom - box.top) / cell));
    size_t count = (size_t)raster.width * (size_t)raster.height;
    raster.values = ARENA_ARRAY(arena, int16_t, count);
    for (size_t i = 0; i < count; i++)
        raster.values[i] = value;
    return raster;
}

/* The whole number at or below the value, within 0..limit. */
static int floor_within(double value, int limit) {
    return value <= 0 ? 0 : value >= limit ? limit : (int)value;
}

/* The whole number at or above the value, within 0..limit. */
static int ceil_within(double value, int limit) {
    int below = floor_within(value, limit);
    return below < limit && value > below ? below + 1 : below;
}

static void add_edge(const struct label_raster *raster, struct page_point a, struct page_point b, struct arena *scratch,
                     struct crossing_list *crossings) {
    struct page_point high = a.y < b.y ? a : b, low = a.y < b.y ? b : a;
    if (low.y < raster->top)
        return;
    int from = ceil_within((high.y - raster->top) / raster->cell - 0.5, raster->height);
    int to = ceil_within((low.y - raster->top) / raster->cell - 0.5, raster->height);
    for (int row = from; row < to; row++) {
        double y = raster->top + (row + 0.5) * raster->cell;
        double x = high.x + (low.x - high.x) * (y - high.y) / (low.y - high.y);
        *LIST_PUSH(scratch, crossings) = (struct crossing){row, (float)x};
    }
}

/* The crossings row by row, in each from left to right; starts[row]..starts[row + 1]. */
static float *sort_crossings(const struct crossing_list *crossings, int rows, uint32_t *starts, struct arena *scratch) {
    float *sorted = ARENA_ARRAY(scratch, float, crossings->count);
    uint32_t *ends = ARENA_ARRAY(scratch, uint32_t, (size_t)rows);
    for (size_t i = 0; i < crossings->count; i++)
        starts[crossings->items[i].row + 1]++;
    for (int row = 0; row < rows; row++) {
        starts[row + 1] += starts[row];
        ends[row] = starts[row];
    }
    for (size_t i = 0; i < crossings->count; i++) {
        struct crossing crossing = crossings->items[i];
        uint32_t at = ends[crossing.row]++;
        for (; at > starts[crossing.row] && sorted[at - 1] > crossing.x; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = crossing.x;
    }
    return sorted;
}

static void fill_span(struct label_raster *raster, int row, double left, double right, int16_t value) {
    int from = ceil_within((left - raster->left) / raster->cell - 0.5, raster->width);
    int to = ceil_within((right - raster->left) / raster->cell - 0.5, raster->width);
    for (int column = from; column < to; column++)
        raster->values[(size_t)row * (size_t)raster->width + (size_t)column] = value;
}

void label_raster_fill(struct label_raster *raster, const struct page_shape *area, int16_t value,
                       struct arena *scratch) {
    struct crossing_list crossings = {0};
    for (size_t i = 0; i < area->count; i++) {
        const struct page_path *ring = &area->items[i];
        for (size_t k = 0, j = ring->count - 1; k < ring->count; j = k++)
            add_edge(raster, ring->points[j], ring->points[k], scratch, &crossings);
    }
    uint32_t *starts = ARENA_ARRAY(scratch, uint32_t, (size_t)raster->height + 1);
    const float *sorted = sort_crossings(&crossings, raster->height, starts, scratch);
    for (int row = 0; row < raster->height; row++)
        for (uint32_t i = starts[row]; i + 1 < starts[row + 1]; i += 2)
            fill_span(raster, row, (double)sorted[i], (double)sorted[i + 1], value);
}

struct label_range label_raster_columns(const struct label_raster *raster, struct page_box box) {
    return (struct label_range){floor_within((box.left - raster->left) / raster->cell, raster->width),
                                ceil_within((box.right - raster->left) / raster->cell, raster->width)};
}

struct label_range label_raster_rows(const struct label_raster *raster, struct page_box box) {
    return (struct label_range){floor_within((box.top - raster->top) / raster->cell, raster->height),
                                ceil_within((box.bottom - raster->top) / raster->cell, raster->height)};
}
