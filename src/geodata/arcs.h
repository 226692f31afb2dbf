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
    struct text a, b; /* countries on either side (alpha-2, a < b); b empty: coast of a */
};

struct arcs {
    struct arc *items;
    size_t count, capacity;
};

/* Appends the lines of a shipped layer, with the fields that name the sides ("a","b", or "country",NULL). */
bool arcs_read(const char *path, const char *a, const char *b, struct arena *arena, struct arcs *arcs,
               struct error *error) NODISCARD;

/* Simplified copies: triangles under tolerance * tolerance square degrees (at the equator) go; ends stay. 0 copies as
 * it is. */
struct arcs arcs_simplify(const struct arcs *arcs, double tolerance, struct arena *arena);

/* A polygon of a country: outer ring first. */
struct country_polygon {
    struct text code;
    struct page_path *rings;
    size_t count;
    double km2; /* of the outer ring */
};

struct country_polygons {
    struct country_polygon *items;
    size_t count, capacity;
};

/*
 * Stitches every country's arcs into rings, rings into polygons; enclaves become holes. ERROR_INPUT names the country
 * and the point where an outline stays open.
 */
bool arcs_stitch(const struct arcs *arcs, struct arena *arena, struct country_polygons *polygons,
                 struct error *error) NODISCARD;

/* Square km inside a ring in degrees, on the authalic sphere (radius 6371.0072 km). */
double arcs_ring_km2(struct page_path ring);

/* km along a path in degrees. */
double arcs_length_km(struct page_path path);

#endif
