#include "base64.h"

enum { GROUPS = 256 }; /* of three bytes, written at a time */

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* 1 to 3 bytes as 4 characters. */
static void encode(const unsigned char *bytes, size_t count, char *out) {
    unsigned word =
        (unsigned)bytes[0] << 16 | (count > 1 ? (unsigned)bytes[1] << 8 : 0) | (count > 2 ? (unsigned)bytes[2] : 0);
    out[0] = alphabet[word >> 18];
    out[1] = alphabet[word >> 12 & 63];
    out[2] = count > 1 ? alphabet[word >> 6 & 63] : '=';
    out[3] = count > 2 ? alphabet[word & 63] : '=';
}

void base64_add(struct builder *builder, struct text bytes) {
    const unsigned char *data = (const unsigned char *)bytes.data;
    char out[GROUPS * 4];
    size_t used = 0;
    for (size_t i = 0; i < bytes.size; i += 3) {
        encode(data + i, bytes.size - i < 3 ? bytes.size - i : 3, out + used);
        used += 4;
        if (used == sizeof out) {
            builder_add(builder, (struct text){out, used});
            used = 0;
        }
    }
    builder_add(builder, (struct text){out, used});
}
