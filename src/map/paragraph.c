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

/* The end of the longest part that fits and ends before a space or at the end; 0 if none does. */
static size_t last_space(const struct text_measure *measure, const struct text_style *style, struct text text,
                         struct text lang, double width) {
    size_t end = 0;
    for (size_t i = 1; i <= text.size; i++) {
        if (i < text.size && text.data[i] != ' ')
            continue;
        if (!fits(measure, style, text_slice(text, 0, i), lang, width))
            break;
        end = i;
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
