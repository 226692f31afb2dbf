/* obstacles.h: what labels must keep off, as the passes that draw it tell of it. */
#ifndef BORDERMAP_OBSTACLES_H
#define BORDERMAP_OBSTACLES_H

#include "labels.h"

struct obstacles {
    struct {
        struct page_box *items;
        size_t count, capacity;
    } blocked;
    size_t blocked_lines; /* how many of them, from the first, lie on highlighted lines */
    struct {
        struct page_point *items;
        size_t count, capacity;
    } dots;
    struct {
        double *items;
        size_t count, capacity;
    } dot_radii;
    struct {
        struct page_shape *items;
        size_t count, capacity;
    } lines;                 /* borders, which are better not crossed */
    struct page_shape water; /* sea and lakes, even-odd */
};

/* Nothing may lie in the box; on the line, `width` page units wide. */
void obstacles_block(struct obstacles *obstacles, struct page_box box, struct arena *arena);
void obstacles_block_line(struct obstacles *obstacles, const struct page_shape *line, double width,
                          struct arena *arena);

/* All that is blocked so far lies on highlighted lines, which a leader line may cross. */
void obstacles_end_lines(struct obstacles *obstacles);

/* Nothing may lie on the symbol; a symbol that is not drawn after all takes no room. */
void obstacles_dot(struct obstacles *obstacles, struct page_point at, double radius, struct arena *arena);
void obstacles_undot(struct obstacles *obstacles, struct page_point at);

void obstacles_line(struct obstacles *obstacles, struct page_shape line, struct arena *arena);

/* How much of them a box covers: 40 for what is blocked, 60 for a symbol, 10 for each second vertex of a border. */
double obstacles_covered(const struct obstacles *obstacles, struct page_box box);

/* Whether the point lies in or nearer than `gap` to something blocked. */
bool obstacles_hold(const struct obstacles *obstacles, struct page_point at, double gap);

/* As placement takes them; the caller adds territories. */
struct label_obstacles obstacles_of_labels(const struct obstacles *obstacles);

#endif
