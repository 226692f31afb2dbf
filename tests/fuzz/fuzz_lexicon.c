/* Tables of a language: the first byte says which one is the rest of the input; the others are empty. What cannot be
 * read says why. */
#include "fuzz_beside.h"
#include "lexicon.h"
#include "vocabulary.h"

static const char *const tables[] = {"border",   "casualties", "claims", "context",  "dates",
                                     "demonyms", "endings",    "events", "movement", "names",
                                     "numbers",  "phrases",    "status", "stop",     "titles"};
enum { TABLES = sizeof tables / sizeof *tables };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    char *folder = file_join(arena, own_folder(), "en");
    struct error error = {0};
    struct lexicon *lexicon = NULL;
    const struct table *table = NULL;
    FUZZ_HOLDS(mkdir(folder, 0700) == 0 || errno == EEXIST);
    const char *name = tables[size > 0 ? data[0] % TABLES : 0];
    char *path = file_join(arena, folder, text_c(arena, text_format(arena, "%s.tsv", name)));
    put_file(path, size > 0 ? fuzz_text(data + 1, size - 1) : TEXT(""));
    FUZZ_HOLDS(lexicon_open(own_folder(), arena, &lexicon, &error));
    if (!lexicon_table(lexicon, TEXT("en"), name, &table, &error))
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0');
    const struct vocabulary *vocabulary = NULL;
    error = (struct error){0};
    if (!vocabulary_find(lexicon, small_gazetteer_open(), TEXT("en"), &vocabulary, &error))
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0');
    else
        (void)vocabulary_classes(vocabulary, TEXT("goris"));
    unlink(path);
    arena_close(arena);
    return 0;
}
