#include "input_files.h"

#include "file.h"
#include "list.h"

enum { DEEPEST_FOLDER = 16, LIST_LIMIT = 64 * 1024 * 1024 };

struct inputs {
    const char **items;
    size_t count, capacity;
};

static void add_input(struct inputs *inputs, const char *path, struct arena *arena) {
    *LIST_PUSH(arena, inputs) = path;
}

static bool add_folder(struct inputs *inputs, const char *path, int depth, struct arena *arena, struct error *error) {
    struct text *names;
    size_t count;
    if (!file_list(path, arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *inner = file_join(arena, path, text_c(arena, names[i]));
        if (text_starts(names[i], TEXT(".")))
            continue;
        if (!file_is_directory(inner))
            add_input(inputs, inner, arena);
        else if (depth < DEEPEST_FOLDER && !add_folder(inputs, inner, depth + 1, arena, error))
            return false;
    }
    return true;
}

static bool add_list(struct inputs *inputs, const char *path, struct arena *arena, struct error *error) {
    struct text content, line;
    if (!file_read(path, LIST_LIMIT, arena, &content, error)) {
        error->kind = ERROR_USAGE;
        return error_context(error, "@%s", path);
    }
    while (text_split(&content, '\n', &line))
        if (text_trim(line).size > 0)
            add_input(inputs, text_c(arena, text_trim(line)), arena);
    return true;
}

static bool add_named(struct inputs *inputs, const char *path, struct arena *arena, struct error *error) {
    size_t before = inputs->count;
    if (path[0] == '@' && !file_exists(path))
        return add_list(inputs, path + 1, arena, error);
    if (!file_is_directory(path)) {
        add_input(inputs, path, arena);
        return true;
    }
    return add_folder(inputs, path, 0, arena, error) &&
           (inputs->count > before || error_set(error, ERROR_USAGE, "%s: there is no file in this folder", path));
}

bool input_files_expand(const struct arguments *arguments, struct arguments *expanded, struct error *error) {
    struct inputs inputs = {0};
    for (size_t i = 0; i < arguments->input_count; i++)
        if (!add_named(&inputs, arguments->inputs[i], arguments->arena, error))
            return false;
    struct arguments result = *arguments;
    add_input(&inputs, NULL, arguments->arena);
    result.inputs = inputs.items;
    result.input_count = inputs.count - 1;
    *expanded = result;
    return true;
}
