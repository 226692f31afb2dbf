#include "svg_writer.h"

#include <string.h>

enum { NAME_SLOTS = 4096, INDENT = 1, LONGEST_ID = 80 };

struct svg_name {
    struct text slug;
    int count;
};

struct svg_names {
    struct svg_name slots[NAME_SLOTS]; /* open addressing */
    size_t count;
};

static bool is_id_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/*
 * Letters, digits, hyphens: what an id, a CSS selector and a fragment of a URL all take as it is. The underscore is
 * kept for joining prefix, name and number, so that no two ways of joining give the same id.
 */
static struct text slug_of(struct arena *arena, struct text name) {
    struct builder slug = builder_new(arena);
    for (size_t i = 0; i < name.size && slug.count < LONGEST_ID; i++) {
        bool word = is_id_char(name.data[i]);
        if (word || (slug.count > 0 && slug.items[slug.count - 1] != '-'))
            builder_add_char(&slug, word ? name.data[i] : '-');
    }
    return builder_text(&slug);
}

/* An id begins with a letter. */
static struct text prefix_of(struct arena *arena, struct text scene_id) {
    struct text slug = slug_of(arena, scene_id);
    bool letter = slug.size > 0 && slug.data[0] > '9';
    return letter ? slug : text_format(arena, "map-%.*s", TEXT_ARGS(slug));
}

struct svg_writer svg_writer_new(const struct scene *scene, const struct lettering *lettering, bool outlines,
                                 struct arena *arena) {
    return (struct svg_writer){.out = builder_new(arena),
                               .lettering = lettering,
                               .outlines = outlines,
                               .prefix = prefix_of(arena, scene->id),
                               .page = {0, 0, scene->width, scene->height},
                               .names = ARENA_NEW(arena, struct svg_names)};
}

void svg_indent(struct svg_writer *svg) {
    for (int i = 0; i < (svg->depth + svg->inside) * INDENT; i++)
        builder_add_char(&svg->out, ' ');
}

/* How often this slug has been used, this time counted; 0 when there are too many names to remember. */
static int count_name(struct svg_names *names, struct text slug) {
    size_t slot = (size_t)(text_hash(slug) % NAME_SLOTS);
    while (names->slots[slot].count > 0 && !text_equal(names->slots[slot].slug, slug))
        slot = (slot + 1) % NAME_SLOTS;
    if (names->slots[slot].count == 0) {
        if (names->count >= NAME_SLOTS * 3 / 4)
            return 0;
        names->slots[slot].slug = slug;
        names->count++;
    }
    return ++names->slots[slot].count;
}

void svg_id(struct svg_writer *svg, struct text name) {
    struct text slug = slug_of(svg->out.arena, name);
    int count = slug.size ? count_name(svg->names, slug) : 0;
    if (count > 1)
        builder_format(&svg->out, " id=\"%.*s_%.*s_%d\"", TEXT_ARGS(svg->prefix), TEXT_ARGS(slug), count);
    else if (count == 1)
        builder_format(&svg->out, " id=\"%.*s_%.*s\"", TEXT_ARGS(svg->prefix), TEXT_ARGS(slug));
}

void svg_number(struct svg_writer *svg, const char *name, double value) {
    builder_format(&svg->out, " %s=\"", name);
    builder_add_number(&svg->out, value, 2);
    builder_add_char(&svg->out, '"');
}

void svg_point(struct svg_writer *svg, struct page_point point) {
    builder_add_number(&svg->out, point.x, 2);
    builder_add_char(&svg->out, ' ');
    builder_add_number(&svg->out, point.y, 2);
}

void svg_box(struct svg_writer *svg, struct page_box box) {
    svg_number(svg, "x", box.left);
    svg_number(svg, "y", box.top);
    svg_number(svg, "width", box.right - box.left);
    svg_number(svg, "height", box.bottom - box.top);
}

void svg_colour(struct svg_writer *svg, const char *name, struct colour colour) {
    if (!(colour.opacity > 0)) {
        builder_format(&svg->out, " %s=\"none\"", name);
        return;
    }
    builder_format(&svg->out, " %s=\"#%02x%02x%02x\"", name, colour.red, colour.green, colour.blue);
    if (colour.opacity < 1) {
        builder_format(&svg->out, " %s-opacity=\"", name);
        builder_add_number(&svg->out, colour.opacity, 3);
        builder_add_char(&svg->out, '"');
    }
}
