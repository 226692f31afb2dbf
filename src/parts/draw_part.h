/* draw_part.h: what the loadable part "draw" does: all that needs PROJ, Cairo or Pango. */
#ifndef BORDERMAP_DRAW_PART_H
#define BORDERMAP_DRAW_PART_H

#include "lettering.h"
#include "part.h"
#include "picture.h"
#include "projector.h"

/* Each member is the function of that name, as its header says. */
struct draw_part {
    struct part part;
    __typeof__(projector_open) *projector_open;
    __typeof__(projector_close) *projector_close;
    __typeof__(projector_forward) *projector_forward;
    __typeof__(projector_inverse) *projector_inverse;
    __typeof__(projector_scale) *projector_scale;
    __typeof__(lettering_open) *lettering_open;
    __typeof__(lettering_close) *lettering_close;
    __typeof__(lettering_measure) *lettering_measure;
    __typeof__(lettering_warnings) *lettering_warnings;
    __typeof__(picture_png) *picture_png;
    __typeof__(picture_svg) *picture_svg;
    __typeof__(picture_pdf) *picture_pdf;
    __typeof__(picture_geotiff) *picture_geotiff;
    __typeof__(picture_world) *picture_world;
};

#endif
