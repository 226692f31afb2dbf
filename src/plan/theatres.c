#include "theatres.h"

#include <math.h>
#include <stdlib.h>

static const double near_km = 120;         /* nearer than this is one theatre */
static const double same_parties_km = 900; /* two parties at war with each other along a long front */

static void add_code(struct text *codes, size_t *count, size_t limit, struct text code) {
    size_t at = 0;
    while (at < *count && text_compare(codes[at], code) < 0)
        at++;
    if (code.size != 2 || *count == limit || (at < *count && text_equal(codes[at], code)))
        return;
    for (size_t i = *count; i > at; i--)
        codes[i] = codes[i - 1];
    codes[at] = code;
    (*count)++;
}

size_t incident_countries(const struct incident *incident, size_t limit, struct text *codes) {
    size_t count = 0;
    for (size_t i = 0; i < incident->party_count; i++)
        if (ref_is(incident->parties[i].ref, REF_COUNTRY))
            add_code(codes, &count, limit, ref_country(incident->parties[i].ref));
    struct text rest = incident->place.countries, code;
    while (text_split(&rest, ',', &code))
        add_code(codes, &count, limit, code);
    return count;
}

static bool same_countries(const struct incident *a, const struct incident *b) {
    struct text ours[8], theirs[8];
    size_t count = incident_countries(a, 8, ours), other = incident_countries(b, 8, theirs), shared = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < other; k++)
            shared += text_equal(ours[i], theirs[k]);
    return shared >= 2 || (shared == 1 && (count == 1 || other == 1));
}

static bool belong_together(const struct incident *a, const struct incident *b) {
    if (snapshot_same(&a->place, &b->place))
        return true;
    double distance = lonlat_distance_km(a->point, b->point);
    bool alike = incident_is_sure(a) == incident_is_sure(b); /* what is unsure is no reason to look far */
    return distance < near_km || (alike && distance < same_parties_km && same_countries(a, b));
}

static bool is_drawn(const struct incident *incident) {
    bool somewhere = snapshot_is_known(&incident->place) && incident->precision != PRECISION_UNKNOWN;
    bool vague = incident->precision == PRECISION_COUNTRY && !incident_is_sure(incident);
    return somewhere && !vague && incident->status != STATUS_DENIED;
}

static bool touches(const struct theatre *theatre, const struct incident *incident) {
    for (size_t i = 0; i < theatre->count; i++)
        if (belong_together(theatre->incidents[i], incident))
            return true;
    return false;
}

static void join(struct theatre *into, const struct theatre *from) {
    for (size_t i = 0; i < from->count && into->count < THEATRE_INCIDENTS; i++)
        into->incidents[into->count++] = from->incidents[i];
}

/* Whether it may tie theatres together: background and what is unsure may not. */
static bool ties(const struct incident *incident) {
    return incident->status != STATUS_PAST && incident_is_sure(incident);
}

/* Into the theatre that it touches; theatres that it ties together become one. */
static void add_incident(const struct incident *incident, struct theatres *theatres) {
    struct theatre *home = NULL;
    for (size_t i = 0; i < theatres->count; i++) {
        struct theatre *theatre = &theatres->items[i];
        if (!touches(theatre, incident))
            continue;
        if (!home) {
            home = theatre;
        } else if (ties(incident) || (theatre->unsure && home->unsure && theatre->past == home->past)) {
            join(home, theatre);
            for (size_t k = i; k + 1 < theatres->count; k++)
                theatres->items[k] = theatres->items[k + 1];
            theatres->count--;
            i--;
        }
    }
    if (!home && theatres->count < THEATRES) {
        home = &theatres->items[theatres->count++];
        *home = (struct theatre){.past = true};
    }
    if (!home)
        return;
    if (home->count == 0 || (home->past && incident->status != STATUS_PAST)) { /* unsure news beside background */
        home->past = incident->status == STATUS_PAST;
        home->unsure = !incident_is_sure(incident);
    }
    if (home->count < THEATRE_INCIDENTS)
        home->incidents[home->count++] = incident;
}

static int status_rank(enum incident_status status) {
    return status == STATUS_NEWS ? 0 : status == STATUS_ONGOING ? 1 : 2;
}

