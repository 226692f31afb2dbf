#include "formats.h"
#include "json_article.h"
#include "list.h"

static bool read_object(struct reading_state *state, const cJSON *object, struct error *error) {
    struct article article = {.path = state->path};
    if (!json_article_read(object, state->arena, &article, error))
        return false;
    *LIST_PUSH(state->arena, state->articles) = article;
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
            state->articles->bad++;
        } else {
            note_part(state, "item", number);
        }
    }
    if (state->articles->count == before)
        return error_set(error, ERROR_INPUT, "%s", number ? problem.message : "the list of articles is empty");
    return true;
}

static bool read_root(struct reading_state *state, const cJSON *root, struct error *error) {
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(root, "articles");
    list = list ? list : cJSON_GetObjectItemCaseSensitive(root, "items");
    if (cJSON_IsArray(root))
        return read_array(state, root, error);
    return cJSON_IsArray(list) ? read_array(state, list, error) : read_object(state, root, error);
}

static bool read_line(struct reading_state *state, struct text line, struct error *error) {
    cJSON *root = NULL;
    if (!json_read(line, &root, error))
        return false;
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
        if (text_trim(line).size == 0)
            continue;
        if (!read_line(state, line, &problem)) {
            struct text said = text_of(problem.message), first = TEXT("line 1, "); /* of the one that it is */
            said = text_starts(said, first) ? text_slice(said, first.size, said.size) : said;
            reader_remark(state, "line %zu: %.*s; left out", number, TEXT_ARGS(said));
            state->articles->bad++;
        } else {
            note_part(state, "line", number);
        }
    }
    return state->articles->count > before || error_set(error, ERROR_INPUT, "%s", problem.message);
}

static bool is_object(struct text line) {
    struct text said = text_trim(line);
    cJSON *read =
        text_starts(said, TEXT("{")) && text_ends(said, TEXT("}")) ? cJSON_ParseWithLength(said.data, said.size) : NULL;
    bool object = cJSON_IsObject(read);
    cJSON_Delete(read);
    return object;
}

/* More than one line, of which the first is an object of its own, or looks like one before another: what is wrong with
 * a line is said of that line. */
static bool is_lines(struct text text) {
    struct text rest = text, first, second;
    if (!text_split(&rest, '\n', &first) || text_trim(rest).size == 0)
        return false;
    struct text behind = rest;
    bool looks = text_split(&behind, '\n', &second) && text_ends(text_trim(first), TEXT("}")) &&
                 text_starts(text_trim(second), TEXT("{"));
    return looks || is_object(first);
}

bool json_articles_read(struct reading_state *state, struct text said, struct error *error) {
    size_t mended;
    struct text text = json_mend(said, state->arena, &mended);
    if (mended > 0)
        reader_remark(state, "%zu characters that no text can hold (\\u0000, half of a pair) are read as U+FFFD",
                      mended);
    if (is_lines(text))
        return read_lines(state, text, error);
    cJSON *root = NULL;
    if (!json_read(text, &root, error))
        return false;
    bool read = read_root(state, root, error);
    cJSON_Delete(root);
    return read;
}
