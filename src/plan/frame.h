/* frame.h: where the map lies on the page, how large things are, and how the Earth gets there. */
#ifndef BORDERMAP_FRAME_H
#define BORDERMAP_FRAME_H

#include "projection.h"

/* Boxes of the page, page units. */
struct frame_layout {
    double width, height;
    struct page_box panel;  /* the map */
    struct page_box window; /* what is projected and cut: the panel and what the footer may give back to it */
};

struct frame {
    struct frame_layout layout;
    struct projection *projection;
    struct bounds bounds; /* what the window shows */
    double km_per_unit;   /* at the middle */
    const char *detail;   /* ending of the layers' names: "", "-1km", "-5km", "-20km" */
    double tolerance;     /* of simplification, page units */
};

/* How much larger or smaller than on a page of 1200 by 900 lettering and lines are: 0.78 .. 2.2. */
double frame_unit(double width, double height);

/* At least `km` high and wide, about the same middle; never over a pole. */
struct bounds frame_at_least(struct bounds bounds, double km);

/* Width of the bounds at their middle, and height, in km. */
double frame_width_km(struct bounds bounds);
double frame_height_km(struct bounds bounds);

/* Opens the projection for the bounds, with `padding` page units free on each side of them inside the panel. */
bool frame_open(const struct frame_layout *layout, struct bounds bounds, double padding, struct arena *arena,
                struct frame *frame, struct error *error) NODISCARD;
void frame_close(struct frame *frame);

/* The ending of the layers' names for a scale. */
const char *frame_detail(double km_per_unit);

/* "folder/name-1km.fgb": the layer of the detail that the frame can show; `name` as "borders". */
const char *frame_layer_name(const struct frame *frame, const char *name, struct arena *arena);

struct page_point frame_project(const struct frame *frame, struct lonlat point);

/* Whether a point of the page lies in the panel, `inside` page units from its edge. */
bool frame_shows(const struct frame *frame, struct page_point point, double inside);

#endif
