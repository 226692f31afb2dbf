/* style_property.h: the properties of a layer of a style: their names, types and ranges, and how each is read. */
#ifndef BORDERMAP_STYLE_PROPERTY_H
#define BORDERMAP_STYLE_PROPERTY_H

#include "style.h"

#include <cjson/cJSON.h>

/* Reads one member of a layer into the paint; `path` is that of the key, for messages. ERROR_INPUT for unknown names
 * and wrong values. */
bool style_property_read(const cJSON *member, const char *path, struct arena *arena, struct paint *paint,
                         struct error *error) NODISCARD;

/* "#rgb", "#rrggbb", "#rrggbbaa" or "none". */
bool style_colour_read(struct text text, struct colour *colour);

#endif
