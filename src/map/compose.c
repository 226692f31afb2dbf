#include "map.h"

#include "boundaries.h"
#include "caption.h"
#include "edit_apply.h"
#include "furniture.h"
#include "ground.h"
#include "list.h"
#include "locator.h"
#include "many.h"
#include "map_overlay_draw.h"
#include "marks.h"
#include "names.h"
#include "page_fit.h"
#include "scene_add.h"
#include "waymarks.h"

#include <math.h>

static const double padding = 34; /* page units at unit 1, between what must be seen and the map's edge */
static const double least_size = 160, largest_size = 20000; /* of a page, page units */

static bool check_size(const struct map_options *options, struct error *error) {
    bool good = options->width >= least_size && options->width <= largest_size && options->height >= least_size &&
                options->height <= largest_size;
    return good || error_set(error, ERROR_USAGE, "a page of %gx%g is out of range; each side may be %g to %g",
                             options->width, options->height, least_size, largest_size);
}

static void gather_credits(struct composition *composition) {
    const struct geodata *geodata = composition->sources->geodata;
    for (size_t i = 0; i < composition->plan->incident_count; i++) {
        struct text rest = composition->plan->incidents[i]->source.credit, credit;
        while (text_split(&rest, ';', &credit))
            text_list_add(&composition->credits, credit, composition->arena);
    }
    for (size_t i = 0; i < geodata->count; i++) {
        struct text credit = geodata->sources[i].credit;
        text_list_add(&composition->credits, credit, composition->arena);
    }
}

static struct label_obstacles obstacles_of(struct composition *composition, struct page_shape *territories) {
    for (size_t i = 0; i < composition->territories.count; i++)
        territories[i] = composition->territories.items[i].shape;
    struct label_obstacles obstacles = obstacles_of_labels(&composition->obstacles);
    obstacles.territories = territories;
    obstacles.territory_count = composition->territories.count;
    return obstacles;
}

static const double second_size = 0.82; /* of a name in the second language, as a share of the first one's */

/* Names in a second language: below the first, along a line behind it. */
static void join_seconds(struct composition *composition) {
    for (size_t i = 0; i < composition->wishes.labels.count; i++) {
        struct label *label = &composition->wishes.labels.items[i];
        if (label->second.size == 0 || text_find(label->text, TEXT("\n"), 0) < label->text.size)
            continue;
        const char *form = label->target == LABEL_LINE ? "%.*s (%.*s)" : "%.*s\n%.*s";
        label->text = text_format(composition->arena, form, TEXT_ARGS(label->text), TEXT_ARGS(label->second));
        label->body_weight = 400;
        label->body_share = second_size;
    }
}

static void place_labels(struct composition *composition, struct label_report *report) {
    struct page_box panel = composition->frame.layout.panel;
    double inset = 4 * composition->unit;
    struct page_box page = {panel.left + inset, panel.top + inset, panel.right - inset, panel.bottom - inset};
    struct page_shape *territories =
        ARENA_ARRAY(composition->arena, struct page_shape, composition->territories.count + 1);
    struct label_obstacles obstacles = obstacles_of(composition, territories);
    join_seconds(composition);
    labels_place(composition->wishes.labels.items, composition->wishes.labels.count, &obstacles, page,
                 &composition->sources->measure, composition->arena, report);
}

/* The panel ends where the footer, whose contents are known by now, begins. */
static void fit_panel(struct composition *composition) {
    struct frame_layout *layout = &composition->frame.layout;
    page_fit_trim(composition);
    double footer = fmax(furniture_footer_height(composition), composition->plan->footer);
    double bottom = layout->height - composition->style->margin * 0.6 - footer;
    layout->panel.bottom = fmin(fmax(bottom, layout->panel.top + layout->height * 0.3), layout->window.bottom);
    legend_trim(&composition->legend, composition->frame.layout.panel.bottom);
}

static void draw_over_ground(struct composition *composition) {
    struct scene *scene = composition->scene;
    scene_layer_begin(scene, composition->arena, "symbols");
    names_draw_towns(composition);
    waymarks_draw(composition);
    edit_draw_points(composition);
    marks_draw_symbols(composition);
    scene_layer_end(scene, composition->arena);
    scene_layer_begin(scene, composition->arena, "labels");
    names_draw_labels(composition);
    scene_layer_end(scene, composition->arena);
}

static bool draw_panel(struct composition *composition, struct label_report *report, struct error *error) {
    size_t clip = composition->scene->count;
    scene_clip_begin(composition->scene, composition->arena, composition->frame.layout.panel);
    if (composition->plan->many)
        many_gather(composition);
    if (!ground_draw(composition, error) || !density_draw(composition, error) || !boundaries_draw(composition, error) ||
        !map_overlays_draw(composition, error) || !edit_draw_highlights(composition, error) ||
        !marks_draw(composition, error) || !names_add(composition, error))
        return false;
    edit_labels(composition);
    fit_panel(composition);
    composition->scene->items[clip].box = composition->frame.layout.panel;
    struct page_box inset = locator_box(composition);
    bool has_inset = inset.right > inset.left;
    obstacles_end_lines(&composition->obstacles);
    if (has_inset)
        obstacles_block(&composition->obstacles, inset, composition->arena);
    if (composition->many && composition->many->density == DENSITY_POINTS)
        graded_key_add(composition);
    waymarks_add(composition);
    marks_settle_callouts(composition);
    place_labels(composition, report);
    edit_check(composition);
    draw_over_ground(composition);
    scene_clip_end(composition->scene, composition->arena);
    return !has_inset || locator_draw(composition, inset, error);
}

