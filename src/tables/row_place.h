/* row_place.h: where a row happened: its point, with the place of the gazetteer that its names mean. Private to
 * tables/.
 */
#ifndef BORDERMAP_ROW_PLACE_H
#define BORDERMAP_ROW_PLACE_H

#include "table_reading.h"

/* Fills in place, point and precision of the incident; `precision_given`: it stands already. */
bool row_place(struct row_work *work, bool precision_given);

/* The country that a name means, as alpha-2; empty if it is none that is known. */
struct text row_country(const struct row_work *work, struct text name);

#endif
