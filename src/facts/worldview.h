/* worldview.h: what one side's map shows otherwise than the de facto map: rows of curated/worldviews.tsv. */
#ifndef BORDERMAP_WORLDVIEW_H
#define BORDERMAP_WORLDVIEW_H

#include "date.h"
#include "gazetteer.h"
#include "geodata.h"

/* A row of the table. */
struct view_row {
    struct text view;    /* "UN", "UA" … */
    struct text ref;     /* "border:RS-XK", "area:crimea", "country:XK" */
    struct text shown;   /* a border_class_name(), "none", "part" */
    struct text holder;  /* of "part": code of the country that it is drawn as part of */
    struct text outline; /* of "part": class of its outline where no border or coast runs, or empty */
    struct text through; /* of "part": ','-list of the borders and lines left out along it */
    struct date from, to;
    struct text source;
    struct text note; /* a footnote of the view, in English; or empty */
};

struct worldview {
    struct text name; /* as the table writes it; empty = de facto */
    struct {
        struct view_row *items; /* of all views and dates */
        size_t count, capacity;
    } rows;
};

/*
 * Reads the table. `name`: "de-facto" or empty, or a view of the table in any case. ERROR_USAGE for an unknown one,
 * with those that there are.
 */
bool worldview_read(const struct geodata *geodata, struct text name, struct arena *arena, struct worldview *worldview,
                    struct error *error) NODISCARD;

/* What this view says of the thing on the date (unknown = the latest); NULL where it shows what all maps show. */
const struct view_row *worldview_row(const struct worldview *worldview, struct text ref, struct date date);

/* Whether the view draws it as part of a country; not at all. */
bool view_row_is_part(const struct view_row *row);
bool view_row_is_hidden(const struct view_row *row);

/* The ref of whose view it is: "country:UA", "org:UN"; in the arena. */
struct text worldview_place(const struct worldview *worldview, const struct gazetteer *gazetteer, struct arena *arena);

#endif
