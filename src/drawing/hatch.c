#include "hatch.h"
#include "list.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_CROSSINGS = 500000 };

static const double pi = 3.14159265358979323846;

/* Where an edge of the shape crosses a line of the hatch. */
struct crossing {
    double line;  /* number of the line, from the page's corner */
    double along; /* place on it */
    int turn;     /* +1 or -1 by the side from which the edge comes */
};

struct crossings {
    struct crossing *items;
    size_t count, capacity;
};

/* The page turned so that the hatch runs along x. */
struct turned {
    double cosine, sine, spacing;
};

bool hatch_is_visible(const struct hatch *hatch) {
    return hatch->spacing > 0 && hatch->width > 0 && hatch->colour.opacity > 0 && isfinite(hatch->angle);
}

static struct page_point turn(const struct turned *turned, struct page_point p) {
    return (struct page_point){turned->cosine * p.x + turned->sine * p.y, turned->cosine * p.y - turned->sine * p.x};
}

static struct page_point turn_back(const struct turned *turned, double along, double across) {
    return (struct page_point){turned->cosine * along - turned->sine * across,
                               turned->sine * along + turned->cosine * across};
}

/* An edge includes its lower end and not its upper: a line through a corner crosses once. */
static bool add_edge(struct arena *arena, struct crossings *crossings, const struct turned *turned, struct page_point a,
                     struct page_point b) {
    struct page_point low = a.y <= b.y ? a : b, high = a.y <= b.y ? b : a;
    double first = ceil(low.y / turned->spacing), last = ceil(high.y / turned->spacing) - 1;
    if (!(last - first < MOST_CROSSINGS - (double)crossings->count))
        return false;
    for (double line = first; line <= last; line++) {
        double share = (line * turned->spacing - low.y) / (high.y - low.y);
        *LIST_PUSH(arena, crossings) = (struct crossing){line, low.x + share * (high.x - low.x), a.y <= b.y ? 1 : -1};
    }
    return true;
}

static bool add_path(struct arena *arena, struct crossings *crossings, const struct turned *turned,
                     const struct page_path *path) {
    for (size_t i = 0; i < path->count; i++) {
        struct page_point a = turn(turned, path->points[i]), b = turn(turned, path->points[(i + 1) % path->count]);
        bool finite = isfinite(a.x) && isfinite(a.y) && isfinite(b.x) && isfinite(b.y);
        if (!finite || !add_edge(arena, crossings, turned, a, b))
            return false;
    }
    return true;
}

static int compare_crossings(const void *first, const void *second) {
    const struct crossing *a = first, *b = second;
    int by_line = (a->line > b->line) - (a->line < b->line);
    int by_place = (a->along > b->along) - (a->along < b->along);
    return by_line ? by_line : by_place ? by_place : (a->turn > b->turn) - (a->turn < b->turn);
}

/* Liang and Barsky, 1984: the part of the segment in the box; false if there is none. */
static bool cut(struct page_point *from, struct page_point *to, struct page_box box) {
    double dx = to->x - from->x, dy = to->y - from->y, enter = 0, leave = 1;
    double steps[] = {-dx, dx, -dy, dy};
    double rooms[] = {from->x - box.left, box.right - from->x, from->y - box.top, box.bottom - from->y};
    for (int i = 0; i < 4; i++)
        if (steps[i] < 0)
            enter = fmax(enter, rooms[i] / steps[i]);
        else if (steps[i] > 0)
            leave = fmin(leave, rooms[i] / steps[i]);
        else if (rooms[i] < 0)
            return false;
    struct page_point start = *from;
    *from = (struct page_point){start.x + enter * dx, start.y + enter * dy};
    *to = (struct page_point){start.x + leave * dx, start.y + leave * dy};
    return enter < leave;
}

static void add_line(struct arena *arena, struct page_shape *lines, struct page_point from, struct page_point to) {
    struct page_path *line = LIST_PUSH(arena, lines);
    line->points = ARENA_ARRAY(arena, struct page_point, 2);
    line->count = 2;
    line->points[0] = from;
    line->points[1] = to;
}

/* Between two crossings that follow each other on a line, the shape is inside where the rule says so. */
static struct page_shape lines_between(struct arena *arena, const struct crossings *crossings,
                                       const struct turned *turned, bool even_odd, struct page_box page) {
    struct page_shape lines = {0};
    int winding = 0;
    for (size_t i = 0; i + 1 < crossings->count; i++) {
        const struct crossing *here = &crossings->items[i], *next = here + 1;
        bool first = i == 0 || here[-1].line < here->line;
        winding = (first ? 0 : winding) + here->turn;
        bool inside = even_odd ? winding % 2 != 0 : winding != 0;
        double across = here->line * turned->spacing;
        struct page_point from = turn_back(turned, here->along, across), to = turn_back(turned, next->along, across);
        if (inside && next->line <= here->line && cut(&from, &to, page))
            add_line(arena, &lines, from, to);
    }
    return lines;
}

struct page_shape hatch_lines(struct arena *arena, const struct hatch *hatch, const struct page_shape *shape,
                              bool even_odd, struct page_box page) {
    double angle = hatch->angle * pi / 180;
    struct turned turned = {cos(angle), sin(angle), hatch->spacing};
    struct crossings crossings = {0};
    for (size_t i = 0; i < shape->count; i++)
        if (!add_path(arena, &crossings, &turned, &shape->items[i]))
            return (struct page_shape){0};
    if (crossings.count > 1)
        qsort(crossings.items, crossings.count, sizeof *crossings.items, compare_crossings);
    return lines_between(arena, &crossings, &turned, even_odd, page);
}
