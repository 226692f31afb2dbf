#include "import_tags.h"

struct import_feature import_tags_feature(struct text key, struct text value) {
    static const struct {
        const char *key, *value; /* value NULL: any but "no" */
        char class;
        const char *code;
    } tags[] = {
        {"place", "city", 'P', "PPL"},
        {"place", "town", 'P', "PPL"},
        {"place", "village", 'P', "PPL"},
        {"place", "hamlet", 'P', "PPL"},
        {"place", "isolated_dwelling", 'P', "PPLF"},
        {"place", "suburb", 'P', "PPLX"},
        {"place", "quarter", 'P', "PPLX"},
        {"place", "neighbourhood", 'P', "PPLX"},
        {"place", "locality", 'L', "LCTY"},
        {"place", "island", 'T', "ISL"},
        {"place", "islet", 'T', "ISL"},
        {"barrier", "border_control", 'S', "PSTB"},
        {"man_made", "bridge", 'S', "BDG"},
        {"mountain_pass", "yes", 'T', "PASS"},
        {"natural", "peak", 'T', "PK"},
        {"natural", "saddle", 'T', "PASS"},
        {"natural", "ridge", 'T', "RDGE"},
        {"natural", "valley", 'T', "VAL"},
        {"natural", "glacier", 'H', "GLCR"},
        {"natural", "water", 'H', "LK"},
        {"water", "reservoir", 'H', "RSV"},
        {"landuse", "reservoir", 'H', "RSV"},
        {"waterway", "river", 'H', "STM"},
        {"waterway", "stream", 'H', "STM"},
        {"waterway", "canal", 'H', "CNL"},
        {"waterway", "dam", 'S', "DAM"},
        {"aeroway", "aerodrome", 'S', "AIRP"},
        {"military", NULL, 'S', "INSM"},
        {"landuse", "military", 'S', "INSM"},
        {"boundary", "administrative", 'A', "ADM3"}, /* the level says which */
    };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        bool same = tags[i].value ? text_is(value, tags[i].value) : value.size > 0 && !text_is(value, "no");
        if (same && text_is(key, tags[i].key))
            return (struct import_feature){tags[i].class, text_of(tags[i].code)};
    }
    return (struct import_feature){0, TEXT_NONE};
}

struct import_feature import_tags_word(struct text word) {
    static const struct {
        const char *word;
        char class;
        const char *code;
    } words[] = {
        {"Populated place", 'P', "PPL"},
        {"Admin-0 capital", 'P', "PPLC"},
        {"Admin-0 capital alt", 'P', "PPLC"},
        {"Admin-0 region capital", 'P', "PPLA"},
        {"Admin-1 capital", 'P', "PPLA"},
        {"Admin-1 region capital", 'P', "PPLA"},
        {"River", 'H', "STM"},
        {"River (Intermittent)", 'H', "STM"},
        {"Lake Centerline", 'H', "STM"},
        {"Canal", 'H', "CNL"},
        {"Lake", 'H', "LK"},
        {"Alkaline Lake", 'H', "LK"},
        {"Reservoir", 'H', "RSV"},
        {"sea", 'H', "SEA"},
        {"ocean", 'H', "OCN"},
        {"bay", 'H', "BAY"},
        {"gulf", 'H', "GULF"},
        {"strait", 'H', "STRT"},
        {"channel", 'H', "CHN"},
        {"mountain", 'T', "MT"},
        {"pass", 'T', "PASS"},
        {"Range/mtn", 'T', "MTS"},
        {"Plateau", 'T', "PLAT"},
        {"Valley", 'T', "VAL"},
        {"Desert", 'T', "DSRT"},
        {"Basin", 'T', "BSNX"},
        {"Plain", 'T', "PLN"},
        {"Peninsula", 'T', "PEN"},
        {"Pen/cape", 'T', "PEN"},
        {"Island", 'T', "ISL"},
        {"Island group", 'T', "ISLS"},
        {"Geoarea", 'L', "RGN"},
        {"Admin-1 states provinces", 'A', "ADM1"},
        {"Admin-1 scale rank", 'A', "ADM1"},
        {"Admin-2 counties", 'A', "ADM2"},
        {"Admin-2 scale rank", 'A', "ADM2"},
        {"Airport", 'S', "AIRP"},
        {"Port", 'S', "PRT"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is(word, words[i].word))
            return (struct import_feature){words[i].class, text_of(words[i].code)};
    return (struct import_feature){0, TEXT_NONE};
}

/* A quoted text at the start of *rest, which moves behind it. */
static bool next_quoted(struct text *rest, struct text *quoted, struct arena *arena) {
    if (rest->size == 0 || rest->data[0] != '"')
        return false;
    char *copy = arena_alloc(arena, rest->size, 1);
    size_t size = 0;
    size_t at = 1;
    while (at < rest->size && rest->data[at] != '"') {
        at += rest->data[at] == '\\' && at + 1 < rest->size;
        copy[size++] = rest->data[at++];
    }
    if (at >= rest->size)
        return false;
    *quoted = (struct text){copy, size};
    *rest = text_slice(*rest, at + 1, rest->size);
    return true;
}

bool import_tags_next(struct text *hstore, struct text *key, struct text *value, struct arena *arena) {
    while (hstore->size > 0 && (hstore->data[0] == ',' || hstore->data[0] == ' '))
        *hstore = text_slice(*hstore, 1, hstore->size);
    if (!next_quoted(hstore, key, arena) || !text_starts(*hstore, TEXT("=>")))
        return false;
    *hstore = text_slice(*hstore, 2, hstore->size);
    return next_quoted(hstore, value, arena);
}
