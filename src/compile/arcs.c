#include "arcs.h"

#include "layer.h"
#include "list.h"
#include "simplify.h"

#include <math.h>

static const double RADIUS_KM = 6371.0072; /* authalic sphere of WGS 84 */
static const double RADIAN = 0.017453292519943295;

static struct page_path copy_path(const struct path *path, struct arena *arena) {
    struct page_path copy = {ARENA_ARRAY(arena, struct page_point, path->count + 1), path->count, false};
    for (size_t i = 0; i < path->count; i++)
        copy.points[i] = (struct page_point){path->points[i].lon, path->points[i].lat};
    struct page_point first = copy.points[0], last = copy.points[copy.count - 1];
    copy.closed = copy.count > 3 && first.x == last.x && first.y == last.y;
    copy.count -= copy.closed;
    return copy;
}

/* The fields asked for, in the order of struct arc_fields; those that are NULL are asked for by a name no layer has. */
static struct layer_query query_for(const struct arc_fields *fields) {
    const char *none = "-";
    return (struct layer_query){.fields = {fields->a, fields->b ? fields->b : none,
                                           fields->region_a ? fields->region_a : none,
                                           fields->region_b ? fields->region_b : none, NULL},
                                .bounds = {-180, -90, 180, 90}};
}

bool arcs_read(const char *path, const struct arc_fields *fields, struct arena *arena, struct arcs *arcs,
               struct error *error) {
    struct feature_list features = {0};
    struct layer_query query = query_for(fields);
    if (!layer_read(path, &query, arena, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        const struct feature *feature = &features.items[i];
        const struct text *said = feature->fields;
        for (size_t k = 0; k < feature->shape.count; k++) {
            if (feature->shape.paths[k].count >= 2) {
                *LIST_PUSH(arena, arcs) =
                    (struct arc){copy_path(&feature->shape.paths[k], arena), said[0], said[1], said[2], said[3]};
            }
        }
    }
    return arcs->count > 0 || error_set(error, ERROR_INPUT, "%s: has no lines in it", path);
}

struct arcs arcs_of_regions(const struct arcs *arcs, struct arena *arena) {
    struct arcs result = {0};
    for (size_t i = 0; i < arcs->count; i++) {
        struct arc arc = arcs->items[i];
        bool inland = arc.b.size > 0;
        arc.a = arc.region_a.size > 0 ? arc.region_a : arc.region_b;
        arc.b = arc.region_a.size > 0 ? arc.region_b : TEXT_NONE;
        if (inland && arc.b.size == 0)
            arc.b = TEXT("-"); /* a neighbour without regions: no coast */
        if (arc.a.size > 0)
            *LIST_PUSH(arena, &result) = arc;
    }
    return result;
}

struct arcs arcs_join(const struct arcs *first, const struct arcs *second, struct arena *arena) {
    size_t count = first->count + second->count;
    struct arcs all = {ARENA_ARRAY(arena, struct arc, count + 1), count, count + 1};
    for (size_t i = 0; i < count; i++)
        all.items[i] = i < first->count ? first->items[i] : second->items[i - first->count];
    return all;
}

static double mean_latitude(struct page_path path) {
    double sum = 0;
    for (size_t i = 0; i < path.count; i++)
        sum += path.points[i].y;
    return path.count ? sum / (double)path.count : 0;
}

struct arcs arcs_simplify(const struct arcs *arcs, double tolerance, struct arena *arena) {
    struct arcs result = {ARENA_ARRAY(arena, struct arc, arcs->count), arcs->count, arcs->count};
    for (size_t i = 0; i < arcs->count; i++) {
        struct arc arc = arcs->items[i];
        double narrow = cos(mean_latitude(arc.path) * RADIAN);
        double here = tolerance / sqrt(narrow > 0.05 ? narrow : 0.05);
        arc.path = tolerance > 0 ? simplify_path(arc.path, here, arena) : arc.path;
        result.items[i] = arc;
    }
    return result;
}

double arcs_ring_km2(struct page_path ring) {
    double sum = 0;
    for (size_t i = 0; i < ring.count; i++) {
        struct page_point p = ring.points[i], q = ring.points[(i + 1) % ring.count];
        sum += (q.x - p.x) * RADIAN * (sin(p.y * RADIAN) + sin(q.y * RADIAN)) / 2;
    }
    return fabs(sum) * RADIUS_KM * RADIUS_KM;
}

double arcs_length_km(struct page_path path) {
    double km = 0;
    for (size_t i = 0; i + 1 < path.count + path.closed; i++) {
        struct page_point p = path.points[i], q = path.points[(i + 1) % path.count];
        km += lonlat_distance_km((struct lonlat){p.x, p.y}, (struct lonlat){q.x, q.y});
    }
    return km;
}
