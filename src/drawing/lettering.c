#include "lettering.h"
#include "builder.h"
#include "fonts.h"
#include "list.h"
#include "shaping.h"

#include <math.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

enum { SHAPING_SIZE = 64, SHAPED_SLOTS = 4096, SHAPED_LIMIT = 3072, MISSING_GLYPHS = 64 };

/* A Pango font map with the faces for one set of needs. */
struct typecase {
    struct font_needs needs;
    PangoFontMap *map;
    PangoContext *context;
};

struct shaped {
    uint64_t hash;
    struct text key;
    struct text printable;
    PangoLayout *layout;
    cairo_path_t *outline;
};

struct lettering_state {
    struct arena *keys; /* of the shaped texts */
    struct {
        struct typecase *items;
        size_t count, capacity;
    } cases;
    struct arena *arena;   /* of the cases */
    struct shaped *shaped; /* open addressing, SHAPED_SLOTS */
    size_t shaped_count;
    uint64_t missing_rows;
    uint32_t missing_glyphs[MISSING_GLYPHS];
    size_t missing_count;
};

/* Measuring fills the state: a lettering that does not change outwardly is const. */
struct lettering {
    struct lettering_state *state;
};

/* A language that is written in the script, so that Pango need not ask the environment for one. */
struct script_language {
    GUnicodeScript script;
    const char *lang;
    bool joins; /* letters touch: no letter spacing */
};

static const struct script_language script_languages[] = {
    {G_UNICODE_SCRIPT_LATIN, "en", false},       {G_UNICODE_SCRIPT_CYRILLIC, "ru", false},
    {G_UNICODE_SCRIPT_GREEK, "el", false},       {G_UNICODE_SCRIPT_ARABIC, "ar", true},
    {G_UNICODE_SCRIPT_HEBREW, "he", false},      {G_UNICODE_SCRIPT_ARMENIAN, "hy", false},
    {G_UNICODE_SCRIPT_GEORGIAN, "ka", false},    {G_UNICODE_SCRIPT_DEVANAGARI, "hi", true},
    {G_UNICODE_SCRIPT_BENGALI, "bn", true},      {G_UNICODE_SCRIPT_GURMUKHI, "pa", true},
    {G_UNICODE_SCRIPT_GUJARATI, "gu", false},    {G_UNICODE_SCRIPT_ORIYA, "or", false},
    {G_UNICODE_SCRIPT_TAMIL, "ta", false},       {G_UNICODE_SCRIPT_TELUGU, "te", false},
    {G_UNICODE_SCRIPT_KANNADA, "kn", false},     {G_UNICODE_SCRIPT_MALAYALAM, "ml", false},
    {G_UNICODE_SCRIPT_SINHALA, "si", false},     {G_UNICODE_SCRIPT_THAI, "th", false},
    {G_UNICODE_SCRIPT_LAO, "lo", false},         {G_UNICODE_SCRIPT_TIBETAN, "bo", true},
    {G_UNICODE_SCRIPT_MYANMAR, "my", false},     {G_UNICODE_SCRIPT_KHMER, "km", false},
    {G_UNICODE_SCRIPT_MONGOLIAN, "mn", true},    {G_UNICODE_SCRIPT_ETHIOPIC, "am", false},
    {G_UNICODE_SCRIPT_SYRIAC, "syr", true},      {G_UNICODE_SCRIPT_THAANA, "dv", false},
    {G_UNICODE_SCRIPT_NKO, "nqo", true},         {G_UNICODE_SCRIPT_TIFINAGH, "ber", false},
    {G_UNICODE_SCRIPT_HIRAGANA, "ja", false},    {G_UNICODE_SCRIPT_KATAKANA, "ja", false},
    {G_UNICODE_SCRIPT_HANGUL, "ko", false},      {G_UNICODE_SCRIPT_CHEROKEE, "chr", false},
    {G_UNICODE_SCRIPT_BOPOMOFO, "zh-tw", false},
};

double shaping_units(int pango_units) {
    return (double)pango_units / PANGO_SCALE;
}

