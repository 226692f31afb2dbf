#include "fact_sheet.h"

#include "file.h"
#include "layer.h"
#include "list.h"
#include "number.h"
#include "table.h"

#include <math.h>
#include <string.h>

static const char *const languages[] = {"en", "it", "ru", "uk", "fr", "de", "es", "tr", "ar"};
/* What all that gathers needs. */
struct gathering {
    const struct geodata *geodata;
    const struct gazetteer *gazetteer;
    struct arena *arena;
    struct fact_sheet *sheet;
    struct status status;
};

static bool list_holds(struct text list, struct text wanted) {
    struct text part;
    while (text_split(&list, ',', &part))
        if (text_equal(text_trim(part), wanted) && wanted.size > 0)
            return true;
    return false;
}

static struct text name_of(const struct gathering *gathering, struct text ref) {
    place_id id = gazetteer_place_of(gathering->gazetteer, ref);
    if (id == PLACE_NONE)
        return TEXT_NONE;
    struct text name = gazetteer_name(gathering->gazetteer, id, TEXT("en"));
    return name.size ? name : gazetteer_place(gathering->gazetteer, id).name;
}

static struct text country_ref(const struct gathering *gathering, struct text code) {
    return ref_of_country(gathering->arena, code);
}

/* "Kyrgyzstan–Tajikistan" for a border without a name of its own. */
static struct text border_name(const struct gathering *gathering, struct text ref) {
    struct text a = TEXT_NONE, b = TEXT_NONE;
    if (!ref_sides(ref, &a, &b))
        return TEXT_NONE;
    a = name_of(gathering, country_ref(gathering, a));
    b = name_of(gathering, country_ref(gathering, b));
    return text_format(gathering->arena, "%.*s–%.*s", TEXT_ARGS(a), TEXT_ARGS(b));
}

static void relate(struct gathering *gathering, const char *what, struct text ref, double km) {
    for (size_t i = 0; i < gathering->sheet->relations.count; i++) {
        struct fact_relation *relation = &gathering->sheet->relations.items[i];
        if (text_equal(relation->ref, ref)) {
            relation->km += km;
            return;
        }
    }
    struct text name = ref_is(ref, REF_BORDER) ? border_name(gathering, ref) : name_of(gathering, ref);
    *LIST_PUSH(gathering->arena, &gathering->sheet->relations) = (struct fact_relation){what, ref, name, km};
}

static void state(struct gathering *gathering, struct fact_statement statement) {
    statement.holds = status_holds(statement.from, statement.to, gathering->sheet->as_of);
    *LIST_PUSH(gathering->arena, &gathering->sheet->statements) = statement;
}

static void gather_status(struct gathering *gathering) {
    const struct status *status = &gathering->status;
    struct text ref = gathering->sheet->place.ref;
    bool border = ref_is(ref, REF_BORDER);
    size_t count = border ? status->borders.count : status->lines.count;
    for (size_t i = 0; i < count; i++) {
        const struct border_status *row = border ? &status->borders.items[i] : &status->lines.items[i];
        if (text_equal(row->ref, ref))
            state(gathering, (struct fact_statement){.kind = text_of(border_class_name(row->class)),
                                                     .part = row->part,
                                                     .from = row->from,
                                                     .to = row->to,
                                                     .sentence = row->sentence,
                                                     .source = row->source});
    }
    for (size_t i = 0; i < status->areas.count; i++) {
        const struct area_status *row = &status->areas.items[i];
        if (text_equal(row->ref, ref))
            state(gathering, (struct fact_statement){.kind = row->kind,
                                                     .from = row->from,
                                                     .to = row->to,
                                                     .sentence = row->sentence,
                                                     .administered_by = row->administered_by,
                                                     .claimed_by = row->claimed_by,
                                                     .source = row->source});
    }
}

static struct text cell(const struct table *table, size_t row, const char *name) {
    size_t column;
    return table_column(table, name, &column, NULL) ? table_cell(table, row, column) : TEXT_NONE;
}

