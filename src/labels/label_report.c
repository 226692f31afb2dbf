#include "label_report.h"

#include "label_ground.h"
#include "label_parts.h"

#include <math.h>

/* Finer than the grid that the labels were placed with. */
static const double report_cell = 4;

static const double degree = 0.017453292519943295;

/* The boxes that a placed label's letters fill: one, or one a cluster. */
struct inked {
    struct page_box *boxes;
    size_t count;
    struct page_box extent;
};

static struct page_box rotated_box(const struct placed_cluster *cluster, double width, double ascent, double descent) {
    double right = cos(cluster->angle * degree), down = sin(cluster->angle * degree);
    double left_x = label_smaller(0, width * right), right_x = label_larger(0, width * right);
    double top_y = label_smaller(0, width * down), bottom_y = label_larger(0, width * down);
    double rise_x = ascent * down, rise_y = -ascent * right, fall_x = -descent * down, fall_y = descent * right;
    return (struct page_box){cluster->at.x + left_x + label_smaller(rise_x, fall_x),
                             cluster->at.y + top_y + label_smaller(rise_y, fall_y),
                             cluster->at.x + right_x + label_larger(rise_x, fall_x),
                             cluster->at.y + bottom_y + label_larger(rise_y, fall_y)};
}

static struct inked ink_of(const struct label *label, const struct text_measure *measure, struct arena *scratch) {
    struct inked ink = {0};
    if (!label->placed)
        return ink;
    ink.extent = label->box;
    ink.count = label->cluster_count > 0 ? label->cluster_count : 1;
    ink.boxes = ARENA_ARRAY(scratch, struct page_box, ink.count);
    ink.boxes[0] = label->box;
    if (label->cluster_count == 0)
        return ink;
    struct text_extents extents = {0};
    struct placed_cluster *straight = ARENA_ARRAY(scratch, struct placed_cluster, ink.count);
    measure->extents(measure->context, &label->style, label->text, label->lang, &extents);
    size_t count = measure->clusters(measure->context, &label->style, label->text, label->lang, ink.count, straight);
    for (size_t i = 0; i < ink.count; i++) {
        double end = i + 1 < count ? straight[i + 1].at.x : extents.width;
        ink.boxes[i] = rotated_box(&label->clusters[i], end - straight[i].at.x, extents.ascent, extents.descent);
    }
    return ink;
}

static double box_gap(struct page_box a, struct page_box b) {
    double x = label_larger(0, label_larger(a.left - b.right, b.left - a.right)),
           y = label_larger(0, label_larger(a.top - b.bottom, b.top - a.bottom));
    return sqrt(x * x + y * y);
}

/* The smallest distance between two labels; negative if they meet. */
static double ink_gap(const struct inked *a, const struct inked *b) {
    double least = box_gap(a->extent, b->extent);
    if (least > LABEL_GAP)
        return least;
    least = INFINITY;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            least =
                label_smaller(least, page_box_meet(a->boxes[i], b->boxes[k]) ? -1 : box_gap(a->boxes[i], b->boxes[k]));
    return least;
}

