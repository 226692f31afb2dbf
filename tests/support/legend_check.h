/* legend_check.h: whether the legend of a map lists what is drawn on it, all of it and nothing else. */
#ifndef BORDERMAP_LEGEND_CHECK_H
#define BORDERMAP_LEGEND_CHECK_H

#include "scene.h"

/* The first item that is drawn in the panel as a class of its own and has no sample in the legend, or NULL. Places and
 * waters explain themselves. */
const struct scene_item *legend_check_unlisted(const struct scene *scene);

/* The first sample of the legend that nothing in the panel looks like, or NULL. */
const struct scene_item *legend_check_undrawn(const struct scene *scene);

#endif
