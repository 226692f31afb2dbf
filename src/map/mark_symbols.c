#include "mark_symbols.h"

#include "list.h"
#include "scene_add.h"

#include <math.h>

enum {
    KINDS_AT_PLACE = 3, /* side by side; more are told by the callout alone */
    SPREAD_ROUNDS = 60,
};

static const double badge_share = 0.52;          /* of the symbol's size: how many it stands for */
static const double tens = 1.28, hundreds = 1.6; /* growth for 10 and 100 killed: areas about 1 : 1.6 : 2.6 */
static const double far = 0.35;                  /* of its size: so far aside a symbol needs a line to its place */
static const double hollow_line = 1.2;           /* page units */
static const double place_dot = 4.5;             /* page units at unit 1 */

double mark_symbols_growth(int64_t killed) {
    return killed >= 100 ? hundreds : killed >= 10 ? tens : 1;
}

static enum style_layer site_layer(const struct mark_group *group) {
    return group->venue ? STYLE_VENUE : group->past ? STYLE_PAST_SITE : STYLE_INCIDENT;
}

struct symbol_ink mark_symbols_ink(const struct paint *paint, bool hollow) {
    struct symbol_ink ink = {paint->fill, paint->line};
    if (!hollow)
        return ink;
    ink.fill = paint->line.colour;
    ink.fill.opacity = 1;
    ink.line.colour = paint->fill;
    ink.line.width = fmax(paint->line.width, hollow_line);
    return ink;
}

/* Symbols that are hollow in any case have no form for what is unsure. */
static struct text kind_icon(const struct mark_group *group, enum incident_kind kind) {
    struct text symbol = text_of(kind_facts(kind)->symbol);
    bool open = text_is(symbol, "ceasefire") || text_is(symbol, "meeting");
    return open && group->unsure ? TEXT("other") : symbol;
}

/* Whether news marks the same place: what is past there has no symbol of its own, unless a number. */
static bool is_hidden(const struct mark_groups *groups, const struct mark_group *group) {
    for (size_t i = 0; i < groups->count; i++)
        if (group->past && group->number == 0 && !groups->items[i].past && text_equal(groups->items[i].ref, group->ref))
            return true;
    return group->hidden;
}

static struct mark_symbol new_symbol(const struct composition *composition, const struct mark_group *group,
                                     struct page_point place) {
    enum style_layer layer = site_layer(group);
    const struct paint *paint = composition_paint(composition, layer);
    return (struct mark_symbol){.group = group,
                                .layer = layer,
                                .icon = group->venue && group->unsure ? TEXT("other") : paint->icon,
                                .incidents = 1,
                                .place = place,
                                .size = paint->icon_size,
                                .hollow = group->unsure};
}

/* A symbol for each kind of what happened there, in the order of the group. */
static size_t gather_kinds(const struct composition *composition, const struct mark_group *group,
                           struct page_point place, struct mark_symbol kinds[KINDS_AT_PLACE]) {
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        struct mark_symbol symbol = new_symbol(composition, group, place);
        size_t known = 0;
        if (!group->past && !group->venue)
            symbol.icon = kind_icon(group, group->items[i]->kind);
        symbol.size *= group->past || group->venue ? 1 : mark_symbols_growth(mark_killed(group->items[i]));
        while (known < count && !text_equal(kinds[known].icon, symbol.icon))
            known++;
        if (known == KINDS_AT_PLACE)
            continue;
        if (known == count) {
            kinds[count++] = symbol;
        } else {
            kinds[known].incidents++;
            kinds[known].size = fmax(kinds[known].size, symbol.size);
        }
    }
    return count;
}

static void add_side_by_side(const struct composition *composition, struct mark_symbol *kinds, size_t count,
                             struct mark_symbols *symbols) {
    double width = 0;
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        width += kinds[i].size;
    double x = kinds[0].place.x - width / 2;
    for (size_t i = 0; i < count; i++) {
        kinds[i].at = (struct page_point){x + kinds[i].size / 2, kinds[i].place.y};
        x += kinds[i].size;
        *LIST_PUSH(composition->arena, symbols) = kinds[i];
    }
}

