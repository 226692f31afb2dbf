#include "compile_curated.h"

#include "compile_tables.h"
#include "date.h"
#include "number.h"

struct curated {
    struct model *model;
    const char *folder;
    struct arena *arena;
    struct error *error;
};

typedef bool (*curated_row)(const struct curated *curated, const struct table *table, size_t row);

/* Every row of one table, if there is such a table. */
static bool each_row(const struct curated *curated, const char *name, const char *const *columns, curated_row read) {
    struct table table;
    bool present;
    if (!source_table(curated->folder, name, curated->arena, &table, &present, curated->error))
        return false;
    if (present && !source_needs(&table, columns, curated->error))
        return false;
    for (size_t row = 0; row < table.row_count; row++)
        if (!read(curated, &table, row))
            return false;
    return true;
}

static bool find_ref(const struct curated *curated, const struct table *table, size_t row, const char *column,
                     place_id *id) {
    struct text ref = source_cell(table, row, column);
    *id = model_find(curated->model, ref);
    return *id != PLACE_NONE || source_bad_row(table, row, "nothing has the reference", ref, curated->error);
}

/* Points. */

static bool read_representative(const struct curated *curated, const struct table *table, size_t row) {
    place_id id;
    struct lonlat point = {0, 0};
    if (!find_ref(curated, table, row, "ref", &id) ||
        !compile_point(table, row, source_cell(table, row, "lat"), source_cell(table, row, "lon"), &point,
                       curated->error))
        return false;
    struct model_place *place = model_place_at(curated->model, id);
    place->point = point;
    place->placed = true;
    (void)number_read_whole(source_cell(table, row, "geonameid"), &place->geonameid);
    return true;
}

/* Special areas, rivers, waters, lines. */

static bool is_supranational(struct text kind) {
    return text_is(kind, "supranational") || text_is(kind, "continent") || text_is(kind, "world");
}

static struct text first_cell(const struct table *table, size_t row, const char *const *columns) {
    struct text cell = TEXT_NONE;
    for (; *columns && cell.size == 0; columns++)
        cell = source_cell(table, row, *columns);
    return cell;
}

/* The ','-list of countries that the thing lies in or parts. */
static struct text countries_of(const struct curated *curated, const struct table *table, size_t row) {
    static const char *const columns[] = {"countries", "parents", "parent", "country", NULL};
    struct text a = source_cell(table, row, "a");
    struct text b = source_cell(table, row, "b");
    struct text listed = first_cell(table, row, columns);
    if (listed.size == 0 && a.size > 0 && b.size > 0)
        return text_format(curated->arena, "%.*s,%.*s", TEXT_ARGS(a), TEXT_ARGS(b));
    return listed;
}

static bool add_members_of_area(const struct curated *curated, const struct table *table, size_t row, place_id area,
                                struct text countries) {
    struct text code;
    while (countries.size > 0 && text_split(&countries, ',', &code)) {
        place_id country = model_find(curated->model, ref_of_country(curated->arena, text_trim(code)));
        if (country == PLACE_NONE)
            return source_bad_row(table, row, "there is no country", code, curated->error);
        model_add_member(curated->model, area, country, INT32_MIN, INT32_MAX);
    }
    return true;
}

static bool point_of_row(const struct curated *curated, const struct table *table, size_t row,
                         struct model_place *place) {
    static const char *const extents[] = {"precision_km", "extent_km", NULL};
    struct text lat = source_cell(table, row, "lat");
    if (lat.size == 0)
        return true;
    double length_km = 0;
    place->placed = true;
    if (number_read(source_cell(table, row, "length_km"), &length_km))
        place->precision_km = length_km / 2;
    (void)number_read(first_cell(table, row, extents), &place->precision_km);
    return compile_point(table, row, lat, source_cell(table, row, "lon"), &place->point, curated->error);
}

