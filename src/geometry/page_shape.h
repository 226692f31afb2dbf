/* page_shape.h: measuring, joining and parting shapes on the page. */
#ifndef BORDERMAP_PAGE_SHAPE_H
#define BORDERMAP_PAGE_SHAPE_H

#include "shape.h"

/* Puts the paths of `more` at the end of `shape`. */
void page_shape_append(struct page_shape *shape, struct page_shape more, struct arena *arena);

/* The smallest box around it; of an empty shape everything is 0. */
struct page_box page_shape_box(const struct page_shape *shape);

/* Square page units inside the rings by their orientation: outer less inner. */
double page_shape_extent(const struct page_shape *shape);

/* Page units along all paths. */
double page_shape_length(const struct page_shape *shape);

/* A point well inside an area; of lines, the vertex nearest to the middle of their box. */
struct page_point page_shape_inside(const struct page_shape *area);
struct page_point page_shape_middle(const struct page_shape *lines);

/* Only the rings of at least `least` square page units. */
struct page_shape page_shape_without_specks(const struct page_shape *area, double least, struct arena *arena);

/* What of the lines lies farther than `distance` from `other`. */
struct page_shape page_shape_apart(const struct page_shape *lines, const struct page_shape *other, double distance,
                                   struct arena *arena);

#endif
