#include "waymarks.h"

#include "extent.h"
#include "list.h"
#include "scene_add.h"

#include <math.h>

enum { CANDIDATES = 300, WAYMARKS = 2 };

static const double widest_km = 250;      /* of a panel that is in want of them */
static const double least_reach_km = 120; /* how far towns are looked for, at least */
static const double arrow_size = 9;       /* page units */
static const int64_t least_population = 3000;

/* A town out of sight, and where the way to it leaves the panel. */
struct way {
    struct place town;
    struct page_point edge;
    double km, angle, score;
};

static struct page_point panel_middle(const struct composition *composition) {
    struct page_box panel = composition->frame.layout.panel;
    return (struct page_point){(panel.left + panel.right) / 2, (panel.top + panel.bottom) / 2};
}

/* Where the ray from the middle towards the point comes to `inset` units from the edge. */
static struct page_point leave_panel(const struct composition *composition, struct page_point to, double inset) {
    struct page_box panel = composition->frame.layout.panel;
    struct page_point middle = panel_middle(composition);
    double dx = to.x - middle.x, dy = to.y - middle.y;
    double across = ((panel.right - panel.left) / 2 - inset) / fmax(fabs(dx), 1e-9);
    double down = ((panel.bottom - panel.top) / 2 - inset) / fmax(fabs(dy), 1e-9), share = fmin(across, down);
    return (struct page_point){middle.x + dx * share, middle.y + dy * share};
}

/* Near and large is best. */
static bool find_way(const struct composition *composition, place_id id, struct lonlat middle, struct way *way) {
    way->town = gazetteer_place(composition->sources->gazetteer, id);
    struct page_point at = frame_project(&composition->frame, way->town.point), from = panel_middle(composition);
    if (way->town.population < least_population || !isfinite(at.x) || frame_shows(&composition->frame, at, 0))
        return false;
    way->edge = leave_panel(composition, at, 1.2 * arrow_size * composition->unit);
    way->angle = atan2(at.y - from.y, at.x - from.x);
    way->km = hypot(at.x - way->edge.x, at.y - way->edge.y) * composition->frame.km_per_unit;
    way->score = lonlat_distance_km(middle, way->town.point) / log((double)way->town.population);
    return !obstacles_hold(&composition->obstacles, way->edge, 2 * arrow_size * composition->unit);
}

static size_t find_ways(const struct composition *composition, struct way ways[WAYMARKS]) {
    struct page_box panel = composition->frame.layout.panel;
    struct lonlat middle = projection_inverse(composition->frame.projection, panel_middle(composition));
    double reach = fmax(least_reach_km, 2 * (panel.right - panel.left) * composition->frame.km_per_unit);
    place_id ids[CANDIDATES];
    size_t found = 0, count;
    if (isnan(middle.lon))
        return 0;
    count = gazetteer_within(composition->sources->gazetteer, extent_around(middle, reach), CANDIDATES, ids);
    for (int round = 0; round < WAYMARKS; round++) {
        struct way best = {.score = INFINITY}, way;
        for (size_t i = 0; i < count; i++) {
            bool apart = find_way(composition, ids[i], middle, &way);
            for (size_t k = 0; k < found; k++) /* in other directions than those before */
                apart = apart && cos(way.angle - ways[k].angle) < 0.4;
            best = apart && way.score < best.score ? way : best;
        }
        if (best.score < INFINITY)
            ways[found++] = best;
    }
    return found;
}

static void add_waymark(struct composition *composition, const struct way *way) {
    struct text km = text_format(composition->arena, "%d", (int)fmax(round(way->km), 1));
    struct text text = text_format(
        composition->arena, "%.*s, %.*s %.*s", TEXT_ARGS(composition_name(composition, way->town.id)),
        TEXT_ARGS(wording_digits(&composition->words, km)), TEXT_ARGS(composition_phrase(composition, "scale.km")));
    struct label *label = composition_label(composition, LABEL_POINT, STYLE_TOWN, text, way->town.ref, 2);
    label->point = way->edge;
    label->clearance = 0.8 * arrow_size * composition->unit;
    label->second = TEXT_NONE;
    label_wishes_add_waymark(&composition->wishes, way->angle, composition->arena);
    composition_dot(composition, way->edge, 0.6 * arrow_size * composition->unit);
}

void waymarks_add(struct composition *composition) {
    struct page_box panel = composition->frame.layout.panel;
    struct way ways[WAYMARKS];
    if (composition->wishes.towns.count > 1 || (panel.right - panel.left) * composition->frame.km_per_unit > widest_km)
        return;
    size_t count = find_ways(composition, ways);
    for (size_t i = 0; i < count; i++)
        add_waymark(composition, &ways[i]);
}

void waymarks_draw(struct composition *composition) {
    double half = arrow_size * composition->unit / 2;
    for (size_t i = 0; i < composition->wishes.waymarks.count; i++) {
        const struct waymark *mark = &composition->wishes.waymarks.items[i];
        const struct label *label = &composition->wishes.labels.items[mark->label];
        double x = cos(mark->angle) * half, y = sin(mark->angle) * half;
        struct page_point at = label->point;
        if (!label->placed)
            continue;
        struct page_point corners[] = {
            {at.x + x, at.y + y}, {at.x - x - y * 0.8, at.y - y + x * 0.8}, {at.x - x + y * 0.8, at.y - y - x * 0.8}};
        struct page_shape arrow = {0};
        struct page_path path = {ARENA_ARRAY(composition->arena, struct page_point, 3), 3, true};
        for (int k = 0; k < 3; k++)
            path.points[k] = corners[k];
        *LIST_PUSH(composition->arena, &arrow) = path;
        scene_add_area(composition->scene, composition->arena, TEXT("waymark"), arrow,
                       composition_paint(composition, STYLE_TOWN)->fill);
    }
}
