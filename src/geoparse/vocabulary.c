#include "vocabulary.h"

#include "fold.h"
#include "list.h"
#include "number.h"

#include <stdlib.h>

/* Languages with more endings than that decline their nouns. */
enum { MANY_ENDINGS = 16 };

static const char *const word_class_names[WORD_CLASSES] = {
    [WORD_STOP] = "stop",
    [WORD_FUNCTION] = "function",
    [WORD_TITLE] = "title",
    [WORD_FIRST_NAME] = "first name",
    [WORD_SAID] = "said",
    [WORD_ACTS] = "acts",
    [WORD_AUXILIARY] = "auxiliary",
    [WORD_LOCATIVE] = "locative",
    [WORD_COUNTERPART] = "counterpart",
    [WORD_BETWEEN] = "between",
    [WORD_AND] = "and",
    [WORD_WITH] = "with",
    [WORD_OF] = "of",
    [WORD_ARTICLE] = "article",
    [WORD_BORDER] = "border",
    [WORD_AGENT] = "agent",
    [WORD_OWN] = "own",
    [WORD_LINE] = "line",
    [WORD_SIDE] = "side",
    [WORD_NEAR] = "near",
    [WORD_ALONG] = "along",
    [WORD_RIVER] = "river",
    [WORD_UNIT] = "unit",
    [WORD_NORTH] = "north",
    [WORD_EAST] = "east",
    [WORD_SOUTH] = "south",
    [WORD_WEST] = "west",
    [WORD_GENERIC] = "generic",
    [WORD_TOWN] = "town",
    [WORD_STREET] = "street",
    [WORD_ORGANISATION] = "organisation",
    [WORD_BODY] = "body",
    [WORD_INSTITUTION] = "institution",
    [WORD_CALENDAR] = "calendar",
    [WORD_PEOPLE] = "people",
    [WORD_NEVER] = "never",
    [WORD_WHOLE] = "whole",
    [WORD_STUDY] = "study",
    [WORD_PARTICLE] = "particle",
    [WORD_TRAIT] = "trait",
};

static const char *const ending_kind_names[] = {
    [ENDING_NOUN] = "noun",
    [ENDING_ADJECTIVE] = "adjective",
    [ENDING_COMBINING] = "combining",
    [ENDING_PREFIX] = "prefix",
};

struct use_name {
    const char *name;
    enum name_use use;
};

static const struct use_name use_names[] = {
    {"adjective", NAME_ADJECTIVE},   {"people", NAME_PEOPLE},
    {"combining", NAME_COMBINING},   {"name", NAME_MAIN},
    {"government", NAME_GOVERNMENT}, {"historic", NAME_HISTORIC},
    {"short", NAME_SHORT},           {"abbreviation", NAME_ABBREVIATION},
};

/* Everything that is being made while the tables of a language are read. */
struct making {
    struct lexicon *lexicon;
    struct text language;
    struct arena *arena, *scratch;
    struct vocabulary *vocabulary;
    struct {
        struct ending *items;
        size_t count, capacity;
    } endings;
    struct {
        struct demonym *items;
        size_t count, capacity;
    } demonyms;
    struct error *error;
};

/* FNV-1a, so that the hash of every beginning of a word comes on the way. */
static uint64_t hash_start(void) {
    return UINT64_C(0xCBF29CE484222325);
}

static uint64_t hash_add(uint64_t hash, char c) {
    return (hash ^ (unsigned char)c) * UINT64_C(0x100000001B3);
}

static uint64_t hash_word(struct text word) {
    uint64_t hash = hash_start();
    for (size_t i = 0; i < word.size; i++)
        hash = hash_add(hash, word.data[i]);
    return hash;
}

static size_t slot_of(const struct word_set *set, uint64_t hash) {
    size_t slot = (size_t)(hash ^ (hash >> 32)) & set->mask;
    while (set->entries[slot].hash != 0 && set->entries[slot].hash != hash)
        slot = (slot + 1) & set->mask;
    return slot;
}

static void grow_set(struct word_set *set, struct arena *arena) {
    struct word_set larger = {NULL, set->entries ? set->mask * 2 + 1 : 255, set->count};
    larger.entries = ARENA_ARRAY(arena, struct word_entry, larger.mask + 1);
    for (size_t i = 0; set->entries && i <= set->mask; i++)
        if (set->entries[i].hash != 0)
            larger.entries[slot_of(&larger, set->entries[i].hash)] = set->entries[i];
    *set = larger;
}

