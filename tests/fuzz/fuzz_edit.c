/* An editor's wishes: what is not read says why. */
#include "edit.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct edit edit = {0};
    struct error error = {0};
    if (edit_read(fuzz_text(data, size), arena, &edit, &error))
        for (size_t i = 0; i < edit.renamed.count; i++)
            FUZZ_HOLDS(text_is_utf8(edit.renamed.items[i].words, NULL));
    else
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0');
    arena_close(arena);
    return 0;
}
