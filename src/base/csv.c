#include "csv.h"

#include <string.h>

static bool ends_cell(const struct csv *csv, size_t at) {
    char c = at < csv->text.size ? csv->text.data[at] : '\n';
    return c == csv->separator || c == '\n' || c == '\r';
}

struct csv csv_new(struct text text, char separator, struct arena *arena) {
    struct csv csv = {.text = text, .separator = separator, .line = 1};
    csv.room = ARENA_ARRAY(arena, struct text, CSV_COLUMNS);
    csv.at = text_starts(text, TEXT("\xEF\xBB\xBF")) ? 3 : 0;
    return csv;
}

char csv_separator(struct text text) {
    static const char separators[] = ",;\t|";
    size_t counts[4] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.size && i < 1 << 20 && (quoted || text.data[i] != '\n'); i++) {
        quoted = text.data[i] == '"' ? !quoted : quoted;
        const char *found = quoted || text.data[i] == '\0' ? NULL : strchr(separators, text.data[i]);
        if (found)
            counts[found - separators]++;
    }
    for (size_t i = 1; i < 4; i++)
        best = counts[i] > counts[best] ? i : best;
    return separators[best];
}

/* How far a cell in quotes that begins at `from` may reach. */
static size_t farthest(const struct csv *csv, size_t from) {
    size_t limit = from + CSV_LONGEST_CELL < csv->text.size ? from + CSV_LONGEST_CELL : csv->text.size;
    if (csv->separator != '\t')
        return limit;
    const char *newline = from < limit ? memchr(csv->text.data + from, '\n', limit - from) : NULL;
    return newline ? (size_t)(newline - csv->text.data) : limit;
}

/* The quote that ends a cell of which the text begins at `from`: of an odd number of quotes the last, before a
 * separator or a line end; the size of the text if there is none. A cell of several lines has no single quotes in it:
 * those would be of other cells. */
static size_t closing_quote(struct csv *csv, size_t from) {
    const char *data = csv->text.data;
    size_t limit = farthest(csv, from), at = from > csv->dry ? from : csv->dry < limit ? csv->dry : limit;
    bool stray = false;
    while (at < limit) {
        const char *quote = memchr(data + at, '"', limit - at);
        if (!quote)
            break;
        size_t first = (size_t)(quote - data), end = first;
        while (end < csv->text.size && data[end] == '"')
            end++;
        if ((end - first) % 2 == 1 && ends_cell(csv, end))
            return stray && memchr(data + from, '\n', first - from) ? csv->text.size : end - 1;
        stray = stray || (end - first) % 2 == 1;
        at = end;
    }
    csv->dry = csv->separator != '\t' && limit > csv->dry ? limit : csv->dry;
    return csv->text.size;
}

static struct text without_doubles(struct text cell, struct arena *arena) {
    if (cell.size == 0 || !memchr(cell.data, '"', cell.size))
        return cell;
    char *out = arena_room(arena, cell.size, 1);
    size_t size = 0;
    for (size_t i = 0; i < cell.size; i++) {
        out[size++] = cell.data[i];
        i += cell.data[i] == '"' && i + 1 < cell.size && cell.data[i + 1] == '"';
    }
    return (struct text){out, size};
}

static size_t end_of_plain(const struct csv *csv, size_t at) {
    while (at < csv->text.size && csv->text.data[at] != csv->separator && csv->text.data[at] != '\n')
        at++;
    return at;
}

/* The cell at *at, and moves *at to what ends it. False where a quote is not closed. */
static bool read_cell(struct csv *csv, size_t *at, struct arena *arena, struct text *cell) {
    struct text text = csv->text;
    size_t from = *at, end;
    if (!csv->plain && from < text.size && text.data[from] == '"') {
        size_t close = closing_quote(csv, from + 1);
        if (close < text.size) {
            *cell = without_doubles(text_slice(text, from + 1, close), arena);
            *at = end_of_plain(csv, close + 1);
            return true;
        }
        if (csv->separator != '\t')
            return false;
    }
    end = end_of_plain(csv, from);
    *at = end;
    bool carriage = end > from && text.data[end - 1] == '\r' && (end == text.size || text.data[end] == '\n');
    *cell = text_slice(text, from, carriage ? end - 1 : end);
    return true;
}

static void keep_cell(const struct csv *csv, struct csv_row *row, struct text cell) {
    row->cut = row->cut || row->count == CSV_COLUMNS;
    if (!row->cut)
        csv->room[row->count++] = cell;
}

static uint64_t count_lines(struct text text) {
    uint64_t lines = 0;
    const char *at = text.data, *end = text.data + text.size;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        lines++;
        at++;
    }
    return lines;
}

static size_t end_of_line(const struct csv *csv, size_t at) {
    const char *newline = at < csv->text.size ? memchr(csv->text.data + at, '\n', csv->text.size - at) : NULL;
    return newline ? (size_t)(newline - csv->text.data) + 1 : csv->text.size;
}

/* Reads the row at csv->at; returns where the next one begins. */
static size_t read_row(struct csv *csv, struct arena *arena, struct csv_row *row) {
    size_t at = csv->at;
    for (;;) {
        struct text cell;
        if (!read_cell(csv, &at, arena, &cell)) {
            row->torn = true;
            return end_of_line(csv, csv->at);
        }
        keep_cell(csv, row, cell);
        if (at >= csv->text.size || csv->text.data[at] == '\n')
            return at < csv->text.size ? at + 1 : at;
        at++;
    }
}

bool csv_next(struct csv *csv, struct arena *arena, struct csv_row *row) {
    while (csv->at < csv->text.size) {
        struct csv_row read = {.line = csv->line};
        size_t next = read_row(csv, arena, &read), first = end_of_line(csv, csv->at);
        bool several = next > first, wrong = csv->width > 0 && (read.cut || read.count != csv->width);
        if (several && wrong) { /* a quote that was closed by another line's */
            read.torn = true;
            next = first;
        }
        csv->line += count_lines(text_slice(csv->text, csv->at, next));
        csv->at = next;
        read.cells = csv->room;
        bool empty = !read.torn && (read.count == 0 || (read.count == 1 && text_trim(csv->room[0]).size == 0));
        if (empty)
            continue;
        *row = read;
        return true;
    }
    return false;
}
