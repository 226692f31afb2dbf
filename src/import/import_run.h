/* import_run.h: one import while it runs: what readers of files hand over, checked, filtered, matched, written. */
#ifndef BORDERMAP_IMPORT_RUN_H
#define BORDERMAP_IMPORT_RUN_H

#include "import.h"
#include "import_faults.h"
#include "import_filter.h"
#include "import_match.h"
#include "overlay_write.h"

struct import_layers; /* what reading layers keeps (import_layer.c) */

struct import_run {
    const struct import_options *options;
    const struct geodata *geodata;
    struct gazetteer *gazetteer; /* what ships, and the user's other imports */
    struct import_match *match;
    struct overlay_writer *writer;
    struct import_filter filter;
    struct import_faults faults;
    struct import_report *report;
    const struct progress *progress;
    const char *fresh;     /* the folder of the new import, still beside the old one */
    struct arena *arena;   /* until the import is done */
    struct arena *scratch; /* cleared after each row, by its reader */
    struct import_layers *layers;
    struct text date; /* the latest that a row states, or empty */
    const char *default_licence, *default_credit, *default_source;
};

/* Where a row is from, for what is wrong with it. */
struct import_origin {
    const char *file;
    const char *unit; /* "" for lines, "feature " */
    size_t line;
};

/* A place as a source has it; codes are GeoNames's. */
struct import_place {
    struct import_origin origin;
    struct text id; /* reference, if it has no GeoNames number */
    struct text name, ascii, alternates;
    char separator;
    struct lonlat point;
    double precision_km; /* 0: as is usual for the feature */
    char class;          /* 'P', 'A' …; 0: not known */
    struct text code;
    struct text country, admin1, admin2; /* codes; admin1 may be a reference, too */
    int64_t population, geonameid;
};

/* One more bad row. */
void import_run_fault(struct import_run *run, const struct import_origin *origin, const char *what, struct text cell);

/* Takes the place in; *ref (in scratch) is what it is now called, empty if it was left out. ERROR_ENVIRONMENT. */
bool import_run_place(struct import_run *run, const struct import_place *place, struct text *ref,
                      struct error *error) NODISCARD;

/* A name of what has that reference. */
bool import_run_name(struct import_run *run, const struct overlay_name_row *name, struct error *error) NODISCARD;

/* Whether a point lies on the Earth; else a fault. */
bool import_run_check_point(struct import_run *run, const struct import_origin *origin, struct lonlat point,
                            struct text cell);

/* The date of the data is at least that one. */
void import_run_dated(struct import_run *run, struct text date);

#endif
