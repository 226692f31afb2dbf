/* projector.h: from the Earth to projected metres and back, by the definition of a projection; the only user of PROJ.
 */
#ifndef BORDERMAP_PROJECTOR_H
#define BORDERMAP_PROJECTOR_H

#include "error.h"
#include "point.h"

#include <stddef.h>

struct projector;

/* East and north of the projection's origin. */
struct metres {
    double x, y;
};

/* ERROR_ENVIRONMENT where PROJ does not know the definition ("+proj=merc +datum=WGS84 +units=m"). */
bool projector_open(const char *definition, struct projector **projector, struct error *error) NODISCARD;
void projector_close(struct projector *projector); /* NULL is nothing */

/* A point that cannot be projected becomes NaN. */
void projector_forward(const struct projector *projector, const struct lonlat *points, size_t count,
                       struct metres *metres);

/* NaN where the projection has nothing. */
struct lonlat projector_inverse(const struct projector *projector, struct metres at);

/* Projected metres per metre on the ground at the point: mean of east and north direction. */
double projector_scale(const struct projector *projector, struct lonlat at);

#endif
