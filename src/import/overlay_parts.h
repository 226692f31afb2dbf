/* overlay_parts.h: what an overlay is made of while it is written, for the files that do so. */
#ifndef BORDERMAP_OVERLAY_PARTS_H
#define BORDERMAP_OVERLAY_PARTS_H

#include "overlay_format.h"
#include "overlay_write.h"
#include "record_sort.h"

#include <stdio.h>

/* A section while it grows: a nameless temporary file. */
struct overlay_spool {
    FILE *file;
    uint64_t bytes;
};

/* Texts that come again and again, each with a number; full, it knows no more. */
struct overlay_texts {
    struct arena *arena;
    struct text *texts; /* by slot */
    uint32_t *values;   /* + 1; 0 = empty slot */
    size_t count;
};

struct overlay_writer {
    char folder[4096];
    struct arena *kept;        /* of the texts */
    struct arena *group_arena; /* cleared after each place */
    struct arena *scratch;     /* cleared after each name */
    struct record_sort *rows, *readings, *words, *points;
    struct overlay_spool spools[OVERLAY_SECTIONS];
    struct overlay_texts codes;     /* text → offset of its string */
    struct overlay_texts languages; /* text → number */
    unsigned char *record;          /* RECORD_LARGEST bytes: the row that is added */
    uint64_t sequence;              /* of the row */
    uint32_t places, names;
    struct overlay_counts counts;
};

/* Bytes of a record in the making. */
struct overlay_bytes {
    unsigned char *items; /* RECORD_LARGEST bytes */
    size_t size;
};

/* Appends in an order that bytes are sorted by: the highest byte first. */
void overlay_bytes_number(struct overlay_bytes *bytes, uint64_t value, size_t width);
uint64_t overlay_bytes_read(const unsigned char *at, size_t width);

/* Writes into the spool of a section. */
bool overlay_spool_add(struct overlay_writer *writer, enum overlay_section section, const void *bytes, size_t size,
                       struct error *error) NODISCARD;

/* The number of a text, or UINT32_MAX; overlay_texts_add() gives it one, if there is room. */
uint32_t overlay_texts_find(const struct overlay_texts *texts, struct text text);
bool overlay_texts_add(struct overlay_texts *texts, struct text text, uint32_t value);

/* A row as a record of `rows`, and back (texts are slices of the record). */
void overlay_pack_row(struct overlay_bytes *bytes, const struct overlay_row *row);
void overlay_pack_name(struct overlay_bytes *bytes, const struct overlay_name_row *row);
struct overlay_row overlay_unpack_row(struct text ref, struct text packed);
struct overlay_name_row overlay_unpack_name(struct text ref, struct text packed);

/* All sorted rows, place by place, into the spools and the other sorters. */
bool overlay_group_rows(struct overlay_writer *writer, bool (*known)(void *context, struct text ref), void *context,
                        struct error *error) NODISCARD;

/* The sorters of readings, words and points into their spools, then all spools into the file. */
bool overlay_lay_out(struct overlay_writer *writer, const char *path, struct error *error) NODISCARD;

#endif
