#include "dateline.h"

#include "blocks.h"
#include "printed_date.h"

enum { LONGEST_LINE = 120, LONGEST_HEAD = 110, LONGEST_PLACE = 60, MOST_WORDS = 6, MOST_LINES = 3 };

static bool has_digit(struct text text) {
    for (size_t at = 0; at < text.size; at++) {
        unsigned char c = (unsigned char)text.data[at];
        bool eastern = c == 0xD9 || c == 0xDB; /* the first byte of Arabic digits, and of letters */
        if ((c >= '0' && c <= '9') || eastern)
            return true;
    }
    return false;
}

static size_t count_words(struct text text) {
    struct text rest = text, word;
    size_t count = 0;
    while (text_split(&rest, ' ', &word))
        count += word.size > 1;
    return count;
}

/* A line of its own with a day and few words: "Published 18 March 2025", "29 ноября 2025, 11:40". */
static bool read_masthead(const struct calendar_words *words, struct text line, struct date *date) {
    struct printed_date found;
    if (line.size > LONGEST_LINE || block_ends_sentence(line) || !printed_date_find(words, line, 0, false, &found))
        return false;
    struct text before = text_slice(line, 0, found.start), after = text_slice(line, found.end, line.size);
    if (count_words(before) + count_words(after) > MOST_WORDS)
        return false;
    *date = found.date;
    return true;
}

/* The lines at the start that are a masthead; returns where the text behind them begins. */
static size_t take_mastheads(const struct calendar_words *words, struct text text, struct date *date) {
    size_t start = 0;
    for (int lines = 0; lines < MOST_LINES; lines++) {
        size_t end = text_find(text, TEXT("\n"), start);
        struct text line = text_trim(text_slice(text, start, end));
        if (end >= text.size || (line.size > 0 && !read_masthead(words, line, date)))
            return start;
        start = end + 1;
    }
    return start;
}

static bool is_dash(struct text text, size_t at) {
    static const struct text dashes[] = {{" - ", 3}, {"\xE2\x80\x94", 3}, {"\xE2\x80\x93", 3}, {".-", 2},
                                         {".–", 4},  {"--", 2},           {"\xE7\x94\xB5", 3} /* 电 */};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (text_starts(text_slice(text, at, text.size), dashes[i]))
            return true;
    return false;
}

/* Where the head ends with its dash; 0: there is none, or a sentence ends before it. */
static size_t find_dash(struct text head) {
    for (size_t at = 1; at < head.size; at++) {
        if (is_dash(head, at))
            return at;
        bool sentence = head.data[at] == '.' && at + 1 < head.size && head.data[at + 1] == ' ' &&
                        count_words(text_slice(head, 0, at)) > MOST_WORDS;
        if (head.data[at] == '\n' || sentence)
            return 0;
    }
    return 0;
}

/* Up to a mark, a digit or the day: the place. */
static size_t place_end(struct text head) {
    size_t at = 0;
    while (at < head.size && at < LONGEST_PLACE && head.data[at] != ',' && head.data[at] != '(' &&
           head.data[at] != '.' && head.data[at] != '/' && !(head.data[at] >= '0' && head.data[at] <= '9'))
        at++;
    return at;
}

static bool starts_as_name(struct text text) {
    unsigned char c = text.size ? (unsigned char)text.data[0] : 'a';
    return (c >= 'A' && c <= 'Z') || c >= 0xC3;
}

/* Behind "(EFE)", "/ТАСС/." or a full stop. */
static size_t skip_agency(struct text text, size_t at) {
    size_t end = at;
    while (end < text.size && (text.data[end] == ' ' || text.data[end] == '.' || text.data[end] == ','))
        end++;
    bool open = end < text.size && (text.data[end] == '(' || text.data[end] == '/');
    size_t close = open ? text_find(text, text.data[end] == '(' ? TEXT(")") : TEXT("/"), end + 1) : text.size;
    return close < text.size && close - end < 40 ? close + 1 : at;
}

/* What only datelines have behind their day: a dash, an agency, or full stops around the day. */
static bool is_closed(struct text head, size_t place, size_t day_end, size_t dash) {
    bool stops = place < head.size && head.data[place] == '.' && day_end < head.size && head.data[day_end] == '.';
    return dash > 0 || stops || skip_agency(head, day_end) != day_end;
}

static void read_place_line(const struct calendar_words *words, struct text text, size_t start,
                            struct dateline *dateline) {
    struct text head = text_slice(text, start, start + LONGEST_HEAD);
    size_t dash = find_dash(head), place = place_end(text_slice(head, 0, dash ? dash : head.size));
    struct printed_date day = {0};
    bool dated = words && printed_date_find(words, head, 0, true, &day) && day.start < LONGEST_PLACE &&
                 (dash == 0 || day.start < dash) && is_closed(head, place, day.end, dash);
    size_t name = text_trim(text_slice(head, 0, place)).size;
    bool marked = dash > 0 && (name + 2 >= dash || text_find(text_slice(head, 0, dash), TEXT("("), 0) < dash);
    if (!starts_as_name(head) || name == 0 || count_words(text_slice(head, 0, name)) > 3 || (!dated && !marked))
        return;
    dateline->place_start = (uint32_t)start;
    dateline->place_end = (uint32_t)(start + name);
    dateline->end = (uint32_t)(start + (dash ? dash : skip_agency(head, day.end)));
    if (dated && day.date.year > 0)
        dateline->date = day.date;
}

bool dateline_is_masthead(struct text line, struct text language, struct arena *arena, struct date *date) {
    return line.size > 0 && line.size <= LONGEST_LINE && has_digit(line) &&
           read_masthead(calendar_words_open(language, arena), line, date);
}

void dateline_find(struct article *article, struct arena *arena) {
    struct text start = text_slice(article->text, 0, LONGEST_LINE);
    struct dateline found = {0};
    const struct calendar_words *words = has_digit(start) ? calendar_words_open(article->language, arena) : NULL;
    size_t from = words ? take_mastheads(words, article->text, &found.date) : 0;
    found.end = (uint32_t)from;
    read_place_line(words, article->text, from, &found);
    article->dateline = found;
    if (!date_known(article->published) && date_known(found.date)) {
        article->published = found.date;
        article->published_from = TEXT("the dateline");
    }
}
