/* blank.c: a white 1200x900 PNG by Cairo: the floor under any program that draws. */
#include <cairo.h>

int main(int count, char **words) {
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1200, 900);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    cairo_status_t status = cairo_surface_write_to_png(surface, count > 1 ? words[1] : "blank.png");
    cairo_surface_destroy(surface);
    return status != CAIRO_STATUS_SUCCESS;
}
