/* date_joins.h: dates that only two readings together say: "13 January to 2 February", "Tuesday of last week", "the
 * night between Monday and Tuesday". */
#ifndef BORDERMAP_DATE_JOINS_H
#define BORDERMAP_DATE_JOINS_H

#include "dates.h"

/* Joins the date to the last of the list where both are one; false if it stands alone. */
bool date_joins(const struct words *words, const struct cues *cues, struct dates *dates,
                const struct dated_words *date);

#endif
