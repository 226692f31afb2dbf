/* tellings.h: every place where an article speaks of an event, with what the words around it say. */
#ifndef BORDERMAP_TELLINGS_H
#define BORDERMAP_TELLINGS_H

#include "actors.h"
#include "sites.h"

/* When an event was, as one telling has it. */
struct when {
    bool known;
    bool by; /* the date is of a statement about it: it was under way by then */
    struct date start, end;
    bool deduced;
    struct span span;
};

struct telling {
    uint32_t first, end; /* words of the event word */
    uint32_t sentence;
    enum incident_kind kind;
    int strength; /* 1..3 */
    struct site site;
    struct party_set parties;
    const struct relation *border; /* the border that the sentence names, or NULL */
    struct when when;
    bool past, ongoing, planned;
    bool irregulars;  /* rebels, gunmen: no fight of state against state */
    bool forces;      /* an army or police whose state is not said */
    bool accused;     /* told as an accusation */
    bool anaphor;     /* "these clashes": told before */
    bool killing;     /* no event word: somebody was killed there, and nothing says how */
    bool counts_only; /* no event word, but killed or wounded: tells more of an event, never a new one */
    struct span status_span;
    bool has_status_span;
};

struct tellings {
    struct telling *items;
    size_t count, capacity;
};

/* In order of the words. Events that are only supposed ("an attack could …") are left out. */
struct tellings tellings_read(const struct notes *notes);

/* Long enough before the day of the article to be background; without that day, known to the month or the year only. */
bool tellings_is_old(const struct when *when, struct anchor anchor);

#endif
