#include "boundaries.h"

#include "accuracy.h"
#include "area_shape.h"
#include "boundary.h"
#include "disputes.h"
#include "held_areas.h"
#include "list.h"
#include "paragraph.h"
#include "scene_add.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { LINE_NAME = 24 };

static const double most_hatched = 0.3; /* share of the panel beyond which an area is only tinted */

static struct named_line *line_of(struct composition *composition, struct text ref) {
    for (size_t i = 0; i < composition->named_lines.count; i++)
        if (text_equal(composition->named_lines.items[i].ref, ref))
            return &composition->named_lines.items[i];
    struct named_line *line = LIST_PUSH(composition->arena, &composition->named_lines);
    line->ref = ref;
    line->kind = ref_kind(ref);
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
        struct text ref = ref_of_border(composition->arena, a, b);
        if (shape.count > 0)
            page_shape_append(&line_of(composition, ref)->shape, shape, composition->arena);
    }
    return true;
}

static int compare_lines(const void *a, const void *b) {
    return text_compare(((const struct named_line *)a)->ref, ((const struct named_line *)b)->ref);
}

/* Class by the date of the map, today's where nothing is stated of that date; what is disputed in a part alone is told
 * in a note and drawn as the border it is. */
static void classify_by_status(const struct composition *composition, struct named_line *line) {
    const struct border_status *status =
        status_drawn_of_border(&composition->status, line->ref, composition->plan->as_of);
    if (!status)
        return;
    line->partly = status->class == BORDER_DISPUTED && status->part.size > 0;
    line->noted = status->class;
    line->class = line->partly ? BORDER_INTERNATIONAL : status->class;
}

static void classify_by_view(const struct composition *composition, struct named_line *line) {
    const struct view_row *row = worldview_row(&composition->view, line->ref, composition->plan->as_of);
    line->hidden = view_row_is_hidden(row);
    if (row && !line->hidden)
        line->class = border_class_read(row->shown);
    if (line->class == BORDER_DISPUTED && composition->options->disputed == DISPUTED_HIDE)
        line->hidden = true;
}

static void classify_borders(struct composition *composition) {
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        struct named_line *line = &composition->named_lines.items[i];
        if (line->kind != REF_BORDER)
            continue;
        classify_by_status(composition, line);
        classify_by_view(composition, line);
    }
}

static void draw_casings(struct composition *composition) {
    struct page_shape all = {0};
    for (size_t i = 0; i < composition->named_lines.count; i++)
        if (composition->named_lines.items[i].kind == REF_BORDER && !composition->named_lines.items[i].hidden)
            page_shape_append(&all, composition->named_lines.items[i].shape, composition->arena);
    accuracy_draw(composition, &all);
    scene_add_line(composition->scene, composition->arena, TEXT("border-bands"), all,
                   boundary_stroke(composition, composition_paint(composition, STYLE_BORDER_INTERNATIONAL)->casing));
}

static void draw_borders(struct composition *composition) {
    draw_casings(composition);
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        if (line->kind != REF_BORDER || line->hidden)
            continue;
        obstacles_line(&composition->obstacles, line->shape, composition->arena);
        if (line->shape.count == 0 || composition_highlighted(composition, line->ref))
            continue;
        scene_add_line(composition->scene, composition->arena, line->ref, line->shape,
                       boundary_stroke(composition, composition_paint(composition, boundary_layer(line->class))->line));
        boundary_legend(composition, line);
        composition_show(composition, line->ref);
    }
}

/* Short names that the language has: "Linea Blu", "Line of Control". */
static void name_line(struct composition *composition, const struct named_line *line) {
    place_id place = gazetteer_place_of(composition->sources->gazetteer, line->ref);
    struct text name = place == PLACE_NONE
                           ? TEXT_NONE
                           : gazetteer_name(composition->sources->gazetteer, place, composition->plan->lang);
    if (name.size == 0 || text_code_points(name) > LINE_NAME)
        return;
    struct label *label = composition_label(composition, LABEL_LINE, STYLE_BORDER_NAME, name, line->ref,
                                            composition_told(composition, place) ? 2 : 4);
    label->shape = line->shape;
}

