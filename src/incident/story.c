#include "story.h"

#include "geoparse.h"
#include "list.h"
#include "spelling.h"

static const double sure_enough = 0.5; /* of a place, to be drawn */

/* What a story is made from, and the story. */
struct telling_places {
    const struct gazetteer *gazetteer;
    const struct article *article;
    struct arena *arena;
    struct told_places places;
    uint32_t *slots; /* entries by place, by a hash; NO_ENTRY = free */
    uint32_t mask;
};

enum { LEAST_SLOTS = 16 };
#define NO_ENTRY UINT32_MAX

/* The entry of a place, or of an organisation of that name; made if it is not there yet. */
static struct told_place *entry_of(struct telling_places *telling, place_id id, bool organisation) {
    struct told_places *places = &telling->places;
    struct place place = gazetteer_place(telling->gazetteer, id);
    uint32_t slot = (uint32_t)(text_hash(place.ref) + organisation) & telling->mask;
    for (; telling->slots[slot] != NO_ENTRY; slot = (slot + 1) & telling->mask) {
        struct told_place *there = &places->items[telling->slots[slot]];
        if (text_equal(there->place.ref, place.ref) && there->organisation == organisation)
            return there;
    }
    telling->slots[slot] = (uint32_t)places->count;
    struct told_place *entry = LIST_PUSH(telling->arena, places);
    *entry = (struct told_place){.place = snapshot_of(&place), .organisation = organisation};
    return entry;
}

static void tell(struct told_place *entry, double confidence, enum article_field field) {
    entry->told++;
    entry->in_title += field == ARTICLE_TITLE;
    entry->confidence = confidence > entry->confidence ? confidence : entry->confidence;
}

static void add_mention(struct telling_places *telling, const struct mention *mention) {
    if (mention->place == PLACE_NONE || mention->rejected)
        return;
    struct told_place *entry = entry_of(telling, mention->place, mention->type == MENTION_ORGANISATION);
    tell(entry, mention->confidence, mention->span.field);
    entry->named = entry->named || (mention->type == MENTION_LITERAL && mention->confidence >= sure_enough);
    if (entry->spelling.size == 0)
        entry->spelling = spelling_of(telling->gazetteer, telling->article, mention, telling->arena);
}

static void add_relation(struct telling_places *telling, const struct relation *relation) {
    if (relation->place == PLACE_NONE)
        return;
    struct told_place *entry = entry_of(telling, relation->place, false);
    tell(entry, relation->confidence, relation->span.field);
    if (relation->kind != RELATION_ALONG)
        return;
    struct lonlat *grown = ARENA_ARRAY(telling->arena, struct lonlat, entry->along_count + 1);
    for (size_t i = 0; i < entry->along_count; i++)
        grown[i] = entry->along[i];
    grown[entry->along_count++] = relation->point;
    entry->along = grown;
}

static void open_slots(struct telling_places *telling, size_t most) {
    size_t count = LEAST_SLOTS;
    while (count < 2 * most)
        count *= 2;
    telling->slots = ARENA_ARRAY(telling->arena, uint32_t, count);
    telling->mask = (uint32_t)count - 1;
    for (size_t i = 0; i < count; i++)
        telling->slots[i] = NO_ENTRY;
}

void story_find(const struct gazetteer *gazetteer, const struct article *article, const struct geoparse *geoparse,
                const struct incident_list *incidents, struct arena *arena, struct story *story) {
    struct telling_places telling = {.gazetteer = gazetteer, .article = article, .arena = arena};
    open_slots(&telling, geoparse->mention_count + geoparse->relation_count);
    for (size_t i = 0; i < geoparse->mention_count; i++)
        add_mention(&telling, &geoparse->mentions[i]);
    for (size_t i = 0; i < geoparse->relation_count; i++)
        add_relation(&telling, &geoparse->relations[i]);
    *story = (struct story){.source = {.article = article->id,
                                       .title = article->title,
                                       .publisher = article->source,
                                       .url = article->url,
                                       .language = article->language,
                                       .published = article->published},
                            .path = article_record(article, arena),
                            .text = article->text,
                            .incidents = *incidents,
                            .places = telling.places};
}
