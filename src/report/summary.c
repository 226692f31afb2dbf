#include "summary.h"

#include "offsets.h"

enum { NAME_WIDTH = 26 };

/* Pads to a width counted in code points. */
static void add_padded(struct builder *out, struct text text, size_t width) {
    builder_add(out, text);
    for (size_t size = text_code_points(text); size < width; size++)
        builder_add_char(out, ' ');
    builder_add_char(out, ' ');
}

static bool is_listed(const struct mention *mention) {
    return mention->place != PLACE_NONE && !mention->rejected && mention->type != MENTION_ORGANISATION;
}

static size_t count_same(const struct geoparse *geoparse, const struct mention *mention, bool before) {
    size_t count = 0;
    for (size_t i = 0; i < geoparse->mention_count; i++) {
        const struct mention *other = &geoparse->mentions[i];
        bool same = is_listed(other) && other->place == mention->place && other->type == mention->type;
        count += same && (!before || other < mention);
    }
    return count;
}

static void add_place_line(struct builder *out, const struct reading_result *result, const struct mention *mention) {
    struct place place = gazetteer_place(result->gazetteer, mention->place);
    struct text field = article_field_text(result->article, mention->span.field);
    add_padded(out, text_slice(field, mention->span.start, mention->span.end), NAME_WIDTH);
    add_padded(out, text_of(place_kind_name(place.kind)), 8);
    add_padded(out, text_of(mention_type_name(mention->type)), 10);
    add_padded(out, place.ref, 24);
    add_padded(out, place.name, NAME_WIDTH);
    add_padded(out, place.country, 3);
    builder_add_number(out, place.point.lat, 3);
    builder_add_char(out, ' ');
    builder_add_number(out, place.point.lon, 3);
    builder_add_c(out, "  sure ");
    builder_add_number(out, mention->confidence, 2);
    size_t times = count_same(result->geoparse, mention, false);
    if (times > 1)
        builder_format(out, "  ×%zu", times);
    builder_add_char(out, '\n');
}

static void add_places(struct builder *out, const struct reading_result *result) {
    builder_add_c(out, "places:\n");
    for (size_t i = 0; i < result->geoparse->mention_count; i++) {
        const struct mention *mention = &result->geoparse->mentions[i];
        if (is_listed(mention) && count_same(result->geoparse, mention, true) == 0) {
            builder_add_c(out, "  ");
            add_place_line(out, result, mention);
        }
    }
}

static void add_relations(struct builder *out, const struct reading_result *result) {
    for (size_t i = 0; i < result->geoparse->relation_count; i++) {
        const struct relation *relation = &result->geoparse->relations[i];
        struct text field = article_field_text(result->article, relation->span.field);
        builder_add_c(out, i ? "  " : "relations:\n  ");
        add_padded(out, text_slice(field, relation->span.start, relation->span.end), 50);
        add_padded(out, text_of(relation_kind_name(relation->kind)), 9);
        add_padded(out, relation->ref, 24);
        builder_add_c(out, "within ");
        builder_add_number(out, relation->precision_km, 0);
        builder_add_c(out, " km\n");
    }
}

static void add_range(struct builder *out, const char *what, struct count_range range) {
    if (range.low < 0 && range.high < 0)
        return;
    builder_format(out, ", %s ", what);
    if (range.low == range.high)
        builder_format(out, "%lld", (long long)range.low);
    else if (range.low < 0)
        builder_format(out, "up to %lld", (long long)range.high);
    else if (incident_count_is_above(range))
        builder_format(out, "more than %lld", (long long)range.low - 1);
    else if (range.high < 0)
        builder_format(out, "at least %lld", (long long)range.low);
    else
        builder_format(out, "%lld to %lld", (long long)range.low, (long long)range.high);
}

