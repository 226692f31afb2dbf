/* encoding.h: bytes in whatever encoding → UTF-8, by byte order mark, by what they are, by declaration, or by detection
 * (ICU). */
#ifndef BORDERMAP_ENCODING_H
#define BORDERMAP_ENCODING_H

#include "arena.h"
#include "error.h"
#include "text.h"

struct encoding_result {
    struct text utf8;    /* without a byte order mark; newlines are \n, other control characters blanks */
    const char *name;    /* of the encoding that it was read as */
    const char *assumed; /* the same, if it was detected, not declared; NULL if declared or UTF-8 */
    const char *wrong;   /* the encoding that it declares and is not in, or that nobody knows; NULL: none */
    size_t replaced;     /* broken sequences that became U+FFFD */
    size_t nuls;         /* NUL bytes that were passed over */
};

/* `declared` ("windows-1251", from HTML or XML) may be empty; text that is valid UTF-8 is UTF-8 whatever it declares.
 * ERROR_INPUT for binary content. */
bool encoding_decode(struct text bytes, struct text declared, struct arena *arena, struct encoding_result *result,
                     struct error *error) NODISCARD;

/* The encoding that an XML declaration or an HTML meta element names at the start; empty if none does. */
struct text encoding_declared(struct text bytes, struct arena *arena);

/* The bytes are no text in any encoding. */
bool encoding_is_binary(struct text bytes);

#endif
