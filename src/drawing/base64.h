/* base64.h: RFC 4648, section 4. */
#ifndef BORDERMAP_BASE64_H
#define BORDERMAP_BASE64_H

#include "builder.h"

/* Appends the bytes in base64, padded. */
void base64_add(struct builder *builder, struct text bytes);

#endif
