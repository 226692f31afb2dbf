#include "json.h"

#include <string.h>

/* Line and column, from 1, of a byte in the text. */
static void locate(struct text text, size_t offset, size_t *line, size_t *column) {
    *line = 1;
    *column = 1;
    for (size_t i = 0; i < offset && i < text.size; i++) {
        bool newline = text.data[i] == '\n';
        *line += newline;
        *column = newline ? 1 : *column + 1;
    }
}

bool json_read(struct text text, cJSON **root, struct error *error) {
    const char *end = NULL;
    struct text body = text_starts(text, TEXT("\xEF\xBB\xBF")) ? text_slice(text, 3, text.size) : text;
    cJSON *parsed = body.size ? cJSON_ParseWithLengthOpts(body.data, body.size, &end, false) : NULL;
    size_t offset = end ? (size_t)(end - body.data) : 0;
    struct text rest = text_trim(text_slice(body, offset, body.size));
    if (parsed && rest.size == 0) {
        *root = parsed;
        return true;
    }
    cJSON_Delete(parsed);
    size_t line, column;
    locate(body, offset, &line, &column);
    return error_set(error, ERROR_INPUT, "line %zu, column %zu: this is not valid JSON", line, column);
}

bool json_find_text(const cJSON *object, const char *key, struct text *value) {
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!cJSON_IsString(member)) {
        return false;
    }
    *value = text_of(member->valuestring);
    return true;
}

bool json_find_number(const cJSON *object, const char *key, double *value) {
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!cJSON_IsNumber(member)) {
        return false;
    }
    *value = member->valuedouble;
    return true;
}
