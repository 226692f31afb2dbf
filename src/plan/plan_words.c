#include "plan_words.h"

#include "builder.h"
#include "capitals.h"
#include "plain_name.h"
#include "transcription.h"

#include <stdio.h>

static struct text transcription_or(struct lexicon *lexicon, struct text lang, struct text name) {
    struct text written = transcription_of(lexicon, lang, name);
    return written.size > 0 ? written : name;
}

enum { TITLE_PLACES = 3, TITLE_EVENTS = 3, MANY_INCIDENTS = 4, SCATTERED_PLACES = 7 };

/* That of a word which every language has in its own letters. */
static enum script script_of_language(const struct map_sources *sources, struct text lang) {
    return script_of(lexicon_phrase(sources->lexicon, lang, "event.clash"));
}

/* A name that holds no letter of another script. */
static bool is_in_script(struct text name, enum script script) {
    for (size_t at = 0, start = 0; at < name.size; start = at) {
        text_next(name, &at);
        enum script own = script_of(text_slice(name, start, at));
        if (own != SCRIPT_COMMON && own != script)
            return false;
    }
    return name.size > 0;
}

/* The local name if it is in the script of the language, else the name in a language that "names.else" of its phrases
 * says; else nothing. */
static struct text name_in_script(const struct map_sources *sources, struct text lang, place_id place,
                                  enum script script) {
    struct text local = gazetteer_local_name(sources->gazetteer, place);
    struct text other = gazetteer_name(sources->gazetteer, place, lexicon_phrase(sources->lexicon, lang, "names.else"));
    if (script == SCRIPT_LATIN)
        return TEXT_NONE;
    if (is_in_script(local, script))
        return local;
    return is_in_script(other, script) ? transcription_or(sources->lexicon, lang, other) : TEXT_NONE;
}

/* What the language calls the place itself: the name of the article, or one of the gazetteer; empty if it has none. */
static struct text own_name(const struct map_sources *sources, const struct map_plan *plan, place_id place,
                            enum script script) {
    struct place entry = gazetteer_place(sources->gazetteer, place);
    for (size_t i = 0; i < plan->names.count; i++)
        if (plan->names.items[i].place == place && is_in_script(plan->names.items[i].name, script))
            return plan->names.items[i].name;
    struct text name = gazetteer_name(sources->gazetteer, place, plan->lang);
    if (!is_in_script(name, script))
        return name_in_script(sources, plan->lang, place, script);
    struct text kept = lexicon_phrase(sources->lexicon, plan->lang, "letters");
    return plain_name(sources->geodata, sources->lexicon, name, entry.country, kept);
}

/* Whether the language is that of the place's country: there a spelling made up from another script's would be a wrong
 * one. */
static bool is_at_home(const struct map_sources *sources, struct text lang, const struct place *place) {
    char code[32];
    snprintf(code, sizeof code, "country:%.*s", TEXT_ARGS(place->country));
    place_id country = gazetteer_place_of(sources->gazetteer, text_of(code));
    return country != PLACE_NONE && text_equal(gazetteer_local_name(sources->gazetteer, country),
                                               gazetteer_name(sources->gazetteer, country, lang));
}

/* As the article or the gazetteer has it; in the letters of the language where neither has it in them. */
static struct text usual_name(const struct map_sources *sources, const struct map_plan *plan, place_id place) {
    enum script script = script_of_language(sources, plan->lang);
    struct text name = own_name(sources, plan, place, script);
    if (name.size > 0)
        return name;
    struct place entry = gazetteer_place(sources->gazetteer, place);
    struct text plain = plain_name(sources->geodata, sources->lexicon, entry.name, entry.country, TEXT_NONE);
    bool kept = is_in_script(plain, script) || is_at_home(sources, plan->lang, &entry);
    return kept ? plain : transcription_or(sources->lexicon, plan->lang, plain);
}

bool map_plan_has_name(const struct map_sources *sources, const struct map_plan *plan, place_id place) {
    return is_in_script(map_plan_name(sources, plan, place), script_of_language(sources, plan->lang));
}

struct text map_plan_name(const struct map_sources *sources, const struct map_plan *plan, place_id place) {
    struct text usual = usual_name(sources, plan, place);
    return plan->house ? house_names_of(plan->house, place, usual, plan->lang) : usual;
}

struct text map_plan_name_of(const struct map_sources *sources, const struct map_plan *plan,
                             const struct place_snapshot *place) {
    place_id id = gazetteer_place_of(sources->gazetteer, place->ref);
    return id == PLACE_NONE ? place->name : map_plan_name(sources, plan, id);
}

