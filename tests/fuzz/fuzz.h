/* fuzz.h: what every harness of this folder has: one function that takes bytes from outside. Under libFuzzer it is fed
 * with what the fuzzer invents, in the tests with the files of corpus/<name>/ (replay.c). */
#ifndef BORDERMAP_FUZZ_H
#define BORDERMAP_FUZZ_H

#include "text.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The name is libFuzzer's. Always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold of any input; a broken promise ends the program, so that the fuzzer keeps the input. */
#define FUZZ_HOLDS(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                             \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

static inline struct text fuzz_text(const uint8_t *data, size_t size) {
    return (struct text){size ? (const char *)data : "", size};
}

#endif
