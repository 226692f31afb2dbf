#include "symbols.h"

#include <stdlib.h>
#include <string.h>

/* Circles of four Bézier arcs: k = 0.5523 r. */
#define DISC_12 "M12 0C12 6.63 6.63 12 0 12C-6.63 12 -12 6.63 -12 0C-12 -6.63 -6.63 -12 0 -12C6.63 -12 12 -6.63 12 0Z"
#define DISC_10 "M10 0C10 5.52 5.52 10 0 10C-5.52 10 -10 5.52 -10 0C-10 -5.52 -5.52 -10 0 -10C5.52 -10 10 -5.52 10 0Z"
#define DISC_8 "M8 0C8 4.42 4.42 8 0 8C-4.42 8 -8 4.42 -8 0C-8 -4.42 -4.42 -8 0 -8C4.42 -8 8 -4.42 8 0Z"
#define DISC_6 "M6 0C6 3.31 3.31 6 0 6C-3.31 6 -6 3.31 -6 0C-6 -3.31 -3.31 -6 0 -6C3.31 -6 6 -3.31 6 0Z"
#define DISC_5 "M5 0C5 2.76 2.76 5 0 5C-2.76 5 -5 2.76 -5 0C-5 -2.76 -2.76 -5 0 -5C2.76 -5 5 -2.76 5 0Z"
#define DISC_4 "M4 0C4 2.21 2.21 4 0 4C-2.21 4 -4 2.21 -4 0C-4 -2.21 -2.21 -4 0 -4C2.21 -4 4 -2.21 4 0Z"
/* A square with rounded corners: things that are not violence. */
#define ROUNDED                                                                                                        \
    "M-8 -11L8 -11C9.66 -11 11 -9.66 11 -8L11 8C11 9.66 9.66 11 8 11L-8 11C-9.66 11 -11 9.66 -11 8L-11 -8C-11 -9.66 "  \
    "-9.66 -11 -8 -11Z"