static struct text code_name(const struct map_sources *sources, const struct map_plan *plan, struct text code,
                             struct arena *arena) {
    place_id place = gazetteer_place_of(sources->gazetteer, ref_of_country(arena, code));
    return place == PLACE_NONE ? code : map_plan_name(sources, plan, place);
}

bool plan_border_sides(const struct map_sources *sources, const struct map_plan *plan, struct text ref,
                       struct arena *arena, struct text sides[2]) {
    struct text a, b;
    if (!ref_sides(ref, &a, &b))
        return false;
    sides[0] = code_name(sources, plan, a, arena);
    sides[1] = code_name(sources, plan, b, arena);
    return true;
}

/* Whether the incident has a say in the title: all have, but where the first is sure, only what is sure. */
static bool has_say(const struct map_plan *plan, const struct incident *incident) {
    return incident_is_sure(incident) || !incident_is_sure(plan->incidents[0]);
}

static bool is_titled_news(const struct map_plan *plan, const struct incident *incident) {
    return incident->status == STATUS_NEWS && has_say(plan, incident);
}

/* The kinds of the news, each once. */
static size_t news_kinds(const struct map_plan *plan, enum incident_kind kinds[TITLE_EVENTS], size_t *news) {
    size_t count = 0;
    *news = 0;
    for (size_t i = 0; i < plan->incident_count; i++) {
        bool known = !is_titled_news(plan, plan->incidents[i]);
        *news += !known;
        for (size_t k = 0; k < count; k++)
            known = known || kinds[k] == plan->incidents[i]->kind;
        if (!known && count < TITLE_EVENTS)
            kinds[count++] = plan->incidents[i]->kind;
    }
    return count;
}

/* Too many and too different for the first to stand for all. */
static bool tells_many(const struct map_plan *plan) {
    enum incident_kind kinds[TITLE_EVENTS];
    size_t news, count = news_kinds(plan, kinds, &news);
    return news >= MANY_INCIDENTS && count > 1;
}

/* Whether the news comes from more towns than a title could name. */
static bool is_scattered(const struct map_plan *plan) {
    const struct place_snapshot *places[SCATTERED_PLACES + 1];
    size_t count = 0;
    for (size_t i = 0; i < plan->incident_count && count <= SCATTERED_PLACES; i++) {
        const struct place_snapshot *place = &plan->incidents[i]->place;
        bool known =
            !is_titled_news(plan, plan->incidents[i]) || !snapshot_is_known(place) || place->kind != PLACE_POINT;
        for (size_t k = 0; k < count; k++)
            known = known || snapshot_same(places[k], place);
        if (!known)
            places[count++] = place;
    }
    return count > SCATTERED_PLACES && tells_many(plan);
}

/* The countries of the news, each once; 0 if a title has no room for them all. */
static size_t news_countries(const struct map_sources *sources, const struct map_plan *plan, struct arena *arena,
                             struct text names[TITLE_PLACES]) {
    size_t count = 0;
    for (size_t i = 0; i < plan->incident_count; i++) {
        const struct incident *incident = plan->incidents[i];
        if (!is_titled_news(plan, incident) || !snapshot_is_known(&incident->place))
            continue;
        struct text code = snapshot_country(&incident->place);
        struct text name = code_name(sources, plan, code, arena);
        bool known = code.size == 0;
        for (size_t k = 0; k < count; k++)
            known = known || text_equal(names[k], name);
        if (!known && count == TITLE_PLACES)
            return 0;
        if (!known)
            names[count++] = name;
    }
    return count;
}

/* Different names of what the title is about: the places of the first incident and of others like it. */
static size_t title_places(const struct map_sources *sources, const struct map_plan *plan, enum place_kind kind,
                           struct text names[TITLE_PLACES]) {
    size_t count = 0;
    for (size_t i = 0; i < plan->incident_count; i++) {
        const struct incident *incident = plan->incidents[i];
        bool alike = incident->status == plan->incidents[0]->status && has_say(plan, incident) &&
                     (incident->kind == plan->incidents[0]->kind || tells_many(plan));
        for (size_t k = 0; k <= incident->also_count && count < TITLE_PLACES && alike; k++) {
            const struct place_snapshot *place = k == 0 ? &incident->place : &incident->also[k - 1];
            if (!snapshot_is_known(place) || place->kind != kind)
                continue;
            struct text name = map_plan_name_of(sources, plan, place);
            bool known = false;
            for (size_t n = 0; n < count; n++)
                known = known || text_equal(names[n], name);
            if (!known)
                names[count++] = name;
        }
    }
    return count;
}

