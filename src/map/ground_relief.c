#include "ground_relief.h"

#include "elevation.h"
#include "list.h"
#include "relief.h"
#include "scene_add.h"

#include <math.h>

static const double least_covered = 0.02; /* a user's raster with less of the frame is not used */

/* Metres to shade, and how strong. */
struct heights {
    struct raster metres;
    double strength;
};

/* 1 from 900 km of width on, nothing at 150 km: the elevation is too coarse for near views. */
static double shipped_strength(const struct frame *frame) {
    double width = (frame->layout.panel.right - frame->layout.panel.left) * frame->km_per_unit;
    double share = fmin(fmax((width - 150) / 750, 0), 1);
    return share * (1.6 - 0.6 * share);
}

/* 1 while a cell is under 5 page units, nothing from 20 on: then its cells would be seen and not the ground. */
static double own_strength(const struct frame *frame, double cell_metres) {
    double units = cell_metres / 1000 / frame->km_per_unit;
    return fmin(fmax((20 - units) / 15, 0), 1);
}

static int pixels_across(const struct composition *composition) {
    struct page_box window = composition->frame.layout.window;
    return (int)((window.right - window.left) / 2);
}

static bool read_shipped(const struct composition *composition, struct raster *metres, struct error *error) {
    const char *path = geodata_path(composition->sources->geodata, composition->arena, "relief.tif");
    struct raster coded;
    if (!layer_read_raster(path, composition->frame.bounds, pixels_across(composition), composition->arena, &coded,
                           error))
        return false;
    *metres = relief_decode(&coded, composition->arena);
    return true;
}

static bool has_value(const struct raster *raster, double lon, double lat) {
    struct bounds bounds = raster->bounds;
    double x = (lon - bounds.west) / (bounds.east - bounds.west) * raster->width;
    double y = (bounds.north - lat) / (bounds.north - bounds.south) * raster->height;
    bool inside = x >= 0 && y >= 0 && x < raster->width && y < raster->height;
    return inside && !isnan(raster->values[(size_t)y * (size_t)raster->width + (size_t)x]);
}

/* Holes in the shipped elevation where the user's has values: each piece of ground is shaded once. */
static void make_room(struct raster *shipped, const struct raster *own) {
    struct bounds bounds = shipped->bounds;
    for (int row = 0; row < shipped->height; row++)
        for (int column = 0; column < shipped->width; column++) {
            double lon = bounds.west + (column + 0.5) / shipped->width * (bounds.east - bounds.west);
            double lat = bounds.north - (row + 0.5) / shipped->height * (bounds.north - bounds.south);
            if (has_value(own, lon, lat))
                shipped->values[(size_t)row * (size_t)shipped->width + (size_t)column] = NAN;
        }
}

static void credit(struct composition *composition, struct text said) {
    bool given = composition->options->relief_credit.size > 0;
    *LIST_PUSH(composition->arena, &composition->credits) = given ? composition->options->relief_credit : said;
}

/* Takes the user's raster if it has something of the frame. */
static bool read_own(struct composition *composition, struct heights *heights, struct error *error) {
    struct elevation own;
    if (!composition->options->relief)
        return true;
    if (!elevation_read(composition->options->relief, composition->frame.bounds, pixels_across(composition),
                        composition->arena, &own, error))
        return false;
    if (own.covered < least_covered) {
        composition_remark(composition, text_format(composition->arena, "--relief: %s has nothing of this frame",
                                                    composition->options->relief));
        return true;
    }
    double strength = own_strength(&composition->frame, own.cell_metres);
    if (strength <= 0) {
        composition_remark(composition, text_format(composition->arena, "--relief: %s is too coarse for this frame",
                                                    composition->options->relief));
        return true;
    }
    *heights = (struct heights){own.raster, strength};
    credit(composition, own.credit);
    return true;
}

static void shade(struct composition *composition, const struct page_shape *land, const struct heights *heights,
                  const char *name) {
    const struct paint *paint = composition_paint(composition, STYLE_RELIEF);
    struct page_box window = composition->frame.layout.window, box;
    if (heights->strength <= 0 || heights->metres.width == 0)
        return;
    struct scene_item *item = scene_add(composition->scene, composition->arena, SCENE_IMAGE, text_of(name));
    item->image = relief_shade(composition->frame.projection, window, &heights->metres, land, paint, heights->strength,
                               composition->arena, &box);
    item->box = box;
}

bool ground_relief_draw(struct composition *composition, const struct page_shape *land, struct error *error) {
    struct heights shipped = {.strength = shipped_strength(&composition->frame)}, own = {0};
    if (composition_paint(composition, STYLE_RELIEF)->exaggeration <= 0 || land->count == 0)
        return true;
    if (shipped.strength > 0 && !read_shipped(composition, &shipped.metres, error))
        return false;
    if (!read_own(composition, &own, error))
        return false;
    if (shipped.strength <= 0 && own.strength <= 0)
        return true;
    if (own.strength > 0)
        make_room(&shipped.metres, &own.metres);
    scene_layer_begin(composition->scene, composition->arena, "relief");
    shade(composition, land, &shipped, "relief");
    shade(composition, land, &own, "relief-own");
    scene_layer_end(composition->scene, composition->arena);
    return true;
}
