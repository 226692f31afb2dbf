#include "import_feature.h"

#include "fold.h"
#include "import_tags.h"
#include "list.h"
#include "number.h"

#include <math.h>
#include <string.h>
#include <strings.h>

/* One feature while it is read. */
struct feature_reading {
    struct import_run *run;
    const struct import_columns *columns;
    const struct import_locate *locate;
    const struct import_cells *cells;
    struct import_place *place;
    struct import_feature_names *names;
    struct text level, word;
    bool tagged; /* from OpenStreetMap */
};

static bool same_word(struct text a, struct text b) {
    return a.size == b.size && strncasecmp(a.data, b.data, a.size) == 0;
}

/* The cell of a target; the first column of several that is not empty. */
static struct text cell_of(const struct feature_reading *reading, enum import_target target) {
    for (size_t i = 0; i < reading->columns->count; i++) {
        const struct import_column *column = &reading->columns->items[i];
        if (column->target != target)
            continue;
        if (column->constant)
            return column->value;
        for (size_t k = 0; k < reading->cells->count; k++)
            if (same_word(reading->cells->names[k], column->column) && reading->cells->values[k].size > 0)
                return text_trim(reading->cells->values[k]);
    }
    return TEXT_NONE;
}

static void push_name(struct feature_reading *reading, struct text language, struct text name, enum name_use use) {
    if (name.size > 0) {
        struct overlay_name_row row = {.language = language, .name = name, .use = use, .preferred = use == NAME_MAIN};
        *LIST_PUSH(reading->run->scratch, reading->names) = row;
    }
}

/* name:ru=NAME_RU, and name:*=NAME_* for all that end in two letters. */
static void read_named_columns(struct feature_reading *reading, const struct import_column *column) {
    bool all = text_is(column->language, "*") && text_ends(column->column, TEXT("*"));
    struct text prefix = text_slice(column->column, 0, column->column.size - (all ? 1 : 0));
    for (size_t k = 0; k < reading->cells->count; k++) {
        struct text name = reading->cells->names[k];
        struct text value = text_trim(reading->cells->values[k]);
        if (!all && same_word(name, column->column))
            push_name(reading, column->language, value, NAME_MAIN);
        if (all && name.size == prefix.size + 2 && same_word(text_slice(name, 0, prefix.size), prefix)) {
            char *language = text_c(reading->run->scratch, text_slice(name, prefix.size, name.size));
            language[0] = (char)(language[0] | 0x20);
            language[1] = (char)(language[1] | 0x20);
            push_name(reading, text_of(language), value, NAME_MAIN);
        }
    }
}

/* Tags. */

static bool is_language(struct text language) {
    bool sound = language.size >= 2 && language.size <= 8;
    for (size_t i = 0; sound && i < language.size; i++)
        sound = (language.data[i] >= 'a' && language.data[i] <= 'z') || (i > 2 && language.data[i] == '-') || i > 3;
    return sound;
}

static void read_tag_name(struct feature_reading *reading, struct text key, struct text value) {
    static const struct {
        const char *key;
        enum name_use use;
    } others[] = {{"alt_name", NAME_ALTERNATE},   {"int_name", NAME_ALTERNATE},   {"official_name", NAME_ALTERNATE},
                  {"loc_name", NAME_ALTERNATE},   {"name:latin", NAME_ALTERNATE}, {"old_name", NAME_HISTORIC},
                  {"short_name", NAME_ALTERNATE}, {"bridge:name", NAME_ALTERNATE}};
    if (text_starts(key, TEXT("name:")) && is_language(text_slice(key, 5, key.size)))
        push_name(reading, text_slice(key, 5, key.size), value, NAME_MAIN);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct text rest = value;
        struct text name;
        while (text_is(key, others[i].key) && rest.size > 0 && text_split(&rest, ';', &name))
            push_name(reading, TEXT_NONE, text_trim(name), others[i].use);
    }
}

static void read_tag(struct feature_reading *reading, struct text key, struct text value) {
    struct import_place *place = reading->place;
    struct import_feature feature = import_tags_feature(key, value);
    if (feature.class && !(place->class == 'A' || (place->class && feature.class == 'L'))) {
        place->class = feature.class;
        place->code = feature.code;
    }
    if (text_is(key, "capital") && text_is(value, "yes") && place->class == 'P')
        place->code = TEXT("PPLC");
    if (text_is(key, "admin_level"))
        reading->level = value;
    else if (text_is(key, "ISO3166-2"))
        place->admin1 = value;
    else if (text_is(key, "population"))
        (void)number_read_whole(value, &place->population);
    read_tag_name(reading, key, value);
}

