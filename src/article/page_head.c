#include "json.h"
#include "list.h"
#include "page.h"

#include <string.h>

enum { LINKED_DEPTH = 6, LONGEST_NAME = 60 };

struct dated_name {
    const char *name; /* letters only, small */
    enum date_rank rank;
};

/* Names of meta elements that date a page: of Open Graph, Dublin Core, schema.org, and of who measures readers. */
static const struct dated_name dated_names[] = {{"articlepublishedtime", RANK_META},
                                                {"ogarticlepublishedtime", RANK_META},
                                                {"articlepublished", RANK_META},
                                                {"ogpublishedtime", RANK_META},
                                                {"publishedtime", RANK_META},
                                                {"articlepublicationdate", RANK_META},
                                                {"articledateoriginal", RANK_META},
                                                {"articleoriginalpublishdate", RANK_META},
                                                {"originalpublicationdate", RANK_META},
                                                {"analyticsattributesarticledate", RANK_META},
                                                {"cxenseparserecspublishtime", RANK_META},
                                                {"cxenseparsepublishtime", RANK_META},
                                                {"rnewsdatepublished", RANK_META},
                                                {"datepublished", RANK_META},
                                                {"dateofpublication", RANK_META},
                                                {"publisheddate", RANK_META},
                                                {"publishedat", RANK_META},
                                                {"published", RANK_META},
                                                {"publishdate", RANK_META},
                                                {"publishtime", RANK_META},
                                                {"publicationdate", RANK_META},
                                                {"parselypubdate", RANK_META},
                                                {"sailthrudate", RANK_META},
                                                {"btpubdate", RANK_META},
                                                {"vrpublishedtime", RANK_META},
                                                {"pubdate", RANK_META},
                                                {"dcdateissued", RANK_META},
                                                {"dctermsissued", RANK_META},
                                                {"dcissued", RANK_META},
                                                {"dcdatecreated", RANK_META},
                                                {"dctermscreated", RANK_META},
                                                {"dccreated", RANK_META},
                                                {"dcdatepublished", RANK_META},
                                                {"datecreated", RANK_META},
                                                {"articlecreated", RANK_META},
                                                {"creationdate", RANK_META},
                                                {"citationpublicationdate", RANK_META},
                                                {"citationdate", RANK_META},
                                                {"contentcreatedate", RANK_META},
                                                {"gentime", RANK_META},
                                                {"dcdate", RANK_META_ANY},
                                                {"dctermsdate", RANK_META_ANY},
                                                {"date", RANK_META_ANY},
                                                {"datecreationyyyymmdd", RANK_META_ANY},
                                                {"timestamp", RANK_META_ANY},
                                                {"articlemodifiedtime", RANK_MODIFIED},
                                                {"ogarticlemodifiedtime", RANK_MODIFIED},
                                                {"ogupdatedtime", RANK_MODIFIED},
                                                {"datemodified", RANK_MODIFIED},
                                                {"dctermsmodified", RANK_MODIFIED},
                                                {"dcdatemodified", RANK_MODIFIED},
                                                {"lastmodified", RANK_MODIFIED},
                                                {"modified", RANK_MODIFIED},
                                                {"revised", RANK_MODIFIED}};

static void keep_first(struct text *field, struct text value) {
    if (field->size == 0)
        *field = value;
}

static void add_date(const struct markup *markup, struct page_head *head, enum date_rank rank, struct text stamp,
                     struct text from) {
    if (stamp.size > 0)
        *LIST_PUSH(markup->arena, &head->dates) = (struct date_said){rank, stamp, from};
}

/* "article:published_time" → "articlepublishedtime". */
static struct text letters_of(struct text name, char out[LONGEST_NAME]) {
    size_t size = 0;
    for (size_t i = 0; i < name.size && size < LONGEST_NAME; i++) {
        char c = (char)(name.data[i] | 0x20);
        if (c >= 'a' && c <= 'z')
            out[size++] = c;
    }
    return (struct text){out, size};
}

static void read_meta_date(const struct markup *markup, struct page_head *head, struct text key, struct text content) {
    char room[LONGEST_NAME];
    struct text letters = letters_of(key, room);
    for (size_t i = 0; i < sizeof dated_names / sizeof *dated_names; i++)
        if (text_is(letters, dated_names[i].name))
            add_date(markup, head, dated_names[i].rank, content,
                     text_format(markup->arena, "meta %.*s", TEXT_ARGS(key)));
}

static void read_meta(const struct markup *markup, struct page_head *head, uint32_t node) {
    static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    struct text content = markup_fold_space(markup_value(markup, node, "content"), markup->arena);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct text key = markup_value(markup, node, keys[i]);
        bool item = i == 2;
        if (key.size == 0)
            continue;
        if (markup_same(key, "og:title") || markup_same(key, "twitter:title"))
            keep_first(&head->open_title, fragment_line(content, markup->arena));
        else if (markup_same(key, "og:site_name") || markup_same(key, "application-name"))
            keep_first(&head->site, content);
        else if (markup_same(key, "og:url"))
            keep_first(&head->url, content);
        else if (markup_same(key, "content-language") || markup_same(key, "og:locale") || markup_same(key, "language"))
            keep_first(&head->language, content);
        else if (!item)
            read_meta_date(markup, head, key, content);
    }
}

static bool type_holds(const cJSON *object, const char *word) {
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(object, "@type"), *item;
    if (cJSON_IsString(type))
        return strstr(type->valuestring, word) != NULL;
    cJSON_ArrayForEach(item, type) if (cJSON_IsString(item) && strstr(item->valuestring, word)) return true;
    return false;
}

static struct text linked_text(const struct markup *markup, const cJSON *object, const char *key) {
    struct text value;
    return json_find_text(object, key, &value) ? fragment_text(text_copy(markup->arena, value), markup->arena)
                                               : TEXT_NONE;
}

