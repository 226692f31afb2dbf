/* near_grid.h: which points of a line lie close to given lines. */
#ifndef BORDERMAP_NEAR_GRID_H
#define BORDERMAP_NEAR_GRID_H

#include "shape.h"

#include <stdint.h>

struct near_grid;

/* A grid with cells of `reach` degrees; what is closer than one to two cells counts as near. */
struct near_grid *near_grid_new(double reach, struct arena *arena);

/* Marks the cells along the lines. */
void near_grid_add(struct near_grid *grid, const struct shape *lines);

/* The share of the lines' length that is near, 0..1. */
double near_grid_share(const struct near_grid *grid, const struct shape *lines);

/* Leaves of the lines only the parts that are not near, each with one point more at either end so that they still meet.
 */
void near_grid_drop(const struct near_grid *grid, struct shape *lines, struct arena *arena);

#endif
