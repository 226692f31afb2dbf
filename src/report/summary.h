/* summary.h: places and incidents of an article as a table for people, and the places as CSV. */
#ifndef BORDERMAP_SUMMARY_H
#define BORDERMAP_SUMMARY_H

#include "document.h"

/* Title line, one line a place (with how often it is named), one line an incident. In the arena. */
struct text summary_write(const struct reading_result *result, struct arena *arena);

/* CSV (RFC 4180) of the mentions: article,field,start,end,text,kind,type,ref,name,country,lat,lon,confidence. */
struct text summary_write_csv(const struct reading_result *result, bool header, struct arena *arena);

#endif
