#include "incident_join.h"

#include "builder.h"
#include "text_list.h"

/* Surer, then nearer, then with a toll, then the later; of equals the first. */
static bool tells_better(const struct account *a, const struct account *b) {
    const struct incident *one = &a->incident, *other = &b->incident;
    if (incident_is_sure(one) != incident_is_sure(other))
        return incident_is_sure(one);
    if (one->precision != other->precision)
        return one->precision < other->precision;
    if ((one->killed.high >= 0) != (other->killed.high >= 0))
        return one->killed.high >= 0;
    int later = date_compare(one->source.published, other->source.published);
    return later != 0 ? later > 0 : text_compare(a->edited, b->edited) > 0;
}

const struct account *incident_join_best(const struct account *const *accounts, size_t count) {
    const struct account *best = accounts[0];
    for (size_t i = 1; i < count; i++)
        if (tells_better(accounts[i], best))
            best = accounts[i];
    return best;
}

/* The lowest and the highest that anyone says; who says nothing changes nothing. */
static struct count_range widen(struct count_range a, struct count_range b) {
    bool a_said = a.low >= 0 || a.high >= 0, b_said = b.low >= 0 || b.high >= 0;
    if (!a_said || !b_said)
        return a_said ? a : b;
    int64_t a_low = a.low < 0 ? 0 : a.low, b_low = b.low < 0 ? 0 : b.low;
    struct count_range wide = {.low = a_low < b_low ? a_low : b_low, .high = a.high > b.high ? a.high : b.high};
    if (a.low < 0 && b.low < 0)
        wide.low = -1;
    if (a.high < 0 || b.high < 0)
        wide.high = -1;
    return wide;
}

static void widen_counts(struct incident *incident, const struct incident *other) {
    incident->killed = widen(incident->killed, other->killed);
    incident->wounded = widen(incident->wounded, other->wounded);
    incident->missing = widen(incident->missing, other->missing);
    incident->captured = widen(incident->captured, other->captured);
    incident->displaced = widen(incident->displaced, other->displaced);
    for (size_t i = 0; i < TOLL_KINDS; i++)
        if (incident->count_words[i].size == 0)
            incident->count_words[i] = other->count_words[i];
}

static bool has_party(const struct incident_party *parties, size_t count, struct text ref) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(parties[i].ref, ref))
            return true;
    return false;
}

/* The best one's, and those that only others name by a reference. */
static void join_parties(struct incident *incident, const struct account *const *accounts, size_t count,
                         struct arena *arena) {
    size_t most = 0, kept = incident->party_count;
    for (size_t i = 0; i < count; i++)
        most += accounts[i]->incident.party_count;
    struct incident_party *parties = ARENA_ARRAY(arena, struct incident_party, most + 1);
    for (size_t i = 0; i < kept; i++)
        parties[i] = incident->parties[i];
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < accounts[i]->incident.party_count; j++) {
            struct incident_party party = accounts[i]->incident.parties[j];
            party.side = TEXT_NONE;
            if (party.ref.size > 0 && !has_party(parties, kept, party.ref))
                parties[kept++] = party;
        }
    incident->parties = parties;
    incident->party_count = kept;
}

static int64_t span_of(const struct incident_date *date) {
    return date_days(date->end) - date_days(date->start);
}

/* The narrowest date; unknown ones and months give way to days. */
static bool is_narrower(const struct incident_date *a, const struct incident_date *b) {
    if (!date_known(a->start) || !date_known(b->start))
        return date_known(a->start);
    bool a_day = a->start.day > 0, b_day = b->start.day > 0;
    return a_day != b_day ? a_day : span_of(a) < span_of(b);
}

/* What each source asks to be named by, each once. */
static struct text join_credits(const struct account *const *accounts, size_t count, struct arena *arena) {
    struct text_list credits = {0};
    struct builder out = builder_new(arena);
    for (size_t i = 0; i < count; i++)
        text_list_add(&credits, accounts[i]->incident.source.credit, arena);
    for (size_t i = 0; i < credits.count; i++) {
        builder_add_c(&out, i ? ";" : "");
        builder_add(&out, credits.items[i]);
    }
    return builder_text(&out);
}

struct incident incident_join(const struct account *const *accounts, size_t count, struct text id,
                              struct arena *arena) {
    struct incident incident = incident_join_best(accounts, count)->incident;
    incident.id = id;
    if (count < 2)
        return incident;
    for (size_t i = 0; i < count; i++) {
        const struct incident *other = &accounts[i]->incident;
        widen_counts(&incident, other);
        if (is_narrower(&other->date, &incident.date))
            incident.date = other->date;
        if (other->confidence > incident.confidence)
            incident.confidence = other->confidence;
    }
    join_parties(&incident, accounts, count, arena);
    incident.source.credit = join_credits(accounts, count, arena);
    return incident;
}
