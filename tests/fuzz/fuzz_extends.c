/* Styles that extend each other: the input is cut at NUL bytes into a.json, b.json, c.json of one folder. */
#include "fuzz_beside.h"
#include "style.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    const char *first = NULL;
    struct text rest = fuzz_text(data, size), part;
    struct style *style = NULL;
    struct error error = {0};
    for (int i = 0; i < 3; i++) {
        const char *path = file_join(arena, own_folder(), text_c(arena, text_format(arena, "%c.json", 'a' + i)));
        put_file(path, text_split(&rest, '\0', &part) ? part : TEXT("{}"));
        first = first ? first : path;
    }
    if (!style_read(own_folder(), first, arena, &style, &error))
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0' && !style);
    arena_close(arena);
    return 0;
}
