/* xml_text.h: what the HTML and the feed reader share of libxml2; private to article/. */
#ifndef BORDERMAP_XML_TEXT_H
#define BORDERMAP_XML_TEXT_H

#include "builder.h"

#include <libxml/tree.h>
#include <stdbool.h>

/* The element's name is `name`, case ignored. */
bool xml_is(const xmlNode *node, const char *name);

/* The attribute's value in the arena; empty if there is none. */
struct text xml_attribute(const xmlNode *node, const char *name, struct arena *arena);

/* All text below the node, white space folded, in the arena. */
struct text xml_content(const xmlNode *node, struct arena *arena);

/* White space folded to single spaces, none at the ends. */
struct text xml_fold_space(struct text text, struct arena *arena);

#endif
