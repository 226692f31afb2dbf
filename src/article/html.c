/* Main text of a page: the element whose own paragraphs hold most text, less links; boilerplate elements are passed
 * over. */
#include "formats.h"
#include "json.h"
#include "language.h"
#include "list.h"
#include "xml_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT_PARAGRAPH = 25, HTML_DEPTH = 256 };

/* A paragraph of the page and the element that it belongs to. */
struct paragraph {
    struct text text;
    const xmlNode *container;
    size_t link_bytes;
};

struct paragraphs {
    struct paragraph *items;
    size_t count, capacity;
};

struct page {
    struct arena *arena;
    struct paragraphs paragraphs;
    struct text heading, page_title, open_title, date, language, source, url;
    bool article; /* inside <article> or <main> */
};

static const char *const skipped[] = {"script",   "style", "nav",    "footer", "aside",  "form",   "noscript",
                                      "iframe",   "svg",   "button", "select", "figure", "header", "menu",
                                      "template", "video", "audio",  "head",   "object", NULL};
static const char *const blocks[] = {"p",    "div",  "section", "article", "main", "ul",    "ol",         "li", "h1",
                                     "h2",   "h3",   "h4",      "h5",      "h6",   "table", "blockquote", "tr", "td",
                                     "body", "html", "pre",     "dl",      "dd",   "dt",    NULL};

static bool is_any(const xmlNode *node, const char *const *names) {
    for (size_t i = 0; names[i]; i++) {
        if (xml_is(node, names[i])) {
            return true;
        }
    }
    return false;
}

/* The text of a node without that of block elements below it; counts what lies in links. */
static void add_inline_text(const xmlNode *node, bool link, struct builder *builder, size_t *link_bytes) {
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_TEXT_NODE && child->content) {
            builder_add_c(builder, (const char *)child->content);
            *link_bytes += link ? strlen((const char *)child->content) : 0;
        } else if (xml_is(child, "br")) {
            builder_add_char(builder, ' ');
        } else if (child->type == XML_ELEMENT_NODE && !is_any(child, skipped) && !is_any(child, blocks)) {
            add_inline_text(child, link || xml_is(child, "a"), builder, link_bytes);
        }
    }
}

static void collect_paragraphs(struct page *page, const xmlNode *node) {
    struct builder builder = builder_new(page->arena);
    size_t link_bytes = 0;
    add_inline_text(node, false, &builder, &link_bytes);
    struct text text = xml_fold_space(builder_text(&builder), page->arena);
    if (text.size > 0 && !xml_is(node, "h1")) {
        *LIST_PUSH(page->arena, &page->paragraphs) = (struct paragraph){text, node->parent, link_bytes};
    }
    if (xml_is(node, "h1") && page->heading.size == 0) {
        page->heading = xml_content(node, page->arena);
    }
}

static bool is_hidden(const xmlNode *node, struct arena *arena) {
    struct text role = xml_attribute(node, "role", arena);
    return xmlHasProp(node, (const xmlChar *)"hidden") || text_is(role, "navigation") ||
           text_is(role, "complementary") || text_is(role, "banner") || text_is(role, "contentinfo");
}

static void walk_body(struct page *page, const xmlNode *node) {
    if (xml_is(node, "time") && page->date.size == 0) {
        page->date = xml_attribute(node, "datetime", page->arena);
    }
    if (is_any(node, blocks)) {
        collect_paragraphs(page, node);
    }
    for (const xmlNode *child = node->children; child; child = child->next) {
        bool header_in_article = xml_is(child, "header") && (xml_is(node, "article") || xml_is(node, "main"));
        bool wanted = child->type == XML_ELEMENT_NODE && (header_in_article || !is_any(child, skipped));
        if (wanted && !is_hidden(child, page->arena)) {
            walk_body(page, child);
        }
    }
}

static void keep_first(struct text *field, struct text value) {
    if (field->size == 0) {
        *field = value;
    }
}

static void read_meta(struct page *page, const xmlNode *node) {
    struct text key = xml_attribute(node, "property", page->arena);
    key = key.size ? key : xml_attribute(node, "name", page->arena);
    struct text content = xml_attribute(node, "content", page->arena);
    if (text_is(key, "og:title")) {
        keep_first(&page->open_title, content);
    } else if (text_is(key, "article:published_time") || text_is(key, "date") || text_is(key, "DC.date.issued") ||
               text_is(key, "pubdate")) {
        keep_first(&page->date, content);
    } else if (text_is(key, "og:site_name")) {
        keep_first(&page->source, content);
    } else if (text_is(key, "og:url")) {
        keep_first(&page->url, content);
    }
}

/* "datePublished" of a JSON-LD block. */
static void read_linked_data(struct page *page, const xmlNode *node) {
    cJSON *root = NULL;
    if (!text_is(xml_attribute(node, "type", page->arena), "application/ld+json") ||
        !json_read(xml_content(node, page->arena), &root, NULL)) {
        return;
    }
    const cJSON *object = cJSON_IsArray(root) ? cJSON_GetArrayItem(root, 0) : root;
    struct text published;
    if (json_find_text(object, "datePublished", &published)) {
        keep_first(&page->date, text_copy(page->arena, published));
    }
    cJSON_Delete(root);
}

