#include "markup_names.h"
#include "page.h"

#include <string.h>

/* Shares of the page's prose, in percent, above which an element is no noise whatever it is called. */
enum { SURE = 85, LIKELY = 45, PERHAPS = 25, LONGEST_WORD = 24 };

struct noise_word {
    const char *start; /* of a word of a class or id */
    int limit;
};

/* Words that sites call such parts by, in the languages that sites are built in. */
static const struct noise_word noise_words[] = {
    {"comment", SURE},     {"comentario", SURE},  {"commentaire", SURE}, {"kommentar", SURE},  {"commenti", SURE},
    {"yorumlar", SURE},    {"disqus", SURE},      {"respond", SURE},     {"cookie", SURE},     {"consent", SURE},
    {"gdpr", SURE},        {"didomi", SURE},      {"onetrust", SURE},    {"related", SURE},    {"relacionad", SURE},
    {"recommend", SURE},   {"recomend", SURE},    {"recirc", SURE},      {"yarpp", SURE},      {"taboola", SURE},
    {"outbrain", SURE},    {"share", SURE},       {"sharing", SURE},     {"sharedaddy", SURE}, {"social", LIKELY},
    {"newsletter", SURE},  {"subscri", LIKELY},   {"signup", LIKELY},    {"paywall", LIKELY},  {"promo", LIKELY},
    {"sponsor", LIKELY},   {"advert", LIKELY},    {"ad", LIKELY},        {"ads", LIKELY},      {"adv", LIKELY},
    {"adsbygoogle", SURE}, {"banner", LIKELY},    {"sidebar", LIKELY},   {"widget", PERHAPS},  {"breadcrumb", SURE},
    {"footer", LIKELY},    {"copyright", LIKELY}, {"nav", LIKELY},       {"navbar", LIKELY},   {"navigation", LIKELY},
    {"menu", LIKELY},      {"toolbar", LIKELY},   {"popup", LIKELY},     {"modal", LIKELY},    {"overlay", PERHAPS},
    {"teaser", PERHAPS},   {"trending", LIKELY},  {"popular", LIKELY},   {"mostread", SURE},   {"latest", LIKELY},
    {"tags", LIKELY},      {"tag", PERHAPS},      {"bio", LIKELY},       {"byline", LIKELY},   {"caption", LIKELY},
    {"credit", LIKELY},    {"pagination", SURE},  {"pager", SURE},       {"hidden", LIKELY},   {"sr", PERHAPS},
    {"login", LIKELY},     {"register", LIKELY},  {"rating", LIKELY},    {"poll", PERHAPS},    {"weather", LIKELY},
    {"ticker", LIKELY},    {"tooltip", SURE},     {"lightbox", LIKELY},  {"carousel", LIKELY}, {"slider", PERHAPS},
    {"donat", LIKELY},     {"readmore", LIKELY},  {"infobox", PERHAPS},  {"rail", LIKELY},     {"lenta", LIKELY},
    {"seealso", SURE},     {"authorbox", SURE},   {"masthead", LIKELY},  {"skip", PERHAPS},    {"disclaimer", LIKELY},
    {"recommended", SURE}, {"morenews", SURE},    {"similar", SURE},     {"print", PERHAPS},   {"noprint", LIKELY},
    {"moreon", SURE},      {"readalso", SURE},    {"screen", PERHAPS},   {"reactions", LIKELY}};

static const char *const noise_roles[] = {"navigation", "complementary", "banner", "contentinfo", "dialog",
                                          "search",     "alertdialog",   "menu",   "toolbar",     NULL};

struct prose_sums {
    size_t *before; /* prose in front of each node */
    size_t all;
};

