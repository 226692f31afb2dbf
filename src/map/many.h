/* many.h: the incidents of a map of many, put together by place: what a symbol stands for, and how they are drawn. */
#ifndef BORDERMAP_MANY_H
#define BORDERMAP_MANY_H

#include "composition.h"

/* The incidents at one place. */
struct many_site {
    const struct place_snapshot *place; /* of the greatest of its places */
    struct page_point at;
    size_t incidents;
    struct count_range killed; /* -1, -1 where nobody tells of any */
    bool vague;                /* their place is known to a district or region only */
};

struct many_marks {
    struct many_site *sites; /* the greatest first, those in sight */
    size_t count;
    enum map_density density; /* as decided: points, regions or hexagons */
    struct page_box key;      /* of the sizes of symbols */
    size_t left;              /* incidents that are not drawn: known to the country only, or outside the map */
};

/* Gathers them by place, and decides how they are drawn where the options leave it open: too many places for symbols
 * are regions. */
void many_gather(struct composition *composition);

/* What a site or region counts by what the options ask for: incidents, or the most killed that are told. */
double many_measure(const struct composition *composition, size_t incidents, struct count_range killed);

/* "213 incidents, 300–420 killed". */
struct text many_figures(const struct composition *composition, size_t incidents, struct count_range killed);

/* Asks for a callout: the name in bold, the figures below. */
void many_callout(struct composition *composition, const struct place_snapshot *place, struct page_point at,
                  double clearance, size_t incidents, struct count_range killed);

/* What is not drawn is noted. */
void many_notes(struct composition *composition);

/* The map in words: the caption, and what the picture shows. */
struct text many_caption(const struct composition *composition);
struct text many_alt(const struct composition *composition, struct text countries);

/* How far the largest symbol reaches that covers a point of the page; 0 = none does. */
double many_cover(const struct composition *composition, struct page_point at);

/* Whether a callout names the place. */
bool many_is_told(const struct composition *composition, struct text ref);

/* How many of the greatest have one on this page. */
size_t many_callouts(const struct composition *composition);

/* Draws the layer "incidents" below borders: shades of regions or hexagons. Nothing where symbols are drawn. */
bool density_draw(struct composition *composition, struct error *error) NODISCARD;

/* Asks for callouts and for room for symbols; once the panel is fixed, for their key; draws both. */
void graded_add(struct composition *composition);
void graded_key_add(struct composition *composition);
void graded_draw(struct composition *composition);

/* The classes of values for shades: *count lower limits, of rounded numbers, the first 1. */
enum { MANY_CLASSES = 5 };
size_t many_classes(double *values, size_t count, double limits[MANY_CLASSES]);

/* The greatest of 1, 2, 5, 10, 20 … that is not above the value; 1 at least. */
double many_round(double value);

#endif
