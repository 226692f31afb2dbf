#include "compile_tables.h"

#include "number.h"

#include <math.h>

#define PI 3.14159265358979323846

bool compile_table(const char *folder, const char *name, const char *const *columns, struct arena *arena,
                   struct table *table, struct error *error) {
    bool present;
    if (!source_table(folder, name, arena, table, &present, error))
        return false;
    if (!present)
        return error_set(error, ERROR_ENVIRONMENT, "%s/%s: there is no such table", folder, name);
    return source_needs(table, columns, error);
}

bool compile_point(const struct table *table, size_t row, struct text lat, struct text lon, struct lonlat *point,
                   struct error *error) {
    struct lonlat read;
    if (!number_read(lat, &read.lat) || read.lat < -90 || read.lat > 90)
        return source_bad_row(table, row, "this latitude is no number in -90..90:", lat, error);
    if (!number_read(lon, &read.lon) || read.lon < -180 || read.lon > 180)
        return source_bad_row(table, row, "this longitude is no number in -180..180:", lon, error);
    *point = read;
    return true;
}

enum name_use compile_use(struct text word) {
    static const struct {
        const char *word;
        enum name_use use;
    } uses[] = {
        {"", NAME_MAIN},
        {"name", NAME_MAIN},
        {"short", NAME_SHORT},
        {"alternate", NAME_ALTERNATE},
        {"historic", NAME_HISTORIC},
        {"people", NAME_PEOPLE},
        {"abbreviation", NAME_ABBREVIATION},
        {"adjective", NAME_ADJECTIVE},
        {"combining", NAME_COMBINING},
        {"government", NAME_GOVERNMENT},
    };
    for (size_t i = 0; i < sizeof uses / sizeof uses[0]; i++)
        if (text_is(word, uses[i].word))
            return uses[i].use;
    return NAME_USES;
}

/* Countries, regions, divisions. */

/* A country reaches as far from its point as a disc of its area, and has the inhabitants that the table states, if it
 * does. */
static bool add_country(struct model *model, const struct table *table, size_t row, struct arena *arena,
                        struct error *error) {
    struct text code = source_cell(table, row, "alpha2");
    struct model_place *place;
    struct lonlat point = {0, 0};
    double area = 0;
    if (!compile_point(table, row, source_cell(table, row, "lat"), source_cell(table, row, "lon"), &point, error) ||
        !model_add_place(model, ref_of_country(arena, code), source_cell(table, row, "name"), &place, error))
        return error_context(error, "countries.csv");
    place->kind = PLACE_COUNTRY;
    place->country = place->countries = model_string(model, code);
    place->point = point;
    place->placed = true;
    (void)number_read_whole(source_cell(table, row, "geonameid"), &place->geonameid);
    (void)number_read_whole(source_cell(table, row, "population"), &place->population);
    (void)number_read(source_cell(table, row, "area_km2"), &area);
    place->counted = place->population > 0;
    place->measured = area > 0;
    place->precision_km = area > 0 ? sqrt(area / PI) : 0;
    model_add_name(model, model_id(model, place), source_cell(table, row, "name"), NAME_MAIN, TEXT_NONE);
    return true;
}

/* A region or division of a country. */
static bool add_region(struct model *model, const struct table *table, size_t row, struct text ref, struct text code,
                       struct arena *arena, struct error *error) {
    struct model_place *place;
    struct text name = source_cell(table, row, "name");
    struct text lat = source_cell(table, row, "lat");
    struct text lon = source_cell(table, row, "lon");
    struct lonlat point = {0, 0};
    if ((lat.size > 0 && !compile_point(table, row, lat, lon, &point, error)) ||
        !model_add_place(model, ref, name, &place, error))
        return error_context(error, "%.*s: line %zu", TEXT_ARGS(table->name), table->lines[row]);
    place->kind = PLACE_REGION;
    place->country = place->countries = model_string(model, source_cell(table, row, "country"));
    place->point = point;
    place->placed = lat.size > 0;
    place->measured = number_read(source_cell(table, row, "precision_km"), &place->precision_km);
    (void)number_read_whole(source_cell(table, row, "geonameid"), &place->geonameid);
    place_id id = model_id(model, place);
    model_alias(model, text_format(arena, "code:%.*s", TEXT_ARGS(code)), id);
    model_add_name(model, id, name, NAME_MAIN, TEXT_NONE);
    return true;
}