static void draw_page(struct composition *composition) {
    struct page_box page = {0, 0, composition->options->width, composition->options->height};
    scene_layer_begin(composition->scene, composition->arena, "page");
    scene_add_box(composition->scene, composition->arena, TEXT("page"), page,
                  composition_paint(composition, STYLE_PAGE)->fill, (struct stroke){0});
    scene_layer_end(composition->scene, composition->arena);
}

/* What the panel shows, from its outline; where that is not all on the Earth, what the projection says. */
static struct bounds panel_bounds(const struct frame *frame) {
    struct page_box panel = frame->layout.panel;
    struct bounds bounds = bounds_empty();
    for (int i = 0; i < 4 * 8; i++) {
        double along = (i % 8) / 8.0, x = panel.left + (panel.right - panel.left) * along,
               y = panel.top + (panel.bottom - panel.top) * along;
        struct page_point edge[] = {{x, panel.top}, {panel.right, y}, {x, panel.bottom}, {panel.left, y}};
        struct lonlat at = projection_inverse(frame->projection, edge[i / 8]);
        if (isnan(at.lon) || frame->bounds.east - frame->bounds.west > 180)
            return frame->bounds;
        bounds_add(&bounds, at);
    }
    return bounds;
}

static void describe_labels(const struct composition *composition, struct map *map) {
    map->names = ARENA_ARRAY(composition->arena, struct map_label, composition->wishes.labels.count + 1);
    for (size_t i = 0; i < composition->wishes.labels.count; i++)
        if (composition->wishes.labels.items[i].placed)
            map->names[map->name_count++] =
                (struct map_label){composition->wishes.labels.items[i].name, composition->wishes.labels.items[i].text};
}

static void describe(struct composition *composition, struct map *map) {
    struct scene *scene = composition->scene;
    map->caption = caption_of(composition);
    map->alt = caption_alt(composition);
    map->crs = text_copy(composition->arena, projection_definition(composition->frame.projection));
    map->bounds = panel_bounds(&composition->frame);
    map->credits = composition->credits.items;
    map->credit_count = composition->credits.count;
    map->shown = composition->shown.items;
    map->shown_count = composition->shown.count;
    map->remarks = composition->remarks.items;
    map->remark_count = composition->remarks.count;
    describe_labels(composition, map);
    scene->id = composition->plan->id;
    scene->title = composition->plan->title;
    scene->description = map->alt;
    scene->lang = composition->plan->lang;
    scene->credits = furniture_credits(composition);
    scene->date = date_write(composition->arena, composition->plan->as_of);
    scene->crs = map->crs;
    projection_affine(composition->frame.projection, scene->affine);
    scene->width = composition->options->width;
    scene->height = composition->options->height;
}

static bool compose(struct composition *composition, struct map *map, struct error *error) {
    struct frame_layout layout = furniture_layout(composition);
    bool chosen = !bounds_is_empty(composition->options->bounds);
    struct bounds bounds = chosen ? composition->options->bounds : composition->plan->bounds;
    if (!frame_open(&layout, bounds, padding * composition->unit, composition->arena, &composition->frame, error))
        return false;
    draw_page(composition);
    bool good = draw_panel(composition, &map->labels, error);
    if (good) {
        furniture_draw(composition);
        describe(composition, map);
    }
    frame_close(&composition->frame);
    return good;
}

/* What holds of the page before anything is drawn: sizes, words, what the borders are. */
struct page {
    double unit;
    const struct style *style;
    struct status status;
    struct worldview view;
};

static bool open_page(const struct map_sources *sources, const struct map_plan *plan, const struct map_options *options,
                      struct arena *arena, struct page *page, struct error *error) {
    page->unit = frame_unit(options->width, options->height);
    struct style *style = style_scale(sources->style, page->unit, arena);
    style_limit(style, fmin(options->width, options->height));
    page_fit_title(sources, plan, options, arena, style);
    page->style = style;
    return status_read(sources->geodata, arena, &page->status, error) &&
           worldview_read(sources->geodata, options->worldview, arena, &page->view, error);
}

/* A long key takes from the map what the frame had room for: then the frame is chosen anew, for what is left. */
static bool needs_room(const struct composition *composition, const struct frame_layout *expected) {
    double lost = expected->panel.bottom - composition->frame.layout.panel.bottom;
    return lost > (composition->keys.count > 0 ? 8 : padding) * composition->unit;
}

bool map_compose(const struct map_sources *sources, const struct map_plan *plan, const struct map_options *options,
                 struct arena *arena, struct map *map, struct error *error) {
    if (!check_size(options, error) || !lexicon_open_language(sources->lexicon, plan->lang, error))
        return false;
    struct page page;
    double footer = plan->footer;
    if (!open_page(sources, plan, options, arena, &page, error))
        return error_context(error, "map %.*s", TEXT_ARGS(plan->id));
    for (int round = 0; round < 2; round++) {
        struct map result = {.plan = *plan};
        struct composition composition = {.sources = sources,
                                          .plan = plan,
                                          .options = options,
                                          .arena = arena,
                                          .style = page.style,
                                          .unit = page.unit,
                                          .footer = footer,
                                          .words = {sources->lexicon, plan->lang, arena},
                                          .status = page.status,
                                          .view = page.view,
                                          .scene = &result.scene};
        gather_credits(&composition);
        if (!compose(&composition, &result, error))
            return error_context(error, "map %.*s", TEXT_ARGS(plan->id));
        struct frame_layout expected = furniture_layout(&composition);
        *map = result;
        if (plan->footer > 0 || !needs_room(&composition, &expected))
            break;
        footer = furniture_footer_height(&composition);
    }
    return true;
}
