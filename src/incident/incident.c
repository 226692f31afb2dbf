#include "incident.h"

struct incident incident_unknown(void) {
    struct count_range unknown = {-1, -1};
    return (struct incident){.kind = INCIDENT_OTHER,
                             .precision = PRECISION_UNKNOWN,
                             .killed = unknown,
                             .wounded = unknown,
                             .missing = unknown,
                             .captured = unknown,
                             .displaced = unknown};
}

static const double sure_enough = 0.8;

bool incident_is_sure(const struct incident *incident) {
    return incident->confidence >= sure_enough;
}

bool incident_count_is_above(struct count_range range) {
    return range.high < 0 && range.low > 10 && (range.low - 1) % 10 == 0;
}

bool incident_is_venue(const struct incident *incident) {
    return kind_has(incident->kind, KIND_IS_VENUE) || incident->status == STATUS_PLANNED;
}

const char *incident_status_name(enum incident_status status) {
    static const char *const names[] = {[STATUS_NEWS] = "news",
                                        [STATUS_ONGOING] = "ongoing",
                                        [STATUS_PAST] = "past",
                                        [STATUS_PLANNED] = "planned",
                                        [STATUS_DENIED] = "denied"};
    return names[status];
}

const char *place_precision_name(enum place_precision precision) {
    static const char *const names[] = {
        [PRECISION_EXACT] = "exact",    [PRECISION_NEAR] = "near", [PRECISION_DISTRICT] = "district",
        [PRECISION_REGION] = "region",  [PRECISION_LINE] = "line", [PRECISION_COUNTRY] = "country",
        [PRECISION_UNKNOWN] = "unknown"};
    return names[precision];
}
