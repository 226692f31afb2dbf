#include "label_candidates.h"

#include "list.h"
#include "paragraph.h"

#include <math.h>

enum { RINGS = 3, FAR_RINGS = 6, LEADER_DIRECTIONS = 16, LEADER_PIECES = 48, LEADER_ENOUGH = 72, CRAMPED = 9 };

static const double degree = 0.017453292519943295;

/* A direction around a point, degrees anticlockwise from the right, and what it costs. */
struct direction {
    double angle, cost;
};

/* Eduard Imhof, "Positioning Names on Maps" (1975): right above, right, right below, above, below, then the left. */
static const struct direction directions[] = {{45, 0},    {0, 0.6},   {-45, 1.4}, {90, 2.2},
                                              {-90, 3.0}, {135, 3.4}, {180, 4.0}, {-135, 5.0}};

/* Where the box of the form lies if its point nearest to `point` is `distance` away in that direction. */
static struct page_box box_towards(const struct label_form *form, struct page_point point, double angle,
                                   double distance) {
    double right = cos(angle * degree), up = sin(angle * degree);
    double width = form->width + 2 * form->padding, height = label_form_height(form) + 2 * form->padding;
    double left = point.x + right * distance - (1 - right) / 2 * width;
    double top = point.y - up * distance - (1 + up) / 2 * height;
    return (struct page_box){left, top, left + width, top + height};
}

/* On the right and left exactly beside the point, else as far along the box as the direction says. */
static struct page_box box_beside(const struct label_form *form, struct page_point point, double angle,
                                  double distance) {
    double right = cos(angle * degree), up = sin(angle * degree);
    double width = form->width + 2 * form->padding, height = label_form_height(form) + 2 * form->padding;
    double across = right > 0.3 ? 0 : right < -0.3 ? 1 : 0.5, down = up > 0.3 ? 1 : up < -0.3 ? 0 : 0.5;
    double left = point.x + right * distance - across * width, top = point.y - up * distance - down * height;
    return (struct page_box){left, top, left + width, top + height};
}

static bool is_callout(const struct label_task *task) {
    return task->label->may_lead && task->form.lines > 1 && task->label->second.size == 0;
}

/* The lines of a callout begin where its script begins. */
static enum text_anchor anchor_towards(const struct label_task *task, double angle) {
    double right = cos(angle * degree);
    if (is_callout(task))
        return language_is_rtl(task->label->lang) ? ANCHOR_END : ANCHOR_START;
    if (right > 0.3)
        return ANCHOR_START;
    return right < -0.3 ? ANCHOR_END : ANCHOR_MIDDLE;
}

static struct label_candidate straight_candidate(const struct label_workshop *workshop, const struct label_task *task,
                                                 struct page_box box, double cost) {
    struct label_candidate candidate = {.count = 1, .label_boxes = 1, .cost = cost, .form = &task->form, .box = box};
    candidate.boxes = ARENA_ARRAY(workshop->scratch, struct page_box, 1);
    candidate.boxes[0] = box;
    return candidate;
}

void label_candidates_beside(const struct label_workshop *workshop, struct label_task *task, struct page_point point,
                             double clearance, double cost) {
    for (size_t i = 0; i < sizeof directions / sizeof directions[0]; i++) {
        struct page_box box = box_beside(&task->form, point, directions[i].angle, clearance);
        struct label_candidate candidate = straight_candidate(workshop, task, box, cost + directions[i].cost);
        candidate.anchor = anchor_towards(task, directions[i].angle);
        label_cost_offer(task, candidate, workshop->ground, workshop->scratch);
    }
}

/* The point of the box that is nearest to the point. */
static struct page_point box_nearest(struct page_box box, struct page_point point) {
    return (struct page_point){label_larger(box.left, label_smaller(box.right, point.x)),
                               label_larger(box.top, label_smaller(box.bottom, point.y))};
}

/* Covers the leader line with boxes of at most 6 units, which other labels keep off. */
static void add_leader(const struct label_workshop *workshop, struct label_candidate *candidate, struct page_point from,
                       struct page_point to) {
    double length = label_length(from, to);
    size_t pieces = (size_t)label_smaller(LEADER_PIECES, ceil(length / 6));
    struct page_box *boxes = ARENA_ARRAY(workshop->scratch, struct page_box, pieces + 1);
    boxes[0] = candidate->box;
    for (size_t i = 0; i < pieces; i++) {
        double start = (double)i / (double)pieces, end = (double)(i + 1) / (double)pieces;
        struct page_point a = {from.x + start * (to.x - from.x), from.y + start * (to.y - from.y)};
        struct page_point b = {from.x + end * (to.x - from.x), from.y + end * (to.y - from.y)};
        boxes[i + 1] = label_box_of(a, b);
    }
    candidate->boxes = boxes;
    candidate->count = pieces + 1;
    candidate->leader = true;
    candidate->leader_from = from;
    candidate->leader_to = to;
}

