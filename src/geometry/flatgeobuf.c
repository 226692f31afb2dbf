#include "flatgeobuf.h"

#include "flat_buffer.h"
#include "flatgeobuf_shape.h"
#include "list.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The format: flatgeobuf.org, version 3. Header, index (a packed Hilbert R-tree), features. */
enum { MAGIC_SIZE = 8, NODE_SIZE = 40, LEVELS_MOST = 32 };
enum { HEADER_TYPE = 2, HEADER_HAS_Z, HEADER_HAS_M, HEADER_COLUMNS = 7, HEADER_COUNT, HEADER_NODE_SIZE };
enum { COLUMN_NAME, COLUMN_TYPE };
enum { FEATURE_GEOMETRY, FEATURE_PROPERTIES };

static const char magic[MAGIC_SIZE] = "fgb\3fgb";

/* What the header says, and where the other parts lie. */
struct flat_file {
    struct text bytes;
    struct flat_table header;
    struct flat_vector columns;
    unsigned type;
    size_t count, node_size;
    size_t levels, nodes;
    struct {
        size_t start, count;
    } level[LEVELS_MOST]; /* nodes; the leaves are level 0, the root is the last, and first in the file */
    const char *index;
    struct text features;
};

static bool damaged(struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "the file is damaged");
}

static uint64_t header_number(const struct flat_file *file, unsigned field, size_t size, uint64_t otherwise) {
    const char *value;
    if (!flat_field(&file->header, field, size, &value))
        return otherwise;
    return size == 1 ? (unsigned char)*value : size == 2 ? flat_u16(value) : flat_u64(value);
}

static bool lay_out_index(struct flat_file *file) {
    size_t count = file->count, start = 0;
    file->level[file->levels++].count = count;
    do {
        file->nodes += count;
        count = (count + file->node_size - 1) / file->node_size;
        if (file->levels == LEVELS_MOST)
            return false;
        file->level[file->levels++].count = count;
    } while (count > 1);
    file->nodes += count;
    for (size_t level = file->levels; level > 0; level--) {
        file->level[level - 1].start = start;
        start += file->level[level - 1].count;
    }
    return true;
}

static bool open_file(struct text bytes, struct flat_file *file) {
    *file = (struct flat_file){.bytes = bytes};
    if (bytes.size < MAGIC_SIZE + 8 || memcmp(bytes.data, magic, MAGIC_SIZE - 1) != 0)
        return false;
    size_t header = flat_u32(bytes.data + MAGIC_SIZE), rest = bytes.size - MAGIC_SIZE - 4;
    if (header > rest || !flat_root((struct text){bytes.data + MAGIC_SIZE + 4, header}, &file->header))
        return false;
    file->columns = flat_list(&file->header, HEADER_COLUMNS, 4);
    file->type = (unsigned)header_number(file, HEADER_TYPE, 1, 0);
    file->count = header_number(file, HEADER_COUNT, 8, 0);
    file->node_size = header_number(file, HEADER_NODE_SIZE, 2, 16);
    bool flat = header_number(file, HEADER_HAS_Z, 1, 0) == 0 && header_number(file, HEADER_HAS_M, 1, 0) == 0;
    rest -= header;
    if (!flat || file->count > rest / NODE_SIZE || file->node_size < 2)
        return false;
    if (file->count > 0 && (!lay_out_index(file) || file->nodes > rest / NODE_SIZE))
        return false;
    file->index = bytes.data + MAGIC_SIZE + 4 + header;
    file->features = (struct text){file->index + file->nodes * NODE_SIZE, rest - file->nodes * NODE_SIZE};
    return true;
}

bool flatgeobuf_knows(struct text bytes) {
    struct flat_file file;
    return open_file(bytes, &file) && flat_shape_knows(file.type);
}

/* One reading: what is looked for, and what was found. */
struct search {
    struct flat_file file;
    const struct layer_query *query;
    const struct layer_filter *filter;
    int fields[LAYER_FIELDS], terms[FILTER_TERMS]; /* column of each, -1 = none */
    size_t field_count;
    struct arena *arena;
    struct {
        size_t *items; /* where features lie */
        size_t count, capacity;
    } hits;
    struct feature_list features;
};

