#include "document.h"

#include "offsets.h"

enum { COORDINATE_PLACES = 5 };

static void add_span(struct json_writer *json, const struct offsets *offsets, struct span span) {
    struct text text = article_field_text(offsets->article, span.field);
    json_add_whole(json, "start", offsets_at(offsets, span.field, span.start));
    json_add_whole(json, "end", offsets_at(offsets, span.field, span.end));
    if (span.field == ARTICLE_TITLE)
        json_add_text(json, "field", TEXT("title"));
    json_add_text(json, "text", text_slice(text, span.start, span.end));
}

static void add_point(struct json_writer *json, struct lonlat point) {
    json_add_number(json, "lat", point.lat, COORDINATE_PLACES);
    json_add_number(json, "lon", point.lon, COORDINATE_PLACES);
}

static void add_toponym(struct json_writer *json, const struct reading_result *result, const struct offsets *offsets,
                        const struct mention *mention) {
    struct place place = gazetteer_place(result->gazetteer, mention->place);
    json_open_object(json, NULL);
    add_span(json, offsets, mention->span);
    json_add_text(json, "kind", text_of(place_kind_name(place.kind)));
    json_add_text(json, "type", text_of(mention_type_name(mention->type)));
    json_add_text(json, "ref", place.ref);
    json_add_text(json, "name", place.name);
    add_point(json, place.point);
    json_add_given_text(json, "country", place.country);
    if (place.geonameid)
        json_add_whole(json, "geonameid", place.geonameid);
    json_add_number(json, "confidence", mention->confidence, 2);
    json_close(json);
}

static bool is_toponym(const struct mention *mention, const struct document_options *options) {
    bool wanted = mention->type != MENTION_DEMONYM || !options->no_demonyms;
    return wanted && mention->place != PLACE_NONE && !mention->rejected && mention->type != MENTION_ORGANISATION;
}

static void add_toponyms(struct json_writer *json, const struct reading_result *result, const struct offsets *offsets,
                         const struct document_options *options) {
    json_open_array(json, "toponyms");
    for (size_t i = 0; i < result->geoparse->mention_count; i++) {
        const struct mention *mention = &result->geoparse->mentions[i];
        if (is_toponym(mention, options))
            add_toponym(json, result, offsets, mention);
    }
    json_close(json);
}

static void add_between(struct json_writer *json, const struct gazetteer *gazetteer, const struct relation *relation) {
    if (relation->between[0] == PLACE_NONE)
        return;
    json_open_array(json, "between");
    for (size_t i = 0; i < 2 && relation->between[i] != PLACE_NONE; i++)
        json_add_text(json, NULL, gazetteer_place(gazetteer, relation->between[i]).ref);
    json_close(json);
}

static void add_relations(struct json_writer *json, const struct reading_result *result,
                          const struct offsets *offsets) {
    json_open_array(json, "relations");
    for (size_t i = 0; i < result->geoparse->relation_count; i++) {
        const struct relation *relation = &result->geoparse->relations[i];
        json_open_object(json, NULL);
        add_span(json, offsets, relation->span);
        json_add_text(json, "kind", text_of(relation_kind_name(relation->kind)));
        json_add_text(json, "ref", relation->ref);
        add_between(json, result->gazetteer, relation);
        add_point(json, relation->point);
        json_add_number(json, "precision_km", relation->precision_km, 1);
        json_add_number(json, "confidence", relation->confidence, 2);
        json_close(json);
    }
    json_close(json);
}

static void add_range(struct json_writer *json, const char *key, struct count_range range) {
    if (range.low < 0 && range.high < 0) {
        json_add_null(json, key);
        return;
    }
    json_open_object(json, key);
    range.low < 0 ? json_add_null(json, "low") : json_add_whole(json, "low", range.low);
    range.high < 0 ? json_add_null(json, "high") : json_add_whole(json, "high", range.high);
    json_close(json);
}

/* What most incidents have none of is left out rather than null. */
static void add_known_range(struct json_writer *json, const char *name, struct count_range range) {
    if (range.low > 0 || range.high > 0)
        add_range(json, name, range);
}

