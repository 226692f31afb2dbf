#include "stored_string.h"

struct text stored_string(const unsigned char *strings, size_t size, uint32_t offset) {
    if (offset == 0 || (size_t)offset + 2 > size)
        return TEXT_NONE;
    size_t length = (size_t)(strings[offset] | strings[offset + 1] << 8);
    if ((size_t)offset + 2 + length > size)
        return TEXT_NONE;
    return (struct text){(const char *)strings + offset + 2, length};
}
