#include "marks.h"

#include "area_shape.h"
#include "boundary.h"
#include "builder.h"
#include "incident_key.h"
#include "list.h"
#include "many.h"
#include "mark_arrow.h"
#include "mark_fresh.h"
#include "mark_symbols.h"
#include "scene_add.h"

#include <math.h>

enum {
    GROUP_PLACES = 3,
};

static const int callout_body_weight = 400; /* under a heading in bold */

static const struct mark_symbol *first_symbol(const struct composition *composition, const struct mark_group *group) {
    for (size_t i = 0; i < composition->symbols->count; i++)
        if (composition->symbols->items[i].group == group)
            return &composition->symbols->items[i];
    return NULL;
}

/* The place and those that belong to it: "Kherson e Kharkiv". */
static struct text group_place(const struct composition *composition, const struct mark_group *group) {
    struct text names[GROUP_PLACES];
    size_t count = 0;
    if (!snapshot_is_known(group->place))
        return TEXT_NONE;
    if (ref_is(group->ref, REF_BORDER))
        return boundary_name(composition, group->ref);
    names[count++] = composition_name_of(composition, group->place);
    for (size_t k = 0; k < group->items[0]->also_count && count < GROUP_PLACES; k++)
        names[count++] = composition_name_of(composition, &group->items[0]->also[k]);
    return wording_list(&composition->words, names, count);
}

/* In the key on one line: "Kherson · Shelling · 14 September · 3 killed". */
static void add_to_key(struct composition *composition, const struct mark_group *group) {
    struct text place = group_place(composition, group);
    struct text rest = mark_callout(&composition->words, TEXT_NONE, group->items, group->count, SIZE_MAX), line;
    struct builder out = builder_new(composition->arena);
    builder_add(&out, place);
    while (text_split(&rest, '\n', &line)) {
        builder_add_c(&out, out.count ? " · " : "");
        builder_add(&out, line);
    }
    incident_key_add(composition, group->number, builder_text(&out));
}

/* On a small page the wounded are left out where the killed are known: the callout is narrower. */
static const struct incident **told_of(const struct composition *composition, const struct mark_group *group) {
    const struct map_options *options = composition->options;
    const struct incident **told = ARENA_ARRAY(composition->arena, const struct incident *, group->count);
    bool small = mark_group_page_is_small(mark_group_callouts(options->width, options->height));
    for (size_t i = 0; i < group->count; i++) {
        struct incident *incident = ARENA_NEW(composition->arena, struct incident);
        *incident = *group->items[i];
        if (small && (incident->killed.low > 0 || incident->killed.high > 0))
            incident->wounded = (struct count_range){.low = -1, .high = -1};
        told[i] = incident;
    }
    return told;
}

static struct text callout_text(struct composition *composition, const struct mark_group *group) {
    bool labelled = gazetteer_place_of(composition->sources->gazetteer, group->ref) != PLACE_NONE;
    bool named = composition->plan->overview || group->venue || !labelled;
    struct text place = named ? group_place(composition, group) : TEXT_NONE;
    size_t most = (size_t)composition->style->max_words;
    return group->number > 0
               ? wording_number(&composition->words, group->number)
               : mark_callout(&composition->words, place, told_of(composition, group), group->count, most);
}

/* What is news goes before what is past or unsure, and of that what killed most. */
static double callout_worth(const struct mark_group *group) {
    return group->past || group->venue || group->unsure ? 0 : 400 + 1000 * log10(1 + (double)mark_group_killed(group));
}

/* "the callout "Attack, 17 October, 23 killed" at geonames:1163054". */
static struct text callout_wish(const struct composition *composition, const struct mark_group *group,
                                struct text text) {
    struct builder out = builder_new(composition->arena);
    struct text line;
    builder_add_c(&out, "the callout \"");
    for (size_t i = 0; text_split(&text, '\n', &line); i++) {
        builder_add_c(&out, i ? ", " : "");
        builder_add(&out, line);
    }
    builder_format(&out, "\" at %.*s", TEXT_ARGS(group->ref));
    return builder_text(&out);
}

