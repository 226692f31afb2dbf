/* The day that a page was published. */
#include "formats.h"
#include "language.h"
#include "list.h"
#include "page.h"
#include "printed_date.h"

#include <string.h>

enum { LONGEST_DATE_LINE = 160, LINES_ABOVE = 6, LINES_BELOW = 10, MOST_DATES = 100, MOST_NODES = 12 };

static uint32_t parent_of(const struct page *page, uint32_t node) {
    return page->markup->nodes[node].parent;
}

static bool holds(const struct page *page, uint32_t node, uint32_t inner) {
    return inner >= node && inner < page->markup->nodes[node].end;
}

/* The innermost element that holds the main text and the title: what dates stand in it are the article's. */
static uint32_t find_region(const struct page *page) {
    uint32_t region = page->body;
    while (region > 0 && page->heading > 0 && !holds(page, region, page->heading))
        region = parent_of(page, region);
    return region;
}

/* Stands in an article, a comment or a list's item of its own inside the region. */
static bool is_of_another(const struct page *page, uint32_t node, uint32_t region) {
    for (uint32_t i = parent_of(page, node); i > region; i = parent_of(page, i)) {
        uint16_t tag = page->markup->nodes[i].tag;
        if ((tag == TAG_ARTICLE || tag == TAG_LI) && !holds(page, i, page->body))
            return true;
    }
    return false;
}

static bool is_noise(const struct page *page, uint32_t node) {
    for (uint32_t i = node; i > 0; i = parent_of(page, i))
        if (page->noise[i])
            return true;
    return false;
}

static void say(struct page *page, enum date_rank rank, struct text stamp, struct text from) {
    if (stamp.size > 0)
        *LIST_PUSH(page->markup->arena, &page->head.dates) = (struct date_said){rank, stamp, from};
}

static struct text stamp_of(const struct page *page, uint32_t node) {
    static const char *const names[] = {"datetime", "content", "title", "data-ts", "data-timestamp", NULL};
    for (size_t i = 0; names[i]; i++) {
        struct text value = markup_value(page->markup, node, names[i]);
        if (value.size > 0)
            return value;
    }
    bool small = page->markup->nodes[node].end - node <= MOST_NODES; /* a stamp, no part of the page */
    return small ? markup_text(page->markup, node) : TEXT_NONE;
}

static bool word_in(struct text names, const char *word) {
    return text_find(names, text_of(word), 0) < names.size;
}

/* <time> that says it is that of a change. */
static bool is_of_change(const struct page *page, uint32_t node) {
    struct text names = markup_value(page->markup, node, "class");
    struct text item = markup_value(page->markup, node, "itemprop");
    return (word_in(names, "updated") && !word_in(names, "published")) || word_in(names, "modified") ||
           word_in(item, "dateModified");
}

static bool is_published_item(const struct page *page, uint32_t node) {
    struct text item = markup_value(page->markup, node, "itemprop");
    return markup_same(item, "datepublished") || markup_same(item, "datecreated");
}

/* Elements below the region that carry a stamp. */
static void say_elements(struct page *page, uint32_t region) {
    const struct markup *markup = page->markup;
    uint32_t end = markup->nodes[region].end;
    size_t looked = 0;
    for (uint32_t i = region; i < end && looked < MOST_DATES; i++) {
        const struct markup_node *node = &markup->nodes[i];
        if (node->tag == TAG_TEXT || node->attribute_count == 0)
            continue;
        bool item = is_published_item(page, i), time = node->tag == TAG_TIME && !is_of_change(page, i);
        bool stamped = markup_has(markup, i, "data-ts") || markup_has(markup, i, "data-timestamp");
        looked += item || time || stamped;
        if ((!item && !time && !stamped) || is_of_another(page, i, region) || (!item && is_noise(page, i)))
            continue;
        say(page, item ? RANK_ITEMPROP : RANK_TIME, stamp_of(page, i),
            item   ? TEXT("itemprop datePublished")
            : time ? TEXT("<time>")
                   : TEXT("a time stamp"));
    }
}

/* Items of microdata outside the region count too: a <meta itemprop> may stand anywhere. */
static void say_items(struct page *page) {
    const struct markup *markup = page->markup;
    size_t looked = 0;
    for (uint32_t i = 1; i < markup->count && looked < MOST_DATES; i++) {
        bool item = markup->nodes[i].tag != TAG_TEXT && markup->nodes[i].attribute_count && is_published_item(page, i);
        looked += item;
        if (item && !is_of_another(page, i, 0))
            say(page, RANK_ITEMPROP, stamp_of(page, i), TEXT("itemprop datePublished"));
    }
}

