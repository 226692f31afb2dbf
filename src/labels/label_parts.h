/* label_parts.h: what label placement works on: the forms a text can take and the candidates for where it may go. */
#ifndef BORDERMAP_LABEL_PARTS_H
#define BORDERMAP_LABEL_PARTS_H

#include "labels.h"

/* Free page units that are kept between labels. */
#define LABEL_GAP 3.0

/* From baseline to baseline, as a multiple of the size. */
#define LABEL_LEADING 1.2

/* A text with its lettering decided, and how much room it takes. */
struct label_form {
    struct text text;
    struct text_style style;
    int body_weight;   /* of the lines after the first; 0 = as the first */
    double body_share; /* their size as a share of the first one's; 0 = as the first */
    double width;      /* of the widest line's ink and advance */
    double ascent;     /* of the first line, above its baseline */
    double descent;    /* of the last line, below its baseline */
    double step;       /* from baseline to baseline */
    size_t lines;
    double padding;
};

/* The style of a line, 0 being the first. */
struct text_style label_line_style(const struct text_style *style, size_t line, int body_weight, double body_share);

/* Height of the ink from the first line's top to the last one's bottom, without padding. */
double label_form_height(const struct label_form *form);

/* The form of a label as its caller wants it. */
struct label_form label_form_measure(const struct label *label, const struct text_measure *measure);

/* The form's lines measured anew after text, size or spacing were changed. */
void label_form_update(struct label_form *form, struct text lang, const struct text_measure *measure);

struct label_candidate {
    struct page_box
        *boxes; /* the label's, then those of its leader line in short pieces: what other labels must keep off */
    size_t count;
    size_t label_boxes;     /* how many of them are the label's own */
    struct page_box extent; /* around all of them */
    double cost;

    const struct label_form *form;
    struct page_box box; /* of a straight label */
    enum text_anchor anchor;
    bool leader;
    struct page_point leader_from, leader_to;
    struct placed_cluster *clusters;
    size_t cluster_count;
};

struct label_candidates {
    struct label_candidate *items;
    size_t count, capacity;
};

/* A label on its way: what it may become, what it costs to leave it out, what was chosen. */
struct label_task {
    struct label *label;
    struct label_form form;
    struct label_candidates candidates;
    double unplaced; /* cost of having no place; a candidate must be cheaper */
    int choice;      /* index of the candidate, -1 = none */
};

#endif
