#include "near_grid.h"

#include "list.h"

#include <math.h>

enum { SLOTS = 1 << 22 };

struct near_grid {
    double reach;
    uint64_t *keys; /* open addressing; 0 = free */
    size_t count;
};

struct near_grid *near_grid_new(double reach, struct arena *arena) {
    struct near_grid *grid = ARENA_NEW(arena, struct near_grid);
    grid->reach = reach;
    grid->keys = ARENA_ARRAY(arena, uint64_t, SLOTS);
    return grid;
}

static uint64_t cell_key(long x, long y) {
    return ((uint64_t)(x + 100000) << 32 | (uint64_t)(y + 100000)) + 1;
}

/* The slot of the key, or the free one where it would go. */
static size_t slot_of(const struct near_grid *grid, uint64_t key) {
    size_t slot = (size_t)((key * 0x9E3779B97F4A7C15u) >> 42);
    while (grid->keys[slot] != 0 && grid->keys[slot] != key)
        slot = (slot + 1) % SLOTS;
    return slot;
}

static void mark(struct near_grid *grid, struct lonlat at) {
    long x = lround(at.lon / grid->reach), y = lround(at.lat / grid->reach);
    for (int i = 0; i < 9 && grid->count < SLOTS / 2; i++) {
        uint64_t key = cell_key(x + i % 3 - 1, y + i / 3 - 1);
        size_t slot = slot_of(grid, key);
        grid->count += grid->keys[slot] == 0;
        grid->keys[slot] = key;
    }
}

static bool is_near(const struct near_grid *grid, struct lonlat at) {
    uint64_t key = cell_key(lround(at.lon / grid->reach), lround(at.lat / grid->reach));
    return grid->keys[slot_of(grid, key)] == key;
}

/* Point `step` of `steps` on the way from p to q. */
static struct lonlat between(struct lonlat p, struct lonlat q, int step, int steps) {
    double part = (double)step / steps;
    return (struct lonlat){p.lon + part * (q.lon - p.lon), p.lat + part * (q.lat - p.lat)};
}

static int steps_of(const struct near_grid *grid, struct lonlat p, struct lonlat q) {
    return 1 + (int)(hypot(q.lon - p.lon, q.lat - p.lat) / grid->reach);
}

void near_grid_add(struct near_grid *grid, const struct shape *lines) {
    for (size_t i = 0; i < lines->count; i++) {
        const struct path *path = &lines->paths[i];
        for (size_t k = 0; k + 1 < path->count; k++) {
            int steps = steps_of(grid, path->points[k], path->points[k + 1]);
            for (int s = 0; s <= steps; s++)
                mark(grid, between(path->points[k], path->points[k + 1], s, steps));
        }
    }
}

double near_grid_share(const struct near_grid *grid, const struct shape *lines) {
    size_t near = 0, all = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct path *path = &lines->paths[i];
        for (size_t k = 0; k + 1 < path->count; k++) {
            int steps = steps_of(grid, path->points[k], path->points[k + 1]);
            for (int s = 0; s < steps; s++, all++)
                near += is_near(grid, between(path->points[k], path->points[k + 1], s, steps));
        }
    }
    return all ? (double)near / (double)all : 0;
}

/* Adds points from..to of the path as a path of its own. */
static void keep(struct shape *kept, const struct path *path, size_t from, size_t to, struct arena *arena) {
    if (to - from >= 2) {
        kept->paths = list_grow(arena, kept->paths, kept->count, &kept->capacity, sizeof *kept->paths);
        kept->paths[kept->count++] = (struct path){path->points + from, to - from};
    }
}

static void drop_from_path(const struct near_grid *grid, const struct path *path, struct shape *kept,
                           struct arena *arena) {
    size_t i = 0;
    while (i < path->count) {
        while (i < path->count && is_near(grid, path->points[i]))
            i++;
        size_t start = i;
        while (i < path->count && !is_near(grid, path->points[i]))
            i++;
        if (i > start)
            keep(kept, path, start > 0 ? start - 1 : 0, i < path->count ? i + 1 : i, arena);
    }
}

void near_grid_drop(const struct near_grid *grid, struct shape *lines, struct arena *arena) {
    struct shape kept = {.kind = lines->kind};
    for (size_t i = 0; i < lines->count; i++)
        drop_from_path(grid, &lines->paths[i], &kept, arena);
    *lines = kept;
}
