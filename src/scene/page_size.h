/* page_size.h: the sizes of pages that people ask for, by name or in pixels or millimetres. */
#ifndef BORDERMAP_PAGE_SIZE_H
#define BORDERMAP_PAGE_SIZE_H

#include "arena.h"
#include "error.h"
#include "text.h"

/* A page: sides in CSS pixels (96 to the inch), and device pixels of a PNG per CSS pixel. */
struct page_size {
    double width, height;
    double scale;
    bool print; /* given in millimetres: a scale that nobody chose is that of 300 dots an inch */
};

/* "a4", "1200x900", "1200x900px", "85x100mm", each with "@2x" after it for twice the pixels; ERROR_USAGE says what is
 * wrong with it. */
bool page_size_read(struct text size, struct page_size *page, struct error *error) NODISCARD;

/* The names and what they are, a line each. */
struct text page_size_list(struct arena *arena);

#endif
