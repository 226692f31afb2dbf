#include "boundaries.h"

#include "list.h"
#include "scene_add.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum style_layer boundary_layer(enum border_class class) {
    static const enum style_layer layers[BORDER_CLASSES] = {
        [BORDER_INTERNATIONAL] = STYLE_BORDER_INTERNATIONAL,
        [BORDER_UNDELIMITED] = STYLE_BORDER_UNDELIMITED,
        [BORDER_DISPUTED] = STYLE_BORDER_DISPUTED,
        [BORDER_CONTROL] = STYLE_BORDER_CONTROL,
        [BORDER_CEASEFIRE] = STYLE_BORDER_CEASEFIRE,
        [BORDER_CONTACT] = STYLE_BORDER_CONTACT,
        [BORDER_CLAIM] = STYLE_BORDER_CLAIM,
        [BORDER_ADMINISTRATIVE] = STYLE_BORDER_ADMINISTRATIVE,
    };
    return layers[class];
}

static struct text country_name(const struct composition *composition, struct text code) {
    struct text ref = text_format(composition->arena, "country:%.*s", TEXT_ARGS(code));
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    return place == PLACE_NONE ? code : composition_name(composition, place);
}

/* "border:KG-TJ" → its two codes. */
static bool border_codes(struct text ref, struct text *a, struct text *b) {
    size_t dash = text_find(ref, TEXT("-"), 0);
    if (!text_starts(ref, TEXT("border:")) || dash >= ref.size)
        return false;
    *a = text_slice(ref, 7, dash);
    *b = text_slice(ref, dash + 1, ref.size);
    return true;
}

struct text boundary_name(const struct composition *composition, struct text ref) {
    struct text a, b;
    if (!border_codes(ref, &a, &b))
        return ref;
    struct text names[] = {country_name(composition, a), country_name(composition, b)};
    return text_format(composition->arena, "%.*s–%.*s", TEXT_ARGS(names[0]), TEXT_ARGS(names[1]));
}

static double shape_length(const struct page_shape *shape) {
    double length = 0;
    for (size_t i = 0; i < shape->count; i++)
        for (size_t k = 1; k < shape->items[i].count; k++) {
            struct page_point a = shape->items[i].points[k - 1], b = shape->items[i].points[k];
            length += hypot(b.x - a.x, b.y - a.y);
        }
    return length;
}

/* "note.border.undelimited" in the map's language with names and date, else the sentence of the table. */
static void note_border(struct composition *composition, const struct border_status *status) {
    char key[64];
    struct text a, b;
    snprintf(key, sizeof key, "note.border.%s", border_class_name(status->class));
    if (!wording_has(&composition->words, key) || !border_codes(status->ref, &a, &b)) {
        composition_note(composition, status->sentence);
        return;
    }
    struct blank blanks[] = {{"a", country_name(composition, a)},
                             {"b", country_name(composition, b)},
                             {"date", wording_date(&composition->words, composition->plan->as_of)}};
    composition_note(composition, wording_fill(&composition->words, key, blanks, 3));
}

static void legend_border(struct composition *composition, enum border_class class) {
    char key[64];
    snprintf(key, sizeof key, "legend.border.%s", border_class_name(class));
    composition_legend(composition, LEGEND_LINE, boundary_layer(class), TEXT_NONE,
                       composition_phrase(composition, key));
}

static struct named_line *line_of(struct composition *composition, struct text ref) {
    for (size_t i = 0; i < composition->named_lines.count; i++)
        if (text_equal(composition->named_lines.items[i].ref, ref))
            return &composition->named_lines.items[i];
    struct named_line *line = LIST_PUSH(composition->arena, &composition->named_lines);
    line->ref = ref;
    return line;
}

static bool read_borders(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"a", "b", NULL};
    struct feature_list features;
    if (!composition_read(composition, "borders", true, fields, NULL, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        struct page_shape shape = composition_project(composition, &features.items[i].shape);
        struct text a = features.items[i].fields[0], b = features.items[i].fields[1];
        struct text ref = text_format(composition->arena, "border:%.*s-%.*s", TEXT_ARGS(a), TEXT_ARGS(b));
        if (shape.count > 0)
            page_shape_append(&line_of(composition, ref)->shape, shape, composition->arena);
    }
    return true;
}

