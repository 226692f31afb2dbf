/* What --map says of columns, as a list and as a file, and the catalogue of a data folder. */
#include "catalogue.h"
#include "fuzz_beside.h"
#include "import_columns.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    const char *path = file_join(arena, own_folder(), "columns.json");
    static struct import_columns columns;
    struct geodata geodata = {0};
    struct catalogue_files files = {0};
    struct error error = {0};
    put_file(path, fuzz_text(data, size));
    FUZZ_HOLDS(import_columns_read(path, arena, &columns, &error) || error.message[0] != '\0');
    const char *list = text_c(arena, fuzz_text(data, size));
    if (!text_ends(text_of(list), TEXT(".json")))
        FUZZ_HOLDS(import_columns_read(list, arena, &columns, &error) || error.message[0] != '\0');
    FUZZ_HOLDS(columns.count <= IMPORT_COLUMNS_MOST);
    FUZZ_HOLDS(catalogue_read(path, arena, &geodata, &error) || error.message[0] != '\0');
    FUZZ_HOLDS(catalogue_read_files(path, arena, &files, &error) || error.message[0] != '\0');
    arena_close(arena);
    return 0;
}
