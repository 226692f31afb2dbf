#include "overlay_write.h"

#include "overlay_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    ROWS_MEMORY = 48 << 20,
    READINGS_MEMORY = 32 << 20,
    FEW_MEMORY = 4 << 20,
    TEXT_SLOTS = 1 << 17,
    TEXT_LIMIT = 16 << 10,
    ALTERNATES_LIMIT = 48 << 10,
    REF_LIMIT = 1 << 10,
};

/* Bytes. */

void overlay_bytes_number(struct overlay_bytes *bytes, uint64_t value, size_t width) {
    for (size_t i = width; i-- > 0;)
        bytes->items[bytes->size++] = (unsigned char)(value >> (8 * i));
}

uint64_t overlay_bytes_read(const unsigned char *at, size_t width) {
    uint64_t value = 0;
    for (size_t i = 0; i < width; i++)
        value = value << 8 | at[i];
    return value;
}

static void add_text(struct overlay_bytes *bytes, struct text text, size_t limit) {
    struct text kept = text_slice(text, 0, limit);
    overlay_bytes_number(bytes, kept.size, 2);
    if (kept.size > 0)
        memcpy(bytes->items + bytes->size, kept.data, kept.size);
    bytes->size += kept.size;
}

static struct text read_text(const unsigned char **at) {
    size_t size = (size_t)overlay_bytes_read(*at, 2);
    struct text text = {(const char *)*at + 2, size};
    *at += 2 + size;
    return text;
}

static int32_t stored_degrees(double degrees) {
    return (int32_t)(degrees * INDEX_DEGREE + (degrees < 0 ? -0.5 : 0.5));
}

/* Texts of a row that are codes: short. */
enum { CODES = 5, CODE_LIMIT = 256 };

void overlay_pack_row(struct overlay_bytes *bytes, const struct overlay_row *row) {
    const struct text codes[CODES] = {row->feature, row->country, row->countries, row->admin1, row->admin2};
    double metres = row->precision_km * 1000;
    overlay_bytes_number(bytes, (uint64_t)row->kind, 1);
    overlay_bytes_number(bytes, (uint32_t)stored_degrees(row->point.lon), 4);
    overlay_bytes_number(bytes, (uint32_t)stored_degrees(row->point.lat), 4);
    overlay_bytes_number(bytes, metres > 0 && metres < UINT32_MAX ? (uint32_t)metres : 0, 4);
    overlay_bytes_number(bytes, (uint64_t)(row->population > 0 ? row->population : 0), 8);
    overlay_bytes_number(bytes, row->geonameid > 0 && row->geonameid < UINT32_MAX ? (uint64_t)row->geonameid : 0, 4);
    overlay_bytes_number(bytes, (uint64_t)(row->capital | row->populated << 1 | row->loose << 2), 1);
    overlay_bytes_number(bytes, (unsigned char)row->separator, 1);
    add_text(bytes, row->name, TEXT_LIMIT);
    add_text(bytes, row->ascii, TEXT_LIMIT);
    for (size_t i = 0; i < CODES; i++)
        add_text(bytes, codes[i], CODE_LIMIT);
    add_text(bytes, row->alternates, ALTERNATES_LIMIT);
}

struct overlay_row overlay_unpack_row(struct text ref, struct text packed) {
    const unsigned char *at = (const unsigned char *)packed.data;
    struct overlay_row row = {.ref = ref, .kind = (enum place_kind)at[0]};
    row.point.lon = (int32_t)overlay_bytes_read(at + 1, 4) / INDEX_DEGREE;
    row.point.lat = (int32_t)overlay_bytes_read(at + 5, 4) / INDEX_DEGREE;
    row.precision_km = (double)overlay_bytes_read(at + 9, 4) / 1000;
    row.population = (int64_t)overlay_bytes_read(at + 13, 8);
    row.geonameid = (int64_t)overlay_bytes_read(at + 21, 4);
    row.capital = at[25] & 1;
    row.populated = at[25] >> 1 & 1;
    row.loose = at[25] >> 2 & 1;
    row.separator = (char)at[26];
    at += 27;
    struct text *texts[] = {&row.name,      &row.ascii,  &row.feature, &row.country,
                            &row.countries, &row.admin1, &row.admin2,  &row.alternates};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = read_text(&at);
    return row;
}

void overlay_pack_name(struct overlay_bytes *bytes, const struct overlay_name_row *row) {
    overlay_bytes_number(bytes, (uint64_t)row->use, 1);
    overlay_bytes_number(bytes, row->preferred, 1);
    add_text(bytes, row->language, CODE_LIMIT);
    add_text(bytes, row->name, TEXT_LIMIT);
}

struct overlay_name_row overlay_unpack_name(struct text ref, struct text packed) {
    const unsigned char *at = (const unsigned char *)packed.data;
    struct overlay_name_row row = {.ref = ref, .use = (enum name_use)at[0], .preferred = at[1] != 0};
    at += 2;
    row.language = read_text(&at);
    row.name = read_text(&at);
    return row;
}

/* Texts that come again. */

uint32_t overlay_texts_find(const struct overlay_texts *texts, struct text text) {
    size_t at = index_reduce((uint32_t)index_mix(text_hash(text)), TEXT_SLOTS);
    while (texts->values[at] != 0 && !text_equal(texts->texts[at], text))
        at = at + 1 < TEXT_SLOTS ? at + 1 : 0;
    return texts->values[at] - 1;
}

