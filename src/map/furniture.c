#include "furniture.h"

#include "builder.h"
#include "incident_key.h"
#include "legend_draw.h"
#include "list.h"
#include "paragraph.h"
#include "scene_add.h"

#include <math.h>

enum { TITLE_LINES = 3, EXCERPT_LINES = 3, NOTE_LINES = 4, NOTE_LIMIT = 8, CREDIT_LINES = 8 };

static const double usual_footer = 112; /* page units at unit 1, on a page 900 units wide or more */
static const double most_footer = 1 / 3.0, most_low_footer = 0.24; /* of the page's height */
static const double footer_slack = 64;                             /* how far the panel may still grow down */

/* Where lines stand: their left or right end, and how wide they may be. */
struct column {
    double x, width;
    enum text_anchor anchor;
};

static struct column page_column(const struct composition *composition) {
    double margin = composition->style->margin, width = composition->options->width - 2 * margin;
    bool rtl = language_is_rtl(composition->plan->lang);
    return (struct column){rtl ? margin + width : margin, width, rtl ? ANCHOR_END : ANCHOR_START};
}

static size_t break_lines(const struct composition *composition, enum style_layer layer, struct text text, size_t limit,
                          struct text *lines) {
    return paragraph_break(&composition->sources->measure, &composition_paint(composition, layer)->text, text,
                           composition->plan->lang, page_column(composition).width, limit, composition->arena, lines);
}

static double line_height(const struct composition *composition, enum style_layer layer) {
    return composition_paint(composition, layer)->text.size * 1.25;
}

static double title_height(const struct composition *composition) {
    struct text lines[TITLE_LINES];
    size_t titles = break_lines(composition, STYLE_TITLE, composition->plan->title, TITLE_LINES, lines);
    size_t subtitles = break_lines(composition, STYLE_SUBTITLE, composition->plan->subtitle, 2, lines);
    double height = (double)titles * line_height(composition, STYLE_TITLE) +
                    (double)subtitles * line_height(composition, STYLE_SUBTITLE);
    return height + (titles + subtitles > 0 ? 9 * composition->unit : 0);
}

double furniture_footer_limit(const struct composition *composition) {
    double height = composition->options->height;
    if (composition->plan->footer > 0)
        return composition->plan->footer;
    return height * (height < FURNITURE_LOW_PAGE ? most_low_footer : most_footer);
}

/* What it usually takes on this page, or where that is known, the height that this map has. */
static double expected_footer(const struct composition *composition) {
    if (composition->footer > 0)
        return composition->footer;
    double unit = composition->unit, narrow = 900 * unit / composition->options->width;
    double usual = usual_footer * unit * fmin(fmax(narrow, 1), 1.6);
    return fmin(usual, furniture_footer_limit(composition) * 0.9);
}

struct frame_layout furniture_layout(const struct composition *composition) {
    double margin = composition->style->margin, unit = composition->unit;
    double width = composition->options->width, height = composition->options->height;
    double top = fmin(margin * 0.75 + title_height(composition), height * 0.6);
    double bottom = fmax(height - margin * 0.6 - expected_footer(composition), top + height * 0.3);
    struct frame_layout layout = {.width = width, .height = height};
    layout.panel = (struct page_box){margin, top, width - margin, fmin(bottom, height - margin)};
    layout.window = layout.panel;
    layout.window.bottom = fmin(layout.panel.bottom + footer_slack * unit, height);
    return layout;
}

double scale_bar_length(double most) {
    static const double steps[] = {5, 2, 1};
    if (!(most >= 0.1))
        return 0;
    double power = pow(10, floor(log10(most)));
    for (int i = 0; i < 3; i++)
        if (steps[i] * power <= most * (1 + 1e-9))
            return steps[i] * power;
    return power;
}

/* All notes as one paragraph. */
static size_t note_lines(const struct composition *composition, struct text *lines) {
    struct builder out = builder_new(composition->arena);
    for (size_t i = 0; i < composition->notes.list.count && i < NOTE_LIMIT; i++) {
        builder_add_c(&out, i ? " " : "");
        builder_add(&out, composition->notes.list.items[i]);
    }
    return break_lines(composition, STYLE_NOTE, builder_text(&out), NOTE_LINES, lines);
}

