/* projection_parts.h: what is inside a projection; for the projection*.c files alone. */
#ifndef BORDERMAP_PROJECTION_PARTS_H
#define BORDERMAP_PROJECTION_PARTS_H

#include "projection.h"
#include "projector.h"

struct projection {
    struct projector *projector;
    char *definition;
    struct page_box page;
    double scale;            /* page units per projected metre */
    double metre_x, metre_y; /* projected metres of the middle of the page */
    struct lonlat centre;    /* of the frame that was asked for */
    struct lonlat origin;    /* where projected metres are 0, 0 */
    bool seam;               /* the meridian opposite the centre is two different places on the page */
    struct bounds shown;     /* what the page shows */
};

#endif
