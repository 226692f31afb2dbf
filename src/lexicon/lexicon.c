#include "lexicon.h"

#include "file.h"
#include "lexicon_check.h"
#include "list.h"

#include <string.h>

struct kept_table {
    struct text language, name;
    const struct table *table;
};

struct kept_slot {
    struct text language, what;
    void *value;
};

struct lexicon {
    struct arena *arena;
    const char *directory;
    struct {
        struct kept_table *items;
        size_t count, capacity;
    } tables;
    struct {
        struct kept_slot **items;
        size_t count, capacity;
    } slots;
    struct {
        struct text *items;
        size_t count, capacity;
    } opened; /* languages */
};

bool lexicon_open(const char *directory, struct arena *arena, struct lexicon **lexicon, struct error *error) {
    if (!file_is_directory(directory))
        return error_set(error, ERROR_ENVIRONMENT,
                         "%s: there is no lexicon; build the data again or name another data folder", directory);
    struct lexicon *result = ARENA_NEW(arena, struct lexicon);
    result->arena = arena;
    result->directory = text_c(arena, text_of(directory));
    *lexicon = result;
    return true;
}

/* Only such languages have folders; anything else must not become part of a path. */
static bool is_language(struct text language) {
    for (size_t i = 0; i < language.size; i++) {
        char c = language.data[i];
        bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!letter)
            return false;
    }
    return language.size > 0 && language.size <= 16;
}

/* The table in the file, or an empty one. */
static bool read_file(struct lexicon *lexicon, const char *path, const struct table **table, struct error *error) {
    struct table *result = ARENA_NEW(lexicon->arena, struct table);
    if (file_exists(path) && !table_read_file(path, lexicon->arena, result, error)) {
        if (error)
            error->kind = ERROR_ENVIRONMENT;
        return false;
    }
    *table = result;
    return true;
}

bool lexicon_facts(struct lexicon *lexicon, const char *name, const struct table **table, struct error *error) {
    void **slot = lexicon_slot(lexicon, TEXT("facts"), name);
    const struct table *read = *slot;
    char *path = text_c(lexicon->arena, text_format(lexicon->arena, "%s/../curated/%s.tsv", lexicon->directory, name));
    if (read == NULL && !read_file(lexicon, path, &read, error))
        return false;
    *slot = (void *)(uintptr_t)read;
    *table = read;
    return true;
}

static bool read_table(struct lexicon *lexicon, struct text language, const char *name, const struct table **table,
                       struct error *error) {
    if (!is_language(language)) {
        *table = ARENA_NEW(lexicon->arena, struct table);
        return true;
    }
    char *folder = file_join(lexicon->arena, lexicon->directory, text_c(lexicon->arena, language));
    char *file = text_c(lexicon->arena, text_format(lexicon->arena, "%s.tsv", name));
    return read_file(lexicon, file_join(lexicon->arena, folder, file), table, error);
}

bool lexicon_table(struct lexicon *lexicon, struct text language, const char *name, const struct table **table,
                   struct error *error) {
    for (size_t i = 0; i < lexicon->tables.count; i++) {
        const struct kept_table *kept = &lexicon->tables.items[i];
        if (text_equal(kept->language, language) && text_is(kept->name, name)) {
            *table = kept->table;
            return true;
        }
    }
    if (!read_table(lexicon, language, name, table, error))
        return false;
    struct text own_name = text_copy(lexicon->arena, text_of(name));
    struct text own_language = text_copy(lexicon->arena, language);
    *LIST_PUSH(lexicon->arena, &lexicon->tables) = (struct kept_table){own_language, own_name, *table};
    return true;
}

static bool check_table(struct lexicon *lexicon, struct text language, struct text file, struct error *error) {
    const struct table *table;
    struct text name = text_slice(file, 0, file.size - 4);
    return lexicon_table(lexicon, language, text_c(lexicon->arena, name), &table, error) &&
           lexicon_check_table(name, table, lexicon->arena, error);
}

static bool check_folder(struct lexicon *lexicon, struct text language, struct error *error) {
    struct text *files;
    size_t count;
    const char *folder = file_join(lexicon->arena, lexicon->directory, text_c(lexicon->arena, language));
    if (!file_is_directory(folder))
        return true;
    if (!file_list(folder, lexicon->arena, &files, &count, error))
        return error_context(error, "lexicon");
    for (size_t i = 0; i < count; i++)
        if (text_ends(files[i], TEXT(".tsv")) && !check_table(lexicon, language, files[i], error))
            return false;
    return true;
}

bool lexicon_open_language(struct lexicon *lexicon, struct text language, struct error *error) {
    for (size_t i = 0; i < lexicon->opened.count; i++)
        if (text_equal(lexicon->opened.items[i], language))
            return true;
    if (is_language(language) && !check_folder(lexicon, language, error))
        return false;
    if (!check_table(lexicon, TEXT("en"), TEXT("phrases.tsv"), error))
        return false;
    *LIST_PUSH(lexicon->arena, &lexicon->opened) = text_copy(lexicon->arena, language);
    return true;
}

static struct text find_phrase(struct lexicon *lexicon, struct text language, const char *key) {
    const struct table *table;
    size_t keys, texts;
    if (!lexicon_table(lexicon, language, "phrases", &table, NULL) || !table_column(table, "key", &keys, NULL) ||
        !table_column(table, "text", &texts, NULL))
        return TEXT_NONE;
    for (size_t row = 0; row < table->row_count; row++)
        if (text_is(table_cell(table, row, keys), key))
            return table_cell(table, row, texts);
    return TEXT_NONE;
}

struct text lexicon_phrase(struct lexicon *lexicon, struct text language, const char *key) {
    struct text phrase = find_phrase(lexicon, language, key);
    if (phrase.size == 0)
        phrase = find_phrase(lexicon, TEXT("en"), key);
    return phrase.size == 0 ? text_of(key) : phrase;
}

static bool tells_events(const struct lexicon *lexicon, struct text language, struct arena *arena) {
    const char *folder = file_join(arena, lexicon->directory, text_c(arena, language));
    return file_is_directory(folder) && file_exists(file_join(arena, folder, "events.tsv"));
}

bool lexicon_languages(struct lexicon *lexicon, struct arena *arena, struct text **languages, size_t *count,
                       struct error *error) {
    struct text *names;
    size_t found, kept = 0;
    if (!file_list(lexicon->directory, arena, &names, &found, error))
        return error_context(error, "lexicon");
    for (size_t i = 0; i < found; i++)
        if (is_language(names[i]) && tells_events(lexicon, names[i], arena))
            names[kept++] = names[i];
    *languages = names;
    *count = kept;
    return true;
}

void **lexicon_slot(struct lexicon *lexicon, struct text language, const char *what) {
    for (size_t i = 0; i < lexicon->slots.count; i++) {
        struct kept_slot *kept = lexicon->slots.items[i];
        if (text_equal(kept->language, language) && text_is(kept->what, what))
            return &kept->value;
    }
    struct kept_slot *slot = ARENA_NEW(lexicon->arena, struct kept_slot);
    slot->language = text_copy(lexicon->arena, language);
    slot->what = text_copy(lexicon->arena, text_of(what));
    *LIST_PUSH(lexicon->arena, &lexicon->slots) = slot;
    return &slot->value;
}

struct arena *lexicon_arena(struct lexicon *lexicon) {
    return lexicon->arena;
}
