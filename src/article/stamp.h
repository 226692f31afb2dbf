/* stamp.h: dates as programs write them. */
#ifndef BORDERMAP_STAMP_H
#define BORDERMAP_STAMP_H

#include "date.h"

/* ISO 8601 in all its forms, RFC 822, 850, 5322, asctime, Unix time. The day is that of its own time zone. False, date
 * untouched, for what is none. */
bool stamp_read(struct text stamp, struct date *date);

#endif
