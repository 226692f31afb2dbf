/* testing.h: cmocka with what it needs, and assertions for our own types. */
#ifndef BORDERMAP_TESTING_H
#define BORDERMAP_TESTING_H

#include "text.h"

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The text is exactly the string; says both if not. */
#define assert_text(actual, expected)                                                                                  \
    do {                                                                                                               \
        struct text assert_text_actual = (actual);                                                                     \
        if (!text_is(assert_text_actual, (expected)))                                                                  \
            fail_msg("is \"%.*s\", should be \"%s\"", TEXT_ARGS(assert_text_actual), (expected));                      \
    } while (0)

/* The string holds the other. */
#define assert_holds(whole, part)                                                                                      \
    do {                                                                                                               \
        struct text assert_holds_whole = text_of(whole);                                                               \
        if (text_find(assert_holds_whole, text_of(part), 0) > assert_holds_whole.size)                                 \
            fail_msg("\"%.*s\" should hold \"%s\"", TEXT_ARGS(assert_holds_whole), (part));                            \
    } while (0)

#endif
