/* import_feature.h: the columns of one feature of a layer as a place and its names, whatever read them. */
#ifndef BORDERMAP_IMPORT_FEATURE_H
#define BORDERMAP_IMPORT_FEATURE_H

#include "import_columns.h"
#include "import_locate.h"
#include "import_run.h"

/* A feature as its layer has it. */
struct import_cells {
    const struct text *names;  /* of the columns */
    const struct text *values; /* empty where there is none */
    size_t count;
};

/* What the columns say of it: the place, and its names by language in `names`. */
struct import_feature_names {
    struct overlay_name_row *items;
    size_t count, capacity;
};

enum import_geometry { IMPORT_POINT, IMPORT_LINE, IMPORT_AREA };

/*
 * Fills `place` (whose origin, point and reach are set; `has_point` says whether) from the cells: texts are slices of
 * them or in run->scratch. False if the feature is none that is wanted: a fault is noted if something is wrong with it.
 */
bool import_feature_read(struct import_run *run, const struct import_columns *columns,
                         const struct import_locate *locate, const struct import_cells *cells,
                         enum import_geometry geometry, bool has_point, struct import_place *place,
                         struct import_feature_names *names);

#endif
