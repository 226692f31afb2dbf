#include "edit_apply.h"

#include "capitals.h"
#include "fold.h"
#include "list.h"
#include "paragraph.h"
#include "scene_add.h"

#include <math.h>
#include <string.h>

enum { CALLOUT_LINES = 6 };

static const double callout_width = 230; /* page units at unit 1 */

/* Degrees anticlockwise from the right, as label placement counts. */
static const double side_angles[SIDES] = {
    [SIDE_RIGHT_ABOVE] = 45, [SIDE_RIGHT] = 0,        [SIDE_RIGHT_BELOW] = -45, [SIDE_ABOVE] = 90,
    [SIDE_BELOW] = -90,      [SIDE_LEFT_ABOVE] = 135, [SIDE_LEFT] = 180,        [SIDE_LEFT_BELOW] = -135};

/* "hide: "Isfana" is no label of this map". */
static void remark_on(struct composition *composition, const char *key, struct text what, const char *why) {
    composition_remark(composition, text_format(composition->arena, "%s: \"%.*s\" %s", key, TEXT_ARGS(what), why));
}

/* The label's own name; of an incident also as the manifest has it, with its article in front: "article/clash-…". */
static bool is_name_of(const struct label *label, struct text key) {
    size_t slash = key.size - label->name.size - 1;
    return text_equal(label->name, key) || (key.size > label->name.size + 1 && label->name.size > 0 &&
                                            key.data[slash] == '/' && text_ends(key, label->name));
}

/* By reference, or by its words: however they are capitalised, broken or accented. */
static bool is_called(const struct composition *composition, const struct label *label, struct text key) {
    if (is_name_of(label, key))
        return true;
    struct text folded = fold_key(composition->arena, key);
    return folded.size > 0 && text_equal(folded, fold_key(composition->arena, label->text));
}

static bool project_inside(const struct composition *composition, struct lonlat at, struct page_point *point) {
    *point = frame_project(&composition->frame, at);
    return frame_shows(&composition->frame, *point, 0);
}

static void pin_side(struct label *label, enum edit_side side) {
    label->pin = LABEL_PIN_SIDE;
    label->pin_angle = side_angles[side];
}

static void move_label(struct composition *composition, struct label *label, const struct edit_label *wish) {
    if (wish->side != SIDE_NONE && label->target != LABEL_POINT) {
        remark_on(composition, "move", wish->key, "has no sides; give it [longitude, latitude]");
        return;
    }
    if (wish->side != SIDE_NONE)
        pin_side(label, wish->side);
    else if (project_inside(composition, wish->to, &label->pin_at))
        label->pin = LABEL_PIN_MIDDLE;
    else
        remark_on(composition, "move", wish->key, "would go outside the frame");
    label->pin_wish = text_format(composition->arena, "move: \"%.*s\"", TEXT_ARGS(wish->key));
}

/* By reference before words, and where a side is wanted a label that has sides before others. */
static struct label *label_called(const struct composition *composition, const struct edit_label *wish) {
    struct label *best = NULL;
    int best_rank = 0;
    for (size_t k = 0; k < composition->wishes.labels.count; k++) {
        struct label *label = &composition->wishes.labels.items[k];
        bool sides = wish->side == SIDE_NONE || label->target == LABEL_POINT;
        int rank = !is_called(composition, label, wish->key) ? 0 : is_name_of(label, wish->key) ? 3 : sides ? 2 : 1;
        if (rank > best_rank) {
            best = label;
            best_rank = rank;
        }
    }
    return best;
}

static void move_labels(struct composition *composition, const struct edit *edit) {
    for (size_t i = 0; i < edit->moved.count; i++) {
        struct label *label = label_called(composition, &edit->moved.items[i]);
        if (label)
            move_label(composition, label, &edit->moved.items[i]);
        else
            remark_on(composition, "move", edit->moved.items[i].key, "is no label of this map");
    }
}