static int compare_lines(const void *a, const void *b) {
    return text_compare(((const struct named_line *)a)->ref, ((const struct named_line *)b)->ref);
}

/* Class by the date of the map, and the notes for what is in question. */
static void classify_borders(struct composition *composition) {
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        struct named_line *line = &composition->named_lines.items[i];
        const struct border_status *status =
            status_of_border(&composition->status, line->ref, composition->plan->as_of);
        if (!status || !text_starts(line->ref, TEXT("border:")))
            continue;
        line->class = status->class;
        bool noted = status->class != BORDER_INTERNATIONAL && shape_length(&line->shape) > 12 * composition->unit;
        if (noted && (!composition->plan->overview || composition_highlighted(composition, line->ref)))
            note_border(composition, status);
    }
}

static void draw_casings(struct composition *composition) {
    struct page_shape all = {0};
    for (size_t i = 0; i < composition->named_lines.count; i++)
        if (text_starts(composition->named_lines.items[i].ref, TEXT("border:")))
            page_shape_append(&all, composition->named_lines.items[i].shape, composition->arena);
    scene_add_line(composition->scene, composition->arena, TEXT("border-bands"), all,
                   composition_paint(composition, STYLE_BORDER_INTERNATIONAL)->casing);
}

static void draw_borders(struct composition *composition) {
    draw_casings(composition);
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        if (!text_starts(line->ref, TEXT("border:")))
            continue;
        *LIST_PUSH(composition->arena, &composition->lines) = line->shape;
        if (composition_highlighted(composition, line->ref))
            continue;
        scene_add_line(composition->scene, composition->arena, line->ref, line->shape,
                       composition_paint(composition, boundary_layer(line->class))->line);
        legend_border(composition, line->class);
        composition_show(composition, line->ref);
    }
}

static struct date field_date(struct text field) {
    struct date date = {0, 0, 0};
    return date_read(field, &date) ? date : (struct date){0, 0, 0};
}

static void name_line(struct composition *composition, struct text ref, const struct page_shape *shape) {
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    if (place == PLACE_NONE)
        return;
    struct label *label =
        composition_label(composition, LABEL_LINE, STYLE_BORDER_NAME, composition_name(composition, place), ref,
                          composition_told(composition, place) ? 2 : 3);
    label->shape = *shape;
}

static bool draw_lines(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"ref", "class", "from", "to", NULL};
    struct feature_list features;
    if (!composition_read(composition, "lines", false, fields, NULL, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        const struct feature *feature = &features.items[i];
        struct text ref = feature->fields[0];
        struct page_shape shape = composition_project(composition, &feature->shape);
        bool holds =
            status_holds(field_date(feature->fields[2]), field_date(feature->fields[3]), composition->plan->as_of);
        if (!holds || shape_length(&shape) < 6 * composition->unit)
            continue;
        struct named_line *line = line_of(composition, ref);
        line->class = border_class_read(feature->fields[1]);
        page_shape_append(&line->shape, shape, composition->arena);
        scene_add_line(composition->scene, composition->arena, ref, shape,
                       composition_paint(composition, boundary_layer(line->class))->line);
        legend_border(composition, line->class);
        composition_show(composition, ref);
        const struct border_status *status = status_of_line(&composition->status, ref, composition->plan->as_of);
        if (status && !composition->plan->overview)
            composition_note(composition, status->sentence);
        name_line(composition, ref, &shape);
    }
    return true;
}

/* A contested area in the map's language: "note.area.annexed" with its blanks, else the sentence of the table. */
static void note_area(struct composition *composition, const struct area_status *status, struct text name) {
    char key[64];
    struct text rest = status->parents, parent = TEXT_NONE, by = status->administered_by;
    bool single = text_split(&rest, ',', &parent) && rest.size == 0;
    snprintf(key, sizeof key, "note.area.%.*s", TEXT_ARGS(status->kind));
    if (!wording_has(&composition->words, key) || !single) {
        composition_note(composition, status->sentence);
        return;
    }
    struct blank blanks[] = {{"area", name},
                             {"parent", country_name(composition, parent)},
                             {"by", by.size == 2 ? country_name(composition, by) : by},
                             {"date", wording_date(&composition->words, composition->plan->as_of)}};
    composition_note(composition, wording_fill(&composition->words, key, blanks, 4));
}

