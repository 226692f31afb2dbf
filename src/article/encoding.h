/* encoding.h: bytes in whatever encoding → UTF-8, by byte order mark, by declaration, or by detection (ICU). */
#ifndef BORDERMAP_ENCODING_H
#define BORDERMAP_ENCODING_H

#include "arena.h"
#include "error.h"
#include "text.h"

struct encoding_result {
    struct text utf8;    /* without a byte order mark; newlines are \n */
    const char *assumed; /* name of the encoding that was detected, not declared; NULL if declared or UTF-8 */
    size_t replaced;     /* broken sequences that became U+FFFD */
};

/* `declared` ("windows-1251", from HTML or XML) may be empty. ERROR_INPUT for binary content and unknown declared
 * encodings. */
bool encoding_decode(struct text bytes, struct text declared, struct arena *arena, struct encoding_result *result,
                     struct error *error) NODISCARD;

/* The encoding that an XML declaration or an HTML meta element names in the first 4096 bytes; empty if none does. */
struct text encoding_declared(struct text bytes);

#endif
