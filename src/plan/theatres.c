#include "theatres.h"

#include <math.h>
#include <stdlib.h>

static const double sure_enough = 0.8;
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
        if (text_starts(incident->parties[i].ref, TEXT("country:")))
            add_code(codes, &count, limit, text_slice(incident->parties[i].ref, 8, incident->parties[i].ref.size));
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
    return distance < near_km || (distance < same_parties_km && same_countries(a, b));
}

static bool is_drawn(const struct incident *incident) {
    bool somewhere = snapshot_is_known(&incident->place) && incident->precision != PRECISION_UNKNOWN;
    return somewhere && incident->confidence >= sure_enough && incident->status != STATUS_DENIED;
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

/* Into the theatre that it touches; theatres that it ties together become one. */
static void add_incident(const struct incident *incident, struct theatres *theatres) {
    struct theatre *home = NULL;
    for (size_t i = 0; i < theatres->count; i++) {
        struct theatre *theatre = &theatres->items[i];
        if (!touches(theatre, incident))
            continue;
        if (!home) {
            home = theatre;
        } else if (incident->status != STATUS_PAST) {
            join(home, theatre);
            for (size_t k = i; k + 1 < theatres->count; k++)
                theatres->items[k] = theatres->items[k + 1];
            theatres->count--;
            i--;
        }
    }
    if (!home && theatres->count < THEATRES) {
        home = &theatres->items[theatres->count++];
        *home = (struct theatre){.past = incident->status == STATUS_PAST};
    }
    if (home && home->count < THEATRE_INCIDENTS)
        home->incidents[home->count++] = incident;
}

static int status_rank(enum incident_status status) {
    return status == STATUS_NEWS ? 0 : status == STATUS_ONGOING ? 1 : 2;
}

static int compare_incidents(const void *a, const void *b) {
    const struct incident *x = *(const struct incident *const *)a, *y = *(const struct incident *const *)b;
    int rank = status_rank(x->status) - status_rank(y->status);
    return rank ? rank : (x > y) - (x < y); /* in the order of the list that they lie in */
}

static int compare_theatres(const void *a, const void *b) {
    const struct theatre *x = a, *y = b;
    return compare_incidents(&x->incidents[0], &y->incidents[0]);
}

/* Background alone makes no map where there is news. */
static void drop_background(struct theatres *theatres) {
    size_t news = 0;
    for (size_t i = 0; i < theatres->count; i++)
        news += !theatres->items[i].past;
    if (news > 0)
        theatres->count = news; /* they are sorted: background last */
}

void theatres_find(const struct incident_list *incidents, struct theatres *theatres) {
    *theatres = (struct theatres){.count = 0};
    for (int past = 0; past < 2; past++) {
        for (size_t i = 0; i < incidents->count; i++) {
            const struct incident *incident = &incidents->items[i];
            if (!is_drawn(incident) || (incident->status == STATUS_PAST) != (past == 1))
                continue;
            if (!incident_is_venue(incident))
                add_incident(incident, theatres);
            else if (past == 0 && theatres->venue_count < THEATRE_INCIDENTS)
                theatres->venues[theatres->venue_count++] = incident;
        }
    }
    for (size_t i = 0; i < theatres->count; i++)
        qsort(theatres->items[i].incidents, theatres->items[i].count, sizeof(const struct incident *),
              compare_incidents);
    qsort(theatres->items, theatres->count, sizeof(struct theatre), compare_theatres);
    drop_background(theatres);
}
