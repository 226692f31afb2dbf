/* style_property.h: the properties of a layer of a style: their names, types and ranges, and how each is read. */
#ifndef BORDERMAP_STYLE_PROPERTY_H
#define BORDERMAP_STYLE_PROPERTY_H

#include "style.h"

#include <cjson/cJSON.h>

enum style_property_type {
    PROPERTY_COLOUR,
    PROPERTY_NUMBER,
    PROPERTY_SPACING, /* a number: 0, or from 1 */
    PROPERTY_DASHES,
    PROPERTY_CAP,
    PROPERTY_FONT,
    PROPERTY_FLAG,
    PROPERTY_WEIGHT,
    PROPERTY_TRANSFORM,
    PROPERTY_NAME
};

enum { STYLE_PROPERTIES = 27, STYLE_DASHES = 6, STYLE_DASH_MOST = 1000 };

/* A property as the table has it. */
struct style_property {
    const char *name;
    enum style_property_type type;
    size_t offset;       /* of what it sets, in struct paint */
    double least, most;  /* of numbers */
    const char *meaning; /* for the schema; may be empty */
};

/* The table: STYLE_PROPERTIES rows. */
const struct style_property *style_property_at(size_t index);

/* Reads one member of a layer into the style; `path` is that of the key, for messages. *index is its row. ERROR_INPUT
 * for unknown names and wrong values; a typeface that does not come with the program is a warning of the style. */
bool style_property_read(const cJSON *member, const char *path, struct arena *arena, struct style *style,
                         enum style_layer layer, size_t *index, struct error *error) NODISCARD;

#endif
