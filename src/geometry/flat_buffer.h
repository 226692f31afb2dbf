/* flat_buffer.h: tables and vectors in the bytes of a FlatBuffer, each step held against their end. */
#ifndef BORDERMAP_FLAT_BUFFER_H
#define BORDERMAP_FLAT_BUFFER_H

#include "text.h"

#include <stdbool.h>
#include <stdint.h>

/* Little-endian numbers at a place that is known to be inside. */
uint16_t flat_u16(const char *at);
uint32_t flat_u32(const char *at);
uint64_t flat_u64(const char *at);
double flat_double(const char *at);

struct flat_table {
    struct text bytes; /* that offsets count in */
    size_t at;
};

struct flat_vector {
    const char *items;
    size_t count;
};

/* The root table of a buffer; false if it is not inside. */
bool flat_root(struct text bytes, struct flat_table *table);

/* Whether the table has the field, and where its value lies: at least `size` bytes that are inside. */
bool flat_field(const struct flat_table *table, unsigned field, size_t size, const char **value);

/* The vector of items of `size` bytes that the field refers to; empty where it has none or that is not inside. */
struct flat_vector flat_list(const struct flat_table *table, unsigned field, size_t size);

struct text flat_text(const struct flat_table *table, unsigned field);

/* The table that the field, or an item of a vector of tables, refers to. */
bool flat_child(const struct flat_table *table, unsigned field, struct flat_table *child);
bool flat_item(const struct flat_table *table, struct flat_vector vector, size_t index, struct flat_table *item);

#endif
