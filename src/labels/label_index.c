#include "label_index.h"

#include <math.h>

static int cell_of(double offset, int limit) {
    double cell = offset * (1 / LABEL_INDEX_CELL);
    return cell <= 0 ? 0 : cell >= limit ? limit - 1 : (int)cell;
}

struct label_cells label_index_cells(const struct label_index *index, struct page_box box) {
    if (!(box.left <= index->page.right && index->page.left <= box.right && box.top <= index->page.bottom &&
          index->page.top <= box.bottom))
        return (struct label_cells){0, 0, -1, -1};
    return (struct label_cells){
        cell_of(box.left - index->page.left, index->width), cell_of(box.top - index->page.top, index->height),
        cell_of(box.right - index->page.left, index->width), cell_of(box.bottom - index->page.top, index->height)};
}

static uint32_t *cell_start(const struct label_index *index, int column, int row) {
    return &index->starts[(size_t)row * (size_t)index->width + (size_t)column];
}

/* Counts (add = 1 a box, at the cell after) or stores the boxes of each cell. */
static void for_cells(const struct label_index *index, const struct page_box *boxes, size_t count, bool store) {
    for (size_t i = 0; i < count; i++) {
        struct label_cells cells = label_index_cells(index, boxes[i]);
        for (int row = cells.top; row <= cells.bottom; row++)
            for (int column = cells.left; column <= cells.right; column++)
                if (store)
                    index->ids[(*cell_start(index, column, row))++] = (uint32_t)i;
                else
                    ++*cell_start(index, column, row);
    }
}

struct label_index label_index_new(struct page_box page, const struct page_box *boxes, size_t count,
                                   struct arena *arena) {
    struct label_index index = {.page = page};
    index.width = (int)fmax(1, ceil((page.right - page.left) / LABEL_INDEX_CELL));
    index.height = (int)fmax(1, ceil((page.bottom - page.top) / LABEL_INDEX_CELL));
    size_t cells = (size_t)index.width * (size_t)index.height;
    index.starts = ARENA_ARRAY(arena, uint32_t, cells + 1);
    for_cells(&index, boxes, count, false);
    uint32_t sum = 0;
    for (size_t i = 0; i <= cells; i++) {
        uint32_t here = index.starts[i];
        index.starts[i] = sum;
        sum += here;
    }
    index.ids = ARENA_ARRAY(arena, uint32_t, sum);
    for_cells(&index, boxes, count, true);
    for (size_t i = cells; i > 0; i--) /* storing moved every start to its end: the next cell's start */
        index.starts[i] = index.starts[i - 1];
    index.starts[0] = 0;
    return index;
}

const uint32_t *label_index_ids(const struct label_index *index, int column, int row, size_t *count) {
    const uint32_t *start = cell_start(index, column, row);
    *count = start[1] - start[0];
    return index->ids + start[0];
}

struct page_box label_index_box(const struct label_index *index, int column, int row) {
    double left = index->page.left + column * LABEL_INDEX_CELL, top = index->page.top + row * LABEL_INDEX_CELL;
    return (struct page_box){left, top, left + LABEL_INDEX_CELL, top + LABEL_INDEX_CELL};
}
