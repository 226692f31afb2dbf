#include "edit_apply.h"

#include "area_shape.h"
#include "boundary.h"
#include "scene_add.h"

/* A glow, and over it the line as it is drawn by itself. */
static bool highlight_line(struct composition *composition, const struct edit_highlight *wish) {
    const struct named_line *named = composition_line(composition, wish->ref);
    bool river = ref_is(wish->ref, REF_RIVER);
    if (!named || named->shape.count == 0)
        return false;
    const struct stroke *line =
        &composition_paint(composition, river ? STYLE_RIVER : boundary_layer(named->class))->line;
    struct stroke glow = composition_paint(composition, STYLE_INCIDENT_LINE)->casing;
    scene_add_line(composition->scene, composition->arena, wish->ref, named->shape, glow);
    scene_add_line(composition->scene, composition->arena, wish->ref, named->shape, *line);
    if (wish->legend.size > 0)
        composition_legend_band(composition, STYLE_INCIDENT_LINE, *line, glow, wish->legend);
    return true;
}

static bool highlight_area(struct composition *composition, const struct edit_highlight *wish, bool *shown,
                           struct error *error) {
    struct page_shape shape = {0};
    struct text country = ref_country(wish->ref);
    int territory = country.size > 0 ? composition_territory(composition, country) : -1;
    if (territory >= 0)
        shape = composition->territories.items[territory].shape;
    else if (!area_shape_read(composition, wish->ref, &shape, error))
        return false;
    *shown = shape.count > 0;
    if (!*shown)
        return true;
    const struct paint *paint = composition_paint(composition, STYLE_INCIDENT_REGION);
    struct scene_item *item = scene_add_area(composition->scene, composition->arena, wish->ref, shape, paint->fill);
    item->hatch = paint->hatch;
    item->stroke = paint->line;
    if (wish->legend.size > 0)
        composition_legend(composition, LEGEND_AREA, STYLE_INCIDENT_REGION, TEXT_NONE, wish->legend);
    return true;
}

/* A ring around the place, in the accent. */
static bool highlight_point(struct composition *composition, const struct edit_highlight *wish) {
    place_id place = gazetteer_place_of(composition->sources->gazetteer, wish->ref);
    if (place == PLACE_NONE)
        return false;
    struct page_point at =
        frame_project(&composition->frame, gazetteer_place(composition->sources->gazetteer, place).point);
    const struct paint *paint = composition_paint(composition, STYLE_INCIDENT);
    if (!frame_shows(&composition->frame, at, 0))
        return false;
    double size = paint->icon_size * EDIT_RING;
    scene_add_symbol(composition->scene, composition->arena, wish->ref, TEXT("highlight"), at, size, paint->fill,
                     (struct stroke){0});
    composition_dot(composition, at, size / 2);
    if (wish->legend.size > 0)
        composition_legend(composition, LEGEND_SYMBOL, STYLE_INCIDENT_NEAR, TEXT("highlight"), wish->legend);
    return true;
}

static bool highlight(struct composition *composition, const struct edit_highlight *wish, struct error *error) {
    struct text ref = wish->ref;
    bool shown = false;
    enum ref_kind kind = ref_kind(ref);
    bool line = kind == REF_BORDER || kind == REF_LINE || kind == REF_RIVER;
    bool district = kind == REF_DISTRICT || kind == REF_USER; /* may have an outline */
    bool area = district || kind == REF_COUNTRY || kind == REF_REGION || kind == REF_AREA;
    if (area && !highlight_area(composition, wish, &shown, error))
        return false;
    if (!area || (district && !shown))
        shown = line ? highlight_line(composition, wish) : highlight_point(composition, wish);
    if (shown)
        composition_show(composition, ref);
    else
        composition_remark(composition,
                           text_format(composition->arena, "highlights: \"%.*s\" %s", TEXT_ARGS(ref),
                                       gazetteer_place_of(composition->sources->gazetteer, ref) == PLACE_NONE
                                           ? "is no reference that is known"
                                           : "is not in the frame"));
    return true;
}

bool edit_draw_highlights(struct composition *composition, struct error *error) {
    const struct edit *edit = composition->plan->edit;
    if (!edit || edit->highlights.count == 0)
        return true;
    scene_layer_begin(composition->scene, composition->arena, "highlights");
    for (size_t i = 0; i < edit->highlights.count; i++)
        if (!highlight(composition, &edit->highlights.items[i], error))
            return false;
    scene_layer_end(composition->scene, composition->arena);
    return true;
}