/* A highlighted town's name keeps off the ring. */
static void clear_rings(struct composition *composition, const struct edit *edit) {
    double ring = composition_paint(composition, STYLE_INCIDENT)->icon_size * EDIT_RING / 2 + 1.5;
    for (size_t i = 0; i < edit->highlights.count; i++)
        for (size_t k = 0; k < composition->wishes.labels.count; k++) {
            struct label *label = &composition->wishes.labels.items[k];
            if (label->target == LABEL_POINT && text_equal(label->name, edit->highlights.items[i].ref))
                label->clearance = fmax(label->clearance, ring);
        }
}

/* In capitals where the label was. */
static struct text reworded(const struct composition *composition, const struct label *label, struct text words) {
    struct text lang = composition->plan->lang, first = label->text, rest = first;
    text_split(&rest, '\n', &first);
    bool capitals = text_code_points(first) > 1 && text_equal(first, capitals_of(composition->arena, first, lang)) &&
                    !text_equal(first, capitals_small_first(composition->arena, first, lang));
    return capitals && label->target == LABEL_AREA ? capitals_of(composition->arena, words, lang) : words;
}

static void rename_labels(struct composition *composition, const struct edit *edit) {
    struct text *words = ARENA_ARRAY(composition->arena, struct text, composition->wishes.labels.count + 1);
    for (size_t i = 0; i < edit->renamed.count; i++) {
        bool found = false;
        for (size_t k = 0; k < composition->wishes.labels.count; k++) {
            const struct label *label = &composition->wishes.labels.items[k];
            if (!is_called(composition, label, edit->renamed.items[i].key))
                continue;
            words[k] = reworded(composition, label, edit->renamed.items[i].words);
            found = true;
        }
        if (!found)
            remark_on(composition, "rename", edit->renamed.items[i].key, "is no label of this map");
    }
    for (size_t k = 0; k < composition->wishes.labels.count; k++)
        if (words[k].size > 0)
            composition->wishes.labels.items[k].text = words[k];
}

/* Something that has a name somewhere: on a page with room for fewer names it need not be a label. */
static bool is_place(const struct composition *composition, struct text key) {
    const struct gazetteer *gazetteer = composition->sources->gazetteer;
    struct text folded = fold_key(composition->arena, key);
    return gazetteer_place_of(gazetteer, key) != PLACE_NONE ||
           (folded.size > 0 && gazetteer_find(gazetteer, folded, composition->arena).count > 0);
}

static void find_hidden(struct composition *composition, const struct edit *edit, bool *hidden) {
    for (size_t i = 0; i < edit->hidden.count; i++) {
        bool found = false;
        for (size_t k = 0; k < composition->wishes.labels.count; k++) {
            bool called = is_called(composition, &composition->wishes.labels.items[k], edit->hidden.items[i]);
            hidden[k] = hidden[k] || called;
            found = found || called;
        }
        if (!found && !is_place(composition, edit->hidden.items[i]))
            remark_on(composition, "hide", edit->hidden.items[i], "is no label of this map");
    }
}

/* Where on the page an anchor is; of borders, rivers and lines, their whole course in *line. */
static bool anchor_point(struct composition *composition, const struct edit_anchor *anchor, const char *key,
                         struct page_point *point, struct page_shape *line) {
    struct text ref = anchor->ref;
    *line = (struct page_shape){0};
    if (ref.size == 0) {
        bool inside = project_inside(composition, anchor->at, point);
        struct text position = text_format(composition->arena, "%g, %g", anchor->at.lon, anchor->at.lat);
        if (!inside)
            remark_on(composition, key, position, "is outside the frame");
        return inside;
    }
    const struct named_line *named = composition_line(composition, ref);
    if (named && named->shape.count > 0) {
        *line = named->shape;
        *point = page_shape_middle(line);
        return true;
    }
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    if (place == PLACE_NONE) {
        remark_on(composition, key, ref, "is no reference that is known");
        return false;
    }
    bool inside = project_inside(composition, gazetteer_place(composition->sources->gazetteer, place).point, point);
    if (!inside)
        remark_on(composition, key, ref, "is outside the frame");
    return inside;
}

