#include "row_place.h"

#include "row_values.h"

#include <math.h>

enum { NAMES = 80 };

static const double town_km = 30, district_km = 150; /* how far from its row's point a place of that name may lie */

/* How far off a point may be that is given as so precise. */
static double usual_km(enum place_precision precision) {
    static const double km[] = {
        [PRECISION_EXACT] = 1, [PRECISION_NEAR] = 25,     [PRECISION_DISTRICT] = 40, [PRECISION_REGION] = 100,
        [PRECISION_LINE] = 50, [PRECISION_COUNTRY] = 500, [PRECISION_UNKNOWN] = 1000};
    return km[precision];
}

static const struct lonlat anywhere = {NAN, NAN};

static bool find(const struct row_work *work, struct text name, enum ref_kind kind, struct text country,
                 struct lonlat near, double km, struct place_snapshot *found) {
    struct place_wish wish = {name, kind, country, near, km};
    return place_cache_find(work->reading->places, &wish, found);
}

struct text row_country(const struct row_work *work, struct text name) {
    struct place_snapshot found;
    bool code = name.size == REF_CODE && name.data[0] >= 'A' && name.data[0] <= 'Z';
    if (code && work->reading->options->gazetteer &&
        gazetteer_place_of(work->reading->options->gazetteer, ref_of_country(work->arena, name)) != PLACE_NONE)
        return name;
    return find(work, name, REF_COUNTRY, TEXT_NONE, anywhere, 0, &found) ? ref_country(found.ref) : TEXT_NONE;
}

/* "point:kok-tash-40.02-70.68": of a place that no gazetteer has; two villages of one name stay two. */
static struct text made_up_ref(struct text name, struct lonlat point, struct arena *arena) {
    struct text start = text_slice(name, 0, NAMES);
    char *ref = text_c(arena, text_format(arena, "point:%.*s%s%.2f,%.2f", TEXT_ARGS(start), start.size ? "-" : "",
                                          point.lat, point.lon));
    for (char *c = ref; *c; c++) {
        bool upper = *c >= 'A' && *c <= 'Z';
        *c = (char)(upper ? *c + 32 : (unsigned char)*c <= ' ' ? '-' : *c);
    }
    return text_of(ref);
}

/* Which names of a row say where it is that is so precise, the finest first. */
static enum row_field name_field(enum place_precision precision) {
    return precision <= PRECISION_NEAR       ? ROW_PLACE
           : precision == PRECISION_DISTRICT ? ROW_DISTRICT
           : precision == PRECISION_REGION   ? ROW_REGION
           : precision == PRECISION_COUNTRY  ? ROW_COUNTRY
                                             : ROW_PLACE;
}

static bool find_at(const struct row_work *work, enum row_field field, struct text country, struct lonlat near,
                    struct place_snapshot *found) {
    static const enum ref_kind kinds[] = {REF_TOWN, REF_DISTRICT, REF_REGION, REF_COUNTRY};
    bool country_itself = field == ROW_COUNTRY;
    bool narrow = field == ROW_PLACE || field == ROW_DISTRICT;
    struct lonlat about = narrow ? near : anywhere;
    return find(work, row_words(work, field), kinds[field - ROW_PLACE], country_itself ? TEXT_NONE : country, about,
                field == ROW_PLACE ? town_km : district_km, found);
}

/* A row without a point: the finest of its names that the gazetteer has. */
static bool place_by_name(struct row_work *work, struct text country, bool precision_given) {
    static const enum place_precision precisions[] = {PRECISION_EXACT, PRECISION_DISTRICT, PRECISION_REGION,
                                                      PRECISION_COUNTRY};
    struct incident *incident = &work->account->incident;
    for (int field = ROW_PLACE; field <= ROW_COUNTRY; field++) {
        if (!find_at(work, (enum row_field)field, country, anywhere, &incident->place))
            continue;
        enum place_precision own = precisions[field - ROW_PLACE];
        incident->precision = precision_given && incident->precision > own ? incident->precision : own;
        incident->point = incident->place.point;
        return true;
    }
    return row_refuse(work, ROW_LAT, "neither a position nor a place that the gazetteer has");
}

/* What the point is called; a place of ours where the gazetteer has none. */
static void place_by_point(const struct row_work *work, struct text country) {
    struct incident *incident = &work->account->incident;
    enum row_field field = name_field(incident->precision);
    struct text name = row_words(work, field);
    for (int coarser = ROW_PLACE; name.size == 0 && coarser <= ROW_COUNTRY; coarser++)
        name = row_words(work, (enum row_field)coarser);
    if (find_at(work, field, country, incident->point, &incident->place))
        return;
    if (field == ROW_DISTRICT &&
        find(work, row_words(work, ROW_PLACE), REF_TOWN, country, incident->point, town_km, &incident->place))
        return;
    incident->place = (struct place_snapshot){made_up_ref(name, incident->point, work->arena), name, PLACE_POINT,
                                              country, incident->point};
}

bool row_place(struct row_work *work, bool precision_given) {
    struct incident *incident = &work->account->incident;
    struct text country = row_country(work, row_words(work, ROW_COUNTRY));
    double lat, lon;
    if (!row_degrees(work, ROW_LAT, 90, &lat) || !row_degrees(work, ROW_LON, 180, &lon))
        return false;
    if (isnan(lat) != isnan(lon))
        return row_refuse(work, isnan(lat) ? ROW_LAT : ROW_LON, "one of the two degrees of the position is missing");
    if (lat == 0 && lon == 0)
        return row_refuse(work, ROW_LAT, "0 degrees, 0 degrees stands for a position that is missing");
    if (isnan(lat) && !place_by_name(work, country, precision_given))
        return false;
    if (!isnan(lat)) {
        incident->point = (struct lonlat){lon, lat};
        incident->precision = precision_given ? incident->precision : PRECISION_EXACT;
        place_by_point(work, country);
    }
    if (incident->place.countries.size == 0)
        incident->place.countries = country;
    incident->precision_km = fmax(incident->precision_km, usual_km(incident->precision));
    return true;
}
