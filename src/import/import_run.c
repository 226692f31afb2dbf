#include "import_run.h"

#include "fold.h"
#include "key_words.h"

#include <math.h>

void import_run_fault(struct import_run *run, const struct import_origin *origin, const char *what, struct text cell) {
    import_faults_add(&run->faults, origin->file, origin->unit, origin->line, what, cell);
}

bool import_run_check_point(struct import_run *run, const struct import_origin *origin, struct lonlat point,
                            struct text cell) {
    bool sound = isfinite(point.lat) && isfinite(point.lon) && fabs(point.lat) <= 90 && fabs(point.lon) <= 180;
    if (!sound)
        import_run_fault(run, origin, "this is no position in -90..90, -180..180:", cell);
    return sound;
}

void import_run_dated(struct import_run *run, struct text date) {
    if (date.size == 10 && text_compare(date, run->date) > 0)
        run->date = text_copy(run->arena, date);
}

/* What a feature of GeoNames is on a map, and how far it usually reaches. */
static enum place_kind kind_of(char class, struct text code, double *reach_km) {
    bool course = text_starts(code, TEXT("STM")) || text_starts(code, TEXT("CNL")) || text_starts(code, TEXT("WAD"));
    *reach_km = 0;
    if (class == 'A') {
        *reach_km = text_is(code, "ADM1") ? 75 : text_is(code, "ADM2") ? 25 : 10;
        return text_starts(code, TEXT("PCL")) ? PLACE_AREA : PLACE_REGION;
    }
    if (class == 'H') {
        *reach_km = course ? 30 : 5;
        return course ? PLACE_RIVER : PLACE_WATER;
    }
    if (class == 'L' && text_starts(code, TEXT("RGN"))) {
        *reach_km = 25;
        return PLACE_AREA;
    }
    return PLACE_POINT;
}

/* The reference under which the place goes in, and whether something has it already. */
static struct text reference(struct import_run *run, const struct import_place *place, enum place_kind kind,
                             bool *known) {
    struct text ref = TEXT_NONE;
    if (place->class == 'A')
        ref = import_match_unit(run->match, place->code, place->country, place->admin1, place->admin2, run->scratch);
    if (ref.size == 0 && place->geonameid > 0)
        ref = import_match_geonameid(run->match, place->geonameid, run->scratch);
    else if (ref.size > 0 && place->geonameid > 0)
        import_match_learn(run->match, place->geonameid, ref);
    if (ref.size == 0) {
        ref =
            import_match_named(run->match, place->name, kind, place->code, place->country, place->point, run->scratch);
    }
    ref = ref.size > 0 ? ref : place->id;
    *known = gazetteer_place_of(run->gazetteer, ref) != PLACE_NONE;
    return ref;
}

/* "KGZ", "LED": what is written in capitals among alternate names is a code more often than a name. */
static bool is_code(struct text name) {
    bool capitals = name.size <= 4;
    for (size_t i = 0; capitals && i < name.size; i++)
        capitals = name.data[i] >= 'A' && name.data[i] <= 'Z';
    return capitals;
}

/* Names of a place that is known already. */
static bool add_names(struct import_run *run, const struct import_place *place, struct text ref, struct error *error) {
    struct overlay_name_row names[] = {{.ref = ref, .name = place->name, .use = NAME_ALTERNATE},
                                       {.ref = ref, .name = place->ascii, .use = NAME_ALTERNATE}};
    struct text rest = place->alternates;
    struct text name;
    if (!overlay_writer_add_name(run->writer, &names[0], error) ||
        (place->ascii.size > 0 && !overlay_writer_add_name(run->writer, &names[1], error)))
        return false;
    bool unit = place->class == 'A'; /* their alternate names are codes and adjectives as often as names */
    while (!unit && rest.size > 0 && text_split(&rest, place->separator, &name)) {
        struct overlay_name_row row = {.ref = ref, .name = text_trim(name), .use = NAME_ALTERNATE};
        if (!is_code(row.name) && !overlay_writer_add_name(run->writer, &row, error))
            return false;
    }
    run->report->joined++;
    return true;
}

/* The alternates without codes, in scratch. */
static struct text sound_alternates(struct import_run *run, const struct import_place *place) {
    struct builder kept = builder_new(run->scratch);
    struct text rest = place->alternates;
    struct text name;
    while (place->class != 'A' && rest.size > 0 && text_split(&rest, place->separator, &name)) {
        if (!is_code(name)) {
            builder_add(&kept, name);
            builder_add_char(&kept, place->separator);
        }
    }
    return builder_text(&kept);
}

static struct text admin2_code(struct import_run *run, const struct import_place *place) {
    bool whole = place->country.size > 0 && place->admin1.size > 0 && place->admin2.size > 0;
    return whole ? text_format(run->scratch, "%.*s.%.*s.%.*s", TEXT_ARGS(place->country), TEXT_ARGS(place->admin1),
                               TEXT_ARGS(place->admin2))
                 : TEXT_NONE;
}

static bool add_row(struct import_run *run, const struct import_place *place, struct text ref, enum place_kind kind,
                    double reach_km, struct error *error) {
    bool by_ref = ref_is(place->admin1, REF_REGION);
    struct overlay_row row = {
        .ref = ref,
        .name = place->name,
        .ascii = place->ascii,
        .alternates = sound_alternates(run, place),
        .separator = place->separator,
        .feature = place->code,
        .country = place->country,
        .countries = place->country,
        .admin1 = by_ref ? place->admin1 : import_match_admin1(run->match, place->country, place->admin1),
        .admin2 = by_ref ? TEXT_NONE : admin2_code(run, place),
        .kind = kind,
        .point = place->point,
        .precision_km = place->precision_km > 0 ? place->precision_km : reach_km,
        .population = place->population,
        .geonameid = place->geonameid,
        .capital = text_is(place->code, "PPLC"),
        .populated = place->class == 'P',
        .loose = place->class != 'P' && place->class != 'A',
    };
    return overlay_writer_add(run->writer, &row, error);
}

bool import_run_place(struct import_run *run, const struct import_place *place, struct text *ref, struct error *error) {
    double reach_km;
    bool known;
    *ref = TEXT_NONE;
    if (!import_filter_wants(&run->filter, place->class, place->code, place->country, place->population) ||
        !key_is_name(fold_key(run->scratch, place->name))) {
        run->report->left_out++;
        return true;
    }
    enum place_kind kind = kind_of(place->class, place->code, &reach_km);
    *ref = reference(run, place, kind, &known);
    return known ? add_names(run, place, *ref, error) : add_row(run, place, *ref, kind, reach_km, error);
}

bool import_run_name(struct import_run *run, const struct overlay_name_row *name, struct error *error) {
    if (!import_filter_wants_language(&run->filter, name->language)) {
        run->report->left_out++;
        return true;
    }
    return overlay_writer_add_name(run->writer, name, error);
}
