#include "draft_casualty.h"

static struct count_range *count_of(struct draft *draft, enum toll_kind kind, struct span **span) {
    if (kind == TOLL_KILLED || kind == TOLL_WOUNDED) {
        *span = kind == TOLL_KILLED ? &draft->killed_span : &draft->wounded_span;
        return kind == TOLL_KILLED ? &draft->killed : &draft->wounded;
    }
    *span = &draft->other_spans[kind];
    return &draft->others[kind];
}

/* The first count stands, unless the text mends that of the title, tells a newer toll, or another source says another
 * number: what follows are mostly parts of it. */
static void add_casualty(struct draft *draft, const struct casualty *casualty, struct span span, bool other_source) {
    struct span *of;
    struct count_range *count = count_of(draft, casualty->kind, &of);
    int64_t known = greatest_of(*count), said = greatest_of(casualty->count);
    bool mends = (of->field == ARTICLE_TITLE && said >= known) || casualty->mends;
    if (said < 0)
        return;
    if (known >= 0 && (!mends || other_source)) {
        bool exact = count->low == count->high && casualty->count.low == casualty->count.high;
        if (other_source && exact && said != known) {
            count->low = said < known ? said : known;
            count->high = said < known ? known : said;
        }
        return;
    }
    *count = casualty->count;
    *of = span;
    draft->both_sides |= casualty->both_sides;
}

/* The words of a source stand between the two counts, or beside both: "the police say four, the hospital six". */
static bool is_other_source(const struct notes *notes, const struct casualty *casualty) {
    uint32_t sentence = notes->words.items[casualty->word].sentence;
    uint32_t first = notes_first(notes, sentence), end = notes_end(notes, sentence);
    return notes_has(notes, CUE_OTHER_SOURCE, first, end);
}

/* The words name a place of their own, which is not where the draft is. */
static bool is_elsewhere(const struct notes *notes, const struct draft *draft, uint32_t word) {
    struct site site = sites_choose(notes, word, word + 1, INCIDENT_OTHER);
    return site.found && draft->site.found && site_rank(&site) >= 3 &&
           !sites_agree(notes->gazetteer, &site, &draft->site);
}

/* The sentence dates itself into the past, and tells no event: its dead are not those of the news. */
static bool tells_of_old(const struct notes *notes, uint32_t sentence) {
    for (uint32_t d = notes->date_first[sentence]; d < notes->date_first[sentence + 1]; d++) {
        const struct dated_words *date = &notes->dates.items[d];
        struct when when = {.known = true, .start = date->start, .end = date->end_day};
        if (date->start.year > 0 && !date->compared && tellings_is_old(&when, notes->anchor))
            return true;
    }
    return false;
}

void draft_add_casualty(const struct notes *notes, struct draft *draft, const struct casualty *casualty) {
    uint32_t sentence = notes->words.items[casualty->word].sentence;
    bool told = draft->last_sentence == sentence;
    if (!told && (is_elsewhere(notes, draft, casualty->word) || (!draft->past && tells_of_old(notes, sentence))))
        return;
    add_casualty(draft, casualty, words_span(&notes->words, casualty->first, casualty->end),
                 is_other_source(notes, casualty));
}
