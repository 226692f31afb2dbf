#include "formats.h"

#include <stdarg.h>
#include <stdio.h>

void reader_remark(const struct reading_state *state, const char *format, ...) {
    if (!state->notes || !state->notes->note)
        return;
    char message[ERROR_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    state->notes->note(state->notes->context, message);
}