static void add_to_set(struct word_set *set, uint64_t hash, uint64_t classes, struct arena *arena) {
    if (!set->entries || set->count * 2 > set->mask)
        grow_set(set, arena);
    struct word_entry *entry = &set->entries[slot_of(set, hash)];
    set->count += entry->hash == 0;
    entry->hash = hash;
    entry->classes |= classes;
}

static uint64_t classes_in_set(const struct word_set *set, uint64_t hash) {
    return set->entries ? set->entries[slot_of(set, hash)].classes : 0;
}

/* "word" or "stem*". */
static void add_word(struct making *making, struct text word, enum word_class class) {
    struct vocabulary *vocabulary = making->vocabulary;
    bool stem = text_ends(word, TEXT("*"));
    struct text folded = fold_key(making->scratch, stem ? text_slice(word, 0, word.size - 1) : word);
    if (folded.size == 0)
        return;
    add_to_set(stem ? &vocabulary->stems : &vocabulary->words, hash_word(folded), WORD_BIT(class), making->arena);
    if (stem && (vocabulary->shortest_stem == 0 || folded.size < vocabulary->shortest_stem))
        vocabulary->shortest_stem = folded.size;
}

static bool find_columns(const struct table *table, const char *const names[], size_t columns[], size_t count,
                         struct error *error) {
    for (size_t i = 0; i < count; i++)
        if (!table_column(table, names[i], &columns[i], error))
            return false;
    return true;
}

static bool bad_row(const struct making *making, const struct table *table, size_t row, const char *what,
                    struct text value) {
    return error_set(making->error, ERROR_ENVIRONMENT, "%.*s: line %zu: unknown %s '%.*s'", TEXT_ARGS(table->name),
                     table->lines[row], what, TEXT_ARGS(value));
}

static void add_trait(struct vocabulary *vocabulary, struct text trait) {
    vocabulary->capital_demonyms |= text_is(trait, "capital demonyms");
    vocabulary->capital_nouns |= text_is(trait, "capital nouns");
    vocabulary->postpositions |= text_is(trait, "postpositions");
    vocabulary->small_demonyms |= text_is(trait, "small demonyms");
    vocabulary->apostrophe_letters |= text_is(trait, "apostrophe letters");
    vocabulary->bare_towns |= text_is(trait, "bare towns");
    vocabulary->ezafe |= text_is(trait, "ezafe");
}

static bool find_class(struct text name, enum word_class *class) {
    for (size_t i = 0; i < WORD_CLASSES; i++)
        if (text_is(name, word_class_names[i])) {
            *class = (enum word_class)i;
            return true;
        }
    return false;
}

static bool add_classified(struct making *making, const struct table *table, size_t row, const size_t columns[]) {
    struct vocabulary *vocabulary = making->vocabulary;
    struct text name = table_cell(table, row, columns[0]), word = table_cell(table, row, columns[1]);
    if (text_is(name, "home")) {
        if (vocabulary->home_count < sizeof vocabulary->homes / sizeof *vocabulary->homes)
            vocabulary->homes[vocabulary->home_count++] = word;
        return true;
    }
    enum word_class class;
    if (!find_class(name, &class))
        return bad_row(making, table, row, "class", name);
    if (class == WORD_TRAIT)
        add_trait(vocabulary, word);
    else
        add_word(making, word, class);
    return true;
}

/* Tables with the columns class and text. A text may be several words, parted by '|'. */
static bool read_classified(struct making *making, const char *name) {
    static const char *const names[] = {"class", "text"};
    const struct table *table;
    size_t columns[2];
    if (!lexicon_table(making->lexicon, making->language, name, &table, making->error))
        return false;
    if (table->row_count == 0)
        return true;
    if (!find_columns(table, names, columns, 2, making->error))
        return false;
    for (size_t row = 0; row < table->row_count; row++)
        if (!add_classified(making, table, row, columns))
            return false;
    return true;
}

/* Tables with the column text: all words of one class. */
static bool read_words(struct making *making, struct text language, const char *name, enum word_class class) {
    const struct table *table;
    size_t column;
    if (!lexicon_table(making->lexicon, language, name, &table, making->error))
        return false;
    if (table->row_count == 0)
        return true;
    if (!table_column(table, "text", &column, making->error))
        return false;
    for (size_t row = 0; row < table->row_count; row++)
        add_word(making, table_cell(table, row, column), class);
    return true;
}

