/* compare_pictures A.png B.png [DIFFERENCE.png]: exit 0 if they show the same, 1 if not, 4 if they cannot be read. */
#include "file.h"
#include "picture_compare.h"

#include <stdio.h>

enum { LIMIT = 512 * 1024 * 1024 };

static int report(const struct picture_difference *difference) {
    if (!difference->same_size) {
        puts("the sizes differ");
        return 1;
    }
    if (difference->exact) {
        puts("the same pixels");
        return 0;
    }
    bool passes = picture_difference_passes(difference);
    printf("%s: the worst tile, at %d, %d, differs by %.2f (limit %.1f); %d tiles are beyond\n",
           passes ? "the same to the eye" : "different", difference->worst_left, difference->worst_top,
           difference->worst, PICTURE_TOLERANCE, difference->tiles_beyond);
    return passes ? 0 : 1;
}

int main(int argc, char **argv) {
    struct error error = {0};
    struct arena *arena = arena_open();
    struct text a, b, shown = TEXT_NONE;
    struct picture_difference difference;
    if (argc != 3 && argc != 4) {
        fputs("usage: compare_pictures A.png B.png [DIFFERENCE.png]\n", stderr);
        return 2;
    }
    bool compared = file_read(argv[1], LIMIT, arena, &a, &error) && file_read(argv[2], LIMIT, arena, &b, &error) &&
                    picture_compare(a, b, arena, &difference, argc == 4 ? &shown : NULL, &error) &&
                    (shown.size == 0 || file_write(argv[3], shown, &error));
    int code = compared ? report(&difference) : 4;
    if (!compared)
        fprintf(stderr, "compare_pictures: %s\n", error.message);
    arena_close(arena);
    return code;
}
