/* A map of many incidents in words. */
#include "many.h"

enum { TOLD_KINDS = 6, TOLD_SITES = 5 };

void many_notes(struct composition *composition) {
    struct blank count = {"n", wording_number(&composition->words, (int64_t)composition->many->left)};
    if (composition->many->left > 0)
        composition_note(composition, wording_fill(&composition->words, "note.many-left", &count, 1));
}

/* "Clashes 120, Attack 31": kinds with their numbers, the most frequent first. */
static struct text kinds_of(const struct composition *composition) {
    enum incident_kind kinds[INCIDENT_KINDS];
    struct text items[TOLD_KINDS + 1];
    const struct totals *totals = &composition->plan->totals;
    size_t count = totals_kinds(totals, kinds), told = count < TOLD_KINDS ? count : TOLD_KINDS;
    for (size_t i = 0; i < told; i++) {
        struct text event = wording_event(&composition->words, kinds[i]);
        struct text number = wording_number(&composition->words, (int64_t)totals->kinds[kinds[i]]);
        items[i] = text_format(composition->arena, "%.*s (%.*s)", TEXT_ARGS(event), TEXT_ARGS(number));
    }
    if (count > told) {
        struct blank more = {"count", wording_number(&composition->words, (int64_t)(count - told))};
        items[told++] = wording_fill(&composition->words, "list.more", &more, 1);
    }
    return wording_list(&composition->words, items, told);
}

/* The greatest places with what they count. */
static struct text places_of(const struct composition *composition) {
    struct text items[TOLD_SITES];
    size_t count = 0;
    for (size_t i = 0; i < composition->many->count && count < TOLD_SITES; i++) {
        const struct many_site *site = &composition->many->sites[i];
        struct text name = composition_name_of(composition, site->place);
        struct text figures = many_figures(composition, site->incidents, site->killed);
        if (name.size > 0)
            items[count++] = text_format(composition->arena, "%.*s (%.*s)", TEXT_ARGS(name), TEXT_ARGS(figures));
    }
    return wording_list(&composition->words, items, count);
}

static struct text figures_of(const struct composition *composition) {
    return many_figures(composition, composition->plan->totals.incidents, composition->plan->totals.killed);
}

struct text many_caption(const struct composition *composition) {
    struct blank blanks[] = {
        {"title", composition->plan->title}, {"figures", figures_of(composition)}, {"kinds", kinds_of(composition)}};
    return wording_fill(&composition->words, "caption.many", blanks, 3);
}

struct text many_alt(const struct composition *composition, struct text countries) {
    struct blank blanks[] = {{"title", composition->plan->title},
                             {"figures", figures_of(composition)},
                             {"kinds", kinds_of(composition)},
                             {"places", places_of(composition)},
                             {"countries", countries}};
    return wording_fill(&composition->words, "alt.many", blanks, 5);
}
