/* The text of a PDF, through the program pdftotext (poppler), where it is installed: poppler is GPL and is not linked.
 */
#include "builder.h"
#include "formats.h"
#include "list.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIECE = 65536, MOST_TEXT = 64 * 1024 * 1024 };

extern char **environ;

/* The PDF in a file without a name, to be the program's standard input. */
static int open_input(struct text bytes) {
    FILE *file = tmpfile();
    bool written = file && fwrite(bytes.data, 1, bytes.size, file) == bytes.size && fflush(file) == 0;
    int descriptor = written ? dup(fileno(file)) : -1;
    if (file)
        (void)fclose(file);
    if (descriptor >= 0)
        (void)lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

static bool start(int input, int output, pid_t *child) {
    char name[] = "pdftotext", quiet[] = "-q", encoding[] = "-enc", utf8[] = "UTF-8", dash[] = "-",
         unbroken[] = "-nopgbrk";
    char *arguments[] = {name, quiet, encoding, utf8, unbroken, dash, dash, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    bool started = posix_spawnp(child, "pdftotext", &actions, NULL, arguments, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    return started;
}

static struct text read_output(int descriptor, struct arena *arena) {
    struct builder builder = builder_new(arena);
    char *piece = arena_alloc(arena, PIECE, 1);
    ssize_t size;
    while ((size = read(descriptor, piece, PIECE)) > 0 || (size < 0 && errno == EINTR))
        if (size > 0 && builder.count < MOST_TEXT)
            builder_add(&builder, (struct text){piece, (size_t)size});
    return builder_text(&builder);
}

static bool run(int input, struct arena *arena, struct text *text, struct error *error) {
    int ends[2], status = -1;
    pid_t child;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return error_set(error, ERROR_ENVIRONMENT, "pdftotext cannot be run: %s", strerror(errno));
    bool started = start(input, ends[1], &child);
    (void)close(ends[1]);
    if (started) {
        *text = read_output(ends[0], arena);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            continue;
    }
    (void)close(ends[0]);
    if (!started || (WIFEXITED(status) && WEXITSTATUS(status) == 127))
        return error_set(error, ERROR_INPUT,
                         "a PDF is read by the program pdftotext, which is not installed (Debian: poppler-utils)");
    return (WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
           error_set(error, ERROR_INPUT, "pdftotext cannot read this PDF; it may be damaged");
}

bool pdf_read(struct reading_state *state, struct text bytes, struct error *error) {
    struct text text = TEXT_NONE;
    int input = open_input(bytes);
    bool read = input >= 0
                    ? run(input, state->arena, &text, error)
                    : error_set(error, ERROR_ENVIRONMENT, "no temporary file can be written: %s", strerror(errno));
    if (input >= 0)
        (void)close(input);
    if (!read)
        return false;
    if (text_trim(text).size == 0)
        return error_set(error, ERROR_INPUT, "there is no text in the PDF; it may be a scan");
    size_t first = state->articles->count;
    if (!reader_part(state, TEXT_NONE, text, error))
        return false;
    state->articles->items[first].kind = TEXT("PDF");
    return true;
}
