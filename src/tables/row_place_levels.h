/* row_place_levels.h: how precise a place is of which a row names what it knows: town, district, province, country.
 * Private to tables/. */
#ifndef BORDERMAP_ROW_PLACE_LEVELS_H
#define BORDERMAP_ROW_PLACE_LEVELS_H

#include "table_reading.h"

/* By the finest level that has a name; unknown where none has. */
enum place_precision row_named_precision(const struct row_work *work);

#endif
