#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Takes a code point that was cut in half off the end, and ends the line where a newline would. */
static void tidy(char *message) {
    size_t size = strlen(message);
    size_t lead = size;
    while (lead > 0 && size - lead < 4 && ((unsigned char)message[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead > 0 && (unsigned char)message[lead - 1] >= 0xC0) {
        unsigned char first = (unsigned char)message[lead - 1];
        size_t need = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        if (size - lead < need)
            message[lead - 1] = '\0';
    }
    for (char *c = message; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = ' ';
}

bool error_set(struct error *error, enum error_kind kind, const char *format, ...) {
    if (!error)
        return false;
    error->kind = kind;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    tidy(error->message);
    return false;
}

bool error_context(struct error *error, const char *format, ...) {
    if (!error)
        return false;
    char context[ERROR_MESSAGE_SIZE];
    char whole[2 * ERROR_MESSAGE_SIZE + 2];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(context, sizeof context, format, arguments);
    va_end(arguments);
    snprintf(whole, sizeof whole, "%s: %s", context, error->message);
    whole[ERROR_MESSAGE_SIZE - 1] = '\0';
    memcpy(error->message, whole, ERROR_MESSAGE_SIZE);
    tidy(error->message);
    return false;
}
