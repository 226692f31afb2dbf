#include "json.h"

#include "builder.h"

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

/* The four digits of "\uXXXX" at `at`; -1 if there are none. */
static int32_t escaped_unit(struct text text, size_t at) {
    int32_t unit = 0;
    if (at + 6 > text.size || text.data[at] != '\\' || text.data[at + 1] != 'u')
        return -1;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = text.data[i], low = (char)(c | 0x20);
        bool digit = c >= '0' && c <= '9', letter = low >= 'a' && low <= 'f';
        if (!digit && !letter)
            return -1;
        unit = unit * 16 + (digit ? c - '0' : low - 'a' + 10);
    }
    return unit;
}

/* What "\uXXXX" at `at` takes, with the second half of a pair; *whole: it stands for a character. */
static size_t escape_size(struct text text, size_t at, bool *whole) {
    int32_t unit = escaped_unit(text, at), next = escaped_unit(text, at + 6);
    bool high = unit >= 0xD800 && unit < 0xDC00, low = unit >= 0xDC00 && unit < 0xE000;
    bool pair = high && next >= 0xDC00 && next < 0xE000;
    *whole = unit != 0 && !low && (!high || pair);
    return unit < 0 ? 2 : pair ? 12 : 6;
}

/* A piece of well-formed UTF-8, with "\ufffd" for escapes that are no characters and for NUL bytes. */
static void add_mended(struct text piece, struct builder *out, size_t *mended) {
    for (size_t at = 0; at < piece.size;) {
        size_t start = at, size = 1;
        bool whole = true;
        while (at < piece.size && piece.data[at] != '\\' && piece.data[at] != '\0')
            at++;
        builder_add(out, text_slice(piece, start, at));
        if (at == piece.size)
            return;
        if (piece.data[at] == '\\')
            size = escape_size(piece, at, &whole);
        else
            whole = false;
        builder_add(out, whole ? text_slice(piece, at, at + size) : TEXT("\xEF\xBF\xBD"));
        *mended += !whole;
        at += size;
    }
}

struct text json_mend(struct text text, struct arena *arena, size_t *mended) {
    struct text rest = text;
    size_t at = 0;
    *mended = 0;
    bool whole = text_is_utf8(text, &at);
    bool plain = whole && (text.size == 0 || !memchr(text.data, '\0', text.size));
    if (plain && text_find(text, TEXT("\\u"), 0) > text.size)
        return text;
    struct builder out = builder_new(arena);
    for (; !whole; whole = text_is_utf8(rest, &at)) {
        add_mended(text_slice(rest, 0, at), &out, mended);
        builder_add(&out, TEXT("\xEF\xBF\xBD"));
        (*mended)++;
        rest = text_slice(rest, at + 1, rest.size);
    }
    add_mended(rest, &out, mended);
    return *mended ? builder_text(&out) : text;
}

static bool parse(struct text text, cJSON **root, struct error *error) {
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

bool json_read(struct text text, cJSON **root, struct error *error) {
    struct arena *arena = arena_open();
    size_t mended;
    bool read = parse(json_mend(text, arena, &mended), root, error);
    arena_close(arena);
    return read;
}

bool json_find_text(const cJSON *object, const char *key, struct text *value) {
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!cJSON_IsString(member))
        return false;
    *value = text_of(member->valuestring);
    return true;
}

bool json_find_number(const cJSON *object, const char *key, double *value) {
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!cJSON_IsNumber(member))
        return false;
    *value = member->valuedouble;
    return true;
}
