#include "layer_filter.h"

#include "number.h"

/* The next word, operator or quoted literal (with its quotes); empty at the end. */
static struct text next_token(struct text *rest) {
    *rest = text_trim(*rest);
    size_t size = 0;
    if (rest->size > 0 && rest->data[0] == '\'') {
        size = text_find(*rest, TEXT("'"), 1) + 1;
        size = size > rest->size ? rest->size : size;
    } else {
        while (size < rest->size && rest->data[size] != ' ')
            size++;
    }
    struct text token = {rest->data, size};
    *rest = (struct text){rest->data + size, rest->size - size};
    return token;
}

static bool read_comparison(struct text token, enum filter_comparison *comparison) {
    static const char *const signs[] = {[FILTER_EQUAL] = "=", [FILTER_LESS] = "<",      [FILTER_AT_MOST] = "<=",
                                        [FILTER_MORE] = ">",  [FILTER_AT_LEAST] = ">=", [FILTER_LIKE] = "LIKE"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_is(token, signs[i])) {
            *comparison = (enum filter_comparison)i;
            return true;
        }
    return false;
}

static bool read_literal(struct text token, struct filter_term *term) {
    term->is_number = number_read(token, &term->number);
    if (term->is_number)
        return term->comparison != FILTER_LIKE;
    if (token.size < 2 || token.data[0] != '\'' || token.data[token.size - 1] != '\'')
        return false;
    term->literal = (struct text){token.data + 1, token.size - 2};
    if (term->comparison == FILTER_LIKE) {
        bool begins = term->literal.size > 0 && term->literal.data[term->literal.size - 1] == '%';
        term->literal.size -= begins;
        return begins && text_find(term->literal, TEXT("%"), 0) >= term->literal.size;
    }
    return term->comparison == FILTER_EQUAL;
}

static bool is_name(struct text token) {
    for (size_t i = 0; i < token.size; i++) {
        char c = token.data[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_')
            return false;
    }
    return token.size > 0;
}

static bool read_term(struct text *rest, struct filter_term *term) {
    term->field = next_token(rest);
    return is_name(term->field) && read_comparison(next_token(rest), &term->comparison) &&
           read_literal(next_token(rest), term);
}

bool layer_filter_read(const char *where, struct layer_filter *filter) {
    struct text rest = text_of(where), joint = TEXT_NONE;
    struct layer_filter read = {0};
    while (text_trim(rest).size > 0) {
        if (read.count == FILTER_TERMS || !read_term(&rest, &read.terms[read.count++]))
            return false;
        struct text next = next_token(&rest);
        bool first = joint.size == 0, known = text_is(next, "AND") || text_is(next, "OR");
        if (next.size > 0 && (!known || (!first && !text_equal(next, joint)) || text_trim(rest).size == 0))
            return false;
        joint = next.size > 0 ? next : joint;
    }
    read.any = text_is(joint, "OR");
    *filter = read;
    return true;
}

static bool meets(const struct filter_term *term, struct text value) {
    double number;
    if (!term->is_number)
        return term->comparison == FILTER_LIKE ? text_starts(value, term->literal) : text_equal(value, term->literal);
    if (!number_read(value, &number))
        return false;
    switch (term->comparison) {
    case FILTER_LESS: return number < term->number;
    case FILTER_AT_MOST: return number <= term->number;
    case FILTER_MORE: return number > term->number;
    case FILTER_AT_LEAST: return number >= term->number;
    default: return number == term->number;
    }
}

bool layer_filter_wants(const struct layer_filter *filter, const struct text *values) {
    for (size_t i = 0; i < filter->count; i++)
        if (meets(&filter->terms[i], values[i]) == filter->any)
            return filter->any;
    return !filter->any || filter->count == 0;
}
