#include "flat_buffer.h"

#include <string.h>

uint16_t flat_u16(const char *at) {
    const unsigned char *bytes = (const unsigned char *)at;
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

uint32_t flat_u32(const char *at) {
    return flat_u16(at) | (uint32_t)flat_u16(at + 2) << 16;
}

uint64_t flat_u64(const char *at) {
    return flat_u32(at) | (uint64_t)flat_u32(at + 4) << 32;
}

double flat_double(const char *at) {
    uint64_t bits = flat_u64(at);
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static bool inside(struct text bytes, size_t at, size_t size) {
    return at <= bytes.size && bytes.size - at >= size;
}

/* What lies as far behind `at` as the number there says. */
static bool follow(struct text bytes, size_t at, size_t *target) {
    if (!inside(bytes, at, 4))
        return false;
    *target = at + flat_u32(bytes.data + at);
    return inside(bytes, *target, 4);
}

bool flat_root(struct text bytes, struct flat_table *table) {
    table->bytes = bytes;
    return follow(bytes, 0, &table->at);
}

bool flat_field(const struct flat_table *table, unsigned field, size_t size, const char **value) {
    struct text bytes = table->bytes;
    int64_t kinds = (int64_t)table->at - (int32_t)flat_u32(bytes.data + table->at);
    size_t entry = 4 + (size_t)field * 2;
    if (kinds < 0 || !inside(bytes, (size_t)kinds, entry + 2) || flat_u16(bytes.data + kinds) < entry + 2)
        return false;
    uint16_t offset = flat_u16(bytes.data + (size_t)kinds + entry);
    if (offset == 0 || !inside(bytes, table->at + offset, size))
        return false;
    *value = bytes.data + table->at + offset;
    return true;
}

struct flat_vector flat_list(const struct flat_table *table, unsigned field, size_t size) {
    const char *value;
    size_t at;
    struct text bytes = table->bytes;
    if (!flat_field(table, field, 4, &value) || !follow(bytes, (size_t)(value - bytes.data), &at))
        return (struct flat_vector){0};
    size_t count = flat_u32(bytes.data + at);
    bool whole = count <= bytes.size / size && inside(bytes, at + 4, count * size);
    return whole ? (struct flat_vector){bytes.data + at + 4, count} : (struct flat_vector){0};
}

struct text flat_text(const struct flat_table *table, unsigned field) {
    struct flat_vector vector = flat_list(table, field, 1);
    return (struct text){vector.items, vector.count};
}

bool flat_child(const struct flat_table *table, unsigned field, struct flat_table *child) {
    const char *value;
    child->bytes = table->bytes;
    return flat_field(table, field, 4, &value) && follow(table->bytes, (size_t)(value - table->bytes.data), &child->at);
}

bool flat_item(const struct flat_table *table, struct flat_vector vector, size_t index, struct flat_table *item) {
    item->bytes = table->bytes;
    return index < vector.count &&
           follow(table->bytes, (size_t)(vector.items - table->bytes.data) + index * 4, &item->at);
}
