#include "safe.h"

#include "builder.h"
#include "likeness.h"
#include "number.h"

#include <math.h>

static const double least_grid_km = 1, most_grid_km = 500;
static const double km_a_degree = 111.195; /* of latitude */
static const int64_t most_delay = 3660;

struct safe safe_none(void) {
    return (struct safe){0};
}

bool safe_is_none(const struct safe *safe) {
    return safe->grid_km <= 0 && safe->delay_days == 0;
}

static bool read_grid(struct text value, struct safe *safe, struct error *error) {
    struct text number = text_slice(value, 0, value.size >= 2 ? value.size - 2 : 0);
    bool read = text_ends(value, TEXT("km")) && number_read(number, &safe->grid_km);
    return (read && safe->grid_km >= least_grid_km && safe->grid_km <= most_grid_km) ||
           error_set(error, ERROR_USAGE, "grid: '%.*s' is no side of a cell: 1km to 500km", TEXT_ARGS(value));
}

static bool read_delay(struct text value, struct safe *safe, struct error *error) {
    int64_t days = 0;
    bool weeks = text_ends(value, TEXT("w"));
    struct text number = text_slice(value, 0, value.size > 0 ? value.size - 1 : 0);
    bool read = (weeks || text_ends(value, TEXT("d"))) && number_read_whole(number, &days);
    days *= weeks && days < most_delay ? 7 : 1;
    safe->delay_days = (int)(read && days >= 1 && days <= most_delay ? days : 0);
    return safe->delay_days > 0 || error_set(error, ERROR_USAGE, "delay: '%.*s' is no time to wait: 1d to %dd, or 2w",
                                             TEXT_ARGS(value), (int)most_delay);
}

static bool read_kinds(struct text value, struct arena *arena, struct safe *safe, struct error *error) {
    struct text name;
    while (text_split(&value, ';', &name)) {
        enum incident_kind kind;
        struct likeness likeness = likeness_of(name);
        for (int i = 0; i < INCIDENT_KINDS; i++)
            likeness_try(&likeness, text_of(incident_kind_name((enum incident_kind)i)));
        if (!kind_find(name, &kind))
            return error_set(error, ERROR_USAGE, "kinds: '%.*s' is not known%s; several have ';' between",
                             TEXT_ARGS(name), likeness_question(&likeness, arena));
        safe->kinds[kind] = safe->some_kinds = true;
    }
    return true;
}

static bool read_part(struct text part, struct arena *arena, struct safe *safe, struct error *error) {
    struct text value = part, name;
    text_split(&value, '=', &name);
    if (text_is(name, "grid"))
        return read_grid(value, safe, error);
    if (text_is(name, "delay"))
        return read_delay(value, safe, error);
    if (text_is(name, "kinds"))
        return read_kinds(value, arena, safe, error);
    return error_set(error, ERROR_USAGE, "'%.*s' is no part of it; it takes grid=10km, delay=7d, kinds=base;deployment",
                     TEXT_ARGS(part));
}

bool safe_read(struct text text, struct arena *arena, struct safe *safe, struct error *error) {
    struct safe read = safe_none();
    struct text part;
    while (text.size > 0 && text_split(&text, ',', &part))
        if (!read_part(part, arena, &read, error))
            return false;
    if (safe_is_none(&read))
        return error_set(error, ERROR_USAGE, "wants grid=10km, delay=7d or both");
    for (int i = 0; i < INCIDENT_KINDS && !read.some_kinds; i++)
        read.kinds[i] = true;
    *safe = read;
    return true;
}

struct text safe_write(const struct safe *safe, struct arena *arena) {
    struct builder out = builder_new(arena);
    if (safe->grid_km > 0) {
        builder_add_c(&out, "grid=");
        builder_add_number(&out, safe->grid_km, 3);
        builder_add_c(&out, "km");
    }
    if (safe->delay_days > 0)
        builder_format(&out, "%sdelay=%dd", out.count > 0 ? "," : "", safe->delay_days);
    const char *before = ",kinds=";
    for (int i = 0; i < INCIDENT_KINDS && safe->some_kinds; i++) {
        if (!safe->kinds[i])
            continue;
        builder_format(&out, "%s%s", before, incident_kind_name((enum incident_kind)i));
        before = ";";
    }
    return builder_text(&out);
}

/* A cell: rows from the equator, in each as many columns as go around it. */
struct cell {
    long row, column;
    struct lonlat middle;
};