static int compare_incidents(const void *a, const void *b) {
    const struct incident *x = *(const struct incident *const *)a, *y = *(const struct incident *const *)b;
    int rank = status_rank(x->status) - status_rank(y->status);
    rank = rank ? rank : incident_is_sure(y) - incident_is_sure(x);
    return rank ? rank : (x > y) - (x < y); /* in the order of the list that they lie in */
}

/* Sure news, unsure news, sure background, unsure background. */
static int theatre_rank(const struct theatre *theatre) {
    return 2 * theatre->past + theatre->unsure;
}

static int compare_theatres(const void *a, const void *b) {
    const struct theatre *x = a, *y = b;
    int rank = theatre_rank(x) - theatre_rank(y);
    return rank ? rank : compare_incidents(&x->incidents[0], &y->incidents[0]);
}

void theatres_set_aside(struct theatres *theatres, const struct incident *incident) {
    if (theatres->aside_count < THEATRE_INCIDENTS)
        theatres->aside[theatres->aside_count++] = incident;
}

/* What ranks lower makes no map where there is better; they are sorted. */
static void drop_lower(struct theatres *theatres, bool all) {
    size_t kept = 0;
    int best = theatres->count > 0 ? theatre_rank(&theatres->items[0]) : 0;
    for (size_t i = 0; i < theatres->count; i++) {
        const struct theatre *theatre = &theatres->items[i];
        bool keeps = theatre_rank(theatre) == best || (all && !theatre->past);
        for (size_t k = 0; k < theatre->count && !keeps; k++)
            if (!incident_is_sure(theatre->incidents[k]) && theatre->incidents[k]->status != STATUS_PAST)
                theatres_set_aside(theatres, theatre->incidents[k]);
        if (keeps)
            theatres->items[kept++] = *theatre;
    }
    theatres->count = kept;
}

/* Sure venues; unsure ones where there is nothing else to draw. */
static void gather_venues(const struct incident_list *incidents, struct theatres *theatres) {
    for (int unsure = 0; unsure < 2; unsure++)
        for (size_t i = 0; i < incidents->count; i++) {
            const struct incident *incident = &incidents->items[i];
            bool venue = is_drawn(incident) && incident_is_venue(incident) && incident->status != STATUS_PAST;
            if (!venue || incident_is_sure(incident) != (unsure == 0))
                continue;
            if (unsure && (theatres->count > 0 || (theatres->venue_count > 0 && incident_is_sure(theatres->venues[0]))))
                theatres_set_aside(theatres, incident);
            else if (theatres->venue_count < THEATRE_INCIDENTS)
                theatres->venues[theatres->venue_count++] = incident;
        }
}

static void gather_placeless(const struct incident_list *incidents, struct theatres *theatres) {
    for (size_t i = 0; i < incidents->count && theatres->placeless_count < THEATRE_INCIDENTS; i++) {
        const struct incident *incident = &incidents->items[i];
        bool news = incident->status == STATUS_NEWS || incident->status == STATUS_ONGOING;
        if (news && !is_drawn(incident))
            theatres->placeless[theatres->placeless_count++] = incident;
    }
}

void theatres_find(const struct incident_list *incidents, bool all, struct theatres *theatres) {
    *theatres = (struct theatres){.count = 0};
    for (int round = 0; round < 4; round++) { /* sure news, sure background, unsure news, unsure background */
        bool past = round % 2 == 1, sure = round < 2;
        for (size_t i = 0; i < incidents->count; i++) {
            const struct incident *incident = &incidents->items[i];
            if (is_drawn(incident) && !incident_is_venue(incident) && incident_is_sure(incident) == sure &&
                (incident->status == STATUS_PAST) == past)
                add_incident(incident, theatres);
        }
    }
    for (size_t i = 0; i < theatres->count; i++)
        qsort(theatres->items[i].incidents, theatres->items[i].count, sizeof(const struct incident *),
              compare_incidents);
    qsort(theatres->items, theatres->count, sizeof(struct theatre), compare_theatres);
    drop_lower(theatres, all);
    gather_venues(incidents, theatres);
    gather_placeless(incidents, theatres);
}
