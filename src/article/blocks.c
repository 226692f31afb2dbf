#include "blocks.h"

#include "builder.h"
#include "list.h"

#include <string.h>

struct collecting {
    const struct markup *markup;
    struct block_list blocks;
    struct builder raw;
    struct block open;  /* the paragraph that grows */
    uint32_t links_end; /* we are in a link until there */
    int breaks;         /* <br> in a row */
    bool apart;
};

static void flush(struct collecting *collecting) {
    struct arena *arena = collecting->markup->arena;
    struct text text = markup_fold_space(builder_text(&collecting->raw), arena);
    if (text.size > 0) {
        struct block *block = LIST_PUSH(arena, &collecting->blocks);
        *block = collecting->open;
        block->text = text;
        block->breaks = collecting->apart;
    }
    collecting->raw.count = 0;
    collecting->open = (struct block){0};
    collecting->breaks = 0;
    collecting->apart = false;
}

static bool is_blank(struct text text) {
    return text_trim(text).size == 0;
}

static void take_text(struct collecting *collecting, uint32_t node, uint32_t block) {
    struct text text = collecting->markup->nodes[node].text;
    bool blank = is_blank(text);
    if (collecting->raw.count > 0 && (collecting->open.node != block || (collecting->breaks > 1 && !blank))) {
        bool apart = collecting->open.node == block;
        flush(collecting);
        collecting->apart = apart;
    }
    if (collecting->raw.count == 0) {
        if (blank)
            return;
        collecting->open.node = block;
        collecting->open.first = node;
    }
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
