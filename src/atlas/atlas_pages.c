#include "atlas.h"

#include "builder.h"
#include "list.h"
#include "safe_id.h"

#include <stdlib.h>

struct page_list {
    struct atlas_page *items;
    size_t count, capacity;
};

/* "fr,local" → "-fr-local". */
static void add_part(struct builder *id, const struct text_list *list, struct text part, struct arena *arena) {
    if (list->count < 2)
        return;
    builder_add_char(id, '-');
    builder_add(id, safe_id_of(part, arena));
}

/* The item at `index`; of an empty list the empty text, once. */
static struct text item(const struct text_list *list, size_t index) {
    return list->count > 0 ? list->items[index] : TEXT_NONE;
}

static void add_page(const struct atlas_map *map, size_t language, size_t size, size_t style, struct arena *arena,
                     struct page_list *pages) {
    struct atlas_page page = {map, TEXT_NONE, item(&map->languages, language), item(&map->sizes, size),
                              item(&map->styles, style)};
    struct builder id = builder_new(arena);
    builder_add(&id, map->id);
    add_part(&id, &map->languages, page.language, arena);
    add_part(&id, &map->sizes, page.size, arena);
    add_part(&id, &map->styles, page.style, arena);
    page.id = builder_text(&id);
    *LIST_PUSH(arena, pages) = page;
}

static size_t at_least_one(size_t count) {
    return count > 0 ? count : 1;
}

static void add_pages(const struct atlas_map *map, struct arena *arena, struct page_list *pages) {
    for (size_t i = 0; i < at_least_one(map->languages.count); i++)
        for (size_t k = 0; k < at_least_one(map->sizes.count); k++)
            for (size_t n = 0; n < at_least_one(map->styles.count); n++)
                add_page(map, i, k, n, arena, pages);
}

/* As file systems that do not tell upper from lower case see it. */
static struct text lower(struct text id, struct arena *arena) {
    char *copy = text_c(arena, id);
    for (size_t i = 0; i < id.size; i++)
        copy[i] = (char)(copy[i] >= 'A' && copy[i] <= 'Z' ? copy[i] - 'A' + 'a' : copy[i]);
    return (struct text){copy, id.size};
}

static int by_text(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* "incidents.geojson" is that of the whole folder. */
static const char *const folder_file = "incidents";

static bool check_ids(const struct page_list *pages, struct arena *arena, struct error *error) {
    struct text *ids = ARENA_ARRAY(arena, struct text, pages->count);
    for (size_t i = 0; i < pages->count; i++)
        ids[i] = lower(pages->items[i].id, arena);
    qsort(ids, pages->count, sizeof *ids, by_text);
    for (size_t i = 0; i < pages->count; i++) {
        if (text_is(ids[i], folder_file))
            return error_set(error, ERROR_INPUT, "maps: none can be called \"%s\": that is a file of the folder",
                             folder_file);
        if (i > 0 && text_equal(ids[i - 1], ids[i]))
            return error_set(error, ERROR_INPUT, "maps: \"%.*s\" would be the files of two of them; change an \"id\"",
                             TEXT_ARGS(ids[i]));
    }
    return true;
}

bool atlas_pages(const struct atlas *atlas, struct arena *arena, struct atlas_page **pages, size_t *count,
                 struct error *error) {
    struct page_list list = {0};
    for (size_t i = 0; i < atlas->count; i++)
        add_pages(&atlas->maps[i], arena, &list);
    if (!check_ids(&list, arena, error))
        return false;
    *pages = list.items;
    *count = list.count;
    return true;
}
