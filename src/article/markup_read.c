#include "list.h"
#include "markup.h"
#include "markup_names.h"

#include <string.h>

enum { MOST_NODES = 4 << 20, MOST_ATTRIBUTES = 64, NO_SCOPE = -1 };

/* An element that is open; the other numbers are places in the stack, of what they were before it was opened. */
struct open_element {
    uint32_t node;
    int same, block, scope;
    uint16_t default_space;
};

struct stack {
    struct open_element *items;
    size_t count, capacity;
};

struct prefix {
    struct text name;
    uint16_t space;
};

struct prefixes {
    struct prefix *items;
    size_t count, capacity;
};

struct reading {
    struct markup *markup;
    struct arena *arena;
    struct text source;
    size_t at;
    struct stack stack;
    int *last; /* place in the stack of the last open element of a tag, -1: none */
    size_t last_room;
    int block, scope; /* the last open block, and the last element that is a scope */
    struct prefixes prefixes;
    size_t tag_at;                   /* where the tag stands that is read */
    bool endless[MARKUP_HTML_NAMES]; /* of elements of text: there is no end tag any more */
    bool no_cdata_end;               /* there is no "]]>" any more */
};

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_name_end(char c) {
    return is_space(c) || c == '>' || c == '/';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || (unsigned char)c >= 0x80;
}

static int *last_of(struct reading *reading, uint16_t tag) {
    if (tag >= reading->last_room) {
        size_t room = ((size_t)tag + 64) * 2;
        int *grown = ARENA_ARRAY(reading->arena, int, room);
        for (size_t i = 0; i < room; i++)
            grown[i] = i < reading->last_room ? reading->last[i] : NO_SCOPE;
        reading->last = grown;
        reading->last_room = room;
    }
    return &reading->last[tag];
}

static int highest(int a, int b) {
    return a > b ? a : b;
}

static uint32_t current(const struct reading *reading) {
    return reading->stack.count ? reading->stack.items[reading->stack.count - 1].node : 0;
}

static void pop(struct reading *reading) {
    struct open_element *top = &reading->stack.items[--reading->stack.count];
    struct markup_node *node = &reading->markup->nodes[top->node];
    node->end = (uint32_t)reading->markup->count;
    node->inner_end = (uint32_t)(reading->tag_at > node->inner ? reading->tag_at : node->inner);
    *last_of(reading, node->tag) = top->same;
    reading->block = top->block;
    reading->scope = top->scope;
}

/* Closes all from the place in the stack on. */
static void close_from(struct reading *reading, int place) {
    while (place >= 0 && reading->stack.count > (size_t)place)
        pop(reading);
}

static struct markup_node *add_node(struct reading *reading, uint16_t tag) {
    struct markup *markup = reading->markup;
    markup->nodes = list_grow(reading->arena, markup->nodes, markup->count, &markup->capacity, sizeof *markup->nodes);
    struct markup_node *node = &markup->nodes[markup->count++];
    *node = (struct markup_node){.tag = tag,
                                 .parent = current(reading),
                                 .end = (uint32_t)markup->count,
                                 .attributes = (uint32_t)markup->attribute_count};
    return node;
}

static void add_text(struct reading *reading, size_t from, size_t to, bool decode) {
    if (from >= to)
        return;
    struct text text = text_slice(reading->source, from, to);
    struct markup_node *node = add_node(reading, TAG_TEXT);
    node->text = decode ? markup_decode(text, reading->arena) : text;
    node->cdata = !decode;
}

static void push(struct reading *reading, uint32_t node, unsigned traits) {
    uint16_t tag = reading->markup->nodes[node].tag;
    int place = (int)reading->stack.count, *last = last_of(reading, tag);
    reading->markup->nodes[node].inner = (uint32_t)reading->at;
    uint16_t space = place > 0 ? reading->stack.items[place - 1].default_space : 0;
    struct open_element *top = LIST_PUSH(reading->arena, &reading->stack);
    *top = (struct open_element){node, *last, reading->block, reading->scope, space};
    *last = place;
    reading->block = traits & TRAIT_BLOCK ? place : reading->block;
    reading->scope = traits & TRAIT_SCOPE ? place : reading->scope;
}

/* Closes the last open one of the tags, if it was opened after `limit`. */
static void close_last(struct reading *reading, uint16_t tag, uint16_t other, int limit) {
    int place = highest(*last_of(reading, tag), *last_of(reading, other));
    if (place > limit)
        close_from(reading, place);
}

