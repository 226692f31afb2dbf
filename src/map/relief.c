#include "relief.h"

#include "mask.h"

#include <math.h>

enum { MESH = 16, WEIGHT_STEPS = 64 }; /* pixels a mesh cell; steps of the spline's weights between two source pixels */

static const double pi = 3.14159265358979323846;
static const double exaggeration = 2.5;

double relief_metres(double brightness) {
    double above = (brightness - 105) / 1.75;
    return above > 0 ? above * above : 0;
}

/* Elevation for every pixel of the picture. */
struct ground {
    int width, height, pixel; /* pixel: page units */
    float *metres;
};

/* Positions in the raster (columns and rows, fractional) at the mesh points. */
struct mesh {
    int columns, rows;
    float *x, *y;
};

/* Not farther outside the raster than the spline reaches; NaN stays. */
static float within(double position, int size) {
    return (float)(position < -4 ? -4 : position > size + 3 ? size + 3 : position);
}

static struct mesh mesh_of(const struct projection *projection, struct page_box window, const struct ground *ground,
                           const struct raster *raster, struct arena *arena) {
    struct mesh mesh = {(ground->width + MESH - 1) / MESH + 1, (ground->height + MESH - 1) / MESH + 1, NULL, NULL};
    int step = MESH * ground->pixel;
    size_t count = (size_t)mesh.columns * (size_t)mesh.rows;
    mesh.x = ARENA_ARRAY(arena, float, count);
    mesh.y = ARENA_ARRAY(arena, float, count);
    struct bounds bounds = raster->bounds;
    for (size_t i = 0; i < count; i++) {
        int column = (int)(i % (size_t)mesh.columns), row = (int)(i / (size_t)mesh.columns);
        struct page_point page = {window.left + column * step, window.top + row * step};
        struct lonlat at = projection_inverse(projection, page);
        double lon = at.lon - 360 * floor((at.lon - (bounds.west + bounds.east) / 2 + 180) / 360);
        mesh.x[i] = within((lon - bounds.west) / (bounds.east - bounds.west) * raster->width - 0.5, raster->width);
        mesh.y[i] =
            within((bounds.north - at.lat) / (bounds.north - bounds.south) * raster->height - 0.5, raster->height);
    }
    return mesh;
}

/* Weights of the uniform cubic B-spline, which also takes out the blocks of the source's compression. */
struct weights {
    float at[WEIGHT_STEPS + 1][4];
};

static void fill_weights(struct weights *weights) {
    for (int i = 0; i <= WEIGHT_STEPS; i++) {
        float t = (float)i / WEIGHT_STEPS, s = 1 - t, *weight = weights->at[i];
        weight[0] = s * s * s / 6;
        weight[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        weight[2] = (3 * s * s * s - 6 * s * s + 4) / 6;
        weight[3] = t * t * t / 6;
    }
}

static int clamp(int value, int most) {
    return value < 0 ? 0 : value > most ? most : value;
}

static float spline_row(const float *at, const float *weight) {
    return at[0] * weight[0] + at[1] * weight[1] + at[2] * weight[2] + at[3] * weight[3];
}

/* Near the edge of the raster: what is outside is as the nearest inside. */
static float spline_at_edge(const struct raster *raster, int column, int row, const float *wx, const float *wy) {
    float sum = 0;
    for (int i = 0; i < 4; i++) {
        const float *line = raster->values + (size_t)clamp(row + i, raster->height - 1) * (size_t)raster->width;
        for (int k = 0; k < 4; k++)
            sum += line[clamp(column + k, raster->width - 1)] * wx[k] * wy[i];
    }
    return sum;
}

static float spline_at(const struct raster *raster, const struct weights *weights, float x, float y) {
    int column = (int)(x + 8) - 9, row = (int)(y + 8) - 9; /* of the first of four; positions are above -8 */
    const float *wx = weights->at[(int)((x - (float)(column + 1)) * WEIGHT_STEPS)];
    const float *wy = weights->at[(int)((y - (float)(row + 1)) * WEIGHT_STEPS)];
    if (column < 0 || row < 0 || column + 3 >= raster->width || row + 3 >= raster->height)
        return spline_at_edge(raster, column, row, wx, wy);
    size_t width = (size_t)raster->width;
    const float *at = raster->values + (size_t)row * width + (size_t)column;
    return spline_row(at, wx) * wy[0] + spline_row(at + width, wx) * wy[1] + spline_row(at + 2 * width, wx) * wy[2] +
           spline_row(at + 3 * width, wx) * wy[3];
}

/* One mesh cell of pixels; a corner that is not on the Earth leaves it flat. */
static void fill_cell(const struct mesh *mesh, int column, int row, const struct raster *raster,
                      const struct weights *weights, struct ground *ground) {
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
            out[i] = spline_at(raster, weights, lx + (rx - lx) * u, ly + (ry - ly) * u);
        }
    }
}

