/* A damaged layer of the data folder (FlatGeobuf): fewer features or an error, never a crash. */
#include "fuzz_beside.h"
#include "layer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    const char *path = file_join(arena, own_folder(), "a.fgb");
    struct layer_query query = {.fields = {"name", NULL}, .bounds = {60, 30, 80, 50}};
    struct feature_list features = {0};
    struct error error = {0};
    put_file(path, fuzz_text(data, size));
    if (layer_read(path, &query, arena, &features, &error))
        for (size_t i = 0; i < features.count; i++)
            (void)text_code_points(features.items[i].fields[0]);
    else
        FUZZ_HOLDS(error.kind == ERROR_ENVIRONMENT && error.message[0] != '\0');
    arena_close(arena);
    return 0;
}
