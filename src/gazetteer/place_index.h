/* place_index.h: one compiled index of places and their names (gazetteer.bin): mapped, not parsed. */
#ifndef BORDERMAP_PLACE_INDEX_H
#define BORDERMAP_PLACE_INDEX_H

#include "error.h"
#include "reading.h"

struct place_index;

/* Maps the file (version and size are checked). ERROR_ENVIRONMENT says what is wrong and how to rebuild. */
bool place_index_open(const char *path, struct place_index **index, struct error *error) NODISCARD;
void place_index_close(struct place_index *index);

size_t place_index_place_count(const struct place_index *index);

/* The entry; PLACE_NONE as its id where there is none. */
struct place place_index_place(const struct place_index *index, place_id id);
place_id place_index_place_of(const struct place_index *index, struct text ref);

/* As of the gazetteer, each from this index alone. */
struct text place_index_local_name(const struct place_index *index, place_id id);
struct text place_index_name(const struct place_index *index, place_id id, struct text language);
struct readings place_index_find(const struct place_index *index, struct text key);
size_t place_index_longest(const struct place_index *index, struct text word);
size_t place_index_within(const struct place_index *index, struct bounds bounds, size_t limit, place_id *ids);
size_t place_index_members(const struct place_index *index, place_id organisation, int64_t days, size_t limit,
                           place_id *ids);

/* Languages by number, the first is none; the number of one, or 0. */
size_t place_index_language_count(const struct place_index *index);
struct text place_index_language(const struct place_index *index, uint16_t language);
uint16_t place_index_language_of(const struct place_index *index, struct text language);

#endif
