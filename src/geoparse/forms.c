#include "forms.h"

#include "fold.h"

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

/* The letter at the start of the text, or NULL. */
static const struct letter *letter_at(const struct vocabulary *vocabulary, struct text text) {
    for (size_t i = 0; i < vocabulary->letter_count; i++)
        if (text_starts(text, vocabulary->letters[i].from))
            return &vocabulary->letters[i];
    return NULL;
}

/* The word in the other script of the language; nothing if a letter has no counterpart there. */
static struct text other_script(const struct vocabulary *vocabulary, struct text word, struct arena *arena) {
    size_t longest = 0, size = 0;
    for (size_t i = 0; i < vocabulary->letter_count; i++)
        longest = vocabulary->letters[i].to.size > longest ? vocabulary->letters[i].to.size : longest;
    if (longest == 0 || letter_at(vocabulary, word) == NULL)
        return TEXT_NONE;
    char *data = arena_alloc(arena, word.size * longest, 1);
    while (word.size > 0) {
        const struct letter *letter = letter_at(vocabulary, word);
        if (letter == NULL)
            return TEXT_NONE;
        if (letter->to.size > 0)
            memcpy(data + size, letter->to.data, letter->to.size);
        size += letter->to.size;
        word = text_slice(word, letter->from.size, word.size);
    }
    return fold_key(arena, (struct text){data, size});
}

static size_t add_forms(const struct vocabulary *vocabulary, struct text word, bool before_hyphen, struct arena *arena,
                        struct form forms[FORMS_OF_WORD], size_t count) {
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

size_t forms_find(const struct vocabulary *vocabulary, struct text word, bool before_hyphen, struct arena *arena,
                  struct form forms[FORMS_OF_WORD]) {
    struct text other = vocabulary->letter_count > 0 ? other_script(vocabulary, word, arena) : TEXT_NONE;
    size_t count = 0;
    forms[count++] = (struct form){word, ENDING_NOUN, false};
    if (other.size > 0)
        forms[count++] = (struct form){other, ENDING_NOUN, false};
    count = add_forms(vocabulary, word, before_hyphen, arena, forms, count);
    return other.size > 0 ? add_forms(vocabulary, other, before_hyphen, arena, forms, count) : count;
}
