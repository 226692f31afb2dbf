#include "canvas.h"
#include "picture.h"
#include "png_image.h"

static void canvas_image_row(void *context, int y, uint8_t *pixels) {
    canvas_row(context, y, pixels);
}

bool picture_png(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) {
    double scale = options->scale > 0 ? options->scale : 1;
    double dpi = options->dpi > 0 ? options->dpi : 96;
    struct canvas *canvas;
    if (!canvas_open_pixels(scene, scale, &canvas, error))
        return false;
    canvas_draw(canvas, scene, lettering);
    struct png_image image = {.width = canvas_width(canvas),
                              .height = canvas_height(canvas),
                              .channels = 3,
                              .dpi = dpi * scale,
                              .title = scene->title,
                              .description = scene->description,
                              .row = canvas_image_row,
                              .context = canvas};
    bool done = canvas_finish(canvas, bytes, error) && png_image_write(&image, arena, bytes, error);
    canvas_close(canvas);
    return done;
}