static double scale_width(const struct composition *composition) {
    return composition->frame.km_per_unit > 12 ? 0 : 225 * composition->unit;
}

/* On a narrow page the legend begins below the scale bar, not beside it. */
static bool is_narrow(const struct composition *composition) {
    return scale_width(composition) > 0.42 * page_column(composition).width;
}

static double legend_width(const struct composition *composition) {
    double width = page_column(composition).width;
    return is_narrow(composition) ? width : width - scale_width(composition);
}

static double legend_top(const struct composition *composition) {
    return is_narrow(composition) && composition->legend.count > 0 ? 30 * composition->unit : 0;
}

/* Of the legend and the scale bar. */
static double key_height(const struct composition *composition) {
    double legend = legend_draw_height(composition, legend_width(composition));
    return fmax(legend + legend_top(composition), 30 * composition->unit);
}

static double excerpt_height(const struct composition *composition) {
    struct text lines[EXCERPT_LINES];
    size_t count = break_lines(composition, STYLE_SUBTITLE, composition->plan->excerpt, EXCERPT_LINES, lines);
    return (double)count * line_height(composition, STYLE_SUBTITLE) + (count ? 5 : 0) * composition->unit;
}

double furniture_footer_height(const struct composition *composition) {
    struct text lines[NOTE_LINES + CREDIT_LINES];
    double unit = composition->unit;
    size_t notes = note_lines(composition, lines);
    size_t credits = break_lines(composition, STYLE_CREDITS, furniture_credits(composition), CREDIT_LINES, lines);
    return 12 * unit + key_height(composition) + excerpt_height(composition) +
           incident_key_height(composition, page_column(composition).width) +
           (double)notes * line_height(composition, STYLE_NOTE) +
           (double)credits * line_height(composition, STYLE_CREDITS) + (notes ? 4 : 0) * unit;
}

static struct text boundary_date(const struct geodata *geodata) {
    for (size_t i = 0; i < geodata->count; i++)
        if (text_find(geodata->sources[i].path, TEXT("borders"), 0) < geodata->sources[i].path.size)
            return geodata->sources[i].date;
    return TEXT_NONE;
}

static struct text joined_credits(const struct composition *composition) {
    struct builder out = builder_new(composition->arena);
    for (size_t i = 0; i < composition->credits.count; i++) {
        builder_add_c(&out, i ? "; " : "");
        builder_add(&out, composition->credits.items[i]);
    }
    return builder_text(&out);
}

struct text furniture_credits(const struct composition *composition) {
    struct date boundary = {0, 0, 0};
    struct text boundary_text = boundary_date(composition->sources->geodata);
    if (date_read(boundary_text, &boundary))
        boundary_text = wording_date(&composition->words, boundary);
    struct blank blanks[] = {{"sources", joined_credits(composition)},
                             {"boundary", boundary_text},
                             {"date", wording_date(&composition->words, composition->plan->as_of)}};
    const char *key = boundary_text.size == 0 ? "credits.sources"
                      : blanks[2].value.size  ? "credits.dated"
                                              : "credits.plain";
    return wording_fill(&composition->words, key, blanks, 3);
}

/* Draws lines under each other; returns the y below the last. */
static double draw_lines(struct composition *composition, enum style_layer layer, const char *name,
                         const struct text *lines, size_t count, double y) {
    const struct paint *paint = composition_paint(composition, layer);
    struct column column = page_column(composition);
    double step = line_height(composition, layer);
    for (size_t i = 0; i < count; i++) {
        struct page_point at = {column.x, y + paint->text.size};
        scene_add_text(composition->scene, composition->arena, text_of(name), lines[i], composition->plan->lang, at,
                       &paint->text, column.anchor);
        y += step;
    }
    return y;
}

static void draw_title(struct composition *composition) {
    struct text lines[TITLE_LINES];
    double y = composition->style->margin * 0.75;
    size_t count = break_lines(composition, STYLE_TITLE, composition->plan->title, TITLE_LINES, lines);
    y = draw_lines(composition, STYLE_TITLE, "title", lines, count, y);
    count = break_lines(composition, STYLE_SUBTITLE, composition->plan->subtitle, 2, lines);
    draw_lines(composition, STYLE_SUBTITLE, "subtitle", lines, count, y);
}