static const struct symbol symbols[] = {
    {"circle", {{SYMBOL_INK, 0, DISC_12}}},
    {"ring", {{SYMBOL_INK, 4, DISC_10}}},
    {"highlight", {{SYMBOL_INK, 2, DISC_10}, {SYMBOL_INK, 2, DISC_6}}},
    {"square", {{SYMBOL_INK, 0, "M-10 -10L10 -10L10 10L-10 10Z"}}},
    {"capital", {{SYMBOL_PAPER, 0, DISC_10}, {SYMBOL_INK, 3.4, DISC_10}, {SYMBOL_INK, 0, DISC_5}}},
    {"town", {{SYMBOL_PAPER, 0, DISC_10}, {SYMBOL_INK, 4.6, DISC_10}}},
    {"village", {{SYMBOL_INK, 0, DISC_8}}},
    {"peak", {{SYMBOL_INK, 0, "M0 -9L10.5 9L-10.5 9Z"}}},
    {"crossing",
     {{SYMBOL_INK, 0, ROUNDED}, {SYMBOL_PAPER, 3.2, "M-4 -6.5L-4 6.5"}, {SYMBOL_PAPER, 3.2, "M4 -6.5L4 6.5"}}},
    {"pin",
     {{SYMBOL_INK, 0, "M0 12C-3 6 -8 3 -8 -4C-8 -8.42 -4.42 -12 0 -12C4.42 -12 8 -8.42 8 -4C8 3 3 6 0 12Z"},
      {SYMBOL_PAPER, 0,
       "M3.2 -4C3.2 -2.23 1.77 -0.8 0 -0.8C-1.77 -0.8 -3.2 -2.23 -3.2 -4C-3.2 -5.77 -1.77 -7.2 0 -7.2C1.77 -7.2 3.2 "
       "-5.77 3.2 -4Z"}}},
    {"venue", {{SYMBOL_PAPER, 0, DISC_10}, {SYMBOL_INK, 3, DISC_10}, {SYMBOL_INK, 0, DISC_4}}},
    {"meeting",
     {{SYMBOL_PAPER, 0, DISC_10},
      {SYMBOL_INK, 2.6, DISC_10},
      {SYMBOL_INK, 4.4, "M-3.6 -3.4L-3.6 -3.4"},
      {SYMBOL_INK, 4.4, "M3.6 -3.4L3.6 -3.4"},
      {SYMBOL_INK, 0, "M-7 4.6C-7 1.4 -5.6 0 -3.6 0C-1.6 0 -0.5 1.4 -0.5 4.6Z"},
      {SYMBOL_INK, 0, "M0.5 4.6C0.5 1.4 1.6 0 3.6 0C5.6 0 7 1.4 7 4.6Z"}}},
    {"clash",
     {{SYMBOL_INK, 0, DISC_12},
      {SYMBOL_PAPER, 2.5, "M-6.2 -6.2L6 6"},
      {SYMBOL_PAPER, 2.5, "M6.2 -6.2L-6 6"},
      {SYMBOL_PAPER, 2.2, "M1.4 6L6 1.4"},
      {SYMBOL_PAPER, 2.2, "M-1.4 6L-6 1.4"}}},
    {"war",
     {{SYMBOL_INK, 0,
       "M0 -12L3.2 -7.8L8.5 -8.5L7.8 -3.2L12 0L7.8 3.2L8.5 8.5L3.2 7.8L0 12L-3.2 7.8L-8.5 8.5L-7.8 3.2L-12 0L-7.8 "
       "-3.2L-8.5 -8.5L-3.2 -7.8Z"},
      {SYMBOL_PAPER, 2.2, "M-4 -4L4 4"},
      {SYMBOL_PAPER, 2.2, "M4 -4L-4 4"}}},
    {"shooting",
     {{SYMBOL_INK, 0, DISC_12},
      {SYMBOL_PAPER, 2, DISC_5},
      {SYMBOL_PAPER, 2.2, "M0 -8.6L0 -5M0 8.6L0 5"},
      {SYMBOL_PAPER, 2.2, "M-8.6 0L-5 0M8.6 0L5 0"},
      {SYMBOL_PAPER, 2.6, "M0 0L0 0"}}},
    {"shelling",
     {{SYMBOL_INK, 0, DISC_12},
      {SYMBOL_PAPER, 0, "M6.6 6.6C7 2.6 5.6 -0.2 3.6 -2.2L0 -5.8L-5.8 0L-2.2 3.6C-0.2 5.6 2.6 7 6.6 6.6Z"},
      {SYMBOL_PAPER, 2.4, "M-7.4 -1.6L-1.6 -7.4"}}},
    {"air-strike",
     {{SYMBOL_INK, 0, DISC_12},
      {SYMBOL_PAPER, 0,
       "M0 -9.4C1.1 -9.4 1.7 -7.8 1.7 -6L1.7 -3.4L8.8 2.2L8.8 4.6L1.7 2.4L1.4 6L3.8 7.8L3.8 9.4L0 8.4L-3.8 9.4L-3.8 "
       "7.8L-1.4 6L-1.7 2.4L-8.8 4.6L-8.8 2.2L-1.7 -3.4L-1.7 -6C-1.7 -7.8 -1.1 -9.4 0 -9.4Z"}}},
    {"explosion",
     {{SYMBOL_INK, 0,
       "M0 -12L2.4 -6.2L7.2 -10L6.2 -4.2L12 -3.6L7.2 0L12 4.2L6 4.2L7 9.8L2.4 6.6L0 12L-2.4 6.6L-7 9.8L-6 4.2L-12 "
       "4.2L-7.2 0L-12 -3.6L-6.2 -4.2L-7.2 -10L-2.4 -6.2Z"},
      {SYMBOL_PAPER, 0, "M0 -4.4L1.4 -1.6L4.4 -1.2L2.2 0.8L3 4L0 2.4L-3 4L-2.2 0.8L-4.4 -1.2L-1.4 -1.6Z"}}},
    {"mine",
     {{SYMBOL_INK, 0,
       "M-10.4 -9.6L10.4 -9.6C11.6 -9.6 12.2 -8.4 11.6 -7.4L1.2 10.6C0.6 11.6 -0.6 11.6 -1.2 10.6L-11.6 -7.4C-12.2 "
       "-8.4 -11.6 -9.6 -10.4 -9.6Z"},
      {SYMBOL_PAPER, 0, "M-5.2 -0.6L-5.2 -2.2L-3.6 -2.2C-3.4 -4 -2 -5 0 -5C2 -5 3.4 -4 3.6 -2.2L5.2 -2.2L5.2 -0.6Z"},
      {SYMBOL_PAPER, 1.6, "M-1.4 -6.6L1.4 -6.6"},
      {SYMBOL_PAPER, 3, "M0 3.4L0 3.4"}}},
    {"attack",
     {{SYMBOL_INK, 0, DISC_12}, {SYMBOL_PAPER, 0, "M2.2 -9.2L-5.6 1.4L-0.8 1.4L-2.6 9.2L5.8 -2.2L0.8 -2.2Z"}}},
    {"offensive",
     {{SYMBOL_INK, 0, DISC_12}, {SYMBOL_PAPER, 0, "M-8.2 -2.6L0.6 -2.6L0.6 -7.2L8.6 0L0.6 7.2L0.6 2.6L-8.2 2.6Z"}}},
    {"incursion",
     {{SYMBOL_INK, 0, DISC_12},
      {SYMBOL_PAPER, 2, "M-0.4 -8.6L-0.4 -4.6M-0.4 4.6L-0.4 8.6"},
      {SYMBOL_PAPER, 2.4, "M-8 0L6.6 0"},
      {SYMBOL_PAPER, 2.4, "M3.2 -3.6L7 0L3.2 3.6"}}},
    {"abduction",
     {{SYMBOL_INK, 0, DISC_12},
      {SYMBOL_PAPER, 5.2, "M-2.6 -4.8L-2.6 -4.8"},
      {SYMBOL_PAPER, 0, "M-7.6 6.4C-7.6 1.6 -5.8 -0.8 -2.6 -0.8C0.6 -0.8 2.4 1.6 2.4 6.4Z"},
      {SYMBOL_PAPER, 2.2, "M3.6 -3L8.6 -3M6.2 -5.6L8.8 -3L6.2 -0.4"}}},
    {"arrest",
     {{SYMBOL_INK, 0, ROUNDED},
      {SYMBOL_PAPER, 0, "M-5.6 -1.4L5.6 -1.4L5.6 7.4L-5.6 7.4Z"},
      {SYMBOL_PAPER, 2.2, "M-3.4 -1.6L-3.4 -4.2C-3.4 -6.1 -1.9 -7.4 0 -7.4C1.9 -7.4 3.4 -6.1 3.4 -4.2L3.4 -1.6"},
      {SYMBOL_INK, 2, "M0 2L0 4.2"}}},
    {"protest",
     {{SYMBOL_INK, 0, ROUNDED},
      {SYMBOL_PAPER, 0, "M-8 -2.4L-3.4 -2.4L5 -7.4L5 5.4L-3.4 1.8L-8 1.8Z"},
      {SYMBOL_PAPER, 2.4, "M-4.4 2L-3.2 7.2"},
      {SYMBOL_PAPER, 2, "M8 -3.2L8 1.2"}}},
    {"closure", {{SYMBOL_INK, 0, DISC_12}, {SYMBOL_PAPER, 4.2, "M-6 0L6 0"}}},
    {"displacement",
     {{SYMBOL_INK, 0, ROUNDED},
      {SYMBOL_PAPER, 4.4, "M-4.8 -5.4L-4.8 -5.4"},
      {SYMBOL_PAPER, 0, "M-7.8 0.6C-7.8 -1.4 -6.6 -2.2 -4.8 -2.2C-3 -2.2 -1.8 -1.4 -1.8 0.6L-2.6 7.6L-7 7.6Z"},
      {SYMBOL_PAPER, 2.4, "M0.6 1L7.6 1M4.6 -2.4L8 1L4.6 4.4"}}},
    {"tension", {{SYMBOL_INK, 0, DISC_12}, {SYMBOL_PAPER, 3.4, "M0 -6.6L0 1.2"}, {SYMBOL_PAPER, 3.8, "M0 6.6L0 6.6"}}},
    {"ceasefire",
     {{SYMBOL_PAPER, 0, DISC_10},
      {SYMBOL_INK, 2.6, DISC_10},
      {SYMBOL_INK, 3, "M-2.8 -4.4L-2.8 4.4"},
      {SYMBOL_INK, 3, "M2.8 -4.4L2.8 4.4"}}},
    {"other", {{SYMBOL_INK, 0, DISC_12}, {SYMBOL_PAPER, 0, DISC_4}}},
    {"badge", {{SYMBOL_INK, 0, DISC_12}}},
    {"north", {{SYMBOL_INK, 0, "M0 -12L6.4 11L0 7L-6.4 11Z"}, {SYMBOL_PAPER, 0, "M0 -6.4L3.4 7.2L0 4.9Z"}}},
};

