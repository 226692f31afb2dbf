#include "formats.h"
#include "language.h"
#include "list.h"
#include "xml_text.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

/* The first child element of that local name. */
static const xmlNode *find_child(const xmlNode *node, const char *name) {
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (xml_is(child, name)) {
            return child;
        }
    }
    return NULL;
}

static struct text child_content(const xmlNode *node, const char *const *names, struct arena *arena) {
    for (size_t i = 0; names[i]; i++) {
        const xmlNode *child = find_child(node, names[i]);
        struct text content = child ? xml_content(child, arena) : TEXT_NONE;
        if (content.size > 0) {
            return content;
        }
    }
    return TEXT_NONE;
}

/* The raw content, with its line breaks and markup. */
static struct text child_markup(const xmlNode *node, const char *const *names, struct arena *arena) {
    for (size_t i = 0; names[i]; i++) {
        const xmlNode *child = find_child(node, names[i]);
        xmlChar *content = child ? xmlNodeGetContent(child) : NULL;
        struct text copy = content ? text_copy(arena, text_of((const char *)content)) : TEXT_NONE;
        xmlFree(content);
        if (copy.size > 0) {
            return copy;
        }
    }
    return TEXT_NONE;
}

static struct text item_link(const xmlNode *item, struct arena *arena) {
    const xmlNode *link = find_child(item, "link");
    struct text target = link ? xml_attribute(link, "href", arena) : TEXT_NONE;
    return target.size ? target : link ? xml_content(link, arena) : TEXT_NONE;
}

static void read_item(struct reading_state *state, const xmlNode *item, const struct article *channel, size_t number) {
    struct arena *arena = state->arena;
    struct article article = *channel;
    struct error problem = {0};
    struct text markup =
        child_markup(item, (const char *const[]){"encoded", "content", "description", "summary", NULL}, arena);
    struct text stamp =
        child_content(item, (const char *const[]){"pubDate", "published", "date", "updated", NULL}, arena);
    article.title = child_content(item, (const char *const[]){"title", NULL}, arena);
    article.url = item_link(item, arena);
    if (stamp.size > 0 && !stamp_read(stamp, &article.published)) {
        reader_remark(state, "item %zu: its date '%.40s' cannot be read", number, text_c(arena, stamp));
    }
    if (markup.size == 0 && article.title.size == 0) {
        reader_remark(state, "item %zu: it has neither title nor text; left out", number);
    } else if (markup.size > 0 && !html_to_text(state, markup, &article.text, &problem)) {
        reader_remark(state, "item %zu: %s; left out", number, problem.message);
    } else {
        *LIST_PUSH(arena, state->articles) = article;
    }
}

static void read_items(struct reading_state *state, const xmlNode *node, const struct article *channel) {
    size_t number = 0;
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (xml_is(child, "item") || xml_is(child, "entry")) {
            read_item(state, child, channel, ++number);
        }
    }
}

static bool read_document(struct reading_state *state, const xmlNode *root, struct error *error) {
    const xmlNode *channel = find_child(root, "channel");
    const xmlNode *about = channel ? channel : root;
    bool known = xml_is(root, "rss") || xml_is(root, "feed") || xml_is(root, "RDF");
    if (!known) {
        return error_set(error, ERROR_INPUT, "this XML is no RSS or Atom feed: its root is <%s>",
                         (const char *)root->name);
    }
    size_t before = state->articles->count;
    struct text language = child_content(about, (const char *const[]){"language", NULL}, state->arena);
    language = language.size ? language : xml_attribute(root, "lang", state->arena);
    struct article common = {.path = state->path,
                             .source = child_content(about, (const char *const[]){"title", NULL}, state->arena),
                             .language = language_tag(language, state->arena)};
    read_items(state, about, &common);
    read_items(state, xml_is(root, "RDF") ? root : about->next ? about->next : root, &common);
    return state->articles->count > before || error_set(error, ERROR_INPUT, "the feed has no items that can be read");
}

static void ignore_error(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

bool feed_read(struct reading_state *state, struct text xml, struct error *error) {
    xmlResetLastError();
    xmlSetGenericErrorFunc(NULL, ignore_error);
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
    xmlDocPtr document = xmlReadMemory(xml.data, (int)xml.size, NULL, "UTF-8", options);
    const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    if (!root) {
        const xmlError *problem = xmlGetLastError();
        xmlFreeDoc(document);
        return error_set(error, ERROR_INPUT, "line %d: this is not well-formed XML: %s", problem ? problem->line : 1,
                         problem && problem->message ? problem->message : "no element in it");
    }
    bool read = read_document(state, root, error);
    xmlFreeDoc(document);
    return read;
}
