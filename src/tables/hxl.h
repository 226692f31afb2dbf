/* hxl.h: the hashtags of HXL. Private to tables/. */
#ifndef BORDERMAP_HXL_H
#define BORDERMAP_HXL_H

#include "row.h"

/* Whether a row is one of hashtags: two or more, and nothing else. */
bool hxl_is_tags(const struct text *cells, size_t count);

/* What a column with that tag is; ROW_FIELDS: nothing that is read. */
enum row_field hxl_field(struct text cell);

#endif