static void read_linked_article(const struct markup *markup, struct page_head *head, const cJSON *object) {
    struct text published = linked_text(markup, object, "datePublished");
    const cJSON *publisher = cJSON_GetObjectItemCaseSensitive(object, "publisher");
    published = published.size ? published : linked_text(markup, object, "dateCreated");
    add_date(markup, head, RANK_LINKED_ARTICLE, published, TEXT("JSON-LD datePublished"));
    add_date(markup, head, RANK_MODIFIED, linked_text(markup, object, "dateModified"), TEXT("JSON-LD dateModified"));
    keep_first(&head->headline, markup_fold_space(linked_text(markup, object, "headline"), markup->arena));
    keep_first(&head->body, linked_text(markup, object, "articleBody"));
    if (cJSON_IsObject(publisher))
        keep_first(&head->site, linked_text(markup, publisher, "name"));
}

/* Lists, graphs and what a page is about; not lists of other articles, comments, pictures. */
static void read_linked(const struct markup *markup, struct page_head *head, const cJSON *value, int depth) {
    static const char *const inner[] = {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"};
    const cJSON *item;
    if (depth > LINKED_DEPTH || !value)
        return;
    if (cJSON_IsArray(value))
        cJSON_ArrayForEach(item, value) read_linked(markup, head, item, depth + 1);
    if (!cJSON_IsObject(value))
        return;
    if (type_holds(value, "Article") || type_holds(value, "Posting") || type_holds(value, "Report"))
        read_linked_article(markup, head, value);
    else if (type_holds(value, "Page") || type_holds(value, "CreativeWork"))
        add_date(markup, head, RANK_LINKED_PAGE, linked_text(markup, value, "datePublished"),
                 TEXT("JSON-LD datePublished"));
    for (size_t i = 0; i < sizeof inner / sizeof *inner - (depth == 0 ? 0 : 1); i++)
        read_linked(markup, head, cJSON_GetObjectItemCaseSensitive(value, inner[i]), depth + 1);
}

/* The string after the key, in what is nearly JSON. */
static struct text find_string(struct text json, struct text key) {
    size_t at = text_find(json, key, 0);
    if (at >= json.size)
        return TEXT_NONE;
    size_t from = text_find(json, TEXT("\""), at + key.size) + 1, to = text_find(json, TEXT("\""), from);
    return from < json.size && to - from < LONGEST_NAME ? text_slice(json, from, to) : TEXT_NONE;
}

static void read_script(const struct markup *markup, struct page_head *head, uint32_t node) {
    cJSON *root = NULL;
    if (!markup_same(markup_value(markup, node, "type"), "application/ld+json"))
        return;
    struct text json = text_trim(markup_raw_text(markup, node));
    size_t from = text_find(json, TEXT("{"), 0), list = text_find(json, TEXT("["), 0);
    from = list < from ? list : from;
    size_t mended;
    struct text sound = json_mend(text_slice(json, from < json.size ? from : 0, json.size), markup->arena, &mended);
    if (json_read(sound, &root, NULL)) {
        read_linked(markup, head, root, 0);
        cJSON_Delete(root);
        return;
    }
    add_date(markup, head, RANK_LINKED_PAGE, find_string(json, TEXT("\"datePublished\"")),
             TEXT("JSON-LD datePublished"));
}

static void read_link(const struct markup *markup, struct page_head *head, uint32_t node) {
    if (markup_same(markup_value(markup, node, "rel"), "canonical"))
        keep_first(&head->url, markup_value(markup, node, "href"));
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* "/2024/05/02/", "/2024-05-02-" or "/20240502" in the address. */
static void read_address(const struct markup *markup, struct page_head *head) {
    struct text url = head->url;
    for (size_t i = 0; i + 8 < url.size; i++) {
        if (!is_digit(url.data[i + 1]) || is_digit(url.data[i]))
            continue;
        char digits[8];
        size_t count = 0, at = i + 1, marks = 0;
        for (; at < url.size && count < 8 && marks <= count; at++) {
            bool mark =
                (count == 4 || count == 6) && (url.data[at] == '/' || url.data[at] == '-') && marks * 2 + 2 < count;
            if (is_digit(url.data[at]))
                digits[count++] = url.data[at];
            else if (mark)
                marks++;
            else
                break;
        }
        bool year = count == 8 && (memcmp(digits, "19", 2) == 0 || memcmp(digits, "20", 2) == 0);
        if (year && (at >= url.size || !is_digit(url.data[at]))) {
            add_date(markup, head, RANK_ADDRESS, text_copy(markup->arena, (struct text){digits, 8}),
                     TEXT("the address"));
            return;
        }
        i = at > i + 1 ? at - 1 : i;
    }
}

struct page_head page_head_read(const struct markup *markup) {
    struct page_head head = {0};
    bool picture = false;
    for (uint32_t i = 1; i < markup->count; i++) {
        uint16_t tag = markup->nodes[i].tag;
        if (tag == TAG_META)
            read_meta(markup, &head, i);
        else if (tag == TAG_TITLE && !picture)
            keep_first(&head.title, markup_text(markup, i));
        else if (tag == TAG_SCRIPT)
            read_script(markup, &head, i);
        else if (tag == TAG_LINK)
            read_link(markup, &head, i);
        else if (tag == TAG_HTML && markup_value(markup, i, "lang").size > 0)
            head.language = markup_value(markup, i, "lang");
        else if (tag == TAG_HTML)
            head.language = markup_value(markup, i, "xml:lang");
        picture = picture || (tag == TAG_BODY); /* <title> of drawings */
    }
    read_address(markup, &head);
    return head;
}
