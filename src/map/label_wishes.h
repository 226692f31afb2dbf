/* label_wishes.h: the labels that a map asks for, and the symbols that stand and fall with them. */
#ifndef BORDERMAP_LABEL_WISHES_H
#define BORDERMAP_LABEL_WISHES_H

#include "labels.h"
#include "obstacles.h"
#include "style.h"

/* A symbol of a town that is drawn if its name finds room. */
struct town {
    size_t label; /* index in labels */
    enum style_layer layer;
    struct page_point at;
    struct text ref;
};

/* A name at the edge for a town out of sight. */
struct waymark {
    size_t label;
    double angle; /* of the way there, radians clockwise from the right */
};

struct label_wishes {
    struct {
        struct label *items;
        size_t count, capacity;
    } labels;
    struct {
        struct town *items;
        size_t count, capacity;
    } towns;
    struct {
        struct waymark *items;
        size_t count, capacity;
    } waymarks;
};

/* A new label, all of it 0. */
struct label *label_wishes_add(struct label_wishes *wishes, struct arena *arena);

/* Takes back the last label; it must have neither town nor waymark. */
void label_wishes_drop(struct label_wishes *wishes);

/* The last label is that of a town whose symbol is drawn; that of a waymark. */
void label_wishes_add_town(struct label_wishes *wishes, enum style_layer layer, struct page_point at, struct text ref,
                           struct arena *arena);
void label_wishes_add_waymark(struct label_wishes *wishes, double angle, struct arena *arena);

/* Whether a label of that reference is asked for. */
bool label_wishes_name(const struct label_wishes *wishes, struct text ref);

/* Takes out the labels that are hidden, an answer for each, with their symbols, which are no obstacles any more. */
void label_wishes_take_out(struct label_wishes *wishes, const bool *hidden, struct obstacles *obstacles);

#endif
