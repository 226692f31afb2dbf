#include "incident_key.h"

#include "list.h"
#include "paragraph.h"
#include "scene_add.h"

#include <math.h>

enum { ENTRY_LINES = 2, MOST_COLUMNS = 3 };

static const double least_column = 270, column_gap = 20, number_width = 22; /* page units at unit 1 */
static const double most_of_page = 0.4;

void incident_key_add(struct composition *composition, int number, struct text text) {
    size_t at = composition->keys.count;
    LIST_PUSH(composition->arena, &composition->keys);
    for (; at > 0 && composition->keys.items[at - 1].number > number; at--)
        composition->keys.items[at] = composition->keys.items[at - 1];
    composition->keys.items[at] = (struct key_entry){number, text};
}

/* How the entries stand: columns of `lines` lines at most. */
struct key_table {
    int columns;
    double column_width;
    size_t lines, total;
};

static size_t break_entry(const struct composition *composition, const struct key_table *table,
                          const struct key_entry *entry, struct text lines[ENTRY_LINES]) {
    double width = table->column_width - number_width * composition->unit;
    return paragraph_break(&composition->sources->measure, &composition_paint(composition, STYLE_LEGEND)->text,
                           entry->text, composition->plan->lang, width, ENTRY_LINES, composition->arena, lines);
}

static struct key_table key_table_of(const struct composition *composition, double width) {
    struct text lines[ENTRY_LINES];
    double gap = column_gap * composition->unit;
    int columns = (int)((width + gap) / (least_column * composition->unit + gap));
    struct key_table table = {.columns = columns < 1 ? 1 : columns > MOST_COLUMNS ? MOST_COLUMNS : columns};
    table.column_width = (width - gap * (table.columns - 1)) / table.columns;
    size_t longest = 1;
    for (size_t i = 0; i < composition->keys.count; i++) {
        size_t count = break_entry(composition, &table, &composition->keys.items[i], lines);
        table.total += count;
        longest = count > longest ? count : longest;
    }
    table.lines = (table.total + (size_t)table.columns - 1) / (size_t)table.columns + longest - 1;
    return table;
}

static double line_step(const struct composition *composition) {
    return composition_paint(composition, STYLE_LEGEND)->text.size * 1.3;
}

static size_t most_lines(const struct composition *composition) {
    return (size_t)(composition->options->height * most_of_page / line_step(composition));
}

double incident_key_height(const struct composition *composition, double width) {
    if (composition->keys.count == 0)
        return 0;
    struct key_table table = key_table_of(composition, width);
    return fmin((double)table.lines, (double)most_lines(composition)) * line_step(composition) + 6 * composition->unit;
}

static void draw_entry(struct composition *composition, const struct key_entry *entry, const struct text *lines,
                       size_t count, struct page_point at, double column_width) {
    const struct paint *paint = composition_paint(composition, STYLE_LEGEND);
    bool rtl = language_is_rtl(composition->plan->lang);
    double edge = rtl ? at.x + column_width : at.x, indent = (rtl ? -number_width : number_width) * composition->unit;
    enum text_anchor anchor = rtl ? ANCHOR_END : ANCHOR_START;
    struct text_style bold = paint->text;
    bold.weight = 700;
    bold.colour = composition_paint(composition, STYLE_CALLOUT)->text.colour;
    struct page_point first = {edge, at.y + paint->text.size};
    scene_add_text(composition->scene, composition->arena, TEXT("key"),
                   wording_number(&composition->words, entry->number), composition->plan->lang, first, &bold, anchor);
    for (size_t i = 0; i < count; i++) {
        struct page_point line = {edge + indent, first.y + (double)i * line_step(composition)};
        scene_add_text(composition->scene, composition->arena, TEXT("key"), lines[i], composition->plan->lang, line,
                       &paint->text, anchor);
    }
}

void incident_key_draw(struct composition *composition, struct page_point at, double width) {
    struct key_table table = key_table_of(composition, width);
    size_t limit = table.lines < most_lines(composition) ? table.lines : most_lines(composition), used = 0, i = 0;
    bool rtl = language_is_rtl(composition->plan->lang);
    double step = table.column_width + column_gap * composition->unit;
    int column = 0;
    for (; i < composition->keys.count; i++) {
        struct text lines[ENTRY_LINES];
        size_t count = break_entry(composition, &table, &composition->keys.items[i], lines);
        if (used + count > limit) {
            column++;
            used = 0;
        }
        if (column == table.columns)
            break;
        int place = rtl ? table.columns - 1 - column : column;
        struct page_point top = {at.x + place * step, at.y + (double)used * line_step(composition)};
        draw_entry(composition, &composition->keys.items[i], lines, count, top, table.column_width);
        used += count;
    }
    if (i < composition->keys.count)
        composition_remark(composition, text_format(composition->arena,
                                                    "the key has room for %zu of %zu numbers; a larger --size has more",
                                                    i, composition->keys.count));
}