/* NULL where the group has none: it is silent, or its symbol carries its number. */
static struct label *add_callout(struct composition *composition, const struct mark_group *group, struct page_point at,
                                 double clearance) {
    enum style_layer layer = group->past ? STYLE_CALLOUT_PAST : STYLE_CALLOUT;
    if (group->number > 0)
        add_to_key(composition, group);
    if (group->silent)
        composition_remark(composition,
                           text_format(composition->arena, "%.*s finds no room on a page of this size",
                                       TEXT_ARGS(callout_wish(composition, group, callout_text(composition, group)))));
    if (group->silent || (group->number > 0 && first_symbol(composition, group))) /* which carries the number */
        return NULL;
    struct label *label = composition_label(composition, LABEL_POINT, layer, callout_text(composition, group),
                                            group->items[0]->id, group->past ? 2 : 1);
    label->point = at;
    label->clearance = clearance;
    if (group->venue) /* no fighting: not in the accent */
        label->style.colour = composition_paint(composition, STYLE_VENUE)->fill;
    if (group->unsure)
        label->priority = 2;
    label->padding = 5 * composition->unit;
    label->body_weight = callout_body_weight;
    label->kind = LABEL_CALLOUT;
    label->may_lead = true;
    label->worth = callout_worth(group);
    label->pin_wish = callout_wish(composition, group, label->text);
    return label;
}

/* The accent's line in the dashes of its class. */
static struct stroke stretch_stroke(const struct composition *composition, const struct named_line *line,
                                    const struct paint *paint) {
    struct stroke stroke = paint->line;
    bool border = line->kind != REF_RIVER;
    if (!border || line->class == BORDER_INTERNATIONAL)
        return stroke;
    const struct stroke *own = &composition_paint(composition, boundary_layer(line->class))->line;
    stroke.dash_count = own->dash_count;
    for (int i = 0; i < own->dash_count; i++)
        stroke.dash[i] = own->dash[i];
    stroke.round = own->round;
    return stroke;
}

static bool belongs(const struct composition *composition, const struct named_line *line, struct text ref) {
    return text_equal(line->ref, ref) || composition_stands_for(composition, line, ref);
}

/* Broken where what is drawn is unsure. */
static struct stroke broken(struct stroke stroke, bool unsure, double unit) {
    if (!unsure)
        return stroke;
    stroke.width = fmax(stroke.width, 1.5 * unit);
    stroke.dash_count = 2;
    stroke.dash[0] = fmax(stroke.width, 5 * unit);
    stroke.dash[1] = fmax(stroke.width * 0.7, 4 * unit);
    stroke.round = false;
    return stroke;
}

/* The words of the legend, told as unconfirmed where they are. */
static struct text legend_words(const struct composition *composition, const struct mark_group *group,
                                const char *key) {
    struct text words = composition_phrase(composition, key);
    return group->unsure ? wording_unsure(&composition->words, words) : words;
}

/* All that the reference means: a border, and the lines that stand where it would be. */
static struct page_shape whole_stretch(const struct composition *composition, struct text ref) {
    struct page_shape whole = {0};
    for (size_t i = 0; i < composition->named_lines.count; i++)
        if (belongs(composition, &composition->named_lines.items[i], ref))
            page_shape_append(&whole, composition->named_lines.items[i].shape, composition->arena);
    return whole;
}

/* The stretch itself: one glow, and over it each line in its own dashes. */
static void draw_stretch(struct composition *composition, const struct mark_group *group) {
    struct page_shape whole = whole_stretch(composition, group->ref);
    struct stroke stroke = {0};
    if (whole.count == 0)
        return;
    bool border = !ref_is(group->ref, REF_RIVER);
    enum style_layer layer = group->past ? STYLE_PAST_LINE : STYLE_INCIDENT_LINE;
    const struct paint *paint = composition_paint(composition, layer);
    struct stroke glow = broken(paint->casing, group->unsure, composition->unit);
    scene_add_line(composition->scene, composition->arena, group->ref, whole, glow);
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        if (line->shape.count == 0 || !belongs(composition, line, group->ref))
            continue;
        stroke = stretch_stroke(composition, line, paint);
        scene_add_line(composition->scene, composition->arena, line->ref, line->shape, stroke);
        composition_show(composition, line->ref);
    }
    const char *key = group->past ? "legend.past-line" : border ? "legend.incident-border" : "legend.incident-river";
    composition_legend_band(composition, layer, stroke, glow, legend_words(composition, group, key));
    composition_show(composition, group->ref);
    composition_block_line(composition, &whole, (group->past ? 4 : 8) * composition->unit);
    struct label *label = add_callout(composition, group, page_shape_middle(&whole), 5 * composition->unit);
    if (label)
        label->shape = whole; /* along which it may move */
}

/* Whether a line is highlighted without an incident of its own on it. */
static bool is_other_highlight(const struct composition *composition, const struct mark_groups *groups,
                               const struct named_line *line) {
    bool other = composition_line_highlighted(composition, line);
    for (size_t k = 0; k < groups->count; k++)
        other = other && !belongs(composition, line, groups->items[k].ref);
    return other;
}

