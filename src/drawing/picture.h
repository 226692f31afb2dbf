/* picture.h: a scene → the bytes of a picture. One function a format; each format has a file of its own. */
#ifndef BORDERMAP_PICTURE_H
#define BORDERMAP_PICTURE_H

#include "error.h"
#include "lettering.h"
#include "scene.h"

struct picture_options {
    double scale;   /* device pixels a page unit: 1, 2 … (PNG) */
    double dpi;     /* physical resolution written into the PNG at scale 1; 0 = 96 */
    bool svg_paths; /* SVG: text as outlines */
};

/* PNG by libpng: 8-bit RGB, pHYs, text chunks (Title, Description, Software); the same bytes every time. */
bool picture_png(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) NODISCARD;

/* SVG for people: real text, named layers, halos as copies beneath, role="img", title, desc, viewBox, prefixed ids. */
bool picture_svg(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) NODISCARD;

/* PDF by Cairo: fonts embedded, fixed dates, metadata. */
bool picture_pdf(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) NODISCARD;

/* GeoTIFF: the pixels of picture_png() with the CRS and the affine of the scene. */
bool picture_geotiff(const struct scene *scene, const struct lettering *lettering,
                     const struct picture_options *options, struct arena *arena, struct text *bytes,
                     struct error *error) NODISCARD;

/* For the PNG: the world file (.pgw), and what GDAL and QGIS read the CRS from (.png.aux.xml). */
bool picture_world(const struct scene *scene, const struct picture_options *options, struct arena *arena,
                   struct text *world, struct text *aux, struct error *error) NODISCARD;

#endif
