/* fonts.h: the pinned typefaces, as a fontconfig configuration made in memory; the only user of fontconfig. */
#ifndef BORDERMAP_FONTS_H
#define BORDERMAP_FONTS_H

#include "error.h"
#include "scene.h"

#include <fontconfig/fontconfig.h>

/*
 * What a text needs: bit i stands for row i of the table in fonts.c (a writing system, or a set of symbols). Latin,
 * Greek and Cyrillic are always there and have no bit. Chinese, Japanese and Korean share one row and differ by `cjk`.
 */
struct font_needs {
    uint64_t rows;
    int cjk; /* index of the face in the CJK collection; 0 where no row needs it */
    enum font_family family;
};

/* What the code points of the text need; lang (BCP 47) decides between the Chinese, Japanese and Korean shapes of a
 * character. */
struct font_needs fonts_needed(struct text text, struct text lang, enum font_family family);

/*
 * A configuration with the Noto faces for these needs and nothing of the system's. Nothing is scanned: file, family and
 * coverage come from the table. *missing has the bits of the rows that have no file here. ERROR_ENVIRONMENT names the
 * package when even Noto Sans is not installed. The caller destroys the configuration.
 */
bool fonts_config(struct font_needs needs, FcConfig **config, uint64_t *missing, struct error *error) NODISCARD;

/* "Noto Sans". */
const char *fonts_family(enum font_family family);

/* For the font-family of an SVG: "Noto Sans, Noto Sans Armenian, …, sans-serif". */
struct text fonts_family_list(struct arena *arena, struct font_needs needs);

/* Name of the writing system of a row, and the Debian package that has its font. */
const char *fonts_row_name(int row);
const char *fonts_row_package(int row);

enum { FONTS_ROWS_MAX = 64 };

#endif
