/* style_schema.h: the JSON Schema of styles, written from the tables by which they are read. */
#ifndef BORDERMAP_STYLE_SCHEMA_H
#define BORDERMAP_STYLE_SCHEMA_H

#include "text.h"

/* The schema (draft 2020-12), as styles/schema.json has it. */
struct text style_schema_write(struct arena *arena);

#endif