/* As many bytes: what replaces a code point that must not act. */
static const char *inert(uint32_t c, size_t bytes) {
    bool control = c < 0x20 || c == 0x7F;
    bool control_2 = (c >= 0x80 && c < 0xA0) || c == 0x61C;
    bool direction = c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F);
    bool invisible = c == 0xFEFF || c == 0x200B || (c >= 0xFFF9 && c <= 0xFFFC) || c == 0xFFFE || c == 0xFFFF;
    if (bytes == 1)
        return control ? " " : c == 0xFFFD ? "?" : NULL;
    if (bytes == 2)
        return control_2 ? "\xC2\xAD" : NULL;
    return bytes == 3 && (direction || invisible) ? "\xE2\x81\xA0" : NULL;
}

struct text lettering_printable(struct arena *arena, struct text text) {
    char *copy = text_c(arena, text);
    size_t at = 0;
    while (at < text.size) {
        size_t start = at;
        uint32_t c = text_next(text, &at);
        const char *instead = inert(c, at - start);
        if (instead)
            memcpy(copy + start, instead, at - start);
    }
    return (struct text){copy, text.size};
}

static const struct script_language *find_script(GUnicodeScript script) {
    for (size_t i = 0; i < sizeof script_languages / sizeof *script_languages; i++)
        if (script_languages[i].script == script)
            return &script_languages[i];
    return NULL;
}

static bool is_neutral(GUnicodeScript script) {
    return script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED ||
           script == G_UNICODE_SCRIPT_UNKNOWN;
}

/* The script of the code point at *at, neutral ones taking that of what stands before; moves on. */
static GUnicodeScript next_script(struct text text, size_t *at, GUnicodeScript before) {
    GUnicodeScript script = g_unichar_get_script(text_next(text, at));
    return is_neutral(script) ? before : script;
}

static GUnicodeScript first_script(struct text text) {
    size_t at = 0;
    GUnicodeScript script = G_UNICODE_SCRIPT_COMMON;
    while (at < text.size && is_neutral(script))
        script = g_unichar_get_script(text_next(text, &at));
    return is_neutral(script) ? G_UNICODE_SCRIPT_LATIN : script;
}

double lettering_spacing(const struct text_style *style, struct text text) {
    size_t at = 0;
    GUnicodeScript script = first_script(text);
    while (at < text.size) {
        script = next_script(text, &at, script);
        const struct script_language *known = find_script(script);
        if (known && known->joins)
            return 0;
    }
    return style->letter_spacing;
}

static PangoLanguage *language_for(GUnicodeScript script, PangoLanguage *wanted, int cjk) {
    static const char *const han[] = {"ja", "ko", "zh-cn", "zh-tw", "zh-hk"};
    PangoScript pango_script = (PangoScript)script;
    if (wanted && pango_language_includes_script(wanted, pango_script))
        return wanted;
    if (script == G_UNICODE_SCRIPT_HAN)
        return pango_language_from_string(han[cjk]);
    const struct script_language *known = find_script(script);
    return known ? pango_language_from_string(known->lang) : wanted;
}

static void add_language(PangoAttrList *attributes, PangoLanguage *language, size_t start, size_t end) {
    if (language && end > start) {
        PangoAttribute *attribute = pango_attr_language_new(language);
        attribute->start_index = (guint)start;
        attribute->end_index = (guint)end;
        pango_attr_list_insert(attributes, attribute);
    }
}

/* One language attribute a run of a script. */
static void add_languages(PangoAttrList *attributes, struct text text, struct text lang, int cjk, struct arena *arena) {
    PangoLanguage *wanted = lang.size ? pango_language_from_string(text_c(arena, lang)) : NULL;
    GUnicodeScript run = first_script(text);
    size_t run_start = 0, at = 0;
    while (at < text.size) {
        size_t here = at;
        GUnicodeScript script = next_script(text, &at, run);
        if (script != run) {
            add_language(attributes, language_for(run, wanted, cjk), run_start, here);
            run = script;
            run_start = here;
        }
    }
    add_language(attributes, language_for(run, wanted, cjk), run_start, text.size);
}