static void add_number(const struct composition *composition, const struct mark_group *group, struct page_point place,
                       struct mark_symbols *symbols) {
    struct mark_symbol symbol = new_symbol(composition, group, place);
    symbol.icon = TEXT("badge");
    symbol.number = wording_number(&composition->words, group->number);
    symbol.at = place;
    symbol.size = fmax(symbol.size, 15 * composition->unit) * 0.9;
    *LIST_PUSH(composition->arena, symbols) = symbol;
}

void mark_symbols_gather(const struct composition *composition, const struct mark_groups *groups,
                         struct mark_symbols *symbols) {
    *symbols = (struct mark_symbols){0};
    for (size_t i = 0; i < groups->count; i++) {
        const struct mark_group *group = &groups->items[i];
        struct mark_symbol kinds[KINDS_AT_PLACE] = {{0}};
        struct page_point place = frame_project(&composition->frame, group->items[0]->point);
        if (group->items[0]->precision != PRECISION_EXACT || !frame_shows(&composition->frame, place, 0) ||
            is_hidden(groups, group))
            continue;
        if (group->number > 0)
            add_number(composition, group, place, symbols);
        else
            add_side_by_side(composition, kinds, gather_kinds(composition, group, place, kinds), symbols);
    }
    mark_symbols_spread(symbols->items, symbols->count, composition->unit);
}

/* Pushes two circles apart along the line between them, or side by side where they coincide; whether they met. */
static bool part(struct mark_symbol *a, struct mark_symbol *b, double gap) {
    double x = b->at.x - a->at.x, y = b->at.y - a->at.y, between = hypot(x, y);
    double wanted = (a->size + b->size) / 2 + gap;
    if (between >= wanted - 1e-6)
        return false;
    double share = between > 1e-6 ? (wanted - between) / 2 / between : 0;
    double dx = between > 1e-6 ? x * share : wanted / 2, dy = between > 1e-6 ? y * share : 0;
    a->at = (struct page_point){a->at.x - dx, a->at.y - dy};
    b->at = (struct page_point){b->at.x + dx, b->at.y + dy};
    return true;
}

void mark_symbols_spread(struct mark_symbol *symbols, size_t count, double gap) {
    bool met = true;
    for (int round = 0; met && round < SPREAD_ROUNDS; round++) {
        met = false;
        for (size_t i = 0; i < count; i++)
            for (size_t k = i + 1; k < count; k++) {
                bool together = symbols[i].group == symbols[k].group; /* side by side already */
                met = part(&symbols[i], &symbols[k], together ? 0 : gap) || met;
            }
    }
}

static void explain_size(struct composition *composition, const struct mark_symbol *symbol) {
    double growth = symbol->size / composition_paint(composition, symbol->layer)->icon_size;
    if (symbol->layer != STYLE_INCIDENT || symbol->number.size > 0 || growth < tens)
        return;
    bool most = growth >= hundreds;
    const char *key = most ? "legend.killed-hundreds" : "legend.killed-tens";
    composition_legend(composition, LEGEND_SYMBOL, symbol->layer, TEXT("circle"), composition_phrase(composition, key))
        ->growth = most ? hundreds : tens;
}

static void explain_kind(struct composition *composition, const struct mark_symbol *symbol) {
    const struct mark_group *group = symbol->group;
    struct text words = composition_phrase(composition, "legend.past-site");
    for (size_t i = 0; i < group->count && !group->past; i++) {
        bool told = group->venue || symbol->number.size > 0 ||
                    text_equal(kind_icon(group, group->items[i]->kind), symbol->icon);
        if (!told)
            continue;
        words = wording_event(&composition->words, group->items[i]->kind);
        break;
    }
    if (symbol->number.size > 0) {
        words = composition_phrase(composition, "legend.numbered");
        struct legend_entry *entry =
            composition_legend(composition, LEGEND_SYMBOL, STYLE_INCIDENT, symbol->icon, words);
        entry->number = TEXT("1");
        return;
    }
    struct blank event = {"event", words};
    if (symbol->hollow)
        words = wording_fill(&composition->words, "legend.unsure", &event, 1);
    composition_legend(composition, LEGEND_SYMBOL, symbol->layer, symbol->icon, words)->unsure = symbol->hollow;
}

