/* actors.h: the states that an article names, and which of them fought. */
#ifndef BORDERMAP_ACTORS_H
#define BORDERMAP_ACTORS_H

#include "notes.h"

enum { ACTORS_MAX = 6 };

/* The parties of one telling, in the order of the text. */
struct party_set {
    struct incident_party items[ACTORS_MAX];
    struct span spans[ACTORS_MAX];
    size_t count;
};

/* All countries, demonyms and governments among the mentions. */
struct actors actors_read(const struct notes *notes);

/* Adds a party once; false if it is there or there is no room. */
bool party_add(struct party_set *set, struct text ref, struct span span);
bool party_has(const struct party_set *set, struct text ref);

/* True if every party of a is one of b. */
bool party_within(const struct party_set *a, const struct party_set *b);

/*
 * The states that fought in the event of the words first..end: "between A and B", "A and B troops", "against B", "A has
 * accused B", a demonym beside the event word. Bystanders (mediators, suppliers, those who urge) are never among them.
 */
struct party_set actors_of_event(const struct notes *notes, uint32_t first, uint32_t end);

/* Who meets: the states that the sentence joins by "and" in front of the word or behind it. */
struct party_set actors_of_meeting(const struct notes *notes, uint32_t word);

/* The actor that covers or is nearest before `word` within `reach` words of its sentence, or NULL; pauses count 2. */
const struct actor *actors_before(const struct notes *notes, uint32_t word, uint32_t reach);
const struct actor *actors_behind(const struct notes *notes, uint32_t word, uint32_t reach);

#endif