static void draw_tick(struct composition *composition, double x, double y, double value, bool metres, bool last) {
    const struct paint *paint = composition_paint(composition, STYLE_SCALE);
    struct arena *arena = composition->arena;
    double tick = 5 * composition->unit;
    struct builder text = builder_new(arena);
    builder_add_number(&text, metres ? value * 1000 : value, 1);
    struct text number = wording_digits(&composition->words, builder_text(&text));
    struct text unit = composition_phrase(composition, metres ? "scale.m" : "scale.km");
    if (last)
        number = text_format(arena, "%.*s %.*s", TEXT_ARGS(number), TEXT_ARGS(unit));
    scene_add_line(composition->scene, arena, TEXT("scale"),
                   scene_segment(arena, (struct page_point){x, y - tick}, (struct page_point){x, y}), paint->line);
    struct page_point at = {x, y + paint->text.size * 1.15};
    scene_add_text(composition->scene, arena, TEXT("scale"), number, composition->plan->lang, at, &paint->text,
                   ANCHOR_MIDDLE);
}

/* At the far end of the line from where the legend begins, and running as the language does. */
static void draw_scale(struct composition *composition, struct page_box panel, double top) {
    const struct paint *paint = composition_paint(composition, STYLE_SCALE);
    double km = scale_bar_length(165 * composition->unit * composition->frame.km_per_unit);
    double length = km / composition->frame.km_per_unit, y = top + 9 * composition->unit;
    if (scale_width(composition) <= 0 || km <= 0)
        return;
    bool rtl = language_is_rtl(composition->plan->lang), metres = km < 1;
    double inset = 26 * composition->unit;
    double left = rtl ? panel.left + inset + 14 * composition->unit : panel.right - inset - length;
    struct page_point from = {left, y}, to = {left + length, y};
    scene_add_line(composition->scene, composition->arena, TEXT("scale"), scene_segment(composition->arena, from, to),
                   paint->line);
    draw_tick(composition, rtl ? left + length : left, y, 0, metres, false);
    draw_tick(composition, left + length / 2, y, km / 2, metres, false);
    draw_tick(composition, rtl ? left : left + length, y, km, metres, true);
}

static void draw_footer(struct composition *composition) {
    struct text lines[NOTE_LINES + CREDIT_LINES];
    struct page_box panel = composition->frame.layout.panel;
    double unit = composition->unit, y = panel.bottom + 8 * unit;
    double width = legend_width(composition);
    bool moved = language_is_rtl(composition->plan->lang) && !is_narrow(composition);
    double beside = moved ? scale_width(composition) : 0;
    draw_scale(composition, panel, y + 4 * unit);
    legend_draw(composition, (struct page_point){panel.left + beside, y + legend_top(composition)}, width);
    y += key_height(composition) + 4 * unit;
    incident_key_draw(composition, (struct page_point){panel.left, y}, page_column(composition).width);
    y += incident_key_height(composition, page_column(composition).width);
    size_t count = break_lines(composition, STYLE_SUBTITLE, composition->plan->excerpt, EXCERPT_LINES, lines);
    draw_lines(composition, STYLE_SUBTITLE, "excerpt", lines, count, y);
    y += excerpt_height(composition);
    count = note_lines(composition, lines);
    y = draw_lines(composition, STYLE_NOTE, "note", lines, count, y) + (count ? 4 : 0) * unit;
    count = break_lines(composition, STYLE_CREDITS, furniture_credits(composition), CREDIT_LINES, lines);
    draw_lines(composition, STYLE_CREDITS, "credits", lines, count, y);
}

void furniture_draw(struct composition *composition) {
    const struct paint *panel = composition_paint(composition, STYLE_PANEL);
    scene_layer_begin(composition->scene, composition->arena, "furniture");
    if (panel->line.width > 0)
        scene_add_box(composition->scene, composition->arena, TEXT("panel"), composition->frame.layout.panel,
                      (struct colour){0}, panel->line);
    draw_title(composition);
    draw_footer(composition);
    scene_layer_end(composition->scene, composition->arena);
}
