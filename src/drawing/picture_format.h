/* picture_format.h: the formats of pictures, one table: a new format is a row here and a file that writes it. */
#ifndef BORDERMAP_PICTURE_FORMAT_H
#define BORDERMAP_PICTURE_FORMAT_H

#include "picture.h"

enum { PICTURE_FORMATS_MOST = 32 };

typedef bool picture_writer(const struct scene *scene, const struct lettering *lettering,
                            const struct picture_options *options, struct arena *arena, struct text *bytes,
                            struct error *error);

struct picture_format {
    const char *name;   /* of --format and the manifest */
    const char *ending; /* of its files */
    picture_writer *write;
    bool usual;         /* drawn where nothing is asked for */
    const char *world;  /* ending of the world file that may lie beside it, or NULL: it has no pixels to be placed */
    const char *no_crs; /* what its CRS cannot be said in the file itself for, as a part of a PROJ string, or NULL */
};

/* By its place in the table, fewer than PICTURE_FORMATS_MOST; NULL behind the last. */
const struct picture_format *picture_format_at(size_t index);

/* The index of a format by its name; false if there is none. */
bool picture_format_find(struct text name, size_t *index);

/* Those that are written where nobody says which: a bit for each. */
unsigned picture_formats_usual(void);

/* "png, svg, pdf". */
struct text picture_format_names(struct arena *arena);

#endif
