#include "incident_copy.h"

#include <string.h>

/* An array of `count` in the arena; NULL for none. */
static void *copy_items(struct arena *arena, const void *items, size_t count, size_t size) {
    return count > 0 ? memcpy(arena_alloc(arena, count, size), items, count * size) : NULL;
}

static void keep(struct arena *arena, struct text *text) {
    *text = text_copy(arena, *text);
}

static void keep_place(struct arena *arena, struct place_snapshot *place) {
    keep(arena, &place->ref);
    keep(arena, &place->name);
    keep(arena, &place->countries);
}

static void keep_parties(struct arena *arena, struct incident *incident) {
    incident->parties = copy_items(arena, incident->parties, incident->party_count, sizeof *incident->parties);
    for (size_t i = 0; i < incident->party_count; i++) {
        keep(arena, &incident->parties[i].ref);
        keep(arena, &incident->parties[i].name);
        keep(arena, &incident->parties[i].side);
    }
}

static void keep_tolls(struct arena *arena, struct incident *incident) {
    incident->tolls = copy_items(arena, incident->tolls, incident->toll_count, sizeof *incident->tolls);
    for (size_t i = 0; i < incident->toll_count; i++) {
        keep(arena, &incident->tolls[i].side);
        keep(arena, &incident->tolls[i].quote.text);
    }
    for (size_t i = 0; i < TOLL_KINDS; i++)
        keep(arena, &incident->count_words[i]);
}

static void keep_quotes(struct arena *arena, struct incident *incident) {
    incident->claims = copy_items(arena, incident->claims, incident->claim_count, sizeof *incident->claims);
    for (size_t i = 0; i < incident->claim_count; i++) {
        keep(arena, &incident->claims[i].by);
        keep(arena, &incident->claims[i].quote.text);
    }
    incident->evidence = copy_items(arena, incident->evidence, incident->evidence_count, sizeof *incident->evidence);
    for (size_t i = 0; i < incident->evidence_count; i++)
        keep(arena, &incident->evidence[i].quote.text);
    keep(arena, &incident->sentence.text);
}

static void keep_source(struct arena *arena, struct incident_source *source) {
    keep(arena, &source->article);
    keep(arena, &source->title);
    keep(arena, &source->publisher);
    keep(arena, &source->url);
    keep(arena, &source->language);
    keep(arena, &source->credit);
}

struct incident incident_copy(struct arena *arena, const struct incident *incident) {
    struct incident copy = *incident;
    keep(arena, &copy.id);
    keep_place(arena, &copy.place);
    copy.also = copy_items(arena, copy.also, copy.also_count, sizeof *copy.also);
    for (size_t i = 0; i < copy.also_count; i++)
        keep_place(arena, &copy.also[i]);
    keep_parties(arena, &copy);
    keep_tolls(arena, &copy);
    keep_place(arena, &copy.movement.from);
    keep_place(arena, &copy.movement.to);
    keep(arena, &copy.movement.quote.text);
    keep_quotes(arena, &copy);
    keep_source(arena, &copy.source);
    return copy;
}
