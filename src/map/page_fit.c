#include "page_fit.h"

#include "furniture.h"
#include "paragraph.h"

#include <math.h>

enum { TITLE_LINES = 3 };

static const double no_widow = 0.9, least_title = 0.7; /* of its size */

/* The title of the plan, and what it is set with. */
struct titling {
    const struct map_plan *plan;
    const struct text_measure *measure;
    double width;
    struct arena *arena;
};

static size_t title_lines(const struct titling *titling, const struct text_style *title) {
    struct text lines[TITLE_LINES];
    return paragraph_break(titling->measure, title, titling->plan->title, titling->plan->lang, titling->width,
                           TITLE_LINES, titling->arena, lines);
}

void page_fit_title(const struct map_sources *sources, const struct map_plan *plan, const struct map_options *options,
                    struct arena *arena, struct style *style) {
    struct titling titling = {plan, &sources->measure, options->width - 2 * style->margin, arena};
    struct text_style *title = &style->layers[STYLE_TITLE].text;
    double least = title->size * least_title;
    size_t most = options->height < FURNITURE_LOW_PAGE ? 1 : 2;
    while (title->size * 0.94 >= least && title_lines(&titling, title) > most)
        title->size *= 0.94;
    struct text_style smaller = *title; /* rather a little smaller than a lonely word on a line of its own */
    smaller.size = fmax(title->size * no_widow, least);
    if (title_lines(&titling, &smaller) < title_lines(&titling, title))
        *title = smaller;
}

/* Lines that a reader knows without being told. */
static bool is_plain(const struct legend_entry *entry) {
    return entry->sample == LEGEND_LINE && (entry->layer == STYLE_REGION || entry->layer == STYLE_BORDER_INTERNATIONAL);
}

static bool wants_words(const struct legend_entry *entry) {
    return !is_plain(entry);
}

static bool is_event(const struct legend_entry *entry) {
    return entry->layer >= STYLE_INCIDENT && entry->layer <= STYLE_VENUE;
}

void page_fit_trim(struct composition *composition) {
    double most = furniture_footer_limit(composition);
    for (int step = 1; step <= 2 && furniture_footer_height(composition) > most; step++)
        legend_keep(&composition->legend, step == 1 ? wants_words : is_event);
    while (composition->notes.list.count > 0 && furniture_footer_height(composition) > most)
        footnotes_drop(&composition->notes);
}
