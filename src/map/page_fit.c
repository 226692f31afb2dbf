#include "page_fit.h"

#include "furniture.h"
#include "paragraph.h"

#include <math.h>

enum { TITLE_LINES = 3 };

static const double no_widow = 0.9, least_title = 0.7; /* of its size */

static size_t title_lines(const struct composition *composition, const struct text_style *title) {
    struct text lines[TITLE_LINES];
    double width = composition->options->width - 2 * composition->style->margin;
    return paragraph_break(&composition->sources->measure, title, composition->plan->title, composition->plan->lang,
                           width, TITLE_LINES, composition->arena, lines);
}

void page_fit_title(const struct composition *composition, struct style *style) {
    struct text_style *title = &style->layers[STYLE_TITLE].text;
    double least = title->size * least_title;
    size_t most = composition->options->height < FURNITURE_LOW_PAGE ? 1 : 2;
    while (title->size * 0.94 >= least && title_lines(composition, title) > most)
        title->size *= 0.94;
    struct text_style smaller = *title; /* rather a little smaller than a lonely word on a line of its own */
    smaller.size = fmax(title->size * no_widow, least);
    if (title_lines(composition, &smaller) < title_lines(composition, title))
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
