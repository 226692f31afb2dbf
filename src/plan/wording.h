/* wording.h: the words on maps: phrases of the lexicon with their blanks filled, dates, numbers, figures, in the map's
 * language. */
#ifndef BORDERMAP_WORDING_H
#define BORDERMAP_WORDING_H

#include "builder.h"
#include "incident.h"
#include "lexicon.h"

/* In which language, from which lexicon, into which arena. */
struct wording {
    struct lexicon *lexicon;
    struct text lang;
    struct arena *arena;
};

/* What is put in place of "{name}". */
struct blank {
    const char *name;
    struct text value;
};

/* The phrase, in English where the language has none; the key where English has none either. */
struct text wording_phrase(const struct wording *wording, const char *key);

/* Whether the language itself has it. */
bool wording_has_own(const struct wording *wording, const char *key);

/* The phrase with its blanks filled; "{name}" without a blank of that name becomes nothing, and with it all of the part
 * in "[…]" that it stands in. */
struct text wording_fill(const struct wording *wording, const char *key, const struct blank *blanks, size_t count);

/* Adds words after those that stand: a full stop that follows an abbreviation's is not set twice ("2022 г."). */
void wording_go_on(struct builder *out, struct text words);

/* Fills the blanks of a pattern that is at hand. */
struct text wording_pattern(const struct wording *wording, struct text pattern, const struct blank *blanks,
                            size_t count);

/* "14 settembre 2022", "settembre 2022", "2022", or nothing. */
struct text wording_date(const struct wording *wording, struct date date);

/* "14 settembre": without the year, where the date is known to the day. */
struct text wording_day(const struct wording *wording, struct date date);

/* "13–14 settembre 2022", "in corso il 13 settembre 2022" … */
struct text wording_dates(const struct wording *wording, const struct incident_date *date);

/* "Scontri", "Sparatoria" … */
struct text wording_event(const struct wording *wording, enum incident_kind kind);

/* "Non confermato: scontri": what is told, but less than sure. */
struct text wording_unsure(const struct wording *wording, struct text what);

/* The event of an incident, told as unconfirmed where it is not sure. */
struct text wording_incident(const struct wording *wording, const struct incident *incident);

/* "fino a 100 morti, almeno 3 feriti"; empty where nothing is known. */
struct text wording_figures(const struct wording *wording, const struct incident *incident);

/* The number as written with 0 to 9, in the digits that newspapers of the language print (phrase "number.digits"). */
struct text wording_digits(const struct wording *wording, struct text number);

/* With the language's separator of thousands from 10,000 on. */
struct text wording_number(const struct wording *wording, int64_t number);

/* "Batken, Isfara e Khujand". */
struct text wording_list(const struct wording *wording, const struct text *items, size_t count);

#endif
