/* stored_string.h: strings as the indexes of places keep them: a two-byte length, low byte first, and the bytes. */
#ifndef BORDERMAP_STORED_STRING_H
#define BORDERMAP_STORED_STRING_H

#include "text.h"

/* The string at the offset of a section of `size` bytes; empty for offset 0 and for what reaches beyond the section. */
struct text stored_string(const unsigned char *strings, size_t size, uint32_t offset);

#endif
