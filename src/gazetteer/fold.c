#include "fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* The key so far, and what the next character needs to know of it. */
struct folder {
    char *key;
    size_t size;
    size_t letters; /* of this word */
    size_t run;     /* letters since the last full stop or space */
};

static void fold_letter(struct folder *folder, uint32_t c) {
    folder->size += text_encode(c, folder->key + folder->size);
    folder->letters++;
    folder->run++;
}

static void fold_space(struct folder *folder) {
    if (folder->size > 0 && folder->letters > 0)
        folder->key[folder->size++] = ' ';
    folder->letters = 0;
    folder->run = 0;
}

/* A full stop is nothing after an initial and at the end of a word ("U.S.", "W.Va.", "St. Louis"), else a space
 * ("St.Petersburg"). */
static void fold_stop(struct folder *folder, bool at_end) {
    if (folder->run != 1 && !at_end)
        fold_space(folder);
    folder->run = 0;
}

static bool is_ascii_letter_or_digit(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static void fold_ascii(struct folder *folder, struct text name) {
    for (size_t i = 0; i < name.size; i++) {
        unsigned char c = (unsigned char)name.data[i];
        if (is_ascii_letter_or_digit(c)) {
            folder->key[folder->size++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            folder->letters++;
            folder->run++;
        } else if (c == '.') {
            fold_stop(folder, i + 1 == name.size || !is_ascii_letter_or_digit((unsigned char)name.data[i + 1]));
        } else if (c != '\'' && c != '`') {
            fold_space(folder);
        }
    }
}

/* The code point at *at of UTF-16 without lone surrogates, and moves *at behind it; 0 at the end. */
static UChar32 next_code_point(const UChar *units, int32_t length, int32_t *at) {
    if (*at >= length)
        return 0;
    uint32_t unit = units[(*at)++];
    if (unit < 0xD800 || unit > 0xDBFF || *at >= length)
        return (UChar32)unit;
    uint32_t low = units[(*at)++];
    return (UChar32)(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
}

static bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == '`' || c == 0x00B7 || (c >= 0x02B9 && c <= 0x02BF) || c == 0x02C8 || c == 0x02EE ||
           c == 0x055A || c == 0x05F3 || c == 0x05F4 || (c >= 0x2018 && c <= 0x201B) || (c >= 0x2032 && c <= 0x2036) ||
           c == 0x30FB || c == 0x0640 || c == 0xA78C;
}

/* Marks that a reader leaves out; those of Indic scripts, kana and Hangul are part of the letter. */
static bool is_spare_mark(UChar32 c) {
    return u_charType(c) == U_NON_SPACING_MARK &&
           ((c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0487) || (c >= 0x0591 && c <= 0x05C7) ||
            (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
            (c >= 0x06D6 && c <= 0x06ED) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
            (c >= 0x20D0 && c <= 0x20FF));
}

/* Letters that have no decomposition but are the same letter to a reader. */
static UChar32 fold_variant(UChar32 c) {
    static const struct {
        UChar32 from, to;
    } variants[] = {
        {0x00F0, 'd'},    {0x00F8, 'o'},    {0x0111, 'd'},    {0x0127, 'h'},    {0x0131, 'i'},    {0x0142, 'l'},
        {0x0167, 't'},    {0x01DD, 'a'},    {0x0259, 'a'},    {0x0450, 0x0435}, {0x0629, 0x0647}, {0x0649, 0x064A},
        {0x0671, 0x0627}, {0x06A9, 0x0643}, {0x06AA, 0x0643}, {0x06BE, 0x0647}, {0x06C0, 0x0647}, {0x06C1, 0x0647},
        {0x06C2, 0x0647}, {0x06C3, 0x0647}, {0x06CC, 0x064A}, {0x06CD, 0x064A}, {0x06D2, 0x064A}, {0x06D5, 0x0647},
    };
    for (size_t i = 0; i < sizeof variants / sizeof variants[0]; i++)
        if (variants[i].from == c)
            return variants[i].to;
    return c;
}

/* The letter without its marks, in scripts that can spare them. */
static UChar32 fold_base(UChar32 c, const UNormalizer2 *canonical) {
    bool kept_apart = c == 0x0439 || c == 0x0457; /* й, ї */
    bool spares = c < 0x0700 || (c >= 0x1E00 && c <= 0x1FFF);
    UChar parts[8];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = kept_apart || !spares ? -1 : unorm2_getDecomposition(canonical, c, parts, 8, &status);
    if (count > 0 && U_SUCCESS(status)) {
        int32_t at = 0;
        c = next_code_point(parts, count, &at);
    }
    return fold_variant(c);
}

static void fold_code_point(struct folder *folder, UChar32 c, bool before_letter, const UNormalizer2 *canonical) {
    if (c == '.') {
        fold_stop(folder, !before_letter);
    } else if (is_apostrophe(c) || is_spare_mark(c)) {
        return;
    } else if (c == 0x00E6 || c == 0x0153 || c == 0x00FE) { /* æ, œ, þ */
        fold_letter(folder, c == 0x00E6 ? 'a' : c == 0x0153 ? 'o' : 't');
        fold_letter(folder, c == 0x00FE ? 'h' : 'e');
    } else if (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) {
        fold_letter(folder, (uint32_t)fold_base(c, canonical));
    } else {
        fold_space(folder);
    }
}

/* NFKC with case folding (Unicode Standard, section 3.13); buffer and length are UTF-16. */
static bool casefold(struct arena *arena, struct text name, UChar **buffer, int32_t *length) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *compatible = unorm2_getNFKCCasefoldInstance(&status);
    int32_t units = 0;
    UChar *wide = ARENA_ARRAY(arena, UChar, name.size + 1);
    u_strFromUTF8WithSub(wide, (int32_t)name.size + 1, &units, name.data, (int32_t)name.size, 0xFFFD, NULL, &status);
    int32_t capacity = units * 3 + 16;
    UChar *folded = ARENA_ARRAY(arena, UChar, (size_t)capacity);
    int32_t needed = U_SUCCESS(status) ? unorm2_normalize(compatible, wide, units, folded, capacity, &status) : 0;
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        folded = ARENA_ARRAY(arena, UChar, (size_t)needed);
        needed = unorm2_normalize(compatible, wide, units, folded, needed, &status);
    }
    *buffer = folded;
    *length = needed;
    return U_SUCCESS(status);
}

static bool fold_unicode(struct arena *arena, struct folder *folder, struct text name) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *canonical = unorm2_getNFDInstance(&status);
    UChar *units;
    int32_t length;
    if (U_FAILURE(status) || !casefold(arena, name, &units, &length))
        return false;
    folder->key = arena_alloc(arena, (size_t)length * 3 + 1, 1);
    for (int32_t at = 0; at < length;) {
        UChar32 c = next_code_point(units, length, &at);
        int32_t ahead = at;
        fold_code_point(folder, c, u_isalnum(next_code_point(units, length, &ahead)), canonical);
    }
    return true;
}

enum { FOLD_LIMIT = 1 << 20 };

struct text fold_key(struct arena *arena, struct text name) {
    struct folder folder = {NULL, 0, 0, 0};
    struct text rest = text_slice(name, 0, FOLD_LIMIT);
    bool ascii = true;
    for (size_t i = 0; i < rest.size && ascii; i++)
        ascii = (unsigned char)rest.data[i] < 0x80;
    if (ascii) {
        folder.key = arena_alloc(arena, rest.size + 1, 1);
        fold_ascii(&folder, rest);
    } else if (!fold_unicode(arena, &folder, rest)) {
        return TEXT_NONE;
    }
    while (folder.size > 0 && folder.key[folder.size - 1] == ' ')
        folder.size--;
    return (struct text){folder.key, folder.size};
}
