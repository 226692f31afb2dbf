/* text.h: UTF-8 as pointer and length; not owned, not ended by NUL unless text_c() made it so. */
#ifndef BORDERMAP_TEXT_H
#define BORDERMAP_TEXT_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    const char *data;
    size_t size; /* bytes */
};

#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})
#define TEXT_NONE ((struct text){NULL, 0})
/* for printf("%.*s"): TEXT_ARGS(name) */
#define TEXT_ARGS(t) (int)(t).size, ((t).data ? (t).data : "")

/* The text of a NUL-terminated string; NULL gives the empty text. */
struct text text_of(const char *string);

/* Bytes from..to (clamped to the text). */
struct text text_slice(struct text text, size_t from, size_t to);

/* A copy in the arena. */
struct text text_copy(struct arena *arena, struct text text);

/* A NUL-terminated copy in the arena. */
char *text_c(struct arena *arena, struct text text);

/* printf into the arena. */
struct text text_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool text_equal(struct text a, struct text b);
bool text_is(struct text text, const char *string);
bool text_starts(struct text text, struct text prefix);
bool text_ends(struct text text, struct text suffix);

/* Byte order: negative, zero, positive. */
int text_compare(struct text a, struct text b);

/* Offset of the first `needle` at or after `from`, or text.size + 1 if there is none. */
size_t text_find(struct text text, struct text needle, size_t from);

/* Without ASCII white space at both ends. */
struct text text_trim(struct text text);

/* Cuts the part before the next `separator` off the front of *rest; false when nothing is left. */
bool text_split(struct text *rest, char separator, struct text *part);

/* 64-bit FNV-1a (Fowler, Noll, Vo); the same everywhere. */
uint64_t text_hash(struct text text);

/* The hash of what was hashed before, text_hash() of it being `hash`, with this text behind it. */
uint64_t text_hash_on(uint64_t hash, struct text text);

/* The code point at *at, and moves *at behind it; U+FFFD for a broken byte; 0 at the end. */
uint32_t text_next(struct text text, size_t *at);

/* The code point that ends at *at, and moves *at before it; 0 at the start. */
uint32_t text_previous(struct text text, size_t *at);

/* Whether it shows nothing of its own: controls, also those of writing direction, joiners, tags. */
bool text_is_invisible(uint32_t code_point);

/* Writes the code point as UTF-8, 1 to 4 bytes; returns how many. */
size_t text_encode(uint32_t code_point, char out[4]);

/* Number of code points. */
size_t text_code_points(struct text text);

/* True if the bytes are well-formed UTF-8; else *at, if not NULL, is the offset of the first broken byte. */
bool text_is_utf8(struct text text, size_t *at);

#endif
