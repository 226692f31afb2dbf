/* svg_writer.h: an SVG in the making: attributes, numbers, ids. */
#ifndef BORDERMAP_SVG_WRITER_H
#define BORDERMAP_SVG_WRITER_H

#include "builder.h"
#include "lettering.h"

enum { SVG_DEEPEST = 64 };

struct svg_writer {
    struct builder out;
    const struct lettering *lettering;
    bool outlines;      /* text as paths */
    struct text prefix; /* of all ids: the scene's own */
    struct page_box page;
    int clips;  /* so far */
    int inside; /* deeper than the open groups, for the indentation */
    enum scene_kind open[SVG_DEEPEST];
    int depth;
    struct svg_names *names; /* how often each id has been asked for */
};

struct svg_writer svg_writer_new(const struct scene *scene, const struct lettering *lettering, bool outlines,
                                 struct arena *arena);

void svg_indent(struct svg_writer *svg);

/* ` id="prefix_name"`, numbered from the second of a name on; nothing for an empty name. */
void svg_id(struct svg_writer *svg, struct text name);

/* ` name="value"` with at most 2 decimals. */
void svg_number(struct svg_writer *svg, const char *name, double value);

/* `12.5 7`. */
void svg_point(struct svg_writer *svg, struct page_point point);

/* ` x= y= width= height=`. */
void svg_box(struct svg_writer *svg, struct page_box box);

/* ` fill="#aabbcc"`, with ` fill-opacity` below 1; "none" for 0. */
void svg_colour(struct svg_writer *svg, const char *name, struct colour colour);

#endif
