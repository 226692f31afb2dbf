#include "story_write.h"

#include "incident_names.h"
#include "json_writer.h"

static void add_position(struct json_writer *json, struct lonlat point) {
    json_add_exact(json, "lat", point.lat);
    json_add_exact(json, "lon", point.lon);
}

static void add_quote_members(struct json_writer *json, const struct quote *quote) {
    if (quote->end > 0) {
        json_add_whole(json, "start", quote->start);
        json_add_whole(json, "end", quote->end);
    }
    if (quote->title)
        json_add_text(json, "in", TEXT("title"));
    json_add_given_text(json, "text", quote->text);
}

static void add_snapshot_members(struct json_writer *json, const struct place_snapshot *place, struct lonlat point) {
    json_add_given_text(json, "ref", place->ref);
    json_add_given_text(json, "name", place->name);
    if (snapshot_is_known(place))
        json_add_text(json, "kind", text_of(place_kind_name(place->kind)));
    json_add_given_text(json, "countries", place->countries);
    add_position(json, point);
}

static void add_snapshot(struct json_writer *json, const char *key, const struct place_snapshot *place) {
    json_open_object(json, key);
    add_snapshot_members(json, place, place->point);
    json_close(json);
}

static void add_flag(struct json_writer *json, const char *key, bool flag) {
    if (flag)
        json_add_bool(json, key, true);
}

static void add_date(struct json_writer *json, const struct incident_date *date, struct arena *arena) {
    if (!date_known(date->start) && !date_known(date->end))
        return;
    json_open_object(json, "date");
    json_add_given_text(json, "start", date_write(arena, date->start));
    json_add_given_text(json, "end", date_write(arena, date->end));
    add_flag(json, "by", date->by);
    add_flag(json, "deduced", date->deduced);
    json_close(json);
}

static void add_place(struct json_writer *json, const struct incident *incident) {
    bool placed = snapshot_is_known(&incident->place) || incident->precision != PRECISION_UNKNOWN;
    if (placed || incident->place.name.size > 0) {
        json_open_object(json, "place");
        if (placed)
            add_snapshot_members(json, &incident->place, incident->point);
        else
            json_add_text(json, "name", incident->place.name);
        json_add_text(json, "precision", text_of(place_precision_name(incident->precision)));
        if (placed)
            json_add_exact(json, "precision_km", incident->precision_km);
        json_close(json);
    }
    if (incident->also_count == 0)
        return;
    json_open_array(json, "also");
    for (size_t i = 0; i < incident->also_count; i++)
        add_snapshot(json, NULL, &incident->also[i]);
    json_close(json);
}

static void add_parties(struct json_writer *json, const struct incident *incident) {
    json_open_array(json, "parties");
    for (size_t i = 0; i < incident->party_count; i++) {
        const struct incident_party *party = &incident->parties[i];
        json_open_object(json, NULL);
        json_add_given_text(json, "ref", party->ref);
        json_add_given_text(json, "name", party->name);
        json_add_given_text(json, "side", party->side);
        if (party->confidence > 0)
            json_add_exact(json, "confidence", party->confidence);
        json_close(json);
    }
    json_close(json);
}

static void add_range_members(struct json_writer *json, struct count_range range) {
    if (range.low >= 0)
        json_add_whole(json, "low", range.low);
    if (range.high >= 0)
        json_add_whole(json, "high", range.high);
}

static void add_counts(struct json_writer *json, const struct incident *incident) {
    const struct count_range ranges[TOLL_KINDS] = {[TOLL_KILLED] = incident->killed,
                                                   [TOLL_WOUNDED] = incident->wounded,
                                                   [TOLL_MISSING] = incident->missing,
                                                   [TOLL_CAPTURED] = incident->captured,
                                                   [TOLL_DISPLACED] = incident->displaced};
    for (size_t i = 0; i < TOLL_KINDS; i++) {
        if (ranges[i].low < 0 && ranges[i].high < 0 && incident->count_words[i].size == 0)
            continue;
        json_open_object(json, toll_kind_name(i));
        add_range_members(json, ranges[i]);
        json_add_given_text(json, "words", incident->count_words[i]);
        json_close(json);
    }
    add_flag(json, "both_sides", incident->both_sides);
}

static void add_tolls(struct json_writer *json, const struct incident *incident) {
    if (incident->toll_count == 0)
        return;
    json_open_array(json, "tolls");
    for (size_t i = 0; i < incident->toll_count; i++) {
        const struct toll *toll = &incident->tolls[i];
        json_open_object(json, NULL);
        json_add_text(json, "kind", text_of(toll_kind_name(toll->kind)));
        json_add_text(json, "whose", text_of(toll_whose_name(toll->whose)));
        json_add_given_text(json, "side", toll->side);
        add_range_members(json, toll->count);
        add_quote_members(json, &toll->quote);
        json_close(json);
    }
    json_close(json);
}

static void add_claims(struct json_writer *json, const struct incident *incident) {
    json_open_array(json, "claims");
    for (size_t i = 0; i < incident->claim_count; i++) {
        json_open_object(json, NULL);
        json_add_text(json, "by", incident->claims[i].by);
        json_add_text(json, "what", text_of(incident->claims[i].what));
        add_quote_members(json, &incident->claims[i].quote);
        json_close(json);
    }
    json_close(json);
}

