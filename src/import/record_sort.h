/* record_sort.h: any number of byte records sorted in bounded memory: sorted runs go to a nameless temporary file and
 * are merged. */
#ifndef BORDERMAP_RECORD_SORT_H
#define BORDERMAP_RECORD_SORT_H

#include "error.h"
#include "text.h"

struct record_sort;

enum { RECORD_LARGEST = 96 << 10 }; /* bytes of a record */

/* Sorts by bytes, holding about `memory` bytes at once (4 MB at least), and 10 MB while it merges; runs go into
 * `folder`, under no name, so that nothing is left of them whatever happens. ERROR_ENVIRONMENT if there is no memory.
 */
bool record_sort_open(const char *folder, size_t memory, struct record_sort **sort, struct error *error) NODISCARD;
void record_sort_close(struct record_sort *sort);

/* One more record, at most RECORD_LARGEST bytes. ERROR_ENVIRONMENT if the disk has no room. */
bool record_sort_add(struct record_sort *sort, struct text record, struct error *error) NODISCARD;

/* Ends adding; records come from the first on. */
bool record_sort_start(struct record_sort *sort, struct error *error) NODISCARD;

/* The next record; *record.data is NULL behind the last one, and the record holds until the next call.
 * ERROR_ENVIRONMENT. */
bool record_sort_next(struct record_sort *sort, struct text *record, struct error *error) NODISCARD;

#endif
