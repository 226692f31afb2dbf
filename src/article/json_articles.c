#include "formats.h"
#include "json.h"
#include "language.h"
#include "list.h"

#include <string.h>

/* The first of the members that is a string with something in it. */
static struct text find_any(const cJSON *object, const char *const *keys, struct arena *arena) {
    for (size_t i = 0; keys[i]; i++) {
        struct text value;
        if (json_find_text(object, keys[i], &value) && value.size > 0) {
            return text_copy(arena, value);
        }
    }
    return TEXT_NONE;
}

static struct text find_id(const cJSON *object, struct arena *arena) {
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(object, "id");
    if (cJSON_IsNumber(id)) {
        return text_format(arena, "%.0f", id->valuedouble);
    }
    return find_any(object, (const char *const[]){"id", NULL}, arena);
}

static bool read_object(struct reading_state *state, const cJSON *object, struct error *error) {
    struct arena *arena = state->arena;
    if (!cJSON_IsObject(object)) {
        return error_set(error, ERROR_INPUT, "an article must be an object with \"text\"");
    }
    struct article article = {.path = state->path, .id = find_id(object, arena)};
    article.text = find_any(object, (const char *const[]){"text", "body", "content", NULL}, arena);
    article.title = find_any(object, (const char *const[]){"title", "headline", NULL}, arena);
    article.url = find_any(object, (const char *const[]){"url", "link", NULL}, arena);
    article.source = find_any(object, (const char *const[]){"source", "publisher", NULL}, arena);
    article.language = language_tag(find_any(object, (const char *const[]){"language", "lang", NULL}, arena), arena);
    struct text published = find_any(object, (const char *const[]){"published", "date", NULL}, arena);
    if (!cJSON_GetObjectItemCaseSensitive(object, "text") && article.text.size == 0) {
        return error_set(error, ERROR_INPUT, "there is no \"text\" in the article's object");
    }
    if (published.size > 0 && !stamp_read(published, &article.published)) {
        return error_set(error, ERROR_INPUT, "\"published\" is '%.40s'; write it as 2022-09-14",
                         text_c(arena, published));
    }
    *LIST_PUSH(arena, state->articles) = article;
    return true;
}

/* Says of the article read last which part of its file it is. */
static void note_part(struct reading_state *state, const char *part, size_t number) {
    struct article *article = &state->articles->items[state->articles->count - 1];
    article->part = part;
    article->part_number = number;
}

/* Items that cannot be read are remarked upon; the others are read. Fails when none could be. */
static bool read_array(struct reading_state *state, const cJSON *array, struct error *error) {
    size_t before = state->articles->count;
    size_t number = 0;
    const cJSON *item;
    struct error problem = {0};
    cJSON_ArrayForEach(item, array) {
        number++;
        if (!read_object(state, item, &problem)) {
            reader_remark(state, "item %zu: %s; left out", number, problem.message);
        } else {
            note_part(state, "item", number);
        }
    }
    if (state->articles->count == before) {
        return error_set(error, ERROR_INPUT, "%s", number ? problem.message : "the list of articles is empty");
    }
    return true;
}

static bool read_root(struct reading_state *state, const cJSON *root, struct error *error) {
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(root, "articles");
    list = list ? list : cJSON_GetObjectItemCaseSensitive(root, "items");
    if (cJSON_IsArray(root)) {
        return read_array(state, root, error);
    }
    return cJSON_IsArray(list) ? read_array(state, list, error) : read_object(state, root, error);
}

static bool read_line(struct reading_state *state, struct text line, struct error *error) {
    cJSON *root = NULL;
    if (!json_read(line, &root, error)) {
        return false;
    }
    bool read = read_object(state, root, error);
    cJSON_Delete(root);
    return read;
}

/* One object a line: a bad line is left out with a remark. */
static bool read_lines(struct reading_state *state, struct text text, struct error *error) {
    struct text rest = text, line;
    struct error problem = {0};
    size_t before = state->articles->count;
    for (size_t number = 1; text_split(&rest, '\n', &line); number++) {
        if (text_trim(line).size == 0) {
            continue;
        }
        if (!read_line(state, line, &problem)) {
            reader_remark(state, "line %zu: %s; left out", number, problem.message);
        } else {
            note_part(state, "line", number);
        }
    }
    return state->articles->count > before || error_set(error, ERROR_INPUT, "%s", problem.message);
}

/* More than one line that is an object of its own. */
static bool is_lines(struct text text) {
    struct text rest = text, first, second;
    if (!text_split(&rest, '\n', &first) || !text_split(&rest, '\n', &second)) {
        return false;
    }
    return text_ends(text_trim(first), TEXT("}")) && text_starts(text_trim(second), TEXT("{"));
}

bool json_articles_read(struct reading_state *state, struct text text, struct error *error) {
    if (is_lines(text)) {
        return read_lines(state, text, error);
    }
    cJSON *root = NULL;
    if (!json_read(text, &root, error)) {
        return false;
    }
    bool read = read_root(state, root, error);
    cJSON_Delete(root);
    return read;
}
