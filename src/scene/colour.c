#include "colour.h"

static int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool read_hex(struct text digits, int values[8]) {
    if (digits.size != 3 && digits.size != 6 && digits.size != 8)
        return false;
    for (size_t i = 0; i < digits.size; i++) {
        values[i] = hex_digit(digits.data[i]);
        if (values[i] < 0)
            return false;
    }
    return true;
}

bool colour_read(struct text text, struct colour *colour) {
    int v[8] = {0};
    if (text_is(text, "none")) {
        *colour = (struct colour){0, 0, 0, 0};
        return true;
    }
    if (!text_starts(text, TEXT("#")) || !read_hex(text_slice(text, 1, text.size), v))
        return false;
    if (text.size == 4)
        *colour = (struct colour){(uint8_t)(v[0] * 17), (uint8_t)(v[1] * 17), (uint8_t)(v[2] * 17), 1};
    else
        *colour = (struct colour){(uint8_t)(v[0] * 16 + v[1]), (uint8_t)(v[2] * 16 + v[3]), (uint8_t)(v[4] * 16 + v[5]),
                                  text.size == 9 ? (v[6] * 16 + v[7]) / 255.0 : 1};
    return true;
}