/* Words that begin like a word of noise, but for "ad" and other short ones, which must be whole. */
static int word_limit(struct text word) {
    for (size_t i = 0; i < sizeof noise_words / sizeof *noise_words; i++) {
        if (noise_words[i].start[0] != word.data[0])
            continue;
        size_t size = strlen(noise_words[i].start);
        bool fits = size <= 4 ? word.size == size : word.size >= size;
        if (fits && memcmp(word.data, noise_words[i].start, size) == 0)
            return noise_words[i].limit;
    }
    return 0;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether the words "more", "on" and the like, each harmless alone, stand side by side: they are looked up joined. */
static int pair_limit(struct text before, struct text word) {
    char room[2 * LONGEST_WORD];
    if (before.size == 0 || before.size + word.size > 10)
        return 0;
    memcpy(room, before.data, before.size);
    memcpy(room + before.size, word.data, word.size);
    return word_limit((struct text){room, before.size + word.size});
}

static int higher(int a, int b) {
    return a > b ? a : b;
}

/* The highest limit of a word in "c-lead articleShareBar more-on__list"; 0: none. */
static int names_limit(struct text names) {
    int limit = 0;
    char before[LONGEST_WORD], word[LONGEST_WORD];
    size_t before_size = 0;
    for (size_t at = 0; at < names.size && at < 1000;) {
        size_t size = 0;
        bool apart = at > 0 && names.data[at - 1] == ' ';
        while (at < names.size && is_letter(names.data[at])) {
            bool hump = size > 0 && names.data[at] < 'a' && names.data[at - 1] >= 'a';
            if (hump)
                break;
            if (size < LONGEST_WORD)
                word[size++] = (char)(names.data[at] | 0x20);
            at++;
        }
        if (size == 0) {
            at++;
            continue;
        }
        limit = higher(limit, word_limit((struct text){word, size}));
        limit = higher(limit, pair_limit((struct text){before, apart ? 0 : before_size}, (struct text){word, size}));
        memcpy(before, word, size);
        before_size = size;
    }
    return limit;
}

static bool is_role_of_noise(struct text role) {
    for (size_t i = 0; noise_roles[i]; i++)
        if (markup_same(role, noise_roles[i]))
            return true;
    return false;
}

static bool style_hides(struct text style) {
    size_t display = text_find(style, TEXT("display"), 0);
    struct text value = text_slice(style, display, style.size);
    return text_starts(value, TEXT("display:none")) || text_starts(value, TEXT("display: none")) ||
           text_find(style, TEXT("visibility:hidden"), 0) < style.size;
}

static int attribute_limit(const struct markup *markup, const struct markup_attribute *attribute) {
    if (markup_same(attribute->name, "class") || markup_same(attribute->name, "id") ||
        markup_same(attribute->name, "data-component") || markup_same(attribute->name, "data-testid"))
        return names_limit(attribute->value);
    if (markup_same(attribute->name, "hidden"))
        return LIKELY;
    if (markup_same(attribute->name, "role"))
        return is_role_of_noise(attribute->value) ? LIKELY : 0;
    if (markup_same(attribute->name, "aria-hidden"))
        return markup_same(attribute->value, "true") ? LIKELY : 0;
    if (markup_same(attribute->name, "style"))
        return style_hides(attribute->value) ? LIKELY : 0;
    (void)markup;
    return 0;
}

static int tag_limit(uint16_t tag) {
    switch (tag) {
    case TAG_NAV: return SURE;
    case TAG_ASIDE:
    case TAG_FOOTER:
    case TAG_FIGURE:
    case TAG_FIGCAPTION:
    case TAG_NOSCRIPT: return LIKELY;
    default: return 0;
    }
}

static int node_limit(const struct markup *markup, uint32_t node) {
    const struct markup_node *element = &markup->nodes[node];
    int limit = tag_limit(element->tag);
    if (element->tag == TAG_HTML || element->tag == TAG_BODY)
        return 0;
    for (uint32_t i = 0; i < element->attribute_count; i++)
        limit = higher(limit, attribute_limit(markup, &markup->attributes[element->attributes + i]));
    return limit;
}

/* Prose in front of each node: what is below a node is a difference of two. */
static struct prose_sums sum_prose(const struct markup *markup, const struct block_list *blocks) {
    struct prose_sums sums = {.before = ARENA_ARRAY(markup->arena, size_t, markup->count + 1)};
    size_t next = 0;
    for (uint32_t i = 0; i <= markup->count; i++) {
        sums.before[i] = sums.all;
        for (; next < blocks->count && blocks->items[next].first == i; next++)
            if (page_is_prose(markup, &blocks->items[next]))
                sums.all += blocks->items[next].length;
    }
    return sums;
}

const bool *page_noise_find(const struct markup *markup, const struct block_list *blocks) {
    struct prose_sums sums = sum_prose(markup, blocks);
    bool *noise = ARENA_ARRAY(markup->arena, bool, markup->count + 1);
    for (uint32_t i = 1; i < markup->count;) {
        const struct markup_node *node = &markup->nodes[i];
        int limit = node->tag == TAG_TEXT ? 0 : node_limit(markup, i);
        size_t prose = limit ? sums.before[node->end] - sums.before[i] : 0;
        noise[i] = limit > 0 && prose * 100 <= sums.all * (size_t)limit;
        i = noise[i] ? node->end : i + 1;
    }
    return noise;
}
