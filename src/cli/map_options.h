/* map_options.h: what the options of `bordermap map` say, checked before anything is opened. */
#ifndef BORDERMAP_MAP_OPTIONS_H
#define BORDERMAP_MAP_OPTIONS_H

#include "command.h"
#include "map_request.h"

/* Reads and checks the options; ERROR_USAGE names the option, what is wrong, and what it takes. */
bool map_options_read(const struct arguments *arguments, struct map_request *request, struct error *error) NODISCARD;

/*
 * Reads "west,south,east,north" in degrees; east of a frame over the antimeridian may be the lesser number, if the
 * frame is no wider than half the world. Empty bounds where `box` is NULL.
 */
bool bbox_option_read(const char *box, struct bounds *bounds, struct error *error) NODISCARD;

#endif