static void walk_head(struct page *page, const xmlNode *node) {
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (xml_is(child, "meta")) {
            read_meta(page, child);
        } else if (xml_is(child, "title")) {
            keep_first(&page->page_title, xml_content(child, page->arena));
        } else if (xml_is(child, "script")) {
            read_linked_data(page, child);
        } else if (child->type == XML_ELEMENT_NODE) {
            walk_head(page, child);
        }
    }
}

static bool counts(const struct paragraph *paragraph) {
    return paragraph->text.size >= SHORT_PARAGRAPH && paragraph->link_bytes * 2 < paragraph->text.size;
}

static bool lies_below(const xmlNode *node, const xmlNode *ancestor) {
    while (node && node != ancestor) {
        node = node->parent;
    }
    return node != NULL;
}

/* The container with most text of real paragraphs; one level up where that holds a third more. */
static const xmlNode *main_container(const struct paragraphs *paragraphs) {
    const xmlNode *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < paragraphs->count; i++) {
        const xmlNode *container = paragraphs->items[i].container;
        size_t bytes = 0;
        for (size_t j = 0; j < paragraphs->count && (i == 0 || container != paragraphs->items[i - 1].container); j++) {
            bool mine = paragraphs->items[j].container == container && counts(&paragraphs->items[j]);
            bytes += mine ? paragraphs->items[j].text.size : 0;
        }
        if (bytes > most) {
            most = bytes;
            best = container;
        }
    }
    return best;
}

static struct text join_paragraphs(const struct page *page, const xmlNode *container) {
    struct builder builder = builder_new(page->arena);
    for (size_t i = 0; i < page->paragraphs.count; i++) {
        const struct paragraph *paragraph = &page->paragraphs.items[i];
        if (container && lies_below(paragraph->container, container) &&
            (paragraph->link_bytes * 2 < paragraph->text.size)) {
            builder_add_c(&builder, builder.count ? "\n\n" : "");
            builder_add(&builder, paragraph->text);
        }
    }
    return builder_text(&builder);
}

/* A page title often ends in " | Source" or " - Source". */
static struct text without_source(struct text title) {
    size_t bar = text_find(title, TEXT(" | "), 0);
    return bar < title.size ? text_slice(title, 0, bar) : title;
}

static void remark_cuts(const struct reading_state *state) {
    const xmlError *problem = xmlGetLastError();
    bool cut =
        problem && (problem->code == XML_ERR_INTERNAL_ERROR || problem->code == XML_PARSER_EOF) && problem->message;
    if (cut && strstr(problem->message, "depth")) {
        reader_remark(state, "the page is nested deeper than %d elements; what lies deeper was not read", HTML_DEPTH);
    } else if (cut || (problem && problem->code == XML_ERR_NO_MEMORY) ||
               (problem && problem->message && strstr(problem->message, "huge"))) {
        reader_remark(state, "the page was not read to its end: %s",
                      problem->message ? problem->message : "a part of it is too large");
    }
}

static void ignore_error(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

static htmlDocPtr parse(const struct reading_state *state, struct text html) {
    xmlResetLastError();
    xmlSetGenericErrorFunc(NULL, ignore_error);
    int options =
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    htmlDocPtr document = htmlReadMemory(html.data, (int)html.size, NULL, "UTF-8", options);
    remark_cuts(state);
    return document;
}

static void walk_page(struct page *page, const xmlNode *root) {
    page->language = xml_attribute(root, "lang", page->arena);
    for (const xmlNode *child = root->children; child; child = child->next) {
        if (xml_is(child, "head")) {
            walk_head(page, child);
        } else if (xml_is(child, "body")) {
            walk_head(page, child);
            walk_body(page, child);
        }
    }
}

bool html_read(struct reading_state *state, struct text html, struct error *error) {
    htmlDocPtr document = parse(state, html);
    const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    struct page page = {.arena = state->arena};
    struct article article = {.path = state->path};
    if (root) {
        walk_page(&page, root);
        article.text = join_paragraphs(&page, main_container(&page.paragraphs));
    }
    xmlFreeDoc(document);
    if (!root) {
        return error_set(error, ERROR_INPUT, "there is no HTML in it that can be read");
    }
    article.title = page.open_title.size ? page.open_title
                    : page.heading.size  ? page.heading
                                         : without_source(page.page_title);
    article.language = language_tag(page.language, state->arena);
    article.source = page.source;
    article.url = page.url;
    if (page.date.size > 0 && !stamp_read(page.date, &article.published)) {
        reader_remark(state, "its date '%.40s' cannot be read; say it with --published",
                      text_c(state->arena, page.date));
    }
    *LIST_PUSH(state->arena, state->articles) = article;
    return true;
}
