#include "label_parts.h"

#include <math.h>

double label_form_height(const struct label_form *form) {
    return form->ascent + form->step * (double)(form->lines - 1) + form->descent;
}

struct text_style label_line_style(const struct text_style *style, size_t line, int body_weight, double body_share) {
    struct text_style result = *style;
    if (line > 0 && body_weight > 0)
        result.weight = body_weight;
    if (line > 0 && body_share > 0) {
        result.size *= body_share;
        result.letter_spacing *= body_share / 2;
    }
    return result;
}

void label_form_update(struct label_form *form, struct text lang, const struct text_measure *measure) {
    struct text rest = form->text, line;
    form->width = form->ascent = form->descent = 0;
    form->lines = 0;
    form->step = form->style.size * LABEL_LEADING;
    while (text_split(&rest, '\n', &line)) {
        struct text_extents extents = {0};
        struct text_style style = label_line_style(&form->style, form->lines, form->body_weight, form->body_share);
        measure->extents(measure->context, &style, line, lang, &extents);
        form->width = fmax(form->width, extents.width);
        form->ascent = form->lines == 0 ? extents.ascent : form->ascent;
        form->descent = extents.descent;
        form->lines++;
    }
    form->lines = form->lines > 0 ? form->lines : 1;
}

struct label_form label_form_measure(const struct label *label, const struct text_measure *measure) {
    struct label_form form = {.text = label->text,
                              .style = label->style,
                              .body_weight = label->body_weight,
                              .body_share = label->body_share,
                              .padding = fmax(1, label->padding)};
    label_form_update(&form, label->lang, measure);
    return form;
}