static void add_evidence(struct json_writer *json, const struct incident *incident) {
    json_open_array(json, "evidence");
    for (size_t i = 0; i < incident->evidence_count; i++) {
        json_open_object(json, NULL);
        json_add_text(json, "field", text_of(incident->evidence[i].field));
        add_quote_members(json, &incident->evidence[i].quote);
        json_close(json);
    }
    json_close(json);
}

static void add_movement(struct json_writer *json, const struct incident_movement *movement) {
    if (!movement->told)
        return;
    json_open_object(json, "movement");
    add_snapshot(json, "from", &movement->from);
    add_snapshot(json, "to", &movement->to);
    add_quote_members(json, &movement->quote);
    json_close(json);
}

static void add_sureness(struct json_writer *json, const struct incident_sureness *sure) {
    const double values[] = {sure->kind, sure->date, sure->place, sure->parties, sure->counts};
    static const char *const names[] = {"kind", "date", "place", "parties", "counts"};
    enum { FIELDS = sizeof names / sizeof *names };
    bool any = false;
    for (size_t i = 0; i < FIELDS; i++)
        any = any || values[i] > 0;
    if (!any)
        return;
    json_open_object(json, "sure");
    for (size_t i = 0; i < FIELDS; i++)
        if (values[i] > 0)
            json_add_exact(json, names[i], values[i]);
    json_close(json);
}

/* Of an incident only where it is not that of the story. */
static void add_source_members(struct json_writer *json, const char *id_key, const struct incident_source *source,
                               struct arena *arena) {
    json_add_given_text(json, id_key, source->article);
    json_add_given_text(json, "language", source->language);
    json_add_given_text(json, "title", source->title);
    json_add_given_text(json, "published", date_write(arena, source->published));
    json_add_given_text(json, "source", source->publisher);
    json_add_given_text(json, "url", source->url);
    json_add_given_text(json, "credit", source->credit);
}

static bool same_source(const struct incident_source *a, const struct incident_source *b) {
    return text_equal(a->article, b->article) && text_equal(a->title, b->title) && text_equal(a->url, b->url) &&
           text_equal(a->publisher, b->publisher) && text_equal(a->credit, b->credit) &&
           text_equal(a->language, b->language) && date_equal(a->published, b->published);
}

static void add_incident(struct json_writer *json, const struct story *story, const struct incident *incident,
                         struct arena *arena) {
    json_open_object(json, NULL);
    json_add_text(json, "id", incident->id);
    json_add_text(json, "kind", text_of(incident_kind_name(incident->kind)));
    json_add_text(json, "status", text_of(incident_status_name(incident->status)));
    add_date(json, &incident->date, arena);
    add_place(json, incident);
    add_parties(json, incident);
    add_counts(json, incident);
    add_tolls(json, incident);
    add_movement(json, &incident->movement);
    add_claims(json, incident);
    json_open_object(json, "sentence");
    add_quote_members(json, &incident->sentence);
    json_close(json);
    add_evidence(json, incident);
    if (!same_source(&incident->source, &story->source)) {
        json_open_object(json, "source");
        add_source_members(json, "article", &incident->source, arena);
        json_close(json);
    }
    add_sureness(json, &incident->sure);
    json_add_exact(json, "confidence", incident->confidence);
    json_close(json);
}

void story_add_incident(struct json_writer *json, const struct incident *incident, struct arena *arena) {
    static const struct story none;
    add_incident(json, &none, incident, arena);
}

static void add_told(struct json_writer *json, const struct told_place *told) {
    json_open_object(json, NULL);
    add_snapshot_members(json, &told->place, told->place.point);
    json_add_given_text(json, "spelling", told->spelling);
    add_flag(json, "named", told->named);
    add_flag(json, "organisation", told->organisation);
    json_add_whole(json, "told", (int64_t)told->told);
    if (told->in_title > 0)
        json_add_whole(json, "in_title", (int64_t)told->in_title);
    json_add_exact(json, "confidence", told->confidence);
    if (told->along_count > 0) {
        json_open_array(json, "along");
        for (size_t i = 0; i < told->along_count; i++) {
            json_open_object(json, NULL);
            add_position(json, told->along[i]);
            json_close(json);
        }
        json_close(json);
    }
    json_close(json);
}

struct text story_write(const struct story *story, bool with_text, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder};
    json_open_object(&json, NULL);
    json_add_whole(&json, "story", STORY_VERSION);
    add_source_members(&json, "id", &story->source, arena);
    json_add_given_text(&json, "path", story->path);
    json_open_array(&json, "incidents");
    for (size_t i = 0; i < story->incidents.count; i++)
        add_incident(&json, story, &story->incidents.items[i], arena);
    json_close(&json);
    json_open_array(&json, "places");
    for (size_t i = 0; i < story->places.count; i++)
        add_told(&json, &story->places.items[i]);
    json_close(&json);
    if (with_text)
        json_add_given_text(&json, "text", story->text);
    json_close(&json);
    builder_add_char(&builder, '\n');
    return builder_text(&builder);
}