static bool find_ending_kind(struct text name, enum ending_kind *kind) {
    for (size_t i = 0; i < sizeof ending_kind_names / sizeof *ending_kind_names; i++)
        if (text_is(name, ending_kind_names[i])) {
            *kind = (enum ending_kind)i;
            return true;
        }
    return false;
}

static bool read_endings(struct making *making) {
    static const char *const names[] = {"kind", "ending", "replacement", "minimum"};
    const struct table *table;
    size_t columns[4];
    if (!lexicon_table(making->lexicon, making->language, "endings", &table, making->error))
        return false;
    if (table->row_count == 0)
        return true;
    if (!find_columns(table, names, columns, 4, making->error))
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        struct ending ending = {ENDING_NOUN, TEXT_NONE, TEXT_NONE, 0};
        int64_t minimum;
        if (!find_ending_kind(table_cell(table, row, columns[0]), &ending.kind))
            return bad_row(making, table, row, "kind", table_cell(table, row, columns[0]));
        if (!number_read_whole(table_cell(table, row, columns[3]), &minimum) || minimum < 0)
            return bad_row(making, table, row, "minimum", table_cell(table, row, columns[3]));
        ending.ending = fold_key(making->arena, table_cell(table, row, columns[1]));
        ending.replacement = fold_key(making->arena, table_cell(table, row, columns[2]));
        ending.minimum = (size_t)minimum;
        *LIST_PUSH(making->arena, &making->endings) = ending;
    }
    making->vocabulary->endings = making->endings.items;
    making->vocabulary->ending_count = making->endings.count;
    making->vocabulary->declines = making->endings.count > MANY_ENDINGS;
    for (size_t i = 0; i < making->endings.count; i++)
        making->vocabulary->prefixes |= making->endings.items[i].kind == ENDING_PREFIX;
    return true;
}

static bool read_letters(struct making *making) {
    static const char *const names[] = {"from", "to"};
    const struct table *table;
    size_t columns[2];
    if (!lexicon_table(making->lexicon, making->language, "letters", &table, making->error))
        return false;
    if (table->row_count == 0)
        return true;
    if (!find_columns(table, names, columns, 2, making->error))
        return false;
    making->vocabulary->letters = ARENA_ARRAY(making->arena, struct letter, table->row_count);
    for (size_t row = 0; row < table->row_count; row++)
        making->vocabulary->letters[row] =
            (struct letter){table_cell(table, row, columns[0]), table_cell(table, row, columns[1])};
    making->vocabulary->letter_count = table->row_count;
    return true;
}

static bool find_use(struct text name, enum name_use *use) {
    for (size_t i = 0; i < sizeof use_names / sizeof *use_names; i++)
        if (text_is(name, use_names[i].name)) {
            *use = use_names[i].use;
            return true;
        }
    return false;
}

static int compare_demonyms(const void *a, const void *b) {
    const struct demonym *left = a, *right = b;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    if (left->reading.place != right->reading.place)
        return left->reading.place < right->reading.place ? -1 : 1;
    return (int)left->reading.use - (int)right->reading.use;
}

/* A place that the gazetteer does not have (a small one, in tests) is left out. */
static bool read_demonyms(struct making *making) {
    static const char *const names[] = {"ref", "use", "text"};
    const struct table *table;
    size_t columns[3];
    if (!lexicon_table(making->lexicon, making->language, "demonyms", &table, making->error))
        return false;
    if (table->row_count == 0)
        return true;
    if (!find_columns(table, names, columns, 3, making->error))
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        enum name_use use;
        if (!find_use(table_cell(table, row, columns[1]), &use))
            return bad_row(making, table, row, "use", table_cell(table, row, columns[1]));
        place_id place = gazetteer_place_of(making->vocabulary->gazetteer, table_cell(table, row, columns[0]));
        struct text folded = fold_key(making->scratch, table_cell(table, row, columns[2]));
        if (place != PLACE_NONE && folded.size > 0)
            *LIST_PUSH(making->arena, &making->demonyms) =
                (struct demonym){hash_word(folded), {.place = place, .use = (uint8_t)use}};
    }
    if (making->demonyms.count > 1)
        qsort(making->demonyms.items, making->demonyms.count, sizeof *making->demonyms.items, compare_demonyms);
    making->vocabulary->demonyms = making->demonyms.items;
    making->vocabulary->demonym_count = making->demonyms.count;
    return true;
}

enum { CAPITALS = 320 };