static const char *title_key(enum place_kind kind, enum place_precision precision, size_t count) {
    switch (kind) {
    case PLACE_REGION: return count > 1 ? "title.regions" : "title.region";
    case PLACE_RIVER: return "title.river";
    case PLACE_COUNTRY: return "title.country";
    case PLACE_POINT: return precision == PRECISION_NEAR ? "title.near" : "title.point";
    default: return "title.area";
    }
}

static bool begins_with_event(const struct wording *wording, const char *key) {
    return text_starts(wording_phrase(wording, key), TEXT("{event}"));
}

/* The event as the pattern needs it: with a small letter where it does not begin the title. */
static struct text event_in(const struct wording *wording, const char *key, enum incident_kind kind) {
    struct text event = wording_event(wording, kind);
    return begins_with_event(wording, key) ? event : capitals_small_first(wording->arena, event, wording->lang);
}

/* "Attack, shelling and air strike". */
static struct text events_in(const struct map_plan *plan, const struct wording *wording, const char *key) {
    enum incident_kind kinds[TITLE_EVENTS];
    struct text events[TITLE_EVENTS];
    size_t news, count = news_kinds(plan, kinds, &news);
    for (size_t i = 0; i < count; i++) {
        events[i] = event_in(wording, key, kinds[i]);
        events[i] = i ? capitals_small_first(wording->arena, events[i], wording->lang) : events[i];
    }
    return wording_list(wording, events, count);
}

/* "title.border.closure" where the language has a pattern for that kind of incident, else "title.border". */
static const char *border_key(const struct wording *wording, enum incident_kind kind) {
    char *key = text_c(wording->arena, text_format(wording->arena, "title.border.%s", incident_kind_name(kind)));
    return wording_has_own(wording, key) ? key : "title.border";
}

/* A title of what is not sure: "Unconfirmed: attack near Goris", "Unconfirmed: Goris: attack". */
static struct text unsure_title(const struct wording *wording, const char *key, struct text title) {
    struct blank blank = {"text", title};
    bool place_first = text_starts(wording_phrase(wording, key), TEXT("{place}"));
    return place_first ? wording_fill(wording, "unsure", &blank, 1) : wording_unsure(wording, title);
}

static struct text title_of_places(const struct map_sources *sources, const struct map_plan *plan,
                                   const struct incident *lead, const struct wording *wording) {
    struct text names[TITLE_PLACES], sides[2];
    const struct place_snapshot *place = &lead->place;
    if (plan_border_sides(sources, plan, place->ref, wording->arena, sides)) {
        const char *key = border_key(wording, lead->kind);
        struct blank blanks[] = {{"event", event_in(wording, key, lead->kind)}, {"a", sides[0]}, {"b", sides[1]}};
        struct text title = wording_fill(wording, key, blanks, 3);
        return incident_is_sure(lead) ? title : unsure_title(wording, key, title);
    }
    size_t count = is_scattered(plan) ? news_countries(sources, plan, wording->arena, names) : 0;
    const char *key = "title.country";
    if (count == 0) {
        count = title_places(sources, plan, place->kind, names);
        key = title_key(place->kind, lead->precision, count);
    }
    struct blank blanks[] = {
        {"event", tells_many(plan) ? events_in(plan, wording, key) : event_in(wording, key, lead->kind)},
        {"place", wording_list(wording, names, count)}};
    struct text title = capitals_first(wording->arena, wording_fill(wording, key, blanks, 2), wording->lang);
    return incident_is_sure(lead) ? title : unsure_title(wording, key, title);
}

/* From the first to the last day of what is news. */
static struct incident_date date_span(const struct map_plan *plan) {
    struct incident_date span = {.start = {0, 0, 0}};
    for (size_t i = 0; i < plan->incident_count; i++) {
        const struct incident *incident = plan->incidents[i];
        struct date start = incident->date.start, end = date_known(incident->date.end) ? incident->date.end : start;
        if (!is_titled_news(plan, incident) || !date_known(start) || !start.day)
            continue;
        if (!date_known(span.start) || date_compare(start, span.start) < 0)
            span.start = start;
        if (!date_known(span.end) || date_compare(end, span.end) > 0)
            span.end = end;
    }
    return span;
}

struct text plan_title(const struct map_sources *sources, const struct map_plan *plan, const struct wording *wording) {
    const struct incident *lead = plan->incidents[0];
    struct text title = title_of_places(sources, plan, lead, wording);
    struct incident_date span = tells_many(plan) ? date_span(plan) : lead->date;
    struct text date = wording_dates(wording, &span);
    struct blank blanks[] = {{"title", title}, {"date", date}};
    return date.size ? wording_fill(wording, "title.dated", blanks, 2) : title;
}

