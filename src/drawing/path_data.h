/* path_data.h: SVG path data: relative, hundredths of a page unit, without drift. */
#ifndef BORDERMAP_PATH_DATA_H
#define BORDERMAP_PATH_DATA_H

#include "builder.h"
#include "point.h"

/* Path data in the making; zero except for the builder. */
struct path_data {
    struct builder *builder;
    long x, y;             /* where the pen is, in hundredths */
    long start_x, start_y; /* where the sub-path began */
    char verb;             /* the last one written: repeated ones are left out */
};

void path_data_move(struct path_data *data, struct page_point to);
void path_data_line(struct path_data *data, struct page_point to);
void path_data_curve(struct path_data *data, struct page_point a, struct page_point b, struct page_point to);
void path_data_close(struct path_data *data);

/* A number in hundredths as the shortest decimal. */
void path_data_hundredths(struct builder *builder, long hundredths);

#endif
