#include "fonts.h"
#include "builder.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { RANGES = 12, PATH_SIZE = 512, CJK_KINDS = 5 };

static const char core_package[] = "fonts-noto-core";
static const char cjk_package[] = "fonts-noto-cjk";

struct range {
    FcChar32 first, last;
};

/* A family of files "<stem>-Regular.ttf", "-Bold" …; no serif stem: the sans one serves both. Coverage as in version
 * 20201225. */
struct font_row {
    const char *name, *sans, *serif;
    bool collection; /* the CJK collections, "-Regular.ttc" with a face a language */
    struct range ranges[RANGES];
};

static const struct font_row latin = {
    "Latin",
    "NotoSans",
    "NotoSerif",
    false,
    {{0x20, 0x7E},
     {0xA0, 0x52F},
     {0x1AB0, 0x1AC0},
     {0x1C80, 0x1C88},
     {0x1D00, 0x1FFE},
     {0x2000, 0x20BF},
     {0x20F0, 0x215F},
     {0x2C60, 0x2C7F},
     {0x2DE0, 0x2E52},
     {0xA640, 0xA7FF},
     {0xAB30, 0xAB6B},
     {0xFB00, 0xFB06}},
};

static const struct font_row rows[] = {
    {"Arabic",
     "NotoSansArabic",
     "NotoNaskhArabic",
     false,
     {{0x600, 0x6FF}, {0x750, 0x77F}, {0x8A0, 0x8FF}, {0xFB50, 0xFDFD}, {0xFE70, 0xFEFC}}},
    {"Armenian", "NotoSansArmenian", "NotoSerifArmenian", false, {{0x531, 0x58F}, {0xFB13, 0xFB17}}},
    {"Bengali", "NotoSansBengali", "NotoSerifBengali", false, {{0x980, 0x9FE}}},
    {"Canadian Aboriginal", "NotoSansCanadianAboriginal", NULL, false, {{0x1400, 0x167F}, {0x18B0, 0x18F5}}},
    {"Cherokee", "NotoSansCherokee", NULL, false, {{0x13A0, 0x13FD}, {0xAB70, 0xABBF}}},
    {"Devanagari", "NotoSansDevanagari", "NotoSerifDevanagari", false, {{0x900, 0x97F}, {0xA8E0, 0xA8FF}}},
    {"Ethiopic",
     "NotoSansEthiopic",
     "NotoSerifEthiopic",
     false,
     {{0x1200, 0x139F}, {0x2D80, 0x2DDE}, {0xAB01, 0xAB2E}}},
    {"Georgian",
     "NotoSansGeorgian",
     "NotoSerifGeorgian",
     false,
     {{0x10A0, 0x10FF}, {0x1C90, 0x1CBF}, {0x2D00, 0x2D2D}}},
    {"Gujarati", "NotoSansGujarati", "NotoSerifGujarati", false, {{0xA81, 0xAFF}}},
    {"Gurmukhi", "NotoSansGurmukhi", "NotoSerifGurmukhi", false, {{0xA01, 0xA76}}},
    {"Hebrew", "NotoSansHebrew", "NotoSerifHebrew", false, {{0x591, 0x5F4}, {0xFB1D, 0xFB4F}}},
    {"Kannada", "NotoSansKannada", "NotoSerifKannada", false, {{0xC80, 0xCF2}}},
    {"Khmer", "NotoSansKhmer", "NotoSerifKhmer", false, {{0x1780, 0x17F9}, {0x19E0, 0x19FF}}},
    {"Lao", "NotoSansLao", "NotoSerifLao", false, {{0xE81, 0xEDF}}},
    {"Malayalam", "NotoSansMalayalam", "NotoSerifMalayalam", false, {{0xD00, 0xD7F}}},
    {"Mongolian", "NotoSansMongolian", NULL, false, {{0x1800, 0x18AA}}},
    {"Myanmar", "NotoSansMyanmar", "NotoSerifMyanmar", false, {{0x1000, 0x109F}, {0xA9E0, 0xA9FE}, {0xAA60, 0xAA7F}}},
    {"N'Ko", "NotoSansNKo", NULL, false, {{0x7C0, 0x7FF}}},
    {"Ol Chiki", "NotoSansOlChiki", NULL, false, {{0x1C50, 0x1C7F}}},
    {"Oriya", "NotoSansOriya", NULL, false, {{0xB01, 0xB77}}},
    {"Sinhala", "NotoSansSinhala", "NotoSerifSinhala", false, {{0xD81, 0xDF4}}},
    {"Syriac", "NotoSansSyriac", NULL, false, {{0x700, 0x74F}}},
    {"Tamil", "NotoSansTamil", "NotoSerifTamil", false, {{0xB82, 0xBFA}}},
    {"Telugu", "NotoSansTelugu", "NotoSerifTelugu", false, {{0xC00, 0xC7F}}},
    {"Thaana", "NotoSansThaana", NULL, false, {{0x780, 0x7B1}}},
    {"Thai", "NotoSansThai", "NotoSerifThai", false, {{0xE01, 0xE5B}}},
    {"Tibetan", "NotoSerifTibetan", "NotoSerifTibetan", false, {{0xF00, 0xFDA}}},
    {"Tifinagh", "NotoSansTifinagh", NULL, false, {{0x2D30, 0x2D7F}}},
    {"Chinese, Japanese, Korean",
     "NotoSansCJK",
     "NotoSerifCJK",
     true,
     {{0x1100, 0x11FF},
      {0x2E80, 0x2FD5},
      {0x3000, 0x30FF},
      {0x3105, 0x4DB5},
      {0x4E00, 0x9FEF},
      {0xA960, 0xA97C},
      {0xAC00, 0xD7FB},
      {0xF900, 0xFA6D},
      {0xFE30, 0xFE6B},
      {0xFF01, 0xFFEE}}},
    {"arrows and mathematical signs", "NotoSansMath", NULL, false, {{0x2190, 0x21E5}, {0x2200, 0x22FF}}},
    {"symbols",
     "NotoSansSymbols2",
     NULL,
     false,
     {{0x25A0, 0x2609},
      {0x260E, 0x2612},
      {0x2654, 0x2668},
      {0x26AA, 0x26AC},
      {0x2708, 0x2708},
      {0x270B, 0x271C},
      {0x2B12, 0x2B2F}}},
};

