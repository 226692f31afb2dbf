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

static bool is_event(const struct legend_entry *entry) {
    return entry->layer >= STYLE_INCIDENT && entry->layer <= STYLE_VENUE;
}

/* Whether the entry stays at a step of leaving out: 0 = all, 1 = what needs words, 2 = incidents. */
static void keep_entries(struct composition *composition, int step) {
    size_t kept = 0;
    for (size_t i = 0; i < composition->legend.count; i++) {
        const struct legend_entry *entry = &composition->legend.items[i];
        if (step == 1 ? !is_plain(entry) : is_event(entry))
            composition->legend.items[kept++] = *entry;
    }
    composition->legend.count = kept;
}

void page_fit_trim(struct composition *composition) {
    double most = furniture_footer_limit(composition);
    for (int step = 1; step <= 2 && furniture_footer_height(composition) > most; step++)
        keep_entries(composition, step);
    while (composition->notes.count > 0 && furniture_footer_height(composition) > most)
        composition->notes.count--;
}
