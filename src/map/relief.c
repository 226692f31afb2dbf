#include "relief.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PIXEL = 2, MESH = 16 }; /* page units a pixel; pixels a mesh cell */

static const double pi = 3.14159265358979323846;
static const double exaggeration = 2.5;

double relief_metres(double brightness) {
    double above = (brightness - 105) / 1.75;
    return above > 0 ? above * above : 0;
}

/* Elevation for every pixel of the picture. */
struct ground {
    int width, height;
    float *metres;
};

/* Positions in the raster (columns and rows, fractional) at the mesh points. */
struct mesh {
    int columns, rows;
    float *x, *y;
};

static struct mesh mesh_of(const struct projection *projection, struct page_box window, int width, int height,
                           const struct raster *raster, struct arena *arena) {
    struct mesh mesh = {(width + MESH - 1) / MESH + 1, (height + MESH - 1) / MESH + 1, NULL, NULL};
    size_t count = (size_t)mesh.columns * (size_t)mesh.rows;
    mesh.x = ARENA_ARRAY(arena, float, count);
    mesh.y = ARENA_ARRAY(arena, float, count);
    struct bounds bounds = raster->bounds;
    for (size_t i = 0; i < count; i++) {
        int column = (int)(i % (size_t)mesh.columns), row = (int)(i / (size_t)mesh.columns);
        struct page_point page = {window.left + column * MESH * PIXEL, window.top + row * MESH * PIXEL};
        struct lonlat at = projection_inverse(projection, page);
        double lon = at.lon - 360 * floor((at.lon - (bounds.west + bounds.east) / 2 + 180) / 360);
        mesh.x[i] = (float)((lon - bounds.west) / (bounds.east - bounds.west) * raster->width - 0.5);
        mesh.y[i] = (float)((bounds.north - at.lat) / (bounds.north - bounds.south) * raster->height - 0.5);
    }
    return mesh;
}

