#include "outlet.h"

#include <stdarg.h>
#include <stdio.h>

enum { REMARK = 4096 };

void outlet_result(const struct outlet *outlet, struct text text) {
    if (outlet->result)
        outlet->result(outlet->context, text);
}

void outlet_remark(const struct outlet *outlet, const char *format, ...) {
    char message[REMARK];
    va_list arguments;
    if (!outlet->remark)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    outlet->remark(outlet->context, message);
}

bool outlet_failure(const struct outlet *outlet, const struct error *error) {
    if (outlet->failure)
        outlet->failure(outlet->context, error);
    return error->kind != ERROR_ENVIRONMENT;
}
