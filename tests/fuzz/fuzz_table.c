/* Tables: tab-separated and CSV. Every cell lies in the text that was read, or is a copy of a part of it. */
#include "fuzz.h"
#include "source.h"

static void check_table(const struct table *table, size_t size) {
    size_t sum = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        FUZZ_HOLDS(table->lines[row] > 0 && (row == 0 || table->lines[row] > table->lines[row - 1]));
        for (size_t column = 0; column < table->column_count; column++)
            sum += table_cell(table, row, column).size;
    }
    FUZZ_HOLDS(sum <= size);
    FUZZ_HOLDS(table_cell(table, table->row_count, 0).size == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct error error = {0};
    struct table table = {0};
    size_t column;
    if (table_read(TEXT("fuzz.tsv"), fuzz_text(data, size), arena, &table, &error)) {
        check_table(&table, size);
        (void)!table_column(&table, "name", &column, &error);
    }
    if (source_read_csv(TEXT("fuzz.csv"), fuzz_text(data, size), arena, &table, &error))
        check_table(&table, size);
    FUZZ_HOLDS(arena_used(arena) <= 256 * (size + 1024)); /* no copy of the rest for each field */
    arena_close(arena);
    return 0;
}