static bool read_feature(const struct curated *curated, const struct table *table, size_t row) {
    static const char *const kinds[] = {"kind", "class", "feature", NULL};
    struct text ref = source_cell(table, row, "ref");
    struct text kind = first_cell(table, row, kinds);
    struct text countries = countries_of(curated, table, row);
    struct model *model = curated->model;
    struct model_place *place;
    if (model_find(model, ref) != PLACE_NONE)
        return true; /* another period of the same */
    if (!model_add_place(model, ref, source_cell(table, row, "name"), &place, curated->error))
        return error_context(curated->error, "%.*s: line %zu", TEXT_ARGS(table->name), table->lines[row]);
    place->kind = ref_place_kind(ref);
    place->feature = model_string(model, kind.size ? kind : text_of(place_kind_name(place->kind)));
    place->countries = model_string(model, countries);
    place->country = countries.size == 2 ? place->countries : 0;
    place->admin1 = model_string(model, source_cell(table, row, "admin1"));
    (void)number_read_whole(source_cell(table, row, "population"), &place->population);
    place->supranational = place->kind == PLACE_AREA && is_supranational(kind);
    bool supranational = place->supranational;
    place_id id = model_id(model, place);
    if (!point_of_row(curated, table, row, place))
        return false;
    model_add_name(model, id, source_cell(table, row, "name"), NAME_MAIN, TEXT_NONE);
    model_add_label(model, id, source_cell(table, row, "name"), TEXT("en"), LABEL_DERIVED);
    return !supranational || add_members_of_area(curated, table, row, id, countries);
}

/* Names. */

/* Words for a use that curated tables have beside those of compile_use(). */
static enum name_use curated_use(struct text word, enum name_use otherwise, uint8_t *flags) {
    *flags = text_is(word, "postal") ? READING_POSTAL : text_is(word, "loose") ? READING_LOOSE : 0;
    if (text_is(word, "loose"))
        return NAME_ALTERNATE;
    if (text_is(word, "noun") || text_is(word, "plural"))
        return NAME_PEOPLE;
    bool abbreviation = text_is(word, "postal") || text_is(word, "common") || text_is(word, "newspaper");
    return abbreviation ? NAME_ABBREVIATION : word.size > 0 ? compile_use(word) : otherwise;
}

/* In the language "und" the name of the place itself, printed where a language has no name of its own. */
static bool add_curated_name(const struct curated *curated, const struct table *table, size_t row, const char *column,
                             enum name_use otherwise) {
    uint8_t flags;
    enum name_use use = curated_use(source_cell(table, row, "use"), otherwise, &flags);
    struct text name = source_cell(table, row, column);
    struct text language = source_cell(table, row, "lang");
    place_id id;
    if (!find_ref(curated, table, row, "ref", &id))
        return false;
    if (use == NAME_USES)
        return source_bad_row(table, row, "this is no use of a name:", source_cell(table, row, "use"), curated->error);
    model_add_flagged(curated->model, id, name, use, flags, language);
    if (use == NAME_MAIN && text_is(language, "und"))
        model_place_at(curated->model, id)->name = model_string(curated->model, name);
    else if (use == NAME_MAIN)
        model_add_label(curated->model, id, name, language, LABEL_CURATED);
    return true;
}

static bool read_name(const struct curated *curated, const struct table *table, size_t row) {
    return add_curated_name(curated, table, row, "name", NAME_MAIN);
}

static bool read_abbreviation(const struct curated *curated, const struct table *table, size_t row) {
    return add_curated_name(curated, table, row, "text", NAME_ABBREVIATION);
}

static bool read_government(const struct curated *curated, const struct table *table, size_t row) {
    return add_curated_name(curated, table, row, "text", NAME_GOVERNMENT);
}

static bool read_demonym(const struct curated *curated, const struct table *table, size_t row) {
    return add_curated_name(curated, table, row, "form", NAME_ADJECTIVE);
}

/* Organisations. */

/* The organisation itself, by its first row in English. */
static bool read_organisation(const struct curated *curated, const struct table *table, size_t row) {
    struct text ref = source_cell(table, row, "ref");
    struct model_place *place;
    if (!text_is(source_cell(table, row, "lang"), "en") || model_find(curated->model, ref) != PLACE_NONE)
        return true;
    if (!model_add_place(curated->model, ref, source_cell(table, row, "name"), &place, curated->error))
        return error_context(curated->error, "%.*s: line %zu", TEXT_ARGS(table->name), table->lines[row]);
    place->kind = PLACE_ORGANISATION;
    place->feature = model_string(curated->model, TEXT("organisation"));
    return true;
}