/* Weights of the uniform cubic B-spline, which also takes out the blocks of the source's compression. */
static void spline_weights(float t, float weight[4]) {
    float s = 1 - t;
    weight[0] = s * s * s / 6;
    weight[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
    weight[2] = (3 * s * s * s - 6 * s * s + 4) / 6;
    weight[3] = t * t * t / 6;
}

static int clamp(int value, int most) {
    return value < 0 ? 0 : value > most ? most : value;
}

static float spline_at(const struct raster *raster, float x, float y) {
    float fx = floorf(x), fy = floorf(y), wx[4], wy[4], sum = 0;
    spline_weights(x - fx, wx);
    spline_weights(y - fy, wy);
    int column = (int)fx - 1, row = (int)fy - 1;
    bool inside = column >= 0 && row >= 0 && column + 3 < raster->width && row + 3 < raster->height;
    for (int i = 0; i < 4; i++) {
        const float *line = raster->values + (size_t)clamp(row + i, raster->height - 1) * (size_t)raster->width;
        const float *at = line + (inside ? column : 0);
        float across = inside ? at[0] * wx[0] + at[1] * wx[1] + at[2] * wx[2] + at[3] * wx[3] : 0;
        for (int k = 0; !inside && k < 4; k++)
            across += line[clamp(column + k, raster->width - 1)] * wx[k];
        sum += across * wy[i];
    }
    return sum;
}

/* One mesh cell of pixels; a corner that is not on the Earth leaves it flat. */
static void fill_cell(const struct mesh *mesh, int column, int row, const struct raster *raster,
                      struct ground *ground) {
    size_t at = (size_t)row * (size_t)mesh->columns + (size_t)column, below = at + (size_t)mesh->columns;
    const float *x = mesh->x, *y = mesh->y;
    float known = x[at] + x[at + 1] + x[below] + x[below + 1] + y[at] + y[at + 1] + y[below] + y[below + 1];
    bool torn =
        fabsf(x[at] - x[at + 1]) > (float)raster->width / 2 || fabsf(x[at] - x[below]) > (float)raster->width / 2;
    if (!isfinite(known) || torn)
        return;
    for (int j = 0; j < MESH && row * MESH + j < ground->height; j++) {
        float v = (float)j / MESH, lx = x[at] + (x[below] - x[at]) * v, ly = y[at] + (y[below] - y[at]) * v;
        float rx = x[at + 1] + (x[below + 1] - x[at + 1]) * v, ry = y[at + 1] + (y[below + 1] - y[at + 1]) * v;
        float *out = ground->metres + (size_t)(row * MESH + j) * (size_t)ground->width + (size_t)(column * MESH);
        for (int i = 0; i < MESH && column * MESH + i < ground->width; i++) {
            float u = (float)i / MESH;
            out[i] = spline_at(raster, lx + (rx - lx) * u, ly + (ry - ly) * u);
        }
    }
}

static void decode(const struct raster *raster, struct arena *arena, struct raster *metres) {
    size_t count = (size_t)raster->width * (size_t)raster->height;
    *metres = *raster;
    metres->values = ARENA_ARRAY(arena, float, count);
    for (size_t i = 0; i < count; i++)
        metres->values[i] = (float)relief_metres((double)raster->values[i]);
}

/* Where the land is, a byte a pixel: even-odd filling of the rings, row by row. */
static int compare_floats(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

struct crossings {
    float *x;
    size_t count, limit;
};

/* Where the rings cross the middle of each row: counted first, then kept. */
static void cross_rows(const struct page_shape *land, struct page_box window, int height, struct crossings *rows) {
    for (size_t i = 0; i < land->count; i++) {
        const struct page_path *path = &land->items[i];
        for (size_t k = 0; k < path->count; k++) {
            struct page_point a = path->points[k], b = path->points[(k + 1) % path->count];
            double top = (fmin(a.y, b.y) - window.top) / PIXEL - 0.5,
                   bottom = (fmax(a.y, b.y) - window.top) / PIXEL - 0.5;
            for (int row = (int)fmax(ceil(top), 0); row < height && row < bottom; row++) {
                struct crossings *line = &rows[row];
                double y = window.top + (row + 0.5) * PIXEL;
                if (line->x && line->count < line->limit)
                    line->x[line->count] = (float)((a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) - window.left) / PIXEL);
                line->count++;
            }
        }
    }
}

static uint8_t *mask_of(const struct page_shape *land, struct page_box window, int width, int height,
                        struct arena *arena) {
    struct crossings *rows = ARENA_ARRAY(arena, struct crossings, (size_t)height);
    uint8_t *mask = ARENA_ARRAY(arena, uint8_t, (size_t)width * (size_t)height);
    cross_rows(land, window, height, rows);
    for (int row = 0; row < height; row++) {
        rows[row].limit = rows[row].count;
        rows[row].x = ARENA_ARRAY(arena, float, rows[row].limit + 1);
        rows[row].count = 0;
    }
    cross_rows(land, window, height, rows);
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

struct light {
    float x, y, z, weight; /* towards it; x east, y south */
};

static void lights_of(struct light lights[3]) {
    static const double azimuths[] = {315, 275, 355}, weights[] = {0.6, 0.2, 0.2};
    double altitude = 40 * pi / 180;
    for (int i = 0; i < 3; i++) {
        double azimuth = azimuths[i] * pi / 180;
        lights[i] = (struct light){(float)(cos(altitude) * sin(azimuth)), (float)(-cos(altitude) * cos(azimuth)),
                                   (float)sin(altitude), (float)weights[i]};
    }
}

/* How much lighter than flat ground a slope is: -1 .. 1. dx, dy: metres up a metre east and south. */
static float brightness(const struct light lights[3], float dx, float dy) {
    float length = sqrtf(1 + dx * dx + dy * dy), sum = 0, flat = lights[0].z;
    for (int i = 0; i < 3; i++) {
        float towards = (lights[i].z - dx * lights[i].x - dy * lights[i].y) / length;
        sum += lights[i].weight * (towards > 0 ? towards : 0);
    }
    return sum < flat ? (sum - flat) / flat : (sum - flat) / (1 - flat);
}

static void put_pixel(uint8_t *pixel, struct colour colour, double opacity) {
    pixel[0] = colour.red;
    pixel[1] = colour.green;
    pixel[2] = colour.blue;
    pixel[3] = (uint8_t)lrint(255 * fmin(fmax(opacity, 0), 1));
}

static void shade_row(const struct ground *ground, int row, const uint8_t *mask, float rise, const struct paint *paint,
                      double strength, uint8_t *pixels) {
    struct light lights[3];
    lights_of(lights);
    int width = ground->width, above = row > 0 ? row - 1 : row, below = row + 1 < ground->height ? row + 1 : row;
    const float *here = ground->metres + (size_t)row * (size_t)width;
    const float *north = ground->metres + (size_t)above * (size_t)width;
    const float *south = ground->metres + (size_t)below * (size_t)width;
    for (int i = 0; i < width; i++) {
        uint8_t *pixel = pixels + (size_t)i * 4;
        int left = i > 0 ? i - 1 : i, right = i + 1 < width ? i + 1 : i;
        if (!mask[(size_t)row * (size_t)width + (size_t)i])
            continue;
        float light = brightness(lights, (here[right] - here[left]) * rise, (south[i] - north[i]) * rise);
        if (light < 0)
            put_pixel(pixel, paint->fill, -(double)light * strength * paint->fill.opacity);
        else
            put_pixel(pixel, paint->line.colour, (double)light * strength * paint->line.colour.opacity);
    }
}

struct scene_image relief_shade(const struct projection *projection, struct page_box window,
                                const struct raster *raster, const struct page_shape *land, const struct paint *paint,
                                double strength, struct arena *arena) {
    int width = (int)ceil((window.right - window.left) / PIXEL),
        height = (int)ceil((window.bottom - window.top) / PIXEL);
    struct ground ground = {width, height, ARENA_ARRAY(arena, float, (size_t)width *(size_t)height)};
    struct raster metres;
    decode(raster, arena, &metres);
    struct mesh mesh = mesh_of(projection, window, width, height, &metres, arena);
    for (int row = 0; row + 1 < mesh.rows; row++)
        for (int column = 0; column + 1 < mesh.columns; column++)
            fill_cell(&mesh, column, row, &metres, &ground);
    struct page_point middle = {(window.left + window.right) / 2, (window.top + window.bottom) / 2};
    double pixel_metres = PIXEL / fmax(projection_scale(projection, projection_inverse(projection, middle)), 1e-9);
    /* Wide frames see averaged slopes: raise them so that mountains still stand out. */
    double rise = exaggeration * fmax(1, sqrt(pixel_metres / 2500)) / (2 * pixel_metres);
    uint8_t *mask = mask_of(land, window, width, height, arena);
    uint8_t *pixels = ARENA_ARRAY(arena, uint8_t, (size_t)width * (size_t)height * 4);
    for (int row = 0; row < height; row++)
        shade_row(&ground, row, mask, (float)rise, paint, strength * paint->exaggeration,
                  pixels + (size_t)row * (size_t)width * 4);
    return (struct scene_image){width, height, pixels};
}