/* The block of the title, or of the first prose of the main text. */
static size_t find_anchor(const struct page *page, const struct block_list *blocks) {
    for (size_t i = 0; i < blocks->count; i++)
        if (page->heading > 0 && blocks->items[i].first == page->heading)
            return i;
    for (size_t i = 0; i < blocks->count; i++)
        if (holds(page, page->body, blocks->items[i].first) && page_is_prose(page->markup, &blocks->items[i]))
            return i;
    return blocks->count;
}

struct printed_search {
    const struct page *page;
    const struct calendar_words *words;
    struct block_list blocks;
    uint32_t region;
    size_t anchor;
};

static bool read_line(const struct printed_search *search, size_t index, bool inside, struct date *date) {
    const struct block *block = &search->blocks.items[index];
    struct printed_date found;
    if (block->text.size > LONGEST_DATE_LINE || page_is_prose(search->page->markup, block) ||
        holds(search->page, search->region, block->first) != inside ||
        is_of_another(search->page, block->first, inside ? search->region : 0) ||
        !printed_date_find(search->words, block->text, 0, false, &found))
        return false;
    *date = found.date;
    return true;
}

/* Beside the title, the nearest line first: below it until the text begins, and above it. */
static bool find_beside(const struct printed_search *search, struct date *date) {
    size_t prose = 0, count = search->blocks.count;
    for (size_t step = 1; step <= LINES_BELOW && search->anchor < count; step++) {
        size_t below = search->anchor + step;
        prose += below < count && page_is_prose(search->page->markup, &search->blocks.items[below]);
        if (below < count && prose <= 1 && read_line(search, below, true, date))
            return true;
        if (step <= search->anchor && read_line(search, search->anchor - step, true, date))
            return true;
    }
    for (size_t step = 1; step <= LINES_ABOVE && step <= search->anchor && search->anchor < count; step++)
        if (read_line(search, search->anchor - step, false, date))
            return true;
    return false;
}

static bool find_printed(const struct page *page, uint32_t region, struct date *date) {
    struct printed_search search = {.page = page, .region = region, .blocks = page->all};
    struct text language = language_tag(page->head.language, page->markup->arena);
    language = language.size ? language : language_detect(page->text, page->markup->arena);
    search.words = calendar_words_open(language, page->markup->arena);
    search.anchor = find_anchor(page, &search.blocks);
    if (find_beside(&search, date))
        return true;
    struct printed_date found;
    bool titled = printed_date_find(search.words, page->head.title, 0, false, &found);
    *date = titled ? found.date : *date;
    return titled;
}

static bool in_universal_time(struct text stamp) {
    return text_ends(stamp, TEXT("Z")) || text_ends(stamp, TEXT("+00:00")) || text_ends(stamp, TEXT("+0000"));
}

static bool has_zone(struct text stamp) {
    size_t clock = text_find(stamp, TEXT("T"), 0);
    struct text time = text_slice(stamp, clock, stamp.size);
    return !in_universal_time(stamp) &&
           (text_find(time, TEXT("+"), 0) < time.size || text_find(time, TEXT("-"), 0) < time.size);
}

/* The day in the page's own zone, where it says the same moment a second time with a zone. */
static void move_to_zone(const struct page *page, struct text stamp, struct date *date) {
    for (size_t i = 0; in_universal_time(stamp) && i < page->head.dates.count; i++) {
        struct date other;
        const struct date_said *said = &page->head.dates.items[i];
        if (said->rank < RANK_ADDRESS && has_zone(said->stamp) && stamp_read(said->stamp, &other)) {
            int64_t apart = date_days(other) - date_days(*date);
            *date = apart == 1 || apart == -1 ? other : *date;
        }
    }
}

static bool read_ranked(const struct page *page, enum date_rank first, enum date_rank last, struct date *date,
                        struct text *from) {
    for (enum date_rank rank = first; rank <= last; rank++)
        for (size_t i = 0; i < page->head.dates.count; i++) {
            const struct date_said *said = &page->head.dates.items[i];
            if (said->rank == rank && stamp_read(said->stamp, date) && date->day > 0) {
                move_to_zone(page, said->stamp, date);
                *from = said->from;
                return true;
            }
        }
    return false;
}

bool page_date_find(struct page *page, struct date *date, struct text *from) {
    uint32_t region = find_region(page);
    say_elements(page, region);
    say_items(page);
    if (read_ranked(page, RANK_LINKED_ARTICLE, RANK_TIME, date, from))
        return true;
    if (find_printed(page, region, date)) {
        *from = TEXT("printed on the page");
        return true;
    }
    return read_ranked(page, RANK_ADDRESS, RANK_MODIFIED, date, from);
}