static double turn(struct page_point a, struct page_point b, struct page_point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool leaders_cross(const struct label *a, const struct label *b) {
    struct page_point p = a->leader_from, q = a->leader_to, r = b->leader_from, s = b->leader_to;
    return a->leader && b->leader && turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}

static bool leader_through(const struct label *label, const struct inked *ink) {
    for (size_t i = 0; label->leader && i < ink->count; i++)
        if (label_box_cut(ink->boxes[i], label->leader_from, label->leader_to) > 0)
            return true;
    return false;
}

/* Its words on one line. */
static struct text words_of(const struct label *label, struct arena *arena) {
    struct text rest = label->text, line, words = TEXT_NONE;
    while (text_split(&rest, '\n', &line))
        words = text_format(arena, "%.*s%s%.*s", TEXT_ARGS(words), words.size ? " " : "", TEXT_ARGS(line));
    return words;
}

/* The other is NULL where it is a symbol or an inset. */
static void name_overlap(struct label_report *report, const struct label *label, const struct label *other,
                         struct arena *arena) {
    if (report->overlapping_count == sizeof report->overlapping / sizeof *report->overlapping)
        return;
    struct text words = words_of(label, arena), others = other ? words_of(other, arena) : TEXT("a symbol or inset");
    report->overlapping[report->overlapping_count++] =
        text_format(arena, "%.*s and %.*s", TEXT_ARGS(words), TEXT_ARGS(others));
}

static void count_pairs(const struct label *labels, const struct inked *inks, size_t count, struct label_report *report,
                        struct arena *arena) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            if (!labels[i].placed || !labels[k].placed)
                continue;
            double gap = ink_gap(&inks[i], &inks[k]);
            bool crossed = leader_through(&labels[i], &inks[k]) || leader_through(&labels[k], &inks[i]) ||
                           leaders_cross(&labels[i], &labels[k]);
            report->overlaps += gap < 0 || crossed;
            if (gap < 0 || crossed)
                name_overlap(report, &labels[i], &labels[k], arena);
            report->narrow_gaps += gap >= 0 && gap < LABEL_GAP - 0.01;
        }
}

static bool inside_page(const struct inked *ink, struct page_box page) {
    for (size_t i = 0; i < ink->count; i++)
        if (ink->boxes[i].left < page.left || ink->boxes[i].right > page.right || ink->boxes[i].top < page.top ||
            ink->boxes[i].bottom > page.bottom)
            return false;
    return true;
}

static int count_blocked(const struct inked *ink, const struct label_obstacles *obstacles) {
    int count = 0;
    for (size_t i = 0; i < ink->count; i++)
        for (size_t k = 0; k < obstacles->blocked_count; k++)
            count += page_box_meet(ink->boxes[i], obstacles->blocked[k]);
    return count;
}

static int count_dots(const struct inked *ink, const struct label_obstacles *obstacles) {
    int count = 0;
    for (size_t i = 0; i < ink->count; i++)
        for (size_t k = 0; k < obstacles->dot_count; k++)
            count += label_box_distance(ink->boxes[i], obstacles->dots[k]) < obstacles->dot_radii[k] - 0.01;
    return count;
}

static double path_inside(const struct page_path *path, const struct inked *ink) {
    double length = 0;
    for (size_t i = 0; i < ink->count; i++)
        for (size_t k = path->closed ? 0 : 1; k < path->count; k++)
            length += label_box_cut(ink->boxes[i], path->points[k > 0 ? k - 1 : path->count - 1], path->points[k]);
    return length;
}

static struct page_box path_extent(const struct page_path *path) {
    struct page_box extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < path->count; i++) {
        struct page_point at = path->points[i];
        extent = label_box_union(extent, label_box_at(at, 0));
    }
    return extent;
}

static void count_crossings(const struct inked *inks, size_t count, const struct label_obstacles *obstacles,
                            double *crossed) {
    for (size_t i = 0; i < obstacles->border_count; i++)
        for (size_t k = 0; k < obstacles->borders[i].count; k++) {
            const struct page_path *path = &obstacles->borders[i].items[k];
            struct page_box extent = label_box_grow(path_extent(path), 0.1);
            for (size_t n = 0; n < count; n++)
                if (inks[n].count > 0 && page_box_meet(inks[n].extent, extent))
                    crossed[n] += path_inside(path, &inks[n]);
        }
}

static bool is_ambiguous(const struct label *label, const struct label_obstacles *obstacles) {
    double own = label_box_distance(label->box, label->point);
    if (label->target != LABEL_POINT || label->leader)
        return false;
    for (size_t i = 0; i < obstacles->dot_count; i++) {
        struct page_point dot = obstacles->dots[i];
        bool other = label_length(dot, label->point) > 0.75;
        if (other && label_box_distance(label->box, dot) < own)
            return true;
    }
    return false;
}

