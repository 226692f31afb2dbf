/* composition.h: a map while it is being composed: what the files that each decide a part of it share. */
#ifndef BORDERMAP_COMPOSITION_H
#define BORDERMAP_COMPOSITION_H

#include "footnotes.h"
#include "frame.h"
#include "label_wishes.h"
#include "layer.h"
#include "legend.h"
#include "map.h"
#include "page_shape.h"
#include "ref.h"
#include "status.h"
#include "wording.h"
#include "worldview.h"

struct many_marks;
struct mark_groups;
struct mark_symbols;

/* The visible part of a country. */
struct territory {
    struct text code; /* alpha-2 */
    place_id place;
    struct page_shape shape;
    struct page_box box;
    double extent; /* square page units */
    int party;     /* index in the plan's parties, -1 = the map is not about it */
    bool member;   /* of the organisation that the map is about */
};

/* What a number on the map stands for. */
struct key_entry {
    int number;
    struct text text;
};

/* A border, a special line or a named river, for what is highlighted on it. */
struct named_line {
    struct text ref;
    enum ref_kind kind;
    enum border_class class; /* of borders and lines: how it is drawn */
    enum border_class noted; /* of borders: what the note says of it */
    bool hidden;             /* the worldview does not show it */
    bool partly;             /* the note holds for a part of it */
    struct text between[2];  /* of special lines: codes of the countries on either side */
    struct page_shape shape;
};

/* What the worldview draws as part of a country. */
struct held_area {
    const struct view_row *row;
    struct page_shape shape;
};

/* What all passes share. The page is read only; each of the rest is written by the pass that is named, and read after.
 */
struct composition {
    const struct map_sources *const sources;
    const struct map_plan *const plan;
    const struct map_options *const options;
    struct arena *const arena;
    const struct style *const style; /* sizes of this page */
    const double unit;
    const double footer; /* how high what stands below the map proved to be; 0 = not known yet */
    const struct status status;
    const struct worldview view;
    const struct wording words;

    struct scene *const scene; /* everybody adds to it, in the order of compose.c */
    struct frame frame;        /* compose: the panel grows once what is below it is known */

    /* The four owners: everybody asks, nobody else changes. */
    struct legend legend;
    struct footnotes notes;
    struct label_wishes wishes;
    struct obstacles obstacles;
    struct text_list shown, credits, remarks;

    /* ground */
    struct {
        struct territory *items;
        size_t count, capacity;
    } territories;
    /* ground (rivers), boundaries (borders, lines) */
    struct {
        struct named_line *items;
        size_t count, capacity;
    } named_lines;
    /* held_areas */
    struct {
        struct held_area *items;
        size_t count, capacity;
    } held_areas;
    /* marks */
    struct {
        struct key_entry *items;
        size_t count, capacity;
    } keys;
    struct mark_groups *groups; /* of the incidents, once marks_draw() has gathered them */
    struct mark_symbols *symbols;
    struct many_marks *many; /* of a map of many incidents, instead; else NULL */
};

/* The paint of a layer at the size of this page. */
const struct paint *composition_paint(const struct composition *composition, enum style_layer layer);

/* The name that the map prints for a place: the article's spelling, else the usual one of the language. */
struct text composition_name(const struct composition *composition, place_id place);
struct text composition_name_of(const struct composition *composition, const struct place_snapshot *place);

/* Remembers that a thing is drawn by name (once). */
void composition_show(struct composition *composition, struct text ref);

/* Adds to the legend and to the notes what is not there yet; returns the entry with these words, new or not. */
struct legend_entry *composition_legend(struct composition *composition, enum legend_sample sample,
                                        enum style_layer layer, struct text symbol, struct text text);

/* What a layer's line explains begins at `top` of the page: the panel may end above all of it. */
void composition_legend_from(struct composition *composition, enum legend_sample sample, enum style_layer layer,
                             struct text text, double top);

/* The same for a line over a glow. */
void composition_legend_band(struct composition *composition, enum style_layer layer, struct stroke line,
                             struct stroke glow, struct text text);
void composition_note(struct composition *composition, struct text sentence);

/* What did not fit of what an editor asked for: said to the user, not on the map. */
void composition_remark(struct composition *composition, struct text remark);

/* A phrase of the map's language. */
struct text composition_phrase(const struct composition *composition, const char *key);

/* Whether the text names the place and it belongs on this map; whether the border or line is one that is highlighted.
 */
bool composition_told(const struct composition *composition, place_id place);
bool composition_highlighted(const struct composition *composition, struct text border);

/* A cease-fire line or line of control stands where the border of the two countries would be. */
bool composition_stands_for(const struct composition *composition, const struct named_line *line, struct text border);

/* Whether the incidents draw the line: it is highlighted, or the border that it stands for. */
bool composition_line_highlighted(const struct composition *composition, const struct named_line *line);

const struct named_line *composition_line(const struct composition *composition, struct text ref);

/* An overview, or a frame as wide as one: only what the text tells is drawn and noted of lines and areas in question.
 */
bool composition_is_wide(const struct composition *composition);

/* Square page units of the panel. */
double composition_panel_extent(const struct composition *composition);

/* Nothing may lie on the line, `width` page units wide. */
void composition_block_line(struct composition *composition, const struct page_shape *line, double width);

/* Nothing may lie on the symbol. */
void composition_dot(struct composition *composition, struct page_point at, double radius);

/* Index of the country in territories, or -1. */
int composition_territory(const struct composition *composition, struct text code);

/* Whether the land in the frame has the name of its country; whether its status is in question on the day. */
bool composition_names_country(const struct composition *composition, const struct territory *territory);
bool composition_in_question(const struct composition *composition, struct text ref);

/* A new label of that layer's lettering, in the map's language; in capitals where the style says so. */
struct label *composition_label(struct composition *composition, enum label_target target, enum style_layer layer,
                                struct text text, struct text ref, int priority);

/* Reads a layer of the data folder, at the frame's detail if it has levels; what lies in the frame. */
bool composition_read(const struct composition *composition, const char *name, bool levels, const char *const *fields,
                      const char *where, struct feature_list *features, struct error *error) NODISCARD;

/* Projects and cuts a feature to the window. */
struct page_shape composition_project(const struct composition *composition, const struct shape *shape);

#endif
