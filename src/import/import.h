/*
 * import.h: `bordermap geodata import`: what a user has – GeoNames dumps, layers that GDAL reads, OpenStreetMap
 * extracts – into an import of the user's own folder (user_folder.h). Memory stays bounded, bad rows are counted, named
 * and passed over, and the old import stands until the new one is whole.
 */
#ifndef BORDERMAP_IMPORT_H
#define BORDERMAP_IMPORT_H

#include "geodata.h"
#include "progress.h"

struct import_options {
    const char *const *inputs;
    size_t input_count;
    const char *name;     /* of the import; NULL: as the first input is called */
    const char *map;      /* columns: "name=NAME,lat=Y", or the path of a JSON file; NULL: by what the file is */
    const char *features; /* "P,A,PASS" or "all"; NULL: what matters at borders */
    const char *countries;
    const char *languages;
    const char *min_population;
    const char *layers;                                             /* of a source with several; NULL: all */
    const char *title, *source, *version, *date, *licence, *credit; /* for the catalogue; NULL: by what the file is */
    const char *faults;                                             /* a file for all bad rows; NULL: none */
};

enum { IMPORT_FAULTS_SHOWN = 10 };

struct import_report {
    const char *name, *directory;
    size_t rows;          /* that were read */
    size_t bad;           /* rows that were passed over because something is wrong with them */
    size_t left_out;      /* rows that the options leave out, or that name nothing */
    size_t places, names; /* that the import has now */
    size_t joined;        /* rows of places that were known already: their names went to those */
    size_t unknown_names; /* names of places that nothing has */
    size_t areas;
    struct text faults; /* the first bad rows, a line each */
};

/*
 * Imports all inputs as one import into `directory`, laid over the data folder (whose own imports are not read).
 * ERROR_INPUT for a file that cannot be used: then nothing has changed; ERROR_USAGE for options; ERROR_ENVIRONMENT.
 */
bool geodata_import(const struct geodata *geodata, const char *directory, const struct import_options *options,
                    const struct progress *progress, struct arena *arena, struct import_report *report,
                    struct error *error) NODISCARD;

#endif
