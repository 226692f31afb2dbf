/* store_settings.h: which store a command means, and which incidents of it. */
#ifndef BORDERMAP_STORE_SETTINGS_H
#define BORDERMAP_STORE_SETTINGS_H

#include "command.h"
#include "engine.h"
#include "store.h"

#define STORE_OPTION                                                                                                   \
    { "--store", 0, "FILE|PG:...", "the store (else BORDERMAP_STORE, else incidents.gpkg); PG: as GDAL has it" }

#define FILTER_OPTIONS                                                                                                 \
    {"--since", 0, "DATE", "incidents on this day or later"}, {"--until", 0, "DATE", "on this day or earlier"},        \
        {"--area", 0, "REF", "on or near a border, in a country, region or area: border:KG-TJ, country:KG"},           \
        {"--within", 0, "KM", "--area: of a border, how far from it (50)"},                                            \
        {"--bbox", 0, "W,S,E,N", "in this frame, degrees"}, {"--kind", 0, "KIND[,KIND]", "clash, shelling ..."},       \
        {"--party", 0, "WORD", "a reference, or part of one: country:KG, group:m23"},                                  \
        {"--status", 0, "STATUS", "news, ongoing, past, planned, denied"},                                             \
        {"--source", 0, "WORD", "part of the name of a publisher, or a provider: acled"}, {                            \
        "--unsure", 0, NULL, "those that may be one with others: 'bordermap link' or 'unlink' decides"                 \
    }

/* --store if given, else BORDERMAP_STORE, else incidents.gpkg. */
const char *store_settings_connection(const struct arguments *arguments);

/* Now, or SOURCE_DATE_EPOCH: "2022-09-14T10:00:00Z"; for stamps alone. */
struct text store_settings_now(const struct arguments *arguments);

/* What the options of FILTER_OPTIONS ask; an area asks the gazetteer of the engine, which may be NULL where none is
 * given. ERROR_USAGE names the option. */
bool store_settings_filter(const struct arguments *arguments, const struct engine *engine, struct store_filter *filter,
                           struct error *error) NODISCARD;

#endif