bool overlay_texts_add(struct overlay_texts *texts, struct text text, uint32_t value) {
    if (texts->count >= TEXT_SLOTS / 2)
        return false;
    size_t at = index_reduce((uint32_t)index_mix(text_hash(text)), TEXT_SLOTS);
    while (texts->values[at] != 0)
        at = at + 1 < TEXT_SLOTS ? at + 1 : 0;
    texts->texts[at] = text_copy(texts->arena, text);
    texts->values[at] = value + 1;
    texts->count++;
    return true;
}

static struct overlay_texts new_texts(struct arena *arena) {
    return (struct overlay_texts){arena, ARENA_ARRAY(arena, struct text, TEXT_SLOTS),
                                  ARENA_ARRAY(arena, uint32_t, TEXT_SLOTS), 0};
}

/* Spools. */

static bool spool_failed(const struct overlay_writer *writer, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%s: has no room for temporary files: %s; make room and run again",
                     writer->folder, strerror(errno));
}

static bool open_spool(struct overlay_writer *writer, struct overlay_spool *spool, struct error *error) {
    char path[4200];
    snprintf(path, sizeof path, "%s/spool.XXXXXX", writer->folder);
    int file = mkostemp(path, O_CLOEXEC);
    if (file < 0)
        return spool_failed(writer, error);
    unlink(path);
    spool->file = fdopen(file, "w+b");
    if (!spool->file) {
        close(file);
        return spool_failed(writer, error);
    }
    return true;
}

bool overlay_spool_add(struct overlay_writer *writer, enum overlay_section section, const void *bytes, size_t size,
                       struct error *error) {
    struct overlay_spool *spool = &writer->spools[section];
    spool->bytes += size;
    return size == 0 || fwrite(bytes, 1, size, spool->file) == size || spool_failed(writer, error);
}

/* Adding. */

static bool open_parts(struct overlay_writer *writer, struct error *error) {
    bool opened = record_sort_open(writer->folder, ROWS_MEMORY, &writer->rows, error) &&
                  record_sort_open(writer->folder, READINGS_MEMORY, &writer->readings, error) &&
                  record_sort_open(writer->folder, FEW_MEMORY, &writer->words, error) &&
                  record_sort_open(writer->folder, FEW_MEMORY, &writer->points, error);
    for (size_t i = 0; opened && i < OVERLAY_SECTIONS; i++)
        opened = open_spool(writer, &writer->spools[i], error);
    static const char empty[8] = {0};
    return opened && overlay_texts_add(&writer->languages, TEXT(""), 0) &&
           overlay_spool_add(writer, OVERLAY_STRINGS, empty, 2, error) &&
           overlay_spool_add(writer, OVERLAY_LANGUAGES, empty, sizeof(uint32_t), error);
}

bool overlay_writer_open(const char *folder, struct overlay_writer **writer, struct error *error) {
    struct overlay_writer *opened = calloc(1, sizeof *opened);
    if (!opened)
        return error_set(error, ERROR_ENVIRONMENT, "%s: no memory to import", folder);
    snprintf(opened->folder, sizeof opened->folder, "%s", folder);
    opened->kept = arena_open();
    opened->group_arena = arena_open();
    opened->scratch = arena_open();
    opened->record = arena_alloc(opened->kept, RECORD_LARGEST, 1);
    opened->codes = new_texts(opened->kept);
    opened->languages = new_texts(opened->kept);
    if (!open_parts(opened, error)) {
        overlay_writer_close(opened);
        return false;
    }
    *writer = opened;
    return true;
}

void overlay_writer_close(struct overlay_writer *writer) {
    if (!writer)
        return;
    for (size_t i = 0; i < OVERLAY_SECTIONS; i++)
        if (writer->spools[i].file)
            fclose(writer->spools[i].file);
    record_sort_close(writer->rows);
    record_sort_close(writer->readings);
    record_sort_close(writer->words);
    record_sort_close(writer->points);
    arena_close(writer->kept);
    arena_close(writer->group_arena);
    arena_close(writer->scratch);
    free(writer);
}

/* Begins a record: hash of the reference, the reference, 0 for a place or 1 for a name, number of the row. */
static struct overlay_bytes begin_record(struct overlay_writer *writer, struct text ref, bool name) {
    struct overlay_bytes bytes = {writer->record, 0};
    struct text kept = text_slice(ref, 0, REF_LIMIT);
    overlay_bytes_number(&bytes, index_mix(text_hash(kept)), 8);
    memcpy(bytes.items + bytes.size, kept.data, kept.size);
    bytes.size += kept.size;
    overlay_bytes_number(&bytes, 0, 1);
    overlay_bytes_number(&bytes, name, 1);
    overlay_bytes_number(&bytes, writer->sequence++, 8);
    return bytes;
}

static bool end_record(struct overlay_writer *writer, const struct overlay_bytes *bytes, struct error *error) {
    return record_sort_add(writer->rows, (struct text){(const char *)bytes->items, bytes->size}, error);
}

bool overlay_writer_add(struct overlay_writer *writer, const struct overlay_row *row, struct error *error) {
    struct overlay_bytes bytes = begin_record(writer, row->ref, false);
    overlay_pack_row(&bytes, row);
    return end_record(writer, &bytes, error);
}

bool overlay_writer_add_name(struct overlay_writer *writer, const struct overlay_name_row *row, struct error *error) {
    struct overlay_bytes bytes = begin_record(writer, row->ref, true);
    overlay_pack_name(&bytes, row);
    return end_record(writer, &bytes, error);
}

bool overlay_writer_finish(struct overlay_writer *writer, const char *path,
                           bool (*known)(void *context, struct text ref), void *context, struct overlay_counts *counts,
                           struct error *error) {
    if (!overlay_group_rows(writer, known, context, error) || !overlay_lay_out(writer, path, error))
        return false;
    *counts = writer->counts;
    return true;
}
