/* labels.h: where the names go: candidates → cost → greedy → local search → ejection chains → a pass that leaves no
 * overlap. */
#ifndef BORDERMAP_LABELS_H
#define BORDERMAP_LABELS_H

#include "scene.h"

/* What kind of thing a label names, which decides its candidate positions. */
enum label_target { LABEL_POINT, LABEL_LINE, LABEL_AREA };

/* What is named, as far as it makes a difference to how a label is drawn or judged. */
enum label_kind { LABEL_NAME, LABEL_COUNTRY_NAME, LABEL_CALLOUT };

/* Not pinned; with its middle at pin_at; beside its point in the direction of pin_angle. */
enum label_pin { LABEL_FREE, LABEL_PIN_MIDDLE, LABEL_PIN_SIDE };

/*
 * A label to be placed. Input fields are the caller's; `placed` and what follows are the answer. Of an area's label the
 * answer may also change text (lines broken at spaces), style.size (down to 0.72 of what it was) and
 * style.letter_spacing.
 */
struct label {
    enum label_target target;
    enum label_kind kind;
    enum label_pin pin; /* where an editor wants it: it goes there whatever lies beneath, and other labels keep off */
    struct page_point pin_at;
    double pin_angle;     /* degrees anticlockwise from the right */
    struct text pin_wish; /* what asks for it ("move: "geonames:1528249""), for who reports that it found no room */
    struct text text;     /* may hold '\n' for several lines */
    struct text name;     /* ref of what it names */
    struct text lang;
    struct text_style style;
    int priority; /* 1 must be there .. 4 where there is room */
    double worth; /* added to what it costs to leave it out: which goes first where priorities are the same */
    struct page_point
        point; /* LABEL_POINT: centre of its symbol; LABEL_AREA: preferred middle, NaN = where there is most room */
    double clearance;   /* radius of its symbol; 0 = none: a leader line leads to the point */
    int body_weight;    /* weight of the lines after the first; 0 = as the first */
    double body_share;  /* size of the lines after the first, as a share of the first one's; 0 = as the first */
    struct text second; /* the name in a second language, which its caller joins to the text; may be empty */
    double padding;     /* page units around the ink that belong to the label (a callout's box); at least 1 is kept */
    struct page_shape shape; /* LABEL_LINE: the line; LABEL_AREA: the visible part */
    int territory;           /* index of the territory (country) it should lie in, -1 = none */
    bool on_water;           /* the name of a water, or of a shore town that may lie on water */
    bool may_lead;           /* may move away with a leader line (callouts, crowded towns) */

    bool placed;
    struct page_box box;             /* of the ink with padding; of curved labels around all of it */
    struct page_point at;            /* left end of the widest line, on the baseline of the first */
    double width;                    /* of the widest line */
    double line_step;                /* from baseline to baseline */
    enum text_anchor anchor;         /* how shorter lines lie below the widest */
    double angle;                    /* always 0: what is not horizontal has clusters */
    struct placed_cluster *clusters; /* along a curve; else NULL */
    size_t cluster_count;
    bool leader; /* a leader line is wanted from the label's edge to that of its symbol */
    struct page_point leader_from, leader_to;
};

/* What labels must respect. */
struct label_obstacles {
    const struct page_box *blocked; /* furniture, insets, symbols: nothing may lie there */
    size_t blocked_count;
    size_t crossed_count; /* the first of them are pieces of highlighted lines: a leader line may cross those */
    const struct page_point *dots; /* centres of point symbols, must not be covered */
    const double *dot_radii;
    size_t dot_count;
    const struct page_shape *borders; /* lines that are better not crossed */
    size_t border_count;
    const struct page_shape *territories; /* visible parts of countries, by index */
    size_t territory_count;
    const struct page_shape *water; /* seas and lakes in the frame, may be NULL */
};

/* What was placed and what was not. */
struct label_report {
    int wanted[4], placed[4]; /* by priority 1..4, [0] = priority 1 */
    int overlaps, narrow_gaps, dots_covered, border_crossings, country_crossings, off_page, ambiguous;
    int points; /* labels of points that have a place */
    double foreign_share, mean_distance, preferred_share;
    struct text *missing; /* refs of priority 1 that have no place */
    size_t missing_count;
    struct text overlapping[5]; /* the first of those that overlap: "Batken and Isfara", "Batken and a symbol" */
    size_t overlapping_count;
};

/*
 * Places the labels on the page; deterministic; those without room stay unplaced. Placed labels and leader lines keep 3
 * page units from each other and touch neither dots nor what is blocked. The report is measured anew from the answer.
 */
void labels_place(struct label *labels, size_t count, const struct label_obstacles *obstacles, struct page_box page,
                  const struct text_measure *measure, struct arena *arena, struct label_report *report);

#endif
