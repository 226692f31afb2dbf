#include "blocks.h"

#include "builder.h"
#include "list.h"

#include <string.h>

static bool is_end_mark(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
           c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0x0589 || c == 0x203A;
}

static bool is_closing(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x201C ||
           c == 0x300D || c == 0x300F || c == ' ' || c == '\n' || c == '\t' || c == 0xA0;
}

bool block_ends_sentence(struct text text) {
    size_t at = text.size;
    uint32_t c = text_previous(text, &at);
    while (at > 0 && is_closing(c))
        c = text_previous(text, &at);
    return is_end_mark(c) || c == ':' || c == ';' || c == 0xFF1A;
}

uint32_t block_length(struct text text) {
    size_t halves = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool dense = c >= 0xE3 && c <= 0xED; /* Han, Kana, Hangul */
        halves += (c & 0xC0) == 0x80 ? 0 : dense ? 5 : 2;
    }
    return (uint32_t)(halves / 2);
}

struct collecting {
    const struct markup *markup;
    struct block_list blocks;
    struct builder raw;
    struct block open;  /* the paragraph that grows */
    uint32_t links_end; /* we are in a link until there */
    int breaks;         /* <br> in a row */
};

enum { SHORT_LINE = 60 };

static void flush(struct collecting *collecting) {
    struct arena *arena = collecting->markup->arena;
    struct text text = markup_fold_space(builder_text(&collecting->raw), arena);
    if (text.size > 0) {
        struct block *block = LIST_PUSH(arena, &collecting->blocks);
        *block = collecting->open;
        block->text = text;
        block->length = block_length(text);
    }
    collecting->raw.count = 0;
    collecting->open = (struct block){0};
    collecting->breaks = 0;
}

static bool is_blank(struct text text) {
    return text_trim(text).size == 0;
}

/* A line break in a wrapped line is a blank; behind a sentence, or a short line, it parts paragraphs. */
static bool parts_here(const struct collecting *collecting) {
    struct text so_far = builder_text(&collecting->raw);
    return collecting->breaks > 1 ||
           (collecting->breaks == 1 && (so_far.size < SHORT_LINE || block_ends_sentence(so_far)));
}

static void take_text(struct collecting *collecting, uint32_t node, uint32_t block) {
    struct text text = collecting->markup->nodes[node].text;
    bool blank = is_blank(text);
    if (collecting->raw.count > 0 && (collecting->open.node != block || (!blank && parts_here(collecting))))
        flush(collecting);
    if (collecting->raw.count == 0) {
        if (blank)
            return;
        collecting->open.node = block;
        collecting->open.first = node;
    }
    if (node < collecting->links_end && collecting->open.link_bytes == 0)
        collecting->open.link_from = (uint32_t)collecting->raw.count;
    builder_add(&collecting->raw, text);
    collecting->open.link_bytes += node < collecting->links_end ? (uint32_t)text.size : 0;
    collecting->breaks = blank ? collecting->breaks : 0;
}

static bool is_silent(const struct markup *markup, uint32_t node) {
    static const char *const names[] = {"style",  "template", "iframe", "noembed",  "noframes", "svg",   "button",
                                        "select", "textarea", "video",  "audio",    "object",   "input", "canvas",
                                        "math",   "head",     "map",    "datalist", NULL};
    uint16_t tag = markup->nodes[node].tag;
    if (tag == TAG_SCRIPT || tag == TAG_TITLE || tag == TAG_HEAD)
        return true;
    if (tag < TAG_OTHER)
        return false;
    struct text name = markup_name(markup, node);
    for (size_t i = 0; names[i]; i++)
        if (text_is(name, names[i]))
            return true;
    return false;
}

static void take_element(struct collecting *collecting, uint32_t node) {
    const struct markup_node *element = &collecting->markup->nodes[node];
    if (markup_is_block(element->tag)) {
        flush(collecting);
    } else if (element->tag == TAG_BR && collecting->raw.count > 0) {
        builder_add_char(&collecting->raw, ' ');
        collecting->breaks++;
    } else if (element->tag == TAG_A && element->end > collecting->links_end) {
        collecting->links_end = element->end;
    }
}

struct block_list block_list_read(const struct markup *markup, const bool *passed_over) {
    struct collecting collecting = {.markup = markup, .raw = builder_new(markup->arena)};
    uint32_t *block_of = ARENA_ARRAY(markup->arena, uint32_t, markup->count + 1);
    for (uint32_t i = 1; i < markup->count;) {
        const struct markup_node *node = &markup->nodes[i];
        if (node->tag != TAG_TEXT && ((passed_over && passed_over[i]) || is_silent(markup, i))) {
            i = node->end;
            continue;
        }
        block_of[i] = markup_is_block(node->tag) ? i : block_of[node->parent];
        if (node->tag == TAG_TEXT)
            take_text(&collecting, i, block_of[i]);
        else
            take_element(&collecting, i);
        i++;
    }
    flush(&collecting);
    return collecting.blocks;
}

struct text block_list_text(const struct block_list *blocks, struct arena *arena) {
    struct builder builder = builder_new(arena);
    for (size_t i = 0; i < blocks->count; i++) {
        builder_add_c(&builder, i ? "\n\n" : "");
        builder_add(&builder, blocks->items[i].text);
    }
    return builder_text(&builder);
}

struct text fragment_text(struct text html, struct arena *arena) {
    if (html.size == 0 || !memchr(html.data, '<', html.size))
        return text_trim(markup_decode(html, arena));
    struct markup markup = markup_read(html, false, arena);
    struct block_list blocks = block_list_read(&markup, NULL);
    return block_list_text(&blocks, arena);
}

struct text fragment_line(struct text html, struct arena *arena) {
    return markup_fold_space(fragment_text(html, arena), arena);
}