/* Borders that are highlighted without an incident keep their line and its entry; one glow lies beneath all of them. */
static void draw_other_highlights(struct composition *composition, const struct mark_groups *groups) {
    struct page_shape whole = {0};
    for (size_t i = 0; i < composition->named_lines.count; i++)
        if (is_other_highlight(composition, groups, &composition->named_lines.items[i]))
            page_shape_append(&whole, composition->named_lines.items[i].shape, composition->arena);
    if (whole.count == 0)
        return;
    scene_add_line(composition->scene, composition->arena, TEXT("highlight"), whole,
                   composition_paint(composition, STYLE_INCIDENT_LINE)->casing);
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        if (line->shape.count == 0 || !is_other_highlight(composition, groups, line))
            continue;
        scene_add_line(composition->scene, composition->arena, line->ref, line->shape,
                       composition_paint(composition, boundary_layer(line->class))->line);
        boundary_legend(composition, line);
        composition_show(composition, line->ref);
        const struct paint *glow = composition_paint(composition, STYLE_INCIDENT_LINE);
        composition_legend_band(composition, STYLE_INCIDENT_LINE,
                                composition_paint(composition, boundary_layer(line->class))->line, glow->casing,
                                composition_phrase(composition, "legend.incident-border"));
    }
}

/* A ring as wide as the place is uncertain. */
static void draw_ring(struct composition *composition, const struct mark_group *group) {
    const struct incident *incident = group->items[0];
    struct page_point at = frame_project(&composition->frame, incident->point);
    const struct paint *paint = composition_paint(composition, group->past ? STYLE_PAST_SITE : STYLE_INCIDENT_NEAR);
    double radius = fmax(incident->precision_km / composition->frame.km_per_unit, paint->icon_size / 2);
    if (!frame_shows(&composition->frame, at, 0))
        return;
    struct page_box box = composition->frame.layout.panel;
    radius = fmin(radius, fmin(box.right - box.left, box.bottom - box.top) / 4);
    struct page_shape ring = scene_circle(composition->arena, at, radius);
    struct scene_item *item = scene_add_area(composition->scene, composition->arena, incident->id, ring,
                                             group->unsure ? (struct colour){0} : paint->fill);
    item->stroke = broken(paint->line, group->unsure, composition->unit);
    obstacles_line(&composition->obstacles, item->shape, composition->arena);
    struct legend_entry *entry = composition_legend(
        composition, group->unsure ? LEGEND_RING : LEGEND_SYMBOL, group->past ? STYLE_PAST_SITE : STYLE_INCIDENT_NEAR,
        paint->icon, legend_words(composition, group, group->past ? "legend.past-near" : "legend.incident-near"));
    entry->line = item->stroke;
    add_callout(composition, group, at, radius + 2);
}

static void name_region(struct composition *composition, const struct place_snapshot *place,
                        const struct page_shape *shape) {
    struct label *label = composition_label(composition, LABEL_AREA, STYLE_REGION_NAME,
                                            composition_name_of(composition, place), place->ref, 1);
    label->shape = *shape;
    label->point = page_shape_inside(shape);
}

static bool draw_region(struct composition *composition, const struct mark_group *group,
                        const struct place_snapshot *place, bool first, struct error *error) {
    struct text ref = place->ref;
    struct page_shape shape;
    if (!area_shape_read(composition, ref, &shape, error))
        return false;
    if (shape.count == 0) {
        if (first)
            draw_ring(composition, group);
        return true;
    }
    bool drawn = group->past && ref_is(ref, REF_AREA); /* as an area, with its own hatch */
    enum style_layer layer = group->past ? STYLE_PAST_REGION : STYLE_INCIDENT_REGION;
    if (drawn) {
        if (first)
            add_callout(composition, group, page_shape_inside(&shape), 4 * composition->unit);
        return true;
    }
    const struct paint *paint = composition_paint(composition, layer);
    struct scene_item *item = scene_add_area(composition->scene, composition->arena, ref, shape,
                                             group->unsure ? (struct colour){0} : paint->fill);
    item->hatch = group->unsure ? (struct hatch){0} : paint->hatch;
    item->stroke = broken(paint->line, group->unsure, composition->unit);
    struct legend_entry *entry = composition_legend(
        composition, LEGEND_AREA, layer, TEXT_NONE,
        legend_words(composition, group, group->past ? "legend.past-region" : "legend.incident-region"));
    entry->unsure = group->unsure;
    entry->line = item->stroke;
    if (!ref_is(ref, REF_AREA) &&
        !composition->plan->overview) /* an area is named by the ground, an overview by its callout */
        name_region(composition, place, &shape);
    composition_show(composition, ref);
    if (first)
        add_callout(composition, group, page_shape_inside(&shape), 4 * composition->unit);
    return true;
}

