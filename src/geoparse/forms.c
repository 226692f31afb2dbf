#include "forms.h"

#include <string.h>

static size_t letters_in(struct text text) {
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

static struct text joined(struct arena *arena, struct text first, struct text second) {
    char *data = arena_alloc(arena, first.size + second.size, 1);
    memcpy(data, first.data, first.size);
    if (second.size > 0)
        memcpy(data + first.size, second.data, second.size);
    return (struct text){data, first.size + second.size};
}

/* The word without the ending, or nothing if it does not have it. */
static struct text without(struct text word, const struct ending *ending) {
    struct text rest = TEXT_NONE;
    if (word.size <= ending->ending.size)
        return rest;
    if (ending->kind == ENDING_PREFIX && text_starts(word, ending->ending))
        rest = text_slice(word, ending->ending.size, word.size);
    if (ending->kind != ENDING_PREFIX && text_ends(word, ending->ending))
        rest = text_slice(word, 0, word.size - ending->ending.size);
    return rest.size > 0 && letters_in(rest) >= ending->minimum ? rest : TEXT_NONE;
}

static bool is_among(const struct form *forms, size_t count, struct text text, enum ending_kind kind) {
    for (size_t i = 0; i < count; i++)
        if (forms[i].kind == kind && text_equal(forms[i].text, text))
            return true;
    return false;
}

size_t forms_find(const struct vocabulary *vocabulary, struct text word, bool before_hyphen, struct arena *arena,
                  struct form forms[FORMS_OF_WORD]) {
    size_t count = 0;
    forms[count++] = (struct form){word, ENDING_NOUN, false};
    for (size_t i = 0; i < vocabulary->ending_count && count < FORMS_OF_WORD; i++) {
        const struct ending *ending = &vocabulary->endings[i];
        if (ending->kind == ENDING_COMBINING && !before_hyphen)
            continue;
        struct text rest = without(word, ending);
        if (rest.size == 0)
            continue;
        bool prefix = ending->kind == ENDING_PREFIX;
        struct text other =
            prefix ? joined(arena, ending->replacement, rest) : joined(arena, rest, ending->replacement);
        if (!is_among(forms, count, other, ending->kind))
            forms[count++] = (struct form){other, ending->kind, true};
    }
    return count;
}