/* Stands on the right, at most 0.7 of its size away from its symbol. */
static bool is_preferred(const struct label *label) {
    double gap = label_box_distance(label->box, label->point) - label->clearance;
    return !label->leader && label->box.left > label->point.x && gap < 0.7 * label->style.size;
}

static double foreign_of(const struct label *label, const struct inked *ink, const struct label_ground *ground) {
    double share = 0;
    for (size_t i = 0; i < ink->count; i++)
        share += label_ground_foreign(ground, ink->boxes[i], label->territory);
    return share / (double)ink->count;
}

static struct label_ground report_ground(const struct label_obstacles *obstacles, struct page_box page,
                                         struct arena *scratch) {
    struct label_ground ground = {.obstacles = obstacles, .page = page};
    struct arena *edges = arena_open();
    ground.territory = label_raster_new(page, report_cell, -1, scratch);
    for (size_t i = 0; i < obstacles->territory_count && i < INT16_MAX; i++)
        label_raster_fill(&ground.territory, &obstacles->territories[i], (int16_t)i, edges);
    arena_close(edges);
    return ground;
}

/* What is summed up over labels, and how many that were. */
struct sums {
    double foreign, distance;
    int natives, preferred;
};

static void measure_one(const struct label *label, const struct inked *ink, const struct label_obstacles *obstacles,
                        const struct label_ground *ground, struct label_report *report, struct sums *sums,
                        struct arena *arena) {
    int priority = label->priority < 1 ? 0 : label->priority > 4 ? 3 : label->priority - 1;
    report->wanted[priority]++;
    if (!label->placed) {
        if (priority == 0)
            report->missing[report->missing_count++] = label->name;
        return;
    }
    report->placed[priority]++;
    report->off_page += !inside_page(ink, ground->page);
    int blocked = count_blocked(ink, obstacles);
    report->overlaps += blocked;
    if (blocked > 0)
        name_overlap(report, label, NULL, arena);
    report->dots_covered += count_dots(ink, obstacles);
    report->ambiguous += is_ambiguous(label, obstacles);
    if (label->territory >= 0) {
        sums->foreign += foreign_of(label, ink, ground);
        sums->natives++;
    }
    if (label->target == LABEL_POINT) {
        sums->distance += label_larger(0, label_box_distance(label->box, label->point) - label->clearance);
        sums->preferred += is_preferred(label);
        report->points++;
    }
}

static bool names_country(const struct label *label) {
    return label->target == LABEL_AREA && label->kind == LABEL_COUNTRY_NAME;
}

struct label_report label_report_measure(const struct label *labels, size_t count,
                                         const struct label_obstacles *obstacles, struct page_box page,
                                         const struct text_measure *measure, struct arena *arena) {
    struct label_report report = {.missing = ARENA_ARRAY(arena, struct text, count)};
    struct sums sums = {0};
    struct arena *scratch = arena_open();
    struct label_ground ground = report_ground(obstacles, page, scratch);
    struct inked *inks = ARENA_ARRAY(scratch, struct inked, count);
    double *crossed = ARENA_ARRAY(scratch, double, count);
    for (size_t i = 0; i < count; i++)
        inks[i] = ink_of(&labels[i], measure, scratch);
    for (size_t i = 0; i < count; i++)
        measure_one(&labels[i], &inks[i], obstacles, &ground, &report, &sums, arena);
    count_pairs(labels, inks, count, &report, arena);
    count_crossings(inks, count, obstacles, crossed);
    for (size_t i = 0; i < count; i++) {
        report.border_crossings += crossed[i] > 0.5;
        report.country_crossings += crossed[i] > 0.5 && names_country(&labels[i]);
    }
    report.foreign_share = sums.natives > 0 ? sums.foreign / sums.natives : 0;
    report.mean_distance = report.points > 0 ? sums.distance / report.points : 0;
    report.preferred_share = report.points > 0 ? (double)sums.preferred / report.points : 0;
    arena_close(scratch);
    return report;
}
