/* map_request.h: what is asked of a run that draws maps. */
#ifndef BORDERMAP_MAP_REQUEST_H
#define BORDERMAP_MAP_REQUEST_H

#include "map.h"
#include "picture_format.h"

struct map_request {
    struct map_options map;
    struct picture_options picture;
    unsigned formats;      /* a bit for each of the table of picture_format.h */
    const char *directory; /* where the maps go */
    const char *place;     /* of a plain map, or NULL */
    const char *styles;    /* the folder of styles */
    const char *style;
    const char *columns; /* a file with a column map, or NULL */
    bool unsure;         /* also incidents of tables that their source does not vouch for */
    bool show_scene;     /* the scenes are the result, nothing is drawn */
    bool check;          /* a map with faulty labels is a failure */
    bool print_manifest; /* the manifest is the result, not the paths of the maps */
    const char *edit;    /* of --edit, or NULL */
    bool prune;          /* removes maps that their articles no longer have */
    bool write_edit;
    bool world_file;
    const char *names;   /* the house's spellings, or NULL: those beside the maps */
    const char *version; /* of the program, for the manifest */
};

#endif
