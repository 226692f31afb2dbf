#include "held_areas.h"

#include "boundary.h"
#include "list.h"
#include "many.h"
#include "scene_add.h"

static const double along = 3; /* page units within which two lines are one */

static bool in_view(const struct composition *composition, const struct view_row *row) {
    return view_row_is_part(row) && worldview_row(&composition->view, row->ref, composition->plan->as_of) == row;
}

static bool read_shape(const struct composition *composition, const struct view_row *row, struct page_shape *shape,
                       struct error *error) {
    static const char *const fields[] = {"ref", NULL};
    struct feature_list features;
    bool region = ref_is(row->ref, REF_REGION);
    const char *where =
        text_c(composition->arena, text_format(composition->arena, "ref = '%.*s'", TEXT_ARGS(row->ref)));
    if (!composition_read(composition, region ? "regions" : "areas", region, fields, where, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++)
        page_shape_append(shape, composition_project(composition, &features.items[i].shape), composition->arena);
    return true;
}

bool held_areas_read(struct composition *composition, struct error *error) {
    for (size_t i = 0; i < composition->view.rows.count; i++) {
        const struct view_row *row = &composition->view.rows.items[i];
        struct page_shape shape = {0};
        if (!in_view(composition, row) || ref_is(row->ref, REF_COUNTRY))
            continue;
        if (!read_shape(composition, row, &shape, error))
            return false;
        if (shape.count > 0)
            *LIST_PUSH(composition->arena, &composition->held_areas) = (struct held_area){row, shape};
    }
    return true;
}

static const struct view_row *row_of_country(const struct composition *composition, struct text code) {
    struct text ref = ref_of_country(composition->arena, code);
    const struct view_row *row = worldview_row(&composition->view, ref, composition->plan->as_of);
    return view_row_is_part(row) && !text_equal(row->holder, code) ? row : NULL;
}

bool held_areas_is_part(const struct composition *composition, struct text code) {
    return row_of_country(composition, code) != NULL;
}

static enum style_layer own_land(const struct composition *composition, const struct territory *territory) {
    if (territory->member)
        return STYLE_MEMBER;
    bool shaded = composition->many && composition->many->density != DENSITY_POINTS; /* its tint would be a class */
    if (shaded || territory->party < 0 || composition->plan->organisation != PLACE_NONE)
        return STYLE_LAND;
    return (enum style_layer)(STYLE_PARTY_1 + composition->plan->party_tints[territory->party]);
}

/* A holder that has no land in the frame is told by the plan's parties alone. */
static enum style_layer land_of(const struct composition *composition, struct text code) {
    int index = composition_territory(composition, code);
    struct territory absent = {.code = code, .party = -1};
    struct text ref = ref_of_country(composition->arena, code);
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    for (size_t i = 0; i < composition->plan->party_count; i++)
        if (place != PLACE_NONE && composition->plan->parties[i] == place)
            absent.party = (int)i;
    return own_land(composition, index >= 0 ? &composition->territories.items[index] : &absent);
}

enum style_layer held_areas_land(const struct composition *composition, const struct territory *territory) {
    const struct view_row *row = row_of_country(composition, territory->code);
    return row ? land_of(composition, row->holder) : own_land(composition, territory);
}

void held_areas_fill(struct composition *composition) {
    for (size_t i = 0; i < composition->held_areas.count; i++) {
        const struct held_area *area = &composition->held_areas.items[i];
        struct colour fill = composition_paint(composition, land_of(composition, area->row->holder))->fill;
        struct scene_item *item =
            scene_add_area(composition->scene, composition->arena, area->row->ref, area->shape, fill);
        if (item)
            item->stroke = (struct stroke){.colour = fill, .width = 0.7, .round = true};
    }
}

void held_areas_cut(struct composition *composition) {
    for (size_t i = 0; i < composition->held_areas.count; i++) {
        const struct held_area *area = &composition->held_areas.items[i];
        struct text rest = area->row->through, ref;
        while (text_split(&rest, ',', &ref))
            for (size_t k = 0; k < composition->named_lines.count; k++) {
                struct named_line *line = &composition->named_lines.items[k];
                if (text_equal(line->ref, ref))
                    line->shape = page_shape_apart(&line->shape, &area->shape, along, composition->arena);
            }
    }
}

void held_areas_outline(struct composition *composition) {
    struct arena *arena = composition->arena;
    for (size_t i = 0; i < composition->held_areas.count; i++) {
        const struct held_area *area = &composition->held_areas.items[i];
        if (area->row->outline.size == 0)
            continue;
        struct page_shape line = area->shape;
        for (size_t k = 0; k < composition->territories.count; k++)
            line = page_shape_apart(&line, &composition->territories.items[k].shape, along, arena);
        for (size_t k = 0; k < composition->held_areas.count; k++)
            if (k != i && text_equal(composition->held_areas.items[k].row->holder, area->row->holder))
                line = page_shape_apart(&line, &composition->held_areas.items[k].shape, along, arena);
        boundary_draw(composition, border_class_read(area->row->outline), area->row->ref, &line);
    }
}

void held_areas_give(struct composition *composition) {
    for (size_t i = 0; i < composition->held_areas.count; i++) {
        const struct held_area *area = &composition->held_areas.items[i];
        struct page_point inside = page_shape_inside(&area->shape);
        for (size_t k = 0; k < composition->territories.count; k++) {
            struct territory *territory = &composition->territories.items[k];
            bool holder = text_equal(territory->code, area->row->holder);
            if (page_shape_contains(&territory->shape, inside) != holder) /* even-odd: added to one, out of the other */
                page_shape_append(&territory->shape, area->shape, composition->arena);
        }
    }
}
