/*
 * overlay_write.h: rows of imported data → overlay.bin, in bounded memory however many rows come: they are sorted by
 * reference in temporary files, put together place by place, and their names sorted again by key. The same rows in the
 * same order give the same bytes.
 */
#ifndef BORDERMAP_OVERLAY_WRITE_H
#define BORDERMAP_OVERLAY_WRITE_H

#include "error.h"
#include "gazetteer.h"

struct overlay_writer;

/* A place as a source has it. Texts are cut at 16 KB, `alternates` at 48 KB. */
struct overlay_row {
    struct text ref; /* unique: "geonames:1220164"; without NUL */
    struct text name, ascii;
    struct text alternates; /* parted by `separator` */
    char separator;
    struct text feature, country, countries, admin1, admin2; /* as in struct place */
    enum place_kind kind;
    struct lonlat point;
    double precision_km;
    int64_t population, geonameid;
    bool capital;
    bool populated; /* a town that may stand on maps */
    bool loose;     /* its names are often something else: READING_LOOSE */
};

/* A name of a place. */
struct overlay_name_row {
    struct text ref, language, name;
    enum name_use use;
    bool preferred; /* the one to print, among those of the language */
};

struct overlay_counts {
    size_t places;        /* in the file, those with names only among them */
    size_t names;         /* readings */
    size_t repeated;      /* rows of places that were there already */
    size_t unknown_names; /* names of places that nothing has */
};

/* Starts with nothing; temporary files go into the folder. ERROR_ENVIRONMENT. */
bool overlay_writer_open(const char *folder, struct overlay_writer **writer, struct error *error) NODISCARD;
void overlay_writer_close(struct overlay_writer *writer);

/* Of several rows of one reference the first counts; the others add their names. */
bool overlay_writer_add(struct overlay_writer *writer, const struct overlay_row *row, struct error *error) NODISCARD;
bool overlay_writer_add_name(struct overlay_writer *writer, const struct overlay_name_row *row,
                             struct error *error) NODISCARD;

/* Writes the file. `known` tells whether something else has the place of a reference: then names alone are kept. */
bool overlay_writer_finish(struct overlay_writer *writer, const char *path,
                           bool (*known)(void *context, struct text ref), void *context, struct overlay_counts *counts,
                           struct error *error) NODISCARD;

#endif
