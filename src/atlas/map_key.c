#include "map_key.h"

#include "json_writer.h"

enum { DEGREES = 5, KILOMETRES = 2 };

static void add_range(struct json_writer *json, struct count_range range) {
    json_add_whole(json, NULL, range.low);
    json_add_whole(json, NULL, range.high);
}

static void add_place(struct json_writer *json, const struct place_snapshot *place) {
    json_add_text(json, NULL, place->ref);
    json_add_text(json, NULL, place->name);
    json_add_text(json, NULL, place->countries);
    json_add_number(json, NULL, place->point.lon, DEGREES);
    json_add_number(json, NULL, place->point.lat, DEGREES);
}

static void add_where(struct json_writer *json, const struct incident *incident) {
    add_place(json, &incident->place);
    json_add_number(json, NULL, incident->point.lon, DEGREES);
    json_add_number(json, NULL, incident->point.lat, DEGREES);
    json_add_number(json, NULL, incident->precision_km, KILOMETRES);
    json_add_whole(json, NULL, incident->precision);
    for (size_t i = 0; i < incident->also_count; i++)
        add_place(json, &incident->also[i]);
    json_add_bool(json, NULL, incident->movement.told);
    if (incident->movement.told) {
        add_place(json, &incident->movement.from);
        add_place(json, &incident->movement.to);
    }
}

static void add_counts(struct json_writer *json, const struct incident *incident) {
    const struct count_range ranges[] = {incident->killed, incident->wounded, incident->missing, incident->captured,
                                         incident->displaced};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        add_range(json, ranges[i]);
    for (size_t i = 0; i < TOLL_KINDS; i++)
        json_add_text(json, NULL, incident->count_words[i]);
    json_add_bool(json, NULL, incident->both_sides);
    for (size_t i = 0; i < incident->toll_count; i++) {
        const struct toll *toll = &incident->tolls[i];
        json_add_whole(json, NULL, toll->kind);
        json_add_whole(json, NULL, toll->whose);
        json_add_text(json, NULL, toll->side);
        add_range(json, toll->count);
    }
}

static void add_who(struct json_writer *json, const struct incident *incident) {
    for (size_t i = 0; i < incident->party_count; i++) {
        json_add_text(json, NULL, incident->parties[i].ref);
        json_add_text(json, NULL, incident->parties[i].name);
        json_add_text(json, NULL, incident->parties[i].side);
    }
    for (size_t i = 0; i < incident->claim_count; i++) {
        json_add_text(json, NULL, incident->claims[i].by);
        json_add_text(json, NULL, text_of(incident->claims[i].what));
    }
}

void map_key_incident(const struct incident *incident, bool excerpt, struct arena *scratch, char mark[LEDGER_MARK]) {
    struct builder out = builder_new(scratch);
    struct json_writer json = {.out = &out};
    json_open_array(&json, NULL);
    json_add_text(&json, NULL, incident->id);
    json_add_whole(&json, NULL, incident->kind);
    json_add_whole(&json, NULL, incident->status);
    json_add_bool(&json, NULL, incident_is_sure(incident));
    json_add_text(&json, NULL, date_write(scratch, incident->date.start));
    json_add_text(&json, NULL, date_write(scratch, incident->date.end));
    json_add_bool(&json, NULL, incident->date.by);
    add_where(&json, incident);
    add_counts(&json, incident);
    add_who(&json, incident);
    if (excerpt) {
        json_add_text(&json, NULL, incident->sentence.text);
        json_add_text(&json, NULL, incident->source.publisher);
        json_add_text(&json, NULL, date_write(scratch, incident->source.published));
    }
    json_close(&json);
    ledger_mark(builder_text(&out), mark);
}

static void add_list(struct json_writer *json, const struct text_list *list) {
    json_open_array(json, NULL);
    for (size_t i = 0; i < list->count; i++)
        json_add_text(json, NULL, list->items[i]);
    json_close(json);
}

static void add_bounds(struct json_writer *json, struct bounds bounds) {
    json_add_bool(json, NULL, bounds_is_empty(bounds));
    if (bounds_is_empty(bounds))
        return;
    json_add_exact(json, NULL, bounds.west);
    json_add_exact(json, NULL, bounds.south);
    json_add_exact(json, NULL, bounds.east);
    json_add_exact(json, NULL, bounds.north);
}

/* Which incidents it has is in the list of them; only what changes with the same ones counts here. */
void map_key_options(const struct atlas_page *page, struct arena *scratch, char mark[LEDGER_MARK]) {
    const struct atlas_map *map = page->map;
    struct builder out = builder_new(scratch);
    struct json_writer json = {.out = &out};
    json_open_array(&json, NULL);
    json_add_text(&json, NULL, page->id);
    json_add_text(&json, NULL, page->language);
    json_add_text(&json, NULL, page->size);
    json_add_text(&json, NULL, page->style);
    json_add_text(&json, NULL, map->title);
    add_list(&json, &map->areas);
    add_bounds(&json, map->bbox);
    add_list(&json, &map->formats);
    json_add_text(&json, NULL, map->worldview);
    json_add_text(&json, NULL, map->disputed);
    json_add_text(&json, NULL, safe_write(&map->safe, scratch));
    json_add_whole(&json, NULL, map->series);
    json_add_bool(&json, NULL, map->timeline);
    json_add_bool(&json, NULL, map->mark_new);
    json_add_bool(&json, NULL, map->excerpt);
    json_close(&json);
    ledger_mark(builder_text(&out), mark);
}

void map_key_filter(const struct atlas_map *map, struct arena *scratch, char mark[LEDGER_MARK]) {
    struct builder out = builder_new(scratch);
    struct json_writer json = {.out = &out};
    json_open_array(&json, NULL);
    add_list(&json, &map->areas);
    add_bounds(&json, map->bbox);
    json_add_exact(&json, NULL, map->within_km);
    json_add_text(&json, NULL, atlas_day_write(map->since, scratch));
    json_add_text(&json, NULL, atlas_day_write(map->until, scratch));
    add_list(&json, &map->kinds);
    add_list(&json, &map->statuses);
    add_list(&json, &map->parties);
    add_list(&json, &map->sources);
    json_add_bool(&json, NULL, map->unsure);
    json_add_text(&json, NULL, safe_write(&map->safe, scratch));
    json_close(&json);
    ledger_mark(builder_text(&out), mark);
}
