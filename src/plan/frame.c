#include "frame.h"

#include <math.h>

double frame_unit(double width, double height) {
    double unit = pow(width * height / (1200.0 * 900.0), 0.42);
    return fmin(fmax(unit, 0.78), 2.2);
}

static double middle_cosine(struct bounds bounds) {
    double latitude = (bounds.south + bounds.north) / 2;
    return fmax(cos(latitude * acos(-1.0) / 180), 0.01);
}

double frame_width_km(struct bounds bounds) {
    return (bounds.east - bounds.west) * KM_PER_DEGREE * middle_cosine(bounds);
}

double frame_height_km(struct bounds bounds) {
    return (bounds.north - bounds.south) * KM_PER_DEGREE;
}

struct bounds frame_at_least(struct bounds bounds, double km) {
    double high = (km - frame_height_km(bounds)) / 2 / KM_PER_DEGREE;
    if (high > 0) {
        bounds.south = fmax(bounds.south - high, -90);
        bounds.north = fmin(bounds.north + high, 90);
    }
    double wide = (km - frame_width_km(bounds)) / 2 / KM_PER_DEGREE / middle_cosine(bounds);
    if (wide > 0) {
        bounds.west -= wide;
        bounds.east += wide;
    }
    if (bounds.east - bounds.west > 360)
        return (struct bounds){-180, bounds.south, 180, bounds.north};
    double turns = floor((bounds.west + 180) / 360) * 360;
    bounds.west -= turns;
    bounds.east -= turns;
    return bounds;
}

const char *frame_detail(double km_per_unit) {
    if (km_per_unit < 0.9)
        return "";
    if (km_per_unit < 3.2)
        return "-1km";
    return km_per_unit < 10 ? "-5km" : "-20km";
}

/* A cap around a pole, or half of one: as much larger as the window is than the box. */
static bool is_cap(struct bounds bounds) {
    return bounds.east - bounds.west >= 180 && (bounds.north > 89.99 || bounds.south < -89.99) &&
           bounds.north - bounds.south <= 60;
}

static struct bounds cap_bounds(struct bounds bounds, struct page_box fit, struct page_box window) {
    double share = fmin((window.right - window.left) / (fit.right - fit.left),
                        (window.bottom - window.top) / (fit.bottom - fit.top));
    double reach = (bounds.north - bounds.south) * share;
    if (bounds.north > 89.99)
        bounds.south = 90 - reach;
    else
        bounds.north = reach - 90;
    return bounds;
}

/* What the whole window shows when the bounds fill the box `fit` inside it. */
static struct bounds window_bounds(struct bounds bounds, struct page_box fit, struct page_box window) {
    double wide = frame_width_km(bounds) / (fit.right - fit.left),
           high = frame_height_km(bounds) / (fit.bottom - fit.top);
    double scale = fmax(wide, high); /* km a page unit */
    double latitude = scale / KM_PER_DEGREE, longitude = latitude / middle_cosine(bounds);
    double x = (fit.left + fit.right) / 2, y = (fit.top + fit.bottom) / 2;
    double lon = (bounds.west + bounds.east) / 2, lat = (bounds.south + bounds.north) / 2;
    struct bounds result = {lon - (x - window.left) * longitude, fmax(lat - (window.bottom - y) * latitude, -90),
                            lon + (window.right - x) * longitude, fmin(lat + (y - window.top) * latitude, 90)};
    if (result.east - result.west >= 360)
        return (struct bounds){lon - 180, result.south, lon + 180, result.north};
    return result;
}

bool frame_open(const struct frame_layout *layout, struct bounds bounds, double padding, struct arena *arena,
                struct frame *frame, struct error *error) {
    struct page_box box = layout->panel;
    padding = fmin(padding, fmin(box.right - box.left, box.bottom - box.top) / 4);
    struct page_box fit = {box.left + padding, box.top + padding, box.right - padding, box.bottom - padding};
    struct frame result = {.layout = *layout, .tolerance = 0.35};
    struct bounds shown =
        is_cap(bounds) ? cap_bounds(bounds, fit, layout->window) : window_bounds(bounds, fit, layout->window);
    if (!projection_open(projection_choose(shown, arena), shown, layout->window, &result.projection, error))
        return false;
    struct page_point middle = {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    struct lonlat at = projection_inverse(result.projection, middle);
    double scale = isnan(at.lon) ? NAN : projection_scale(result.projection, at);
    result.km_per_unit = scale > 0 ? 0.001 / scale : frame_width_km(bounds) / (fit.right - fit.left);
    result.bounds = projection_bounds(result.projection);
    result.detail = frame_detail(result.km_per_unit);
    *frame = result;
    return true;
}

void frame_close(struct frame *frame) {
    projection_close(frame->projection);
    frame->projection = NULL;
}

const char *frame_layer_name(const struct frame *frame, const char *name, struct arena *arena) {
    return text_c(arena, text_format(arena, "%s%s.fgb", name, frame->detail));
}

struct page_point frame_project(const struct frame *frame, struct lonlat point) {
    struct page_point result;
    projection_forward(frame->projection, &point, 1, &result);
    return result;
}

bool frame_shows(const struct frame *frame, struct page_point point, double inside) {
    struct page_box box = frame->layout.panel;
    return point.x >= box.left + inside && point.x <= box.right - inside && point.y >= box.top + inside &&
           point.y <= box.bottom - inside;
}
