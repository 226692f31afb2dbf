/* error.h: what went wrong, where, and what to do about it; carried upwards by value, printed only by cli/. */
#ifndef BORDERMAP_ERROR_H
#define BORDERMAP_ERROR_H

#include <stdbool.h>

#define NODISCARD __attribute__((warn_unused_result))
#define PRINTF_LIKE(at, first) __attribute__((format(printf, at, first)))

/* The kind decides the exit code of the program. */
enum error_kind {
    ERROR_NONE = 0,
    ERROR_INPUT,       /* this input cannot be used; others can: exit 1 */
    ERROR_USAGE,       /* the command line is wrong: exit 2 */
    ERROR_ENVIRONMENT, /* cannot work here: data missing, output not writable, disk full: exit 4 */
};

enum { ERROR_MESSAGE_SIZE = 1024 };

struct error {
    enum error_kind kind;
    char message[ERROR_MESSAGE_SIZE]; /* one line, without a newline, cut at a code point */
};

/* Sets kind and message; always returns false, so that `return error_set(error, …);` fails. error may be NULL. */
bool error_set(struct error *error, enum error_kind kind, const char *format, ...) PRINTF_LIKE(3, 4);

/* Puts "context: " in front of the message on its way up; always returns false. error may be NULL. */
bool error_context(struct error *error, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
