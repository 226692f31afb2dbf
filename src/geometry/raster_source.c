#include "raster_source.h"

#include <math.h>

/* A level and where its cells lie. */
struct grid {
    size_t level;
    int width, height;
    double west, north, step_x, step_y;
};

/* The coarsest level that still has at least `pixels_wide` pixels across the bounds; the finest where none has. */
static struct grid choose_level(const struct raster_source *source, struct bounds bounds, int pixels_wide) {
    struct raster_level whole = source->levels[0];
    struct grid best = {0, whole.width, whole.height, source->west, source->north, source->step_x, source->step_y};
    for (size_t i = 1; i < source->level_count; i++) {
        struct raster_level level = source->levels[i];
        double step_x = source->step_x * whole.width / level.width;
        double step_y = source->step_y * whole.height / level.height;
        if ((bounds.east - bounds.west) / step_x >= pixels_wide && level.width < best.width)
            best = (struct grid){i, level.width, level.height, source->west, source->north, step_x, step_y};
    }
    return best;
}

static bool grid_is_round(const struct grid *grid) {
    return fabs(grid->width * grid->step_x - 360) < grid->step_x / 2;
}

/* Cells that cover the bounds, as far as the raster goes; columns go beyond the width of one around the Earth. */
static struct raster_cells grid_cells(const struct grid *grid, struct bounds bounds) {
    double left = floor((bounds.west - grid->west) / grid->step_x),
           right = ceil((bounds.east - grid->west) / grid->step_x);
    double top = floor((grid->north - bounds.north) / grid->step_y);
    double bottom = ceil((grid->north - bounds.south) / grid->step_y);
    double shift = 0;
    if (grid_is_round(grid)) {
        shift = left < 0 ? grid->width : 0;
        right = fmin(right, left + grid->width);
    } else {
        left = fmax(left, 0);
        right = fmin(right, grid->width);
    }
    top = fmax(top, 0);
    bottom = fmin(bottom, grid->height);
    if (!(left < right && top < bottom))
        return (struct raster_cells){0};
    return (struct raster_cells){(int)(left + shift), (int)top, (int)(right - left), (int)(bottom - top)};
}

static void mark_missing(float missing, struct raster *raster) {
    size_t count = (size_t)raster->width * (size_t)raster->height;
    for (size_t i = 0; !isnan(missing) && i < count; i++)
        if (raster->values[i] == missing)
            raster->values[i] = NAN;
}

/* Reads the cells, a `shrink`-th of them in each direction; a raster around the Earth goes on at its other edge. */
static bool read_cells(const struct raster_source *source, const struct grid *grid, struct raster_cells cells,
                       int shrink, struct arena *arena, struct raster *raster) {
    cells.width -= cells.width % shrink;
    cells.height -= cells.height % shrink;
    if (cells.width == 0 || cells.height == 0)
        return true;
    raster->width = cells.width / shrink;
    raster->height = cells.height / shrink;
    raster->values = ARENA_ARRAY(arena, float, (size_t)raster->width *(size_t)raster->height);
    double west = grid->west + cells.left * grid->step_x, north = grid->north - cells.top * grid->step_y;
    raster->bounds =
        (struct bounds){west, north - cells.height * grid->step_y, west + cells.width * grid->step_x, north};
    int left = cells.left % grid->width, first = cells.width < grid->width - left ? cells.width : grid->width - left;
    first -= first % shrink;
    struct raster_cells near = {left, cells.top, first, cells.height};
    struct raster_cells far = {0, cells.top, cells.width - first, cells.height};
    bool done = first == 0 || source->read(source->context, grid->level, near, shrink, raster->values, raster->width);
    if (done && far.width > 0)
        done = source->read(source->context, grid->level, far, shrink, raster->values + first / shrink, raster->width);
    mark_missing(source->missing, raster);
    return done;
}

bool raster_source_read(const struct raster_source *source, struct bounds bounds, int pixels_wide, struct arena *arena,
                        struct raster *raster) {
    struct grid grid = choose_level(source, bounds, pixels_wide);
    struct raster_cells cells = grid_cells(&grid, bounds);
    struct raster part = {0};
    int shrink = cells.width / (pixels_wide > 0 ? pixels_wide : 1);
    if (cells.width > 0 && !read_cells(source, &grid, cells, shrink < 1 ? 1 : shrink, arena, &part))
        return false;
    if (part.bounds.west > 180) {
        part.bounds.west -= 360;
        part.bounds.east -= 360;
    }
    *raster = part;
    return true;
}
