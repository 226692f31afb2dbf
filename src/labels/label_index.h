/* label_index.h: a grid over the page that finds boxes near a box. */
#ifndef BORDERMAP_LABEL_INDEX_H
#define BORDERMAP_LABEL_INDEX_H

#include "shape.h"

#include <stdint.h>

struct label_index {
    struct page_box page;
    int width, height;
    uint32_t *starts; /* width * height + 1 offsets into ids */
    uint32_t *ids;    /* indices of the boxes, cell by cell, in order; a box is in every cell it touches */
};

#define LABEL_INDEX_CELL 48.0

/* Indexes the boxes; what lies off the page is left out. */
struct label_index label_index_new(struct page_box page, const struct page_box *boxes, size_t count,
                                   struct arena *arena);

/* The cells that the box touches: columns left..right, rows top..bottom, all inclusive; empty if right < left. */
struct label_cells {
    int left, top, right, bottom;
};
struct label_cells label_index_cells(const struct label_index *index, struct page_box box);

/* The ids of one cell. */
const uint32_t *label_index_ids(const struct label_index *index, int column, int row, size_t *count);

/* The cell's part of the page. */
struct page_box label_index_box(const struct label_index *index, int column, int row);

#endif
