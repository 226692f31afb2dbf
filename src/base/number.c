#include "number.h"

#include <math.h>

enum { LONGEST_NUMBER = 40 };

/* Reads digits into *value times ten; returns how many there were. */
static size_t read_digits(struct text text, size_t *at, double *value) {
    size_t start = *at;
    while (*at < text.size && text.data[*at] >= '0' && text.data[*at] <= '9') {
        *value = *value * 10 + (text.data[*at] - '0');
        (*at)++;
    }
    return *at - start;
}

static bool read_exponent(struct text text, size_t *at, int *exponent) {
    *exponent = 0;
    if (*at >= text.size || (text.data[*at] | 0x20) != 'e')
        return true;
    (*at)++;
    bool negative = *at < text.size && text.data[*at] == '-';
    *at += negative || (*at < text.size && text.data[*at] == '+');
    double digits = 0;
    if (read_digits(text, at, &digits) == 0 || digits > 300)
        return false;
    *exponent = negative ? -(int)digits : (int)digits;
    return true;
}

bool number_read(struct text text, double *value) {
    size_t at = 0;
    if (text.size == 0 || text.size > LONGEST_NUMBER)
        return false;
    bool negative = text.data[0] == '-';
    at += negative || text.data[0] == '+';
    double mantissa = 0;
    size_t whole = read_digits(text, &at, &mantissa);
    size_t decimals = 0;
    if (at < text.size && text.data[at] == '.') {
        at++;
        decimals = read_digits(text, &at, &mantissa);
    }
    int exponent;
    if (whole + decimals == 0 || !read_exponent(text, &at, &exponent) || at != text.size)
        return false;
    exponent -= (int)decimals;
    double result = exponent < 0 ? mantissa / pow(10, -exponent) : mantissa * pow(10, exponent);
    if (!isfinite(result))
        return false;
    *value = negative ? -result : result;
    return true;
}

bool number_read_whole(struct text text, int64_t *value) {
    size_t at = text.size > 0 && text.data[0] == '-';
    if (at == text.size || text.size - at > 18)
        return false;
    int64_t result = 0;
    for (size_t i = at; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        result = result * 10 + (text.data[i] - '0');
    }
    *value = at ? -result : result;
    return true;
}
