#include "canvas.h"
#include "georaster.h"
#include "picture.h"

static void canvas_pixels(void *context, int y, uint8_t *rgb) {
    canvas_row(context, y, rgb);
}

static struct georaster raster_of(const struct scene *scene, double scale) {
    struct georaster raster = {.crs = scene->crs};
    for (int i = 0; i < 6; i++)
        raster.transform[i] = i % 3 == 0 ? scene->affine[i] : scene->affine[i] / scale;
    return raster;
}

bool picture_geotiff(const struct scene *scene, const struct lettering *lettering,
                     const struct picture_options *options, struct arena *arena, struct text *bytes,
                     struct error *error) {
    double scale = options->scale > 0 ? options->scale : 1;
    struct georaster raster = raster_of(scene, scale);
    struct canvas *canvas;
    if (!canvas_open_pixels(scene, scale, &canvas, error))
        return false;
    canvas_draw(canvas, scene, lettering);
    bool done = canvas_finish(canvas, bytes, error);
    raster.width = canvas_width(canvas);
    raster.height = canvas_height(canvas);
    raster.row = canvas_pixels;
    raster.context = canvas;
    done = done && georaster_tiff(&raster, arena, bytes, error);
    canvas_close(canvas);
    return done;
}

bool picture_world(const struct scene *scene, const struct picture_options *options, struct arena *arena,
                   struct text *world, struct text *aux, struct error *error) {
    struct georaster raster = raster_of(scene, options->scale > 0 ? options->scale : 1);
    if (!georaster_aux_xml(&raster, arena, aux, error))
        return false;
    *world = georaster_world_file(&raster, arena);
    return true;
}
