/* map_run.h: one run of `bordermap map`: what is open, and drawing one map into files. */
#ifndef BORDERMAP_MAP_RUN_H
#define BORDERMAP_MAP_RUN_H

#include "engine.h"
#include "file_set.h"
#include "manifest.h"
#include "map_request.h"
#include "text_list.h"

struct map_run {
    struct engine engine;
    struct map_request request;
    struct style *style;
    struct lettering *lettering;
    struct map_sources sources;
    struct manifest manifest;
    struct file_set *files; /* what the run writes; none is in its place before the end */
    struct builder told;    /* their paths, the result then */
    size_t maps_drawn;
    size_t undrawn; /* stories without a map */
    struct {
        struct manifest_stale *items;
        size_t count, capacity;
    } before;            /* what the folder's manifest listed before this run */
    bool faulty;         /* a check found a fault, or a record of an input could not be read */
    struct text columns; /* of --columns, or empty */
    struct edit *edit;   /* of --edit, or NULL */
    bool edit_used;
    struct text_list ids;    /* of articles and maps so far, so that no file is written twice */
    struct text_list shared; /* ids that several articles of the run bear: each gets its mark */
};

/* Opens data, style and fonts. */
bool map_run_open(const struct engine_options *options, const struct map_request *request, struct map_run *run,
                  struct error *error) NODISCARD;
void map_run_close(struct map_run *run);

/* Says beforehand that several articles of the run bear this id, so that none of them depends on their order. */
void map_run_share_id(struct map_run *run, struct text id);

/* `wanted`; if it is shared or this run has used it, with a short hash of `origin` (path and the like) behind it, and
 * with a number only where that is used, too. In the run's arena. */
struct text map_run_unused_id(struct map_run *run, struct text wanted, struct text origin);

/* Composes the map, draws it in all formats, notes it in the manifest. `article`: id, or empty. */
bool map_run_draw(struct map_run *run, const struct map_plan *plan, struct text article, struct error *error) NODISCARD;

/* Puts all files in their places, with manifest.json and incidents.geojson, and tells what was odd about the whole run.
 */
bool map_run_finish(struct map_run *run, struct error *error) NODISCARD;

#endif
