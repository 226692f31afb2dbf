/* Feeds: RSS 0.9x and 2.0, RSS 0.90 and 1.0 (RDF), Atom 0.3 and 1.0. What belongs to an item is told by its namespace:
 * a picture's title is not the item's. */
#include "blocks.h"
#include "formats.h"
#include "language.h"
#include "list.h"
#include "markup.h"

/* Namespaces that feeds use, by URI or, where nothing declares it, by the usual prefix. */
static const char *const content_spaces[] = {"http://purl.org/rss/1.0/modules/content/", "content", NULL};
static const char *const dublin_spaces[] = {"http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/", "dc",
                                            "dcterms", NULL};
static const char *const atom_spaces[] = {
    "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "atom", "atom10", "a10", NULL};
static const char *const page_spaces[] = {"http://www.w3.org/1999/xhtml", "xhtml", NULL};

/* An element that may say something of an item; `spaces` NULL: of the feed's own namespace. */
struct wanted {
    const char *const *spaces;
    const char *name;
};

static const struct wanted title_elements[] = {{NULL, "title"}, {dublin_spaces, "title"}, {0}};
static const struct wanted text_elements[] = {{content_spaces, "encoded"}, {page_spaces, "body"},
                                              {NULL, "content"},           {NULL, "description"},
                                              {NULL, "summary"},           {atom_spaces, "content"},
                                              {atom_spaces, "summary"},    {dublin_spaces, "description"},
                                              {NULL, "fulltext"},          {0}};
static const struct wanted date_elements[] = {{NULL, "pubDate"},         {NULL, "published"},
                                              {NULL, "issued"},          {dublin_spaces, "date"},
                                              {dublin_spaces, "issued"}, {NULL, "date"},
                                              {NULL, "pubdate"},         {dublin_spaces, "created"},
                                              {NULL, "created"},         {atom_spaces, "published"},
                                              {atom_spaces, "updated"},  {NULL, "updated"},
                                              {NULL, "modified"},        {0}};
static const struct wanted guid_elements[] = {{NULL, "guid"}, {NULL, "id"}, {dublin_spaces, "identifier"}, {0}};
static const struct wanted language_elements[] = {{NULL, "language"}, {dublin_spaces, "language"}, {0}};

struct feed {
    struct reading_state *state;
    struct markup markup;
    struct article common;
};

static bool is_of(const struct feed *feed, uint32_t node, uint32_t item, const char *const *spaces) {
    struct text space = markup_space(&feed->markup, node);
    if (!spaces)
        return feed->markup.nodes[node].space == feed->markup.nodes[item].space || space.size == 0;
    for (size_t i = 0; spaces[i]; i++)
        if (text_is(space, spaces[i]))
            return true;
    return false;
}

/* The next child of `parent` that is an element, from `node` on; 0: none is left. */
static uint32_t child_from(const struct markup *markup, uint32_t parent, uint32_t node) {
    while (node < markup->nodes[parent].end) {
        if (markup->nodes[node].tag != TAG_TEXT)
            return node;
        node = markup->nodes[node].end;
    }
    return 0;
}

static uint32_t find_child(const struct feed *feed, uint32_t parent, const struct wanted *wanted, uint32_t after) {
    const struct markup *markup = &feed->markup;
    uint32_t from = after ? markup->nodes[after].end : parent + 1;
    for (uint32_t child; (child = child_from(markup, parent, from)); from = markup->nodes[child].end)
        if (text_is(markup_name(markup, child), wanted->name) && is_of(feed, child, parent, wanted->spaces))
            return child;
    return 0;
}

/* The first of the elements that has something in it. */
static uint32_t find_filled(const struct feed *feed, uint32_t item, const struct wanted *wanted) {
    for (; wanted->name; wanted++) {
        uint32_t child = find_child(feed, item, wanted, 0);
        if (child && text_trim(markup_inner(&feed->markup, child)).size > 0)
            return child;
    }
    return 0;
}

static struct text child_text(const struct feed *feed, uint32_t item, const struct wanted *wanted) {
    uint32_t child = find_filled(feed, item, wanted);
    return child ? markup_text(&feed->markup, child) : TEXT_NONE;
}

static bool has_elements(const struct markup *markup, uint32_t node) {
    return child_from(markup, node, node + 1) != 0;
}

/* Markup of its own stands there as such (XHTML), or escaped, or there is none. */
static struct text child_markup(const struct feed *feed, uint32_t item) {
    uint32_t child = find_filled(feed, item, text_elements);
    if (!child)
        return TEXT_NONE;
    bool inside = has_elements(&feed->markup, child);
    struct text html = inside ? markup_inner(&feed->markup, child) : markup_raw_text(&feed->markup, child);
    return fragment_text(html, feed->state->arena);
}

/* RSS: the content of <link>; Atom: the href of the one to the page itself. */
static struct text item_link(const struct feed *feed, uint32_t item) {
    static const struct wanted links[] = {{NULL, "link"}, {atom_spaces, "link"}};
    struct text any = TEXT_NONE;
    for (size_t i = 0; i < 2; i++)
        for (uint32_t link = 0; (link = find_child(feed, item, &links[i], link));) {
            struct text target = markup_value(&feed->markup, link, "href");
            struct text relation = markup_value(&feed->markup, link, "rel");
            target = target.size ? target : markup_text(&feed->markup, link);
            if (target.size > 0 && (relation.size == 0 || text_is(relation, "alternate")))
                return target;
            any = any.size == 0 && !text_is(relation, "self") && !text_is(relation, "enclosure") ? target : any;
        }
    return any.size ? any : markup_value(&feed->markup, item, "rdf:about");
}

static bool is_link(struct text text) {
    return text_starts(text, TEXT("http://")) || text_starts(text, TEXT("https://"));
}

static void read_date(const struct feed *feed, uint32_t item, struct article *article, size_t number) {
    uint32_t child = find_filled(feed, item, date_elements);
    struct text stamp = child ? markup_text(&feed->markup, child) : TEXT_NONE;
    if (stamp.size == 0)
        return;
    if (stamp_read(stamp, &article->published))
        article->published_from =
            text_format(feed->state->arena, "<%.*s>", TEXT_ARGS(markup_name(&feed->markup, child)));
    else
        reader_remark(feed->state, "item %zu: its date '%.40s' cannot be read", number,
                      text_c(feed->state->arena, stamp));
}

static void read_item(const struct feed *feed, uint32_t item, size_t number) {
    struct arena *arena = feed->state->arena;
    struct article article = feed->common;
    article.part = "item";
    article.part_number = number;
    uint32_t title = find_filled(feed, item, title_elements);
    article.title = title ? fragment_line(markup_raw_text(&feed->markup, title), arena) : TEXT_NONE;
    article.text = child_markup(feed, item);
    article.guid = child_text(feed, item, guid_elements);
    article.url = item_link(feed, item);
    article.url = article.url.size == 0 && is_link(article.guid) ? article.guid : article.url;
    struct text language = markup_value(&feed->markup, item, "xml:lang");
    article.language = language.size ? language_tag(language, arena) : article.language;
    read_date(feed, item, &article, number);
    if (article.text.size == 0 && article.title.size == 0)
        reader_remark(feed->state, "item %zu: it has neither title nor text; left out", number);
    else
        *LIST_PUSH(arena, feed->state->articles) = article;
}

/* Items stand in the channel, or beside it (RDF, and some who err), or in the feed (Atom). */
static void read_items(const struct feed *feed, uint32_t root) {
    size_t number = 0;
    for (uint32_t i = root + 1; i < feed->markup.nodes[root].end;) {
        struct text name = feed->markup.nodes[i].tag == TAG_TEXT ? TEXT("") : markup_name(&feed->markup, i);
        bool item = text_is(name, "item") || text_is(name, "entry");
        if (item)
            read_item(feed, i, ++number);
        i = item || !text_is(name, "channel") ? feed->markup.nodes[i].end : i + 1;
    }
}

bool feed_read(struct reading_state *state, struct text xml, struct error *error) {
    struct feed feed = {.state = state, .markup = markup_read(xml, true, state->arena)};
    uint32_t root = markup_root(&feed.markup);
    uint32_t channel = find_child(&feed, root, &(struct wanted){NULL, "channel"}, 0);
    uint32_t about = channel ? channel : root;
    uint32_t title = find_filled(&feed, about, title_elements);
    struct text language = child_text(&feed, about, language_elements);
    language = language.size ? language : markup_value(&feed.markup, root, "xml:lang");
    feed.common = (struct article){.path = state->path,
                                   .source = title ? fragment_line(markup_raw_text(&feed.markup, title), state->arena)
                                                   : TEXT_NONE,
                                   .language = language_tag(language, state->arena)};
    if (feed.markup.declares)
        reader_remark(state, "it declares entities, which are not expanded");
    if (feed.markup.cut)
        reader_remark(state, "it was not read to its end: it has too many elements");
    size_t before = state->articles->count;
    read_items(&feed, root);
    return state->articles->count > before || error_set(error, ERROR_INPUT, "the feed has no items that can be read");
}
