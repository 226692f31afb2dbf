#include "legend_draw.h"

#include "mark_symbols.h"
#include "paragraph.h"
#include "scene_add.h"

#include <math.h>

static const double sample_width = 28, row_height = 21, gap = 22; /* page units at unit 1 */

/* In languages written from right to left the whole legend is mirrored within its width: x there for an x here. */
static double mirrored(const struct composition *composition, double x, double left, double width) {
    return language_is_rtl(composition->plan->lang) ? 2 * left + width - x : x;
}

static double entry_width(const struct composition *composition, const struct legend_entry *entry) {
    const struct text_style *style = &composition_paint(composition, STYLE_LEGEND)->text;
    double text = paragraph_width(&composition->sources->measure, style, entry->text, composition->plan->lang);
    return (sample_width + 7) * composition->unit + text;
}

/* Where the next entry goes: moves on, to a new row where the width is used up. */
static struct page_point place_entry(const struct composition *composition, const struct legend_entry *entry,
                                     struct page_point *next, double left, double width) {
    double wide = entry_width(composition, entry);
    if (next->x > left && next->x + wide > left + width) {
        next->x = left;
        next->y += row_height * composition->unit;
    }
    struct page_point at = *next;
    next->x += wide + gap * composition->unit;
    return at;
}

double legend_draw_height(const struct composition *composition, double width) {
    struct page_point next = {0, 0};
    if (composition->legend.count == 0)
        return 0;
    for (size_t i = 0; i < composition->legend.count; i++)
        place_entry(composition, &composition->legend.items[i], &next, 0, width);
    return next.y + row_height * composition->unit;
}

static void draw_arrow(struct composition *composition, struct colour colour, struct page_point from,
                       struct page_point to) {
    double length = 10 * composition->unit, half = 5 * composition->unit;
    struct page_point neck = {to.x - length, to.y};
    struct page_point corners[] = {to, {neck.x, neck.y - half}, {neck.x, neck.y + half}};
    struct page_shape head = scene_path(composition->arena, corners, 3, true);
    scene_add_line(composition->scene, composition->arena, TEXT("legend"),
                   scene_segment(composition->arena, from, neck),
                   (struct stroke){.colour = colour, .width = 2.6 * composition->unit});
    scene_add_area(composition->scene, composition->arena, TEXT("legend"), head, colour);
}

static void draw_sample(struct composition *composition, const struct legend_entry *entry, struct page_point at) {
    const struct paint *paint = entry->paint ? entry->paint : composition_paint(composition, entry->layer);
    struct scene *scene = composition->scene;
    struct arena *arena = composition->arena;
    double unit = composition->unit, right = at.x + sample_width * unit, y = at.y + row_height * unit / 2;
    double cap = paint->casing.round ? paint->casing.width / 2 : 0;
    double inset = entry->sample == LEGEND_BAND ? cap : 0; /* its round ends stay in the box */
    struct page_shape line =
        scene_segment(arena, (struct page_point){at.x + inset, y}, (struct page_point){right - inset, y});
    if (entry->sample == LEGEND_SYMBOL) {
        struct page_point middle = {(at.x + right) / 2, y};
        double size = entry->growth > 0 ? 12.5 * unit * entry->growth : fmin(paint->icon_size, 17 * unit);
        struct text symbol = entry->symbol.size ? entry->symbol : TEXT("circle");
        struct symbol_ink ink = mark_symbols_ink(paint, entry->unsure);
        bool ring = text_is(symbol, "ring"); /* its ink is the line of the circle on the map */
        struct scene_item *item =
            scene_add_symbol(scene, arena, TEXT("legend"), symbol, middle, size, ring ? paint->line.colour : ink.fill,
                             ring ? (struct stroke){0} : ink.line);
        item->text = entry->number;
        item->lang = composition->plan->lang;
        return;
    }
    if (entry->sample == LEGEND_RING) {
        struct page_point middle = {(at.x + right) / 2, y};
        scene_add_line(scene, arena, TEXT("legend"), scene_circle(arena, middle, 8 * unit), entry->line);
        return;
    }
    if (entry->sample == LEGEND_ARROW) {
        draw_arrow(composition, paint->line.colour, (struct page_point){at.x, y}, (struct page_point){right, y});
        return;
    }
    if (entry->sample == LEGEND_AREA) {
        struct page_box box = {at.x, y - 6.5 * unit, right, y + 6.5 * unit};
        struct colour fill = entry->unsure ? (struct colour){0} : paint->fill;
        struct scene_item *item =
            scene_add_box(scene, arena, TEXT("legend"), box, fill, entry->unsure ? entry->line : paint->line);
        if (entry->unsure)
            return;
        if (entry->layer != STYLE_AREA || entry->hatched)
            item->hatch = paint->hatch;
        return;
    }
    struct stroke glow = entry->glow.width > 0 ? entry->glow : paint->casing;
    if (glow.width > 0)
        scene_add_line(scene, arena, TEXT("legend"), line, glow);
    scene_add_line(scene, arena, TEXT("legend"), line, entry->sample == LEGEND_BAND ? entry->line : paint->line);
}

void legend_draw(struct composition *composition, struct page_point at, double width) {
    const struct paint *paint = composition_paint(composition, STYLE_LEGEND);
    struct page_point next = at;
    for (size_t i = 0; i < composition->legend.count; i++) {
        const struct legend_entry *entry = &composition->legend.items[i];
        struct page_point place = place_entry(composition, entry, &next, at.x, width);
        bool rtl = language_is_rtl(composition->plan->lang);
        double sample = sample_width * composition->unit, start = mirrored(composition, place.x, at.x, width);
        draw_sample(composition, entry, (struct page_point){rtl ? start - sample : start, place.y});
        struct page_point text = {mirrored(composition, place.x + sample + 7 * composition->unit, at.x, width),
                                  place.y + row_height * composition->unit / 2 + paint->text.size * 0.36};
        scene_add_text(composition->scene, composition->arena, TEXT("legend"), entry->text, composition->plan->lang,
                       text, &paint->text, rtl ? ANCHOR_END : ANCHOR_START);
    }
}
