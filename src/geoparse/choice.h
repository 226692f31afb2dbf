/* choice.h: the places that a name may mean, with what is known of each before the article is looked at. */
#ifndef BORDERMAP_CHOICE_H
#define BORDERMAP_CHOICE_H

#include "parse.h"

/* More places than that of one name are not looked at: the greatest come first. */
enum { CHOICE_LIMIT = 64 };

/* A reading of a run of words, before it becomes a choice. */
struct found_reading {
    struct reading reading;
    bool inflected;
};

/* Makes the choices of a group from the readings of a folded name: one a place, with prior scores. */
void choice_fill(const struct parse *parse, struct text key, const struct found_reading *found, size_t count,
                 struct group *group);

/* Adds to the score and, while there is room, to the reasons; small shares are not told. */
void choice_credit(struct choice *choice, const char *why, double score);

/* How well known a place is, -1..4: the base of its score. */
double choice_prior(const struct place *place);

/* A landmark of a border (curated/places.tsv): known in the news beyond its size. */
bool choice_is_landmark(const struct place *place);

/* Whether `inner` lies in `outer` as far as their references tell. */
bool choice_contains(const struct choice *outer, const struct choice *inner);

double choice_distance_km(const struct choice *a, const struct choice *b);

uint16_t choice_country_code(struct text alpha2);

#endif
