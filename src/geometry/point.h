/* point.h: positions on the Earth and on the page are different types. */
#ifndef BORDERMAP_POINT_H
#define BORDERMAP_POINT_H

#include <stdbool.h>
#include <stddef.h>

/* WGS 84, degrees; lon -180..180 (unwrapped beyond that only inside a frame across the antimeridian), lat -90..90. */
struct lonlat {
    double lon, lat;
};

/* Page units: CSS pixels (1/96 inch), x to the right, y downwards. */
struct page_point {
    double x, y;
};

struct page_box {
    double left, top, right, bottom;
};

/* Degrees. west in -180..180, east > west, east up to west + 360: a frame across the antimeridian has east > 180. */
struct bounds {
    double west, south, east, north;
};

/* Bounds of nothing: bounds_add() of the first point makes them that point. */
struct bounds bounds_empty(void);
bool bounds_is_empty(struct bounds bounds);

/* The smallest growth that holds the point, taking it around the antimeridian where that is shorter. */
void bounds_add(struct bounds *bounds, struct lonlat point);
struct bounds bounds_union(struct bounds a, struct bounds b);
bool bounds_contain(struct bounds bounds, struct lonlat point);

/* The frame with these sides, degrees: west in -180..180, east in -180..360 (west of `west`: across the antimeridian);
 * false if it is none. */
bool bounds_of(double west, double south, double east, double north, struct bounds *bounds);

#define EARTH_RADIUS_KM 6371.0088 /* IUGG mean radius */
#define KM_PER_DEGREE 111.195     /* of a great circle on that sphere */

/* Great-circle distance in km on a sphere of 6371.0088 km (IUGG mean radius), haversine formula. */
double lonlat_distance_km(struct lonlat a, struct lonlat b);

/* The point `km` away in direction `bearing` (degrees, clockwise from north) on that sphere. */
struct lonlat lonlat_offset(struct lonlat from, double bearing, double km);

/* Inline: labels ask it millions of times. */
static inline bool page_box_meet(struct page_box a, struct page_box b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

#endif