enum { SYMBOLS = sizeof symbols / sizeof *symbols };

/* A kind of incident may be written "air strike". */
static bool is_name(struct text name, const char *symbol) {
    size_t i = 0;
    while (i < name.size && symbol[i] != '\0' &&
           (name.data[i] == symbol[i] || (name.data[i] == ' ' && symbol[i] == '-')))
        i++;
    return i == name.size && symbol[i] == '\0';
}

const struct symbol *symbol_find(struct text name) {
    for (size_t i = 0; i < SYMBOLS; i++)
        if (is_name(name, symbols[i].name))
            return &symbols[i];
    return &symbols[0];
}

const struct symbol *symbol_at(size_t index) {
    return index < SYMBOLS ? &symbols[index] : NULL;
}

struct colour symbol_paper(const struct scene_item *item) {
    return item->stroke.colour.opacity > 0 ? item->stroke.colour : (struct colour){255, 255, 255, 1};
}

/* A number of the table: sign, digits, point; not strtod, which depends on the locale. */
static double read_number(const char **at) {
    while (**at == ' ')
        (*at)++;
    double sign = 1, value = 0, unit = 0;
    if (**at == '-') {
        sign = -1;
        (*at)++;
    }
    for (; (**at >= '0' && **at <= '9') || **at == '.'; (*at)++) {
        if (**at == '.') {
            unit = 1;
        } else {
            value = value * 10 + (**at - '0');
            unit *= 10;
        }
    }
    return sign * value / (unit > 0 ? unit : 1);
}

bool symbol_step_next(const char **path, struct symbol_step *step) {
    if (**path == '\0')
        return false;
    step->verb = *(*path)++;
    int points = step->verb == 'C' ? 3 : step->verb == 'Z' ? 0 : 1;
    for (int i = 0; i < points; i++) {
        step->points[i].x = read_number(path);
        step->points[i].y = read_number(path);
    }
    return true;
}

struct text_style symbol_badge_style(const struct scene_item *item) {
    double share = item->text.size > 2 ? 0.42 : item->text.size > 1 ? 0.54 : 0.64;
    return (struct text_style){
        .family = FONT_SANS, .weight = 700, .size = item->size * share, .colour = symbol_paper(item)};
}

/* Figures of Noto Sans are 0.714 em high. */
double symbol_badge_baseline(const struct scene_item *item) {
    return symbol_badge_style(item).size * 0.714 / 2;
}