static void read_tags(struct feature_reading *reading, struct text tags) {
    struct text key, value;
    reading->tagged = true;
    for (size_t i = 0; i < reading->cells->count; i++)
        if (reading->cells->values[i].size > 0)
            read_tag(reading, reading->cells->names[i], reading->cells->values[i]);
    while (import_tags_next(&tags, &key, &value, reading->run->scratch))
        read_tag(reading, key, value);
}

/* Features. */

static const char *const unit_codes[] = {"PCLI", "ADM1", "ADM2", "ADM3", "ADM4", "ADM5"};

/* "ADM1", "1"; of OpenStreetMap, where states are 3 and 4, districts 5 and 6. */
static struct text unit_code(const struct feature_reading *reading, struct text level) {
    int64_t number = 2;
    struct text digits = text_starts(level, TEXT("ADM")) ? text_slice(level, 3, level.size) : level;
    if (!number_read_whole(digits, &number) || number < 0)
        number = 2;
    if (reading->tagged) {
        bool iso = reading->place->admin1.size > 3;
        number = number <= 2 ? 0 : number <= 4 || (iso && number <= 6) ? 1 : number <= 6 ? 2 : 3;
    }
    return text_of(unit_codes[number < 5 ? number : 5]);
}

static char class_of_code(struct text code) {
    static const char *const waters[] = {"STM", "LK", "RSV", "CNL", "SEA", "BAY", "STRT", "GULF", "OCN", "GLCR"};
    for (size_t i = 0; i < sizeof waters / sizeof *waters; i++)
        if (text_starts(code, text_of(waters[i])))
            return 'H';
    return text_starts(code, TEXT("PPL"))                                     ? 'P'
           : text_starts(code, TEXT("ADM")) || text_starts(code, TEXT("PCL")) ? 'A'
           : text_starts(code, TEXT("RGN"))                                   ? 'L'
           : text_starts(code, TEXT("MT")) || text_starts(code, TEXT("PASS")) ? 'T'
                                                                              : 'S';
}

static void read_class(struct feature_reading *reading, enum import_geometry geometry) {
    struct import_place *place = reading->place;
    struct text class = cell_of(reading, TARGET_CLASS);
    struct text code = cell_of(reading, TARGET_FEATURE);
    struct import_feature word = import_tags_word(code);
    if (reading->tagged) {
        place->code = place->class == 'A' ? unit_code(reading, reading->level) : place->code;
        return;
    }
    place->class = word.class       ? word.class
                   : class.size > 0 ? class.data[0]
                   : code.size > 0  ? class_of_code(code)
                                    : (char)(geometry == IMPORT_POINT  ? 'P'
                                             : geometry == IMPORT_LINE ? 'H'
                                                                       : 'A');
    place->code = word.class ? word.code : code;
    struct text level = cell_of(reading, TARGET_LEVEL);
    if (place->class == 'A' && (level.size > 0 || code.size == 0))
        place->code = unit_code(reading, level);
    if (place->code.size == 0)
        place->code = place->class == 'P' ? TEXT("PPL") : place->class == 'H' ? TEXT("STM") : TEXT("");
}

static bool read_point(struct feature_reading *reading, bool has_point) {
    struct import_place *place = reading->place;
    struct text lat = cell_of(reading, TARGET_LAT);
    struct text lon = cell_of(reading, TARGET_LON);
    if (lat.size > 0 || lon.size > 0) {
        place->point = (struct lonlat){NAN, NAN};
        (void)number_read(lat, &place->point.lat);
        (void)number_read(lon, &place->point.lon);
    } else if (!has_point) {
        import_run_fault(reading->run, &place->origin, "no geometry, and no columns for lat and lon", TEXT_NONE);
        return false;
    }
    struct text shown = text_format(reading->run->scratch, "%.*s %.*s", TEXT_ARGS(lat), TEXT_ARGS(lon));
    return import_run_check_point(reading->run, &place->origin, place->point, lat.size ? shown : TEXT_NONE);
}