static void name_area(struct composition *composition, struct text ref, struct text name,
                      const struct page_shape *shape, bool told) {
    struct label *label = composition_label(composition, LABEL_AREA, STYLE_AREA_NAME, name, ref, told ? 1 : 2);
    struct page_box box = page_shape_box(shape);
    label->shape = *shape;
    label->point = (struct page_point){(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    label->may_lead = told;
}

/* An area of the layer that is to be drawn. */
struct drawn_area {
    const struct feature *feature;
    const struct area_status *status; /* may be NULL */
    place_id place;
    bool told, contested;
};

static bool part_is_told(const struct composition *composition, const struct area_status *status) {
    if (!status || status->part_of.size == 0)
        return false;
    return composition_told(composition, gazetteer_place_of(composition->sources->gazetteer, status->part_of));
}

/* What holds on the date and is told by the text, or in question; a part of another area only where that one is told.
 */
static bool wants_area(const struct composition *composition, const struct feature *feature, struct drawn_area *area) {
    struct text ref = feature->fields[0];
    struct date as_of = composition->plan->as_of;
    *area = (struct drawn_area){feature, status_of_area(&composition->status, ref, as_of),
                                gazetteer_place_of(composition->sources->gazetteer, ref), false, false};
    bool part = area->status && area->status->part_of.size > 0;
    area->told = composition_told(composition, area->place) || part_is_told(composition, area->status);
    area->contested = area->status && area_is_contested(area->status);
    bool holds = status_holds(field_date(feature->fields[1]), field_date(feature->fields[2]), as_of) && area->status;
    return holds && (area->told || (area->contested && !part));
}

/* Whether a part of the area is drawn by itself: then the whole is only an outline. */
static bool has_part(const struct drawn_area *areas, size_t count, const struct drawn_area *whole) {
    for (size_t i = 0; i < count; i++)
        if (areas[i].status && text_equal(areas[i].status->part_of, whole->feature->fields[0]))
            return true;
    return false;
}

static void draw_area(struct composition *composition, const struct drawn_area *area, bool outline) {
    struct text ref = area->feature->fields[0];
    struct page_shape shape = composition_project(composition, &area->feature->shape);
    double extent = page_shape_extent(&shape), least = (area->told ? 4 : 120) * composition->unit * composition->unit;
    if (extent < least)
        return;
    struct text name = area->place != PLACE_NONE ? composition_name(composition, area->place) : area->status->name;
    const struct paint *paint = composition_paint(composition, STYLE_AREA);
    struct scene_item *item = scene_add_area(composition->scene, composition->arena, ref, shape,
                                             area->contested && !outline ? paint->fill : (struct colour){0});
    item->stroke = paint->line;
    if (area->contested && !outline) {
        item->hatch = paint->hatch;
        composition_legend(composition, LEGEND_AREA, STYLE_AREA, TEXT_NONE,
                           composition_phrase(composition, "legend.area"));
    }
    if (area->contested && (area->told || !composition->plan->overview))
        note_area(composition, area->status, name);
    composition_show(composition, ref);
    if (area->status->part_of.size == 0)
        name_area(composition, ref, name, &shape, area->told);
}

static bool draw_areas(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"ref", "from", "to", NULL};
    struct feature_list features;
    if (!composition_read(composition, "areas", false, fields, NULL, &features, error))
        return false;
    struct drawn_area *areas = ARENA_ARRAY(composition->arena, struct drawn_area, features.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < features.count; i++)
        count += wants_area(composition, &features.items[i], &areas[count]);
    for (size_t i = 0; i < count; i++)
        draw_area(composition, &areas[i], has_part(areas, count, &areas[i]));
    return true;
}

bool boundaries_draw(struct composition *composition, struct error *error) {
    if (!read_borders(composition, error))
        return error_context(error, "borders");
    if (composition->named_lines.count > 0)
        qsort(composition->named_lines.items, composition->named_lines.count, sizeof(struct named_line), compare_lines);
    classify_borders(composition);
    scene_layer_begin(composition->scene, composition->arena, "areas");
    if (!draw_areas(composition, error))
        return error_context(error, "areas");
    scene_layer_end(composition->scene, composition->arena);
    scene_layer_begin(composition->scene, composition->arena, "borders");
    draw_borders(composition);
    if (!draw_lines(composition, error))
        return error_context(error, "lines");
    scene_layer_end(composition->scene, composition->arena);
    return true;
}
