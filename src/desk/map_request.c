#include "map_request.h"

static const char *const format_names[FORMATS] = {"png", "svg", "pdf", "geotiff"};

const char *picture_format_name(enum picture_format format) {
    return format_names[format];
}

const char *picture_format_ending(enum picture_format format) {
    return format == FORMAT_GEOTIFF ? "tif" : format_names[format];
}
