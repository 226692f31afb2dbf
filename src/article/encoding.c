#include "encoding.h"

#include "builder.h"
#include "markup.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

enum { DECLARATION_WINDOW = 4096, CONTROL_SHARE = 20, LEAST_CONFIDENCE = 25, FEW_BROKEN = 200, WIDE_SHARE = 4 };

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
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_starts(bytes, (struct text){marks[i].bytes, marks[i].size}))
            return &marks[i];
    return NULL;
}

/* The encoding of <?xml … encoding="…"?>. */
static struct text xml_declared(struct text window) {
    size_t end = text_find(window, TEXT("?>"), 0);
    struct text declaration = text_slice(window, 0, end);
    size_t at = text_find(declaration, TEXT("encoding"), 0);
    while (at < declaration.size && declaration.data[at] != '"' && declaration.data[at] != '\'')
        at++;
    size_t from = at + 1, to = from;
    while (to < declaration.size && declaration.data[to] != declaration.data[at])
        to++;
    return text_trim(text_slice(declaration, from, to));
}

/* "text/html; charset=koi8-r" → "koi8-r". */
static struct text after_charset(struct text content, struct arena *arena) {
    char *small = text_c(arena, content);
    char *found = strcasestr(small, "charset=");
    struct text value = found ? text_trim(text_of(found + 8)) : TEXT_NONE;
    size_t end = text_find(value, TEXT(";"), 0);
    return text_trim(text_slice(value, 0, end));
}

static struct text page_declared(struct text window, struct arena *arena) {
    struct markup markup = markup_read(window, false, arena);
    for (uint32_t i = 1; i < markup.count; i++) {
        if (markup.nodes[i].tag != TAG_META)
            continue;
        bool content_type = markup_same(markup_value(&markup, i, "http-equiv"), "content-type");
        struct text said = markup_value(&markup, i, "charset");
        said = said.size || !content_type ? said : after_charset(markup_value(&markup, i, "content"), arena);
        if (said.size > 0)
            return said;
    }
    return TEXT_NONE;
}

struct text encoding_declared(struct text bytes, struct arena *arena) {
    struct text window = text_trim(text_slice(bytes, 0, DECLARATION_WINDOW));
    if (text_starts(window, TEXT("\xEF\xBB\xBF")))
        window = text_trim(text_slice(window, 3, window.size));
    if (!text_starts(window, TEXT("<")))
        return TEXT_NONE;
    return text_starts(window, TEXT("<?xml")) ? xml_declared(window) : page_declared(window, arena);
}

