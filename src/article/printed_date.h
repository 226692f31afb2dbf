/* printed_date.h: days as newsrooms print them, in the languages of ICU: "28 ноября 2025 г.", "14 abr", "2025年3月2日",
 * "12 آذر 1404". Private to article/. */
#ifndef BORDERMAP_PRINTED_DATE_H
#define BORDERMAP_PRINTED_DATE_H

#include "arena.h"
#include "date.h"

struct calendar_words; /* names of months */

/* The months of a language ("ru"; empty: none of its own) and of English. */
const struct calendar_words *calendar_words_open(struct text language, struct arena *arena);

struct printed_date {
    struct date date;  /* year 0: only month and day are printed */
    size_t start, end; /* bytes of the text */
};

/* The first day that the text prints from `from` on; with `yearless` one without a year will do. */
bool printed_date_find(const struct calendar_words *words, struct text text, size_t from, bool yearless,
                       struct printed_date *found);

#endif
