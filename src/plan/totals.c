#include "totals.h"

struct totals totals_none(void) {
    return (struct totals){.killed = {-1, -1}};
}

void totals_add_range(struct count_range *sum, struct count_range range) {
    int64_t low = range.low >= 0 ? range.low : 0, high = range.high >= 0 ? range.high : low;
    if (range.low < 0 && range.high < 0)
        return;
    sum->low = (sum->low < 0 ? 0 : sum->low) + low;
    sum->high = (sum->high < 0 ? 0 : sum->high) + high;
}

void totals_add(struct totals *totals, const struct incident *incident) {
    struct date start = incident->date.start, end = date_known(incident->date.end) ? incident->date.end : start;
    struct incident_date *span = &totals->span;
    totals->incidents++;
    totals->kinds[incident->kind]++;
    totals_add_range(&totals->killed, incident->killed);
    if (date_known(start) && (!date_known(span->start) || date_compare(start, span->start) < 0))
        span->start = start;
    if (date_known(end) && (!date_known(span->end) || date_compare(end, span->end) > 0))
        span->end = end;
}

size_t totals_kinds(const struct totals *totals, enum incident_kind kinds[INCIDENT_KINDS]) {
    size_t count = 0;
    for (int kind = 0; kind < INCIDENT_KINDS; kind++) {
        if (totals->kinds[kind] == 0)
            continue;
        size_t at = count++;
        for (; at > 0 && totals->kinds[kinds[at - 1]] < totals->kinds[kind]; at--)
            kinds[at] = kinds[at - 1];
        kinds[at] = (enum incident_kind)kind;
    }
    return count;
}
