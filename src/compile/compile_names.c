#include "compile_tables.h"

#include "number.h"

/* Names of one kind of place: rows of ref or geonameid, lang, name and perhaps use. */
static bool add_names(struct model *model, const struct table *table, enum ref_kind kind, struct arena *arena,
                      struct error *error) {
    size_t ref = source_column(table, kind == REF_OTHER ? "ref" : "geonameid");
    size_t lang = source_column(table, "lang");
    size_t name = source_column(table, "name");
    size_t use = source_column(table, "use");
    for (size_t row = 0; row < table->row_count; row++) {
        struct text wanted = table_cell(table, row, ref);
        struct text language = table_cell(table, row, lang);
        enum name_use meant = compile_use(table_cell(table, row, use));
        place_id id = model_find(model, kind == REF_OTHER ? wanted : ref_new(arena, kind, wanted));
        if (meant == NAME_USES)
            return source_bad_row(table, row, "this is no use of a name:", table_cell(table, row, use), error);
        if (id == PLACE_NONE)
            continue; /* the name of something that the tables leave out */
        bool nameless = meant == NAME_MAIN && language.size == 0;
        model_add_name(model, id, table_cell(table, row, name), nameless ? NAME_ALTERNATE : meant, language);
        if (meant == NAME_MAIN)
            model_add_label(model, id, table_cell(table, row, name), language, LABEL_TABLE);
    }
    return true;
}

bool compile_names(struct model *model, const char *tables, struct arena *arena, struct error *error) {
    static const char *const town_columns[] = {"geonameid", "lang", "name", NULL};
    static const char *const region_columns[] = {"ref", "lang", "name", NULL};
    static const char *const country_columns[] = {"ref", "lang", "name", "use", NULL};
    struct table towns, regions, countries;
    return compile_table(tables, "country_names.csv.gz", country_columns, arena, &countries, error) &&
           compile_table(tables, "region_names.csv.gz", region_columns, arena, &regions, error) &&
           compile_table(tables, "names.csv.gz", town_columns, arena, &towns, error) &&
           add_names(model, &countries, REF_OTHER, arena, error) &&
           add_names(model, &regions, REF_OTHER, arena, error) && add_names(model, &towns, REF_TOWN, arena, error);
}

/* Borders. */

static bool add_border(struct model *model, struct text a, struct text b, struct lonlat point, double precision_km,
                       struct arena *arena, struct error *error) {
    place_id sides[2] = {model_find(model, ref_of_country(arena, a)), model_find(model, ref_of_country(arena, b))};
    struct model_place *place;
    if (sides[0] == PLACE_NONE || sides[1] == PLACE_NONE) {
        return error_set(error, ERROR_ENVIRONMENT, "the border %.*s-%.*s has a side that is no country", TEXT_ARGS(a),
                         TEXT_ARGS(b));
    }
    struct text names[2] = {model_text(model, model_place_at(model, sides[0])->name),
                            model_text(model, model_place_at(model, sides[1])->name)};
    struct text name = text_format(arena, "%.*s–%.*s border", TEXT_ARGS(names[0]), TEXT_ARGS(names[1]));
    if (!model_add_place(model, ref_of_border(arena, a, b), name, &place, error))
        return false;
    place->kind = PLACE_LINE;
    place->feature = model_string(model, TEXT("border"));
    place->countries = model_string(model, text_format(arena, "%.*s,%.*s", TEXT_ARGS(a), TEXT_ARGS(b)));
    place->point = point;
    place->placed = true;
    place->precision_km = precision_km;
    return true;
}

static bool add_known_borders(struct model *model, const struct table *table, struct arena *arena,
                              struct error *error) {
    for (size_t row = 0; row < table->row_count; row++) {
        struct lonlat point = {0, 0};
        double precision_km = 0;
        if (!compile_point(table, row, source_cell(table, row, "lat"), source_cell(table, row, "lon"), &point, error))
            return false;
        if (!number_read(source_cell(table, row, "precision_km"), &precision_km) || precision_km < 0) {
            return source_bad_row(table, row, "this is no distance in km:", source_cell(table, row, "precision_km"),
                                  error);
        }
        if (!add_border(model, source_cell(table, row, "a"), source_cell(table, row, "b"), point, precision_km, arena,
                        error))
            return error_context(error, "borders.csv: line %zu", table->lines[row]);
    }
    return true;
}

/* Half way between the points of two countries, and half their distance. */
static bool add_guessed_border(struct model *model, struct text a, struct text b, struct arena *arena,
                               struct error *error) {
    place_id sides[2] = {model_find(model, ref_of_country(arena, a)), model_find(model, ref_of_country(arena, b))};
    if (sides[0] == PLACE_NONE || sides[1] == PLACE_NONE)
        return true;
    struct lonlat from = model_place_at(model, sides[0])->point;
    struct lonlat to = model_place_at(model, sides[1])->point;
    struct lonlat middle = {(from.lon + to.lon) / 2, (from.lat + to.lat) / 2};
    return add_border(model, a, b, middle, lonlat_distance_km(from, to) / 2, arena, error);
}

static bool add_neighbours(struct model *model, const struct table *countries, struct arena *arena,
                           struct error *error) {
    for (size_t row = 0; row < countries->row_count; row++) {
        struct text a = source_cell(countries, row, "alpha2");
        struct text rest = source_cell(countries, row, "neighbours");
        struct text b;
        while (rest.size > 0 && text_split(&rest, ',', &b))
            if (text_compare(a, b) < 0 && !add_guessed_border(model, a, b, arena, error))
                return error_context(error, "countries.csv: line %zu", countries->lines[row]);
    }
    return true;
}

bool compile_borders(struct model *model, const char *tables, struct arena *arena, struct error *error) {
    static const char *const columns[] = {"a", "b", "lat", "lon", "precision_km", NULL};
    static const char *const country_columns[] = {"alpha2", NULL};
    struct table table;
    bool present;
    if (!source_table(tables, "borders.csv", arena, &table, &present, error))
        return false;
    if (present)
        return source_needs(&table, columns, error) && add_known_borders(model, &table, arena, error);
    return compile_table(tables, "countries.csv", country_columns, arena, &table, error) &&
           add_neighbours(model, &table, arena, error);
}