/* The greatest places of the world, capitals first. */
static void find_capitals(struct making *making) {
    struct vocabulary *vocabulary = making->vocabulary;
    vocabulary->capitals = ARENA_ARRAY(making->arena, place_id, CAPITALS);
    struct bounds world = {-180, -90, 180, 90};
    vocabulary->capital_count = gazetteer_within(vocabulary->gazetteer, world, CAPITALS, vocabulary->capitals);
}

static bool read_all(struct making *making) {
    return read_classified(making, "context") && read_classified(making, "border") &&
           read_classified(making, "titles") && read_words(making, making->language, "stop", WORD_STOP) &&
           read_words(making, making->language, "names", WORD_FIRST_NAME) &&
           (text_is(making->language, "en") || read_words(making, TEXT("en"), "names", WORD_FIRST_NAME)) &&
           read_endings(making) && read_letters(making) && read_demonyms(making);
}

static bool make_vocabulary(struct lexicon *lexicon, const struct gazetteer *gazetteer, struct text language,
                            struct vocabulary **vocabulary, struct error *error) {
    struct making making = {.lexicon = lexicon, .language = language, .arena = lexicon_arena(lexicon), .error = error};
    making.vocabulary = ARENA_NEW(making.arena, struct vocabulary);
    making.vocabulary->gazetteer = gazetteer;
    making.scratch = arena_open();
    find_capitals(&making);
    bool done = read_all(&making);
    arena_close(making.scratch);
    if (done)
        *vocabulary = making.vocabulary;
    return done;
}

/* A language with no words and no endings of its own is read with English ones. */
static bool has_words(struct lexicon *lexicon, struct text language, bool *answer, struct error *error) {
    const struct table *context, *endings;
    if (!lexicon_table(lexicon, language, "context", &context, error) ||
        !lexicon_table(lexicon, language, "endings", &endings, error))
        return false;
    *answer = context->row_count + endings->row_count > 0;
    return true;
}

bool vocabulary_find(struct lexicon *lexicon, const struct gazetteer *gazetteer, struct text language,
                     const struct vocabulary **vocabulary, struct error *error) {
    bool known = false;
    if (!lexicon_open_language(lexicon, language, error) || !has_words(lexicon, language, &known, error))
        return false;
    struct text own = known ? language : TEXT("en");
    void **slot = lexicon_slot(lexicon, own, "geoparse");
    struct vocabulary *kept = *slot;
    if (!kept || kept->gazetteer != gazetteer) {
        if (!lexicon_open_language(lexicon, own, error) || !make_vocabulary(lexicon, gazetteer, own, &kept, error))
            return false;
        *slot = kept;
    }
    *vocabulary = kept;
    return true;
}

static uint64_t classes_of_word(const struct vocabulary *vocabulary, struct text folded) {
    uint64_t hash = hash_start(), classes = 0;
    for (size_t i = 0; i < folded.size; i++) {
        hash = hash_add(hash, folded.data[i]);
        if (i + 1 >= vocabulary->shortest_stem && vocabulary->shortest_stem > 0)
            classes |= classes_in_set(&vocabulary->stems, hash);
    }
    return classes | classes_in_set(&vocabulary->words, hash);
}

/* "وإن": a small word behind another one that is written together with it. */
static uint64_t classes_behind_prefix(const struct vocabulary *vocabulary, struct text folded) {
    static const uint64_t kept =
        WORD_BIT(WORD_FUNCTION) | WORD_BIT(WORD_STOP) | WORD_BIT(WORD_NEVER) | WORD_BIT(WORD_CALENDAR);
    uint64_t classes = 0;
    for (size_t i = 0; i < vocabulary->ending_count; i++) {
        const struct ending *prefix = &vocabulary->endings[i];
        if (prefix->kind == ENDING_PREFIX && prefix->replacement.size == 0 && text_starts(folded, prefix->ending))
            classes |= kept & classes_of_word(vocabulary, text_slice(folded, prefix->ending.size, folded.size));
    }
    return classes;
}

uint64_t vocabulary_classes(const struct vocabulary *vocabulary, struct text folded) {
    uint64_t classes = classes_of_word(vocabulary, folded);
    return classes == 0 && vocabulary->prefixes ? classes_behind_prefix(vocabulary, folded) : classes;
}

const struct demonym *vocabulary_demonyms(const struct vocabulary *vocabulary, struct text folded, size_t *count) {
    uint64_t hash = hash_word(folded);
    size_t low = 0, high = vocabulary->demonym_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (vocabulary->demonyms[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < vocabulary->demonym_count && vocabulary->demonyms[end].hash == hash)
        end++;
    *count = end - low;
    return end > low ? vocabulary->demonyms + low : NULL;
}
