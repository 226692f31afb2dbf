/* edit.h: what an editor wants different on one map: <id>.edit.json, kept beside the map and honoured at every redraw.
 */
#ifndef BORDERMAP_EDIT_H
#define BORDERMAP_EDIT_H

#include "error.h"
#include "point.h"
#include "text.h"

/* On which side of its thing a label stands, in Imhof's order. */
enum edit_side {
    SIDE_NONE,
    SIDE_RIGHT_ABOVE,
    SIDE_RIGHT,
    SIDE_RIGHT_BELOW,
    SIDE_ABOVE,
    SIDE_BELOW,
    SIDE_LEFT_ABOVE,
    SIDE_LEFT,
    SIDE_LEFT_BELOW,
    SIDES
};

/* A place of the Earth, by itself or as that of a reference: either way it holds in any frame. */
struct edit_anchor {
    struct text ref; /* empty = `at` */
    struct lonlat at;
};

/* What is said of a label that is on the map by itself, named by its reference or by its words. */
struct edit_label {
    struct text key;
    struct text words;   /* rename */
    enum edit_side side; /* move; SIDE_NONE = the middle of the label goes to `to` */
    struct lonlat to;
};

enum edit_kind {
    KIND_TOWN,
    KIND_CITY,
    KIND_CAPITAL,
    KIND_COUNTRY,
    KIND_REGION,
    KIND_AREA,
    KIND_WATER,
    KIND_NOTE,
    KINDS
};

/* A label of the editor's own. */
struct edit_addition {
    struct text words; /* empty = the usual name of the reference */
    struct edit_anchor anchor;
    enum edit_kind kind; /* towns, cities and capitals have a symbol; others stand with their middle at the anchor */
    enum edit_side side;
};

struct edit_callout {
    struct text words; /* up to four lines; the first is the heading */
    struct edit_anchor anchor;
    bool placed; /* the middle of its box goes to `to` */
    struct lonlat to;
};

struct edit_highlight {
    struct text ref;
    struct text legend; /* its words in the legend; empty = not in it */
};

#define EDIT_LIST(type)                                                                                                \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, capacity;                                                                                        \
    }

struct edit {
    struct text map; /* the id that it is for; empty = any */
    struct text title, subtitle;
    struct bounds frame;           /* empty = automatic */
    EDIT_LIST(struct text) hidden; /* references or words of labels */
    EDIT_LIST(struct edit_label) renamed;
    EDIT_LIST(struct edit_label) moved;
    EDIT_LIST(struct edit_addition) added;
    EDIT_LIST(struct edit_callout) callouts;
    EDIT_LIST(struct edit_highlight) highlights;
};

enum { EDIT_VERSION = 1, EDIT_BYTES = 1 << 20 };

/*
 * Reads an edit, as edit.schema.json describes it, into the arena. ERROR_INPUT with line and column where it is no
 * JSON; with the path of the key, and what may have been meant, where its content cannot be used. Empty and null say
 * nothing.
 */
bool edit_read(struct text json, struct arena *arena, struct edit *edit, struct error *error) NODISCARD;

#endif