static bool read_numbers(struct feature_reading *reading) {
    struct import_place *place = reading->place;
    struct text population = cell_of(reading, TARGET_POPULATION);
    struct text number = cell_of(reading, TARGET_GEONAMEID);
    double value = 0;
    if (population.size > 0 && !number_read(population, &value)) {
        import_run_fault(reading->run, &place->origin, "this population is no number:", population);
        return false;
    }
    place->population = population.size == 0 ? place->population : value > 0 && value < 1e10 ? (int64_t)value : 0;
    value = 0;
    (void)number_read(number, &value);
    place->geonameid = value > 0 && value < UINT32_MAX ? (int64_t)value : 0;
    return true;
}

/* Country and region: as stated if that is of use, else by where the point lies. */
static void read_location(struct feature_reading *reading) {
    struct import_place *place = reading->place;
    struct text country = cell_of(reading, TARGET_COUNTRY);
    struct text admin1 = reading->tagged ? place->admin1 : cell_of(reading, TARGET_ADMIN1);
    bool stated = country.size == 2 && country.data[0] >= 'A' && country.data[0] <= 'Z';
    place->country = stated ? country : import_locate_country(reading->locate, place->point);
    place->admin1 = admin1;
    place->admin2 = cell_of(reading, TARGET_ADMIN2);
    bool code = admin1.size > 0 && admin1.size <= 8;
    if (place->class != 'A' && (!code || text_find(admin1, TEXT("-"), 0) < admin1.size))
        place->admin1 = import_locate_region(reading->locate, place->point);
}

static char separator_of(struct text names) {
    return text_find(names, TEXT("|"), 0) < names.size ? '|' : text_find(names, TEXT(";"), 0) < names.size ? ';' : ',';
}

static bool read_names(struct feature_reading *reading) {
    struct import_place *place = reading->place;
    place->name = cell_of(reading, TARGET_NAME);
    place->ascii = cell_of(reading, TARGET_ASCII);
    place->alternates = cell_of(reading, TARGET_NAMES);
    place->separator = separator_of(place->alternates);
    for (size_t i = 0; i < reading->columns->count; i++)
        if (reading->columns->items[i].target == TARGET_NAME_IN)
            read_named_columns(reading, &reading->columns->items[i]);
    if (place->name.size == 0) {
        reading->run->report->left_out++;
        return false;
    }
    for (size_t i = 0; i < reading->cells->count; i++) {
        if (!text_is_utf8(reading->cells->values[i], NULL)) {
            import_run_fault(reading->run, &place->origin, "invalid UTF-8:", reading->cells->values[i]);
            return false;
        }
    }
    return true;
}

/* A reference of its own. The many ways of a river are one place for each two degrees. */
static void read_reference(struct feature_reading *reading, enum import_geometry geometry) {
    struct import_place *place = reading->place;
    struct arena *scratch = reading->run->scratch;
    struct text id = cell_of(reading, TARGET_ID);
    const char *prefix = reading->tagged ? "osm" : reading->run->report->name;
    struct text own;
    if (geometry == IMPORT_LINE) {
        own = text_format(scratch, "%s/line/%.*s/%d/%d", prefix, TEXT_ARGS(fold_key(scratch, place->name)),
                          (int)floor(place->point.lon / 2), (int)floor(place->point.lat / 2));
    } else if (id.size > 0 && id.size <= 64) {
        own = text_format(scratch, "%s/%s%.*s", prefix, geometry == IMPORT_AREA ? "area/" : "", TEXT_ARGS(id));
    } else {
        const char *slash = strrchr(place->origin.file, '/');
        own = text_format(scratch, "%s/%s/%zu", prefix, slash ? slash + 1 : place->origin.file, place->origin.line);
    }
    place->id = ref_new(scratch, REF_USER, own);
}

bool import_feature_read(struct import_run *run, const struct import_columns *columns,
                         const struct import_locate *locate, const struct import_cells *cells,
                         enum import_geometry geometry, bool has_point, struct import_place *place,
                         struct import_feature_names *names) {
    struct feature_reading reading = {
        .run = run, .columns = columns, .locate = locate, .cells = cells, .place = place, .names = names};
    if (!read_names(&reading))
        return false;
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].target == TARGET_OTHER_TAGS)
            read_tags(&reading, cell_of(&reading, TARGET_OTHER_TAGS));
    read_class(&reading, geometry);
    if (place->class == 0) {
        run->report->left_out++;
        return false;
    }
    if (!read_point(&reading, has_point) || !read_numbers(&reading))
        return false;
    read_location(&reading);
    read_reference(&reading, geometry);
    return true;
}
