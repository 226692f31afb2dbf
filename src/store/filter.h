/* filter.h: which incidents of the store are wanted. */
#ifndef BORDERMAP_STORE_FILTER_H
#define BORDERMAP_STORE_FILTER_H

#include "incident.h"

/* What is empty, unknown or NULL asks nothing. */
struct store_filter {
    struct date since, until; /* days of the incident, both counted in; it need only touch them */
    struct text area;         /* reference of a place: on it, or of its country or region; for a border see `inside` */
    struct bounds bounds;     /* bounds_empty(): anywhere */
    struct bounds near_to;    /* where `inside` may be true: looked up by index; bounds_empty(): anywhere */
    bool (*inside)(void *context, const struct incident *incident); /* the last word on where; may be NULL */
    void *context;
    const struct text *kinds; /* names of kinds */
    size_t kind_count;
    struct text party;  /* a reference, or part of a name */
    struct text status; /* "news", "past" … */
    struct text source; /* a provider, or part of a publisher's name or of an address */
    bool unsure;        /* only those with an account that may be of another one: suggested links */
    bool unconfirmed;   /* also those that nobody confirms (GDELT); else only what is told as fact or nearly so */
    const struct text *ids;
    size_t id_count;
    int64_t changed_since; /* only those that changed in a later change of the store; 0 = all */
};

/* Below it nobody confirms an incident. */
#define STORE_CONFIRMED 0.3

/* Asks nothing but that somebody confirms it. */
struct store_filter store_filter_all(void);

#endif
