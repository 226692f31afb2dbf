#include "source.h"

#include "file.h"
#include "list.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <string.h>

/* CSV. */

struct csv {
    struct text text;
    size_t at;
    size_t line;
    struct arena *arena;
};

/* The field with every "" as one quotation mark. */
static struct text without_doubles(struct text field, struct arena *arena) {
    char *copy = arena_alloc(arena, field.size, 1);
    size_t size = 0;
    for (size_t i = 0; i < field.size; i++) {
        copy[size++] = field.data[i];
        i += field.data[i] == '"';
    }
    return (struct text){copy, size};
}

/* A quoted field; csv->at is behind the opening quote and ends behind the closing one. */
static bool read_quoted(struct csv *csv, struct text *field) {
    size_t start = csv->at;
    bool doubles = false;
    for (; csv->at < csv->text.size; csv->at++) {
        char c = csv->text.data[csv->at];
        csv->line += c == '\n';
        if (c == '"' && csv->at + 1 < csv->text.size && csv->text.data[csv->at + 1] == '"') {
            doubles = true;
            csv->at++;
        } else if (c == '"') {
            struct text slice = text_slice(csv->text, start, csv->at++);
            *field = doubles ? without_doubles(slice, csv->arena) : slice;
            return true;
        }
    }
    return false;
}

static bool read_field(struct csv *csv, struct text *field) {
    if (csv->at < csv->text.size && csv->text.data[csv->at] == '"') {
        csv->at++;
        return read_quoted(csv, field);
    }
    size_t start = csv->at;
    while (csv->at < csv->text.size && csv->text.data[csv->at] != ',' && csv->text.data[csv->at] != '\n')
        csv->at++;
    *field = text_slice(csv->text, start, csv->at);
    if (field->size > 0 && field->data[field->size - 1] == '\r')
        field->size--;
    return true;
}

struct cells {
    struct text *items;
    size_t count, capacity;
};

struct lines {
    size_t *items;
    size_t count, capacity;
};

/* Adds the fields of one row. */
static bool read_row(struct csv *csv, struct cells *cells) {
    for (;;) {
        struct text field = TEXT_NONE;
        if (!read_field(csv, &field))
            return false;
        *LIST_PUSH(csv->arena, cells) = field;
        if (csv->at >= csv->text.size)
            return true;
        if (csv->text.data[csv->at++] != ',') {
            csv->line++;
            return true;
        }
    }
}

static bool csv_error(struct text name, size_t line, const char *what, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%.*s: line %zu: %s", TEXT_ARGS(name), line, what);
}

bool source_read_csv(struct text name, struct text text, struct arena *arena, struct table *table,
                     struct error *error) {
    struct csv csv = {text, 0, 1, arena};
    struct cells header = {0};
    struct cells cells = {0};
    struct lines lines = {0};
    if (text.size == 0 || !read_row(&csv, &header))
        return csv_error(name, 1, "no header", error);
    while (csv.at < text.size) {
        size_t before = cells.count;
        *LIST_PUSH(arena, &lines) = csv.line;
        if (!read_row(&csv, &cells))
            return csv_error(name, lines.items[lines.count - 1], "a quoted field does not end", error);
        if (cells.count - before != header.count)
            return csv_error(name, lines.items[lines.count - 1], "not as many fields as the header has", error);
    }
    *table = (struct table){name, header.items, header.count, cells.items, lines.items, lines.count};
    return true;
}

/* Files. */

enum { SOURCE_LIMIT = 1 << 29, SOURCE_STEP = 1 << 20 };

