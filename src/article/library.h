/* library.h: foreign libraries that few files need, opened when one comes: a program that reads none of them does not
 * load them. Private to article/. */
#ifndef BORDERMAP_LIBRARY_H
#define BORDERMAP_LIBRARY_H

#include "error.h"

#include <stddef.h>

/* A function of the library, and the pointer that is to hold it. */
struct library_call {
    const char *name;
    void *pointer; /* to a pointer to a function */
};

/* A line of a table of calls, for a struct that has a member for each. */
#define LIBRARY_MEMBER(name) __typeof__(&(name)) name; /* NOLINT(bugprone-macro-parentheses) */
#define LIBRARY_CALL(name) {#name, &calls->name},

/* Opens the library ("libarchive.so.13") and fills in the calls. ERROR_INPUT, with the Debian package that has it,
 * where it is not installed. It stays open. */
bool library_open(const char *file, const char *package, const struct library_call *calls, size_t count,
                  struct error *error) NODISCARD;

#endif
