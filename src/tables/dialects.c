#include "dialect.h"

#include <stddef.h>

const struct table_dialect *const table_dialects[] = {
    &dialect_acled,  &dialect_ucdp,    &dialect_icews,   &dialect_polecat, &dialect_hxl,
    &dialect_plover, &dialect_gdelt_2, &dialect_gdelt_1, &dialect_geojson, &dialect_kml,
    &dialect_gpx,    &dialect_georss,  &dialect_cap,     &dialect_csv,     NULL};

bool sight_has(const struct table_sight *sight, const char *const *names) {
    for (size_t i = 0; names[i]; i++) {
        bool found = false;
        for (size_t k = 0; k < sight->header_count && !found; k++)
            found = text_is(sight->header[k], names[i]);
        if (!found)
            return false;
    }
    return true;
}

const struct table_dialect *table_dialect_of(const struct table_sight *sight) {
    for (size_t i = 0; table_dialects[i]; i++) {
        const struct table_dialect *dialect = table_dialects[i];
        if (dialect->signature ? sight_has(sight, dialect->signature) : dialect->tells(sight))
            return dialect;
    }
    return NULL;
}