/* An overview has only those that the text is about. */
static bool wants_line(const struct composition *composition, const struct border_status *status) {
    const struct view_row *row = worldview_row(&composition->view, status->ref, composition->plan->as_of);
    bool claim = status->class == BORDER_CLAIM && !row;
    if (view_row_is_hidden(row) || (claim && composition->options->disputed == DISPUTED_HIDE))
        return false;
    place_id place = gazetteer_place_of(composition->sources->gazetteer, status->ref);
    struct named_line line = {.ref = status->ref, .class = status->class, .between = {status->a, status->b}};
    return !composition_is_wide(composition) || composition_told(composition, place) ||
           composition_line_highlighted(composition, &line);
}

/* Reads the special lines of the date into the list of named lines. */
static bool read_lines(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"ref", "from", "to", NULL};
    struct feature_list features;
    if (!composition_read(composition, "lines", false, fields, NULL, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        const struct feature *feature = &features.items[i];
        struct page_shape shape = composition_project(composition, &feature->shape);
        const struct border_status *status =
            status_of_line(&composition->status, feature->fields[0], composition->plan->as_of);
        bool holds = status && status_holds_written(feature->fields[1], feature->fields[2], composition->plan->as_of);
        if (!holds || !wants_line(composition, status) || page_shape_length(&shape) < 6 * composition->unit)
            continue;
        struct named_line *line = line_of(composition, feature->fields[0]);
        const struct view_row *row = worldview_row(&composition->view, status->ref, composition->plan->as_of);
        line->class = row ? border_class_read(row->shown) : status->class;
        line->between[0] = status->a;
        line->between[1] = status->b;
        page_shape_append(&line->shape, shape, composition->arena);
    }
    return true;
}

static const double same_line = 1.6;    /* page units */
static const double same_line_km = 2.5; /* how far the data of a border and of the line in its stead differ */

/* A line of control is where the border is: what of the border lies under a special line of the same two countries is
 * not drawn. */
static void clear_borders_under_lines(struct composition *composition) {
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        if (line->kind != REF_LINE)
            continue;
        struct text ref = ref_of_border(composition->arena, line->between[0], line->between[1]);
        bool instead = line->class == BORDER_CEASEFIRE || line->class == BORDER_CONTROL;
        double reach = fmax(same_line, instead ? same_line_km / composition->frame.km_per_unit : 0);
        for (size_t k = 0; k < composition->named_lines.count; k++) {
            struct named_line *border = &composition->named_lines.items[k];
            if (text_equal(border->ref, ref))
                border->shape = page_shape_apart(&border->shape, &line->shape, reach, composition->arena);
        }
    }
}

/* A line that stands for a border shows it. */
static void show_line(struct composition *composition, const struct named_line *line) {
    struct text border = ref_of_border(composition->arena, line->between[0], line->between[1]);
    composition_show(composition, line->ref);
    if (composition_stands_for(composition, line, border))
        composition_show(composition, border);
}

static void draw_lines(struct composition *composition) {
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        if (line->kind != REF_LINE)
            continue;
        obstacles_line(&composition->obstacles, line->shape, composition->arena);
        name_line(composition, line);
        if (line->shape.count == 0 || composition_line_highlighted(composition, line))
            continue;
        scene_add_line(composition->scene, composition->arena, line->ref, line->shape,
                       boundary_stroke(composition, composition_paint(composition, boundary_layer(line->class))->line));
        boundary_legend(composition, line);
        show_line(composition, line);
    }
}

/* Inside the area where there is room, else beside it. */
static const double longest_reach = 16; /* page units: half an area with its name close by */

