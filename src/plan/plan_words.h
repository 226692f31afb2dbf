/* plan_words.h: title, subtitle and names of a map, in its language, by the patterns of the lexicon. */
#ifndef BORDERMAP_PLAN_WORDS_H
#define BORDERMAP_PLAN_WORDS_H

#include "plan.h"
#include "wording.h"

/* "Scontri al confine tra Kirghizistan e Tagikistan, 14 settembre 2022", for the incidents of the plan. */
struct text plan_title(const struct map_sources *sources, const struct map_plan *plan, const struct wording *wording);

/* The places of several theatres: "Scontri: Kirghizistan–Tagikistan, Armenia–Azerbaigian e Ucraina". */
struct text plan_overview_title(const struct map_sources *sources, const struct map_plan *plan,
                                const struct map_plan *theatres, size_t count, const struct wording *wording);

/* The names of the two sides of "border:KG-TJ"; false for what is no border. */
bool plan_border_sides(const struct map_sources *sources, const struct map_plan *plan, struct text ref,
                       struct arena *arena, struct text sides[2]);

/* Span of dates, figures, and the date that borders and lines stand for. */
struct text plan_subtitle(const struct map_plan *plan, const struct wording *wording);

/* The sentence that tells the first incident best, in quotation marks, with who published it and when. */
struct text plan_excerpt(const struct map_plan *plan, const struct wording *wording);

#endif
