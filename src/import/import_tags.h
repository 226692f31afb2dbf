/* import_tags.h: what tags of OpenStreetMap and words of Natural Earth mean in GeoNames's classes and codes. */
#ifndef BORDERMAP_IMPORT_TAGS_H
#define BORDERMAP_IMPORT_TAGS_H

#include "text.h"

struct import_feature {
    char class; /* 0: nothing that is wanted */
    struct text code;
};

/* The feature of a tag of OpenStreetMap ("place", "village"); class 0 if it is none for a map. */
struct import_feature import_tags_feature(struct text key, struct text value);

/* The feature that a word of Natural Earth's FEATURECLA means; class 0 if it is not known. */
struct import_feature import_tags_word(struct text word);

/* The next `"key"=>"value"` of an hstore text, unescaped in the arena; false at the end. */
bool import_tags_next(struct text *hstore, struct text *key, struct text *value, struct arena *arena);

#endif
