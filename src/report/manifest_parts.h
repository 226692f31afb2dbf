/* manifest_parts.h: the parts of a written manifest, so that one of a whole folder is put together from those of its
 * maps. */
#ifndef BORDERMAP_MANIFEST_PARTS_H
#define BORDERMAP_MANIFEST_PARTS_H

#include "manifest.h"

/* Adds maps and incidents of a manifest, and the features of its incidents.geojson, as manifest_write() and
 * manifest_write_geojson() wrote them; an incident that stands there already is not added again: `known` are their ids
 * so far. False if the texts are not so written; then nothing was added. */
struct manifest_known;
struct manifest_known *manifest_known_new(struct arena *arena);
bool manifest_add_parts(struct manifest *manifest, struct text written, struct text features,
                        struct manifest_known *known) NODISCARD;

#endif