static bool is_counted(const struct mark_symbol *symbol) {
    return symbol->incidents > 1 && symbol->layer == STYLE_INCIDENT;
}

/* Where the number of incidents stands: at the upper right of the symbol. */
static struct page_point count_place(const struct mark_symbol *symbol) {
    return (struct page_point){symbol->at.x + symbol->size * 0.42, symbol->at.y - symbol->size * 0.42};
}

/* No label may lie on the symbol nor on its number. */
static void block(struct composition *composition, const struct mark_symbol *symbol) {
    composition_dot(composition, symbol->at, symbol->size / 2);
    struct page_point at = count_place(symbol);
    double half = symbol->size * badge_share / 2;
    if (is_counted(symbol))
        obstacles_block(&composition->obstacles, (struct page_box){at.x - half, at.y - half, at.x + half, at.y + half},
                        composition->arena);
}

void mark_symbols_explain(struct composition *composition, const struct mark_symbols *symbols) {
    for (size_t i = 0; i < symbols->count; i++) {
        block(composition, &symbols->items[i]);
        explain_kind(composition, &symbols->items[i]);
    }
    for (size_t i = 0; i < symbols->count; i++)
        explain_size(composition, &symbols->items[i]);
}

/* From a symbol that had to move aside to where it happened. */
static void draw_line_to_place(struct composition *composition, const struct mark_symbol *symbol) {
    double aside = hypot(symbol->at.x - symbol->place.x, symbol->at.y - symbol->place.y);
    bool row = fabs(symbol->at.y - symbol->place.y) < 1e-6 && symbol->number.size == 0;
    if (aside < symbol->size * far || (row && aside < symbol->size * 1.3))
        return;
    const struct paint *leader = composition_paint(composition, STYLE_LEADER);
    scene_add_line(composition->scene, composition->arena, TEXT("leader"),
                   scene_segment(composition->arena, symbol->at, symbol->place), leader->line);
    scene_add_symbol(composition->scene, composition->arena, symbol->group->ref, TEXT("circle"), symbol->place,
                     place_dot * composition->unit, leader->line.colour, (struct stroke){0});
}

static void draw_count(struct composition *composition, const struct mark_symbol *symbol) {
    if (!is_counted(symbol))
        return;
    const struct paint *paint = composition_paint(composition, STYLE_INCIDENT);
    double size = symbol->size * badge_share;
    struct stroke casing = paint->line;
    casing.width *= 0.6;
    struct scene_item *badge =
        scene_add_symbol(composition->scene, composition->arena, TEXT("count"), TEXT("badge"), count_place(symbol),
                         size, composition_paint(composition, STYLE_SITE)->fill, casing);
    badge->text = wording_number(&composition->words, symbol->incidents);
    badge->lang = composition->plan->lang;
}

void mark_symbols_draw(struct composition *composition, const struct mark_symbols *symbols) {
    for (size_t i = 0; i < symbols->count; i++)
        draw_line_to_place(composition, &symbols->items[i]);
    for (size_t i = 0; i < symbols->count; i++) {
        const struct mark_symbol *symbol = &symbols->items[i];
        struct symbol_ink ink = mark_symbols_ink(composition_paint(composition, symbol->layer), symbol->hollow);
        struct scene_item *item = scene_add_symbol(composition->scene, composition->arena, symbol->group->items[0]->id,
                                                   symbol->icon, symbol->at, symbol->size, ink.fill, ink.line);
        item->text = symbol->number;
        item->lang = composition->plan->lang;
        composition_show(composition, symbol->group->ref);
    }
    for (size_t i = 0; i < symbols->count; i++)
        draw_count(composition, &symbols->items[i]);
}