enum { ROWS = sizeof rows / sizeof *rows };

/* Where distributions put the Noto fonts: Debian first. */
static const char *const directories[] = {
    "/usr/share/fonts/truetype/noto",   "/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto",
    "/usr/share/fonts/google-noto",     "/usr/share/fonts/noto-cjk",      "/usr/local/share/fonts/noto",
    "/usr/share/fonts/google-noto-cjk",
};

struct style_file {
    const char *suffix;
    int weight, slant;
};

static const struct style_file style_files[] = {
    {"Regular", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN},
    {"Bold", FC_WEIGHT_BOLD, FC_SLANT_ROMAN},
    {"Italic", FC_WEIGHT_REGULAR, FC_SLANT_ITALIC},
    {"BoldItalic", FC_WEIGHT_BOLD, FC_SLANT_ITALIC},
};

static const char *row_stem(const struct font_row *row, enum font_family family) {
    return family == FONT_SERIF && row->serif ? row->serif : row->sans;
}

static bool row_covers(const struct font_row *row, uint32_t c) {
    for (int i = 0; i < RANGES && row->ranges[i].last; i++)
        if (c >= row->ranges[i].first && c <= row->ranges[i].last)
            return true;
    return false;
}

/* Faces of the CJK collections: 0 Japanese, 1 Korean, 2 simplified, 3 traditional Chinese, 4 Hong Kong. */
static int cjk_of_lang(struct text lang) {
    static const struct {
        const char *prefix;
        int face;
    } faces[CJK_KINDS + 3] = {{"ja", 0},      {"ko", 1},    {"zh-HK", 4}, {"zh-Hant-HK", 4},
                              {"zh-Hant", 3}, {"zh-TW", 3}, {"zh-MO", 4}, {"zh", 2}};
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++)
        if (text_starts(lang, text_of(faces[i].prefix)))
            return faces[i].face;
    return -1;
}

static int cjk_of_code_point(uint32_t c) {
    if (c >= 0x3041 && c <= 0x30FF)
        return 0;
    bool hangul = (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E) || (c >= 0xA960 && c <= 0xA97C) ||
                  (c >= 0xAC00 && c <= 0xD7FB);
    return hangul ? 1 : -1;
}

struct font_needs fonts_needed(struct text text, struct text lang, enum font_family family) {
    struct font_needs needs = {0, 0, family};
    int cjk = cjk_of_lang(lang);
    size_t at = 0;
    while (at < text.size) {
        uint32_t c = text_next(text, &at);
        for (int row = 0; row < ROWS && c >= 0x530; row++) {
            if (row_covers(&rows[row], c)) {
                needs.rows |= UINT64_C(1) << row;
                cjk = cjk < 0 && rows[row].collection ? cjk_of_code_point(c) : cjk;
                needs.cjk = rows[row].collection ? (cjk < 0 ? 2 : cjk) : needs.cjk;
                break;
            }
        }
    }
    return needs;
}

static bool find_file(const char *stem, const char *suffix, bool collection, char path[PATH_SIZE]) {
    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++) {
        int size = snprintf(path, PATH_SIZE, "%s/%s-%s.%s", directories[i], stem, suffix, collection ? "ttc" : "ttf");
        if (size > 0 && size < PATH_SIZE && access(path, R_OK) == 0)
            return true;
    }
    return false;
}

static FcCharSet *row_coverage(const struct font_row *row) {
    FcCharSet *coverage = FcCharSetCreate();
    for (int i = 0; i < RANGES && row->ranges[i].last; i++)
        for (FcChar32 c = row->ranges[i].first; c <= row->ranges[i].last; c++)
            FcCharSetAddChar(coverage, c);
    return coverage;
}

