/* Main text: of all elements the one that holds most prose for the least else; and of what it holds, the paragraphs
 * that are read as text. */
#include "builder.h"
#include "list.h"
#include "page.h"

enum {
    SHORT_PROSE = 25, /* characters, with a mark that ends a sentence */
    LONG_PROSE = 120, /* without one */
    NOISE_EACH = 15,  /* what a piece that is no prose counts in itself */
    NOISE_MOST = 90,  /* and at most with its length */
    LINK_SHARE = 45,  /* percent of a paragraph */
    LINK_MOST = 70,   /* and percent of a title that leads elsewhere */
    LINK_FROM = 60,
    LONGEST_TEASER = 700,
    FEWEST_TEASERS = 3,
    LEAST_BODY = 200
};

static bool is_heading(uint16_t tag) {
    return tag >= TAG_H1 && tag <= TAG_H6;
}

bool page_is_prose(const struct markup *markup, const struct block *block) {
    uint16_t tag = markup->nodes[block->node].tag;
    uint32_t length = block->length;
    if (is_heading(tag) || block->link_bytes * 100 > block->text.size * LINK_SHARE)
        return false;
    return length >= LONG_PROSE || (length >= SHORT_PROSE && block_ends_sentence(block->text));
}

/* Sums over the paragraphs in front of each node. */
struct sums {
    uint32_t *prose, *noise, *proses, *titles; /* characters of both; paragraphs of prose; titles that are links */
};

/* A title that leads elsewhere. */
static bool is_link_title(const struct block *block, bool prose) {
    bool link = block->link_bytes * 100 > block->text.size * LINK_MOST;
    return block->text.size >= SHORT_PROSE / 2 &&
           (link || (prose && block->link_from < LINK_FROM && block->link_bytes * 6 > block->text.size));
}

static void add_block(const struct page *page, const struct block *block, const bool *teaser, uint32_t sum[4]) {
    uint32_t length = block->length;
    bool prose = page_is_prose(page->markup, block);
    if (prose && !(teaser && teaser[block->first])) {
        sum[0] += length;
        sum[2]++;
    } else {
        sum[1] += NOISE_EACH + (length < NOISE_MOST ? length : NOISE_MOST);
    }
    sum[3] += is_link_title(block, prose);
}

static struct sums sum_blocks(const struct page *page, const bool *teaser) {
    struct arena *arena = page->markup->arena;
    size_t count = page->markup->count + 1, next = 0;
    struct sums sums = {ARENA_ARRAY(arena, uint32_t, count), ARENA_ARRAY(arena, uint32_t, count),
                        ARENA_ARRAY(arena, uint32_t, count), ARENA_ARRAY(arena, uint32_t, count)};
    uint32_t sum[4] = {0};
    for (uint32_t i = 0; i < count; i++) {
        sums.prose[i] = sum[0];
        sums.noise[i] = sum[1];
        sums.proses[i] = sum[2];
        sums.titles[i] = sum[3];
        for (; next < page->blocks.count && page->blocks.items[next].first == i; next++)
            add_block(page, &page->blocks.items[next], teaser, sum);
    }
    return sums;
}

/* A title that is a link, with a few lines below it. */
static bool is_teaser(const struct page *page, const struct sums *sums, uint32_t node) {
    uint32_t end = page->markup->nodes[node].end;
    return sums->titles[end] > sums->titles[node] && sums->proses[end] > sums->proses[node] &&
           sums->proses[end] - sums->proses[node] <= 2 && sums->prose[end] - sums->prose[node] <= LONGEST_TEASER;
}

static void mark_teasers(const struct page *page, const struct sums *sums, uint32_t parent, bool *teaser) {
    const struct markup_node *nodes = page->markup->nodes;
    size_t found = 0;
    for (uint32_t child = parent + 1; child < nodes[parent].end; child = nodes[child].end)
        found += nodes[child].tag != TAG_TEXT && is_teaser(page, sums, child);
    for (uint32_t child = parent + 1; found >= FEWEST_TEASERS && child < nodes[parent].end; child = nodes[child].end)
        for (uint32_t i = child; is_teaser(page, sums, child) && i < nodes[child].end; i++)
            teaser[i] = true;
}

/* Elements side by side, each a linked title with a few lines, tell of other articles. */
static bool *find_teasers(const struct page *page, const struct sums *sums) {
    bool *teaser = ARENA_ARRAY(page->markup->arena, bool, page->markup->count + 1);
    for (uint32_t i = 0; i < page->markup->count; i++)
        if (page->markup->nodes[i].tag != TAG_TEXT && !teaser[i])
            mark_teasers(page, sums, i, teaser);
    return teaser;
}

/* Elements that say of themselves that they are the text. */
static bool says_body(const struct markup *markup, uint32_t node) {
    return markup_same(markup_value(markup, node, "itemprop"), "articlebody");
}

