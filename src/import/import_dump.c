#include "import_dump.h"

#include "import_lines.h"
#include "number.h"

#include <string.h>

enum { PLACE_COLUMNS = 19, NAME_COLUMNS = 10, OLD_NAME_COLUMNS = 8, ROWS_TO_TRUST = 1000, PROGRESS_STEP = 1 << 15 };

/* Columns of a place that are used. */
enum {
    COLUMN_ID = 0,
    COLUMN_NAME = 1,
    COLUMN_ASCII = 2,
    COLUMN_ALTERNATES = 3,
    COLUMN_LAT = 4,
    COLUMN_LON = 5,
    COLUMN_CLASS = 6,
    COLUMN_CODE = 7,
    COLUMN_COUNTRY = 8,
    COLUMN_ADMIN1 = 10,
    COLUMN_ADMIN2 = 11,
    COLUMN_POPULATION = 14,
    COLUMN_DATE = 18,
};

/* At most `most` cells; returns how many there are in all. */
static size_t split(struct text line, size_t most, struct text *cells) {
    struct text rest = line;
    struct text cell;
    size_t count = 0;
    while (text_split(&rest, '\t', &cell)) {
        if (count < most)
            cells[count] = cell;
        count++;
    }
    return count;
}

static const char *check_line(struct text line, struct text *cell) {
    size_t at = 0;
    if (memchr(line.data, '\0', line.size)) {
        *cell = TEXT_NONE;
        return "binary data";
    }
    if (!text_is_utf8(line, &at)) {
        *cell = text_slice(line, at > 20 ? at - 20 : 0, at + 20);
        return "invalid UTF-8:";
    }
    return NULL;
}

static const char *read_id(struct text cell, int64_t *id) {
    return number_read_whole(cell, id) && *id > 0 && *id < UINT32_MAX ? NULL : "this is no GeoNames number:";
}

static const char *read_place(const struct text *cells, struct import_place *place, struct text *cell) {
    const char *wrong = read_id(*cell = cells[COLUMN_ID], &place->geonameid);
    if (wrong)
        return wrong;
    *cell = cells[COLUMN_LAT];
    if (!number_read(*cell, &place->point.lat) || place->point.lat < -90 || place->point.lat > 90)
        return "this latitude is no number in -90..90:";
    *cell = cells[COLUMN_LON];
    if (!number_read(*cell, &place->point.lon) || place->point.lon < -180 || place->point.lon > 180)
        return "this longitude is no number in -180..180:";
    *cell = cells[COLUMN_COUNTRY];
    if (cell->size != 0 && cell->size != 2)
        return "this is no country's code of two letters:";
    *cell = cells[COLUMN_CLASS];
    if (cell->size > 1)
        return "this is no class of features:";
    *cell = cells[COLUMN_POPULATION];
    if (cell->size > 0 && (!number_read_whole(*cell, &place->population) || place->population < 0))
        return "this population is no number:";
    *cell = TEXT_NONE;
    return cells[COLUMN_NAME].size > 0 ? NULL : "no name";
}

const char *import_dump_place(struct text line, struct import_place *place, struct text *date, struct text *cell) {
    struct text cells[PLACE_COLUMNS] = {{0}};
    const char *wrong = check_line(line, cell);
    if (wrong)
        return wrong;
    if (split(line, PLACE_COLUMNS, cells) != PLACE_COLUMNS) {
        *cell = line;
        return "not the 19 columns of a GeoNames dump:";
    }
    wrong = read_place(cells, place, cell);
    if (wrong)
        return wrong;
    place->name = cells[COLUMN_NAME];
    place->ascii = text_equal(cells[COLUMN_ASCII], cells[COLUMN_NAME]) ? TEXT_NONE : cells[COLUMN_ASCII];
    place->alternates = cells[COLUMN_ALTERNATES];
    place->separator = ',';
    place->class = cells[COLUMN_CLASS].size ? cells[COLUMN_CLASS].data[0] : 0;
    place->code = cells[COLUMN_CODE];
    place->country = cells[COLUMN_COUNTRY];
    place->admin1 = cells[COLUMN_ADMIN1];
    place->admin2 = cells[COLUMN_ADMIN2];
    *date = cells[COLUMN_DATE];
    return NULL;
}