/* "NotoSansArmenian" → "Noto Sans Armenian": the name that the font gives itself. */
static void family_name(const char *stem, char *name, size_t size) {
    size_t length = 0;
    bool after_lower = false;
    for (; *stem && length + 2 < size; stem++) {
        bool upper = *stem >= 'A' && *stem <= 'Z';
        if (after_lower && upper)
            name[length++] = ' ';
        name[length++] = *stem;
        after_lower = !upper;
    }
    name[length] = '\0';
}

static void add_face(FcFontSet *set, const char *path, const char *stem, const struct style_file *style, int index,
                     const FcCharSet *coverage) {
    char family[128];
    family_name(stem, family, sizeof family);
    FcPattern *face = FcPatternCreate();
    FcPatternAddString(face, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddString(face, FC_STYLE, (const FcChar8 *)style->suffix);
    FcPatternAddString(face, FC_FILE, (const FcChar8 *)path);
    FcPatternAddString(face, FC_FONTFORMAT, (const FcChar8 *)(strstr(path, ".ttc") ? "CFF" : "TrueType"));
    FcPatternAddInteger(face, FC_INDEX, index);
    FcPatternAddInteger(face, FC_WEIGHT, style->weight);
    FcPatternAddInteger(face, FC_SLANT, style->slant);
    FcPatternAddInteger(face, FC_WIDTH, FC_WIDTH_NORMAL);
    FcPatternAddBool(face, FC_SCALABLE, FcTrue);
    FcPatternAddBool(face, FC_OUTLINE, FcTrue);
    FcPatternAddBool(face, FC_VARIABLE, FcFalse);
    FcPatternAddBool(face, FC_COLOR, FcFalse);
    FcPatternAddCharSet(face, FC_CHARSET, coverage);
    FcFontSetAdd(set, face);
}

/* Adds the files of a row that are installed; returns how many. */
static int add_row(FcFontSet *set, const struct font_row *row, struct font_needs needs) {
    FcCharSet *coverage = row_coverage(row);
    int added = 0;
    for (size_t i = 0; i < sizeof style_files / sizeof *style_files; i++) {
        char path[PATH_SIZE];
        const char *stem = row_stem(row, needs.family);
        bool upright_only = row != &latin;
        if (upright_only && style_files[i].slant != FC_SLANT_ROMAN)
            continue;
        if (find_file(stem, style_files[i].suffix, row->collection, path)) {
            add_face(set, path, stem, &style_files[i], row->collection ? needs.cjk : 0, coverage);
            added++;
        }
    }
    FcCharSetDestroy(coverage);
    return added;
}

bool fonts_config(struct font_needs needs, FcConfig **config, uint64_t *missing, struct error *error) {
    FcConfig *made = FcConfigCreate();
    if (!made || !FcConfigBuildFonts(made)) {
        FcConfigDestroy(made);
        return error_set(error, ERROR_ENVIRONMENT, "fontconfig cannot make a configuration");
    }
    FcFontSet *set = FcConfigGetFonts(made, FcSetSystem);
    if (add_row(set, &latin, needs) == 0) {
        FcConfigDestroy(made);
        return error_set(error, ERROR_ENVIRONMENT, "the font %s is not installed: install the package %s",
                         fonts_family(needs.family), core_package);
    }
    uint64_t without = 0;
    for (int row = 0; row < ROWS; row++) {
        uint64_t bit = UINT64_C(1) << row;
        if ((needs.rows & bit) && add_row(set, &rows[row], needs) == 0)
            without |= bit;
    }
    *config = made;
    *missing = without;
    return true;
}

const char *fonts_family(enum font_family family) {
    return family == FONT_SERIF ? "Noto Serif" : "Noto Sans";
}

struct text fonts_family_list(struct arena *arena, struct font_needs needs) {
    static const char *const cjk[CJK_KINDS] = {"JP", "KR", "SC", "TC", "HK"};
    struct builder list = builder_new(arena);
    builder_add_c(&list, fonts_family(needs.family));
    for (int row = 0; row < ROWS; row++) {
        if (needs.rows & (UINT64_C(1) << row)) {
            char family[128];
            family_name(row_stem(&rows[row], needs.family), family, sizeof family);
            builder_format(&list, ", %s", family);
            if (rows[row].collection)
                builder_format(&list, " %s", cjk[needs.cjk]);
        }
    }
    builder_add_c(&list, needs.family == FONT_SERIF ? ", Georgia, serif"
                                                    : ", Open Sans, Segoe UI, Helvetica, Arial, sans-serif");
    return builder_text(&list);
}

const char *fonts_row_name(int row) {
    return row >= 0 && row < ROWS ? rows[row].name : "";
}

const char *fonts_row_package(int row) {
    return row >= 0 && row < ROWS && rows[row].collection ? cjk_package : core_package;
}
