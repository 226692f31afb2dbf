#include "paragraph.h"

double paragraph_width(const struct text_measure *measure, const struct text_style *style, struct text text,
                       struct text lang) {
    struct text_extents extents = {0};
    measure->extents(measure->context, style, text, lang, &extents);
    return extents.width;
}

bool language_is_rtl(struct text lang) {
    static const char *const languages[] = {"ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"};
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (text_is(lang, languages[i]))
            return true;
    return false;
}

static bool fits(const struct text_measure *measure, const struct text_style *style, struct text text, struct text lang,
                 double width) {
    return paragraph_width(measure, style, text, lang) <= width;
}

static size_t space_before(struct text text, size_t at) {
    while (at > 0 && text.data[at - 1] != ' ')
        at--;
    return at > 0 ? at - 1 : 0;
}

static size_t space_after(struct text text, size_t at) {
    at++;
    while (at < text.size && text.data[at] != ' ')
        at++;
    return at < text.size ? at : text.size;
}

/* The end of the longest part that fits and ends before a space or at the end; 0 if none does. Measures few parts: it
 * starts where the line would end if all characters were as wide as the mean. */
static size_t last_space(const struct text_measure *measure, const struct text_style *style, struct text text,
                         struct text lang, double width) {
    double whole = paragraph_width(measure, style, text, lang);
    if (whole <= width)
        return text.size;
    size_t end = space_before(text, (size_t)((double)text.size * (width > 0 ? width : 0) / whole) + 1);
    while (end > 0 && !fits(measure, style, text_slice(text, 0, end), lang, width))
        end = space_before(text, end);
    for (size_t next = space_after(text, end); next < text.size; next = space_after(text, end)) {
        if (!fits(measure, style, text_slice(text, 0, next), lang, width))
            break;
        end = next;
    }
    return end;
}

/* The most characters that fit, at least one. */
static size_t last_character(const struct text_measure *measure, const struct text_style *style, struct text text,
                             struct text lang, double width) {
    size_t end = 0, next = 0;
    text_next(text, &end);
    for (next = end; next < text.size;) {
        text_next(text, &next);
        if (!fits(measure, style, text_slice(text, 0, next), lang, width))
            break;
        end = next;
    }
    return end;
}

static struct text with_ellipsis(const struct text_measure *measure, const struct text_style *style, struct text text,
                                 struct text lang, double width, struct arena *arena) {
    size_t end = last_character(measure, style, text, lang, width - style->size);
    return text_format(arena, "%.*s…", TEXT_ARGS(text_trim(text_slice(text, 0, end))));
}

size_t paragraph_break(const struct text_measure *measure, const struct text_style *style, struct text text,
                       struct text lang, double width, size_t limit, struct arena *arena, struct text *lines) {
    size_t count = 0;
    text = text_trim(text);
    while (text.size > 0 && count < limit) {
        size_t end = last_space(measure, style, text, lang, width);
        if (end == 0)
            end = last_character(measure, style, text, lang, width);
        if (count + 1 == limit && end < text.size)
            lines[count++] = with_ellipsis(measure, style, text, lang, width, arena);
        else
            lines[count++] = text_slice(text, 0, end);
        text = text_trim(text_slice(text, end, text.size));
    }
    return count;
}
