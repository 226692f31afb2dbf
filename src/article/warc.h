/* warc.h: the parts of a record of a web archive; private to article/. */
#ifndef BORDERMAP_WARC_H
#define BORDERMAP_WARC_H

#include "error.h"
#include "text.h"

/* True if a web archive begins so. */
bool warc_begins(struct text bytes);

/* How many bytes of content the record with these header lines has. False if they do not say. */
bool warc_content_length(struct text headers, uint64_t *length);

/* Where it was fetched; empty if that is not said. */
struct text warc_target(struct text headers);

#endif
