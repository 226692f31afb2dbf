/* Parts of a body of documents: each is in exactly one, and they are of about the same size. */
#include "shard.h"
#include "testing.h"

#include <stdio.h>

static struct text id_of(int number, char room[32]) {
    snprintf(room, 32, "doc-%d", number);
    return text_of(room);
}

static void every_document_is_in_one_part(void **state) {
    (void)state;
    static const uint64_t counts[] = {1, 2, 8, 1000};
    char room[32];
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (int i = 0; i < 300; i++) {
            size_t in = 0;
            for (uint64_t number = 1; number <= counts[c]; number++)
                in += shard_has((struct shard){number, counts[c]}, id_of(i, room));
            assert_int_equal(in, 1);
        }
    assert_true(shard_has((struct shard){0}, TEXT("any")));
}

static void parts_are_alike_in_size(void **state) {
    (void)state;
    size_t sizes[8] = {0};
    char room[32];
    for (int i = 0; i < 8000; i++)
        for (uint64_t number = 1; number <= 8; number++)
            sizes[number - 1] += shard_has((struct shard){number, 8}, id_of(i, room));
    for (size_t i = 0; i < 8; i++)
        assert_in_range(sizes[i], 880, 1120);
}

static void parts_are_written_as_fractions(void **state) {
    (void)state;
    static const char *const bad[] = {"", "3", "3/", "/8", "0/8", "9/8", "-1/8", "1/0", "1/8/2", "a/8", "1/2000000"};
    struct shard shard = {0};
    assert_true(shard_read(TEXT("3/8"), &shard));
    assert_int_equal(shard.number, 3);
    assert_int_equal(shard.count, 8);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(shard_read(text_of(bad[i]), &shard));
    assert_int_equal(shard.number, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_document_is_in_one_part),
        cmocka_unit_test(parts_are_alike_in_size),
        cmocka_unit_test(parts_are_written_as_fractions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
