#include "interrupt.h"

#include <signal.h>
#include <string.h>

static volatile sig_atomic_t noted; /* a signal's handler has nowhere else to write to */

static void note(int number) {
    noted = number;
}

void interrupt_catch(void) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action, before;
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    action.sa_flags = (int)(SA_RESETHAND | SA_RESTART);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
            (void)sigaction(numbers[i], &action, NULL); /* what nohup lets pass is let pass */
}

bool interrupt_pending(void) {
    return noted != 0;
}

void interrupt_finish(void) {
    if (noted == 0)
        return;
    (void)signal(noted, SIG_DFL);
    (void)raise(noted);
}

void interrupt_settle(void) {
    noted = 0;
}
