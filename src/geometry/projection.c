#include "projection_parts.h"

#include "builder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OUTLINE_STEPS = 48, GRID_STEPS = 24, BATCH = 64 };

static const double degree = 0.017453292519943295;

/* Opposite the centre by less than half a turn, so that PROJ does not carry it to the other edge of the world. */
static const double half_turn = 180 - 1e-7;

static struct lonlat bounds_centre(struct bounds bounds) {
    double lon = (bounds.west + bounds.east) / 2;
    return (struct lonlat){lon > 180 ? lon - 360 : lon, (bounds.south + bounds.north) / 2};
}

/* Δφ / (Δλ · cos φ): above 1 the frame is higher than wide. */
static double bounds_proportion(struct bounds bounds) {
    double width = (bounds.east - bounds.west) * cos(bounds_centre(bounds).lat * degree);
    return (bounds.north - bounds.south) / fmax(width, 1e-9);
}

/* What is wider than this shows the squeezed rim of an azimuthal projection. */
static const double widest_hemisphere = 190;

static void choose_world(struct builder *text, struct lonlat centre) {
    builder_add_c(text, "+proj=eqearth +lon_0=");
    builder_add_number(text, centre.lon, 6);
}

static void choose_hemisphere(struct builder *text, struct bounds bounds, struct lonlat centre) {
    double width = bounds.east - bounds.west;
    bool around_pole = width > 180 && fmax(bounds.north, -bounds.south) >= 80 && fabs(centre.lat) > 30;
    if (!around_pole && width > widest_hemisphere) {
        choose_world(text, centre);
        return;
    }
    builder_add_c(text, "+proj=laea +lat_0=");
    builder_add_number(text, around_pole ? copysign(90, centre.lat) : centre.lat, 6);
    builder_add_c(text, " +lon_0=");
    builder_add_number(text, centre.lon, 6);
}

static void choose_transverse(struct builder *text, struct lonlat centre, double factor, bool narrow) {
    builder_add_c(text, narrow ? "+proj=tmerc +approx +lat_0=" : "+proj=tmerc +lat_0=");
    builder_add_number(text, centre.lat, 6);
    builder_add_c(text, " +lon_0=");
    builder_add_number(text, centre.lon, 6);
    builder_add_c(text, " +k=");
    builder_add_number(text, factor, 4);
}

static void choose_conic(struct builder *text, struct bounds bounds, struct lonlat centre) {
    double sixth = (bounds.north - bounds.south) / 6;
    builder_add_c(text, "+proj=lcc +lat_1=");
    builder_add_number(text, bounds.south + sixth, 6);
    builder_add_c(text, " +lat_2=");
    builder_add_number(text, bounds.north - sixth, 6);
    builder_add_c(text, " +lat_0=");
    builder_add_number(text, centre.lat, 6);
    builder_add_c(text, " +lon_0=");
    builder_add_number(text, centre.lon, 6);
}

static void choose_mercator(struct builder *text, struct lonlat centre) {
    builder_add_c(text, "+proj=merc +lat_ts=");
    builder_add_number(text, fabs(centre.lat), 6);
    builder_add_c(text, " +lon_0=");
    builder_add_number(text, centre.lon, 6);
}

static void choose_stereographic(struct builder *text, struct lonlat centre, bool polar) {
    builder_add_c(text, "+proj=stere +lat_0=");
    builder_add_number(text, polar ? copysign(90, centre.lat) : centre.lat, 6);
    builder_add_c(text, " +lon_0=");
    builder_add_number(text, centre.lon, 6);
}

static void choose_regional(struct builder *text, struct bounds bounds, struct lonlat centre) {
    double width = bounds.east - bounds.west, proportion = bounds_proportion(bounds);
    if (width <= 3)
        choose_transverse(text, centre, 0.9999, true);
    else if (width <= 6)
        choose_transverse(text, centre, 0.9996, true);
    else if (proportion > 1.25)
        choose_transverse(text, centre, 0.9996, false);
    else if (fabs(centre.lat) > 70)
        choose_stereographic(text, centre, true);
    else if (fabs(centre.lat) < 15)
        choose_mercator(text, centre);
    else if (proportion < 0.8)
        choose_conic(text, bounds, centre);
    else
        choose_stereographic(text, centre, false);
}