static bool draw_regions(struct composition *composition, const struct mark_group *group, struct error *error) {
    if (!draw_region(composition, group, group->place, true, error))
        return false;
    for (size_t i = 0; i < group->count; i++)
        for (size_t k = 0; k < group->items[i]->also_count; k++)
            if (!draw_region(composition, group, &group->items[i]->also[k], false, error))
                return false;
    return true;
}

/* No place to draw: what is known is said below the map. */
static void note_somewhere(struct composition *composition, const struct mark_group *group) {
    struct text place = snapshot_is_known(group->place) ? composition_name_of(composition, group->place) : TEXT_NONE;
    struct blank blanks[] = {{"event", wording_incident(&composition->words, group->items[0])},
                             {"date", wording_dates(&composition->words, &group->items[0]->date)},
                             {"place", place}};
    if (place.size > 0)
        composition_note(composition, wording_fill(&composition->words, "note.somewhere", blanks, 3));
}

static bool draw_group(struct composition *composition, const struct mark_group *group, struct error *error) {
    enum place_precision precision = group->items[0]->precision;
    if (group->hidden)
        return true;
    if (!mark_group_is_placed(group)) {
        note_somewhere(composition, group);
        return true;
    }
    if (precision == PRECISION_LINE) {
        draw_stretch(composition, group);
        return true;
    }
    if (precision == PRECISION_REGION || precision == PRECISION_DISTRICT)
        return draw_regions(composition, group, error);
    if (precision == PRECISION_NEAR)
        draw_ring(composition, group);
    return true;
}

/* The callout of a site stands beside all of its symbols; that of a past one may stand where news has the symbol. */
static void add_site(struct composition *composition, const struct mark_group *group) {
    struct page_point at = frame_project(&composition->frame, group->items[0]->point);
    const struct mark_symbol *symbol = first_symbol(composition, group);
    double clearance = composition_paint(composition, STYLE_INCIDENT)->icon_size / 2;
    if (group->hidden || group->items[0]->precision != PRECISION_EXACT || !frame_shows(&composition->frame, at, 0))
        return;
    if (symbol) {
        at = symbol->at;
        clearance = symbol->size / 2;
    }
    add_callout(composition, group, at, clearance + 2);
}

static void gather(struct composition *composition) {
    composition->groups = ARENA_NEW(composition->arena, struct mark_groups);
    composition->symbols = ARENA_NEW(composition->arena, struct mark_symbols);
    size_t most = mark_group_callouts(composition->options->width, composition->options->height);
    mark_groups_gather(composition->plan, most, composition->arena, composition->groups);
    mark_symbols_gather(composition, composition->groups, composition->symbols);
}

/* Of many incidents nothing is drawn one by one. */
static bool draw_many(struct composition *composition) {
    composition->groups = ARENA_NEW(composition->arena, struct mark_groups);
    composition->symbols = ARENA_NEW(composition->arena, struct mark_symbols);
    if (composition->many->density == DENSITY_POINTS)
        graded_add(composition);
    return true;
}

bool marks_draw(struct composition *composition, struct error *error) {
    if (composition->many)
        return draw_many(composition);
    gather(composition);
    const struct mark_groups *groups = composition->groups;
    scene_layer_begin(composition->scene, composition->arena, "incidents");
    for (int past = 1; past >= 0; past--) /* what is past lies below */
        for (size_t i = 0; i < groups->count; i++)
            if (groups->items[i].past == (past == 1) && !draw_group(composition, &groups->items[i], error))
                return false;
    draw_other_highlights(composition, groups);
    mark_arrows_draw(composition);
    scene_layer_end(composition->scene, composition->arena);
    mark_symbols_explain(composition, composition->symbols);
    mark_fresh_explain(composition, composition->symbols);
    mark_fresh_note_safe(composition);
    for (size_t i = 0; i < groups->count; i++)
        add_site(composition, &groups->items[i]);
    return true;
}

void marks_draw_symbols(struct composition *composition) {
    if (composition->many && composition->many->density == DENSITY_POINTS)
        graded_draw(composition);
    mark_fresh_draw(composition, composition->symbols);
    mark_symbols_draw(composition, composition->symbols);
}
