#include "mark_fresh.h"

#include "scene_add.h"

static const double gap = 3.2, width = 1.8; /* page units at unit 1 */

/* How the group is marked; false if it is not. What is new counts before what changed. */
static bool is_marked(const struct map_plan *plan, const struct mark_group *group, enum map_change_kind *kind) {
    bool marked = false;
    for (size_t i = 0; i < group->count; i++)
        for (size_t k = 0; k < plan->change_count; k++) {
            if (!text_equal(plan->changes[k].id, group->items[i]->id) || (marked && plan->changes[k].kind >= *kind))
                continue;
            *kind = plan->changes[k].kind;
            marked = true;
        }
    return marked;
}

/* New: whole; changed: in dashes; gone: in dots. */
static struct stroke ring(const struct composition *composition, enum map_change_kind kind) {
    static const double dashes[CHANGE_KINDS] = {[CHANGE_CHANGED] = 5, [CHANGE_GONE] = 1.6};
    struct stroke stroke = {0};
    stroke.colour = composition_paint(composition, kind == CHANGE_GONE ? STYLE_PAST_SITE : STYLE_INCIDENT)->fill;
    stroke.colour.opacity = 1;
    stroke.width = width * composition->unit;
    stroke.dash_count = dashes[kind] > 0 ? 2 : 0;
    stroke.dash[0] = stroke.dash[1] = dashes[kind] * composition->unit;
    return stroke;
}

static double radius(const struct composition *composition, const struct mark_symbol *symbol) {
    return symbol->size / 2 + gap * composition->unit;
}

void mark_fresh_explain(struct composition *composition, const struct mark_symbols *symbols) {
    static const char *const keys[CHANGE_KINDS] = {"diff.new", "diff.changed", "diff.gone"};
    bool any[CHANGE_KINDS] = {false};
    enum map_change_kind kind = CHANGE_NEW;
    for (size_t i = 0; i < symbols->count && composition->plan->change_count > 0; i++) {
        const struct mark_symbol *symbol = &symbols->items[i];
        if (!is_marked(composition->plan, symbol->group, &kind))
            continue;
        composition_dot(composition, symbol->at, radius(composition, symbol));
        any[kind] = true;
    }
    for (int i = 0; i < CHANGE_KINDS; i++) {
        const char *key = composition->plan->compared ? keys[i] : "legend.fresh";
        if (any[i])
            composition_legend(composition, LEGEND_RING, STYLE_INCIDENT, TEXT_NONE,
                               composition_phrase(composition, key))
                ->line = ring(composition, (enum map_change_kind)i);
    }
}

void mark_fresh_draw(struct composition *composition, const struct mark_symbols *symbols) {
    enum map_change_kind kind = CHANGE_NEW;
    for (size_t i = 0; i < symbols->count && composition->plan->change_count > 0; i++) {
        const struct mark_symbol *symbol = &symbols->items[i];
        if (!is_marked(composition->plan, symbol->group, &kind))
            continue;
        struct page_shape circle = scene_circle(composition->arena, symbol->at, radius(composition, symbol));
        scene_add_line(composition->scene, composition->arena, TEXT("new"), circle, ring(composition, kind));
    }
}

void mark_fresh_note_safe(struct composition *composition) {
    const struct map_plan *plan = composition->plan;
    const struct wording *words = &composition->words;
    if (plan->safe.grid_km > 0) {
        struct builder km = builder_new(composition->arena);
        builder_add_number(&km, plan->safe.grid_km, 1);
        struct blank blank = {"km", wording_digits(words, builder_text(&km))};
        composition_note(composition, wording_fill(words, "note.safe-grid", &blank, 1));
    }
    if (plan->safe.delay_days > 0 && date_known(plan->safe_until)) {
        struct blank blanks[] = {{"days", wording_number(words, plan->safe.delay_days)},
                                 {"date", wording_date(words, plan->safe_until)}};
        composition_note(composition, wording_fill(words, "note.safe-delay", blanks, 2));
    }
}