struct raster relief_decode(const struct raster *coded, struct arena *arena) {
    size_t count = (size_t)coded->width * (size_t)coded->height;
    struct raster metres = *coded;
    metres.values = ARENA_ARRAY(arena, float, count + 1);
    for (size_t i = 0; i < count; i++)
        metres.values[i] = (float)relief_metres((double)coded->values[i]);
    return metres;
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
        float east = (here[right] - here[left]) * rise, down = (south[i] - north[i]) * rise;
        if (isnan(east + down)) /* a hole in the elevation */
            continue;
        float light = brightness(lights, east, down);
        if (light < 0)
            put_pixel(pixel, paint->fill, -(double)light * strength * paint->fill.opacity);
        else
            put_pixel(pixel, paint->line.colour, (double)light * strength * paint->line.colour.opacity);
    }
}

/* Page units a pixel: as fine as the elevation is, and no finer. */
static int pixel_for(const struct raster *raster, double units_a_metre) {
    double source_metres = (raster->bounds.north - raster->bounds.south) / raster->height * 111195;
    double units = source_metres * units_a_metre;
    return units > 12 ? 4 : units > 6 ? 3 : 2;
}

static struct ground ground_of(const struct projection *projection, struct page_box window, int pixel,
                               const struct raster *raster, struct arena *arena) {
    struct ground ground = {(int)ceil((window.right - window.left) / pixel),
                            (int)ceil((window.bottom - window.top) / pixel), pixel, NULL};
    struct weights weights;
    fill_weights(&weights);
    ground.metres = ARENA_ARRAY(arena, float, (size_t)ground.width *(size_t)ground.height);
    struct mesh mesh = mesh_of(projection, window, &ground, raster, arena);
    for (int row = 0; row + 1 < mesh.rows; row++)
        for (int column = 0; column + 1 < mesh.columns; column++)
            fill_cell(&mesh, column, row, raster, &weights, &ground);
    return ground;
}

struct scene_image relief_shade(const struct projection *projection, struct page_box window,
                                const struct raster *raster, const struct page_shape *land, const struct paint *paint,
                                double strength, struct arena *arena, struct page_box *box) {
    struct page_point middle = {(window.left + window.right) / 2, (window.top + window.bottom) / 2};
    double scale = fmax(projection_scale(projection, projection_inverse(projection, middle)), 1e-9);
    int pixel = pixel_for(raster, scale);
    struct ground ground = ground_of(projection, window, pixel, raster, arena);
    double pixel_metres = pixel / scale;
    /* Wide frames see averaged slopes: raise them so that mountains still stand out; near ones see every gully. */
    double steepness = pixel_metres < 250 ? fmax(sqrt(pixel_metres / 250), 0.35) : fmax(1, sqrt(pixel_metres / 2500));
    double rise = exaggeration * steepness / (2 * pixel_metres);
    const uint8_t *mask = mask_of_area(land, window, pixel, ground.width, ground.height, arena);
    uint8_t *pixels = ARENA_ARRAY(arena, uint8_t, (size_t)ground.width * (size_t)ground.height * 4);
    for (int row = 0; row < ground.height; row++)
        shade_row(&ground, row, mask, (float)rise, paint, strength * paint->exaggeration,
                  pixels + (size_t)row * (size_t)ground.width * 4);
    *box = (struct page_box){window.left, window.top, window.left + ground.width * pixel,
                             window.top + ground.height * pixel};
    return (struct scene_image){ground.width, ground.height, pixels};
}
