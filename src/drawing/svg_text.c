#include "svg_text.h"
#include "canvas.h"
#include "fonts.h"

#include <math.h>
#include <string.h>

/* Twice each text is written: its halo, then its letters. */
enum text_layer { HALO, LETTERS };

static bool has_halo(const struct scene_item *item) {
    return item->style.halo_width > 0 && item->style.halo.opacity > 0;
}

static bool is_right_to_left(uint32_t c) {
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

static bool is_strong(uint32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF));
}

/* The direction of the first letter is that of the line, as in the other formats. */
static bool reads_leftwards(struct text text) {
    size_t at = 0;
    while (at < text.size) {
        uint32_t c = text_next(text, &at);
        if (is_right_to_left(c) || is_strong(c))
            return is_right_to_left(c);
    }
    return false;
}

/* Letters that join must be shaped together: along a curve they can only be outlines. */
static bool needs_joining(struct text text) {
    size_t at = 0;
    while (at < text.size) {
        uint32_t c = text_next(text, &at);
        if ((c >= 0x600 && c <= 0x7FF) || (c >= 0x840 && c <= 0xDFF) || (c >= 0xE40 && c <= 0x10FF) ||
            (c >= 0x1780 && c <= 0x18AF))
            return c < 0x10A0 || c > 0x10FF;
    }
    return false;
}

/* Without the signs that stand for removed ones. */
static void add_visible(struct builder *out, struct text text) {
    size_t at = 0;
    while (at < text.size) {
        size_t start = at;
        uint32_t c = text_next(text, &at);
        if (c != 0x2060 && c != 0xAD)
            builder_add_xml(out, text_slice(text, start, at));
    }
}

static bool has_wide_space(struct text text) {
    return text.size > 0 &&
           (text.data[0] == ' ' || text.data[text.size - 1] == ' ' || text_find(text, TEXT("  "), 0) < text.size);
}

static void add_paint(struct svg_writer *svg, const struct scene_item *item, enum text_layer layer) {
    svg_colour(svg, "fill", layer == HALO ? (struct colour){0, 0, 0, 0} : item->style.colour);
    if (layer == HALO) {
        svg_colour(svg, "stroke", item->style.halo);
        svg_number(svg, "stroke-width", item->style.halo_width * 2);
        builder_add_c(&svg->out, " stroke-linejoin=\"round\" stroke-linecap=\"round\"");
    }
}

/* The other writing systems have no italic: viewers would slant their letters. */
static bool has_italic(struct text text, struct font_needs needs) {
    size_t at = 0;
    bool found = needs.rows == 0;
    while (at < text.size && !found) {
        uint32_t c = text_next(text, &at);
        found = (c < 0x530 && is_strong(c)) || (c >= 0x1E00 && c < 0x2000);
    }
    return found;
}

static void add_font(struct svg_writer *svg, const struct scene_item *item) {
    struct font_needs needs = fonts_needed(item->text, item->lang, item->style.family);
    if (needs.rows != 0 || needs.family != FONT_SANS) {
        builder_add_c(&svg->out, " font-family=\"");
        builder_add_xml(&svg->out, fonts_family_list(svg->out.arena, needs));
        builder_add_char(&svg->out, '"');
    }
    svg_number(svg, "font-size", item->style.size);
    if (item->style.weight > 0 && item->style.weight != 400)
        builder_format(&svg->out, " font-weight=\"%d\"", item->style.weight);
    if (item->style.italic && has_italic(item->text, needs))
        builder_add_c(&svg->out, " font-style=\"italic\"");
}

static void add_lang(struct svg_writer *svg, struct text lang) {
    if (lang.size) {
        builder_add_c(&svg->out, " xml:lang=\"");
        builder_add_xml(&svg->out, lang);
        builder_add_char(&svg->out, '"');
    }
}

/* ` transform="translate(x y) rotate(a)"`. */
static void add_turned(struct svg_writer *svg, struct page_point at, double angle) {
    builder_add_c(&svg->out, " transform=\"translate(");
    svg_point(svg, at);
    builder_add_c(&svg->out, ") rotate(");
    builder_add_number(&svg->out, angle, 2);
    builder_add_c(&svg->out, ")\"");
}

