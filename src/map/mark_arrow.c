#include "mark_arrow.h"

#include "list.h"
#include "scene_add.h"

#include <math.h>

static const double bow = 0.16;                          /* of the length, how far the middle lies aside */
static const double head_length = 4.2, head_width = 2.1; /* widths of the shaft */
static const double shaft_width = 3.4, clearance = 14;   /* page units at unit 1 */

/* A quadratic curve at share t of its way. */
static struct page_point curve_at(struct page_point from, struct page_point middle, struct page_point to, double t) {
    double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    return (struct page_point){a * from.x + b * middle.x + c * to.x, a * from.y + b * middle.y + c * to.y};
}

bool mark_arrow_shape(struct page_point from, struct page_point to, double clear, double width,
                      struct page_point shaft[ARROW_POINTS], struct page_point head[3]) {
    double x = to.x - from.x, y = to.y - from.y, length = hypot(x, y), tip = head_length * width;
    if (length < 2 * clear + 2 * tip)
        return false;
    struct page_point middle = {(from.x + to.x) / 2 + y * bow * 2, (from.y + to.y) / 2 - x * bow * 2};
    double first = clear / length, last = 1 - (clear + tip) / length;
    for (int i = 0; i < ARROW_POINTS; i++)
        shaft[i] = curve_at(from, middle, to, first + (last - first) * i / (ARROW_POINTS - 1));
    struct page_point point = curve_at(from, middle, to, 1 - clear / length), end = shaft[ARROW_POINTS - 1];
    double along = hypot(point.x - end.x, point.y - end.y);
    double across_x = -(point.y - end.y) / along * width * head_width,
           across_y = (point.x - end.x) / along * width * head_width;
    head[0] = point;
    head[1] = (struct page_point){end.x + across_x, end.y + across_y};
    head[2] = (struct page_point){end.x - across_x, end.y - across_y};
    return true;
}

static void draw_arrow(struct composition *composition, const struct incident *incident) {
    struct page_point shaft[ARROW_POINTS], head[3];
    struct page_point from = frame_project(&composition->frame, incident->movement.from.point);
    struct page_point to = frame_project(&composition->frame, incident->movement.to.point);
    double width = shaft_width * composition->unit;
    if (!frame_shows(&composition->frame, from, 0) || !frame_shows(&composition->frame, to, 0) ||
        !mark_arrow_shape(from, to, clearance * composition->unit, width, shaft, head))
        return;
    bool past = incident->status == STATUS_PAST;
    struct stroke stroke = composition_paint(composition, past ? STYLE_PAST_LINE : STYLE_INCIDENT_LINE)->line;
    stroke.width = width;
    stroke.dash_count = 0;
    stroke.round = false;
    struct page_shape line = scene_path(composition->arena, shaft, ARROW_POINTS, false);
    scene_add_line(composition->scene, composition->arena, incident->id, line, stroke);
    scene_add_area(composition->scene, composition->arena, incident->id, scene_path(composition->arena, head, 3, true),
                   stroke.colour);
    shaft[ARROW_POINTS - 1] = head[0];
    struct page_shape whole = scene_path(composition->arena, shaft, ARROW_POINTS, false);
    composition_block_line(composition, &whole, width * 2.6);
    composition_legend(composition, LEGEND_ARROW, past ? STYLE_PAST_LINE : STYLE_INCIDENT_LINE, TEXT_NONE,
                       composition_phrase(composition, "legend.movement"));
}

/* Whether an incident before it tells of the same movement. */
static bool is_drawn(const struct map_plan *plan, size_t index) {
    const struct incident_movement *movement = &plan->incidents[index]->movement;
    for (size_t i = 0; i < index; i++) {
        const struct incident_movement *other = &plan->incidents[i]->movement;
        if (other->told && snapshot_same(&other->from, &movement->from) && snapshot_same(&other->to, &movement->to))
            return true;
    }
    return false;
}

void mark_arrows_draw(struct composition *composition) {
    const struct map_plan *plan = composition->plan;
    for (size_t i = 0; i < plan->incident_count; i++)
        if (plan->incidents[i]->movement.told && incident_is_sure(plan->incidents[i]) && !is_drawn(plan, i))
            draw_arrow(composition, plan->incidents[i]);
}
