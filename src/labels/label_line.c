#include "label_candidates.h"

#include "label_stretches.h"

#include <math.h>

enum { CLUSTERS = 256, WINDOWS = 14, SMOOTHINGS = 3, PIECES = 3, BESIDE_POINTS = 5 };

static const double degree = 0.017453292519943295;

/* Limits of a curved name, degrees: between neighbouring letters, over all of it, and of its steepest letter. */
static const double bend_limit = 18, turn_limit = 80, steep_limit = 100;

/* Neighbouring letters in a bend stand at least and at most this many times as far apart as on a straight line. */
static const double closest = 0.86, widest = 1.3;

/* Free room between line and letters, page units. */
static const double line_gap = 2.5;

/* A line in equal steps: as it is and without its small bends. */
struct track {
    struct page_point *raw, *smooth;
    size_t count;
    double step;
};

/* The letters of a name, laid out straight. */
struct lettering {
    struct placed_cluster *clusters;
    size_t count;
    double *widths;
    double width;
};

static double path_length(const struct page_path *path) {
    double length = 0;
    for (size_t i = 1; i < path->count; i++)
        length += label_length(path->points[i - 1], path->points[i]);
    return length;
}

/* The path in equal steps. */
static struct track track_new(const struct page_path *path, double length, double step, struct arena *scratch) {
    size_t limit = (size_t)(length / step) + 2, next = 1;
    struct track track = {ARENA_ARRAY(scratch, struct page_point, limit),
                          ARENA_ARRAY(scratch, struct page_point, limit), 0, step};
    double travelled = 0, wanted = 0;
    while (next < path->count && track.count < limit) {
        struct page_point a = path->points[next - 1], b = path->points[next];
        double edge = label_length(a, b);
        if (travelled + edge < wanted || edge == 0) {
            travelled += edge;
            next++;
            continue;
        }
        double share = (wanted - travelled) / edge;
        track.raw[track.count++] = (struct page_point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
        wanted += step;
    }
    return track;
}

/* Means over `radius` points to each side (fewer at the ends), several times over: nearly a Gaussian. */
static void track_smooth(struct track *track, size_t radius, struct arena *scratch) {
    struct page_point *sums = ARENA_ARRAY(scratch, struct page_point, track->count + 1);
    for (size_t i = 0; i < track->count; i++)
        track->smooth[i] = track->raw[i];
    for (int round = 0; round < SMOOTHINGS; round++) {
        for (size_t i = 0; i < track->count; i++)
            sums[i + 1] = (struct page_point){sums[i].x + track->smooth[i].x, sums[i].y + track->smooth[i].y};
        for (size_t i = 0; i < track->count; i++) {
            size_t room = i < track->count - 1 - i ? i : track->count - 1 - i, reach = room < radius ? room : radius;
            double share = 1.0 / (double)(2 * reach + 1);
            track->smooth[i].x = (sums[i + reach + 1].x - sums[i - reach].x) * share;
            track->smooth[i].y = (sums[i + reach + 1].y - sums[i - reach].y) * share;
        }
    }
}

/*
 * The track in equal steps of its smooth line, which is shorter than the crooked one; `raw` keeps what lies beside.
 */
static struct track track_even(const struct track *track, struct arena *scratch) {
    struct track even = {ARENA_ARRAY(scratch, struct page_point, track->count),
                         ARENA_ARRAY(scratch, struct page_point, track->count), 0, track->step};
    double travelled = 0;
    for (size_t i = 1; i < track->count; i++) {
        struct page_point a = track->smooth[i - 1], b = track->smooth[i], p = track->raw[i - 1], q = track->raw[i];
        double edge = label_length(a, b);
        double wanted = (double)even.count * even.step;
        for (; wanted <= travelled + edge && even.count < track->count && edge > 0; wanted += even.step) {
            double share = (wanted - travelled) / edge;
            even.smooth[even.count] = (struct page_point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
            even.raw[even.count++] = (struct page_point){p.x + share * (q.x - p.x), p.y + share * (q.y - p.y)};
        }
        travelled += edge;
    }
    return even;
}

static struct track track_reversed(const struct track *track, struct arena *scratch) {
    struct track reversed = {ARENA_ARRAY(scratch, struct page_point, track->count),
                             ARENA_ARRAY(scratch, struct page_point, track->count), track->count, track->step};
    for (size_t i = 0; i < track->count; i++) {
        reversed.raw[i] = track->raw[track->count - 1 - i];
        reversed.smooth[i] = track->smooth[track->count - 1 - i];
    }
    return reversed;
}

static struct lettering lettering_new(const struct label_workshop *workshop, const struct label_task *task) {
    const struct label_form *form = &task->form;
    struct lettering lettering = {.width = form->width};
    lettering.clusters = ARENA_ARRAY(workshop->scratch, struct placed_cluster, CLUSTERS);
    lettering.count = workshop->measure->clusters(workshop->measure->context, &form->style, form->text,
                                                  task->label->lang, CLUSTERS, lettering.clusters);
    lettering.widths = ARENA_ARRAY(workshop->scratch, double, lettering.count);
    for (size_t i = 0; i < lettering.count; i++) {
        double end = i + 1 < lettering.count ? lettering.clusters[i + 1].at.x : form->width;
        lettering.widths[i] = label_larger(0, end - lettering.clusters[i].at.x);
    }
    return lettering;
}

static struct page_point track_at(const struct track *track, double along) {
    double place = label_larger(0, label_smaller((double)(track->count - 1) - 1e-9, along / track->step));
    size_t i = (size_t)place;
    double share = place - (double)i;
    struct page_point a = track->smooth[i], b = track->smooth[i + 1 < track->count ? i + 1 : i];
    return (struct page_point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/* Direction of the smooth track around a place, degrees clockwise. */
static double track_angle(const struct track *track, double along, double reach) {
    struct page_point a = track_at(track, along - reach), b = track_at(track, along + reach);
    return atan2(b.y - a.y, b.x - a.x) / degree;
}

/* How far the line itself strays from its smooth track to the left (side = 1) or right (-1) of the way, between two
 * places. */
static double track_stray(const struct track *track, double from, double to, double side) {
    size_t first = (size_t)label_larger(0, from / track->step), last = (size_t)label_larger(0, to / track->step);
    double most = 0;
    for (size_t i = first; i <= last && i + 1 < track->count; i++) {
        struct page_point along = {track->smooth[i + 1].x - track->smooth[i].x,
                                   track->smooth[i + 1].y - track->smooth[i].y};
        double length = sqrt(along.x * along.x + along.y * along.y);
        double x = track->raw[i].x - track->smooth[i].x, y = track->raw[i].y - track->smooth[i].y;
        double left = length > 0 ? (x * along.y - y * along.x) / length : 0;
        most = label_larger(most, side * left);
    }
    return most;
}

/* The box around a cluster that is turned about the left end of its baseline. */
static struct page_box turned_box(struct page_point at, double angle, double width, const struct label_form *form) {
    double right = cos(angle * degree), down = sin(angle * degree);
    const double along[] = {0, width, 0, width}, below[] = {-form->ascent, -form->ascent, form->descent, form->descent};
    struct page_box box = {at.x, at.y, at.x, at.y};
    for (int i = 0; i < 4; i++) {
        struct page_point corner = {at.x + along[i] * right - below[i] * down,
                                    at.y + along[i] * down + below[i] * right};
        box = label_box_union(box, label_box_at(corner, 0));
    }
    return label_box_grow(box, 1);
}

/* How much a name bends, degrees; and how near and far apart its letters come, as multiples of their proper distance.
 */
struct bending {
    double sharpest, sum, lowest, highest, steepest;
    double nearest, farthest;
};

/* Sets the clusters along the track from `start`, `offset` to the left of it. */
static void set_clusters(const struct track *track, const struct lettering *lettering, const struct label_form *form,
                         double start, double offset, struct label_candidate *candidate) {
    for (size_t i = 0; i < lettering->count; i++) {
        double half = lettering->widths[i] / 2, middle = start + lettering->clusters[i].at.x + half;
        double angle = track_angle(track, middle, label_larger(form->style.size * 0.6, half));
        double right = cos(angle * degree), down = sin(angle * degree);
        struct page_point on = track_at(track, middle);
        struct page_point at = {on.x + down * offset - right * half, on.y - right * offset - down * half};
        candidate->clusters[i] = lettering->clusters[i];
        candidate->clusters[i].at = at;
        candidate->clusters[i].angle = angle;
        candidate->boxes[i] = turned_box(at, angle, lettering->widths[i], form);
    }
}

static struct page_point cluster_middle(const struct placed_cluster *cluster, double width) {
    return (struct page_point){cluster->at.x + cos(cluster->angle * degree) * width / 2,
                               cluster->at.y + sin(cluster->angle * degree) * width / 2};
}

static struct bending measure_bending(const struct label_candidate *candidate, const double *widths) {
    struct bending bending = {.lowest = INFINITY, .highest = -INFINITY, .nearest = 1, .farthest = 1};
    const struct placed_cluster *clusters = candidate->clusters;
    for (size_t i = 0; i < candidate->cluster_count; i++) {
        bending.lowest = label_smaller(bending.lowest, clusters[i].angle);
        bending.highest = label_larger(bending.highest, clusters[i].angle);
        if (i == 0)
            continue;
        double turn = fabs(clusters[i].angle - clusters[i - 1].angle), proper = (widths[i] + widths[i - 1]) / 2;
        double apart =
            label_length(cluster_middle(&clusters[i - 1], widths[i - 1]), cluster_middle(&clusters[i], widths[i]));
        bending.sharpest = label_larger(bending.sharpest, turn);
        bending.sum += turn;
        bending.nearest = proper > 0 ? label_smaller(bending.nearest, apart / proper) : bending.nearest;
        bending.farthest = proper > 0 ? label_larger(bending.farthest, apart / proper) : bending.farthest;
    }
    bending.steepest = label_larger(fabs(bending.lowest), fabs(bending.highest));
    return bending;
}

static bool bending_readable(const struct bending *bending) {
    return bending->sharpest <= bend_limit && bending->highest - bending->lowest <= turn_limit &&
           bending->steepest < steep_limit && bending->nearest >= closest && bending->farthest <= widest;
}

/* One place of the name; side 1 = above the line, -1 = below. */
static void offer_window(const struct label_workshop *workshop, struct label_task *task, const struct track *track,
                         const struct lettering *lettering, double start, double side, double cost) {
    const struct label_form *form = &task->form;
    double stray = track_stray(track, start, start + lettering->width, side);
    if (stray > form->style.size)
        return;
    double offset = side * (stray + line_gap + (side > 0 ? form->descent : form->ascent));
    struct label_candidate candidate = {.count = lettering->count, .label_boxes = lettering->count, .form = form};
    candidate.boxes = ARENA_ARRAY(workshop->scratch, struct page_box, lettering->count);
    candidate.clusters = ARENA_ARRAY(workshop->scratch, struct placed_cluster, lettering->count);
    candidate.cluster_count = lettering->count;
    set_clusters(track, lettering, form, start, offset, &candidate);
    struct bending bending = measure_bending(&candidate, lettering->widths);
    if (!bending_readable(&bending))
        return;
    candidate.cost = cost + 0.04 * bending.sum + 0.15 * bending.sharpest + 0.05 * bending.steepest + 0.3 * stray +
                     (side < 0 ? 0.8 : 0);
    label_cost_offer(task, candidate, workshop->ground, workshop->scratch);
}

/* From left to right, or upwards where it is steep. */
static bool runs_backwards(const struct track *track, double from, double to) {
    struct page_point a = track_at(track, from), b = track_at(track, to);
    double across = b.x - a.x, down = b.y - a.y;
    return fabs(across) > 0.2 * fabs(down) ? across < 0 : down > 0;
}

/* Places all along the track, on both sides; each is read in the direction that is upright there. */
static void offer_windows(const struct label_workshop *workshop, struct label_task *task, const struct track *track,
                          const struct lettering *lettering, double cost) {
    double room = (double)(track->count - 1) * track->step - lettering->width;
    struct track reversed = track_reversed(track, workshop->scratch);
    int windows = (int)label_smaller(WINDOWS, 1 + floor(label_larger(0, room) / (0.3 * lettering->width)));
    for (int i = 0; i < windows && room >= 0; i++) {
        double share = windows > 1 ? (double)i / (windows - 1) : 0.5, off_middle = fabs(share - 0.5) * 2;
        bool backwards = runs_backwards(track, room * share, room * share + lettering->width);
        const struct track *way = backwards ? &reversed : track;
        double start = backwards ? room * (1 - share) : room * share;
        offer_window(workshop, task, way, lettering, start, 1, cost + off_middle);
        offer_window(workshop, task, way, lettering, start, -1, cost + off_middle);
    }
}

static void offer_along(const struct label_workshop *workshop, struct label_task *task, const struct page_path *path,
                        const struct lettering *lettering, double cost) {
    double size = task->form.style.size, length = path_length(path), step = label_larger(1.5, size / 5);
    if (length < lettering->width * 1.02 || lettering->count == 0)
        return;
    struct track track = track_new(path, length, step, workshop->scratch);
    if (track.count < 4)
        return;
    track_smooth(&track, (size_t)ceil(1.1 * size / step), workshop->scratch);
    track = track_even(&track, workshop->scratch);
    if (track.count < 4)
        return;
    offer_windows(workshop, task, &track, lettering, cost);
}

/* The line does not run through the box. */
static bool line_clear(const struct page_shape *line, struct page_box box) {
    for (size_t i = 0; i < line->count; i++)
        for (size_t k = 1; k < line->items[i].count; k++)
            if (label_box_cut(box, line->items[i].points[k - 1], line->items[i].points[k]) > 0)
                return false;
    return true;
}

/* Takes away the candidates that lie on the line itself, unless all do. */
static void drop_crossing(struct label_candidates *candidates, const struct page_shape *line) {
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++)
        if (line_clear(line, candidates->items[i].box))
            candidates->items[kept++] = candidates->items[i];
    candidates->count = kept > 0 ? kept : candidates->count;
}

/* Horizontal names at points along a line that is too short or too crooked. */
static void offer_beside(const struct label_workshop *workshop, struct label_task *task, const struct page_path *path,
                         const struct page_shape *line) {
    double length = path_length(path), step = length / (BESIDE_POINTS + 1);
    if (length < task->form.style.size)
        return;
    struct track track = track_new(path, length, step, workshop->scratch);
    for (size_t i = 1; i < track.count; i++) {
        label_candidates_beside(workshop, task, track.raw[i], 4, 6);
        label_candidates_beside(workshop, task, track.raw[i], 10, 9);
    }
    drop_crossing(&task->candidates, line);
}

void label_candidates_line(const struct label_workshop *workshop, struct label_task *task) {
    struct page_shape line = label_stretches(&task->label->shape, workshop->scratch);
    struct lettering lettering = lettering_new(workshop, task);
    for (size_t i = 0; i < PIECES && i < line.count; i++)
        offer_along(workshop, task, &line.items[i], &lettering, (double)i);
    if (task->candidates.count == 0 && line.count > 0)
        offer_beside(workshop, task, &line.items[0], &line);
}
