#include "encoding.h"

#include "builder.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

enum { DECLARATION_WINDOW = 4096, CONTROL_SHARE = 20, LEAST_CONFIDENCE = 25, FEW_BROKEN = 200 };

struct mark {
    const char *bytes;
    size_t size;
    const char *encoding;
};

/* Longest first: the mark of UTF-32LE begins with that of UTF-16LE. */
static const struct mark marks[] = {{"\xFF\xFE\0\0", 4, "UTF-32LE"},
                                    {"\0\0\xFE\xFF", 4, "UTF-32BE"},
                                    {"\xEF\xBB\xBF", 3, "UTF-8"},
                                    {"\xFF\xFE", 2, "UTF-16LE"},
                                    {"\xFE\xFF", 2, "UTF-16BE"}};

static const struct mark *find_mark(struct text bytes) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (text_starts(bytes, (struct text){marks[i].bytes, marks[i].size})) {
            return &marks[i];
        }
    }
    return NULL;
}

static bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == ':';
}

/* The value after `key`, in quotes or not. */
static struct text value_after(struct text window, struct text key) {
    size_t at = text_find(window, key, 0);
    if (at > window.size) {
        return TEXT_NONE;
    }
    at += key.size;
    while (at < window.size &&
           (window.data[at] == '=' || window.data[at] == '"' || window.data[at] == '\'' || window.data[at] == ' ')) {
        at++;
    }
    size_t end = at;
    while (end < window.size && is_name_character(window.data[end])) {
        end++;
    }
    return text_slice(window, at, end);
}

struct text encoding_declared(struct text bytes) {
    struct text window = text_slice(bytes, 0, DECLARATION_WINDOW);
    if (text_starts(window, TEXT("<?xml"))) {
        size_t end = text_find(window, TEXT("?>"), 0);
        return value_after(text_slice(window, 0, end), TEXT("encoding"));
    }
    return value_after(window, TEXT("charset"));
}

static struct text unify_newlines(struct text text, struct arena *arena) {
    if (text.size == 0 || !memchr(text.data, '\r', text.size)) {
        return text;
    }
    struct builder builder = builder_new(arena);
    for (size_t i = 0; i < text.size; i++) {
        bool pair = text.data[i] == '\r' && i + 1 < text.size && text.data[i + 1] == '\n';
        if (!pair) {
            builder_add_char(&builder, text.data[i] == '\r' ? '\n' : text.data[i]);
        }
    }
    return builder_text(&builder);
}

/* Copies the text with U+FFFD for what is broken. */
static struct text repair(struct text bytes, struct arena *arena, size_t *replaced) {
    struct builder builder = builder_new(arena);
    struct text rest = bytes;
    size_t at;
    *replaced = 0;
    while (!text_is_utf8(rest, &at)) {
        builder_add(&builder, text_slice(rest, 0, at));
        builder_add_code_point(&builder, 0xFFFD);
        (*replaced)++;
        rest = text_slice(rest, at + 1, rest.size);
    }
    builder_add(&builder, rest);
    return builder_text(&builder);
}

static bool convert(struct text bytes, const char *encoding, struct arena *arena, struct text *utf8,
                    struct error *error) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = ucnv_toAlgorithmic(UCNV_UTF8, NULL, NULL, 0, NULL, 0, &status);
    status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);
    if (U_FAILURE(status)) {
        return error_set(error, ERROR_INPUT, "the encoding '%s' that it declares is not known; convert it to UTF-8",
                         encoding);
    }
    size = ucnv_toAlgorithmic(UCNV_UTF8, converter, NULL, 0, bytes.data, (int32_t)bytes.size, &status);
    status = U_ZERO_ERROR;
    char *out = arena_alloc(arena, (size_t)size + 1, 1);
    size = ucnv_toAlgorithmic(UCNV_UTF8, converter, out, size + 1, bytes.data, (int32_t)bytes.size, &status);
    ucnv_close(converter);
    if (U_FAILURE(status)) {
        return error_set(error, ERROR_INPUT, "cannot be converted from %s: %s", encoding, u_errorName(status));
    }
    *utf8 = (struct text){out, (size_t)size};
    return true;
}

/* The single-byte encoding that fits the bytes best; NULL where nothing is likely. The name lives in the arena. */
static const char *detect(struct text bytes, struct arena *arena) {
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    const char *found = NULL;
    int32_t window = bytes.size > 65536 ? 65536 : (int32_t)bytes.size;
    ucsdet_setText(detector, bytes.data, window, &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    if (U_SUCCESS(status) && match && ucsdet_getConfidence(match, &status) >= LEAST_CONFIDENCE) {
        const char *name = ucsdet_getName(match, &status);
        bool usable = U_SUCCESS(status) && strncmp(name, "UTF", 3) != 0 && strstr(name, "IBM") == NULL;
        found = usable ? text_c(arena, text_of(name)) : NULL;
    }
    ucsdet_close(detector);
    return found;
}

static bool starts_as_binary(struct text bytes) {
    static const struct text heads[] = {{"%PDF-", 5},
                                        {"PK\x03\x04", 4},
                                        {"\x89PNG", 4},
                                        {"\xFF\xD8\xFF", 3},
                                        {"GIF8", 4},
                                        {"\x7F"
                                         "ELF",
                                         4},
                                        {"\x1F\x8B", 2},
                                        {"\xD0\xCF\x11\xE0", 4}};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        if (text_starts(bytes, heads[i])) {
            return true;
        }
    }
    return false;
}

/* NUL bytes, or more than one control character in twenty bytes. */
static bool is_binary(struct text bytes) {
    size_t controls = 0;
    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        if (c == 0) {
            return true;
        }
        controls += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
    }
    return controls * CONTROL_SHARE > bytes.size;
}

static bool decode_undeclared(struct text bytes, struct arena *arena, struct encoding_result *result,
                              struct error *error) {
    if (text_is_utf8(bytes, NULL)) {
        result->utf8 = bytes;
        return true;
    }
    size_t replaced;
    struct text repaired = repair(bytes, arena, &replaced);
    const char *likely = replaced * FEW_BROKEN > bytes.size ? detect(bytes, arena) : NULL;
    if (likely) {
        result->assumed = likely;
        return convert(bytes, likely, arena, &result->utf8, error);
    }
    result->utf8 = repaired;
    result->replaced = replaced;
    return true;
}

bool encoding_decode(struct text bytes, struct text declared, struct arena *arena, struct encoding_result *result,
                     struct error *error) {
    struct encoding_result decoded = {0};
    const struct mark *mark = find_mark(bytes);
    struct text body = mark ? text_slice(bytes, mark->size, bytes.size) : bytes;
    const char *encoding = mark ? mark->encoding : text_c(arena, declared);
    bool wide = mark && mark->encoding[4] != '8';
    if (starts_as_binary(bytes) || (!wide && is_binary(body))) {
        return error_set(error, ERROR_INPUT, "this is binary data, not an article; give text, HTML, JSON or a feed");
    }
    bool utf8 = *encoding == '\0' || strcasecmp(encoding, "utf-8") == 0 || strcasecmp(encoding, "utf8") == 0;
    bool done =
        utf8 ? decode_undeclared(body, arena, &decoded, error) : convert(body, encoding, arena, &decoded.utf8, error);
    if (!done) {
        return false;
    }
    decoded.utf8 = unify_newlines(decoded.utf8, arena);
    *result = decoded;
    return true;
}
