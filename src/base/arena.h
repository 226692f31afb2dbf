/* arena.h: memory that is given out piece by piece and given back all at once. Running out ends the program with exit
 * code 4. */
#ifndef BORDERMAP_ARENA_H
#define BORDERMAP_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena; arena_close() frees all that came from it. */
struct arena *arena_open(void);

/* Frees the arena and everything in it. NULL is allowed. */
void arena_close(struct arena *arena);

/* Keeps the arena, forgets what came from it. */
void arena_clear(struct arena *arena);

/* count * size zeroed bytes, aligned for any type; never NULL. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* The same bytes with whatever is in them: for who writes all of them before any is read. */
void *arena_room(struct arena *arena, size_t count, size_t size);

/* Bytes given out since the arena was opened or cleared. */
size_t arena_used(const struct arena *arena);

/* Ends the program as arenas do: for the few who allocate without one. */
_Noreturn void arena_out_of_memory(void);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), (count), sizeof(type)))

#endif
