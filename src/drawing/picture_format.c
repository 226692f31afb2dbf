#include "picture_format.h"

#include "builder.h"

/* GeoTIFF has no keys for the Equal Earth projection. */
static const struct picture_format formats[] = {
    {.name = "png", .ending = "png", .write = picture_png, .usual = true, .world = "pgw"},
    {.name = "svg", .ending = "svg", .write = picture_svg, .usual = true},
    {.name = "pdf", .ending = "pdf", .write = picture_pdf},
    {.name = "geotiff", .ending = "tif", .write = picture_geotiff, .no_crs = "eqearth"},
};

enum { FORMATS = sizeof formats / sizeof formats[0] };

_Static_assert((int)FORMATS <= (int)PICTURE_FORMATS_MOST, "a set of formats is a bit each");

const struct picture_format *picture_format_at(size_t index) {
    return index < FORMATS ? &formats[index] : NULL;
}

unsigned picture_formats_usual(void) {
    unsigned usual = 0;
    for (size_t i = 0; i < FORMATS; i++)
        usual |= formats[i].usual ? 1U << i : 0;
    return usual;
}

bool picture_format_find(struct text name, size_t *index) {
    for (size_t i = 0; i < FORMATS; i++) {
        if (!text_is(name, formats[i].name))
            continue;
        *index = i;
        return true;
    }
    return false;
}

struct text picture_format_names(struct arena *arena) {
    struct builder names = builder_new(arena);
    for (size_t i = 0; i < FORMATS; i++)
        builder_format(&names, "%s%s", i ? ", " : "", formats[i].name);
    return builder_text(&names);
}
