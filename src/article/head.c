#include "head.h"

#include "number.h"

static const struct {
    const char *word;
    enum head_field field;
} words[] = {
    {"title", HEAD_TITLE},
    {"titolo", HEAD_TITLE},
    {"titre", HEAD_TITLE},
    {"titel", HEAD_TITLE},
    {"título", HEAD_TITLE},
    {"titular", HEAD_TITLE},
    {"tytuł", HEAD_TITLE},
    {"başlık", HEAD_TITLE},
    {"Заголовок", HEAD_TITLE},
    {"العنوان", HEAD_TITLE},
    {"عنوان", HEAD_TITLE},
    {"标题", HEAD_TITLE},
    {"published", HEAD_DATE},
    {"date", HEAD_DATE},
    {"pubblicato", HEAD_DATE},
    {"pubblicato il", HEAD_DATE},
    {"data", HEAD_DATE},
    {"publié", HEAD_DATE},
    {"publié le", HEAD_DATE},
    {"veröffentlicht", HEAD_DATE},
    {"veröffentlicht am", HEAD_DATE},
    {"datum", HEAD_DATE},
    {"publicado", HEAD_DATE},
    {"publicado el", HEAD_DATE},
    {"fecha", HEAD_DATE},
    {"opublikowano", HEAD_DATE},
    {"tarih", HEAD_DATE},
    {"yayın tarihi", HEAD_DATE},
    {"yayınlanma", HEAD_DATE},
    {"yayınlanma tarihi", HEAD_DATE},
    {"yayımlanma tarihi", HEAD_DATE},
    {"Опубликовано", HEAD_DATE},
    {"Дата", HEAD_DATE},
    {"Дата публикации", HEAD_DATE},
    {"Опубліковано", HEAD_DATE},
    {"نُشر", HEAD_DATE},
    {"نشر", HEAD_DATE},
    {"التاريخ", HEAD_DATE},
    {"تاريخ النشر", HEAD_DATE},
    {"تاریخ", HEAD_DATE},
    {"发布时间", HEAD_DATE},
    {"language", HEAD_LANGUAGE},
    {"lingua", HEAD_LANGUAGE},
    {"langue", HEAD_LANGUAGE},
    {"sprache", HEAD_LANGUAGE},
    {"idioma", HEAD_LANGUAGE},
    {"język", HEAD_LANGUAGE},
    {"dil", HEAD_LANGUAGE},
    {"Язык", HEAD_LANGUAGE},
    {"Мова", HEAD_LANGUAGE},
    {"اللغة", HEAD_LANGUAGE},
    {"source", HEAD_SOURCE},
    {"fonte", HEAD_SOURCE},
    {"quelle", HEAD_SOURCE},
    {"fuente", HEAD_SOURCE},
    {"źródło", HEAD_SOURCE},
    {"kaynak", HEAD_SOURCE},
    {"Источник", HEAD_SOURCE},
    {"Джерело", HEAD_SOURCE},
    {"المصدر", HEAD_SOURCE},
    {"منبع", HEAD_SOURCE},
    {"来源", HEAD_SOURCE},
    {"url", HEAD_URL},
};

/* First letters of the months from January: Italian, French, German, Spanish, Portuguese and English share many. */
static const char *const months[12] = {"jan ene gen янв січ oca ocak sty يناير كانون ژانویه",
                                       "feb fév fev фев лют şub lut فبراير شباط فوریه",
                                       "mar mär мар бер mart مارس آذار",
                                       "apr abr avr апр кві nis kwi أبريل نيسان آوریل",
                                       "may mai mag мая май тра maj مايو أيار مه",
                                       "jun jui giu июн чер haz cze يونيو حزيران ژوئن",
                                       "jul juil lug июл лип tem lip يوليو تموز ژوئیه",
                                       "aug ago aoû авг сер ağu sie أغسطس آب اوت",
                                       "sep set сен вер eyl wrz سبتمبر أيلول سپتامبر",
                                       "oct okt ott out окт жов eki paź أكتوبر اکتبر",
                                       "nov ноя лис kas lis نوفمبر نوامبر",
                                       "dec déc dez dic дек гру ara gru ديسمبر دسامبر"};

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Small and capital Latin letters of ASCII are the same; others are as the tables have them. */
static bool begins(struct text text, struct text start) {
    if (start.size == 0 || text.size < start.size)
        return false;
    for (size_t i = 0; i < start.size; i++)
        if (small(text.data[i]) != small(start.data[i]))
            return false;
    return true;
}

enum head_field head_field_of(struct text word) {
    struct text trimmed = text_trim(word); /* "Publié :" */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_of(words[i].word).size == trimmed.size && begins(trimmed, text_of(words[i].word)))
            return words[i].field;
    return HEAD_NONE;
}

/* The month that begins like that; the longest beginning counts ("juil" is no "jui"). */
static int month_of(struct text name) {
    size_t longest = 0;
    int best = 0;
    for (int month = 0; month < 12; month++) {
        struct text rest = text_of(months[month]), start;
        while (text_split(&rest, ' ', &start))
            if (start.size > longest && begins(name, start)) {
                longest = start.size;
                best = month + 1;
            }
    }
    return best;
}

static bool make_date(int64_t year, int month, int64_t day, struct date *date) {
    if (month < 1 || month > 12 || year < 1900 || year > 9999 || day < 1 || day > date_month_length((int)year, month))
        return false;
    *date = (struct date){(int)year, month, (int)day};
    return true;
}

static bool read_number(struct text part, int64_t *number) {
    struct text bare = text_ends(part, TEXT(".")) ? text_slice(part, 0, part.size - 1) : part;
    return number_read_whole(bare, number);
}

/* "28.11.2025", "28/11/2025": never month first, which only English has. */
static bool read_numbers(struct text value, char mark, struct date *date) {
    struct text rest = value, day, month, year;
    int64_t numbers[3];
    return text_split(&rest, mark, &day) && text_split(&rest, mark, &month) && text_split(&rest, ' ', &year) &&
           number_read_whole(day, &numbers[0]) && number_read_whole(month, &numbers[1]) && numbers[1] <= 12 &&
           number_read_whole(year, &numbers[2]) && make_date(numbers[2], (int)numbers[1], numbers[0], date);
}

bool head_date(struct text value, struct date *date) {
    struct text rest = text_trim(value), part;
    int64_t day = 0, number;
    int month = 0;
    if (read_numbers(rest, '.', date))
        return true;
    for (int parts = 0; parts < 6 && text_split(&rest, ' ', &part); parts++) {
        if (text_ends(part, TEXT(",")))
            part = text_slice(part, 0, part.size - 1);
        if (!read_number(part, &number))
            month = month > 0 || day == 0 ? month : month_of(part);
        else if (day == 0)
            day = number;
        else if (month > 0)
            return make_date(number, month, day, date);
    }
    return false;
}