struct text projection_choose(struct bounds bounds, struct arena *arena) {
    struct builder text = builder_new(arena);
    struct lonlat centre = bounds_centre(bounds);
    double sines = sin(bounds.north * degree) - sin(bounds.south * degree);
    double scale = 720 / fmax((bounds.east - bounds.west) * sines, 1e-12);
    if (scale < 1.5)
        choose_world(&text, centre);
    else if (scale < 6)
        choose_hemisphere(&text, bounds, centre);
    else
        choose_regional(&text, bounds, centre);
    builder_add_c(&text, " +datum=WGS84 +units=m");
    return builder_text(&text);
}

static struct metres to_metres(const struct projection *projection, struct lonlat point) {
    struct metres at;
    projector_forward(projection->projector, &point, 1, &at);
    return at;
}

void projection_forward(const struct projection *projection, const struct lonlat *points, size_t count,
                        struct page_point *page) {
    double middle_x = (projection->page.left + projection->page.right) / 2;
    double middle_y = (projection->page.top + projection->page.bottom) / 2;
    struct metres metres[BATCH];
    for (size_t first = 0; first < count; first += BATCH) {
        size_t batch = count - first < BATCH ? count - first : BATCH;
        projector_forward(projection->projector, points + first, batch, metres);
        for (size_t i = 0; i < batch; i++) {
            page[first + i].x = middle_x + (metres[i].x - projection->metre_x) * projection->scale;
            page[first + i].y = middle_y - (metres[i].y - projection->metre_y) * projection->scale;
        }
    }
}

struct lonlat projection_inverse(const struct projection *projection, struct page_point page) {
    static const struct lonlat nowhere = {NAN, NAN};
    double x =
        projection->metre_x + (page.x - (projection->page.left + projection->page.right) / 2) / projection->scale;
    double y =
        projection->metre_y - (page.y - (projection->page.top + projection->page.bottom) / 2) / projection->scale;
    struct lonlat point = projector_inverse(projection->projector, (struct metres){x, y});
    if (isnan(point.lon))
        return nowhere;
    struct metres back = to_metres(projection, point);
    if (!(hypot(back.x - x, back.y - y) * projection->scale < 0.01)) /* beyond the edge of the world */
        return nowhere;
    if (point.lon < projection->shown.west && point.lon + 360 <= projection->shown.east)
        point.lon += 360;
    return point;
}

/* The frame's outline and inside must be on the page: its extent in metres decides scale and middle. */
static bool fit_page(struct projection *projection, struct bounds bounds) {
    double left = INFINITY, right = -INFINITY, bottom = INFINITY, top = -INFINITY;
    double width = bounds.east - bounds.west, height = bounds.north - bounds.south;
    double west = width >= 360 ? (bounds.west + bounds.east) / 2 - half_turn : bounds.west;
    width = fmin(width, 2 * half_turn);
    for (int row = 0; row <= GRID_STEPS; row++) {
        for (int column = 0; column <= GRID_STEPS; column++) {
            struct lonlat point = {west + width * column / GRID_STEPS, bounds.south + height * row / GRID_STEPS};
            struct metres at = to_metres(projection, point);
            left = fmin(left, at.x);
            right = fmax(right, at.x);
            bottom = fmin(bottom, at.y);
            top = fmax(top, at.y);
        }
    }
    if (!(left <= right && bottom <= top))
        return false;
    double least = 100; /* metres: a frame of a single point still has a scale */
    projection->scale = fmin((projection->page.right - projection->page.left) / fmax(right - left, least),
                             (projection->page.bottom - projection->page.top) / fmax(top - bottom, least));
    projection->metre_x = (left + right) / 2;
    projection->metre_y = (bottom + top) / 2;
    return projection->scale > 0;
}

/* Whether the opposite meridian tears the page: both its edges project, and to different places. */
static bool has_seam(const struct projection *projection) {
    double lat = projection->centre.lat / 2;
    struct metres west = to_metres(projection, (struct lonlat){projection->centre.lon - half_turn, lat});
    struct metres east = to_metres(projection, (struct lonlat){projection->centre.lon + half_turn, lat});
    return !(hypot(east.x - west.x, east.y - west.y) < 1000);
}

static bool shows(const struct projection *projection, struct lonlat point) {
    struct page_point at;
    projection_forward(projection, &point, 1, &at);
    const struct page_box *page = &projection->page;
    return at.x >= page->left && at.x <= page->right && at.y >= page->top && at.y <= page->bottom;
}

/* Step `step` of 4 * OUTLINE_STEPS along the page's edge, clockwise from its top left. */
static struct page_point page_outline(struct page_box page, int step) {
    double along = step % OUTLINE_STEPS / (double)OUTLINE_STEPS;
    double x = page.left + along * (page.right - page.left), y = page.top + along * (page.bottom - page.top);
    switch (step / OUTLINE_STEPS) {
    case 0: return (struct page_point){x, page.top};
    case 1: return (struct page_point){page.right, y};
    case 2: return (struct page_point){page.right + page.left - x, page.bottom};
    default: return (struct page_point){page.left, page.bottom + page.top - y};
    }
}

