#include "plain_name.h"

#include "builder.h"
#include "file.h"
#include "table.h"

#include <string.h>

struct plain_letter {
    struct text letter, plain, kept_by, only_in;
};

/* What was asked for once; `name` without bytes = a free place. */
struct known_name {
    struct text name, country, kept, plain;
};

enum { KNOWN_ROOM = 256 };

struct plain_letters {
    struct plain_letter *items;
    size_t count;
    struct known_name *known; /* by hash, `room` places, at most half of them taken */
    size_t known_count, room;
};

/* A folder without the table has no letters to replace. */
static struct plain_letters *read_letters(const struct geodata *geodata, struct arena *arena) {
    struct plain_letters *letters = ARENA_NEW(arena, struct plain_letters);
    letters->room = KNOWN_ROOM;
    letters->known = ARENA_ARRAY(arena, struct known_name, KNOWN_ROOM);
    const char *path = geodata_path(geodata, arena, "curated/plain_letters.tsv");
    struct table table;
    size_t letter, plain, kept, only;
    if (!file_exists(path) || !table_read_file(path, arena, &table, NULL) ||
        !table_column(&table, "letter", &letter, NULL) || !table_column(&table, "plain", &plain, NULL) ||
        !table_column(&table, "kept_by", &kept, NULL) || !table_column(&table, "only_in", &only, NULL))
        return letters;
    letters->items = ARENA_ARRAY(arena, struct plain_letter, table.row_count + 1);
    for (size_t i = 0; i < table.row_count; i++)
        letters->items[letters->count++] =
            (struct plain_letter){table_cell(&table, i, letter), table_cell(&table, i, plain),
                                  table_cell(&table, i, kept), table_cell(&table, i, only)};
    return letters;
}

static struct plain_letters *letters_of(const struct geodata *geodata, struct lexicon *lexicon) {
    void **slot = lexicon_slot(lexicon, TEXT("und"), "plain-letters");
    if (!*slot)
        *slot = read_letters(geodata, lexicon_arena(lexicon));
    return *slot;
}

static const struct plain_letter *letter_at(const struct plain_letters *letters, struct text name, size_t at,
                                            struct text country, struct text own) {
    for (size_t i = 0; i < letters->count; i++) {
        const struct plain_letter *letter = &letters->items[i];
        bool here = at + letter->letter.size <= name.size &&
                    memcmp(name.data + at, letter->letter.data, letter->letter.size) == 0;
        bool kept = country.size > 0 && text_find(letter->kept_by, country, 0) < letter->kept_by.size;
        bool meant = letter->only_in.size == 0 ||
                     (country.size > 0 && text_find(letter->only_in, country, 0) < letter->only_in.size);
        bool letter_of_own = text_find(own, letter->letter, 0) < own.size;
        if (here && meant && !kept && !letter_of_own)
            return letter;
    }
    return NULL;
}

static bool is_ascii(struct text name) {
    for (size_t i = 0; i < name.size; i++)
        if ((unsigned char)name.data[i] >= 0x80)
            return false;
    return true;
}

static struct known_name *find_known(const struct plain_letters *letters, struct text name, struct text country,
                                     struct text kept) {
    size_t at = text_hash(name) & (letters->room - 1);
    while (letters->known[at].name.size > 0 &&
           !(text_equal(letters->known[at].name, name) && text_equal(letters->known[at].country, country) &&
             text_equal(letters->known[at].kept, kept)))
        at = (at + 1) & (letters->room - 1);
    return &letters->known[at];
}

/* Each name is kept once: a gazetteer has so many, however long the run. */
static void keep_known(struct plain_letters *letters, struct arena *arena, struct known_name name) {
    if (2 * ++letters->known_count > letters->room) {
        struct plain_letters grown = *letters;
        grown.room = letters->room * 2;
        grown.known = ARENA_ARRAY(arena, struct known_name, grown.room);
        for (size_t i = 0; i < letters->room; i++)
            if (letters->known[i].name.size > 0)
                *find_known(&grown, letters->known[i].name, letters->known[i].country, letters->known[i].kept) =
                    letters->known[i];
        *letters = grown;
    }
    *find_known(letters, name.name, name.country, name.kept) =
        (struct known_name){text_copy(arena, name.name), text_copy(arena, name.country), text_copy(arena, name.kept),
                            text_copy(arena, name.plain)};
}

static struct text without_letters(const struct plain_letters *letters, struct text name, struct text country,
                                   struct text kept, struct arena *arena) {
    struct builder out = builder_new(arena);
    for (size_t at = 0; at < name.size;) {
        const struct plain_letter *letter =
            (unsigned char)name.data[at] < 0x80 ? NULL : letter_at(letters, name, at, country, kept);
        size_t next = at;
        text_next(name, &next);
        builder_add(&out, letter ? letter->plain : text_slice(name, at, next));
        at = letter ? at + letter->letter.size : next;
    }
    return builder_text(&out);
}

struct text plain_name(const struct geodata *geodata, struct lexicon *lexicon, struct text name, struct text country,
                       struct text kept) {
    if (is_ascii(name))
        return name;
    struct plain_letters *letters = letters_of(geodata, lexicon);
    struct known_name *known = find_known(letters, name, country, kept);
    if (known->name.size == 0) {
        struct arena *scratch = arena_open();
        struct text plain = without_letters(letters, name, country, kept, scratch);
        keep_known(letters, lexicon_arena(lexicon), (struct known_name){name, country, kept, plain});
        arena_close(scratch);
        known = find_known(letters, name, country, kept);
    }
    return known->plain;
}

enum script script_of(struct text text) {
    static const struct {
        uint32_t first, last;
        enum script script;
    } ranges[] = {{0x0, 0x40, SCRIPT_COMMON},        {0x41, 0x5A, SCRIPT_LATIN},     {0x5B, 0x60, SCRIPT_COMMON},
                  {0x61, 0x7A, SCRIPT_LATIN},        {0x7B, 0xBF, SCRIPT_COMMON},    {0xC0, 0x2AF, SCRIPT_LATIN},
                  {0x2B0, 0x36F, SCRIPT_COMMON},     {0x370, 0x3FF, SCRIPT_GREEK},   {0x400, 0x52F, SCRIPT_CYRILLIC},
                  {0x531, 0x58F, SCRIPT_ARMENIAN},   {0x591, 0x5F4, SCRIPT_HEBREW},  {0x600, 0x77F, SCRIPT_ARABIC},
                  {0x10A0, 0x10FF, SCRIPT_GEORGIAN}, {0x1E00, 0x1EFF, SCRIPT_LATIN}, {0x2000, 0x206F, SCRIPT_COMMON},
                  {0x3000, 0x303F, SCRIPT_COMMON},   {0x4E00, 0x9FFF, SCRIPT_HAN}};
    size_t at = 0;
    uint32_t letter = text.size > 0 ? text_next(text, &at) : 0;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (letter >= ranges[i].first && letter <= ranges[i].last)
            return ranges[i].script;
    return SCRIPT_OTHER;
}
