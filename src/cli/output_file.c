#include "output_file.h"

#include "file.h"
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static bool refuse(const char *path, const char *why, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s", path, why);
}

/* Opens the unfinished file, whoever left it, and puts it in the place of standard output. */
static bool divert(const struct output_file *file, struct error *error) {
    int opened = open(file->unfinished, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (opened < 0)
        return refuse(file->path, strerror(errno), error);
    if (flock(opened, LOCK_EX | LOCK_NB) != 0) {
        (void)close(opened);
        return refuse(file->path, "another run is writing it", error);
    }
    bool diverted = ftruncate(opened, 0) == 0 && fflush(stdout) == 0 && dup2(opened, STDOUT_FILENO) >= 0;
    int failure = errno;
    (void)close(opened);
    return diverted || refuse(file->path, strerror(failure), error);
}

bool output_file_open(const char *path, struct arena *arena, struct output_file *file, struct error *error) {
    struct output_file opened = {.path = path};
    if (path && file_exists(path)) {
        output_words("%s: is there already; to make it anew, remove it", path);
        opened.present = true;
    } else if (path) {
        opened.unfinished = text_c(arena, text_format(arena, "%s.tmp", path));
        if (!divert(&opened, error))
            return false;
    }
    *file = opened;
    return true;
}

enum exit_code output_file_close(struct output_file *file, enum exit_code code) {
    if (!file->unfinished)
        return code;
    enum exit_code finished = output_finish(code);
    if (finished == EXIT_CANNOT_WORK || finished == EXIT_WRONG_USE) {
        (void)unlink(file->unfinished);
        return finished;
    }
    if (fsync(STDOUT_FILENO) == 0 && rename(file->unfinished, file->path) == 0)
        return finished;
    output_words("%s: cannot be written: %s", file->path, strerror(errno));
    (void)unlink(file->unfinished);
    return EXIT_CANNOT_WORK;
}
