/* bench_pages FOLDER: what it takes to read each page of a folder, as a ratio to libxml2's parse of the same bytes. */
#include "file.h"
#include "reader.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <time.h>

enum { ROUNDS = 20, PAGE_BYTES = 1 << 26 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double time_parse(struct text bytes) {
    double start = now();
    for (int i = 0; i < ROUNDS; i++)
        xmlFreeDoc(htmlReadMemory(bytes.data, (int)bytes.size, NULL, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                      HTML_PARSE_COMPACT));
    return now() - start;
}

static double time_read(struct text path, struct text bytes) {
    double start = now();
    for (int i = 0; i < ROUNDS; i++) {
        struct arena *arena = arena_open();
        struct article_list articles = {0};
        struct error error = {0};
        if (!reader_read(path, bytes, &(struct reader_options){0}, NULL, arena, &articles, &error))
            fprintf(stderr, "%s\n", error.message);
        arena_close(arena);
    }
    return now() - start;
}

int main(int argc, char **argv) {
    struct arena *arena = arena_open();
    struct text *names, bytes;
    struct error error = {0};
    size_t count;
    double parse = 0, read = 0;
    if (argc < 2 || !file_list(argv[1], arena, &names, &count, &error)) {
        fprintf(stderr, "usage: bench_pages FOLDER %s\n", error.message);
        return 2;
    }
    for (size_t i = 0; i < count; i++) {
        if (!text_ends(names[i], TEXT(".html")) ||
            !file_read(file_join(arena, argv[1], text_c(arena, names[i])), PAGE_BYTES, arena, &bytes, &error))
            continue;
        parse += time_parse(bytes);
        read += time_read(names[i], bytes);
    }
    printf("reading %.1f ms, libxml2's parse %.1f ms: %.2f times\n", read * 1e3 / ROUNDS, parse * 1e3 / ROUNDS,
           parse > 0 ? read / parse : 0);
    arena_close(arena);
    return 0;
}