static bool add_regions(struct model *model, const struct table *table, struct arena *arena, struct error *error) {
    for (size_t row = 0; row < table->row_count; row++) {
        struct text ref = source_cell(table, row, "ref");
        if (!add_region(model, table, row, ref, source_cell(table, row, "geonames_admin1"), arena, error))
            return false;
        model_place_at(model, model_find(model, ref))->feature = model_string(model, TEXT("ADM1"));
    }
    return true;
}

/* The key of the first-order region that a country's code names: "code:KG.09". */
static struct text region_key(struct arena *arena, struct text country, struct text admin1) {
    return text_format(arena, "code:%.*s.%.*s", TEXT_ARGS(country), TEXT_ARGS(admin1));
}

static string_id region_ref(struct model *model, struct arena *arena, struct text country, struct text admin1) {
    place_id region = admin1.size > 0 ? model_find(model, region_key(arena, country, admin1)) : PLACE_NONE;
    return region == PLACE_NONE ? 0 : model_place_at(model, region)->ref;
}

static bool add_divisions(struct model *model, const struct table *table, struct arena *arena, struct error *error) {
    for (size_t row = 0; row < table->row_count; row++) {
        struct text code = source_cell(table, row, "code");
        struct text ref = ref_new(arena, REF_DISTRICT, code);
        if (!add_region(model, table, row, ref, code, arena, error))
            return false;
        place_id id = model_find(model, ref);
        struct model_place *place = model_place_at(model, id);
        place->feature = model_string(model, TEXT("ADM2"));
        place->admin1 = region_ref(model, arena, source_cell(table, row, "country"), source_cell(table, row, "admin1"));
        place->admin2 = model_string(model, code);
        model_add_flagged(model, id, source_cell(table, row, "proper"), NAME_ALTERNATE, READING_LOOSE, TEXT_NONE);
    }
    return true;
}

bool compile_regions(struct model *model, const char *tables, struct arena *arena, struct error *error) {
    static const char *const country_columns[] = {"alpha2", "name", "lat", "lon", NULL};
    static const char *const region_columns[] = {"ref", "country", "geonames_admin1", "name", "lat", "lon", NULL};
    static const char *const division_columns[] = {"code", "country", "admin1", "name", "lat", "lon", NULL};
    struct table countries, regions, divisions;
    if (!compile_table(tables, "countries.csv", country_columns, arena, &countries, error) ||
        !compile_table(tables, "regions.csv.gz", region_columns, arena, &regions, error) ||
        !compile_table(tables, "admin2.csv.gz", division_columns, arena, &divisions, error))
        return false;
    for (size_t row = 0; row < countries.row_count; row++)
        if (!add_country(model, &countries, row, arena, error))
            return false;
    return add_regions(model, &regions, arena, error) && add_divisions(model, &divisions, arena, error);
}

/* Towns. */

enum town_column {
    TOWN_ID,
    TOWN_NAME,
    TOWN_ASCII,
    TOWN_LAT,
    TOWN_LON,
    TOWN_FEATURE,
    TOWN_COUNTRY,
    TOWN_ADMIN1,
    TOWN_ADMIN2,
    TOWN_POPULATION,
    TOWN_ALTERNATES,
    TOWN_COLUMNS
};

static const char *const town_columns[] = {"geonameid", "name",   "ascii",  "lat",        "lon",        "feature",
                                           "country",   "admin1", "admin2", "population", "alternates", NULL};