static double sane_size(const struct text_style *style) {
    return isfinite(style->size) && style->size > 0 ? fmin(style->size, 2000) : 1;
}

static PangoFontDescription *describe(const struct text_style *style, enum font_family family) {
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, fonts_family(family));
    pango_font_description_set_absolute_size(font, SHAPING_SIZE * PANGO_SCALE);
    pango_font_description_set_weight(font, (PangoWeight)(style->weight > 0 ? style->weight : PANGO_WEIGHT_NORMAL));
    pango_font_description_set_style(font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return font;
}

/* In Pango's units at the size of shaping. */
static int relative_spacing(const struct text_style *style, struct text text) {
    double spacing = lettering_spacing(style, text) / sane_size(style) * SHAPING_SIZE;
    return spacing > 0 ? (int)lround(fmin(spacing, 1000) * PANGO_SCALE) : 0;
}

static PangoAttrList *attributes_of(const struct text_style *style, struct text text, struct text lang, bool spaced,
                                    int cjk, struct arena *arena) {
    PangoAttrList *attributes = pango_attr_list_new();
    int spacing = relative_spacing(style, text);
    add_languages(attributes, text, lang, cjk, arena);
    if (spaced && spacing > 0)
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing));
    else if (spacing > 0)
        pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0, dlig=0"));
    return attributes;
}

static PangoLayout *layout_new(const struct typecase *typecase, const struct text_style *style, struct text printable,
                               struct text lang, bool spaced, struct arena *arena) {
    PangoLayout *layout = pango_layout_new(typecase->context);
    PangoFontDescription *font = describe(style, typecase->needs.family);
    PangoAttrList *attributes = attributes_of(style, printable, lang, spaced, typecase->needs.cjk, arena);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_attributes(layout, attributes);
    pango_layout_set_text(layout, printable.data, (int)printable.size);
    pango_attr_list_unref(attributes);
    pango_font_description_free(font);
    return layout;
}

static PangoContext *context_new(PangoFontMap *map) {
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 96);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_WEAK_LTR);
    return context;
}

/* Fontconfig's own default must be ours before Pango asks for it, or it reads and scans the system's. */
static bool open_case(struct lettering_state *state, struct font_needs needs, struct error *error) {
    FcConfig *config;
    uint64_t missing;
    if (!fonts_config(needs, &config, &missing, error))
        return false;
    if (state->cases.count == 0)
        FcConfigSetCurrent(config);
    state->missing_rows |= missing;
    struct typecase *typecase = LIST_PUSH(state->arena, &state->cases);
    typecase->needs = needs;
    typecase->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(typecase->map), config);
    typecase->context = context_new(typecase->map);
    FcConfigDestroy(config);
    return true;
}

/* The case for these needs, opened the first time; that of Noto Sans alone where it cannot be opened. */
static const struct typecase *case_for(struct lettering_state *state, struct font_needs needs) {
    for (size_t i = 0; i < state->cases.count; i++) {
        const struct font_needs *known = &state->cases.items[i].needs;
        if (known->rows == needs.rows && known->cjk == needs.cjk && known->family == needs.family)
            return &state->cases.items[i];
    }
    bool opened = open_case(state, needs, NULL);
    return &state->cases.items[opened ? state->cases.count - 1 : 0];
}

static struct text key_of(struct arena *arena, const struct text_style *style, struct text text, struct text lang,
                          bool spaced) {
    struct builder key = builder_new(arena);
    builder_format(&key, "%d %d %d %d %d ", style->family, style->weight, style->italic, spaced,
                   relative_spacing(style, text));
    builder_add(&key, lang);
    builder_add_char(&key, '\n');
    builder_add(&key, text);
    return builder_text(&key);
}

static void note_missing_glyph(struct lettering_state *state, uint32_t c) {
    for (size_t i = 0; i < state->missing_count; i++)
        if (state->missing_glyphs[i] == c)
            return;
    if (state->missing_count < MISSING_GLYPHS)
        state->missing_glyphs[state->missing_count++] = c;
}

