#include "groups.h"

#include "builder.h"
#include "kind.h"
#include "list.h"
#include "pattern.h"

enum { CODE = 2, INFLECTED_LETTERS = 4 };

/* One name of one group. */
struct group_name {
    struct text ref, name, countries;
    bool acronym, common;
};

static struct text countries_of(const struct table *groups, size_t ref_column, size_t column, struct text ref) {
    size_t low = 0, high = groups->row_count; /* sorted by reference */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (text_compare(table_cell(groups, middle, ref_column), ref) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < groups->row_count && text_equal(table_cell(groups, low, ref_column), ref);
    return found ? table_cell(groups, low, column) : TEXT_NONE;
}

/* Signs that patterns take for their own are blanks; each longer word may have an ending ("Хезболлы"). */
static struct text pattern_of(struct text name, bool inflected, struct arena *arena) {
    struct builder out = builder_new(arena);
    struct text rest = name, word;
    while (text_split(&rest, ' ', &word)) {
        if (word.size == 0)
            continue;
        size_t letters = 0, last = 0;
        for (size_t at = 0; at < word.size; letters++) {
            last = at;
            text_next(word, &at);
        }
        size_t vowel = last;
        uint32_t c = text_next(word, &vowel);
        static const uint32_t endings[] = {'a', 'e', 'o', 0x430, 0x44F, 0x44C, 0x439, 0x43E, 0x435};
        bool cut = false;
        for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
            cut |= c == endings[i];
        bool ends = inflected && letters >= INFLECTED_LETTERS;
        for (size_t at = 0; at < (ends && cut ? last : word.size);) {
            size_t start = at;
            uint32_t letter = text_next(word, &at);
            bool mark = letter == '*' || letter == '~' || letter == '|' || letter == '_' || letter == '.' ||
                        letter == '(' || letter == ')' || letter == ',' || letter == '"';
            builder_add(&out, mark ? TEXT(" ") : text_slice(word, start, at));
        }
        builder_add(&out, ends ? TEXT("~ ") : TEXT(" "));
    }
    return builder_text(&out);
}

static bool has_endings(struct text language) {
    static const char *const plain[] = {"en", "fr", "es", "it", "pt", "de", "zh", "fa"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (text_is(language, plain[i]))
            return false;
    return true;
}

static bool read_book(struct lexicon *lexicon, struct text language, struct pattern_book **book, struct error *error) {
    void **slot = lexicon_slot(lexicon, language, "group names");
    *book = *slot;
    if (*slot != NULL)
        return true;
    const struct table *groups, *names;
    size_t ref = 0, lang = 0, name = 0, use = 0, flag = 0, group_ref = 0, countries = 0;
    if (!lexicon_facts(lexicon, "groups", &groups, error) || !lexicon_facts(lexicon, "group_names", &names, error))
        return false;
    struct arena *arena = lexicon_arena(lexicon);
    struct pattern_book *fresh = pattern_book_new(arena);
    if (names->row_count > 0 &&
        (!table_column(names, "ref", &ref, error) || !table_column(names, "lang", &lang, error) ||
         !table_column(names, "name", &name, error) || !table_column(names, "use", &use, error) ||
         !table_column(names, "flag", &flag, error) || !table_column(groups, "ref", &group_ref, error) ||
         !table_column(groups, "countries", &countries, error)))
        return false;
    for (size_t row = 0; row < names->row_count; row++) {
        struct text of = table_cell(names, row, lang);
        bool own = text_equal(of, language), acronym = text_is(table_cell(names, row, use), "acronym");
        if (!own && !(text_is(of, "en") && !text_is(language, "en")))
            continue;
        struct group_name *meaning = ARENA_NEW(arena, struct group_name);
        *meaning = (struct group_name){table_cell(names, row, ref), table_cell(names, row, name), TEXT_NONE, acronym,
                                       text_is(table_cell(names, row, flag), "common")};
        meaning->countries = countries_of(groups, group_ref, countries, meaning->ref);
        struct text pattern = pattern_of(meaning->name, own && has_endings(language) && !acronym, arena);
        (void)pattern_add(fresh, pattern, meaning); /* a name of too many words is found by its others */
    }
    *slot = fresh;
    *book = fresh;
    return true;
}

/* What was found at one word. */
struct group_search {
    const struct article *article;
    const struct words *words;
    struct text near; /* ','-list of the countries of the article's places */
    uint32_t word, end;
    const struct group_name *best;
};

static bool lists(struct text countries, struct text code) {
    struct text rest = countries, part;
    while (code.size == CODE && text_split(&rest, ',', &part))
        if (text_equal(part, code))
            return true;
    return false;
}

static bool is_near(struct text countries, struct text near) {
    struct text rest = countries, part;
    while (text_split(&rest, ',', &part))
        if (lists(near, part))
            return true;
    return false;
}

static void take_name(void *context, void *of, uint32_t end) {
    struct group_search *search = context;
    const struct group_name *name = of;
    struct span span = words_span(search->words, search->word, end);
    struct text said = text_slice(article_field_text(search->article, span.field), span.start, span.end);
    bool spelt = name->acronym || name->name.size <= INFLECTED_LETTERS;
    bool capital = false;
    for (uint32_t w = search->word; w < end; w++)
        capital |= search->words->items[w].capital;
    bool exact = text_starts(said, name->name) || (name->name.size > 3 && search->words->items[search->word].cased);
    if ((spelt && !exact) || (!capital && (spelt || name->common)))
        return;
    bool longer = end > search->end;
    bool better = end == search->end && search->best != NULL && is_near(name->countries, search->near) &&
                  !is_near(search->best->countries, search->near);
    if (longer || better) {
        search->best = name;
        search->end = end;
    }
}

static struct text countries_near(const struct geoparse *geoparse, const struct gazetteer *gazetteer,
                                  struct arena *arena) {
    struct builder out = builder_new(arena);
    for (size_t m = 0; m < geoparse->mention_count; m++) {
        const struct mention *mention = &geoparse->mentions[m];
        if (mention->place == PLACE_NONE)
            continue;
        struct place place = gazetteer_place(gazetteer, mention->place);
        struct text code = place.countries.size > 0 ? place.countries : place.country;
        builder_add(&out, code);
        builder_add(&out, TEXT(","));
    }
    return builder_text(&out);
}

/* Words that may mean something else: an armed act in their sentence, or their country, or the group by another name.
 */
static bool is_supported(const struct group_mentions *mentions, const struct group_mention *mention,
                         const struct words *words, const struct cues *cues, struct text near) {
    if (!mention->common)
        return true;
    for (size_t i = 0; i < mentions->count; i++)
        if (!mentions->items[i].common && text_equal(mentions->items[i].ref, mention->ref))
            return true;
    uint32_t sentence = words->items[mention->first].sentence;
    bool act = false;
    for (uint32_t w = words->sentence_first[sentence]; w < words->sentence_first[sentence + 1]; w++) {
        const struct cue *event = cues_at(cues, CUES_EVENTS, w), *claim = cues_at(cues, CUES_CLAIMS, w);
        act |= event != NULL && event->role == CUE_EVENT && kind_has((enum incident_kind)event->value, KIND_VIOLENT);
        act |= claim != NULL && claim->role == CUE_IRREGULARS;
    }
    return act && is_near(mention->countries, near);
}

bool groups_read(struct lexicon *lexicon, const struct article *article, const struct geoparse *geoparse,
                 const struct gazetteer *gazetteer, const struct words *words, const struct cues *cues,
                 struct arena *arena, struct group_mentions *mentions, struct error *error) {
    struct pattern_book *book;
    if (!read_book(lexicon, article->language, &book, error))
        return false;
    struct group_mentions all = {0};
    struct group_search search = {.article = article, .words = words};
    for (uint32_t word = 0; word < words->count; word++) {
        search.word = word;
        search.end = word;
        search.best = NULL;
        pattern_match(book, words, word, take_name, &search);
        if (search.best == NULL)
            continue;
        *LIST_PUSH(arena, &all) =
            (struct group_mention){word, search.end, search.best->ref, search.best->countries, search.best->common};
        word = search.end - 1;
    }
    struct text near = all.count > 0 ? countries_near(geoparse, gazetteer, arena) : TEXT_NONE;
    *mentions = (struct group_mentions){0};
    for (size_t i = 0; i < all.count; i++)
        if (is_supported(&all, &all.items[i], words, cues, near))
            *LIST_PUSH(arena, mentions) = all.items[i];
    return true;
}
