#include "tables.h"

#include "columns.h"
#include "dialect.h"
#include "encoding.h"
#include "json_rows.h"
#include "markup.h"
#include "unpack.h"

#include <string.h>

enum { DEEPEST = 2, WINDOW = 1 << 18 };

static struct text path_in(struct text name, struct text member, struct arena *arena) {
    return member.size ? text_format(arena, "%.*s/%.*s", TEXT_ARGS(name), TEXT_ARGS(member)) : name;
}

/* Which dialect the text is in; NULL: none. */
static const struct table_dialect *look_at(struct text content, struct text name, const struct column_map *map,
                                           struct arena *arena, struct table_sight *sight) {
    struct text trimmed = text_trim(text_slice(content, 0, WINDOW));
    bool json = text_starts(trimmed, TEXT("{")) || text_starts(trimmed, TEXT("["));
    bool markup = text_starts(trimmed, TEXT("<"));
    *sight = (struct table_sight){.path = name, .content = content};
    if (markup)
        sight->root = markup_first_name(trimmed, arena);
    else if (json)
        (void)json_rows_sight(content, arena, sight);
    else
        (void)columns_sight(content, map ? map->separator : 0, arena, sight);
    const struct table_dialect *told = sight->header_count > 0 || json || markup ? table_dialect_of(sight) : NULL;
    bool own_form = told && told->form != FORM_COLUMNS;
    return map && !own_form && sight->header_count > 1 ? &dialect_csv : told;
}

/* As UTF-8; a text that is UTF-8 already is not copied. */
static bool decode(struct text bytes, struct arena *arena, struct text *text, struct error *error) {
    struct encoding_result decoded;
    if (text_is_utf8(bytes, NULL) && (bytes.size == 0 || !memchr(bytes.data, '\0', bytes.size))) {
        *text = text_starts(bytes, TEXT("\xEF\xBB\xBF")) ? text_slice(bytes, 3, bytes.size) : bytes;
        return true;
    }
    if (!encoding_decode(bytes, encoding_declared(bytes, arena), arena, &decoded, error))
        return false;
    *text = decoded.utf8;
    return true;
}

static bool read_map(const struct table_options *options, struct arena *arena, struct column_map **map,
                     struct error *error) {
    *map = NULL;
    if (options->columns.size == 0)
        return true;
    struct column_map *read = ARENA_NEW(arena, struct column_map);
    if (!column_map_read(options->columns, arena, read, error))
        return false;
    *map = read;
    return true;
}

static const struct table_dialect *tells_text(struct text bytes, struct text name, const struct column_map *map,
                                              struct arena *arena) {
    struct text text = TEXT_NONE;
    struct error unread = {0};
    struct table_sight sight;
    /* A header is in the first bytes; a character cut in two at their end is no matter. */
    struct text window = text_slice(bytes, 0, WINDOW);
    while (window.size < bytes.size && window.size > 0 && (window.data[window.size - 1] & 0x80))
        window.size--;
    return decode(window, arena, &text, &unread) ? look_at(text, name, map, arena, &sight) : NULL;
}

static const struct table_dialect *tells(struct text bytes, struct text name, const struct column_map *map, int depth,
                                         struct arena *arena) {
    struct unpacked_files members = {0};
    struct error unread = {0};
    const struct table_dialect *found = NULL;
    if (!unpack_tells(bytes))
        return encoding_is_binary(text_slice(bytes, 0, WINDOW)) ? NULL : tells_text(bytes, name, map, arena);
    if (depth == DEEPEST ||
        !unpack_archive(bytes, (struct unpack_limits){WINDOW, TABLES_LARGEST}, arena, &members, &unread))
        return NULL;
    for (size_t i = 0; i < members.count && !found; i++)
        found = tells(members.items[i].bytes, members.items[i].name, map, depth + 1, arena);
    return found;
}

bool table_tells(struct text bytes, struct text name, const struct table_options *options, const char **dialect) {
    struct arena *arena = arena_open();
    struct column_map *map = NULL;
    struct error unread = {0};
    bool mapped = options->columns.size > 0 && read_map(options, arena, &map, &unread);
    const struct table_dialect *found = tells(bytes, name, mapped ? map : NULL, 0, arena);
    arena_close(arena);
    if (found && dialect)
        *dialect = found->title;
    return found != NULL;
}

/* What all tables of the bytes share. */
struct tables {
    const struct table_options *options;
    const struct column_map *map;
    struct arena *arena;
    const struct table_sink *sink;
    struct table_counts *counts;
    struct place_cache *places;
    size_t found;
};

static bool read_text(struct tables *tables, struct text bytes, struct text name, struct error *error) {
    struct table_sight sight;
    struct text text;
    if (!decode(bytes, tables->arena, &text, error))
        return false;
    const struct table_dialect *dialect = look_at(text, name, tables->map, tables->arena, &sight);
    if (!dialect)
        return true;
    struct table_reading reading = {.file = name,
                                    .dialect = dialect,
                                    .options = tables->options,
                                    .map = tables->map,
                                    .sink = tables->sink,
                                    .counts = tables->counts,
                                    .arena = tables->arena,
                                    .places = tables->places};
    tables->found++;
    tables->counts->dialect = dialect->title;
    tables->counts->credit = dialect->credit ? dialect->credit : tables->counts->credit;
    if (dialect->form != FORM_COLUMNS)
        return dialect->read(&reading, text, error);
    struct text start = text_trim(text_slice(text, 0, WINDOW));
    bool json = text_starts(start, TEXT("{")) || text_starts(start, TEXT("["));
    return json ? json_rows_read(&reading, text, error) : columns_read(&reading, &sight, error);
}

static bool read_bytes(struct tables *tables, struct text bytes, struct text name, int depth, struct error *error) {
    struct unpacked_files members = {0};
    if (!unpack_tells(bytes))
        return encoding_is_binary(bytes) || read_text(tables, bytes, name, error);
    if (depth == DEEPEST)
        return true;
    if (!unpack_archive(bytes, (struct unpack_limits){0, TABLES_LARGEST}, tables->arena, &members, error))
        return false;
    for (size_t i = 0; i < members.count; i++)
        if (!read_bytes(tables, members.items[i].bytes, path_in(name, members.items[i].name, tables->arena), depth + 1,
                        error))
            return false;
    return true;
}

bool table_accounts_read(struct text bytes, struct text name, const struct table_options *options, struct arena *arena,
                         const struct table_sink *sink, struct table_counts *counts, struct error *error) {
    struct column_map *map;
    struct table_counts counted = {0};
    if (!read_map(options, arena, &map, error))
        return error_context(error, "column map");
    struct tables tables = {options, map, arena, sink, &counted, place_cache_new(options->gazetteer, arena), 0};
    bool read = read_bytes(&tables, bytes, name, 0, error);
    *counts = counted;
    if (!read)
        return error_context(error, "%.*s", TEXT_ARGS(name));
    if (tables.found == 0)
        return error_set(error, ERROR_INPUT,
                         "%.*s: this is no table of incidents that is known; say with --columns what its columns are",
                         TEXT_ARGS(name));
    if (counted.accounts == 0 && counted.passed == 0 && counted.rejected > 0)
        return error_set(error, ERROR_INPUT, "%.*s: none of its %zu rows can be read", TEXT_ARGS(name),
                         counted.rejected);
    return true;
}
