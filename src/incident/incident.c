#include "incident.h"

#include "finish.h"

struct incident incident_unknown(void) {
    struct count_range unknown = {-1, -1};
    return (struct incident){.kind = INCIDENT_OTHER,
                             .precision = PRECISION_UNKNOWN,
                             .killed = unknown,
                             .wounded = unknown,
                             .missing = unknown,
                             .captured = unknown,
                             .displaced = unknown};
}

static const double sure_enough = 0.8;

bool incident_is_sure(const struct incident *incident) {
    return incident->confidence >= sure_enough;
}

bool incident_count_is_above(struct count_range range) {
    return range.high < 0 && range.low > 10 && (range.low - 1) % 10 == 0;
}

bool incident_is_venue(const struct incident *incident) {
    return kind_has(incident->kind, KIND_IS_VENUE) || incident->status == STATUS_PLANNED;
}

const char *incident_status_name(enum incident_status status) {
    static const char *const names[] = {[STATUS_NEWS] = "news",
                                        [STATUS_ONGOING] = "ongoing",
                                        [STATUS_PAST] = "past",
                                        [STATUS_PLANNED] = "planned",
                                        [STATUS_DENIED] = "denied"};
    return names[status];
}

const char *place_precision_name(enum place_precision precision) {
    static const char *const names[] = {
        [PRECISION_EXACT] = "exact",    [PRECISION_NEAR] = "near", [PRECISION_DISTRICT] = "district",
        [PRECISION_REGION] = "region",  [PRECISION_LINE] = "line", [PRECISION_COUNTRY] = "country",
        [PRECISION_UNKNOWN] = "unknown"};
    return names[precision];
}

bool incident_find(const struct gazetteer *gazetteer, struct lexicon *lexicon, const struct article *article,
                   const struct geoparse *geoparse, struct arena *arena, struct incident_list *incidents,
                   struct error *error) {
    struct notes notes = {.gazetteer = gazetteer, .article = article, .geoparse = geoparse, .arena = arena};
    notes.words = words_read(article, geoparse, arena);
    if (!cues_read(lexicon, article->language, &notes.words, arena, &notes.cues, error))
        return false;
    notes.dates = dates_read(&notes.words, &notes.cues, arena);
    notes.anchor = anchor_find(&notes.dates, &notes.words, article->published);
    anchor_resolve(&notes.dates, &notes.words, notes.anchor);
    notes.quantities = quantities_read(&notes.words, &notes.cues, &notes.dates, arena);
    notes.casualties = casualties_read(&notes.words, &notes.cues, &notes.quantities, arena);
    notes.clauses = clauses_read(&notes.words, &notes.cues, arena);
    if (!groups_read(lexicon, article, geoparse, gazetteer, &notes.words, &notes.cues, arena, &notes.groups, error))
        return false;
    notes.actors = actors_read(&notes);
    notes_index(&notes);
    struct tellings tellings = tellings_read(&notes);
    struct drafts drafts = drafts_gather(&notes, &tellings);
    *incidents = finish_drafts(&notes, &drafts);
    return true;
}
