/* csv.h: rows of a table with a separator, one after the other, by RFC 4180: a cell in quotes may hold separators,
 * doubled quotes and line ends. Read leniently and in time linear in the text: a quote that nothing closes spoils its
 * own line alone. */
#ifndef BORDERMAP_CSV_H
#define BORDERMAP_CSV_H

#include "arena.h"
#include "text.h"

enum { CSV_COLUMNS = 4096, CSV_LONGEST_CELL = 1 << 16 }; /* most that are kept of a row; bytes in quotes */

struct csv {
    struct text text;
    size_t at;         /* of the next row */
    uint64_t line;     /* of the next row, from 1 */
    size_t dry;        /* no quote ends between the last place where one was looked for and here */
    size_t width;      /* cells that a row should have; 0 = not known */
    char separator;    /* with '\t' a quoted cell ends on its line */
    bool plain;        /* quotes mean nothing */
    struct text *room; /* for the cells of a row */
};

struct csv_row {
    uint64_t line;            /* its first, from 1 */
    const struct text *cells; /* valid until the next row; those without doubled quotes are slices of the text */
    size_t count;             /* at most CSV_COLUMNS */
    bool cut;                 /* there were more */
    bool torn;                /* a quote is not closed: only its line is left out */
};

/* A reader at the start of the text, behind a byte order mark; it lives as long as the arena. */
struct csv csv_new(struct text text, char separator, struct arena *arena);

/* The separator that parts most cells of the text's first line: ',', ';', tab or '|'. */
char csv_separator(struct text text);

/* The next row that is not empty; cells with doubled quotes are copied into the arena. False at the end. */
bool csv_next(struct csv *csv, struct arena *arena, struct csv_row *row);

#endif
