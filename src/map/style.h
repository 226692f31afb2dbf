/* style.h: how maps look: read from styles/<name>.json, MapLibre names where they exist. */
#ifndef BORDERMAP_STYLE_H
#define BORDERMAP_STYLE_H

#include "error.h"
#include "scene.h"

struct style;

/*
 * Reads a style by name from `directory` or by path (anything with a '/' or ending in ".json"), with what it extends. ERROR_USAGE for an unknown name
 * (lists the known ones), ERROR_INPUT with line (syntax) or path of the key (content).
 */
bool style_read(const char *directory, const char *name, struct arena *arena, struct style **style, struct error *error) NODISCARD;

#endif
