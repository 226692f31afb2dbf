/* label_ground.h: what lies under a label: dots, furniture, borders, countries, water. */
#ifndef BORDERMAP_LABEL_GROUND_H
#define BORDERMAP_LABEL_GROUND_H

#include "label_box.h"
#include "label_index.h"
#include "label_raster.h"
#include "labels.h"

/* Segments of lines, found by place. */
struct label_segments {
    struct page_point *ends; /* two each */
    struct label_index index;
};

struct label_ground {
    const struct label_obstacles *obstacles;
    struct page_box page;
    struct label_raster territory; /* index of the country, -1 = none */
    struct label_raster water;     /* 1 = water */
    struct label_segments borders;
    struct label_segments streams; /* lines that have names of their own */
    struct label_index dots;
};

/* `streams` are the lines that are to be named; labels of other things had better not lie on them. */
struct label_ground label_ground_new(const struct label_obstacles *obstacles, const struct page_shape *streams,
                                     size_t stream_count, struct page_box page, struct arena *arena);

/* The box lies on the page, on nothing that is blocked, and covers no dot; a dot at `own` does not count (NaN = no
 * own). A piece of a leader line may lie on what leader lines cross. */
bool label_ground_free(const struct label_ground *ground, struct page_box box, struct page_point own, bool leader);

/* Share of the box that lies in a territory other than `territory`. */
double label_ground_foreign(const struct label_ground *ground, struct page_box box, int territory);

/* Share of the box that lies on water. */
double label_ground_water(const struct label_ground *ground, struct page_box box);

/* Length of the borders, and of the streams, inside the box, page units. */
double label_ground_borders(const struct label_ground *ground, struct page_box box);
double label_ground_streams(const struct label_ground *ground, struct page_box box);

/* Whether another dot is nearer to the box than `distance`, that of its own dot. */
bool label_ground_ambiguous(const struct label_ground *ground, struct page_box box, struct page_point own,
                            double distance);

#endif
