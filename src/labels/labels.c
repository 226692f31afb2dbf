#include "labels.h"

#include "label_candidates.h"
#include "label_report.h"
#include "label_search.h"

#include <math.h>
#include <stdlib.h>

/* Candidates that are kept of each label. */
enum { CANDIDATES = 96 };

static int compare_candidates(const void *a, const void *b) {
    const struct label_candidate *x = a, *y = b;
    if (x->cost != y->cost)
        return x->cost < y->cost ? -1 : 1;
    if (x->extent.left != y->extent.left)
        return x->extent.left < y->extent.left ? -1 : 1;
    return x->extent.top < y->extent.top ? -1 : x->extent.top > y->extent.top;
}

static void make_candidates(const struct label_workshop *workshop, struct label_task *task) {
    if (task->label->pin != LABEL_FREE) {
        label_candidate_pinned(workshop, task);
        return;
    }
    switch (task->label->target) {
    case LABEL_POINT: label_candidates_point(workshop, task); break;
    case LABEL_LINE: label_candidates_line(workshop, task); break;
    case LABEL_AREA: label_candidates_area(workshop, task); break;
    }
    struct label_candidates *candidates = &task->candidates;
    if (candidates->count > 0)
        qsort(candidates->items, candidates->count, sizeof *candidates->items, compare_candidates);
    candidates->count = candidates->count < CANDIDATES ? candidates->count : CANDIDATES;
}

static struct label_task *make_tasks(const struct label_workshop *workshop, struct label *labels, size_t count) {
    struct label_task *tasks = ARENA_ARRAY(workshop->scratch, struct label_task, count);
    for (size_t i = 0; i < count; i++) {
        tasks[i].label = &labels[i];
        tasks[i].choice = -1;
        tasks[i].unplaced =
            labels[i].pin == LABEL_FREE ? label_cost_unplaced(labels[i].priority) + labels[i].worth : LABEL_PIN_KEPT;
        tasks[i].form = label_form_measure(&labels[i], workshop->measure);
        make_candidates(workshop, &tasks[i]);
    }
    return tasks;
}

/* Where the text of a straight label begins: in the middle of the room kept for it, were that wider than the text. */
static void set_straight(struct label *label, const struct label_candidate *candidate, struct label_form *form,
                         const struct text_measure *measure) {
    bool changed = form->style.size != label->style.size || form->style.letter_spacing != label->style.letter_spacing;
    if (changed)
        label_form_update(form, label->lang, measure);
    double room = candidate->box.right - candidate->box.left - 2 * form->padding;
    label->box = candidate->box;
    label->width = form->width;
    label->at.x = candidate->box.left + form->padding + (room - form->width) / 2;
    label->at.y = candidate->box.top + form->padding + form->ascent;
}

static void set_curved(const struct label_workshop *workshop, struct label *label,
                       const struct label_candidate *candidate) {
    label->cluster_count = candidate->cluster_count;
    label->clusters = ARENA_ARRAY(workshop->arena, struct placed_cluster, label->cluster_count);
    for (size_t i = 0; i < label->cluster_count; i++)
        label->clusters[i] = candidate->clusters[i];
    label->box = candidate->extent;
    label->at = label->clusters[0].at;
}

/* Writes the choice into the label. */
static void set_answer(const struct label_workshop *workshop, const struct label_task *task) {
    struct label *label = task->label;
    label->placed = task->choice >= 0;
    label->clusters = NULL;
    label->cluster_count = 0;
    label->angle = 0;
    label->leader = false;
    if (!label->placed)
        return;
    const struct label_candidate *candidate = &task->candidates.items[task->choice];
    struct label_form form = *candidate->form;
    if (candidate->clusters) {
        set_curved(workshop, label, candidate);
        label->width = form.width;
    } else {
        set_straight(label, candidate, &form, workshop->measure);
    }
    label->text = form.text;
    label->style = form.style;
    label->line_step = form.step;
    label->anchor = candidate->anchor;
    label->leader = candidate->leader;
    label->leader_from = candidate->leader_from;
    label->leader_to = candidate->leader_to;
}

/* The lines that are to be named. */
static struct page_shape *find_streams(const struct label *labels, size_t count, struct arena *scratch,
                                       size_t *stream_count) {
    struct page_shape *streams = ARENA_ARRAY(scratch, struct page_shape, count);
    *stream_count = 0;
    for (size_t i = 0; i < count; i++)
        if (labels[i].target == LABEL_LINE)
            streams[(*stream_count)++] = labels[i].shape;
    return streams;
}

void labels_place(struct label *labels, size_t count, const struct label_obstacles *obstacles, struct page_box page,
                  const struct text_measure *measure, struct arena *arena, struct label_report *report) {
    struct arena *scratch = arena_open();
    size_t stream_count;
    const struct page_shape *streams = find_streams(labels, count, scratch, &stream_count);
    struct label_ground ground = label_ground_new(obstacles, streams, stream_count, page, scratch);
    struct label_workshop workshop = {&ground, measure, arena, scratch};
    struct label_task *tasks = make_tasks(&workshop, labels, count);
    label_search_run(tasks, count, page, scratch);
    for (size_t i = 0; i < count; i++)
        set_answer(&workshop, &tasks[i]);
    arena_close(scratch);
    *report = label_report_measure(labels, count, obstacles, page, measure, arena);
}