static int64_t worth(const struct page *page, const struct sums *sums, uint32_t node) {
    uint32_t end = page->markup->nodes[node].end;
    int64_t prose = sums->prose[end] - sums->prose[node], noise = sums->noise[end] - sums->noise[node];
    return prose * 5 - noise * 6;
}

/* The element of most worth, the innermost of equals; one that says it is the text, if it holds much of that. */
static uint32_t find_body(const struct page *page, const struct sums *sums) {
    const struct markup *markup = page->markup;
    uint32_t best = 0, said = 0;
    int64_t most = 0, most_said = 0;
    for (uint32_t i = 0; i < markup->count; i++) {
        if (markup->nodes[i].tag == TAG_TEXT)
            continue;
        int64_t value = worth(page, sums, i);
        if (value > 0 && value >= most) {
            most = value;
            best = i;
        }
        if (value > most_said && says_body(markup, i)) {
            most_said = value;
            said = i;
        }
    }
    return most_said * 2 > most ? said : best;
}

static bool lies_in(const struct page *page, const struct block *block, uint32_t node) {
    return block->first >= node && block->first < page->markup->nodes[node].end;
}

/* The outermost element below the body that the block is in, if there is more noise in it than prose: a box. */
static bool *find_boxes(const struct page *page, const struct sums *sums, const bool *teaser) {
    const struct markup *markup = page->markup;
    bool *boxed = ARENA_ARRAY(markup->arena, bool, markup->count + 1);
    for (uint32_t i = page->body + 1; i < markup->nodes[page->body].end;) {
        uint32_t end = markup->nodes[i].end;
        uint32_t prose = sums->prose[end] - sums->prose[i], noise = sums->noise[end] - sums->noise[i];
        bool box = teaser[i] || (markup->nodes[i].tag != TAG_TEXT && prose > 0 && noise > prose);
        for (uint32_t j = i; box && j < end; j++)
            boxed[j] = true;
        i = box ? end : i + 1;
    }
    return boxed;
}

static bool is_subheading(const struct page *page, const struct block *block) {
    uint16_t tag = page->markup->nodes[block->node].tag;
    return tag > TAG_H1 && tag <= TAG_H6 && block->link_bytes * 2 < block->text.size;
}

/* Whether the block is read as text: prose, or a line that stands among prose. */
static bool is_text(const struct page *page, const struct block *block, bool after_prose) {
    if (page_is_prose(page->markup, block))
        return true;
    uint16_t tag = page->markup->nodes[block->node].tag;
    bool line = tag == TAG_P || tag == TAG_LI || tag == TAG_BLOCKQUOTE || tag == TAG_PRE || tag == TAG_TD;
    return after_prose && line && block->link_bytes * 100 <= block->text.size * LINK_SHARE &&
           (block_ends_sentence(block->text) || tag == TAG_LI || tag == TAG_TD);
}

static void add_paragraph(struct builder *builder, struct text text) {
    builder_add_c(builder, builder->count ? "\n\n" : "");
    builder_add(builder, text);
}

/* Paragraphs with the headings above them; a heading without a text below is none. */
static struct text join(const struct page *page, const bool *boxed) {
    struct builder builder = builder_new(page->markup->arena);
    struct text heading = TEXT_NONE;
    for (size_t i = 0; i < page->blocks.count; i++) {
        const struct block *block = &page->blocks.items[i];
        if (!lies_in(page, block, page->body) || boxed[block->first] || block->first == page->heading)
            continue;
        if (is_subheading(page, block)) {
            heading = builder.count ? block->text : TEXT_NONE;
        } else if (is_text(page, block, builder.count > 0)) {
            if (heading.size > 0)
                add_paragraph(&builder, heading);
            add_paragraph(&builder, block->text);
            heading = TEXT_NONE;
        }
    }
    return builder_text(&builder);
}

/* All of a page that has no prose, but for its title. */
static struct text join_all(const struct page *page) {
    struct builder builder = builder_new(page->markup->arena);
    for (size_t i = 0; i < page->blocks.count; i++) {
        const struct block *block = &page->blocks.items[i];
        bool links = block->link_bytes * 2 >= block->text.size;
        if (!links && !is_heading(page->markup->nodes[block->node].tag))
            add_paragraph(&builder, block->text);
    }
    return builder_text(&builder);
}

void page_text_find(struct page *page) {
    struct sums first = sum_blocks(page, NULL);
    const bool *teaser = find_teasers(page, &first);
    struct sums sums = sum_blocks(page, teaser);
    page->body = find_body(page, &sums);
    if (page->body > 0)
        page->text = join(page, find_boxes(page, &sums, teaser));
    else
        page->text = join_all(page);
    if (block_length(page->text) < LEAST_BODY && page->head.body.size > page->text.size * 2)
        page->text = page->head.body; /* a page that its script would fill */
}