static void lead(const struct label_workshop *workshop, struct label_task *task, struct page_point point,
                 double clearance, double angle, double distance, double cost) {
    struct page_box box = box_towards(&task->form, point, angle, clearance + distance);
    if (!label_ground_free(workshop->ground, box, point, false))
        return;
    struct label_candidate candidate = straight_candidate(workshop, task, box, cost);
    struct page_point from = box_nearest(box, point);
    double length = label_length(from, point);
    if (length <= clearance + 1)
        return;
    double share = clearance / length;
    struct page_point to = {point.x + share * (from.x - point.x), point.y + share * (from.y - point.y)};
    add_leader(workshop, &candidate, from, to);
    candidate.anchor = anchor_towards(task, angle);
    label_cost_offer(task, candidate, workshop->ground, workshop->scratch);
}

void label_candidates_leading(const struct label_workshop *workshop, struct label_task *task, struct page_point point,
                              double clearance, double cost) {
    static const double distances[] = {14, 26, 42, 62, 90, 130, 180, 240, 310};
    bool callout = is_callout(task);
    bool cramped = task->candidates.count < CRAMPED;
    size_t near = task->label->target == LABEL_AREA ? 3 : cramped ? 6 : 4; /* an area's name is soon far from home */
    size_t count = callout ? sizeof distances / sizeof distances[0] : near;
    int turn = callout || cramped ? 1 : 2;
    for (size_t i = 0; i < count && task->candidates.count < LEADER_ENOUGH; i++)
        for (int k = 0; k < LEADER_DIRECTIONS; k += turn) {
            double angle = 360.0 * k / LEADER_DIRECTIONS, leftward = 1 - cos(angle * degree);
            lead(workshop, task, point, clearance, angle, distances[i], cost + 0.08 * distances[i] + 0.8 * leftward);
        }
}

void label_candidates_point(const struct label_workshop *workshop, struct label_task *task) {
    const struct label *label = task->label;
    double ring = 0.55 * label->style.size;
    bool dotless = label->clearance <= 0; /* only a leader line shows what it belongs to */
    int rings = dotless ? 0 : label->priority <= 2 && label->padding <= 1 ? FAR_RINGS : RINGS;
    for (int i = 0; i < rings; i++)
        label_candidates_beside(workshop, task, label->point, label->clearance + 1.5 + i * ring, i * 4.0);
    if (label->may_lead || dotless)
        label_candidates_leading(workshop, task, label->point, label->clearance + 1, is_callout(task) ? 3 : 13);
}

/* Where the pinned label lies. */
static struct page_box pinned_box(const struct label_task *task) {
    const struct label *label = task->label;
    if (label->pin == LABEL_PIN_SIDE)
        return box_beside(&task->form, label->point, label->pin_angle, label->clearance + 1.5);
    double width = task->form.width + 2 * task->form.padding;
    double height = label_form_height(&task->form) + 2 * task->form.padding;
    return (struct page_box){label->pin_at.x - width / 2, label->pin_at.y - height / 2, label->pin_at.x + width / 2,
                             label->pin_at.y + height / 2};
}

void label_candidate_pinned(const struct label_workshop *workshop, struct label_task *task) {
    const struct label *label = task->label;
    struct label_candidate candidate = straight_candidate(workshop, task, pinned_box(task), 0);
    candidate.anchor = is_callout(task) ? anchor_towards(task, 0) : ANCHOR_MIDDLE;
    struct page_point from = box_nearest(candidate.box, label->point);
    double length = label_length(from, label->point), share = label->clearance / length;
    if (label->target == LABEL_POINT && length > label->clearance + 0.8 * label->style.size) {
        struct page_point to = {label->point.x + share * (from.x - label->point.x),
                                label->point.y + share * (from.y - label->point.y)};
        add_leader(workshop, &candidate, from, to);
    }
    candidate.extent = candidate.boxes[0];
    for (size_t i = 1; i < candidate.count; i++)
        candidate.extent = label_box_union(candidate.extent, candidate.boxes[i]);
    *LIST_PUSH(workshop->scratch, &task->candidates) = candidate;
}