static void note_missing_in_run(struct lettering_state *state, const PangoGlyphItem *run, struct text text) {
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
        if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
            size_t at = (size_t)run->item->offset + (size_t)run->glyphs->log_clusters[i];
            note_missing_glyph(state, text_next(text, &at));
        }
    }
}

static void note_missing(struct lettering_state *state, PangoLayout *layout, struct text text) {
    if (pango_layout_get_unknown_glyphs_count(layout) == 0)
        return;
    for (GSList *run = pango_layout_get_line_readonly(layout, 0)->runs; run; run = run->next)
        note_missing_in_run(state, run->data, text);
}

static void forget_shaped(struct lettering_state *state) {
    for (size_t i = 0; i < SHAPED_SLOTS; i++) {
        if (state->shaped[i].layout)
            g_object_unref(state->shaped[i].layout);
        if (state->shaped[i].outline)
            cairo_path_destroy(state->shaped[i].outline);
    }
    memset(state->shaped, 0, SHAPED_SLOTS * sizeof *state->shaped);
    arena_clear(state->keys);
    state->shaped_count = 0;
}

/* The slot of the key: filled, or empty for it to be filled. */
static struct shaped *find_slot(struct lettering_state *state, uint64_t hash, struct text key) {
    size_t slot = (size_t)(hash % SHAPED_SLOTS);
    while (state->shaped[slot].layout &&
           !(state->shaped[slot].hash == hash && text_equal(state->shaped[slot].key, key)))
        slot = (slot + 1) % SHAPED_SLOTS;
    return &state->shaped[slot];
}

struct shaped_line shaping_line(const struct lettering *lettering, const struct text_style *style, struct text text,
                                struct text lang, bool spaced) {
    struct lettering_state *state = lettering->state;
    if (state->shaped_count >= SHAPED_LIMIT)
        forget_shaped(state);
    struct text key = key_of(state->keys, style, text, lang, spaced);
    uint64_t hash = text_hash(key);
    struct shaped *shaped = find_slot(state, hash, key);
    if (!shaped->layout) {
        struct text clean = lettering_printable(state->keys, text);
        const struct typecase *typecase = case_for(state, fonts_needed(clean, lang, style->family));
        PangoLayout *layout = layout_new(typecase, style, clean, lang, spaced, state->keys);
        *shaped = (struct shaped){hash, key, clean, layout, NULL};
        state->shaped_count++;
        note_missing(state, layout, clean);
    }
    double scale = sane_size(style) / SHAPING_SIZE;
    return (struct shaped_line){pango_layout_get_line_readonly(shaped->layout, 0), shaped->printable, scale,
                                &shaped->outline};
}

static void measure_extents(void *context, const struct text_style *style, struct text text, struct text lang,
                            struct text_extents *extents) {
    PangoRectangle ink, logical;
    struct shaped_line shaped = shaping_line(context, style, text, lang, true);
    pango_layout_line_get_extents(shaped.line, &ink, &logical);
    extents->width = shaped.scale * shaping_units(logical.width);
    extents->ascent = fmax(0, shaped.scale * shaping_units(-ink.y));
    extents->descent = fmax(0, shaped.scale * shaping_units(ink.y + ink.height));
}

double lettering_width(const struct lettering *lettering, const struct text_style *style, struct text text,
                       struct text lang) {
    PangoRectangle logical;
    struct shaped_line shaped = shaping_line(lettering, style, text, lang, true);
    pango_layout_line_get_extents(shaped.line, NULL, &logical);
    return shaped.scale * shaping_units(logical.width);
}

static double cluster_width(const PangoGlyphItemIter *iter) {
    int from = MIN(iter->start_glyph, iter->end_glyph + 1), to = MAX(iter->start_glyph + 1, iter->end_glyph);
    int width = 0;
    for (int i = from; i < to; i++)
        width += iter->glyph_item->glyphs->glyphs[i].geometry.width;
    return shaping_units(width);
}

