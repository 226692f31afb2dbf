/* import_filter.h: which rows of an import are wanted: by feature, country, population, language. */
#ifndef BORDERMAP_IMPORT_FILTER_H
#define BORDERMAP_IMPORT_FILTER_H

#include "error.h"
#include "text.h"

struct import_filter {
    struct text features;   /* classes ("P") and codes ("PASS"), parted by commas; empty: all */
    struct text countries;  /* alpha-2 codes; empty: all */
    struct text languages;  /* empty: all */
    int64_t min_population; /* of populated places */
};

/* What matters at borders: populated places, administrative units, waters, areas, mountains and passes, and of what is
 * built what a border has. The codes are those of geonames.org/export/codes.html. */
extern const char import_filter_features[];

/* Reads the options (NULL: not given). ERROR_USAGE. */
bool import_filter_read(const char *features, const char *countries, const char *languages, const char *min_population,
                        struct import_filter *filter, struct error *error) NODISCARD;

/* Whether a place is wanted: class ('P'; 0 if not known), GeoNames feature code, country (alpha-2). */
bool import_filter_wants(const struct import_filter *filter, char class, struct text code, struct text country,
                         int64_t population);

bool import_filter_wants_language(const struct import_filter *filter, struct text language);

#endif
