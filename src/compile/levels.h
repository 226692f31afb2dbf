/* levels.h: the four levels of detail that every layer of the data folder has. */
#ifndef BORDERMAP_LEVELS_H
#define BORDERMAP_LEVELS_H

#include "shape.h"

struct level {
    const char *suffix; /* of the file's name */
    double tolerance;   /* degrees: see arcs_simplify() */
    double island_km2;  /* smaller islands are left out, but never all of a country */
    double lake_km2;    /* smaller lakes are left out */
    int river_rank;     /* rivers of a lesser (greater) rank are left out */
};

enum { LEVELS = 4 };

extern const struct level levels[LEVELS];

/* A closed path as an open one that ends where it begins; an open one as it is. */
struct page_path levels_open_path(struct page_path path, struct arena *arena);

#endif