static void close_row(struct reading *reading, uint16_t tag) {
    int table = *last_of(reading, TAG_TABLE);
    if (tag == TAG_TD || tag == TAG_TH) {
        close_last(reading, TAG_TD, TAG_TH, highest(table, *last_of(reading, TAG_TR)));
    } else if (tag == TAG_TR) {
        close_last(reading, TAG_TR, TAG_TR, table);
    } else {
        close_last(reading, TAG_TBODY, TAG_THEAD, table);
        close_last(reading, TAG_TFOOT, TAG_TFOOT, table);
    }
}

static bool heading_is_open(const struct reading *reading) {
    return reading->stack.count > 0 &&
           markup_names_traits(reading->markup->nodes[current(reading)].tag) & TRAIT_HEADING;
}

/* What the start of an element ends by the rules of HTML. */
static void close_for(struct reading *reading, uint16_t tag, unsigned traits) {
    int lists = highest(highest(*last_of(reading, TAG_UL), *last_of(reading, TAG_OL)), reading->scope);
    int head = *last_of(reading, TAG_HEAD);
    if (head >= 0 && !(traits & TRAIT_HEAD))
        close_from(reading, head);
    if (traits & TRAIT_BLOCK)
        close_last(reading, TAG_P, TAG_P, reading->scope);
    if (traits & TRAIT_HEADING && heading_is_open(reading))
        pop(reading);
    if (traits & TRAIT_ROW)
        close_row(reading, tag);
    if (tag == TAG_LI)
        close_last(reading, TAG_LI, TAG_LI, lists);
    else if (tag == TAG_DD || tag == TAG_DT)
        close_last(reading, TAG_DD, TAG_DT, highest(*last_of(reading, TAG_DL), reading->scope));
    else if (tag == TAG_A)
        close_last(reading, TAG_A, TAG_A, reading->block);
}

static int highest_heading(struct reading *reading) {
    int place = NO_SCOPE;
    for (int tag = TAG_H1; tag <= TAG_H6; tag++)
        place = highest(place, *last_of(reading, (uint16_t)tag));
    return place;
}

static void end_element(struct reading *reading, struct text name) {
    uint16_t tag = markup_names_number(reading->markup->names, name);
    unsigned traits = reading->markup->xml ? 0 : markup_names_traits(tag);
    int place = traits & TRAIT_HEADING ? highest_heading(reading) : *last_of(reading, tag);
    int limit = NO_SCOPE;
    if (reading->markup->xml || tag == TAG_TABLE)
        limit = NO_SCOPE;
    else if (tag == TAG_BODY || tag == TAG_HTML)
        return; /* what follows is still read */
    else if (tag == TAG_FORM)
        limit = (int)reading->stack.count - 2; /* ends nothing but itself */
    else if (traits & TRAIT_ROW)
        limit = *last_of(reading, TAG_TABLE);
    else if (traits & TRAIT_INLINE)
        limit = highest(reading->block, reading->scope);
    else
        limit = reading->scope == place ? place - 1 : reading->scope;
    if (place > limit)
        close_from(reading, place);
}

static size_t skip_space(const struct reading *reading, size_t at) {
    while (at < reading->source.size && is_space(reading->source.data[at]))
        at++;
    return at;
}

/* The value after "=": in quotes, or up to white space or the end of the tag. */
static struct text read_value(const struct reading *reading, size_t *at) {
    struct text source = reading->source;
    size_t from = *at;
    char quote = from < source.size ? source.data[from] : '>';
    const char *end =
        quote == '"' || quote == '\'' ? memchr(source.data + from + 1, quote, source.size - from - 1) : NULL;
    if (end) {
        *at = (size_t)(end - source.data) + 1;
        return text_slice(source, from + 1, *at - 1);
    }
    while (*at < source.size && !is_space(source.data[*at]) && source.data[*at] != '>')
        (*at)++;
    return text_slice(source, from, *at);
}

static void keep_attribute(struct reading *reading, struct text name, struct text value) {
    struct markup *markup = reading->markup;
    struct markup_node *node = &markup->nodes[markup->count - 1];
    if (node->attribute_count == MOST_ATTRIBUTES || name.size == 0)
        return;
    markup->attributes = list_grow(reading->arena, markup->attributes, markup->attribute_count,
                                   &markup->attribute_capacity, sizeof *markup->attributes);
    markup->attributes[markup->attribute_count++] = (struct markup_attribute){name, value};
    node->attribute_count++;
}

/* From behind the name to behind the ">"; true if the tag ends with "/>". */
static bool read_attributes(struct reading *reading) {
    struct text source = reading->source;
    size_t at = reading->at;
    while (at < source.size && source.data[at] != '>') {
        size_t from = at;
        while (at < source.size && !is_name_end(source.data[at]) && (source.data[at] != '=' || at == from))
            at++;
        struct text name = text_slice(source, from, at), value = TEXT("");
        size_t next = skip_space(reading, at);
        if (name.size > 0 && next < source.size && source.data[next] == '=') {
            at = skip_space(reading, next + 1);
            value = read_value(reading, &at);
        }
        keep_attribute(reading, name, value);
        at += at < source.size && source.data[at] != '>' && (is_name_end(source.data[at]) || at == from);
    }
    reading->at = at < source.size ? at + 1 : at;
    return at > 0 && at < source.size && source.data[at - 1] == '/';
}

