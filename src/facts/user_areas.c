#include "user_areas.h"

#include "file.h"

bool user_areas_find(const struct geodata *geodata, struct text ref, struct bounds bounds, struct arena *arena,
                     struct feature_list *features, struct error *error) {
    *features = (struct feature_list){0};
    if (text_find(ref, TEXT("'"), 0) < ref.size)
        return true;
    for (size_t i = 0; i < geodata->import_count && features->count == 0; i++) {
        const char *path = file_join(arena, geodata->imports[i], "areas.fgb");
        struct text where = text_format(arena, "ref = '%.*s'", TEXT_ARGS(ref));
        struct layer_query query = {.fields = {"ref", NULL}, .bounds = bounds, .where = text_c(arena, where)};
        if (file_exists(path) && !layer_read(path, &query, arena, features, error))
            return false;
    }
    return true;
}
