/* relief.h: elevation → soft hillshade as a picture on the page. */
#ifndef BORDERMAP_RELIEF_H
#define BORDERMAP_RELIEF_H

#include "layer.h"
#include "projection.h"
#include "style.h"

/* Elevation in metres of the brightness in relief.tif: ((v − 105) / 1.75)² above 105, else 0. */
double relief_metres(double brightness);

/* The shipped raster's brightness as metres; in the arena. */
struct raster relief_decode(const struct raster *coded, struct arena *arena);

/*
 * The picture for `window`, one pixel for two to four page units each way: shadow and light of the paint, as strong as
 * its exaggeration times `strength`, nothing outside `land` (page units). `raster`: metres; nothing where it has NaN.
 * *box is where it goes. Lights from 315°, 275° and 355°, altitude 40°.
 */
struct scene_image relief_shade(const struct projection *projection, struct page_box window,
                                const struct raster *raster, const struct page_shape *land, const struct paint *paint,
                                double strength, struct arena *arena, struct page_box *box);

#endif
