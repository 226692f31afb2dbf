#include "xml_text.h"

#include <string.h>

bool xml_is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && xmlStrcasecmp(node->name, (const xmlChar *)name) == 0;
}

struct text xml_attribute(const xmlNode *node, const char *name, struct arena *arena) {
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    struct text copy = value ? text_copy(arena, text_of((const char *)value)) : TEXT_NONE;
    xmlFree(value);
    return copy;
}

struct text xml_fold_space(struct text text, struct arena *arena) {
    struct builder builder = builder_new(arena);
    bool space = false;
    size_t at = 0;
    while (at < text.size) {
        uint32_t c = text_next(text, &at);
        if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x85) {
            space = true;
            continue;
        }
        if (space && builder.count > 0) {
            builder_add_char(&builder, ' ');
        }
        space = false;
        builder_add_code_point(&builder, c);
    }
    return builder_text(&builder);
}

struct text xml_content(const xmlNode *node, struct arena *arena) {
    xmlChar *content = xmlNodeGetContent(node);
    struct text folded = content ? xml_fold_space(text_of((const char *)content), arena) : TEXT_NONE;
    xmlFree(content);
    return folded;
}
