/* incident.h: what happened, when, where, to whom, said by whom: worked out from one article or read from a table. It
 * stands alone: places by their reference with what they were, words as text, and who published them. */
#ifndef BORDERMAP_INCIDENT_H
#define BORDERMAP_INCIDENT_H

#include "date.h"
#include "error.h"
#include "kind.h"
#include "snapshot.h"

struct article;
struct gazetteer;
struct geoparse;
struct lexicon;

/* How the article speaks of it. */
enum incident_status {
    STATUS_NEWS,    /* the fighting that is the news */
    STATUS_ONGOING, /* a war that goes on beside it */
    STATUS_PAST,    /* told as background: drawn muted */
    STATUS_PLANNED, /* a meeting to come: a venue */
    STATUS_DENIED   /* only claimed, and denied */
};

/* How surely `place` is where it happened; drawn accordingly. */
enum place_precision {
    PRECISION_EXACT,
    PRECISION_NEAR,
    PRECISION_DISTRICT,
    PRECISION_REGION,
    PRECISION_LINE,
    PRECISION_COUNTRY,
    PRECISION_UNKNOWN
};

/* Words of an article, quoted: they can be read without it. */
struct quote {
    struct text text;    /* empty: nothing is quoted */
    bool title;          /* they stand in the title, not in the text */
    uint32_t start, end; /* code points in it; both 0 = where is not known */
};

struct count_range {
    int64_t low, high; /* -1 = unknown, never 0 for unknown */
};

/* How many of whom: a part of what an incident counts. */
enum toll_kind { TOLL_KILLED, TOLL_WOUNDED, TOLL_MISSING, TOLL_CAPTURED, TOLL_DISPLACED, TOLL_KINDS };
enum toll_whose { TOLL_ALL, TOLL_CIVILIANS, TOLL_COMBATANTS };

struct toll {
    enum toll_kind kind;
    enum toll_whose whose;
    struct text side; /* ref of the party whose they are, or empty */
    struct count_range count;
    struct quote quote;
};

struct incident_date {
    struct date start, end; /* may be unknown; end = start for one day */
    bool by;                /* under way by `start`, nobody says since when */
    bool deduced;           /* a year or month that the text does not say */
};

struct incident_party {
    struct text ref;   /* country:KG, area:…, group:m23; empty for one without a name */
    struct text name;  /* what the article calls it where the reference does not say it: "unknown gunmen"; or empty */
    struct text side;  /* "a", "b", or "" */
    double confidence; /* 0 = that of the incident */
};

/* Which words say so. */
struct evidence {
    const char *field; /* "kind" "date" "place" "party" "killed" "wounded" "status" "claim" … */
    struct quote quote;
};

struct incident_claim {
    struct text by;   /* ref of the party that says so */
    const char *what; /* "accuses", "denies", "reports" */
    struct quote quote;
};

/* From where to where, as the text tells it: an arrow on the map. */
struct incident_movement {
    bool told;
    struct place_snapshot from, to;
    struct quote quote;
};

/* Who published what is told; all may be empty. */
struct incident_source {
    struct text article; /* its id */
    struct text title, publisher, url, language;
    struct date published;
    struct text credit;   /* what must stand where it is shown; of several sources with ';' between */
    bool aggregated_only; /* its terms let it leave only aggregated: on no list of incidents */
};

/* How sure each field is, 0..1; 0 = nothing is said of it. */
struct incident_sureness {
    double kind, date, place, parties, counts;
};

/* Arrays lie in the arena of the incident. */
struct incident {
    struct text id; /* stable: from content, safe for file names */
    enum incident_kind kind;
    enum incident_status status;
    struct incident_date date;
    struct place_snapshot place; /* without a reference when no place is known */
    struct lonlat point;         /* where it happened: may lie away from the place ("10 km north of") */
    double precision_km;
    enum place_precision precision;
    struct place_snapshot *also; /* more places of the same incident (two regions) */
    size_t also_count;
    struct incident_party *parties;
    size_t party_count;
    struct count_range killed, wounded, missing, captured, displaced;
    struct text count_words[TOLL_KINDS]; /* that say how many where no number does ("dozens"), or empty */
    bool both_sides;                     /* the counts are of both sides together */
    struct toll *tolls;                  /* what the text counts apart: by side, civilians and combatants */
    size_t toll_count;
    struct incident_claim *claims;
    size_t claim_count;
    struct incident_movement movement;
    struct quote sentence; /* that tells it best: the excerpt */
    struct evidence *evidence;
    size_t evidence_count;
    struct incident_source source;
    struct incident_sureness sure;
    double confidence; /* incident_is_sure() */
};

struct incident_list {
    struct incident *items;
    size_t count, capacity;
};

/* Of which nothing is known: no kind, date, place nor count. */
struct incident incident_unknown(void);

/* True if "more than" the number below `low` says it better than "at least" `low`: "more than 100" is 101 and more. */
bool incident_count_is_above(struct count_range range);

/* Whether it is a meeting: what is told of is where people talk. */
bool incident_is_venue(const struct incident *incident);

/* 0.8 and more: told as fact. Below it place or kind may be wrong: drawn hollow, told as unconfirmed. */
bool incident_is_sure(const struct incident *incident);

const char *incident_status_name(enum incident_status status);
const char *place_precision_name(enum place_precision precision);

#endif
