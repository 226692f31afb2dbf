/* arcs.h: borders and coasts as arcs, each once: read, simplified for a level of detail, stitched into the areas of
 * countries. */
#ifndef BORDERMAP_ARCS_H
#define BORDERMAP_ARCS_H

#include "error.h"
#include "shape.h"
#include "text.h"

/* x is longitude, y latitude, in degrees. A closed path is a whole ring. */
struct arc {
    struct page_path path;
    struct text a, b;               /* countries, or regions, on either side; b empty: coast of a */
    struct text region_a, region_b; /* regions on either side of a border or coast, or empty */
};

struct arcs {
    struct arc *items;
    size_t count, capacity;
};

/* Which fields of a shipped layer say what; NULL where it does not. */
struct arc_fields {
    const char *a, *b, *region_a, *region_b;
};

/* Appends the lines of a shipped layer. */
bool arcs_read(const char *path, const struct arc_fields *fields, struct arena *arena, struct arcs *arcs,
               struct error *error) NODISCARD;

/* The same arcs with the regions as their sides; those with no region on any side are left out. */
struct arcs arcs_of_regions(const struct arcs *arcs, struct arena *arena);

/* Both together. */
struct arcs arcs_join(const struct arcs *first, const struct arcs *second, struct arena *arena);

/*
 * The same lines in as few arcs as can be: those with the same a and b, the same side on the left, put together where
 * one ends and one goes on. What comes back to its beginning is a closed path. Their regions are forgotten.
 */
struct arcs arcs_chain(const struct arcs *arcs, struct arena *arena);

/* Simplified copies: triangles under tolerance * tolerance square degrees (at the equator) go; ends stay. 0 copies as
 * it is. */
struct arcs arcs_simplify(const struct arcs *arcs, double tolerance, struct arena *arena);

/* A polygon of a country or region: outer ring first. */
struct country_polygon {
    struct text code; /* as in the arcs' a and b */
    struct page_path *rings;
    size_t count;
    double km2; /* of the outer ring */
};

struct country_polygons {
    struct country_polygon *items;
    size_t count, capacity;
};

/*
 * Stitches every country's (or region's) arcs into rings, rings into polygons; enclaves become holes. ERROR_INPUT names
 * the country and the point where an outline stays open.
 */
bool arcs_stitch(const struct arcs *arcs, struct arena *arena, struct country_polygons *polygons,
                 struct error *error) NODISCARD;

/* Square km inside a ring in degrees, on the authalic sphere (radius 6371.0072 km). */
double arcs_ring_km2(struct page_path ring);

/* km along a path in degrees. */
double arcs_length_km(struct page_path path);

#endif
