#include "locator.h"

#include "scene_add.h"

#include <math.h>

static const double widest_km = 1300;                /* of a frame that is in want of an inset */
static const double context = 5;                     /* how many times wider than the frame the inset is */
static const double least_km = 2400, most_km = 4200; /* of the inset */

static const double least_marker = 7; /* page units: how small the frame in it may be */

static const double specks = 2.5; /* square page units of islands that are left out */

/* How much of what matters lies in the box. */
static double weight_in(const struct composition *composition, struct page_box box) {
    double weight = 0;
    for (size_t i = 0; i < composition->wishes.labels.count; i++) {
        struct page_point at = composition->wishes.labels.items[i].point;
        bool inside = at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom;
        weight += inside ? 8.0 / composition->wishes.labels.items[i].priority : 0;
    }
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        double each = composition_highlighted(composition, line->ref) ? 1 : 0.05;
        for (size_t p = 0; p < line->shape.count; p++)
            for (size_t k = 0; k < line->shape.items[p].count; k++) {
                struct page_point at = line->shape.items[p].points[k];
                weight += at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom ? each : 0;
            }
    }
    return weight;
}

struct page_box locator_box(const struct composition *composition) {
    struct page_box panel = composition->frame.layout.panel, best = {0, 0, 0, 0};
    double wide = (panel.right - panel.left) * composition->frame.km_per_unit, unit = composition->unit;
    double width = 168 * unit, height = 128 * unit, least = INFINITY;
    if (wide > widest_km || composition->plan->overview || width > (panel.right - panel.left) * 0.34)
        return best;
    for (int corner = 0; corner < 4; corner++) {
        bool right = corner % 2 == 0, top = corner < 2;
        struct page_box box = {right ? panel.right - width : panel.left, top ? panel.top : panel.bottom - height, 0, 0};
        box.right = box.left + width;
        box.bottom = box.top + height;
        double weight = weight_in(composition, box);
        if (weight < least) {
            least = weight;
            best = box;
        }
    }
    return best;
}

/* Hardly any land in the frame: nothing would be in the usual inset. */
static bool is_at_sea(const struct composition *composition) {
    double land = 0;
    for (size_t i = 0; i < composition->territories.count; i++)
        land += composition->territories.items[i].extent;
    return land < composition_panel_extent(composition) * 0.06;
}

static struct bounds inset_bounds(const struct composition *composition, struct page_box box) {
    struct bounds frame = composition->frame.bounds;
    double width = fmin(fmax(frame_width_km(frame) * context, least_km), most_km) * (is_at_sea(composition) ? 3 : 1);
    struct bounds middle = {(frame.west + frame.east) / 2, (frame.south + frame.north) / 2,
                            (frame.west + frame.east) / 2, (frame.south + frame.north) / 2};
    double height = width * (box.bottom - box.top) / (box.right - box.left);
    struct bounds bounds = frame_at_least(middle, fmin(width, height));
    bounds.west -= fmax((width - height) / 2, 0) / KM_PER_DEGREE / fmax(cos(middle.south * acos(-1.0) / 180), 0.2);
    bounds.east += fmax((width - height) / 2, 0) / KM_PER_DEGREE / fmax(cos(middle.south * acos(-1.0) / 180), 0.2);
    return bounds;
}

static bool is_party(const struct composition *composition, struct text code) {
    int index = composition_territory(composition, code);
    return index >= 0 && composition->territories.items[index].party >= 0;
}

static bool draw_countries(struct composition *composition, const struct projection *projection, struct page_box box,
                           struct error *error) {
    struct bounds shown = projection_bounds(projection);
    double km = frame_width_km(shown) / (box.right - box.left); /* a page unit */
    struct text where = text_format(composition->arena, "area_km2 >= %d", (int)(specks * km * km));
    struct layer_query query = {.fields = {"code", NULL}, .bounds = shown, .where = text_c(composition->arena, where)};
    struct feature_list features = {0};
    struct text layer = text_format(composition->arena, "countries%s.fgb", frame_detail(fmax(km, 3.2)));
    const char *path =
        geodata_path(composition->sources->geodata, composition->arena, text_c(composition->arena, layer));
    const struct paint *land = composition_paint(composition, STYLE_LOCATOR_LAND),
                       *party = composition_paint(composition, STYLE_LOCATOR_PARTY);
    if (!layer_read(path, &query, composition->arena, &features, error))
        return false;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < features.count; i++) {
            struct text code = features.items[i].fields[0];
            bool involved = is_party(composition, code);
            struct page_shape shape = {0};
            if (involved != (pass == 1))
                continue;
            projection_shape(projection, &features.items[i].shape, box, 0.7, composition->arena, &shape);
            shape = page_shape_without_specks(&shape, specks, composition->arena);
            struct scene_item *item = scene_add_area(composition->scene, composition->arena, TEXT("locator"), shape,
                                                     (involved ? party : land)->fill);
            if (item)
                item->stroke = (involved ? party : land)->line;
        }
    return true;
}

static void draw_frame(struct composition *composition, const struct projection *projection) {
    struct page_box panel = composition->frame.layout.panel, box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    const struct paint *paint = composition_paint(composition, STYLE_LOCATOR_FRAME);
    struct page_point corners[] = {
        {panel.left, panel.top}, {panel.right, panel.top}, {panel.left, panel.bottom}, {panel.right, panel.bottom}};
    for (int i = 0; i < 4; i++) {
        struct lonlat at = projection_inverse(composition->frame.projection, corners[i]);
        struct page_point page;
        projection_forward(projection, &at, 1, &page);
        box = (struct page_box){fmin(box.left, page.x), fmin(box.top, page.y), fmax(box.right, page.x),
                                fmax(box.bottom, page.y)};
    }
    double least = least_marker * composition->unit, x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    double width = fmax(box.right - box.left, least) / 2, height = fmax(box.bottom - box.top, least) / 2;
    box = (struct page_box){x - width, y - height, x + width, y + height};
    if (isfinite(box.left + box.right + box.top + box.bottom))
        scene_add_box(composition->scene, composition->arena, TEXT("locator-frame"), box, paint->fill, paint->line);
}

static bool draw_inset(struct composition *composition, const struct projection *projection, struct page_box box,
                       struct error *error) {
    const struct paint *paint = composition_paint(composition, STYLE_LOCATOR);
    struct scene *scene = composition->scene;
    scene_layer_begin(scene, composition->arena, "locator");
    scene_clip_begin(scene, composition->arena, box);
    scene_add_box(scene, composition->arena, TEXT("locator"), box, paint->fill, (struct stroke){0});
    if (!draw_countries(composition, projection, box, error))
        return error_context(error, "locator");
    draw_frame(composition, projection);
    scene_clip_end(scene, composition->arena);
    scene_add_box(scene, composition->arena, TEXT("locator"), box, (struct colour){0}, paint->line);
    scene_layer_end(scene, composition->arena);
    return true;
}

bool locator_draw(struct composition *composition, struct page_box box, struct error *error) {
    struct bounds bounds = inset_bounds(composition, box);
    struct projection *projection;
    if (!projection_open(projection_choose(bounds, composition->arena), bounds, box, &projection, error))
        return false;
    bool good = draw_inset(composition, projection, box, error);
    projection_close(projection);
    return good;
}
