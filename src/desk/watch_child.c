#include "watch_child.h"

#include "builder.h"
#include "interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LOOK_EVERY_MS = 100, PIECE = 65536, NOT_FOUND = 127 };

static pid_t start(const char *program, const char *const *words, int output) {
    pid_t parent = getpid(), child = fork();
    if (child != 0)
        return child;
    /* What is killed leaves nobody behind that still holds the store. */
    if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || getppid() != parent)
        _exit(NOT_FOUND);
    if (output >= 0)
        (void)dup2(output, STDOUT_FILENO);
    /* execv does not change the words; its type is older than const */
    union {
        const char *const *given;
        char *const *wanted;
    } list = {words};
    execv(program, list.wanted);
    _exit(NOT_FOUND);
}

static bool drain(int from, struct builder *said) {
    char piece[PIECE];
    ssize_t size = from >= 0 ? read(from, piece, sizeof piece) : 0;
    if (size > 0)
        builder_add(said, (struct text){piece, (size_t)size});
    return size > 0;
}

/* Until it ends. */
static int attend(pid_t child, int from, const struct watch_idle *idle, struct builder *said) {
    int state = 0;
    bool asked = false, open = from >= 0;
    while (true) {
        struct pollfd wanted = {from, POLLIN, 0};
        int ready = poll(&wanted, open ? 1 : 0, LOOK_EVERY_MS);
        if (ready > 0 && !drain(from, said))
            open = false;
        idle->look(idle->context);
        if (interrupt_pending() && !asked)
            asked = kill(child, SIGTERM) == 0;
        pid_t ended = waitpid(child, &state, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR))
            break;
    }
    while (drain(from, said))
        ;
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

bool watch_child_run(const char *program, const char *const *words, const struct watch_idle *idle, struct arena *arena,
                     struct text *said, int *code, struct error *error) {
    struct builder out = builder_new(arena);
    int ends[2] = {-1, -1};
    if (said && pipe2(ends, O_CLOEXEC) != 0)
        return error_set(error, ERROR_ENVIRONMENT, "no pipe can be had: %s", strerror(errno));
    pid_t child = start(program, words, ends[1]);
    if (ends[1] >= 0)
        close(ends[1]);
    if (child > 0)
        *code = attend(child, ends[0], idle, &out);
    if (ends[0] >= 0)
        close(ends[0]);
    if (child < 0)
        return error_set(error, ERROR_ENVIRONMENT, "no process can be started: %s", strerror(errno));
    if (*code == NOT_FOUND)
        return error_set(error, ERROR_ENVIRONMENT, "%s cannot be started", program);
    if (said)
        *said = builder_text(&out);
    return true;
}
