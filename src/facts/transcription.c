#include "transcription.h"

#include "builder.h"
#include "capitals.h"
#include "fold.h"

#include <string.h>

enum { NAME_LETTERS = 200, KNOWN_NAMES = 512 };

struct sound {
    struct text from, to, place;
};

struct sounds {
    struct sound *items;
    size_t count;
    struct {
        struct text name, written;
    } known[KNOWN_NAMES]; /* by hash; a later name takes the place of an earlier one */
};

/* A name in small letters, one after another, and which of them were capitals. */
struct spelling {
    struct text letters[NAME_LETTERS];
    bool capital[NAME_LETTERS];
    size_t count;
};

static struct sounds *sounds_of(struct lexicon *lexicon, struct text lang) {
    void **slot = lexicon_slot(lexicon, lang, "transcription");
    if (*slot)
        return *slot;
    struct arena *arena = lexicon_arena(lexicon);
    struct sounds *sounds = ARENA_NEW(arena, struct sounds);
    const struct table *table;
    size_t from, to, place;
    *slot = sounds;
    if (!lexicon_table(lexicon, lang, "transcription", &table, NULL) || !table_column(table, "from", &from, NULL) ||
        !table_column(table, "to", &to, NULL) || !table_column(table, "place", &place, NULL))
        return sounds;
    sounds->items = ARENA_ARRAY(arena, struct sound, table->row_count + 1);
    for (size_t i = 0; i < table->row_count; i++)
        sounds->items[sounds->count++] =
            (struct sound){table_cell(table, i, from), table_cell(table, i, to), table_cell(table, i, place)};
    return sounds;
}

static void spell(struct spelling *spelling, struct text name, struct arena *arena) {
    for (size_t at = 0; at < name.size && spelling->count < NAME_LETTERS; spelling->count++) {
        size_t start = at;
        text_next(name, &at);
        struct text letter = text_slice(name, start, at);
        spelling->letters[spelling->count] = capitals_small_first(arena, letter, TEXT("en"));
        spelling->capital[spelling->count] = !text_equal(letter, spelling->letters[spelling->count]);
    }
}

static bool is_letter(const struct spelling *spelling, size_t at, struct arena *arena) {
    return at < spelling->count && fold_key(arena, spelling->letters[at]).size > 0;
}

/* How many letters of the spelling from `at` on the sound takes; 0 = it is another. */
static size_t letters_taken(const struct spelling *spelling, size_t at, const struct sound *sound,
                            struct arena *arena) {
    size_t bytes = 0, end = at;
    while (end < spelling->count && bytes < sound->from.size) {
        struct text letter = spelling->letters[end++];
        if (bytes + letter.size > sound->from.size || memcmp(sound->from.data + bytes, letter.data, letter.size) != 0)
            return 0;
        bytes += letter.size;
    }
    bool start = at == 0 || !is_letter(spelling, at - 1, arena), last = !is_letter(spelling, end, arena);
    bool here =
        sound->place.size == 0 || (text_is(sound->place, "start") && start) || (text_is(sound->place, "end") && last);
    return bytes == sound->from.size && here ? end - at : 0;
}

/* The longest sound that begins there, a sound of a place before one of any. */
static const struct sound *sound_at(const struct sounds *sounds, const struct spelling *spelling, size_t at,
                                    size_t *taken, struct arena *arena) {
    const struct sound *best = NULL;
    *taken = 0;
    for (size_t i = 0; i < sounds->count; i++) {
        size_t letters = letters_taken(spelling, at, &sounds->items[i], arena);
        if (letters > *taken || (letters > 0 && letters == *taken && best->place.size == 0)) {
            best = &sounds->items[i];
            *taken = letters;
        }
    }
    return best;
}

/* A letter without a row of its own: as the one that it is with its marks taken off. */
static struct text plain_sound(const struct sounds *sounds, struct text letter, struct arena *arena) {
    struct text folded = fold_key(arena, letter);
    for (size_t i = 0; i < sounds->count && !text_equal(folded, letter); i++)
        if (sounds->items[i].place.size == 0 && text_equal(sounds->items[i].from, folded))
            return sounds->items[i].to;
    return letter;
}

static struct text write_name(const struct sounds *sounds, struct text lang, struct text name, struct arena *arena) {
    struct builder out = builder_new(arena);
    struct spelling *spelling = ARENA_NEW(arena, struct spelling);
    spell(spelling, name, arena);
    for (size_t at = 0; at < spelling->count;) {
        size_t taken;
        const struct sound *sound = sound_at(sounds, spelling, at, &taken, arena);
        struct text to = sound ? sound->to : plain_sound(sounds, spelling->letters[at], arena);
        builder_add(&out, spelling->capital[at] ? capitals_first(arena, to, lang) : to);
        at += sound ? taken : 1;
    }
    return builder_text(&out);
}

struct text transcription_of(struct lexicon *lexicon, struct text lang, struct text name) {
    struct sounds *sounds = sounds_of(lexicon, lang);
    if (sounds->count == 0 || name.size == 0)
        return TEXT_NONE;
    size_t at = text_hash(name) % KNOWN_NAMES;
    if (!text_equal(sounds->known[at].name, name)) {
        struct arena *scratch = arena_open();
        struct text written = write_name(sounds, lang, name, scratch);
        sounds->known[at].name = text_copy(lexicon_arena(lexicon), name);
        sounds->known[at].written = text_copy(lexicon_arena(lexicon), written);
        arena_close(scratch);
    }
    return sounds->known[at].written;
}
