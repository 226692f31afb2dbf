#include "dateline.h"

#include "blocks.h"
#include "printed_date.h"

#include <string.h>
#include <unicode/uchar.h>

enum {
    LONGEST_LINE = 120,
    LONGEST_HEAD = 160,
    LONGEST_PLACE = 60,
    LONGEST_BETWEEN = 60,
    LONGEST_AGENCY = 40,
    LONGEST_BYLINE = 80,
    MOST_WORDS = 6,
    MOST_LINES = 3
};

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

/* The bytes of a dash at `at`; 0: there is none. A hyphen is one between spaces or behind a full stop. */
static size_t dash_at(struct text text, size_t at) {
    static const struct text dashes[] = {{" - ", 3}, {"\xE2\x80\x94", 3}, {"\xE2\x80\x93", 3}, {".-", 2},
                                         {".–", 4},  {"--", 2},           {"\xE7\x94\xB5", 3} /* 电 */};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (text_starts(text_slice(text, at, text.size), dashes[i]))
            return dashes[i].size;
    return 0;
}

/* Behind spaces. */
static size_t skip_spaces(struct text text, size_t at) {
    while (at < text.size && text.data[at] == ' ')
        at++;
    return at;
}

/* A letter that its script would write as a capital at the start of a name; Georgian would not. */
static bool is_small(UChar32 c) {
    return u_islower(c) && u_totitle(c) != c;
}

/* True unless a small letter follows: scripts without capitals always begin. */
static bool begins_sentence(struct text text, size_t at) {
    at = skip_spaces(text, at);
    return at < text.size && text.data[at] != '\n' && !is_small((UChar32)text_next(text, &at));
}

/* Every letter is a capital, three or more. */
static bool is_loud(struct text text) {
    size_t capitals = 0;
    for (size_t at = 0; at < text.size;) {
        UChar32 c = (UChar32)text_next(text, &at);
        if (is_small(c))
            return false;
        capitals += u_isupper(c) != 0;
    }
    return capitals >= 3;
}

/* One to `most` words, none with a small letter in front but short ones ("Rio de Janeiro") and joined ones
 * ("al-Hasaka"). */
static bool is_name(struct text text, size_t most) {
    struct text rest = text, word;
    size_t count = 0;
    while (text_split(&rest, ' ', &word)) {
        size_t at = 0;
        bool joined = text_find(word, TEXT("-"), 0) < word.size || text_find(word, TEXT("'"), 0) < word.size;
        bool small = word.size > 0 && is_small((UChar32)text_next(word, &at));
        if (small && !joined && text_code_points(word) > 3)
            return false;
        count += word.size > 0;
    }
    return count > 0 && count <= most;
}

/* The start of an article's text while it is looked at. */
struct head {
    struct text text;
    size_t name, name_end; /* the place */
    bool dated;
    struct printed_date day;
    size_t at; /* behind place and day */
};

/* Behind "(ANSA) - " in front of the place. */
static size_t skip_first_agency(struct text head) {
    size_t close = text_starts(head, TEXT("(")) ? text_find(head, TEXT(")"), 0) : head.size;
    if (close > LONGEST_AGENCY || close >= head.size || !is_loud(text_slice(head, 1, close)))
        return 0;
    size_t dash = dash_at(head, close + 1);
    return dash ? skip_spaces(head, close + 1 + dash) : 0;
}

/* Up to a mark, a digit or a dash: the place. */
static size_t place_end(struct text head, size_t at) {
    size_t from = at;
    while (at < head.size && at - from < LONGEST_PLACE &&
           !(head.data[at] & 0x80 ? 0 : strchr(",(./:\n", head.data[at]) != NULL) &&
           !(head.data[at] >= '0' && head.data[at] <= '9') && !dash_at(head, at))
        at++;
    return at;
}

/* Behind the letters from `at` on. */
static size_t letters_end(struct text text, size_t at) {
    size_t next = at;
    while (at < text.size && u_isalpha((UChar32)text_next(text, &next)))
        at = next;
    return at;
}

/* Behind a short word that belongs to a day: "г.", "թ.", "yil". */
static size_t skip_short_word(struct text head, size_t at) {
    size_t from = skip_spaces(head, at), end = letters_end(head, from);
    struct text word = text_slice(head, from, end);
    bool belongs = end > from && text_code_points(word) <= 4 && !is_loud(word) && !dash_at(head, from);
    return belongs ? end + (end < head.size && head.data[end] == '.') : at;
}

/* A line of its own with a day and few words: "Published 18 March 2025", "29 ноября 2025, 11:40". */
static bool read_masthead(const struct calendar_words *words, struct text line, struct date *date) {
    struct printed_date found;
    if (line.size > LONGEST_LINE || !printed_date_find(words, line, 0, false, &found) ||
        (block_ends_sentence(line) && skip_short_word(line, found.end) < line.size))
        return false;
    struct text before = text_slice(line, 0, found.start), after = text_slice(line, found.end, line.size);
    if (count_words(before) + count_words(after) > MOST_WORDS)
        return false;
    *date = found.date;
    return true;
}

/* The lines at the start that are a masthead, or a byline above one; returns where the text behind them begins. */
static size_t take_mastheads(const struct calendar_words *words, struct text text, struct date *date) {
    size_t start = 0;
    for (int lines = 0; lines < MOST_LINES; lines++) {
        size_t end = text_find(text, TEXT("\n"), start);
        struct text line = text_trim(text_slice(text, start, end));
        if (end >= text.size)
            return start;
        bool masthead = line.size == 0 || read_masthead(words, line, date);
        size_t next = masthead || line.size > LONGEST_BYLINE || block_ends_sentence(line) ? 0 : end + 1;
        size_t next_end = text_find(text, TEXT("\n"), next);
        bool byline = next > 0 && read_masthead(words, text_trim(text_slice(text, next, next_end)), date);
        if (!masthead && !byline)
            return start;
        start = (byline ? next_end : end) + 1;
    }
    return start;
}

