#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 8 * 1024 * 1024, EXIT_NO_MEMORY = 4 };

struct block {
    struct block *next;
    size_t size, used;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* newest first */
    size_t used;
    size_t next_size;
};

_Noreturn void arena_out_of_memory(void) {
    fputs("bordermap: out of memory; nothing that was stored is lost. Use smaller inputs or fewer jobs.\n", stderr);
    exit(EXIT_NO_MEMORY);
}

static void *allocate_or_exit(size_t size) {
    void *memory = malloc(size);
    if (!memory)
        arena_out_of_memory();
    return memory;
}

struct arena *arena_open(void) {
    struct arena *arena = allocate_or_exit(sizeof *arena);
    *arena = (struct arena){NULL, 0, FIRST_BLOCK};
    return arena;
}

static void free_blocks(struct block *block) {
    while (block) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
}

void arena_close(struct arena *arena) {
    if (arena) {
        free_blocks(arena->blocks);
        free(arena);
    }
}

void arena_clear(struct arena *arena) {
    free_blocks(arena->blocks);
    *arena = (struct arena){NULL, 0, FIRST_BLOCK};
}

static struct block *add_block(struct arena *arena, size_t size) {
    size_t room = size > arena->next_size ? size : arena->next_size;
    struct block *block = allocate_or_exit(sizeof *block + room);
    block->next = arena->blocks;
    block->size = room;
    block->used = 0;
    arena->blocks = block;
    if (arena->next_size < LARGEST_BLOCK)
        arena->next_size *= 2;
    return block;
}

static size_t rounded(size_t count, size_t size) {
    if (size != 0 && count > (SIZE_MAX / 2) / size)
        arena_out_of_memory();
    size_t wanted = (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return wanted == 0 ? ALIGNMENT : wanted;
}

void *arena_room(struct arena *arena, size_t count, size_t size) {
    size_t wanted = rounded(count, size);
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < wanted)
        block = add_block(arena, wanted);
    void *memory = block->bytes + block->used;
    block->used += wanted;
    arena->used += wanted;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size) {
    return memset(arena_room(arena, count, size), 0, rounded(count, size));
}

size_t arena_used(const struct arena *arena) {
    return arena->used;
}