static struct bounds bounds_of_world(struct lonlat centre) {
    double west = centre.lon - 180;
    west = west < -180 ? west + 360 : west;
    return (struct bounds){west, -90, west + 360, 90};
}

/* Follows the page's edge over the Earth, longitudes without jumps; false if the edge leaves the world. */
static bool outline_extent(const struct projection *projection, struct bounds *extent) {
    double lon = projection->centre.lon;
    for (int step = 0; step < 4 * OUTLINE_STEPS; step++) {
        struct lonlat at = projection_inverse(projection, page_outline(projection->page, step));
        if (isnan(at.lon))
            return false;
        lon = at.lon + 360 * round((lon - at.lon) / 360);
        extent->west = fmin(extent->west, lon);
        extent->east = fmax(extent->east, lon);
        extent->south = fmin(extent->south, at.lat);
        extent->north = fmax(extent->north, at.lat);
    }
    return true;
}

static struct bounds measure_bounds(const struct projection *projection) {
    struct bounds world = bounds_of_world(projection->centre), extent = bounds_empty();
    if (!outline_extent(projection, &extent))
        return world;
    double margin_lon = (extent.east - extent.west) / 400, margin_lat = (extent.north - extent.south) / 400;
    extent = (struct bounds){extent.west - margin_lon, fmax(-90, extent.south - margin_lat), extent.east + margin_lon,
                             fmin(90, extent.north + margin_lat)};
    bool north_pole = shows(projection, (struct lonlat){projection->centre.lon, 90});
    bool south_pole = shows(projection, (struct lonlat){projection->centre.lon, -90});
    if (north_pole || south_pole || extent.east - extent.west >= 360)
        extent = (struct bounds){world.west, extent.south, world.east, extent.north};
    extent.north = north_pole ? 90 : extent.north;
    extent.south = south_pole ? -90 : extent.south;
    double turn = extent.west < -180 ? 360 : extent.west > 180 ? -360 : 0;
    return (struct bounds){extent.west + turn, extent.south, extent.east + turn, extent.north};
}

bool projection_open(struct text definition, struct bounds bounds, struct page_box page, struct projection **projection,
                     struct error *error) {
    if (bounds_is_empty(bounds) || !(page.right > page.left) || !(page.bottom > page.top))
        return error_set(error, ERROR_INPUT, "cannot fit an empty frame to a page");
    struct projection *opened = calloc(1, sizeof *opened);
    char *copy = strndup(definition.size > 0 ? definition.data : "", definition.size);
    if (!opened || !copy) {
        free(copy);
        free(opened);
        return error_set(error, ERROR_ENVIRONMENT, "out of memory for a projection");
    }
    *opened = (struct projection){.definition = copy, .page = page, .scale = 1, .centre = bounds_centre(bounds)};
    bool ready = projector_open(copy, &opened->projector, error);
    if (ready && !fit_page(opened, bounds))
        ready = error_set(error, ERROR_ENVIRONMENT, "PROJ cannot use the projection '%.*s' for this frame",
                          TEXT_ARGS(definition));
    if (!ready) {
        projection_close(opened);
        return false;
    }
    opened->origin = projector_inverse(opened->projector, (struct metres){0, 0});
    opened->seam = has_seam(opened);
    opened->shown = (struct bounds){-180, -90, 180, 90};
    opened->shown = measure_bounds(opened);
    *projection = opened;
    return true;
}

void projection_close(struct projection *projection) {
    if (!projection)
        return;
    projector_close(projection->projector);
    free(projection->definition);
    free(projection);
}

double projection_scale(const struct projection *projection, struct lonlat at) {
    return projector_scale(projection->projector, at) * projection->scale;
}

struct bounds projection_bounds(const struct projection *projection) {
    return projection->shown;
}

void projection_affine(const struct projection *projection, double affine[6]) {
    double metres = 1 / projection->scale;
    double middle_x = (projection->page.left + projection->page.right) / 2;
    double middle_y = (projection->page.top + projection->page.bottom) / 2;
    affine[0] = projection->metre_x - middle_x * metres;
    affine[1] = metres;
    affine[2] = 0;
    affine[3] = projection->metre_y + middle_y * metres;
    affine[4] = 0;
    affine[5] = -metres;
}

struct text projection_definition(const struct projection *projection) {
    return text_of(projection->definition);
}