static bool is_control(char c) {
    return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* Newlines become \n, other control characters blanks. */
static struct text unify_controls(struct text text, struct arena *arena) {
    bool odd = false;
    for (size_t i = 0; i < text.size && !odd; i++)
        odd = text.data[i] == '\r' || is_control(text.data[i]);
    if (!odd)
        return text;
    char *out = arena_alloc(arena, text.size + 1, 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        bool pair = c == '\r' && i + 1 < text.size && text.data[i + 1] == '\n';
        if (!pair)
            out[size++] = c == '\r' ? '\n' : is_control(c) ? ' ' : c;
    }
    return (struct text){out, size};
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
    if (U_FAILURE(status))
        return error_set(error, ERROR_INPUT, "the encoding '%s' is not known; convert it to UTF-8", encoding);
    size = ucnv_toAlgorithmic(UCNV_UTF8, converter, NULL, 0, bytes.data, (int32_t)bytes.size, &status);
    status = U_ZERO_ERROR;
    char *out = arena_alloc(arena, (size_t)size + 1, 1);
    size = ucnv_toAlgorithmic(UCNV_UTF8, converter, out, size + 1, bytes.data, (int32_t)bytes.size, &status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return error_set(error, ERROR_INPUT, "cannot be converted from %s: %s", encoding, u_errorName(status));
    *utf8 = (struct text){out, (size_t)size};
    return true;
}

/* The single-byte encoding that fits the bytes best; NULL where nothing is likely. The name lives in the arena. */
static const char *detect(struct text bytes, struct arena *arena) {
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    const char *found = NULL;
    int32_t window = bytes.size > 65536 ? 65536 : (int32_t)bytes.size;
    ucsdet_enableInputFilter(detector, text_starts(text_trim(bytes), TEXT("<")));
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
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (text_starts(bytes, heads[i]))
            return true;
    return false;
}

/* More than one control character in twenty bytes, NUL among them. */
static bool is_binary(struct text bytes) {
    size_t controls = 0;
    for (size_t i = 0; i < bytes.size; i++)
        controls += is_control(bytes.data[i]) && bytes.data[i] != '\f' && bytes.data[i] != 0x1B;
    return controls * CONTROL_SHARE > bytes.size;
}

/* UTF-16 without a mark: much of its bytes on one side is NUL. */
static const char *wide_encoding(struct text bytes) {
    size_t nuls[2] = {0}, window = bytes.size < DECLARATION_WINDOW ? bytes.size : DECLARATION_WINDOW;
    for (size_t i = 0; i < window; i++)
        nuls[i % 2] += bytes.data[i] == 0;
    if (window < 8 || (nuls[0] + nuls[1]) * WIDE_SHARE < window)
        return NULL;
    return nuls[0] > nuls[1] * 8 ? "UTF-16BE" : nuls[1] > nuls[0] * 8 ? "UTF-16LE" : NULL;
}

static struct text without_nuls(struct text bytes, struct arena *arena, size_t *nuls) {
    *nuls = 0;
    if (!memchr(bytes.data, 0, bytes.size))
        return bytes;
    char *out = arena_alloc(arena, bytes.size + 1, 1);
    size_t size = 0;
    for (size_t i = 0; i < bytes.size; i++)
        if (bytes.data[i])
            out[size++] = bytes.data[i];
    *nuls = bytes.size - size;
    return (struct text){out, size};
}

static bool decode_undeclared(struct text bytes, bool valid, struct arena *arena, struct encoding_result *result,
                              struct error *error) {
    result->name = "UTF-8";
    if (valid) {
        result->utf8 = bytes;
        return true;
    }
    size_t replaced;
    struct text repaired = repair(bytes, arena, &replaced);
    const char *likely = replaced * FEW_BROKEN > bytes.size ? detect(bytes, arena) : NULL;
    if (likely) {
        result->name = result->assumed = likely;
        return convert(bytes, likely, arena, &result->utf8, error);
    }
    result->utf8 = repaired;
    result->replaced = replaced;
    return true;
}

/* Encodings that write everything in ASCII: to be valid UTF-8 says nothing of them. */
static bool is_seven_bit(const char *encoding) {
    return strncasecmp(encoding, "iso-2022", 8) == 0 || strncasecmp(encoding, "hz", 2) == 0 ||
           strncasecmp(encoding, "utf-7", 5) == 0 || strncasecmp(encoding, "csiso2022", 9) == 0;
}

static bool is_known(const char *encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);
    ucnv_close(converter);
    return U_SUCCESS(status);
}

/* A declaration counts unless the bytes say better: valid UTF-8 with letters beyond ASCII is no accident. */
static bool decode_declared(struct text bytes, const char *encoding, struct arena *arena,
                            struct encoding_result *result, struct error *error) {
    bool utf8 = strcasecmp(encoding, "utf-8") == 0 || strcasecmp(encoding, "utf8") == 0;
    bool valid = text_is_utf8(bytes, NULL);
    bool wide = strncasecmp(encoding, "utf-16", 6) == 0 || strncasecmp(encoding, "utf-32", 6) == 0 ||
                strncasecmp(encoding, "ucs", 3) == 0; /* who reads the declaration knows that it is wrong */
    if (utf8 || (valid && !is_seven_bit(encoding)) || wide) {
        size_t beyond = 0;
        for (size_t i = 0; i < bytes.size && !beyond; i++)
            beyond = (unsigned char)bytes.data[i] >= 0x80;
        result->wrong = !utf8 && (beyond || !is_known(encoding)) ? encoding : NULL;
        return decode_undeclared(bytes, valid, arena, result, error);
    }
    struct error unknown = {0};
    result->name = encoding;
    if (convert(bytes, encoding, arena, &result->utf8, &unknown))
        return true;
    result->wrong = encoding;
    return decode_undeclared(bytes, valid, arena, result, error);
}

bool encoding_is_binary(struct text bytes) {
    const struct mark *mark = find_mark(bytes);
    bool wide = (mark && mark->encoding[4] != '8') || wide_encoding(bytes);
    return starts_as_binary(bytes) || (!wide && is_binary(bytes));
}

bool encoding_decode(struct text bytes, struct text declared, struct arena *arena, struct encoding_result *result,
                     struct error *error) {
    struct encoding_result decoded = {0};
    const struct mark *mark = find_mark(bytes);
    struct text body = mark ? text_slice(bytes, mark->size, bytes.size) : bytes;
    const char *wide = mark && mark->encoding[4] != '8' ? mark->encoding : wide_encoding(body);
    if (encoding_is_binary(bytes))
        return error_set(error, ERROR_INPUT, "this is binary data, not an article; give text, HTML, JSON or a feed");
    bool done;
    if (wide) {
        decoded.name = wide;
        done = convert(body, wide, arena, &decoded.utf8, error);
    } else {
        body = without_nuls(body, arena, &decoded.nuls);
        done = mark || declared.size == 0 ? decode_undeclared(body, text_is_utf8(body, NULL), arena, &decoded, error)
                                          : decode_declared(body, text_c(arena, declared), arena, &decoded, error);
    }
    if (!done)
        return false;
    decoded.utf8 = unify_controls(decoded.utf8, arena);
    *result = decoded;
    return true;
}
