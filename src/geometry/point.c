#include "point.h"

#include <math.h>

/* IUGG mean radius R1, km. */
static const double degree = 0.017453292519943295;

/* Moves lon by whole turns into west .. west + 360 (exactly itself where it already lies there). */
static double lon_from(double lon, double west) {
    if (fabs(lon - west) > 1080)
        lon = west + fmod(lon - west, 360);
    while (lon < west)
        lon += 360;
    while (lon >= west + 360)
        lon -= 360;
    return lon;
}

/* Brings the west edge back into -180..180 and the width to one turn at most. */
static void bounds_settle(struct bounds *bounds) {
    if (bounds->east - bounds->west >= 360) {
        bounds->west = -180;
        bounds->east = 180;
    }
    while (bounds->west < -180) {
        bounds->west += 360;
        bounds->east += 360;
    }
    while (bounds->west > 180) {
        bounds->west -= 360;
        bounds->east -= 360;
    }
}

struct bounds bounds_empty(void) {
    return (struct bounds){INFINITY, INFINITY, -INFINITY, -INFINITY};
}

bool bounds_is_empty(struct bounds bounds) {
    return !(bounds.west <= bounds.east && bounds.south <= bounds.north);
}

void bounds_add(struct bounds *bounds, struct lonlat point) {
    if (!isfinite(point.lon) || !isfinite(point.lat))
        return;
    if (bounds_is_empty(*bounds)) {
        *bounds = (struct bounds){point.lon, point.lat, point.lon, point.lat};
        bounds_settle(bounds);
        return;
    }
    bounds->south = fmin(bounds->south, point.lat);
    bounds->north = fmax(bounds->north, point.lat);
    double lon = lon_from(point.lon, bounds->west);
    if (lon <= bounds->east)
        return;
    if (lon - bounds->east <= bounds->west + 360 - lon)
        bounds->east = lon;
    else
        bounds->west = lon - 360;
    bounds_settle(bounds);
}

/* b moved by whole turns to where it and a reach least far together. */
static struct bounds bounds_beside(struct bounds a, struct bounds b) {
    double best = INFINITY, shift = 0;
    for (int turn = -1; turn <= 1; turn++) {
        double offset = turn * 360.0;
        double width = fmax(a.east, b.east + offset) - fmin(a.west, b.west + offset);
        if (width < best) {
            best = width;
            shift = offset;
        }
    }
    return (struct bounds){b.west + shift, b.south, b.east + shift, b.north};
}

struct bounds bounds_union(struct bounds a, struct bounds b) {
    if (bounds_is_empty(a))
        return b;
    if (bounds_is_empty(b))
        return a;
    struct bounds moved = bounds_beside(a, b);
    struct bounds both = {fmin(a.west, moved.west), fmin(a.south, b.south), fmax(a.east, moved.east),
                          fmax(a.north, b.north)};
    bounds_settle(&both);
    return both;
}

bool bounds_contain(struct bounds bounds, struct lonlat point) {
    if (bounds_is_empty(bounds) || !isfinite(point.lon))
        return false;
    if (point.lat < bounds.south || point.lat > bounds.north)
        return false;
    return lon_from(point.lon, bounds.west) <= bounds.east || bounds.east - bounds.west >= 360;
}

bool bounds_of(double west, double south, double east, double north, struct bounds *bounds) {
    bool sound = west >= -180 && west <= 180 && east >= -180 && east <= 360 && south >= -90 && north <= 90 &&
                 south < north && east - west <= 360;
    if (sound)
        *bounds = (struct bounds){west, south, east <= west ? east + 360 : east, north};
    return sound;
}

double lonlat_distance_km(struct lonlat a, struct lonlat b) {
    double north = sin((b.lat - a.lat) * degree / 2), east = sin((b.lon - a.lon) * degree / 2);
    double h = north * north + cos(a.lat * degree) * cos(b.lat * degree) * east * east;
    return 2 * EARTH_RADIUS_KM * asin(sqrt(fmin(1, h)));
}

struct lonlat lonlat_offset(struct lonlat from, double bearing, double km) {
    double angle = km / EARTH_RADIUS_KM, course = bearing * degree, lat = from.lat * degree;
    double sine = sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(course);
    double to_lat = asin(fmax(-1, fmin(1, sine)));
    double turn = atan2(sin(course) * sin(angle) * cos(lat), cos(angle) - sin(lat) * sine);
    double lon = lon_from(from.lon + turn / degree, -180);
    return (struct lonlat){lon, to_lat / degree};
}