static const char *date_precision(struct date date) {
    return date.year == 0 ? "unknown" : date.month == 0 ? "year" : date.day == 0 ? "month" : "day";
}

static void add_date(struct json_writer *json, const struct incident_date *date, struct arena *arena) {
    json_open_object(json, "date");
    if (date_known(date->start)) {
        json_add_text(json, "start", date_write(arena, date->start));
        json_add_text(json, "end", date_write(arena, date_known(date->end) ? date->end : date->start));
    }
    json_add_text(json, "precision", text_of(date_precision(date->start)));
    if (date->by)
        json_add_bool(json, "by", true);
    if (date->deduced)
        json_add_bool(json, "deduced", true);
    json_close(json);
}

static void add_place(struct json_writer *json, const struct incident *incident) {
    if (!snapshot_is_known(&incident->place) && incident->place.name.size == 0) {
        json_add_null(json, "place");
        return;
    }
    json_open_object(json, "place");
    if (!snapshot_is_known(&incident->place)) { /* a name that nothing locates */
        json_add_text(json, "name", incident->place.name);
        json_add_text(json, "precision", text_of(place_precision_name(PRECISION_UNKNOWN)));
        json_close(json);
        return;
    }
    json_add_text(json, "ref", incident->place.ref);
    json_add_text(json, "name", incident->place.name);
    json_add_text(json, "kind", text_of(place_kind_name(incident->place.kind)));
    add_point(json, incident->point);
    json_add_text(json, "precision", text_of(place_precision_name(incident->precision)));
    json_add_number(json, "precision_km", incident->precision_km, 1);
    json_close(json);
    if (incident->also_count > 0) {
        json_open_array(json, "also");
        for (size_t i = 0; i < incident->also_count; i++)
            json_add_text(json, NULL, incident->also[i].ref);
        json_close(json);
    }
}

static void add_parties(struct json_writer *json, const struct incident *incident) {
    json_open_array(json, "parties");
    for (size_t i = 0; i < incident->party_count; i++) {
        json_open_object(json, NULL);
        json_add_text(json, "ref", incident->parties[i].ref);
        json_add_text(json, "side", incident->parties[i].side);
        json_close(json);
    }
    json_close(json);
}

/* `title_key`: the member that says "title" where the words stand in the title. */
static void add_quote(struct json_writer *json, const struct quote *quote, const char *title_key) {
    json_add_whole(json, "start", quote->start);
    json_add_whole(json, "end", quote->end);
    if (quote->title)
        json_add_text(json, title_key, TEXT("title"));
    json_add_text(json, "text", quote->text);
}

static void add_sources(struct json_writer *json, const struct incident *incident) {
    json_open_array(json, "claims");
    for (size_t i = 0; i < incident->claim_count; i++) {
        json_open_object(json, NULL);
        json_add_text(json, "by", incident->claims[i].by);
        json_add_text(json, "what", text_of(incident->claims[i].what));
        add_quote(json, &incident->claims[i].quote, "field");
        json_close(json);
    }
    json_close(json);
    json_open_array(json, "evidence");
    for (size_t i = 0; i < incident->evidence_count; i++) {
        json_open_object(json, NULL);
        json_add_text(json, "field", text_of(incident->evidence[i].field));
        add_quote(json, &incident->evidence[i].quote, "in");
        json_close(json);
    }
    json_close(json);
}

static void add_movement(struct json_writer *json, const struct incident_movement *movement) {
    if (!movement->told)
        return;
    json_open_object(json, "movement");
    json_add_text(json, "from", movement->from.ref);
    json_add_text(json, "to", movement->to.ref);
    add_quote(json, &movement->quote, "field");
    json_close(json);
}

struct text document_incident_id(struct text article, const struct incident *incident, struct arena *arena) {
    if (article.size == 0)
        return incident->id;
    return text_format(arena, "%.*s/%.*s", TEXT_ARGS(article), TEXT_ARGS(incident->id));
}

