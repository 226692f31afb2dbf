/* Every shipped style, as it is seen with full, lacking and no colour vision: classes that mean different things differ
 * in colour, dash, width, hatch or shape, and text can be read on its ground. */
#include "testing.h"

#include "file.h"
#include "style.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum vision { VISION_FULL, VISION_PROTAN, VISION_DEUTAN, VISION_TRITAN, VISION_GREY, VISIONS };

static const char *const vision_names[VISIONS] = {"full colour", "protanopia", "deuteranopia", "tritanopia",
                                                  "greyscale"};

/* On linear RGB, severity 1: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
 * Vision Deficiency" (2009), table 1. */
static const double machado[VISIONS][3][3] = {
    [VISION_FULL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [VISION_PROTAN] = {{0.152286, 1.052583, -0.204868},
                       {0.114503, 0.786281, 0.099216},
                       {-0.003882, -0.048116, 1.051998}},
    [VISION_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                       {0.280085, 0.672501, 0.047413},
                       {-0.011820, 0.042940, 0.968881}},
    [VISION_TRITAN] = {{1.255528, -0.076749, -0.178779},
                       {-0.078411, 0.930809, 0.147602},
                       {0.004733, 0.691367, 0.303900}},
    [VISION_GREY] = {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
};

/* CIELAB differences: what is plainly another colour in a thin line, and in a field. */
static const double line_difference = 14, field_difference = 5;

struct rgb {
    double c[3]; /* 0 .. 255, as written */
};

static struct rgb over(struct colour top, struct rgb ground) {
    const uint8_t written[3] = {top.red, top.green, top.blue};
    for (int i = 0; i < 3; i++)
        ground.c[i] = written[i] * top.opacity + ground.c[i] * (1 - top.opacity);
    return ground;
}

static struct rgb opaque(struct colour colour) {
    colour.opacity = 1;
    return over(colour, (struct rgb){{0}});
}

static double linear(double value) {
    double share = value / 255;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double lab_curve(double t) {
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIELAB, D65. */
static void lab_of(struct rgb colour, enum vision vision, double lab[3]) {
    static const double xyz[3][3] = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}};
    static const double white[3] = {0.95047, 1, 1.08883};
    double seen[3] = {0}, f[3];
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 3; k++)
            seen[i] += machado[vision][i][k] * linear(colour.c[k]);
        seen[i] = fmin(fmax(seen[i], 0), 1);
    }
    for (int i = 0; i < 3; i++)
        f[i] = lab_curve((xyz[i][0] * seen[0] + xyz[i][1] * seen[1] + xyz[i][2] * seen[2]) / white[i]);
    lab[0] = 116 * f[1] - 16;
    lab[1] = 500 * (f[0] - f[1]);
    lab[2] = 200 * (f[1] - f[2]);
}

