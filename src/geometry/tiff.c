#include "tiff.h"

#include "flat_buffer.h"
#include "number.h"
#include "raster_source.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

/* TIFF 6.0; tags of GeoTIFF 1.1 and, for the value that stands for none, of GDAL. */
enum {
    TAG_WIDTH = 256,
    TAG_HEIGHT = 257,
    TAG_BITS = 258,
    TAG_COMPRESSION = 259,
    TAG_SAMPLES = 277,
    TAG_PREDICTOR = 317,
    TAG_TILE_WIDTH = 322,
    TAG_TILE_HEIGHT = 323,
    TAG_TILES = 324,
    TAG_TILE_SIZES = 325,
    TAG_PIXEL_SCALE = 33550,
    TAG_TIE_POINT = 33922,
    TAG_MISSING = 42113
};
enum { PLAIN = 1, DEFLATE = 8, OLD_DEFLATE = 32946, DIFFERENCES = 2 };
enum { TYPE_TEXT = 2, TYPE_SHORT = 3, TYPE_LONG = 4, TYPE_DOUBLE = 12 };
enum { ENTRY_SIZE = 12, SIDE_MOST = 1 << 20, TILE_MOST = 4096 };

/* A level: one directory of the file. */
struct tiff_level {
    int width, height, tile_width, tile_height, predictor, compression;
    struct text tiles, tile_sizes; /* LONG each */
};

struct tiff {
    struct text bytes;
    struct raster_source source;
    struct tiff_level levels[RASTER_LEVELS];
    struct arena *arena;
};

static bool is_inside(struct text bytes, size_t at, size_t size) {
    return at <= bytes.size && bytes.size - at >= size;
}

