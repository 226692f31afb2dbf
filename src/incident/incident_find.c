#include "incident_find.h"

#include "finish.h"
#include "topics.h"

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
    notes.topics = topics_read(&notes);
    struct tellings tellings = tellings_read(&notes);
    struct drafts drafts = drafts_gather(&notes, &tellings);
    *incidents = finish_drafts(&notes, &drafts);
    return true;
}
