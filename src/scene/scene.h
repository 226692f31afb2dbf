/* scene.h: a map with everything decided: ordered shapes, symbols and placed text on a page. drawing/ only draws it. */
#ifndef BORDERMAP_SCENE_H
#define BORDERMAP_SCENE_H

#include "shape.h"
#include "text.h"

#include <stdint.h>

struct colour {
    uint8_t red, green, blue;
    double opacity; /* 0 = nothing is drawn .. 1 */
};

struct stroke {
    struct colour colour;
    double width; /* page units; 0 = no stroke */
    double dash[6];
    int dash_count; /* 0 = solid */
    bool round;     /* caps and joins round, else butt and miter */
};

/* A fill of parallel lines over (or instead of) a flat fill. */
struct hatch {
    struct colour colour;
    double width, spacing; /* page units; spacing 0 = no hatch */
    double angle;          /* degrees, clockwise from the x axis */
};

enum font_family { FONT_SANS, FONT_SERIF };

/* How text looks; what measuring needs comes first. Sizes in page units. */
struct text_style {
    enum font_family family;
    int weight; /* 400 regular, 600, 700 bold */
    bool italic;
    double size;
    double letter_spacing; /* page units between letters; ignored where letters join (Arabic) */
    struct colour colour;
    struct colour halo;
    double halo_width; /* page units on each side; 0 = none */
};

/* One glyph cluster of text along a curve. */
struct placed_cluster {
    uint32_t start, end;  /* bytes of the text */
    struct page_point at; /* left end of its baseline */
    double angle;         /* degrees, clockwise */
};

enum text_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

enum scene_kind {
    SCENE_LAYER_BEGIN, /* name: a layer or group; everything until the matching end belongs to it */
    SCENE_LAYER_END,
    SCENE_CLIP_BEGIN, /* box: nothing is drawn outside until the matching end */
    SCENE_CLIP_END,
    SCENE_PATH,   /* shape with fill, hatch, stroke */
    SCENE_IMAGE,  /* raster into box */
    SCENE_SYMBOL, /* a named symbol of symbols.h at `at` */
    SCENE_TEXT    /* one line of text, straight or along a curve */
};

/* A picture of 8-bit RGBA, not premultiplied, row by row from the top; width * height * 4 bytes. */
struct scene_image {
    int width, height;
    const uint8_t *pixels;
};

struct scene_item {
    enum scene_kind kind;
    struct text name;    /* layer: its name; others: what it is ("border:KG-TJ", "geonames:1526384"), for ids and tests;
                            may be empty */
    struct page_box box; /* clip, image */
    struct page_shape shape; /* path */
    struct colour fill;      /* path, symbol */
    bool even_odd;           /* path */
    struct hatch hatch;      /* path */
    struct stroke stroke;    /* path, symbol */
    struct scene_image image;
    struct text symbol;   /* symbol: "circle", "ring", "square", "capital", "clash", "air-strike", "shelling", "mine",
                             "venue", … */
    struct page_point at; /* symbol: centre; text: anchor on the baseline */
    double size;          /* symbol: width in page units */
    struct text text;     /* UTF-8, one line, markup means nothing */
    struct text lang;     /* BCP 47, for shaping and for the SVG */
    struct text_style style;
    enum text_anchor anchor;
    double angle;                    /* text: degrees clockwise about `at` */
    struct placed_cluster *clusters; /* text along a curve: then at, anchor and angle do not count */
    size_t cluster_count;
};

struct scene {
    struct text id;                 /* file name stem and prefix of ids */
    struct text title, description; /* description: the alternative text */
    struct text lang;
    struct text credits;      /* one line */
    struct text date;         /* that the map stands for, ISO 8601; may be empty or without month and day */
    struct text crs;          /* PROJ string of the panel; empty = none */
    double affine[6];         /* page units → metres of the CRS: x = a0 + x a1 + y a2, y = a3 + x a4 + y a5 */
    double width, height;     /* page units */
    struct scene_item *items; /* drawn in this order */
    size_t count, capacity;
};

/* The whole scene as text, one item a line, numbers to 2 decimals, stable: what --show scene prints and golden tests
 * compare. */
struct text scene_write(struct arena *arena, const struct scene *scene);

/*
 * How wide and high text will be; supplied by drawing (lettering.h), or by a fake in tests.
 * advances: page units a cluster, for text along curves; may be NULL.
 */
struct text_extents {
    double width;           /* advance of the whole line */
    double ascent, descent; /* of the ink, above and below the baseline, both positive */
};

struct text_measure {
    void (*extents)(void *context, const struct text_style *style, struct text text, struct text lang,
                    struct text_extents *extents);
    /* Clusters left to right with start, end and at.x set (at.y 0): returns how many, at most `limit`. */
    size_t (*clusters)(void *context, const struct text_style *style, struct text text, struct text lang, size_t limit,
                       struct placed_cluster *clusters);
    void *context;
};

#endif