/* The values of a tag of a directory: their type and bytes; false if it has none. */
static bool find_tag(struct text bytes, size_t directory, unsigned tag, unsigned *type, struct text *values) {
    static const size_t sizes[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    size_t count = flat_u16(bytes.data + directory);
    for (size_t i = 0; i < count && is_inside(bytes, directory + 2 + i * ENTRY_SIZE, ENTRY_SIZE); i++) {
        const char *entry = bytes.data + directory + 2 + i * ENTRY_SIZE;
        *type = flat_u16(entry + 2);
        if (flat_u16(entry) != tag || *type >= sizeof sizes / sizeof *sizes)
            continue;
        size_t size = sizes[*type] * flat_u32(entry + 4), at = flat_u32(entry + 8);
        *values = (struct text){size <= 4 ? entry + 8 : bytes.data + at, size};
        return size <= 4 || is_inside(bytes, at, size);
    }
    return false;
}

static int find_number(struct text bytes, size_t directory, unsigned tag, int otherwise) {
    unsigned type;
    struct text values;
    if (!find_tag(bytes, directory, tag, &type, &values))
        return otherwise;
    if (type == TYPE_SHORT && values.size >= 2)
        return flat_u16(values.data);
    return type == TYPE_LONG && values.size >= 4 ? (int)flat_u32(values.data) : otherwise;
}

static bool find_longs(struct text bytes, size_t directory, unsigned tag, struct text *values) {
    unsigned type;
    return find_tag(bytes, directory, tag, &type, values) && type == TYPE_LONG;
}

static bool find_doubles(struct text bytes, size_t directory, unsigned tag, size_t count, double *numbers) {
    unsigned type;
    struct text values;
    if (!find_tag(bytes, directory, tag, &type, &values) || type != TYPE_DOUBLE || values.size < count * 8)
        return false;
    for (size_t i = 0; i < count; i++)
        numbers[i] = flat_double(values.data + i * 8);
    return true;
}

static bool read_level(struct text bytes, size_t directory, struct tiff_level *level) {
    *level = (struct tiff_level){.width = find_number(bytes, directory, TAG_WIDTH, 0),
                                 .height = find_number(bytes, directory, TAG_HEIGHT, 0),
                                 .tile_width = find_number(bytes, directory, TAG_TILE_WIDTH, 0),
                                 .tile_height = find_number(bytes, directory, TAG_TILE_HEIGHT, 0),
                                 .predictor = find_number(bytes, directory, TAG_PREDICTOR, 1),
                                 .compression = find_number(bytes, directory, TAG_COMPRESSION, PLAIN)};
    bool sized = level->width > 0 && level->width <= SIDE_MOST && level->height > 0 && level->height <= SIDE_MOST &&
                 level->tile_width > 0 && level->tile_width <= TILE_MOST && level->tile_height > 0 &&
                 level->tile_height <= TILE_MOST;
    bool packed = level->compression == DEFLATE || level->compression == OLD_DEFLATE || level->compression == PLAIN;
    return sized && packed && (level->predictor == 1 || level->predictor == DIFFERENCES) &&
           find_number(bytes, directory, TAG_BITS, 1) == 8 && find_number(bytes, directory, TAG_SAMPLES, 1) == 1 &&
           find_longs(bytes, directory, TAG_TILES, &level->tiles) &&
           find_longs(bytes, directory, TAG_TILE_SIZES, &level->tile_sizes);
}

/* Where on the Earth it lies, and what stands for no value. */
static bool read_place(struct text bytes, size_t directory, struct raster_source *source) {
    double scale[2], tie[6], missing;
    unsigned type;
    struct text said;
    if (!find_doubles(bytes, directory, TAG_PIXEL_SCALE, 2, scale) ||
        !find_doubles(bytes, directory, TAG_TIE_POINT, 6, tie) || !(scale[0] > 0 && scale[1] > 0))
        return false;
    source->step_x = scale[0];
    source->step_y = scale[1];
    source->west = tie[3] - tie[0] * scale[0];
    source->north = tie[4] + tie[1] * scale[1];
    source->missing = NAN;
    if (find_tag(bytes, directory, TAG_MISSING, &type, &said) && type == TYPE_TEXT && said.size > 0) {
        said.size -= said.data[said.size - 1] == '\0';
        if (number_read(text_trim(said), &missing))
            source->missing = (float)missing;
    }
    return isfinite(source->west) && isfinite(source->north) && isfinite(scale[0]) && isfinite(scale[1]);
}

static bool open_tiff(struct text bytes, struct tiff *tiff) {
    *tiff = (struct tiff){.bytes = bytes};
    if (bytes.size < 8 || memcmp(bytes.data, "II*", 4) != 0)
        return false;
    size_t directory = flat_u32(bytes.data + 4);
    struct raster_source *source = &tiff->source;
    while (directory != 0 && source->level_count < RASTER_LEVELS) {
        if (!is_inside(bytes, directory, 2))
            return false;
        size_t behind = directory + 2 + (size_t)flat_u16(bytes.data + directory) * ENTRY_SIZE;
        struct tiff_level *level = &tiff->levels[source->level_count];
        if (!is_inside(bytes, behind, 4) || !read_level(bytes, directory, level) ||
            (source->level_count == 0 && !read_place(bytes, directory, source)))
            return false;
        source->levels[source->level_count++] = (struct raster_level){level->width, level->height};
        directory = flat_u32(bytes.data + behind);
    }
    return source->level_count > 0;
}

bool tiff_knows(struct text bytes) {
    struct tiff tiff;
    return open_tiff(bytes, &tiff);
}

static void add_differences(unsigned char *pixels, const struct tiff_level *level) {
    for (int y = 0; y < level->tile_height; y++) {
        unsigned char *row = pixels + (size_t)y * (size_t)level->tile_width;
        for (int x = 1; x < level->tile_width; x++)
            row[x] = (unsigned char)(row[x] + row[x - 1]);
    }
}

/* The pixels of a tile, unpacked into `pixels`; a tile of no bytes is all zero. */
static bool unpack_tile(const struct tiff *tiff, const struct tiff_level *level, size_t number,
                        struct libdeflate_decompressor *unpacker, unsigned char *pixels) {
    size_t size = (size_t)level->tile_width * (size_t)level->tile_height;
    if (number >= level->tiles.size / 4 || number >= level->tile_sizes.size / 4)
        return false;
    size_t at = flat_u32(level->tiles.data + number * 4), packed = flat_u32(level->tile_sizes.data + number * 4);
    if (!is_inside(tiff->bytes, at, packed))
        return false;
    if (packed == 0) {
        memset(pixels, 0, size);
        return true;
    }
    if (level->compression == PLAIN && packed == size)
        memcpy(pixels, tiff->bytes.data + at, size);
    else if (level->compression == PLAIN || libdeflate_zlib_decompress(unpacker, tiff->bytes.data + at, packed, pixels,
                                                                       size, NULL) != LIBDEFLATE_SUCCESS)
        return false;
    if (level->predictor == DIFFERENCES)
        add_differences(pixels, level);
    return true;
}

/* Adds to the sums what of the tile lies in the cells. */
static void add_tile(const struct tiff_level *level, int left, int top, const unsigned char *pixels,
                     struct raster_cells cells, int shrink, float *values, int row) {
    int from_x = left > cells.left ? left : cells.left, from_y = top > cells.top ? top : cells.top;
    int to_x = left + level->tile_width, to_y = top + level->tile_height;
    to_x = to_x < cells.left + cells.width ? to_x : cells.left + cells.width;
    to_y = to_y < cells.top + cells.height ? to_y : cells.top + cells.height;
    for (int y = from_y; y < to_y; y++) {
        const unsigned char *line = pixels + (size_t)(y - top) * (size_t)level->tile_width;
        float *into = values + (size_t)((y - cells.top) / shrink) * (size_t)row;
        for (int x = from_x; x < to_x; x++)
            into[(x - cells.left) / shrink] += line[x - left];
    }
}

static void take_means(struct raster_cells cells, int shrink, float *values, int row) {
    float of = (float)shrink * (float)shrink;
    for (int y = 0; shrink > 1 && y < cells.height / shrink; y++)
        for (int x = 0; x < cells.width / shrink; x++)
            values[(size_t)y * (size_t)row + (size_t)x] = roundf(values[(size_t)y * (size_t)row + (size_t)x] / of);
}

static bool read_tiles(const struct tiff *tiff, const struct tiff_level *level, struct raster_cells cells, int shrink,
                       float *values, int row, struct libdeflate_decompressor *unpacker) {
    int across = (level->width + level->tile_width - 1) / level->tile_width;
    unsigned char *pixels =
        ARENA_ARRAY(tiff->arena, unsigned char, (size_t)level->tile_width *(size_t)level->tile_height);
    int first_x = cells.left / level->tile_width, last_x = (cells.left + cells.width - 1) / level->tile_width;
    int first_y = cells.top / level->tile_height, last_y = (cells.top + cells.height - 1) / level->tile_height;
    for (int y = first_y; y <= last_y; y++)
        for (int x = first_x; x <= last_x; x++) {
            if (!unpack_tile(tiff, level, (size_t)y * (size_t)across + (size_t)x, unpacker, pixels))
                return false;
            add_tile(level, x * level->tile_width, y * level->tile_height, pixels, cells, shrink, values, row);
        }
    take_means(cells, shrink, values, row);
    return true;
}

static bool read_cells(void *context, size_t number, struct raster_cells cells, int shrink, float *values, int row) {
    const struct tiff *tiff = context;
    struct libdeflate_decompressor *unpacker = libdeflate_alloc_decompressor();
    for (int y = 0; y < cells.height / shrink; y++)
        memset(values + (size_t)y * (size_t)row, 0, (size_t)(cells.width / shrink) * sizeof *values);
    bool done = unpacker && read_tiles(tiff, &tiff->levels[number], cells, shrink, values, row, unpacker);
    libdeflate_free_decompressor(unpacker);
    return done;
}

bool tiff_read(struct text bytes, struct bounds bounds, int pixels_wide, struct arena *arena, struct raster *raster,
               struct error *error) {
    struct tiff tiff;
    bool known = open_tiff(bytes, &tiff);
    tiff.arena = arena;
    tiff.source.read = read_cells;
    tiff.source.context = &tiff;
    return (known && raster_source_read(&tiff.source, bounds, pixels_wide, arena, raster)) ||
           error_set(error, ERROR_ENVIRONMENT, "the file is damaged");
}