static void add_incident_line(struct builder *out, const struct incident *incident, struct arena *arena) {
    struct text date = date_write(arena, incident->date.start);
    builder_add_c(out, "  ");
    add_padded(out, text_of(incident_status_name(incident->status)), 8);
    add_padded(out, text_of(incident_kind_name(incident->kind)), 12);
    add_padded(out,
               date.size ? text_format(arena, "%s%.*s%s", incident->date.by ? "by " : "", TEXT_ARGS(date),
                                       incident->date.deduced ? "?" : "")
                         : TEXT("no date"),
               14);
    add_padded(out, snapshot_is_known(&incident->place) ? incident->place.ref : TEXT("no place"), 24);
    for (size_t i = 0; i < incident->party_count; i++)
        builder_format(out, "%s%.*s", i ? ", " : "between ", TEXT_ARGS(incident->parties[i].ref));
    add_range(out, "killed", incident->killed);
    add_range(out, "wounded", incident->wounded);
    builder_add_c(out, "  sure ");
    builder_add_number(out, incident->confidence, 2);
    builder_add_char(out, '\n');
}

struct text summary_write(const struct reading_result *result, struct arena *arena) {
    struct builder builder = builder_new(arena);
    const struct article *article = result->article;
    builder_format(&builder, "%.*s%s%.*s (%.*s%s%.*s)\n", TEXT_ARGS(article->id), article->title.size ? ": " : "",
                   TEXT_ARGS(article->title), TEXT_ARGS(article->language), date_known(article->published) ? ", " : "",
                   TEXT_ARGS(date_write(arena, article->published)));
    add_places(&builder, result);
    add_relations(&builder, result);
    builder_add_c(&builder, result->incidents->count ? "incidents:\n" : "");
    for (size_t i = 0; i < result->incidents->count; i++)
        add_incident_line(&builder, &result->incidents->items[i], arena);
    return builder_text(&builder);
}

static void add_csv_text(struct builder *out, struct text text) {
    bool quoted = text_find(text, TEXT(","), 0) < text.size || text_find(text, TEXT("\""), 0) < text.size ||
                  text_find(text, TEXT("\n"), 0) < text.size || text_find(text, TEXT("\r"), 0) < text.size;
    if (!quoted) {
        builder_add(out, text);
        return;
    }
    builder_add_char(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        builder_add_c(out, text.data[i] == '"' ? "\"" : "");
        builder_add_char(out, text.data[i]);
    }
    builder_add_char(out, '"');
}

static void add_csv_row(struct builder *out, const struct reading_result *result, const struct offsets *offsets,
                        const struct mention *mention) {
    struct place place = gazetteer_place(result->gazetteer, mention->place);
    enum article_field field = mention->span.field;
    struct text words[] = {
        text_slice(article_field_text(result->article, field), mention->span.start, mention->span.end),
        text_of(place_kind_name(place.kind)),
        text_of(mention_type_name(mention->type)),
        place.ref,
        place.name,
        place.country};
    add_csv_text(out, result->article->id);
    builder_format(out, ",%s,%u,%u", field == ARTICLE_TITLE ? "title" : "text",
                   offsets_at(offsets, field, mention->span.start), offsets_at(offsets, field, mention->span.end));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        builder_add_char(out, ',');
        add_csv_text(out, words[i]);
    }
    builder_add_char(out, ',');
    builder_add_number(out, place.point.lat, 5);
    builder_add_char(out, ',');
    builder_add_number(out, place.point.lon, 5);
    builder_add_char(out, ',');
    builder_add_number(out, mention->confidence, 2);
    builder_add_c(out, "\r\n");
}

struct text summary_write_csv(const struct reading_result *result, bool header, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct offsets offsets = offsets_count(result->article, arena);
    builder_add_c(&builder,
                  header ? "article,field,start,end,text,kind,type,ref,name,country,lat,lon,confidence\r\n" : "");
    for (size_t i = 0; i < result->geoparse->mention_count; i++)
        if (is_listed(&result->geoparse->mentions[i]))
            add_csv_row(&builder, result, &offsets, &result->geoparse->mentions[i]);
    return builder_text(&builder);
}
