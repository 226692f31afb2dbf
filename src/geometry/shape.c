#include "shape.h"

/* Whether the edge a–b is crossed by the ray from the point towards growing x. */
static bool edge_crossed(double ax, double ay, double bx, double by, double x, double y) {
    return (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax;
}

static bool path_contains(const struct path *ring, double lon, double lat) {
    bool inside = false;
    for (size_t i = 0, j = ring->count - 1; i < ring->count; j = i++) {
        const struct lonlat *a = &ring->points[j], *b = &ring->points[i];
        if (edge_crossed(a->lon, a->lat, b->lon, b->lat, lon, lat))
            inside = !inside;
    }
    return inside;
}

static bool area_contains(const struct shape *area, double lon, double lat) {
    bool inside = false;
    for (size_t i = 0; i < area->count; i++)
        if (area->paths[i].count >= 3 && path_contains(&area->paths[i], lon, lat))
            inside = !inside;
    return inside;
}

bool shape_contains(const struct shape *area, struct lonlat point) {
    if (area->kind != SHAPE_AREA)
        return false;
    return area_contains(area, point.lon, point.lat) || area_contains(area, point.lon + 360, point.lat) ||
           area_contains(area, point.lon - 360, point.lat);
}

bool page_shape_contains(const struct page_shape *area, struct page_point point) {
    bool inside = false;
    for (size_t i = 0; i < area->count; i++) {
        const struct page_path *ring = &area->items[i];
        if (!ring->closed || ring->count < 3)
            continue;
        for (size_t k = 0, j = ring->count - 1; k < ring->count; j = k++) {
            struct page_point a = ring->points[j], b = ring->points[k];
            if (edge_crossed(a.x, a.y, b.x, b.y, point.x, point.y))
                inside = !inside;
        }
    }
    return inside;
}