/* In the order in which they stand on the line, which Pango's iterator gives the other way round for right-to-left
 * runs. */
static void sort_by_x(struct placed_cluster *clusters, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct placed_cluster moved = clusters[i];
        size_t to = i;
        while (to > 0 && clusters[to - 1].at.x > moved.at.x) {
            clusters[to] = clusters[to - 1];
            to--;
        }
        clusters[to] = moved;
    }
}

/* The clusters of a run whose left end is at *x, in units of the line; moves *x to its right end. */
static size_t run_clusters(PangoGlyphItem *run, const char *text, double spacing, double *x, size_t limit,
                           struct placed_cluster *clusters) {
    bool backwards = run->item->analysis.level % 2 != 0;
    PangoGlyphItemIter iter;
    size_t count = 0;
    double at = *x;
    for (gboolean more = backwards ? pango_glyph_item_iter_init_end(&iter, run, text)
                                   : pango_glyph_item_iter_init_start(&iter, run, text);
         more && count < limit;
         more = backwards ? pango_glyph_item_iter_prev_cluster(&iter) : pango_glyph_item_iter_next_cluster(&iter)) {
        clusters[count++] = (struct placed_cluster){(uint32_t)iter.start_index, (uint32_t)iter.end_index, {at, 0}, 0};
        at += cluster_width(&iter) + spacing;
    }
    *x = at;
    return count;
}

static size_t measure_clusters(void *context, const struct text_style *style, struct text text, struct text lang,
                               size_t limit, struct placed_cluster *clusters) {
    struct shaped_line shaped = shaping_line(context, style, text, lang, false);
    double x = 0, spacing = lettering_spacing(style, shaped.printable) / shaped.scale;
    size_t count = 0;
    for (GSList *run = shaped.line->runs; run; run = run->next)
        count += run_clusters(run->data, shaped.printable.data, spacing, &x, limit - count, clusters + count);
    for (size_t i = 0; i < count; i++)
        clusters[i].at.x *= shaped.scale;
    sort_by_x(clusters, count);
    return count;
}

struct text_measure lettering_measure(struct lettering *lettering) {
    return (struct text_measure){measure_extents, measure_clusters, lettering};
}

bool lettering_open(struct lettering **lettering, struct error *error) {
    struct arena *arena = arena_open();
    struct lettering_state *state = ARENA_NEW(arena, struct lettering_state);
    state->arena = arena;
    if (!open_case(state, (struct font_needs){0, 0, FONT_SANS}, error)) {
        arena_close(arena);
        return false;
    }
    state->keys = arena_open();
    state->shaped = ARENA_ARRAY(arena, struct shaped, SHAPED_SLOTS);
    *lettering = ARENA_NEW(arena, struct lettering);
    (*lettering)->state = state;
    return true;
}

void lettering_close(struct lettering *lettering) {
    if (!lettering)
        return;
    struct lettering_state *state = lettering->state;
    forget_shaped(state);
    for (size_t i = 0; i < state->cases.count; i++) {
        g_object_unref(state->cases.items[i].context);
        g_object_unref(state->cases.items[i].map);
    }
    arena_close(state->keys);
    arena_close(state->arena);
}

struct text lettering_warnings(const struct lettering *lettering, struct arena *arena) {
    const struct lettering_state *state = lettering->state;
    struct builder lines = builder_new(arena);
    for (int row = 0; row < FONTS_ROWS_MAX; row++) {
        if (state->missing_rows & (UINT64_C(1) << row)) {
            builder_format(&lines, "%s: no font; install the package %s\n", fonts_row_name(row),
                           fonts_row_package(row));
        }
    }
    for (size_t i = 0; i < state->missing_count; i++) {
        uint32_t c = state->missing_glyphs[i];
        builder_add_c(&lines, "no glyph for \"");
        builder_add_code_point(&lines, c);
        builder_format(&lines, "\" (U+%04X) in the fonts that are installed\n", (unsigned)c);
    }
    return builder_text(&lines);
}
