/* json.h: JSON through cJSON, with errors that name the line or the path of the key. */
#ifndef BORDERMAP_JSON_H
#define BORDERMAP_JSON_H

#include "arena.h"
#include "error.h"
#include "text.h"

#include <cjson/cJSON.h>

/*
 * The text with U+FFFD for what JSON may say and no text may hold: "\u0000", half of a pair of surrogates, NUL bytes
 * and broken UTF-8 (overlong, cut short). *mended counts them; with none of them the text itself is returned.
 */
struct text json_mend(struct text text, struct arena *arena, size_t *mended);

/* Parses the whole text, mended; ERROR_INPUT with line and column. The caller frees with cJSON_Delete. */
bool json_read(struct text text, cJSON **root, struct error *error) NODISCARD;

/* The string member `key` of an object in *value (a slice of the tree); false if there is none or it is no string. */
bool json_find_text(const cJSON *object, const char *key, struct text *value);

/* The number member `key`; false if there is none or it is no number. */
bool json_find_number(const cJSON *object, const char *key, double *value);

#endif