static enum style_layer addition_layer(enum edit_kind kind) {
    switch (kind) {
    case KIND_CITY: return STYLE_CITY;
    case KIND_CAPITAL: return STYLE_CAPITAL;
    case KIND_COUNTRY: return STYLE_NEIGHBOUR_NAME;
    case KIND_REGION: return STYLE_REGION_NAME;
    case KIND_AREA: return STYLE_AREA_NAME;
    case KIND_WATER: return STYLE_LAKE_NAME;
    case KIND_NOTE: return STYLE_TOWN;
    case KIND_TOWN:
    case KINDS: break;
    }
    return STYLE_SITE;
}

static int territory_at(const struct composition *composition, struct page_point point) {
    for (size_t i = 0; i < composition->territories.count; i++)
        if (page_shape_contains(&composition->territories.items[i].shape, point))
            return (int)i;
    return -1;
}

static struct text addition_words(const struct composition *composition, const struct edit_addition *addition) {
    if (addition->words.size > 0)
        return addition->words;
    place_id place = gazetteer_place_of(composition->sources->gazetteer, addition->anchor.ref);
    return place == PLACE_NONE ? addition->anchor.ref : composition_name(composition, place);
}

static void add_label(struct composition *composition, const struct edit_addition *addition, size_t number) {
    struct page_point point;
    struct page_shape line;
    struct text ref = addition->anchor.ref;
    bool symbol = addition->kind == KIND_TOWN || addition->kind == KIND_CITY || addition->kind == KIND_CAPITAL;
    if (ref.size > 0 && label_wishes_name(&composition->wishes, ref)) {
        remark_on(composition, "add", ref, "is on the map already");
        return;
    }
    if (!anchor_point(composition, &addition->anchor, "add", &point, &line))
        return;
    if (ref.size == 0)
        ref = text_format(composition->arena, "add:%zu", number);
    enum style_layer layer = addition_layer(addition->kind);
    double radius = symbol ? composition_paint(composition, layer)->icon_size / 2 : 0;
    struct label *label =
        composition_label(composition, LABEL_POINT, layer, addition_words(composition, addition), ref, 1);
    label->point = point;
    label->clearance = radius + 1.5 * composition->unit;
    label->territory = symbol ? territory_at(composition, point) : -1;
    label->pin_wish = text_format(composition->arena, "add[%zu]: \"%.*s\"", number, TEXT_ARGS(label->text));
    if (addition->side != SIDE_NONE)
        pin_side(label, addition->side);
    else if (!symbol) {
        label->pin = LABEL_PIN_MIDDLE;
        label->pin_at = point;
    }
    if (symbol) {
        label_wishes_add_town(&composition->wishes, layer, point, ref, composition->arena);
        composition_dot(composition, point, radius);
    }
}

/* The editor's own lines, long ones broken. */
static struct text callout_text(const struct composition *composition, struct text words) {
    const struct text_style *style = &composition_paint(composition, STYLE_CALLOUT)->text;
    struct text lines[CALLOUT_LINES], rest = words, line, all = TEXT_NONE;
    size_t count = 0;
    while (count < CALLOUT_LINES && text_split(&rest, '\n', &line))
        count += paragraph_break(&composition->sources->measure, style, line, composition->plan->lang,
                                 callout_width * composition->unit, CALLOUT_LINES - count, composition->arena,
                                 lines + count);
    for (size_t i = 0; i < count; i++)
        all = text_format(composition->arena, "%.*s%s%.*s", TEXT_ARGS(all), i ? "\n" : "", TEXT_ARGS(lines[i]));
    return all;
}

/* The vertex of a line that is nearest to where the callout will be. */
static struct page_point nearest_on(const struct page_shape *line, struct page_point to) {
    struct page_point best = {INFINITY, INFINITY};
    for (size_t i = 0; i < line->count; i++)
        for (size_t k = 0; k < line->items[i].count; k++) {
            struct page_point at = line->items[i].points[k];
            if (hypot(at.x - to.x, at.y - to.y) < hypot(best.x - to.x, best.y - to.y))
                best = at;
        }
    return best;
}

