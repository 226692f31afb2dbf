/* import_sources.h: the inputs of an import as files to read: what is in a zip file, and what each file is. */
#ifndef BORDERMAP_IMPORT_SOURCES_H
#define BORDERMAP_IMPORT_SOURCES_H

#include "import_dump.h"

struct import_source {
    const char *path;           /* as GDAL names it */
    const char *shown;          /* as messages name it */
    enum import_dump_kind dump; /* DUMP_UNKNOWN: a layer for GDAL */
};

struct import_sources {
    struct import_source *items; /* places first, names last */
    size_t count, capacity;
};

/* `mapped`: the user says what the columns are, so that text files are layers. ERROR_INPUT. */
bool import_sources_find(const char *const *inputs, size_t count, bool mapped, struct arena *arena,
                         struct import_sources *sources, struct error *error) NODISCARD;

#endif
