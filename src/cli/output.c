#include "output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BAR_WIDTH = 30 };

void output_result(struct text text) {
    if (text.size > 0)
        (void)fwrite(text.data, 1, text.size, stdout);
}

void output_flush(void) {
    (void)fflush(stdout);
}

void output_words(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("bordermap: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

enum exit_code output_failure(const struct error *error) {
    output_words("%s", error->message);
    switch (error->kind) {
    case ERROR_USAGE: return EXIT_WRONG_USE;
    case ERROR_ENVIRONMENT: return EXIT_CANNOT_WORK;
    case ERROR_INPUT:
    case ERROR_NONE: break;
    }
    return EXIT_SOME_FAILED;
}

enum exit_code output_finish(enum exit_code code) {
    if (fflush(stdout) != 0 || ferror(stdout)) {
        output_words("standard output cannot be written: %s", strerror(errno));
        return EXIT_CANNOT_WORK;
    }
    return code;
}

enum exit_code output_worse(enum exit_code a, enum exit_code b) {
    static const int rank[] = {
        [EXIT_DONE] = 0, [EXIT_UNCHANGED] = 1, [EXIT_SOME_FAILED] = 2, [EXIT_WRONG_USE] = 3, [EXIT_CANNOT_WORK] = 4};
    return rank[a] >= rank[b] ? a : b;
}

static void draw_bar(void *context, const char *what, size_t done, size_t total) {
    (void)context;
    size_t filled = total ? done * BAR_WIDTH / total : 0;
    fprintf(stderr, "\r\033[K[%.*s%*s] %s", (int)filled, "##############################", (int)(BAR_WIDTH - filled),
            "", what);
    if (total && done >= total)
        fputs("\r\033[K", stderr);
    fflush(stderr);
}

struct progress output_progress(bool quiet) {
    bool shown = !quiet && isatty(STDERR_FILENO);
    return (struct progress){shown ? draw_bar : NULL, NULL};
}

static void write_outlet_result(void *context, struct text text) {
    (void)context;
    output_result(text);
}

static void write_remark(void *context, const char *message) {
    (void)context;
    output_words("%s", message);
}

static void write_failure(void *context, const struct error *error) {
    enum exit_code *code = context, failure = output_failure(error);
    if (code)
        *code = output_worse(*code, failure);
}

struct outlet output_outlet_for(enum exit_code *code) {
    return (struct outlet){write_outlet_result, write_remark, write_failure, code};
}

struct outlet output_outlet(void) {
    return output_outlet_for(NULL);
}
