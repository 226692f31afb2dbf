/* png_image.h: pixels → the bytes of a PNG by libpng; the only user of libpng. */
#ifndef BORDERMAP_PNG_IMAGE_H
#define BORDERMAP_PNG_IMAGE_H

#include "error.h"
#include "text.h"

/* What is written; rows come one by one, so that no second picture is held. */
struct png_image {
    int width, height;
    int channels;                   /* 3 = RGB, 4 = RGBA not premultiplied; 8 bits each */
    double dpi;                     /* 0 = not said */
    struct text title, description; /* UTF-8; empty = left out */
    void (*row)(void *context, int y, uint8_t *pixels);
    void *context;
};

/* The bytes in the arena; the same for the same image. */
bool png_image_write(const struct png_image *image, struct arena *arena, struct text *bytes,
                     struct error *error) NODISCARD;

#endif