void document_add_incident(struct json_writer *json, struct text id, const struct incident *incident,
                           struct arena *arena) {
    json_add_text(json, "id", id);
    json_add_text(json, "kind", text_of(incident_kind_name(incident->kind)));
    add_date(json, &incident->date, arena);
    add_place(json, incident);
    add_parties(json, incident);
    add_range(json, "killed", incident->killed);
    add_range(json, "wounded", incident->wounded);
    add_known_range(json, "missing", incident->missing);
    add_known_range(json, "captured", incident->captured);
    add_known_range(json, "displaced", incident->displaced);
    if (incident->both_sides)
        json_add_bool(json, "both_sides", true);
    add_movement(json, &incident->movement);
    json_add_text(json, "status", text_of(incident_status_name(incident->status)));
    add_sources(json, incident);
    json_add_number(json, "confidence", incident->confidence, 2);
}

void document_add_incidents(struct json_writer *json, struct text article, const struct incident_list *incidents,
                            struct arena *arena) {
    for (size_t i = 0; i < incidents->count; i++) {
        const struct incident *incident = &incidents->items[i];
        bool of_run = article.size > 0;
        json_open_object(json, NULL);
        if (of_run)
            json_add_text(json, "article", article);
        document_add_incident(json, of_run ? document_incident_id(article, incident, arena) : incident->id, incident,
                              arena);
        json_close(json);
    }
}

struct text document_write(const struct reading_result *result, const struct document_options *options,
                           struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder, .indented = options->indented};
    struct offsets offsets = offsets_count(result->article, arena);
    json_open_object(&json, NULL);
    json_add_text(&json, "id", result->article->id);
    json_add_text(&json, "lang", result->article->language);
    if (options->with_text) {
        json_add_given_text(&json, "title", result->article->title);
        json_add_text(&json, "text", result->article->text);
        json_add_given_text(&json, "published", date_write(arena, result->article->published));
    }
    add_toponyms(&json, result, &offsets, options);
    add_relations(&json, result, &offsets);
    json_open_array(&json, "incidents");
    document_add_incidents(&json, TEXT_NONE, result->incidents, arena);
    json_close(&json);
    json_close(&json);
    builder_add_c(&builder, options->indented ? "" : "\n");
    return builder_text(&builder);
}

struct text document_write_error(struct text id, const char *message, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder};
    json_open_object(&json, NULL);
    json_add_text(&json, "id", id);
    json_add_text(&json, "error", text_of(message));
    json_close(&json);
    builder_add_char(&builder, '\n');
    return builder_text(&builder);
}

static void add_feature(struct json_writer *json, struct text article, const struct incident *incident,
                        struct arena *arena) {
    json_open_object(json, NULL);
    json_add_text(json, "type", TEXT("Feature"));
    if (!snapshot_is_known(&incident->place)) {
        json_add_null(json, "geometry");
    } else {
        json_open_object(json, "geometry");
        json_add_text(json, "type", TEXT("Point"));
        json_open_array(json, "coordinates");
        json_add_number(json, NULL, incident->point.lon, COORDINATE_PLACES);
        json_add_number(json, NULL, incident->point.lat, COORDINATE_PLACES);
        json_close(json);
        json_close(json);
    }
    json_open_object(json, "properties");
    json_add_given_text(json, "article", article);
    document_add_incident(json, document_incident_id(article, incident, arena), incident, arena);
    json_close(json);
    json_close(json);
}

void document_add_features(struct json_writer *json, struct text article, const struct incident_list *incidents,
                           struct arena *arena) {
    for (size_t i = 0; i < incidents->count; i++)
        add_feature(json, article, &incidents->items[i], arena);
}

struct text document_write_features(struct text features, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder, .indented = true};
    json_open_object(&json, NULL);
    json_add_text(&json, "type", TEXT("FeatureCollection"));
    json_open_array(&json, "features");
    json_add_written(&json, features);
    json_close(&json);
    json_close(&json);
    return builder_text(&builder);
}