static int find_column(const struct flat_file *file, struct text name) {
    struct flat_table column;
    for (size_t i = 0; i < file->columns.count; i++)
        if (flat_item(&file->header, file->columns, i, &column) && text_equal(flat_text(&column, COLUMN_NAME), name))
            return (int)i;
    return -1;
}

static bool find_columns(struct search *search, struct error *error) {
    for (; search->field_count < LAYER_FIELDS && search->query->fields[search->field_count]; search->field_count++)
        search->fields[search->field_count] =
            find_column(&search->file, text_of(search->query->fields[search->field_count]));
    for (size_t i = 0; i < search->filter->count; i++) {
        struct text name = search->filter->terms[i].field;
        search->terms[i] = find_column(&search->file, name);
        if (search->terms[i] < 0)
            return error_set(error, ERROR_ENVIRONMENT, "has no field '%.*s'", TEXT_ARGS(name));
    }
    return true;
}

static bool node_meets(const char *node, struct bounds box) {
    return flat_double(node) <= box.east && flat_double(node + 8) <= box.north && flat_double(node + 16) >= box.west &&
           flat_double(node + 24) >= box.south;
}

/* Nodes first to beyond of one level; the children of one lie together a level below. */
static bool search_nodes(struct search *search, size_t level, size_t first, size_t beyond, struct bounds box,
                         struct error *error) {
    const struct flat_file *file = &search->file;
    for (size_t i = first; i < beyond; i++) {
        const char *node = file->index + i * NODE_SIZE;
        size_t offset = flat_u64(node + 32);
        if (!node_meets(node, box))
            continue;
        if (level == 0) {
            *LIST_PUSH(search->arena, &search->hits) = offset;
            continue;
        }
        size_t start = file->level[level - 1].start, end = start + file->level[level - 1].count;
        if (offset != start + (i - file->level[level].start) * file->node_size || offset >= end)
            return damaged(error);
        size_t last = end - offset > file->node_size ? offset + file->node_size : end;
        if (!search_nodes(search, level - 1, offset, last, box, error))
            return false;
    }
    return true;
}

/* Bytes of a value of the column's type, 0 = unknown; what has a length of its own says it first. */
static size_t value_size(unsigned type, struct text rest) {
    static const size_t sizes[] = {1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8};
    if (type < sizeof sizes / sizeof *sizes)
        return sizes[type];
    return rest.size >= 4 ? 4 + (size_t)flat_u32(rest.data) : 0;
}

enum {
    TYPE_BYTE,
    TYPE_UBYTE,
    TYPE_BOOL,
    TYPE_SHORT,
    TYPE_USHORT,
    TYPE_INT,
    TYPE_UINT,
    TYPE_LONG,
    TYPE_ULONG,
    TYPE_FLOAT,
    TYPE_DOUBLE
};

static struct text value_text(unsigned type, struct text value, struct arena *arena) {
    const char *at = value.data;
    switch (type) {
    case TYPE_BYTE: return text_format(arena, "%d", (int)(signed char)*at);
    case TYPE_UBYTE:
    case TYPE_BOOL: return text_format(arena, "%d", (int)(unsigned char)*at);
    case TYPE_SHORT: return text_format(arena, "%d", (int)(int16_t)flat_u16(at));
    case TYPE_USHORT: return text_format(arena, "%d", (int)flat_u16(at));
    case TYPE_INT: return text_format(arena, "%d", (int)(int32_t)flat_u32(at));
    case TYPE_UINT: return text_format(arena, "%u", (unsigned)flat_u32(at));
    case TYPE_LONG: return text_format(arena, "%lld", (long long)flat_u64(at));
    case TYPE_ULONG: return text_format(arena, "%llu", (unsigned long long)flat_u64(at));
    case TYPE_FLOAT: return TEXT_NONE; /* nothing here writes it */
    case TYPE_DOUBLE: return text_format(arena, "%.15g", flat_double(at));
    default: return (struct text){at + 4, value.size - 4};
    }
}

static unsigned column_type(const struct flat_file *file, size_t column) {
    struct flat_table table;
    const char *value;
    return flat_item(&file->header, file->columns, column, &table) && flat_field(&table, COLUMN_TYPE, 1, &value)
               ? (unsigned char)*value
               : TYPE_BYTE;
}

static bool is_wanted(const struct search *search, size_t column) {
    bool wanted = false;
    for (size_t i = 0; i < search->field_count; i++)
        wanted = wanted || search->fields[i] == (int)column;
    for (size_t i = 0; i < search->filter->count; i++)
        wanted = wanted || search->terms[i] == (int)column;
    return wanted;
}

