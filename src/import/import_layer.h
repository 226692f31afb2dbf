/* import_layer.h: layers that GDAL reads: Natural Earth, geoBoundaries, OpenStreetMap extracts, tables with a column
 * map. */
#ifndef BORDERMAP_IMPORT_LAYER_H
#define BORDERMAP_IMPORT_LAYER_H

#include "import_run.h"

/* Reads what --map says. ERROR_USAGE. */
bool import_layer_open(struct import_run *run, struct error *error) NODISCARD;

/* Reads all wanted layers of a source; messages call it `shown`. ERROR_INPUT for what GDAL cannot read and for a source
 * whose columns nobody knows. */
bool import_layer_read(struct import_run *run, const char *path, const char *shown, struct error *error) NODISCARD;

/* Finishes the file of areas, if there is one. ERROR_ENVIRONMENT. */
bool import_layer_close(struct import_run *run, struct error *error) NODISCARD;

#endif