static void add_callout(struct composition *composition, const struct edit_callout *callout, size_t number) {
    struct page_point point;
    struct page_shape line;
    if (!anchor_point(composition, &callout->anchor, "callouts", &point, &line))
        return;
    struct text text = callout_text(composition, callout->words);
    struct label *label = composition_label(composition, LABEL_POINT, STYLE_CALLOUT, text,
                                            text_format(composition->arena, "callout:%zu", number), 1);
    label->text = text;
    label->point = point;
    label->clearance = 3.5 * composition->unit;
    label->padding = 5 * composition->unit;
    label->body_weight = 400;
    label->kind = LABEL_CALLOUT;
    label->may_lead = true;
    label->shape = line;
    label->pin_wish = text_format(composition->arena, "callouts[%zu]", number);
    if (line.count == 0 && callout->anchor.ref.size == 0)
        composition_dot(composition, point, 3 * composition->unit);
    if (callout->placed && project_inside(composition, callout->to, &label->pin_at)) {
        label->pin = LABEL_PIN_MIDDLE;
        label->point = line.count > 0 ? nearest_on(&line, label->pin_at) : point;
        label->shape = (struct page_shape){0};
    } else if (callout->placed)
        composition_remark(composition,
                           text_format(composition->arena, "callouts[%zu]: \"to\" is outside the frame", number));
}

void edit_labels(struct composition *composition) {
    const struct edit *edit = composition->plan->edit;
    if (!edit)
        return;
    bool *hidden = ARENA_ARRAY(composition->arena, bool, composition->wishes.labels.count + 1);
    find_hidden(composition, edit, hidden);
    clear_rings(composition, edit);
    move_labels(composition, edit);
    rename_labels(composition, edit);
    label_wishes_take_out(&composition->wishes, hidden, &composition->obstacles);
    for (size_t i = 0; i < edit->added.count; i++)
        add_label(composition, &edit->added.items[i], i);
    for (size_t i = 0; i < edit->callouts.count; i++)
        add_callout(composition, &edit->callouts.items[i], i);
}

void edit_draw_points(struct composition *composition) {
    const struct edit *edit = composition->plan->edit;
    struct page_point point;
    const struct paint *paint = composition_paint(composition, STYLE_LEADER);
    for (size_t i = 0; edit && i < edit->callouts.count; i++) {
        const struct edit_anchor *anchor = &edit->callouts.items[i].anchor;
        if (anchor->ref.size == 0 && project_inside(composition, anchor->at, &point))
            scene_add_symbol(composition->scene, composition->arena, text_format(composition->arena, "callout:%zu", i),
                             TEXT("circle"), point, 5 * composition->unit, paint->line.colour, (struct stroke){0});
    }
}

static void check_frame(struct composition *composition) {
    for (size_t i = 0; i < composition->plan->incident_count && !composition->plan->many; i++) {
        const struct incident *incident = composition->plan->incidents[i];
        bool past = incident->status == STATUS_PAST || !snapshot_is_known(&incident->place);
        bool line = incident->precision == PRECISION_LINE;
        const struct named_line *named = line ? composition_line(composition, incident->place.ref) : NULL;
        struct page_point point;
        bool shown = line
                         ? named && named->shape.count > 0
                         : project_inside(composition, incident->point, &point) || incident->precision > PRECISION_NEAR;
        if (!past && !shown)
            remark_on(composition, "frame", incident->place.ref, "is where an incident is, and lies outside");
    }
}

void edit_check(struct composition *composition) {
    for (size_t i = 0; i < composition->wishes.labels.count; i++) {
        const struct label *label = &composition->wishes.labels.items[i];
        if (!label->placed && label->pin_wish.size > 0)
            composition_remark(composition,
                               text_format(composition->arena, "%.*s finds no room", TEXT_ARGS(label->pin_wish)));
    }
    bool framed = composition->plan->edit && !bounds_is_empty(composition->plan->edit->frame);
    if (framed && bounds_is_empty(composition->options->bounds))
        check_frame(composition);
}