/* What a theatre is called in the title of an overview. */
static struct text theatre_name(const struct map_sources *sources, const struct map_plan *plan,
                                const struct map_plan *theatre, const struct wording *wording) {
    struct text sides[2], names[TITLE_PLACES];
    const struct place_snapshot *place = &theatre->incidents[0]->place;
    if (plan_border_sides(sources, plan, place->ref, wording->arena, sides))
        return text_format(wording->arena, "%.*s–%.*s", TEXT_ARGS(sides[0]), TEXT_ARGS(sides[1]));
    struct text country = snapshot_country(place);
    if (country.size > 0 && place->kind != PLACE_AREA)
        return code_name(sources, plan, country, wording->arena);
    return title_places(sources, theatre, place->kind, names) ? names[0] : map_plan_name_of(sources, plan, place);
}

struct text plan_overview_title(const struct map_sources *sources, const struct map_plan *plan,
                                const struct map_plan *theatres, size_t count, const struct wording *wording) {
    struct text names[8];
    for (size_t i = 0; i < count && i < 8; i++)
        names[i] = theatre_name(sources, plan, &theatres[i], wording);
    struct blank places = {"places", wording_list(wording, names, count < 8 ? count : 8)};
    bool sure = incident_is_sure(theatres[0].incidents[0]);
    return sure ? wording_fill(wording, "title.overview", &places, 1) : places.value;
}

/* Whether the figures of the first incident are all that the map tells of its news: those of several are not added up,
 * and each stands at its place. */
static bool tells_all_figures(const struct map_plan *plan) {
    for (size_t i = 1; i < plan->incident_count; i++) {
        const struct incident *incident = plan->incidents[i];
        bool news = incident->status == STATUS_NEWS || incident->status == STATUS_ONGOING;
        if (news && (incident->killed.low > 0 || incident->killed.high > 0 || incident->wounded.low > 0 ||
                     incident->wounded.high > 0))
            return false;
    }
    return true;
}

struct text plan_subtitle(const struct map_plan *plan, const struct wording *wording) {
    struct incident_date span = date_span(plan);
    struct builder out = builder_new(wording->arena);
    bool told = plan->incident_count > 0 && !plan->overview && incident_is_sure(plan->incidents[0]),
         many = told && tells_many(plan);
    struct text figures =
        told && !many && tells_all_figures(plan) ? wording_figures(wording, plan->incidents[0]) : TEXT_NONE;
    bool in_title = many || (told && date_equal(plan->incidents[0]->date.start, span.start) &&
                             (date_equal(plan->incidents[0]->date.end, span.end) || date_equal(span.start, span.end)));
    bool several = date_known(span.start) && !in_title;
    struct blank as_of = {"date", wording_date(wording, plan->as_of)};
    const char *key = as_of.value.size == 0 ? "subtitle.as-of-latest"
                      : plan->as_of_article ? "subtitle.as-of-article"
                                            : "subtitle.as-of";
    struct text parts[] = {several ? wording_dates(wording, &span) : TEXT_NONE, figures,
                           wording_fill(wording, key, &as_of, 1)};
    for (size_t i = 0; i < 3; i++) {
        if (parts[i].size == 0)
            continue;
        builder_add_c(&out, out.count ? " · " : "");
        builder_add(&out, out.count ? parts[i] : capitals_first(wording->arena, parts[i], wording->lang));
    }
    return builder_text(&out);
}

/* With blanks for line ends and other control characters. */
static struct text on_one_line(struct arena *arena, struct text text) {
    char *line = text_c(arena, text_trim(text));
    for (char *c = line; *c; c++)
        *c = (unsigned char)*c < ' ' ? ' ' : *c;
    return text_of(line);
}

struct text plan_excerpt(const struct map_plan *plan, const struct wording *wording) {
    struct builder out = builder_new(wording->arena);
    if (plan->incident_count == 0)
        return TEXT_NONE;
    struct blank blank = {"text", on_one_line(wording->arena, plan->incidents[0]->sentence.text)};
    const struct incident_source *source = &plan->incidents[0]->source;
    struct text date = wording_date(wording, source->published);
    builder_add(&out, wording_fill(wording, "excerpt", &blank, 1));
    if (source->publisher.size > 0)
        builder_format(&out, " — %.*s", TEXT_ARGS(source->publisher));
    if (date.size > 0)
        builder_format(&out, source->publisher.size > 0 ? ", %.*s" : " — %.*s", TEXT_ARGS(date));
    return builder_text(&out);
}
