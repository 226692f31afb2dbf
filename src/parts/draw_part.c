#include "draw_part.h"

/* Found by its name, PART_SYMBOL. */
extern const struct draw_part bordermap_part;

__attribute__((visibility("default"))) const struct draw_part bordermap_part = {
    .part = {BORDERMAP_VERSION},
    .projector_open = projector_open,
    .projector_close = projector_close,
    .projector_forward = projector_forward,
    .projector_inverse = projector_inverse,
    .projector_scale = projector_scale,
    .lettering_open = lettering_open,
    .lettering_close = lettering_close,
    .lettering_measure = lettering_measure,
    .lettering_warnings = lettering_warnings,
    .picture_png = picture_png,
    .picture_svg = picture_svg,
    .picture_pdf = picture_pdf,
    .picture_geotiff = picture_geotiff,
    .picture_world = picture_world,
};