static void add_town_names(struct model *model, place_id id, const struct text *cells) {
    model_add_name(model, id, cells[TOWN_NAME], NAME_MAIN, TEXT_NONE);
    model_add_name(model, id, cells[TOWN_ASCII], NAME_MAIN, TEXT_NONE);
    struct text rest = cells[TOWN_ALTERNATES];
    struct text name;
    while (rest.size > 0 && text_split(&rest, '|', &name))
        model_add_name(model, id, name, NAME_ALTERNATE, TEXT_NONE);
}

/* Counts the town in the places that hold it. Sections of a town are in its own count already. */
static void spread_town(struct model *model, struct arena *arena, const struct text *cells, struct lonlat point,
                        int64_t population) {
    struct text country = ref_of_country(arena, cells[TOWN_COUNTRY]);
    place_id id = model_find(model, country);
    bool counted = id != PLACE_NONE && model_place_at(model, id)->counted;
    struct text holders[] = {
        counted ? TEXT_NONE : country,
        region_key(arena, cells[TOWN_COUNTRY], cells[TOWN_ADMIN1]),
        ref_of_district(arena, cells[TOWN_COUNTRY], cells[TOWN_ADMIN1], cells[TOWN_ADMIN2]),
    };
    for (size_t i = 0; i < sizeof holders / sizeof holders[0]; i++) {
        place_id holder = model_find(model, holders[i]);
        if (holder != PLACE_NONE)
            model_spread(model, holder, point, text_is(cells[TOWN_FEATURE], "PPLX") ? 0 : population);
    }
}

static bool add_town(struct model *model, const struct table *table, size_t row, const struct text *cells,
                     struct arena *arena, struct error *error) {
    struct lonlat point = {0, 0};
    int64_t id = 0;
    int64_t population = 0;
    struct model_place *place;
    if (!compile_point(table, row, cells[TOWN_LAT], cells[TOWN_LON], &point, error))
        return false;
    if (!number_read_whole(cells[TOWN_ID], &id) || id <= 0 || id > UINT32_MAX)
        return source_bad_row(table, row, "this is no GeoNames id:", cells[TOWN_ID], error);
    if (!model_add_place(model, ref_of_geonameid(arena, (int64_t)id), cells[TOWN_NAME], &place, error))
        return error_context(error, "%.*s: line %zu", TEXT_ARGS(table->name), table->lines[row]);
    (void)number_read_whole(cells[TOWN_POPULATION], &population);
    place->kind = PLACE_POINT;
    place->geonameid = id;
    place->point = point;
    place->placed = true;
    place->population = population;
    place->feature = model_string(model, cells[TOWN_FEATURE]);
    place->country = place->countries = model_string(model, cells[TOWN_COUNTRY]);
    place->admin1 = region_ref(model, arena, cells[TOWN_COUNTRY], cells[TOWN_ADMIN1]);
    place->capital = text_is(cells[TOWN_FEATURE], "PPLC");
    if (cells[TOWN_ADMIN2].size > 0) {
        struct text parts[] = {cells[TOWN_COUNTRY], cells[TOWN_ADMIN1], cells[TOWN_ADMIN2]};
        place->admin2 = model_string(
            model, text_format(arena, "%.*s.%.*s.%.*s", TEXT_ARGS(parts[0]), TEXT_ARGS(parts[1]), TEXT_ARGS(parts[2])));
    }
    add_town_names(model, model_id(model, place), cells);
    spread_town(model, arena, cells, point, population);
    return true;
}

bool compile_towns(struct model *model, const char *tables, struct arena *arena, struct error *error) {
    struct table table;
    size_t columns[TOWN_COLUMNS];
    if (!compile_table(tables, "places.csv.gz", town_columns, arena, &table, error))
        return false;
    for (size_t i = 0; i < TOWN_COLUMNS; i++)
        columns[i] = source_column(&table, town_columns[i]);
    for (size_t row = 0; row < table.row_count; row++) {
        struct text cells[TOWN_COLUMNS];
        for (size_t i = 0; i < TOWN_COLUMNS; i++)
            cells[i] = table_cell(&table, row, columns[i]);
        if (!add_town(model, &table, row, cells, arena, error))
            return false;
    }
    return true;
}