/* The size that a gzip file states at its end (RFC 1952), or -1 if it has no end. */
static int64_t gzip_size(const char *path) {
    VSILFILE *file = VSIFOpenL(path, "rb");
    unsigned char end[4] = {0};
    bool read = file && VSIFSeekL(file, 0, SEEK_END) == 0 && VSIFTellL(file) >= 18 &&
                VSIFSeekL(file, VSIFTellL(file) - 4, SEEK_SET) == 0 && VSIFReadL(end, 1, 4, file) == 4;
    if (file)
        VSIFCloseL(file);
    return read ? (int64_t)end[0] | (int64_t)end[1] << 8 | (int64_t)end[2] << 16 | (int64_t)end[3] << 24 : -1;
}

/* The unpacked bytes of a gzip file, through GDAL; fails unless they are as many as it states. */
static bool read_gzip(const char *path, struct arena *arena, struct text *content, struct error *error) {
    int64_t stated = gzip_size(path);
    if (stated < 0 || stated > SOURCE_LIMIT)
        return error_set(error, ERROR_ENVIRONMENT, "%s: is cut short, or larger than %d MB", path, SOURCE_LIMIT >> 20);
    char *unpacked = arena_alloc(arena, (size_t)stated + 1, 1);
    CPLSetThreadLocalConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
    CPLPushErrorHandler(CPLQuietErrorHandler);
    VSILFILE *file = VSIFOpenL(text_c(arena, text_format(arena, "/vsigzip/%s", path)), "rb");
    size_t size = file ? VSIFReadL(unpacked, 1, (size_t)stated + 1, file) : 0;
    if (file)
        VSIFCloseL(file);
    CPLPopErrorHandler();
    if (size != (size_t)stated) {
        return error_set(error, ERROR_ENVIRONMENT, "%s: is damaged: %zu of %lld bytes can be unpacked", path, size,
                         (long long)stated);
    }
    *content = (struct text){unpacked, size};
    return true;
}

static bool read_source(const char *path, struct arena *arena, struct text *content, struct error *error) {
    bool done = text_ends(text_of(path), TEXT(".gz")) ? read_gzip(path, arena, content, error)
                                                      : file_read(path, SOURCE_LIMIT, arena, content, error);
    if (!done && error)
        error->kind = ERROR_ENVIRONMENT;
    return done;
}

/* folder/name, or, if there is no such gzip'd file, the same without ".gz". */
static const char *source_path(const char *folder, const char *name, struct arena *arena) {
    const char *path = file_join(arena, folder, name);
    struct text whole = text_of(path);
    if (file_exists(path) || !text_ends(whole, TEXT(".gz")))
        return path;
    return text_c(arena, text_slice(whole, 0, whole.size - 3));
}

bool source_table(const char *folder, const char *name, struct arena *arena, struct table *table, bool *present,
                  struct error *error) {
    const char *path = source_path(folder, name, arena);
    struct text content = TEXT_NONE;
    *table = (struct table){.name = text_of(name)};
    *present = file_exists(path);
    if (!*present)
        return true;
    if (!read_source(path, arena, &content, error))
        return false;
    bool tabs = text_ends(text_of(name), TEXT(".tsv"));
    return tabs ? table_read(text_of(name), content, arena, table, error)
                : source_read_csv(text_of(name), content, arena, table, error);
}

size_t source_column(const struct table *table, const char *column) {
    for (size_t i = 0; i < table->column_count; i++)
        if (text_is(table->columns[i], column))
            return i;
    return SIZE_MAX;
}

struct text source_cell(const struct table *table, size_t row, const char *column) {
    return table_cell(table, row, source_column(table, column));
}

bool source_needs(const struct table *table, const char *const *columns, struct error *error) {
    for (; *columns; columns++)
        if (source_column(table, *columns) == SIZE_MAX)
            return error_set(error, ERROR_ENVIRONMENT, "%.*s: has no column %s", TEXT_ARGS(table->name), *columns);
    return true;
}

bool source_bad_row(const struct table *table, size_t row, const char *what, struct text cell, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%.*s: line %zu: %s '%.*s'", TEXT_ARGS(table->name), table->lines[row],
                     what, TEXT_ARGS(cell));
}