/* The day, if few words stand between place and day: a country, "le". */
static void read_day(const struct calendar_words *words, struct head *head) {
    struct printed_date day = {0};
    head->at = head->name_end;
    if (!words || !printed_date_find(words, head->text, head->name_end, true, &day) ||
        day.start - head->name_end > LONGEST_BETWEEN || text_find(head->text, TEXT("\n"), head->name_end) < day.start ||
        count_words(text_slice(head->text, head->name_end, day.start)) > 3)
        return;
    head->dated = true;
    head->day = day;
    head->at = skip_short_word(head->text, day.end);
}

/* Up to the dash, with at most an agency or a country in between. */
static size_t close_by_dash(const struct head *head) {
    size_t at = head->at, size = 0;
    while (at < head->text.size && at - head->at < LONGEST_BETWEEN && head->text.data[at] != '\n' &&
           (size = dash_at(head->text, at)) == 0)
        at++;
    if (size == 0)
        return 0;
    struct text between = text_trim(text_slice(head->text, head->at, at));
    while (between.size > 0 && strchr(",./ ", between.data[0]))
        between = text_slice(between, 1, between.size);
    bool bracketed = text_starts(between, TEXT("("));
    if (between.size > 0 && !bracketed && !is_name(between, 4))
        return 0;
    if (!head->dated && !bracketed && !begins_sentence(head->text, at + size))
        return 0;
    struct text behind = text_slice(head->text, at + size, at + size + LONGEST_BETWEEN);
    size_t colon = text_find(behind, TEXT(":"), 0);
    bool list =
        between.size == 0 && !head->dated && colon < behind.size && count_words(text_slice(behind, 0, colon)) <= 2;
    return list ? 0 : at;
}

/* Behind "(EFE)", "/ТАСС/." */
static size_t close_by_agency(const struct head *head) {
    size_t open = head->at;
    while (open < head->text.size && strchr(" .,", head->text.data[open]))
        open++;
    if (open >= head->text.size || (head->text.data[open] != '(' && head->text.data[open] != '/'))
        return 0;
    size_t close = text_find(head->text, head->text.data[open] == '(' ? TEXT(")") : TEXT("/"), open + 1);
    struct text agency = text_slice(head->text, open + 1, close);
    bool stop = close + 1 < head->text.size && strchr(".:", head->text.data[close + 1]);
    bool told = close < head->text.size && close - open < LONGEST_AGENCY && is_name(agency, 4);
    return told && (head->dated || stop) ? close + 1 + stop : 0;
}

/* Behind ", AZƏRTAC." or ". УНН.": one word that is a name. */
static size_t close_by_word(const struct head *head) {
    size_t from = head->at;
    while (from < head->text.size && strchr(" .,", head->text.data[from]))
        from++;
    size_t end = from;
    while (end < head->text.size && !strchr(" .,:\n", head->text.data[end]) &&
           !text_starts(text_slice(head->text, end, head->text.size), TEXT("։")))
        end++;
    bool ended = end < head->text.size && head->text.data[end] != ' ' && head->text.data[end] != ',' &&
                 head->text.data[end] != '\n';
    return head->dated && from > head->at && ended && text_code_points(text_slice(head->text, from, end)) > 2 &&
                   begins_sentence(head->text, from) && is_name(text_slice(head->text, from, end), 1)
               ? end
               : 0;
}

/* Behind "ISLAMABAD:", "NEW DELHI, 18 March 2025:", and between full stops: "Київ. 14 квітня." */
static size_t close_by_mark(const struct head *head) {
    struct text text = head->text;
    if (head->at >= text.size)
        return 0;
    bool loud = is_loud(text_slice(text, head->name, head->name_end));
    bool colon = text.data[head->at] == ':' && (loud || head->dated) && begins_sentence(text, head->at + 1);
    bool stops = head->dated && text.data[head->name_end] == '.' &&
                 (text.data[head->at] == '.' || text.data[head->at - 1] == '.');
    return colon || stops ? head->at + 1 : 0;
}

static void read_place_line(const struct calendar_words *words, struct text text, size_t start,
                            struct dateline *dateline) {
    static size_t (*const ways[])(const struct head *head) = {close_by_dash, close_by_agency, close_by_word,
                                                              close_by_mark};
    struct head head = {.text = text_slice(text, start, start + LONGEST_HEAD)};
    head.name = skip_first_agency(head.text);
    head.name_end = place_end(head.text, head.name);
    struct text name = text_trim(text_slice(head.text, head.name, head.name_end));
    if (name.size == 0 || !begins_sentence(head.text, head.name) || !is_name(name, 3))
        return;
    read_day(words, &head);
    size_t end = 0;
    for (size_t i = 0; end == 0 && i < sizeof ways / sizeof *ways; i++)
        end = ways[i](&head);
    if (end == 0)
        return;
    dateline->place_start = (uint32_t)(start + head.name);
    dateline->place_end = (uint32_t)(start + head.name + name.size);
    dateline->end = (uint32_t)(start + end);
    if (head.dated && head.day.date.year > 0)
        dateline->date = head.day.date;
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