/* The number of the namespace that a prefix stands for: the URI declared last, else the prefix. */
static uint16_t prefix_space(const struct reading *reading, struct text prefix) {
    for (size_t i = 0; i < reading->prefixes.count; i++)
        if (text_equal(reading->prefixes.items[i].name, prefix))
            return reading->prefixes.items[i].space;
    return markup_names_number(reading->markup->names, prefix);
}

static void declare(struct reading *reading, struct text name, struct text uri) {
    enum { MOST_PREFIXES = 100 };
    uint16_t space = markup_names_number(reading->markup->names, markup_decode(text_trim(uri), reading->arena));
    for (size_t i = 0; i < reading->prefixes.count; i++)
        if (text_equal(reading->prefixes.items[i].name, name)) {
            reading->prefixes.items[i].space = space;
            return;
        }
    if (reading->prefixes.count < MOST_PREFIXES)
        *LIST_PUSH(reading->arena, &reading->prefixes) = (struct prefix){name, space};
}

/* Reads the declarations of an XML element; its default namespace counts inside it too. */
static uint16_t read_namespaces(struct reading *reading, const struct markup_node *node) {
    uint16_t space = reading->stack.count ? reading->stack.items[reading->stack.count - 1].default_space : 0;
    for (uint32_t i = 0; i < node->attribute_count; i++) {
        struct markup_attribute attribute = reading->markup->attributes[node->attributes + i];
        if (text_is(attribute.name, "xmlns"))
            space =
                markup_names_number(reading->markup->names, markup_decode(text_trim(attribute.value), reading->arena));
        else if (text_starts(attribute.name, TEXT("xmlns:")))
            declare(reading, text_slice(attribute.name, 6, attribute.name.size), attribute.value);
    }
    return space;
}

static void start_xml(struct reading *reading, struct text name) {
    size_t colon = text_find(name, TEXT(":"), 0);
    bool prefixed = colon < name.size;
    struct text local = prefixed ? text_slice(name, colon + 1, name.size) : name;
    uint32_t index = (uint32_t)reading->markup->count;
    struct markup_node *node = add_node(reading, markup_names_number(reading->markup->names, local));
    node->text = prefixed ? text_slice(name, 0, colon) : TEXT("");
    bool empty = read_attributes(reading);
    node = &reading->markup->nodes[index];
    uint16_t space = read_namespaces(reading, node);
    node->space = prefixed ? prefix_space(reading, node->text) : space;
    if (!empty) {
        push(reading, index, 0);
        reading->stack.items[reading->stack.count - 1].default_space = space;
    }
}

/* Where "</name" stands next; the end of the source if nowhere. */
static size_t find_end_tag(const struct reading *reading, struct text name, size_t from) {
    struct text source = reading->source;
    const char *mark = source.data + from - 1, *end = source.data + source.size;
    while (mark + 1 < end && (mark = memchr(mark + 1, '<', (size_t)(end - mark - 1)))) {
        size_t at = (size_t)(mark - source.data), size = name.size + 2;
        bool fits = at + size < source.size && mark[1] == '/' && is_name_end(mark[size]);
        for (size_t i = 0; fits && i < name.size; i++)
            fits = (mark[2 + i] | 0x20) == (name.data[i] | 0x20);
        if (fits)
            return at;
    }
    return source.size;
}

static void start_html(struct reading *reading, struct text name) {
    uint16_t tag = markup_names_number(reading->markup->names, name);
    unsigned traits = markup_names_traits(tag);
    bool again = (tag == TAG_HTML || tag == TAG_BODY) && *last_of(reading, tag) >= 0;
    close_for(reading, tag, again ? 0 : traits);
    uint32_t index = (uint32_t)reading->markup->count;
    add_node(reading, tag);
    bool empty = read_attributes(reading);
    if (again || traits & TRAIT_VOID || (empty && traits == 0))
        return;
    if (!(traits & TRAIT_RAW)) {
        push(reading, index, traits);
        return;
    }
    bool script = tag == TAG_SCRIPT || text_is(markup_names_text(reading->markup->names, tag), "style");
    size_t end = reading->endless[tag] ? reading->source.size : find_end_tag(reading, name, reading->at);
    reading->endless[tag] = end >= reading->source.size;
    push(reading, index, 0);
    if (!reading->endless[tag] || script) {
        add_text(reading, reading->at, end, tag == TAG_TITLE);
        reading->at = reading->tag_at = end;
    }
    pop(reading);
}

