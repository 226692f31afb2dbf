#include "mask.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int clamp(int value, int most) {
    return value < 0 ? 0 : value > most ? most : value;
}

static int compare_floats(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

struct crossings {
    float *x;
    size_t count, limit;
};

/* Where the rings cross the middle of each row: counted first, then kept. */
static void cross_rows(const struct page_shape *area, struct page_box window, int pixel, int height,
                       struct crossings *rows) {
    for (size_t i = 0; i < area->count; i++) {
        const struct page_path *path = &area->items[i];
        for (size_t k = 0; k < path->count; k++) {
            struct page_point a = path->points[k], b = path->points[(k + 1) % path->count];
            double top = (fmin(a.y, b.y) - window.top) / pixel - 0.5,
                   bottom = (fmax(a.y, b.y) - window.top) / pixel - 0.5;
            for (int row = (int)fmax(ceil(top), 0); row < height && row < bottom; row++) {
                struct crossings *line = &rows[row];
                double y = window.top + (row + 0.5) * pixel;
                if (line->x && line->count < line->limit)
                    line->x[line->count] = (float)((a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) - window.left) / pixel);
                line->count++;
            }
        }
    }
}

uint8_t *mask_of_area(const struct page_shape *area, struct page_box window, int pixel, int width, int height,
                      struct arena *arena) {
    struct crossings *rows = ARENA_ARRAY(arena, struct crossings, (size_t)height);
    uint8_t *mask = ARENA_ARRAY(arena, uint8_t, (size_t)width * (size_t)height);
    cross_rows(area, window, pixel, height, rows);
    for (int row = 0; row < height; row++) {
        rows[row].limit = rows[row].count;
        rows[row].x = ARENA_ARRAY(arena, float, rows[row].limit + 1);
        rows[row].count = 0;
    }
    cross_rows(area, window, pixel, height, rows);
    for (int row = 0; row < height; row++) {
        struct crossings *line = &rows[row];
        qsort(line->x, line->count, sizeof(float), compare_floats);
        for (size_t i = 0; i + 1 < line->count; i += 2) {
            int from = clamp((int)ceilf(line->x[i] - 0.5F), width),
                to = clamp((int)ceilf(line->x[i + 1] - 0.5F), width);
            if (to > from)
                memset(mask + (size_t)row * (size_t)width + from, 1, (size_t)(to - from));
        }
    }
    return mask;
}