static struct date cell_date(const struct table *table, size_t row, const char *name) {
    struct date date = {0, 0, 0};
    return date_read(cell(table, row, name), &date) ? date : (struct date){0, 0, 0};
}

static bool read_table(const struct gathering *gathering, const char *name, struct table *table, struct error *error) {
    const char *path = geodata_path(gathering->geodata, gathering->arena, name);
    *table = (struct table){0};
    return !file_exists(path) || table_read_file(path, gathering->arena, table, error);
}

/* Countries and regions of which something is to be said. */
static bool gather_special(struct gathering *gathering, struct error *error) {
    struct table table;
    if (!read_table(gathering, "curated/special_status.tsv", &table, error))
        return false;
    for (size_t i = 0; i < table.row_count; i++) {
        if (!text_equal(cell(&table, i, "ref"), gathering->sheet->place.ref))
            continue;
        state(gathering, (struct fact_statement){.from = cell_date(&table, i, "from"),
                                                 .to = cell_date(&table, i, "to"),
                                                 .sentence = cell(&table, i, "status"),
                                                 .administered_by = cell(&table, i, "administered_by"),
                                                 .claimed_by = cell(&table, i, "claimed_by"),
                                                 .source = cell(&table, i, "source")});
    }
    return true;
}

static bool gather_rivers(struct gathering *gathering, struct error *error) {
    struct table table;
    struct text ref = gathering->sheet->place.ref, part;
    if (!read_table(gathering, "curated/rivers.tsv", &table, error))
        return false;
    for (size_t i = 0; i < table.row_count; i++) {
        struct text borders = cell(&table, i, "borders");
        double km = 0;
        bool known = number_read(cell(&table, i, "length_km"), &km);
        if (ref_is(ref, REF_BORDER) && list_holds(borders, ref_id(ref)))
            relate(gathering, "river", cell(&table, i, "ref"), known ? km : 0);
        if (!text_equal(cell(&table, i, "ref"), ref))
            continue;
        gathering->sheet->km = km;
        while (text_split(&borders, ',', &part))
            relate(gathering, "border", ref_new(gathering->arena, REF_BORDER, text_trim(part)), 0);
        state(gathering, (struct fact_statement){.source = cell(&table, i, "source")});
    }
    return true;
}

