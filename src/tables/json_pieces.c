#include "json_pieces.h"

static size_t skip_space(struct text text, size_t at) {
    while (at < text.size && (text.data[at] == ' ' || (text.data[at] >= '\t' && text.data[at] <= '\r')))
        at++;
    return at;
}

/* Behind the string that begins at `at`. */
static size_t skip_string(struct text text, size_t at) {
    for (at++; at < text.size && text.data[at] != '"'; at++)
        at += text.data[at] == '\\';
    return at < text.size ? at + 1 : text.size;
}

/* Behind the object or list that begins at `at`; the size of the text if it does not end. */
static size_t skip_group(struct text text, size_t at) {
    size_t depth = 0;
    while (at < text.size) {
        char c = text.data[at];
        if (c == '"') {
            at = skip_string(text, at);
            continue;
        }
        depth += c == '{' || c == '[';
        at++;
        if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return text.size;
}

/* Where the first list of objects among the members of the object at `at` begins; 0 if there is none. */
static size_t find_list(struct text text, size_t at) {
    for (at = skip_space(text, at + 1); at < text.size && text.data[at] == '"'; at = skip_space(text, at + 1)) {
        at = skip_space(text, skip_string(text, at));
        if (at >= text.size || text.data[at] != ':')
            return 0;
        at = skip_space(text, at + 1);
        if (at >= text.size)
            return 0;
        size_t inside = skip_space(text, at + 1);
        if (text.data[at] == '[' && inside < text.size && text.data[inside] == '{')
            return inside;
        if (text.data[at] == '[' || text.data[at] == '{')
            at = skip_group(text, at);
        else if (text.data[at] == '"')
            at = skip_string(text, at);
        while (at < text.size && text.data[at] != ',' && text.data[at] != '}')
            at++;
        if (at < text.size && text.data[at] == '}')
            return 0;
    }
    return 0;
}

static uint64_t lines_between(struct text text, size_t from, size_t to) {
    uint64_t lines = 0;
    for (size_t i = from; i < to && i < text.size; i++)
        lines += text.data[i] == '\n';
    return lines;
}

bool json_pieces_open(struct text text, struct json_pieces *pieces) {
    size_t start = text_starts(text, TEXT("\xEF\xBB\xBF")) ? 3 : 0, at = skip_space(text, start);
    if (at >= text.size || (text.data[at] != '{' && text.data[at] != '['))
        return false;
    if (text.data[at] == '[') {
        at = skip_space(text, at + 1);
        *pieces = (struct json_pieces){text, at, 1 + lines_between(text, 0, at), false};
        return at < text.size && text.data[at] == '{';
    }
    size_t next = skip_space(text, skip_group(text, at)), list = find_list(text, at);
    bool lines = next < text.size && text.data[next] == '{';
    at = list > 0 && !lines ? list : at;
    *pieces = (struct json_pieces){text, at, 1 + lines_between(text, 0, at), lines};
    return true;
}

bool json_pieces_next(struct json_pieces *pieces, struct text *object, uint64_t *line) {
    struct text text = pieces->text;
    size_t at = skip_space(text, pieces->at);
    if (!pieces->lines && at < text.size && text.data[at] == ',')
        at = skip_space(text, at + 1);
    if (at >= text.size || (!pieces->lines && text.data[at] != '{'))
        return false;
    pieces->line += lines_between(text, pieces->at, at);
    size_t end = at;
    if (pieces->lines)
        while (end < text.size && text.data[end] != '\n')
            end++;
    else
        end = skip_group(text, at);
    *object = text_slice(text, at, end);
    *line = pieces->line;
    pieces->line += lines_between(text, at, end);
    pieces->at = end;
    return true;
}

struct text json_value_text(const cJSON *value, struct arena *arena) {
    if (cJSON_IsArray(value))
        return cJSON_GetArraySize(value) > 0 ? json_value_text(cJSON_GetArrayItem(value, 0), arena) : TEXT_NONE;
    if (cJSON_IsString(value))
        return text_copy(arena, text_of(value->valuestring));
    if (cJSON_IsNumber(value))
        return text_format(arena, "%.15g", value->valuedouble);
    return cJSON_IsBool(value) ? cJSON_IsTrue(value) ? TEXT("true") : TEXT("false") : TEXT_NONE;
}

struct text json_member_text(const cJSON *object, const char *name, struct arena *arena) {
    return json_value_text(cJSON_GetObjectItemCaseSensitive(object, name), arena);
}
