/* map_options.h: what the options of `bordermap map` say, checked before anything is opened. */
#ifndef BORDERMAP_MAP_OPTIONS_H
#define BORDERMAP_MAP_OPTIONS_H

#include "command.h"
#include "map.h"
#include "picture.h"

enum picture_format { FORMAT_PNG, FORMAT_SVG, FORMAT_PDF, FORMAT_GEOTIFF, FORMATS };

struct map_request {
    struct map_options map;
    struct picture_options picture;
    bool formats[FORMATS];
    const char *directory; /* -o */
    const char *place;     /* --place, or NULL */
    const char *style;
    bool show_scene;
    bool check;          /* --check: a map with faulty labels is a failure */
    bool print_manifest; /* --json */
    const char *edit;    /* --edit, or NULL */
    bool write_edit;
    bool world_file;
    const char *names; /* --names, or NULL */
};

/* Reads and checks the options; ERROR_USAGE names the option, what is wrong, and what it takes. */
bool map_options_read(const struct arguments *arguments, struct map_request *request, struct error *error) NODISCARD;

/* "png", "svg", "pdf", "geotiff"; and how its files end: "tif". */
const char *picture_format_name(enum picture_format format);
const char *picture_format_ending(enum picture_format format);

#endif