/* How far left of its anchor the text begins. */
static double anchor_shift(struct svg_writer *svg, const struct scene_item *item) {
    double width = lettering_width(svg->lettering, &item->style, item->text, item->lang);
    return item->anchor == ANCHOR_MIDDLE ? width / 2 : item->anchor == ANCHOR_END ? width : 0;
}

static void add_anchor(struct svg_writer *svg, enum text_anchor anchor, bool leftwards) {
    static const char *const names[] = {NULL, " text-anchor=\"middle\"", " text-anchor=\"end\""};
    if (leftwards) {
        anchor = anchor == ANCHOR_START ? ANCHOR_END : anchor == ANCHOR_END ? ANCHOR_START : anchor;
        builder_add_c(&svg->out, " direction=\"rtl\"");
    }
    builder_add_c(&svg->out, names[anchor] ? names[anchor] : "");
}

static void add_place(struct svg_writer *svg, const struct scene_item *item, double shift) {
    double angle = item->angle * (3.14159265358979323846 / 180);
    struct page_point at = {item->at.x - shift * cos(angle), item->at.y - shift * sin(angle)};
    if (item->angle != 0) {
        add_turned(svg, at, item->angle);
    } else {
        svg_number(svg, "x", at.x);
        svg_number(svg, "y", at.y);
    }
}

/* Whether the second line belongs to the label of the first: its name, its edge, one line below. */
static bool goes_on(const struct scene_item *line, const struct scene_item *next) {
    double step = next->at.y - line->at.y, size = line->style.size;
    bool straight = line->cluster_count == 0 && next->cluster_count == 0 && line->angle == 0 && next->angle == 0;
    return straight && line->name.size > 0 && text_equal(line->name, next->name) && line->anchor == next->anchor &&
           fabs(line->at.x - next->at.x) < 0.005 && step > 0.8 * size && step < 1.8 * size &&
           text_equal(line->lang, next->lang);
}

/* How many items from the first on are the lines of one label. */
static size_t count_lines(const struct scene_item *items, size_t count) {
    size_t lines = 1;
    while (lines < count && items[lines].text.size > 0 && items[0].text.size > 0 &&
           goes_on(&items[lines - 1], &items[lines]))
        lines++;
    return lines;
}

/* What a line looks like, and its words: of <text>, or of a <tspan> in it. Some viewers put letter spacing behind the
 * last letter, too, and others do not: only the start is the same in all. */
static void add_line(struct svg_writer *svg, const struct scene_item *item, enum text_layer layer) {
    struct text printable = lettering_printable(svg->out.arena, item->text);
    double spacing = lettering_spacing(&item->style, printable);
    add_place(svg, item, spacing > 0 ? anchor_shift(svg, item) : 0);
    add_anchor(svg, spacing > 0 ? ANCHOR_START : item->anchor, reads_leftwards(printable));
    add_font(svg, item);
    if (spacing > 0)
        svg_number(svg, "letter-spacing", spacing);
    add_paint(svg, item, layer);
    if (has_wide_space(printable))
        builder_add_c(&svg->out, " xml:space=\"preserve\"");
    builder_add_char(&svg->out, '>');
    add_visible(&svg->out, printable);
}

/* Several lines are still one label: one object, to be moved and edited as one. */
static void write_lines(struct svg_writer *svg, const struct scene_item *items, size_t count, enum text_layer layer) {
    svg_indent(svg);
    builder_add_c(&svg->out, "<text");
    if (layer == LETTERS)
        svg_id(svg, items[0].name);
    add_lang(svg, items[0].lang);
    builder_add_char(&svg->out, '>');
    for (size_t i = 0; i < count; i++) {
        builder_add_c(&svg->out, "<tspan");
        add_line(svg, &items[i], layer);
        builder_add_c(&svg->out, "</tspan>");
    }
    builder_add_c(&svg->out, "</text>\n");
}

