/* import_areas.h: the outlines of an import's regions, as areas.fgb beside its names. */
#ifndef BORDERMAP_IMPORT_AREAS_H
#define BORDERMAP_IMPORT_AREAS_H

#include "error.h"
#include "shape.h"
#include "text.h"

struct shape_writer;

struct import_areas {
    struct shape_writer *writer; /* NULL: there is no area yet */
    size_t count;
};

/* Adds a polygon (outer ring first, then holes; rings not closed by a repeated point), simplified to about 100 m; makes
 * the file with the first one. ERROR_ENVIRONMENT. */
bool import_areas_add(struct import_areas *areas, const char *folder, struct text ref, const struct shape *polygon,
                      struct error *error) NODISCARD;

bool import_areas_close(struct import_areas *areas, struct error *error) NODISCARD;

#endif