static void place_value(const struct search *search, size_t column, struct text value, struct text *fields,
                        struct text *terms) {
    for (size_t i = 0; i < search->field_count; i++)
        if (search->fields[i] == (int)column)
            fields[i] = value;
    for (size_t i = 0; i < search->filter->count; i++)
        if (search->terms[i] == (int)column)
            terms[i] = value;
}

/* The attributes that are asked for, and those that the filter asks for. */
static bool read_values(const struct search *search, const struct flat_table *feature, struct text *fields,
                        struct text *terms, struct error *error) {
    struct flat_vector list = flat_list(feature, FEATURE_PROPERTIES, 1);
    struct text rest = {list.items, list.count};
    while (rest.size >= 2) {
        size_t column = flat_u16(rest.data);
        unsigned type = column_type(&search->file, column);
        rest = (struct text){rest.data + 2, rest.size - 2};
        size_t size = value_size(type, rest);
        if (size == 0 || size > rest.size)
            return damaged(error);
        if (is_wanted(search, column))
            place_value(search, column, value_text(type, (struct text){rest.data, size}, search->arena), fields, terms);
        rest = (struct text){rest.data + size, rest.size - size};
    }
    return true;
}

static bool find_feature(const struct search *search, size_t offset, struct flat_table *feature) {
    struct text all = search->file.features;
    if (offset > all.size || all.size - offset < 4)
        return false;
    size_t size = flat_u32(all.data + offset);
    return size <= all.size - offset - 4 && flat_root((struct text){all.data + offset + 4, size}, feature);
}

static bool read_feature(struct search *search, size_t offset, struct bounds box, double shift, struct error *error) {
    struct flat_table table, geometry;
    struct text fields[LAYER_FIELDS] = {{0}}, terms[FILTER_TERMS] = {{0}};
    if (!find_feature(search, offset, &table))
        return damaged(error);
    if (!read_values(search, &table, fields, terms, error))
        return false;
    if (!layer_filter_wants(search->filter, terms) || !flat_child(&table, FEATURE_GEOMETRY, &geometry) ||
        !flat_shape_meets(&geometry, search->file.type, box))
        return true;
    struct feature *feature = LIST_PUSH(search->arena, &search->features);
    flat_shape_add(&geometry, search->file.type, shift, search->arena, &feature->shape);
    for (size_t i = 0; i < search->field_count; i++)
        feature->fields[i] = text_copy(search->arena, fields[i]);
    return true;
}

static int compare_offsets(const void *a, const void *b) {
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return x < y ? -1 : x > y;
}

/* Reads what meets the box, in the order of the file, moved by `shift` degrees; `seen` is what was read before. */
static bool read_part(struct search *search, struct bounds box, double shift, struct error *error) {
    size_t *seen = search->hits.items, seen_count = search->hits.count;
    search->hits.items = NULL;
    search->hits.count = search->hits.capacity = 0;
    size_t top = search->file.levels;
    if (top > 0 && !search_nodes(search, top - 1, 0, search->file.level[top - 1].count, box, error))
        return false;
    if (search->hits.count > 0)
        qsort(search->hits.items, search->hits.count, sizeof *search->hits.items, compare_offsets);
    for (size_t i = 0; i < search->hits.count; i++) {
        bool again = seen_count > 0 && bsearch(&search->hits.items[i], seen, seen_count, sizeof *seen, compare_offsets);
        if (!again && !read_feature(search, search->hits.items[i], box, shift, error))
            return false;
    }
    return true;
}

bool flatgeobuf_read(struct text bytes, const struct layer_query *query, const struct layer_filter *filter,
                     struct arena *arena, struct feature_list *features, struct error *error) {
    struct search search = {.query = query, .filter = filter, .arena = arena};
    struct bounds box = query->bounds;
    struct bounds west_part = {box.west, box.south, fmin(box.east, 180), box.north};
    struct bounds east_part = {-180, box.south, box.east - 360, box.north};
    if (!open_file(bytes, &search.file))
        return damaged(error);
    if (!find_columns(&search, error) || !read_part(&search, west_part, 0, error) ||
        (box.east > 180 && !read_part(&search, east_part, 360, error)))
        return false;
    *features = search.features;
    return true;
}