/* Borders of a country with their lengths; the length of a border. */
static bool gather_borders(struct gathering *gathering, struct error *error) {
    static const char *const fields[] = {"a", "b", "km", NULL};
    struct text ref = gathering->sheet->place.ref, code = ref_country(ref);
    struct layer_query query = {.bounds = {-180, -90, 180, 90}};
    struct feature_list features = {0};
    memcpy(query.fields, fields, sizeof fields);
    if (!ref_is(ref, REF_BORDER) && code.size == 0)
        return true;
    const char *path = geodata_path(gathering->geodata, gathering->arena, "borders-5km.fgb");
    if (!layer_read(path, &query, gathering->arena, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        const struct text *pair = features.items[i].fields;
        struct text border = ref_of_border(gathering->arena, pair[0], pair[1]);
        double km = 0;
        if (!number_read(pair[2], &km))
            km = 0;
        if (text_equal(border, ref))
            gathering->sheet->km += km;
        else if (code.size > 0 && (text_equal(pair[0], code) || text_equal(pair[1], code)))
            relate(gathering, "border", border, km);
    }
    return true;
}

static double shape_km(const struct shape *shape) {
    double km = 0;
    for (size_t i = 0; i < shape->count; i++)
        for (size_t k = 1; k < shape->paths[i].count; k++)
            km += lonlat_distance_km(shape->paths[i].points[k - 1], shape->paths[i].points[k]);
    return km;
}

static bool gather_line(struct gathering *gathering, struct error *error) {
    struct layer_query query = {.fields = {"ref", NULL}, .bounds = {-180, -90, 180, 90}};
    struct feature_list features = {0};
    struct text ref = gathering->sheet->place.ref;
    if (!ref_is(ref, REF_LINE))
        return true;
    if (!layer_read(geodata_path(gathering->geodata, gathering->arena, "lines.fgb"), &query, gathering->arena,
                    &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++)
        if (text_equal(features.items[i].fields[0], ref))
            gathering->sheet->km += shape_km(&features.items[i].shape);
    return true;
}

/* Lines between the two countries of a border, areas of a country or claimed by it, countries of whatever has some. */
static void gather_relations(struct gathering *gathering) {
    const struct status *status = &gathering->status;
    const struct place *place = &gathering->sheet->place;
    struct text rest = place->countries, code, own = ref_country(place->ref);
    while (own.size == 0 && text_split(&rest, ',', &code))
        relate(gathering, "country", country_ref(gathering, text_trim(code)), 0);
    for (size_t i = 0; i < status->lines.count; i++) {
        const struct border_status *line = &status->lines.items[i];
        struct text pair = ref_of_border(gathering->arena, line->a, line->b);
        bool holds = status_holds(line->from, line->to, gathering->sheet->as_of);
        if (holds && text_equal(pair, place->ref))
            relate(gathering, "line", line->ref, 0);
        if (text_equal(line->ref, place->ref) && !text_equal(line->a, line->b))
            relate(gathering, "border", pair, 0);
    }
    for (size_t i = 0; i < status->areas.count && own.size > 0; i++) {
        const struct area_status *area = &status->areas.items[i];
        bool holds = status_holds(area->from, area->to, gathering->sheet->as_of) && area_is_contested(area);
        if (holds && (list_holds(area->parents, own) || list_holds(area->claimed_by, own)))
            relate(gathering, "area", area->ref, 0);
    }
}

static bool gather_views(struct gathering *gathering, struct text name, struct error *error) {
    struct fact_sheet *sheet = gathering->sheet;
    struct worldview view;
    if (!worldview_read(gathering->geodata, name, gathering->arena, &view, error))
        return false;
    sheet->worldview = view.name;
    sheet->shown = worldview_row(&view, sheet->place.ref, sheet->as_of);
    for (size_t i = 0; i < view.rows.count; i++) {
        const struct view_row *row = &view.rows.items[i];
        if (text_equal(row->ref, sheet->place.ref) && status_holds(row->from, row->to, sheet->as_of))
            *LIST_PUSH(gathering->arena, &sheet->views) = *row;
    }
    return true;
}

static void gather_names(struct gathering *gathering) {
    struct fact_sheet *sheet = gathering->sheet;
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        struct text name = gazetteer_name(gathering->gazetteer, sheet->place.id, text_of(languages[i]));
        if (name.size > 0)
            *LIST_PUSH(gathering->arena, &sheet->names) = (struct fact_name){languages[i], name};
    }
    bool border = ref_is(sheet->place.ref, REF_BORDER);
    sheet->name = border ? border_name(gathering, sheet->place.ref) : name_of(gathering, sheet->place.ref);
}

static struct text date_of_borders(const struct geodata *geodata) {
    for (size_t i = 0; i < geodata->count; i++)
        if (text_find(geodata->sources[i].path, TEXT("borders"), 0) < geodata->sources[i].path.size)
            return geodata->sources[i].date;
    return TEXT_NONE;
}

bool fact_sheet_gather(const struct geodata *geodata, const struct gazetteer *gazetteer, place_id place,
                       struct date as_of, struct text worldview, struct arena *arena, struct fact_sheet *sheet,
                       struct error *error) {
    struct fact_sheet result = {.place = gazetteer_place(gazetteer, place), .as_of = as_of};
    struct gathering gathering = {.geodata = geodata, .gazetteer = gazetteer, .arena = arena, .sheet = &result};
    if (!status_read(geodata, arena, &gathering.status, error) || !gather_views(&gathering, worldview, error))
        return false;
    gather_names(&gathering);
    gather_status(&gathering);
    if (!gather_special(&gathering, error) || !gather_borders(&gathering, error) || !gather_line(&gathering, error) ||
        !gather_rivers(&gathering, error))
        return false;
    gather_relations(&gathering);
    if (ref_is(result.place.ref, REF_BORDER))
        result.shape_date = date_of_borders(geodata);
    *sheet = result;
    return true;
}
