/* The title: what is printed as such, which is what <title> or og:title hold besides the site's name. */
#include "list.h"
#include "page.h"

#include <string.h>

enum { SHORTEST_TITLE = 8, LONGEST_TITLE = 400, MOST_PARTS = 8 };

/* What parts a title from the name of its site, and from its section. */
static const char *const separators[] = {" | ", " :: ", " • ", " · ", " » ", " « ", " – ", " — ", " - ",
                                         " / ", " > ",  "|",   "_",   " ‹ ", " ~ ", ": ",  NULL};

static bool is_bar(struct text text, size_t at, size_t *size) {
    for (size_t i = 0; separators[i]; i++) {
        *size = strlen(separators[i]);
        if (text_starts(text_slice(text, at, text.size), text_of(separators[i])))
            return true;
    }
    return false;
}

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool same(struct text a, struct text b) {
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (small(a.data[i]) != small(b.data[i]))
            return false;
    return true;
}

/* `part` stands in `whole` at its start or behind a separator, and ends at its end or before one. */
static bool is_part(struct text whole, struct text part) {
    size_t size;
    if (same(whole, part))
        return true;
    if (part.size > whole.size)
        return false;
    bool starts = same(text_slice(whole, 0, part.size), part) && is_bar(whole, part.size, &size);
    bool ends = same(text_slice(whole, whole.size - part.size, whole.size), part);
    for (size_t at = whole.size - part.size, back = 1; ends && back <= 6 && back <= at; back++)
        if (is_bar(whole, at - back, &size) && size >= back)
            return true;
    return starts;
}

static struct text cut_end(struct text title, struct text site) {
    size_t size;
    for (size_t at = title.size; at-- > 1;) {
        if (!is_bar(title, at, &size))
            continue;
        struct text last = text_trim(text_slice(title, at + size, title.size));
        bool named = site.size > 0 && (same(last, site) || text_starts(site, last) || text_starts(last, site));
        return named ? text_trim(text_slice(title, 0, at)) : title;
    }
    return title;
}

/* Without the site's name at either end. */
static struct text without_site(struct text title, struct text site) {
    struct text cut = cut_end(title, site);
    size_t size;
    if (site.size > 0 && cut.size > site.size && same(text_slice(cut, 0, site.size), site) &&
        is_bar(cut, site.size, &size))
        cut = text_trim(text_slice(cut, site.size + size, cut.size));
    return cut.size >= SHORTEST_TITLE ? cut : title;
}

/* A last part that is short beside the rest is a site's name, though nothing says so. */
static struct text without_tail(struct text title) {
    static const char *const sure[] = {" | ", " :: ", " • ", " · ", " » ", " – ", " — ", " - "};
    for (size_t i = 0; i < sizeof sure / sizeof *sure; i++) {
        size_t last = title.size, at = 0;
        while ((at = text_find(title, text_of(sure[i]), at)) < title.size) {
            last = at;
            at++;
        }
        bool tail = last < title.size && (title.size - last) * 5 < title.size * 2 && last >= SHORTEST_TITLE;
        if (tail)
            return without_tail(text_trim(text_slice(title, 0, last)));
    }
    return title;
}

static bool is_title_like(struct text text) {
    return text.size >= SHORTEST_TITLE && text.size <= LONGEST_TITLE;
}

/* The longest paragraph that a title of the head has as a part: what is printed large, whatever its element. */
static const struct block *find_printed(const struct page *page, const struct block_list *blocks) {
    const struct block *best = NULL;
    const struct text titles[] = {page->head.title, page->head.open_title, page->head.headline};
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        bool fits = false;
        if (!is_title_like(block->text) || same(block->text, page->head.site))
            continue;
        for (size_t j = 0; j < 3; j++)
            fits = fits || (titles[j].size > 0 && is_part(titles[j], block->text));
        bool better = !best || block->text.size > best->text.size ||
                      (block->text.size == best->text.size && page->markup->nodes[block->node].tag == TAG_H1 &&
                       page->markup->nodes[best->node].tag != TAG_H1);
        if (fits && better)
            best = block;
    }
    return best;
}

/* Words of `a` that `b` has, in percent: a title for machines is often the printed one, shortened. */
static int shared_words(struct text a, struct text b) {
    struct text rest = a, word;
    int count = 0, shared = 0;
    while (text_split(&rest, ' ', &word)) {
        if (word.size < 4)
            continue;
        count++;
        shared += text_find(b, word, 0) < b.size;
    }
    return count ? shared * 100 / count : 0;
}

/* The first heading of the first order with words of the titles in the head, or the only one. */
static const struct block *find_heading(const struct page *page) {
    const struct block *only = NULL, *best = NULL;
    size_t count = 0;
    int most = 30;
    for (size_t i = 0; i < page->blocks.count; i++) {
        const struct block *block = &page->blocks.items[i];
        if (page->markup->nodes[block->node].tag != TAG_H1 || same(block->text, page->head.site) ||
            block->text.size < SHORTEST_TITLE / 2)
            continue;
        int shared = shared_words(block->text, page->head.title);
        int open = shared_words(block->text, page->head.open_title);
        bool beside = open == 0 && block->text.size * 2 < page->head.open_title.size; /* a site's name, perhaps */
        shared = open > shared ? open : beside ? 0 : shared;
        count++;
        only = block;
        if (shared > most) {
            most = shared;
            best = block;
        }
    }
    bool untitled = page->head.open_title.size == 0 && page->head.headline.size == 0;
    return best ? best : count == 1 && untitled && only->length < LONGEST_TITLE ? only : NULL;
}

void page_title_find(struct page *page) {
    const struct page_head *head = &page->head;
    const struct block *printed = find_printed(page, &page->blocks);
    const struct block *heading = find_heading(page);
    printed = printed && heading && heading->text.size > printed->text.size ? heading : printed;
    printed = printed ? printed : heading;
    if (printed) {
        page->heading = printed->first;
        page->title = printed->text;
    }
    struct text said = head->open_title.size ? without_site(head->open_title, head->site) : TEXT_NONE;
    said = said.size ? said : head->headline;
    said = said.size ? said : without_tail(without_site(head->title, head->site));
    page->title = page->title.size ? without_site(page->title, head->site) : said;
}
