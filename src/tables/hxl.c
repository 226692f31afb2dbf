/* HXL (Humanitarian Exchange Language): a row of hashtags below the header says what the columns are; the order of
 * attributes means nothing, and those that are not known are passed over. */
#include "hxl.h"

#include "dialect.h"

/* A hashtag, and attributes that must be there, in any order; the first that fits. */
static const struct {
    const char *tag;
    const char *attributes; /* "+first +name", or "" */
    enum row_field field;
} tags[] = {{"#event", "+code", ROW_ID},
            {"#event", "+id", ROW_ID},
            {"#meta", "+id", ROW_ID},
            {"#date", "+end", ROW_DATE_END},
            {"#date", "+updated", ROW_EDITED},
            {"#date", "+reported", ROW_PUBLISHED},
            {"#date", "+occurred", ROW_DATE},
            {"#date", "+start", ROW_DATE},
            {"#date", "", ROW_DATE},
            {"#event", "", ROW_KIND},
            {"#group", "+first", ROW_PARTY_1},
            {"#group", "+second", ROW_PARTY_2},
            {"#country", "+name", ROW_COUNTRY},
            {"#country", "", ROW_COUNTRY},
            {"#adm1", "", ROW_REGION},
            {"#adm2", "", ROW_DISTRICT},
            {"#loc", "", ROW_PLACE},
            {"#geo", "+lat", ROW_LAT},
            {"#geo", "+lon", ROW_LON},
            {"#meta", "+source", ROW_SOURCE},
            {"#meta", "+url", ROW_URL},
            {"#description", "", ROW_TEXT},
            {"#affected", "+killed", ROW_KILLED},
            {"#affected", "+injured", ROW_WOUNDED},
            {"#affected", "+missing", ROW_MISSING},
            {"#affected", "+displaced", ROW_DISPLACED},
            {"#affected", "+idps", ROW_DISPLACED}};

static char small(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* The part of `text` up to the next '+' is the word. */
static bool is_word(struct text text, struct text word) {
    bool same = text.size == word.size;
    for (size_t i = 0; same && i < word.size; i++)
        same = small(text.data[i]) == small(word.data[i]);
    return same;
}

static bool has_attribute(struct text attributes, struct text wanted) {
    struct text rest = attributes, part;
    while (text_split(&rest, '+', &part))
        if (is_word(text_trim(part), wanted))
            return true;
    return false;
}

static bool fits(struct text cell, size_t row) {
    struct text trimmed = text_trim(cell), wanted = text_of(tags[row].attributes);
    size_t plus = text_find(trimmed, TEXT("+"), 0);
    struct text tag = text_trim(text_slice(trimmed, 0, plus));
    if (!is_word(tag, text_of(tags[row].tag)))
        return false;
    return wanted.size == 0 ||
           has_attribute(text_slice(trimmed, plus, trimmed.size), text_slice(wanted, 1, wanted.size));
}

bool hxl_is_tags(const struct text *cells, size_t count) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        struct text cell = text_trim(cells[i]);
        if (cell.size > 0 && (cell.data[0] != '#' || cell.size < 2))
            return false;
        found += cell.size > 0;
    }
    return found > 1;
}

enum row_field hxl_field(struct text cell) {
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (fits(cell, i))
            return tags[i].field;
    return ROW_FIELDS;
}

static bool is_hxl(const struct table_sight *sight) {
    bool dated = false, placed = false;
    for (size_t i = 0; sight->tags && i < sight->header_count; i++) {
        enum row_field field = hxl_field(sight->tags[i]);
        dated = dated || field == ROW_DATE;
        placed = placed || field == ROW_LAT || field == ROW_PLACE || field == ROW_REGION;
    }
    return dated && placed;
}

const struct table_dialect dialect_hxl = {.name = "hxl", .title = "HXL", .tells = is_hxl};
