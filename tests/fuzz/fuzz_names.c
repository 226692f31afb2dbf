/* A house's names and its corrections: what is not read says why, what is read can be asked. */
#include "corrections.h"
#include "fuzz_beside.h"
#include "house_names.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct gazetteer *gazetteer = small_gazetteer_open();
    struct house_names *names = NULL;
    struct corrections corrections = {0};
    struct text unknown = TEXT_NONE;
    struct error error = {0};
    if (house_names_read(fuzz_text(data, size), gazetteer, arena, &names, &unknown, &error))
        FUZZ_HOLDS(text_code_points(house_names_of(names, 0, TEXT("Goris"), TEXT("it"))) > 0);
    else
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0');
    error = (struct error){0};
    if (corrections_read(fuzz_text(data, size), gazetteer, arena, &corrections, &error))
        (void)corrections_of_name(&corrections, TEXT("Goris"), TEXT("en"));
    else
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0');
    arena_close(arena);
    return 0;
}
