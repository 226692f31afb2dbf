#include "table.h"

#include "file.h"
#include "list.h"

enum { TABLE_LIMIT = 256 * 1024 * 1024 };

struct cells {
    struct text *items;
    size_t count, capacity;
};

struct lines {
    size_t *items;
    size_t count, capacity;
};

static struct text without_return(struct text line) {
    return text_ends(line, TEXT("\r")) ? text_slice(line, 0, line.size - 1) : line;
}

static bool add_row(struct table *table, struct text line, size_t number, struct arena *arena, struct cells *cells,
                    struct error *error) {
    size_t width = 0;
    struct text rest = line, cell;
    while (text_split(&rest, '\t', &cell)) {
        *LIST_PUSH(arena, cells) = cell;
        width++;
    }
    if (table->column_count == 0) {
        table->column_count = width;
        return true;
    }
    if (width != table->column_count) {
        return error_set(error, ERROR_INPUT,
                         "%.*s: line %zu: %zu columns where the header has %zu; columns are parted by tabs",
                         TEXT_ARGS(table->name), number, width, table->column_count);
    }
    return true;
}

bool table_read(struct text name, struct text text, struct arena *arena, struct table *table, struct error *error) {
    struct table result = {.name = name};
    struct cells cells = {0};
    struct lines lines = {0};
    struct text rest = text_starts(text, TEXT("\xEF\xBB\xBF")) ? text_slice(text, 3, text.size) : text;
    struct text line;
    for (size_t number = 1; text_split(&rest, '\n', &line); number++) {
        line = without_return(line);
        if (line.size == 0 || line.data[0] == '#')
            continue;
        bool header = result.column_count == 0;
        if (!add_row(&result, line, number, arena, &cells, error))
            return false;
        if (!header)
            *LIST_PUSH(arena, &lines) = number;
    }
    result.columns = cells.items;
    result.cells = cells.items ? cells.items + result.column_count : NULL;
    result.lines = lines.items;
    result.row_count = lines.count;
    *table = result;
    return true;
}

bool table_read_file(const char *path, struct arena *arena, struct table *table, struct error *error) {
    struct text content;
    if (!file_read(path, TABLE_LIMIT, arena, &content, error)) {
        if (error)
            error->kind = ERROR_ENVIRONMENT;
        return false;
    }
    return table_read(text_copy(arena, text_of(path)), content, arena, table, error);
}

bool table_column(const struct table *table, const char *name, size_t *column, struct error *error) {
    for (size_t i = 0; i < table->column_count; i++) {
        if (text_is(table->columns[i], name)) {
            *column = i;
            return true;
        }
    }
    return error_set(error, ERROR_INPUT, "%.*s: there is no column '%s' in its header", TEXT_ARGS(table->name), name);
}

struct text table_cell(const struct table *table, size_t row, size_t column) {
    bool inside = row < table->row_count && column < table->column_count;
    return inside ? table->cells[row * table->column_count + column] : TEXT_NONE;
}
