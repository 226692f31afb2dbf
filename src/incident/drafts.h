/* drafts.h: incidents while they are put together: tellings of the same event gathered. */
#ifndef BORDERMAP_DRAFTS_H
#define BORDERMAP_DRAFTS_H

#include "tellings.h"

enum { DRAFTS_MAX = 64, DRAFT_CLAIMS = 6 };

struct claim {
    struct text by;   /* ref of the party that says so */
    const char *what; /* "accuses", "denies", "reports" */
    struct span span;
};

struct draft {
    double kinds[INCIDENT_KINDS]; /* strengths summed */
    struct span kind_spans[INCIDENT_KINDS];
    struct site site;
    bool inherited_site; /* of a sentence before, not of one that tells the event */
    struct party_set parties;
    const struct relation *border; /* named by a sentence that tells it, or NULL */
    struct when direct, by;        /* joined over the tellings */
    bool past, planned, ongoing, irregulars, forces;
    bool meeting;
    size_t tellings, accused; /* how many, and how many of them told as an accusation */
    struct count_range killed, wounded;
    struct count_range others[TOLL_KINDS]; /* missing, captured, displaced */
    struct span other_spans[TOLL_KINDS];
    struct span killed_span, wounded_span;
    bool both_sides;
    struct claim claims[DRAFT_CLAIMS];
    size_t claim_count;
    struct span status_span;
    bool has_status_span;
    uint32_t sentence; /* that tells it best */
    double sentence_worth;
    uint32_t last_sentence; /* that told it last */
    bool title;             /* told in the title */
    bool title_only;        /* and nowhere else so far */
    bool of_war;            /* part of a war that goes on */
    bool absorbed;
};

struct drafts {
    struct draft *items;
    size_t count, capacity;
};

/* The kind that most was said of. */
enum incident_kind draft_kind(const struct draft *draft);

/* The greater of low and high; -1 if neither is known. */
int64_t greatest_of(struct count_range range);

/* Gathers the tellings, then adds what sentences say of the event told before: casualties, accusations, denials. */
struct drafts drafts_gather(const struct notes *notes, const struct tellings *tellings);

#endif