/* Languages of the dump that are none. */
static bool is_language(struct text language) {
    static const char *const others[] = {"link", "wkdt", "post", "iata", "icao", "faac",
                                         "tcid", "unlc", "phon", "piny", "abbr"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (text_is(language, others[i]))
            return false;
    return true;
}

const char *import_dump_name(struct text line, struct overlay_name_row *name, int64_t *geonameid, bool *wanted,
                             struct text *cell) {
    struct text cells[NAME_COLUMNS] = {{0}};
    const char *wrong = check_line(line, cell);
    if (wrong)
        return wrong;
    size_t count = split(line, NAME_COLUMNS, cells);
    if (count != NAME_COLUMNS && count != OLD_NAME_COLUMNS) {
        *cell = line;
        return "not the 10 columns of GeoNames's alternate names:";
    }
    wrong = read_id(*cell = cells[1], geonameid);
    if (wrong)
        return wrong;
    bool short_name = text_is(cells[5], "1");
    bool historic = text_is(cells[7], "1") || text_starts(cells[2], TEXT("fr_1793"));
    bool colloquial = text_is(cells[6], "1");
    *wanted = is_language(cells[2]) || text_is(cells[2], "abbr");
    name->language = is_language(cells[2]) ? cells[2] : TEXT_NONE;
    name->name = cells[3];
    name->preferred = text_is(cells[4], "1");
    name->use = text_is(cells[2], "abbr")                ? NAME_ABBREVIATION
                : historic                               ? NAME_HISTORIC
                : colloquial || name->language.size == 0 ? NAME_ALTERNATE
                : short_name && !name->preferred         ? NAME_SHORT
                                                         : NAME_MAIN;
    *cell = TEXT_NONE;
    return cells[3].size > 0 ? NULL : "no name";
}

/* Files. */

bool import_dump_kind(const char *path, enum import_dump_kind *kind, struct error *error) {
    struct import_lines *lines;
    struct import_line line;
    bool more = true;
    if (!import_lines_open(path, &lines, error))
        return false;
    *kind = DUMP_UNKNOWN;
    bool read = true;
    for (int tries = 0; tries < 100 && *kind == DUMP_UNKNOWN && read && more; tries++) {
        struct text cells[1];
        read = import_lines_next(lines, &line, &more, error);
        size_t count = read && more ? split(line.text, 1, cells) : 0;
        *kind = count == PLACE_COLUMNS                               ? DUMP_PLACES
                : count == NAME_COLUMNS || count == OLD_NAME_COLUMNS ? DUMP_NAMES
                                                                     : DUMP_UNKNOWN;
    }
    import_lines_close(lines);
    return read;
}

static bool take_place(struct import_run *run, const struct import_origin *origin, struct text line, bool *sound,
                       struct error *error) {
    struct import_place place = {.origin = *origin};
    struct text date, cell, ref;
    const char *wrong = import_dump_place(line, &place, &date, &cell);
    *sound = wrong == NULL;
    if (wrong) {
        import_run_fault(run, origin, wrong, cell);
        return true;
    }
    import_run_dated(run, date);
    return import_run_place(run, &place, &ref, error);
}

static bool take_name(struct import_run *run, const struct import_origin *origin, struct text line, bool *sound,
                      struct error *error) {
    struct overlay_name_row name = {0};
    struct text cell;
    int64_t geonameid;
    bool wanted = false;
    const char *wrong = import_dump_name(line, &name, &geonameid, &wanted, &cell);
    *sound = wrong == NULL;
    if (wrong) {
        import_run_fault(run, origin, wrong, cell);
        return true;
    }
    if (!wanted) {
        run->report->left_out++;
        return true;
    }
    name.ref = import_match_geonameid(run->match, geonameid, run->scratch);
    return import_run_name(run, &name, error);
}

static bool take_line(struct import_run *run, const struct import_origin *origin, const struct import_line *line,
                      enum import_dump_kind kind, bool *sound, struct error *error) {
    run->report->rows++;
    *sound = false;
    if (line->too_long) {
        import_run_fault(run, origin, "longer than 64 KB", TEXT_NONE);
        return true;
    }
    return kind == DUMP_PLACES ? take_place(run, origin, line->text, sound, error)
                               : take_name(run, origin, line->text, sound, error);
}

static void report_progress(struct import_run *run, const struct import_lines *lines, const char *shown) {
    size_t done, total;
    import_lines_progress(lines, &done, &total);
    progress_report(run->progress, shown, total ? done / 2 : 0, total ? total : 1);
}

static bool read_lines(struct import_run *run, struct import_lines *lines, const char *shown,
                       enum import_dump_kind kind, struct error *error) {
    struct import_line line = {0};
    size_t sound_rows = 0;
    for (;;) {
        bool more, sound;
        if (!import_lines_next(lines, &line, &more, error))
            return false;
        if (!more)
            return true;
        struct import_origin origin = {shown, "", line.number};
        bool blank = line.text.size == 0 && !line.too_long;
        if (!blank && !take_line(run, &origin, &line, kind, &sound, error))
            return false;
        sound_rows += !blank && sound;
        if (sound_rows == 0 && line.number >= ROWS_TO_TRUST) {
            return error_set(error, ERROR_INPUT, "%s: none of its first %d lines is a row of a GeoNames dump", shown,
                             ROWS_TO_TRUST);
        }
        if (arena_used(run->scratch) > 48 << 10)
            arena_clear(run->scratch);
        if (line.number % PROGRESS_STEP == 0)
            report_progress(run, lines, shown);
    }
}

bool import_dump_read(struct import_run *run, const char *path, const char *shown, enum import_dump_kind kind,
                      struct error *error) {
    struct import_lines *lines;
    if (!import_lines_open(path, &lines, error))
        return false;
    bool read = read_lines(run, lines, shown, kind, error);
    import_lines_close(lines);
    return read;
}