static void name_area(struct composition *composition, struct text ref, struct text name,
                      const struct page_shape *shape, struct text kind, bool told) {
    const struct text_style *style = &composition_paint(composition, STYLE_AREA_NAME)->text;
    struct page_box box = page_shape_box(shape);
    double width = paragraph_width(&composition->sources->measure, style, name, composition->plan->lang);
    bool exclave = text_is(kind, "exclave"); /* with a border around it that names keep off */
    double room = exclave ? 2.4 : 1.1;
    bool inside = width * room < box.right - box.left && style->size * 2 * room < box.bottom - box.top;
    struct label *label =
        composition_label(composition, inside ? LABEL_AREA : LABEL_POINT, STYLE_AREA_NAME, name, ref, told ? 1 : 2);
    label->point = (struct page_point){(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    label->may_lead = told;
    double reach = fmin(box.right - box.left, box.bottom - box.top) / 2;
    if (inside) {
        label->shape = *shape;
    } else if (reach <= longest_reach * composition->unit) {
        label->clearance = reach + 4 * composition->unit;
    } else { /* beside it nothing would show what the name means: a leader line from well inside */
        label->point = page_shape_inside(shape);
        label->clearance = 0;
    }
}

/* An area of a layer, or a country or region in question, in the frame. */
struct drawn_area {
    struct text ref;
    struct page_shape shape;
    double extent;                    /* square page units */
    const struct area_status *status; /* of the date */
    place_id place;
    bool told, contested, wanted;
};

struct drawn_areas {
    struct drawn_area *items;
    size_t count, capacity;
};

static bool part_is_told(const struct composition *composition, const struct area_status *status) {
    if (status->part_of.size == 0)
        return false;
    return composition_told(composition, gazetteer_place_of(composition->sources->gazetteer, status->part_of));
}

/* Square page units; the first is a dot, the last has room for a name. */
static const double least_named = 9, least_told = 40, least_drawn = 120, least_holding = 1500;

/* What is told by the text, or in question; a part of another area only where that one is told. */
static bool wants_area(const struct composition *composition, const struct drawn_area *area) {
    bool exclave = text_is(area->status->kind, "exclave") && !composition_is_wide(composition);
    bool general = (area->contested && area->status->part_of.size == 0) || exclave;
    double unit = composition->unit, least = (area->told ? least_told : least_drawn) * unit * unit;
    return (area->told || general) && area->extent >= least;
}

/* Below the panel there is only what the page may yet need. */
static bool is_in_panel(const struct composition *composition, const struct page_shape *shape) {
    return page_shape_box(shape).top <= composition->frame.layout.panel.bottom - 4 * composition->unit;
}

static void add_area(const struct composition *composition, struct drawn_areas *areas, struct drawn_area area,
                     const struct page_shape *rings) {
    double unit = composition->unit;
    area.shape = page_shape_without_specks(rings, least_named * unit * unit, composition->arena);
    area.extent = page_shape_extent(&area.shape);
    area.wanted = wants_area(composition, &area);
    if (area.shape.count > 0 && is_in_panel(composition, &area.shape))
        *LIST_PUSH(composition->arena, areas) = area;
}

/* What of the area is known on the day, before its shape; false if there is nothing to draw. */
static bool area_of(const struct composition *composition, struct text ref, struct drawn_area *area) {
    const struct area_status *status = status_of_area(&composition->status, ref, composition->plan->as_of);
    *area = (struct drawn_area){.ref = ref, .status = status};
    if (!status)
        return false;
    area->place = gazetteer_place_of(composition->sources->gazetteer, ref);
    area->told = composition_told(composition, area->place) || part_is_told(composition, status);
    area->contested = area_is_contested(status);
    return area->told || area->contested || text_is(status->kind, "exclave");
}

/* Whether a part of the area is drawn by itself: then the whole is only an outline. */
static bool has_part(const struct drawn_areas *areas, const struct drawn_area *whole) {
    for (size_t i = 0; i < areas->count; i++)
        if (areas->items[i].wanted && text_equal(areas->items[i].status->part_of, whole->ref))
            return true;
    return false;
}

/* Whether an incident hatches the area itself. */
static bool is_site(const struct composition *composition, struct text ref) {
    for (size_t i = 0; i < composition->plan->incident_count && !composition->plan->many; i++) {
        const struct incident *incident = composition->plan->incidents[i];
        if (text_equal(incident->place.ref, ref) && incident->status != STATUS_PAST)
            return true;
    }
    return false;
}

/* Outline, and the hatch of what is in question, as --disputed wants it; what the view draws as part of a country has
 * been filled as its land. */
static void paint_area(struct composition *composition, const struct drawn_area *area, const struct page_shape *shape,
                       bool outline) {
    const struct paint *paint = composition_paint(composition, STYLE_AREA);
    enum map_disputed how = composition->options->disputed;
    struct text ref = area->ref;
    bool exclave = text_is(area->status->kind, "exclave"); /* its outline is a border */
    bool part = view_row_is_part(worldview_row(&composition->view, ref, composition->plan->as_of));
    bool filled = area->contested && !outline && how == DISPUTED_HATCH;
    if (exclave || part || (area->contested && how == DISPUTED_HIDE))
        return;
    struct scene_item *item =
        scene_add_area(composition->scene, composition->arena, ref, *shape, filled ? paint->fill : (struct colour){0});
    item->stroke = paint->line;
    bool hatched = filled && page_shape_extent(shape) < composition_panel_extent(composition) * most_hatched;
    if (hatched)
        item->hatch = paint->hatch;
    const char *key = area->contested ? "legend.area" : "legend.area-outline";
    composition_legend(composition, filled ? LEGEND_AREA : LEGEND_LINE, STYLE_AREA, TEXT_NONE,
                       composition_phrase(composition, key));
    for (size_t i = 0; i < composition->legend.count; i++)
        composition->legend.items[i].hatched |= hatched && composition->legend.items[i].layer == STYLE_AREA;
}

static struct text area_words(const struct composition *composition, const struct drawn_area *area) {
    return area->place != PLACE_NONE ? composition_name(composition, area->place) : area->status->name;
}

/* The country's land in the frame, or NULL for what is no country. */
static const struct territory *territory_of(const struct composition *composition, struct text ref) {
    struct text code = ref_country(ref);
    int at = code.size > 0 ? composition_territory(composition, code) : -1;
    return at < 0 ? NULL : &composition->territories.items[at];
}

/* A country has its name as one where there is room. */
static bool is_named_as_country(const struct composition *composition, struct text ref) {
    const struct territory *territory = territory_of(composition, ref);
    return territory && composition_names_country(composition, territory);
}

/* On a wide map an area that the text does not tell must hold its name. */
static bool is_worth_a_name(const struct composition *composition, const struct drawn_area *area) {
    double unit = composition->unit;
    return area->told || !composition_is_wide(composition) || area->extent >= least_holding * unit * unit;
}

static void draw_area(struct composition *composition, const struct drawn_area *area, bool outline) {
    double unit = composition->unit;
    struct page_shape shape = page_shape_without_specks(&area->shape, least_told * unit * unit, composition->arena);
    struct text name = area_words(composition, area);
    bool whole = area->status->part_of.size == 0;
    paint_area(composition, area, &shape, outline || is_site(composition, area->ref));
    if (area->contested && whole && (area->told || !composition_is_wide(composition)))
        disputes_note_area(composition, area->status, name);
    if (area->told)
        obstacles_line(&composition->obstacles, shape, composition->arena);
    composition_show(composition, area->ref);
    if (whole && is_worth_a_name(composition, area) && !is_named_as_country(composition, area->ref))
        name_area(composition, area->ref, name, &shape, area->status->kind, area->told);
}

/* On a wide map the areas in question that the text does not tell are named together. */
static void note_untold(struct composition *composition, const struct drawn_areas *areas) {
    struct text *refs = ARENA_ARRAY(composition->arena, struct text, areas->count + 1);
    double *extents = ARENA_ARRAY(composition->arena, double, areas->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < areas->count && composition_is_wide(composition); i++) {
        const struct drawn_area *area = &areas->items[i];
        if (area->told || !area->contested || area->status->part_of.size > 0)
            continue;
        refs[count] = area->ref;
        extents[count++] = area->extent;
    }
    disputes_note_areas(composition, refs, extents, count);
}

static bool read_areas(struct composition *composition, struct drawn_areas *areas, struct error *error) {
    static const char *const fields[] = {"ref", "from", "to", NULL};
    struct feature_list features;
    if (!composition_read(composition, "areas", false, fields, NULL, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        const struct feature *feature = &features.items[i];
        struct drawn_area area;
        if (!status_holds_written(feature->fields[1], feature->fields[2], composition->plan->as_of) ||
            !area_of(composition, feature->fields[0], &area))
            continue;
        struct page_shape rings = composition_project(composition, &feature->shape);
        add_area(composition, areas, area, &rings);
    }
    return true;
}

/* Of a country its land in the frame, of a region its outline if the frame holds its point. */
static bool read_own_shape(const struct composition *composition, const struct drawn_area *area,
                           struct page_shape *shape, struct error *error) {
    const struct territory *territory = territory_of(composition, area->ref);
    struct lonlat point = gazetteer_place(composition->sources->gazetteer, area->place).point;
    if (territory)
        *shape = territory->shape;
    bool region = ref_is(area->ref, REF_REGION) && bounds_contain(composition->frame.bounds, point);
    return !region || area_shape_read(composition, area->ref, shape, error);
}

/* Countries and regions whose status is in question: rows of the table of special status. */
static bool read_special(struct composition *composition, struct drawn_areas *areas, struct error *error) {
    for (size_t i = 0; i < composition->status.areas.count; i++) {
        const struct area_status *row = &composition->status.areas.items[i];
        struct drawn_area area;
        struct page_shape shape = {0};
        if (ref_is(row->ref, REF_AREA) || !area_of(composition, row->ref, &area) || area.status != row ||
            !area.contested || area.place == PLACE_NONE)
            continue;
        if (!read_own_shape(composition, &area, &shape, error))
            return false;
        add_area(composition, areas, area, &shape);
    }
    return true;
}

static bool draw_areas(struct composition *composition, struct error *error) {
    struct drawn_areas areas = {0};
    if (!read_special(composition, &areas, error) || !read_areas(composition, &areas, error))
        return false;
    for (size_t i = 0; i < areas.count; i++)
        if (areas.items[i].wanted)
            draw_area(composition, &areas.items[i], has_part(&areas, &areas.items[i]));
    note_untold(composition, &areas);
    return true;
}

bool boundaries_draw(struct composition *composition, struct error *error) {
    if (!read_borders(composition, error) || !read_lines(composition, error))
        return error_context(error, "borders");
    if (composition->named_lines.count > 0)
        qsort(composition->named_lines.items, composition->named_lines.count, sizeof(struct named_line), compare_lines);
    classify_borders(composition);
    clear_borders_under_lines(composition);
    disputes_note_view(composition);
    disputes_note_date(composition);
    disputes_note_changes(composition);
    disputes_note_borders(composition);
    held_areas_cut(composition);
    scene_layer_begin(composition->scene, composition->arena, "areas");
    if (!draw_areas(composition, error))
        return error_context(error, "areas");
    scene_layer_end(composition->scene, composition->arena);
    scene_layer_begin(composition->scene, composition->arena, "borders");
    draw_borders(composition);
    draw_lines(composition);
    held_areas_outline(composition);
    held_areas_give(composition);
    scene_layer_end(composition->scene, composition->arena);
    return true;
}
