/* json.h: JSON through cJSON, with errors that name the line or the path of the key. */
#ifndef BORDERMAP_JSON_H
#define BORDERMAP_JSON_H

#include "error.h"
#include "text.h"

#include <cjson/cJSON.h>

/* Parses the whole text; ERROR_INPUT with line and column. The caller frees with cJSON_Delete. */
bool json_read(struct text text, cJSON **root, struct error *error) NODISCARD;

/* The string member `key` of an object in *value (a slice of the tree); false if there is none or it is no string. */
bool json_find_text(const cJSON *object, const char *key, struct text *value);

/* The number member `key`; false if there is none or it is no number. */
bool json_find_number(const cJSON *object, const char *key, double *value);

#endif
