/* import_dump.h: GeoNames dumps: allCountries.txt, KG.txt, cities500.txt (19 columns parted by tabs), and
 * alternateNames.txt, alternateNamesV2.txt (8 or 10). The columns are those of download.geonames.org/export/dump/. */
#ifndef BORDERMAP_IMPORT_DUMP_H
#define BORDERMAP_IMPORT_DUMP_H

#include "import_run.h"

enum import_dump_kind { DUMP_UNKNOWN, DUMP_PLACES, DUMP_NAMES };

/* What a dump is, by its first lines. ERROR_INPUT for what cannot be opened, and for binary data. */
bool import_dump_kind(const char *path, enum import_dump_kind *kind, struct error *error) NODISCARD;

/* Reads all of it; messages call it `shown`. ERROR_INPUT for a file that ends before its end or has no sound row among
 * the first thousand. */
bool import_dump_read(struct import_run *run, const char *path, const char *shown, enum import_dump_kind kind,
                      struct error *error) NODISCARD;

/* A line as a place or as a name; NULL, or what is wrong, with the *cell that it is wrong with. Texts are slices of the
 * line. The name's reference is left to the caller: *geonameid. */
const char *import_dump_place(struct text line, struct import_place *place, struct text *date, struct text *cell);
const char *import_dump_name(struct text line, struct overlay_name_row *name, int64_t *geonameid, bool *wanted,
                             struct text *cell);

#endif