static void write_straight(struct svg_writer *svg, const struct scene_item *item, enum text_layer layer) {
    svg_indent(svg);
    builder_add_c(&svg->out, "<text");
    if (layer == LETTERS)
        svg_id(svg, item->name);
    add_lang(svg, item->lang);
    add_line(svg, item, layer);
    builder_add_c(&svg->out, "</text>\n");
}

/* One label to those who listen, its clusters hidden from them. */
static void open_label(struct svg_writer *svg, const struct scene_item *item, enum text_layer layer,
                       struct text printable) {
    svg_indent(svg);
    builder_add_c(&svg->out, "<g");
    if (layer == LETTERS) {
        svg_id(svg, item->name);
        builder_add_c(&svg->out, " role=\"img\" aria-label=\"");
        add_visible(&svg->out, printable);
        builder_add_char(&svg->out, '"');
    }
}

static void write_clusters(struct svg_writer *svg, const struct scene_item *item, enum text_layer layer) {
    struct text printable = lettering_printable(svg->out.arena, item->text);
    open_label(svg, item, layer, printable);
    add_font(svg, item);
    add_paint(svg, item, layer);
    add_lang(svg, item->lang);
    builder_add_c(&svg->out, ">\n");
    svg->inside++;
    for (size_t i = 0; i < item->cluster_count; i++) {
        const struct placed_cluster *cluster = &item->clusters[i];
        struct text part = text_slice(printable, cluster->start, cluster->end);
        if (text_is(part, " "))
            continue;
        svg_indent(svg);
        builder_add_c(&svg->out, "<text aria-hidden=\"true\"");
        add_turned(svg, cluster->at, cluster->angle);
        builder_add_char(&svg->out, '>');
        add_visible(&svg->out, part);
        builder_add_c(&svg->out, "</text>\n");
    }
    svg->inside--;
    svg_indent(svg);
    builder_add_c(&svg->out, "</g>\n");
}

static void write_outline(struct svg_writer *svg, const struct scene_item *item, enum text_layer layer) {
    open_label(svg, item, layer, lettering_printable(svg->out.arena, item->text));
    add_paint(svg, item, layer);
    builder_add_c(&svg->out, "><path d=\"");
    builder_add(&svg->out, canvas_text_outline(svg->lettering, item, svg->out.arena));
    builder_add_c(&svg->out, "\"/></g>\n");
}

/* The label that begins with the item; returns how many items it has. */
static size_t write_text(struct svg_writer *svg, const struct scene_item *item, size_t count, enum text_layer layer) {
    bool curved = item->cluster_count > 0;
    size_t lines = svg->outlines ? 1 : count_lines(item, count);
    if (item->text.size == 0 || (layer == HALO && !has_halo(item)))
        return 1;
    if (lines > 1)
        write_lines(svg, item, lines, layer);
    else if (svg->outlines || (curved && needs_joining(item->text)))
        write_outline(svg, item, layer);
    else if (curved)
        write_clusters(svg, item, layer);
    else
        write_straight(svg, item, layer);
    return lines;
}

static void write_halos(struct svg_writer *svg, const struct scene_item *items, size_t count) {
    svg_indent(svg);
    builder_add_c(&svg->out, "<g");
    svg_id(svg, TEXT("halos"));
    builder_add_c(&svg->out, " inkscape:groupmode=\"layer\" inkscape:label=\"Halos\" aria-hidden=\"true\">\n");
    svg->inside++;
    for (size_t i = 0; i < count;)
        i += write_text(svg, &items[i], count - i, HALO);
    svg->inside--;
    svg_indent(svg);
    builder_add_c(&svg->out, "</g>\n");
}

size_t svg_text_write(struct svg_writer *svg, const struct scene_item *items, size_t count) {
    size_t run = 0;
    bool halos = false;
    while (run < count && items[run].kind == SCENE_TEXT) {
        halos = halos || (has_halo(&items[run]) && items[run].text.size);
        run++;
    }
    if (halos)
        write_halos(svg, items, run);
    for (size_t i = 0; i < run;)
        i += write_text(svg, &items[i], run - i, LETTERS);
    return run;
}
