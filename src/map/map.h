/* map.h: a planned map, with layers and style → a scene, where everything on the page is decided. */
#ifndef BORDERMAP_MAP_H
#define BORDERMAP_MAP_H

#include "labels.h"
#include "map_overlay.h"
#include "plan.h"

/* A label as it stands on the map. */
struct map_label {
    struct text ref, text;
};

/* A map decided, with what the manifest says about it. */
struct map {
    struct map_plan plan;
    struct scene scene;
    struct text caption, alt;
    struct text crs;      /* PROJ string */
    struct bounds bounds; /* what the page shows */
    struct label_report labels;
    struct text *credits;
    size_t credit_count;
    struct text *shown; /* refs of all that is drawn by name */
    size_t shown_count;
    struct map_label *names; /* what stands on it */
    size_t name_count;
    struct text *remarks; /* what of the edit and the overlays does not fit (any more), what the data does not say */
    size_t remark_count;
};

/* Decides everything on the page. */
bool map_compose(const struct map_sources *sources, const struct map_plan *plan, const struct map_options *options,
                 struct arena *arena, struct map *map, struct error *error) NODISCARD;

#endif
