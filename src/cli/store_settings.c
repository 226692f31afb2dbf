#include "store_settings.h"

#include "area_filter.h"
#include "likeness.h"
#include "number.h"
#include "place_lookup.h"

#include <stdlib.h>
#include <time.h>

const char *store_settings_connection(const struct arguments *arguments) {
    const char *said = command_option(arguments, "--store"), *environment = getenv("BORDERMAP_STORE");
    if (said)
        return said;
    return environment && environment[0] ? environment : "incidents.gpkg";
}

struct text store_settings_now(const struct arguments *arguments) {
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    int64_t seconds = 0;
    time_t now = fixed && number_read_whole(text_of(fixed), &seconds) ? (time_t)seconds : time(NULL);
    struct tm parts;
    char written[32];
    if (!gmtime_r(&now, &parts) || strftime(written, sizeof written, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        return TEXT_NONE;
    return text_copy(arguments->arena, text_of(written));
}

static bool read_day(const struct arguments *arguments, const char *name, bool last, struct date *day,
                     struct error *error) {
    const char *said = command_option(arguments, name);
    if (!said)
        return true;
    if (!date_read(text_of(said), day))
        return error_set(error, ERROR_USAGE, "%s: '%s' is no date; write it as 2022-09-14", name, said);
    day->month = day->month ? day->month : last ? 12 : 1;
    day->day = day->day ? day->day : last ? date_month_length(day->year, day->month) : 1;
    return true;
}

static bool read_box(const char *box, struct bounds *bounds, struct error *error) {
    double sides[4];
    struct text rest = text_of(box), side;
    size_t count = 0;
    while (count < 4 && text_split(&rest, ',', &side) && number_read(text_trim(side), &sides[count]))
        count++;
    if (count == 4 && !rest.data && bounds_of(sides[0], sides[1], sides[2], sides[3], bounds))
        return true;
    return error_set(error, ERROR_USAGE,
                     "--bbox: '%s' is no frame; write west,south,east,north in degrees: 68,38.5,74,41.5", box);
}

static bool check_kind(struct text name, struct arena *arena, struct error *error) {
    enum incident_kind kind;
    struct likeness likeness = likeness_of(name);
    for (int i = 0; i < INCIDENT_KINDS; i++)
        likeness_try(&likeness, text_of(incident_kind_name((enum incident_kind)i)));
    return kind_find(name, &kind) || error_set(error, ERROR_USAGE, "--kind: there is no kind '%.*s'%s", TEXT_ARGS(name),
                                               likeness_question(&likeness, arena));
}

static bool read_kinds(const struct arguments *arguments, struct store_filter *filter, struct error *error) {
    struct text rest = text_of(command_option(arguments, "--kind")), name;
    struct text *kinds = ARENA_ARRAY(arguments->arena, struct text, rest.size + 1);
    while (rest.size > 0 && text_split(&rest, ',', &name)) {
        if (!check_kind(text_trim(name), arguments->arena, error))
            return false;
        kinds[filter->kind_count++] = text_trim(name);
    }
    filter->kinds = kinds;
    return true;
}

static bool check_status(struct text status, struct error *error) {
    for (int i = STATUS_NEWS; i <= STATUS_DENIED; i++)
        if (status.size == 0 || text_is(status, incident_status_name((enum incident_status)i)))
            return true;
    return error_set(error, ERROR_USAGE, "--status: '%.*s' is none; it takes news, ongoing, past, planned or denied",
                     TEXT_ARGS(status));
}

static bool read_area(const struct arguments *arguments, const struct engine *engine, struct store_filter *filter,
                      struct error *error) {
    const char *said = command_option(arguments, "--area");
    const char *within = command_option(arguments, "--within");
    const struct map_sources sources = {.geodata = &engine->geodata, .gazetteer = engine->gazetteer};
    double km = 50;
    place_id place;
    if (within && !(number_read(text_of(within), &km) && km >= 0 && km <= 2000))
        return error_set(error, ERROR_USAGE, "--within: '%s' is no distance; it takes 0 to 2000 (km)", within);
    if (!said)
        return true;
    if (!place_lookup(engine->gazetteer, &engine->outlet, "--area", said, arguments->arena, &place, error))
        return false;
    return area_filter_set(&sources, place, km, arguments->arena, filter, error);
}

bool store_settings_filter(const struct arguments *arguments, const struct engine *engine, struct store_filter *filter,
                           struct error *error) {
    struct store_filter read = store_filter_all();
    const char *box = command_option(arguments, "--bbox");
    read.party = text_of(command_option(arguments, "--party"));
    read.status = text_of(command_option(arguments, "--status"));
    read.source = text_of(command_option(arguments, "--source"));
    read.unsure = command_option(arguments, "--unsure") != NULL;
    if (!read_day(arguments, "--since", false, &read.since, error) ||
        !read_day(arguments, "--until", true, &read.until, error) || (box && !read_box(box, &read.bounds, error)) ||
        !read_kinds(arguments, &read, error) || !check_status(read.status, error) ||
        !read_area(arguments, engine, &read, error))
        return false;
    *filter = read;
    return true;
}