static struct cell cell_of(struct lonlat point, double km) {
    double high = km / km_a_degree;
    struct cell cell = {.row = (long)floor(point.lat / high)};
    cell.middle.lat = fmin(fmax(((double)cell.row + 0.5) * high, -90), 90);
    double around = 360 * fmax(cos(cell.middle.lat * acos(-1.0) / 180), 0.001) / high;
    double columns = fmax(floor(around), 1), wide = 360 / columns;
    cell.column = (long)fmin(floor((point.lon + 180) / wide), columns - 1);
    cell.middle.lon = ((double)cell.column + 0.5) * wide - 180;
    return cell;
}

/* "40.06° N 70.64° E". */
static struct text name_of(struct lonlat middle, struct arena *arena) {
    struct builder out = builder_new(arena);
    builder_add_number(&out, fabs(middle.lat), 2);
    builder_add_c(&out, middle.lat < 0 ? "° S " : "° N ");
    builder_add_number(&out, fabs(middle.lon), 2);
    builder_add_c(&out, middle.lon < 0 ? "° W" : "° E");
    return builder_text(&out);
}

/* The words in which it was told name places and people. */
static void drop_words(struct incident *incident, struct arena *arena) {
    struct toll *tolls = ARENA_ARRAY(arena, struct toll, incident->toll_count);
    struct incident_claim *claims = ARENA_ARRAY(arena, struct incident_claim, incident->claim_count);
    for (size_t i = 0; i < incident->toll_count; i++) {
        tolls[i] = incident->tolls[i];
        tolls[i].quote = (struct quote){0};
    }
    for (size_t i = 0; i < incident->claim_count; i++) {
        claims[i] = incident->claims[i];
        claims[i].quote = (struct quote){0};
    }
    incident->tolls = tolls;
    incident->claims = claims;
    incident->sentence = (struct quote){0};
    incident->evidence = NULL;
    incident->evidence_count = 0;
    incident->movement = (struct incident_movement){0};
    incident->source =
        (struct incident_source){.publisher = incident->source.publisher, .language = incident->source.language};
}

static bool is_coarse(const struct incident *incident, double km) {
    bool wide = incident->precision == PRECISION_REGION || incident->precision == PRECISION_LINE ||
                incident->precision == PRECISION_COUNTRY;
    return wide || incident->precision_km >= km || !snapshot_is_known(&incident->place);
}

static void move_to_cell(struct incident *incident, double km, struct arena *arena) {
    struct cell cell = cell_of(incident->point, km);
    incident->place = (struct place_snapshot){.ref = text_format(arena, "cell:%ld:%ld", cell.row, cell.column),
                                              .name = name_of(cell.middle, arena),
                                              .kind = PLACE_POINT,
                                              .countries = incident->place.countries,
                                              .point = cell.middle};
    incident->point = cell.middle;
    incident->precision = PRECISION_NEAR;
    incident->precision_km = km * sqrt(0.5);
    incident->also = NULL;
    incident->also_count = 0;
}

/* What is still told: where, what, when, and which of them it is. */
static void give_id(struct incident *incident, size_t number, struct arena *arena) {
    struct builder id = builder_new(arena);
    struct text ref = incident->place.ref, words = text_of(incident_kind_name(incident->kind));
    for (size_t i = 0; i < ref.size; i++)
        builder_add_char(&id, ref.data[i] == ':' ? '-' : ref.data[i]);
    builder_add_char(&id, '-');
    for (size_t i = 0; i < words.size; i++)
        builder_add_char(&id, words.data[i] == ' ' ? '-' : words.data[i]);
    builder_format(&id, "-%.*s-%zu", TEXT_ARGS(date_write(arena, incident->date.start)), number);
    incident->id = builder_text(&id);
}

static bool is_held_back(const struct safe *safe, const struct incident *incident, struct date anchor) {
    struct date day = date_known(incident->date.end) ? incident->date.end : incident->date.start;
    if (safe->delay_days == 0 || !safe->kinds[incident->kind])
        return false;
    if (!date_known(anchor) || !date_known(day))
        return true;
    day.month = day.month > 0 ? day.month : 12;
    day.day = day.day > 0 ? day.day : date_month_length(day.year, day.month);
    return date_days(day) > date_days(anchor) - safe->delay_days;
}

size_t safe_apply(const struct safe *safe, struct date anchor, struct arena *arena, struct incident_list *incidents) {
    size_t kept = 0, before = incidents->count;
    for (size_t i = 0; i < before; i++) {
        struct incident incident = incidents->items[i];
        if (is_held_back(safe, &incident, anchor))
            continue;
        if (safe->grid_km > 0 && safe->kinds[incident.kind]) {
            drop_words(&incident, arena);
            if (!is_coarse(&incident, safe->grid_km))
                move_to_cell(&incident, safe->grid_km, arena);
            give_id(&incident, kept + 1, arena);
        }
        incidents->items[kept++] = incident;
    }
    incidents->count = kept;
    return before - kept;
}
