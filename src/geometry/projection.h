/* projection.h: from the Earth to the page and back. */
#ifndef BORDERMAP_PROJECTION_H
#define BORDERMAP_PROJECTION_H

#include "arena.h"
#include "error.h"
#include "shape.h"
#include "text.h"

struct projection;

/* The PROJ string for a frame, by the rules of the Projection Wizard (Šavrič, Jenny and Jenny 2016). */
struct text projection_choose(struct bounds bounds, struct arena *arena);

/*
 * Opens PROJ for `definition` and fits the projected outline of `bounds` into `page` (kept in proportion, centred; the
 * page shows more of the Earth where proportions differ). ERROR_ENVIRONMENT when PROJ cannot.
 */
bool projection_open(struct text definition, struct bounds bounds, struct page_box page, struct projection **projection,
                     struct error *error) NODISCARD;
void projection_close(struct projection *projection);

/* Points to the page, in place or not; a point that cannot be projected becomes NaN. */
void projection_forward(const struct projection *projection, const struct lonlat *points, size_t count,
                        struct page_point *page);

/* Back to degrees; NaN outside the projection's domain. */
struct lonlat projection_inverse(const struct projection *projection, struct page_point page);

/* Page units per metre on the ground at the point (mean of east and north direction). */
double projection_scale(const struct projection *projection, struct lonlat at);

/* What part of the Earth the page shows: bounds of its inverse outline, with poles and the antimeridian thought of. */
struct bounds projection_bounds(const struct projection *projection);

/* Page units → metres of the definition: x = a0 + x a1 + y a2, y = a3 + x a4 + y a5. */
void projection_affine(const struct projection *projection, double affine[6]);

struct text projection_definition(const struct projection *projection);

/*
 * Projects, cuts to `window` and simplifies to `tolerance` page units (Visvalingam and Whyatt; ends of open paths that
 * lie inside stay). Areas stay areas, lines stay lines, each fallen into the pieces that are in sight, which are
 * appended to the result; rings smaller than `tolerance` are left out. Long edges, straight in degrees, are made denser
 * first where the projection bends them.
 */
void projection_shape(const struct projection *projection, const struct shape *shape, struct page_box window,
                      double tolerance, struct arena *arena, struct page_shape *result);

#endif
