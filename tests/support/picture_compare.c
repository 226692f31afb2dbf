#include "picture_compare.h"

#include <math.h>
#include <png.h>
#include <string.h>

struct pixels {
    int width, height;
    uint8_t *rgb;
};

struct lab {
    double l, a, b;
};

static bool read_png(struct text bytes, struct arena *arena, struct pixels *pixels, struct error *error) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, bytes.data, bytes.size))
        return error_set(error, ERROR_INPUT, "no PNG: %s", image.message);
    image.format = PNG_FORMAT_RGB;
    pixels->width = (int)image.width;
    pixels->height = (int)image.height;
    pixels->rgb = arena_alloc(arena, PNG_IMAGE_SIZE(image), 1);
    if (!png_image_finish_read(&image, NULL, pixels->rgb, 0, NULL))
        return error_set(error, ERROR_INPUT, "a broken PNG: %s", image.message);
    return true;
}

/* IEC 61966-2-1. */
static double linear(uint8_t value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

/* CIE 15:2004, 8.2.1. */
static double lab_root(double t) {
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static struct lab lab_of(const uint8_t *rgb) {
    double r = linear(rgb[0]), g = linear(rgb[1]), b = linear(rgb[2]);
    double x = lab_root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = lab_root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = lab_root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double colour_difference(const uint8_t *a, const uint8_t *b) {
    if (memcmp(a, b, 3) == 0)
        return 0;
    struct lab first = lab_of(a), second = lab_of(b);
    return sqrt((first.l - second.l) * (first.l - second.l) + (first.a - second.a) * (first.a - second.a) +
                (first.b - second.b) * (first.b - second.b));
}

static const uint8_t *pixel_at(const struct pixels *pixels, int x, int y) {
    return pixels->rgb + 3 * ((size_t)y * (size_t)pixels->width + (size_t)x);
}

static int tile_end(int start, int limit) {
    return start + PICTURE_TILE < limit ? start + PICTURE_TILE : limit;
}

static double tile_difference(const struct pixels *a, const struct pixels *b, int left, int top) {
    int right = tile_end(left, a->width), bottom = tile_end(top, a->height);
    double sum = 0;
    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++)
            sum += colour_difference(pixel_at(a, x, y), pixel_at(b, x, y));
    return sum / ((right - left) * (bottom - top));
}

static void mark_pixel(const struct pixels *a, const struct pixels *b, const struct pixels *shown, int x, int y,
                       bool framed) {
    const uint8_t *from = pixel_at(a, x, y);
    uint8_t *to = shown->rgb + 3 * ((size_t)y * (size_t)shown->width + (size_t)x);
    uint8_t grey = (uint8_t)(160 + (from[0] * 3 + from[1] * 6 + from[2]) / 30);
    double strength = fmin(1, colour_difference(from, pixel_at(b, x, y)) / 20);
    to[0] = framed ? 255 : (uint8_t)lround(grey + (255 - grey) * strength);
    to[1] = to[2] = framed ? 0 : (uint8_t)lround(grey * (1 - strength));
}

static void mark_tile(const struct pixels *a, const struct pixels *b, const struct pixels *shown, int left, int top,
                      bool framed) {
    int right = tile_end(left, a->width), bottom = tile_end(top, a->height);
    for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
            bool edge = x == left || y == top || x == right - 1 || y == bottom - 1;
            mark_pixel(a, b, shown, x, y, framed && edge);
        }
    }
}

static struct picture_difference compare_tiles(const struct pixels *a, const struct pixels *b,
                                               const struct pixels *shown) {
    struct picture_difference difference = {.same_size = true, .exact = true};
    for (int top = 0; top < a->height; top += PICTURE_TILE) {
        for (int left = 0; left < a->width; left += PICTURE_TILE) {
            double here = tile_difference(a, b, left, top);
            difference.exact = difference.exact && here <= 0;
            difference.tiles_beyond += here > PICTURE_TOLERANCE;
            if (here > difference.worst) {
                difference.worst = here;
                difference.worst_left = left;
                difference.worst_top = top;
            }
            if (shown)
                mark_tile(a, b, shown, left, top, here > PICTURE_TOLERANCE);
        }
    }
    return difference;
}

static bool write_png(const struct pixels *pixels, struct arena *arena, struct text *bytes, struct error *error) {
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)pixels->width,
                       .height = (png_uint_32)pixels->height,
                       .format = PNG_FORMAT_RGB};
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    char *data = arena_alloc(arena, size, 1);
    if (!png_image_write_to_memory(&image, data, &size, 0, pixels->rgb, 0, NULL))
        return error_set(error, ERROR_ENVIRONMENT, "the difference cannot be written: %s", image.message);
    *bytes = (struct text){data, size};
    return true;
}

bool picture_difference_passes(const struct picture_difference *difference) {
    return difference->same_size && difference->worst <= PICTURE_TOLERANCE;
}

bool picture_compare(struct text a, struct text b, struct arena *arena, struct picture_difference *difference,
                     struct text *shown, struct error *error) {
    struct pixels first, second;
    if (!read_png(a, arena, &first, error) || !read_png(b, arena, &second, error))
        return false;
    if (first.width != second.width || first.height != second.height) {
        *difference = (struct picture_difference){.worst = 100};
        if (shown)
            *shown = TEXT_NONE;
        return true;
    }
    struct pixels marked = {first.width, first.height, NULL};
    if (shown)
        marked.rgb = arena_alloc(arena, (size_t)first.width * (size_t)first.height, 3);
    *difference = compare_tiles(&first, &second, shown ? &marked : NULL);
    return !shown || write_png(&marked, arena, shown, error);
}