static bool read_organisation_name(const struct curated *curated, const struct table *table, size_t row) {
    struct text name = source_cell(table, row, "name");
    struct text language = source_cell(table, row, "lang");
    place_id id;
    if (!find_ref(curated, table, row, "ref", &id))
        return false;
    model_add_name(curated->model, id, name, NAME_MAIN, language);
    model_add_name(curated->model, id, source_cell(table, row, "abbreviation"), NAME_ABBREVIATION, language);
    model_add_label(curated->model, id, name, language, LABEL_CURATED);
    return true;
}

/* Days of a date in a table; `open` if it is empty; false if it is no date. */
static bool days_of(const struct curated *curated, const struct table *table, size_t row, const char *column,
                    int64_t open, int64_t *days) {
    struct text cell = source_cell(table, row, column);
    struct date date;
    if (cell.size == 0) {
        *days = open;
        return true;
    }
    if (!date_read(cell, &date))
        return source_bad_row(table, row, "this is no date:", cell, curated->error);
    *days = date_days(date);
    return true;
}

static bool read_member(const struct curated *curated, const struct table *table, size_t row) {
    static const char *const organisations[] = {"org", "organisation", "ref", NULL};
    struct text role = source_cell(table, row, "role");
    place_id organisation = model_find(curated->model, first_cell(table, row, organisations));
    place_id country;
    int64_t from = 0;
    int64_t to = 0;
    if (organisation == PLACE_NONE) {
        return source_bad_row(table, row, "there is no organisation", first_cell(table, row, organisations),
                              curated->error);
    }
    if (!find_ref(curated, table, row, "country", &country) ||
        !days_of(curated, table, row, "from", INT32_MIN, &from) || !days_of(curated, table, row, "to", INT32_MAX, &to))
        return false;
    if (role.size == 0 || text_is(role, "member") || text_is(role, "co-chair") || text_is(role, "permanent"))
        model_add_member(curated->model, organisation, country, from, to);
    return true;
}

static bool compile_features(const struct curated *curated) {
    static const char *const columns[] = {"ref", "name", NULL};
    static const char *const names[] = {"ref", "lang", "name", NULL};
    return each_row(curated, "areas.tsv", columns, read_feature) &&
           each_row(curated, "rivers.tsv", columns, read_feature) &&
           each_row(curated, "waters.tsv", columns, read_feature) &&
           each_row(curated, "places.tsv", columns, read_feature) &&
           each_row(curated, "lines.tsv", columns, read_feature) &&
           each_row(curated, "organisations.tsv", names, read_organisation) &&
           each_row(curated, "organisations.tsv", names, read_organisation_name);
}

static bool compile_curated_names(const struct curated *curated) {
    static const char *const names[] = {"ref", "lang", "name", NULL};
    static const char *const words[] = {"text", "lang", "ref", NULL};
    static const char *const forms[] = {"ref", "lang", "form", "use", NULL};
    return each_row(curated, "short_names.tsv", names, read_name) &&
           each_row(curated, "area_names.tsv", names, read_name) &&
           each_row(curated, "river_names.tsv", names, read_name) &&
           each_row(curated, "water_names.tsv", names, read_name) &&
           each_row(curated, "place_names.tsv", names, read_name) &&
           each_row(curated, "line_names.tsv", names, read_name) &&
           each_row(curated, "border_names.tsv", names, read_name) &&
           each_row(curated, "abbreviations.tsv", words, read_abbreviation) &&
           each_row(curated, "governments.tsv", words, read_government) &&
           each_row(curated, "demonyms.tsv", forms, read_demonym);
}

bool compile_curated(struct model *model, const char *folder, struct arena *arena, struct error *error) {
    static const char *const points[] = {"ref", "lat", "lon", NULL};
    static const char *const members[] = {"country", NULL};
    struct curated curated = {model, folder, arena, error};
    return compile_features(&curated) && each_row(&curated, "representative.tsv", points, read_representative) &&
           compile_curated_names(&curated) && each_row(&curated, "members.tsv", members, read_member);
}