static double difference(struct rgb a, struct rgb b, enum vision vision) {
    double p[3], q[3];
    lab_of(a, vision, p);
    lab_of(b, vision, q);
    return sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

/* WCAG 2.2, 1.4.3. */
static double contrast(struct rgb a, struct rgb b) {
    double y[2];
    const struct rgb *both[2] = {&a, &b};
    for (int i = 0; i < 2; i++)
        y[i] = 0.2126 * linear(both[i]->c[0]) + 0.7152 * linear(both[i]->c[1]) + 0.0722 * linear(both[i]->c[2]);
    return (fmax(y[0], y[1]) + 0.05) / (fmin(y[0], y[1]) + 0.05);
}

/* Lines differ in their dashes by their number, or by an eighth of the pattern. */
static bool dashes_differ(const struct stroke *a, const struct stroke *b) {
    double sum = 0, moved = 0;
    if (a->dash_count != b->dash_count)
        return true;
    for (int i = 0; i < a->dash_count; i++) {
        sum += a->dash[i] + b->dash[i];
        moved += fabs(a->dash[i] - b->dash[i]);
    }
    return sum > 0 && moved / sum > 0.125;
}

static bool ratio_beyond(double a, double b, double least) {
    return fmax(a, b) > least * fmin(a, b);
}

static bool lines_differ(const struct paint *a, const struct paint *b, struct rgb land, enum vision vision) {
    bool colours = difference(over(a->line.colour, land), over(b->line.colour, land), vision) >= line_difference;
    bool bands = ratio_beyond(a->casing.width, b->casing.width, 1.5);
    return colours || bands || dashes_differ(&a->line, &b->line) || ratio_beyond(a->line.width, b->line.width, 1.4);
}

static bool hatches_differ(const struct paint *a, const struct paint *b, struct rgb land, enum vision vision) {
    double turn = fmod(fabs(a->hatch.angle - b->hatch.angle), 180);
    bool colours = difference(over(a->hatch.colour, land), over(b->hatch.colour, land), vision) >= line_difference;
    return colours || fmin(turn, 180 - turn) >= 30 || ratio_beyond(a->hatch.spacing, b->hatch.spacing, 1.35);
}

static bool symbols_differ(const struct paint *a, const struct paint *b, struct rgb land, enum vision vision) {
    bool colours = difference(over(a->fill, land), over(b->fill, land), vision) >= line_difference;
    return colours || !text_equal(a->icon, b->icon) || ratio_beyond(a->icon_size, b->icon_size, 1.4);
}

typedef bool paints_differ(const struct paint *a, const struct paint *b, struct rgb land, enum vision vision);

/* Pairs of the layers that look the same; the first two are named. */
static int same_pairs(const struct style *style, const enum style_layer *layers, size_t count, paints_differ *differ,
                      const char *names[3]) {
    int same = 0;
    for (int vision = 0; vision < VISIONS; vision++)
        for (size_t i = 0; i < count; i++)
            for (size_t k = i + 1; k < count; k++) {
                const struct paint *a = &style->layers[layers[i]], *b = &style->layers[layers[k]];
                if (differ(a, b, opaque(style->layers[STYLE_LAND].fill), (enum vision)vision))
                    continue;
                if (same++ == 0) {
                    names[0] = style_layer_name(layers[i]);
                    names[1] = style_layer_name(layers[k]);
                    names[2] = vision_names[vision];
                }
            }
    return same;
}

static struct {
    struct arena *arena;
    struct style *styles[64];
    size_t count;
} fixture;

static int read_styles(void **state) {
    (void)state;
    struct error error = {0};
    struct text *names;
    fixture.arena = arena_open();
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    char *folder = file_join(fixture.arena, source ? source : ".", "styles");
    if (!style_list(folder, fixture.arena, &names, &fixture.count, &error) || fixture.count > 64)
        return 1;
    for (size_t i = 0; i < fixture.count; i++)
        if (!style_read(folder, text_c(fixture.arena, names[i]), fixture.arena, &fixture.styles[i], &error)) {
            print_error("%s\n", error.message);
            return 1;
        }
    return 0;
}

static int forget_styles(void **state) {
    (void)state;
    arena_close(fixture.arena);
    return 0;
}

static void the_styles_that_are_promised_ship(void **state) {
    (void)state;
    static const char *const promised[] = {"newsroom", "print-grey", "dark", "un", "colour-blind"};
    for (size_t i = 0; i < sizeof promised / sizeof promised[0]; i++) {
        bool ships = false;
        for (size_t k = 0; k < fixture.count; k++)
            ships = ships || text_is(fixture.styles[k]->name, promised[i]);
        if (!ships)
            fail_msg("there is no style %s", promised[i]);
    }
}

static const enum style_layer lines[] = {STYLE_BORDER_INTERNATIONAL,
                                         STYLE_BORDER_UNDELIMITED,
                                         STYLE_BORDER_DISPUTED,
                                         STYLE_BORDER_CONTROL,
                                         STYLE_BORDER_CEASEFIRE,
                                         STYLE_BORDER_CONTACT,
                                         STYLE_BORDER_CLAIM,
                                         STYLE_BORDER_ADMINISTRATIVE,
                                         STYLE_REGION,
                                         STYLE_RIVER,
                                         STYLE_INCIDENT_LINE,
                                         STYLE_PAST_LINE};
static const enum style_layer hatched[] = {STYLE_AREA, STYLE_INCIDENT_REGION, STYLE_PAST_REGION};
static const enum style_layer symbols[] = {STYLE_INCIDENT, STYLE_INCIDENT_NEAR, STYLE_PAST_SITE,
                                           STYLE_VENUE,    STYLE_CAPITAL,       STYLE_SITE};

static void check(const struct style *style, const enum style_layer *layers, size_t count, paints_differ *differ) {
    const char *names[3];
    int same = same_pairs(style, layers, count, differ, names);
    if (same > 0)
        fail_msg("%.*s: %s and %s look the same in %s, and %d more", TEXT_ARGS(style->name), names[0], names[1],
                 names[2], same - 1);
}

static void every_class_of_line_can_be_told_from_every_other(void **state) {
    (void)state;
    for (size_t i = 0; i < fixture.count; i++)
        check(fixture.styles[i], lines, sizeof lines / sizeof lines[0], lines_differ);
}

static void every_hatch_and_symbol_can_be_told_from_every_other(void **state) {
    (void)state;
    for (size_t i = 0; i < fixture.count; i++) {
        check(fixture.styles[i], hatched, sizeof hatched / sizeof hatched[0], hatches_differ);
        check(fixture.styles[i], symbols, sizeof symbols / sizeof symbols[0], symbols_differ);
    }
}

static const enum style_layer grounds[] = {STYLE_LAND,    STYLE_PARTY_1, STYLE_PARTY_2,
                                           STYLE_PARTY_3, STYLE_PARTY_4, STYLE_MEMBER};
enum { GROUNDS = sizeof grounds / sizeof grounds[0] };

/* By their colour, or by the line of the coast between them. */
static void sea_and_land_can_be_told_apart(void **state) {
    (void)state;
    for (size_t i = 0; i < fixture.count; i++)
        for (size_t k = 0; k < GROUNDS * VISIONS; k++) {
            const struct paint *paints = fixture.styles[i]->layers;
            struct rgb land = opaque(paints[grounds[k / VISIONS]].fill), sea = opaque(paints[STYLE_SEA].fill);
            struct rgb coast = over(paints[STYLE_COAST].line.colour, sea);
            enum vision vision = (enum vision)(k % VISIONS);
            bool told = difference(land, sea, vision) >= field_difference ||
                        (difference(coast, land, vision) >= line_difference &&
                         difference(coast, sea, vision) >= line_difference);
            if (!told)
                fail_msg("%.*s: sea and %s in %s", TEXT_ARGS(fixture.styles[i]->name),
                         style_layer_name(grounds[k / VISIONS]), vision_names[vision]);
        }
}

/* The least contrast of the words over the ground, with their halo or box between. */
static void check_contrast(const struct style *style, enum style_layer layer, struct rgb ground, double least) {
    const struct paint *paint = &style->layers[layer];
    bool boxed = layer == STYLE_CALLOUT || layer == STYLE_CALLOUT_PAST;
    struct rgb under = boxed                        ? over(paint->fill, ground)
                       : paint->text.halo_width > 0 ? over(paint->text.halo, ground)
                                                    : ground;
    double reached = contrast(over(paint->text.colour, under), under);
    if (reached < least)
        fail_msg("%.*s: the words of %s have a contrast of %.2f, under %.1f", TEXT_ARGS(style->name),
                 style_layer_name(layer), reached, least);
}

/* 4.5 for what must be read, 3 for what is only to be found by who looks for it: waters and the countries around. */
static void words_can_be_read_on_their_ground(void **state) {
    (void)state;
    static const enum style_layer page[] = {STYLE_TITLE, STYLE_SUBTITLE, STYLE_LEGEND,
                                            STYLE_SCALE, STYLE_NOTE,     STYLE_CREDITS};
    static const enum style_layer land[] = {STYLE_COUNTRY_NAME, STYLE_REGION_NAME, STYLE_AREA_NAME, STYLE_BORDER_NAME,
                                            STYLE_CAPITAL,      STYLE_CITY,        STYLE_TOWN,      STYLE_SITE,
                                            STYLE_CALLOUT,      STYLE_CALLOUT_PAST};
    for (size_t i = 0; i < fixture.count; i++) {
        const struct style *style = fixture.styles[i];
        for (size_t k = 0; k < sizeof page / sizeof page[0]; k++)
            check_contrast(style, page[k], opaque(style->layers[STYLE_PAGE].fill), 4.5);
        for (size_t k = 0; k < sizeof land / sizeof land[0]; k++)
            for (size_t g = 0; g < GROUNDS; g++)
                check_contrast(style, land[k], opaque(style->layers[grounds[g]].fill), 4.5);
        check_contrast(style, STYLE_NEIGHBOUR_NAME, opaque(style->layers[STYLE_LAND].fill), 3);
        check_contrast(style, STYLE_RIVER_NAME, opaque(style->layers[STYLE_LAND].fill), 3);
        check_contrast(style, STYLE_SEA_NAME, opaque(style->layers[STYLE_SEA].fill), 3);
        check_contrast(style, STYLE_LAKE_NAME, opaque(style->layers[STYLE_LAKE].fill), 3);
    }
}

/* Red and green of one lightness: plain to most, the same to some. */
static void what_looks_the_same_to_some_is_noticed(void **state) {
    (void)state;
    const char *names[3];
    struct style *style = ARENA_NEW(fixture.arena, struct style);
    const enum style_layer two[] = {STYLE_BORDER_DISPUTED, STYLE_BORDER_CLAIM};
    style->layers[STYLE_LAND].fill = (struct colour){255, 255, 255, 1};
    style->layers[two[0]].line = (struct stroke){.colour = {190, 90, 40, 1}, .width = 1};
    style->layers[two[1]].line = (struct stroke){.colour = {110, 125, 40, 1}, .width = 1};
    double plain =
        difference(opaque(style->layers[two[0]].line.colour), opaque(style->layers[two[1]].line.colour), VISION_FULL);
    assert_true(plain > 3 * line_difference);
    assert_true(same_pairs(style, two, 2, lines_differ, names) > 0);
    style->layers[two[1]].line.dash[0] = style->layers[two[1]].line.dash[1] = 3;
    style->layers[two[1]].line.dash_count = 2;
    assert_int_equal(same_pairs(style, two, 2, lines_differ, names), 0);
}

/* Published figures: red on white is 4:1, black on white 21:1. */
static void contrast_is_that_of_the_guidelines(void **state) {
    (void)state;
    struct rgb white = {{255, 255, 255}}, black = {{0, 0, 0}}, red = {{255, 0, 0}};
    assert_true(fabs(contrast(white, black) - 21) < 0.01);
    assert_true(fabs(contrast(red, white) - 4) < 0.01);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_styles_that_are_promised_ship),
        cmocka_unit_test(every_class_of_line_can_be_told_from_every_other),
        cmocka_unit_test(every_hatch_and_symbol_can_be_told_from_every_other),
        cmocka_unit_test(sea_and_land_can_be_told_apart),
        cmocka_unit_test(words_can_be_read_on_their_ground),
        cmocka_unit_test(what_looks_the_same_to_some_is_noticed),
        cmocka_unit_test(contrast_is_that_of_the_guidelines),
    };
    return cmocka_run_group_tests(tests, read_styles, forget_styles);
}