static void read_start(struct reading *reading) {
    size_t from = reading->at + 1, end = from;
    while (end < reading->source.size && !is_name_end(reading->source.data[end]) && reading->source.data[end] != '<')
        end++;
    struct text name = text_slice(reading->source, from, end);
    reading->at = end;
    if (reading->markup->xml)
        start_xml(reading, name);
    else
        start_html(reading, name);
}

static void skip_past(struct reading *reading, struct text mark) {
    size_t end = text_find(reading->source, mark, reading->at);
    reading->at = end < reading->source.size ? end + mark.size : reading->source.size;
}

static void read_end(struct reading *reading) {
    size_t from = reading->at + 2, end = from;
    while (end < reading->source.size && !is_name_end(reading->source.data[end]))
        end++;
    struct text name = text_slice(reading->source, from, end);
    size_t colon = reading->markup->xml ? text_find(name, TEXT(":"), 0) : name.size;
    end_element(reading, colon < name.size ? text_slice(name, colon + 1, name.size) : name);
    skip_past(reading, TEXT(">"));
}

/* <!DOCTYPE …>, with what it declares in brackets passed over. */
static void skip_declaration(struct reading *reading) {
    size_t close = text_find(reading->source, TEXT(">"), reading->at);
    struct text head = text_slice(reading->source, reading->at, close);
    if (reading->markup->xml && text_find(head, TEXT("["), 0) < head.size) {
        reading->markup->declares = true;
        skip_past(reading, TEXT("]>"));
    } else {
        skip_past(reading, TEXT(">"));
    }
}

static bool read_cdata(struct reading *reading) {
    size_t from = reading->at + 9;
    size_t end = reading->no_cdata_end ? reading->source.size : text_find(reading->source, TEXT("]]>"), from);
    reading->no_cdata_end = end >= reading->source.size;
    if (reading->no_cdata_end && !reading->markup->xml)
        return false;
    end = end < reading->source.size ? end : reading->source.size;
    add_text(reading, from, end, false);
    reading->at = end + 3 < reading->source.size ? end + 3 : reading->source.size;
    return true;
}

static void read_mark(struct reading *reading) {
    struct text rest = text_slice(reading->source, reading->at, reading->source.size);
    if (text_starts(rest, TEXT("<!--")))
        skip_past(reading, TEXT("-->"));
    else if (text_starts(rest, TEXT("<!DOCTYPE")) || text_starts(rest, TEXT("<!doctype")))
        skip_declaration(reading);
    else if (!text_starts(rest, TEXT("<![CDATA[")) || !read_cdata(reading))
        skip_past(reading, TEXT(">"));
}

/* Reads one tag at "<", or takes the "<" for text. */
static void read_tag(struct reading *reading, size_t text_from) {
    struct text source = reading->source;
    char next = reading->at + 1 < source.size ? source.data[reading->at + 1] : ' ';
    char after = reading->at + 2 < source.size ? source.data[reading->at + 2] : ' ';
    bool end = next == '/' && is_letter(after);
    bool tag = is_letter(next) || end || next == '!' || next == '?';
    if (!tag) {
        reading->at++;
        return;
    }
    add_text(reading, text_from, reading->at, true);
    reading->tag_at = reading->at;
    if (end)
        read_end(reading);
    else if (is_letter(next))
        read_start(reading);
    else
        read_mark(reading);
}

static void read_all(struct reading *reading) {
    size_t text_from = 0;
    while (reading->at < reading->source.size && reading->markup->count < MOST_NODES) {
        const char *mark = memchr(reading->source.data + reading->at, '<', reading->source.size - reading->at);
        reading->at = mark ? (size_t)(mark - reading->source.data) : reading->source.size;
        if (!mark)
            break;
        size_t before = reading->at;
        read_tag(reading, text_from);
        text_from = reading->at == before + 1 ? text_from : reading->at;
    }
    reading->markup->cut = reading->at < reading->source.size;
    add_text(reading, text_from, reading->at, true);
    reading->tag_at = reading->at;
    while (reading->stack.count > 0)
        pop(reading);
}

struct markup markup_read(struct text source, bool xml, struct arena *arena) {
    struct markup markup = {.arena = arena, .source = source, .xml = xml, .names = markup_names_new(xml, arena)};
    struct reading reading = {
        .markup = &markup, .arena = arena, .source = source, .block = NO_SCOPE, .scope = NO_SCOPE};
    add_node(&reading, TAG_OTHER);
    read_all(&reading);
    markup.nodes[0].end = (uint32_t)markup.count;
    return markup;
}
