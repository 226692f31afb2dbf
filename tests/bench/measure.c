/* measure.c: runs commands in turn, several times each, and prints median CPU seconds, wall seconds and peak memory of
 * each as a whole process. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 10, COMMANDS = 32 };

struct run {
    double cpu, wall, peak_mib;
};

static double seconds(struct timeval t) {
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* Runs the command by the shell with its output thrown away. */
static int run_once(const char *command, struct run *run) {
    struct timespec before, after;
    struct rusage usage;
    int status = 0;
    clock_gettime(CLOCK_MONOTONIC, &before);
    pid_t child = fork();
    if (child == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0)
        return -1;
    clock_gettime(CLOCK_MONOTONIC, &after);
    run->cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    run->wall = (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) / 1e9;
    run->peak_mib = (double)usage.ru_maxrss / 1024;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int by_cpu(const void *a, const void *b) {
    double x = ((const struct run *)a)->cpu, y = ((const struct run *)b)->cpu;
    return (x > y) - (x < y);
}

/* Usage: measure NAME COMMAND [NAME COMMAND ...]; commands that replace the shell are written "exec …". */
int main(int count, char **words) {
    static struct run runs[COMMANDS][RUNS];
    int commands = (count - 1) / 2;
    if (commands < 1 || commands > COMMANDS) {
        fprintf(stderr, "usage: measure NAME COMMAND [NAME COMMAND ...]\n");
        return 2;
    }
    for (int i = -1; i < RUNS; i++) {
        for (int c = 0; c < commands; c++) {
            int code = run_once(words[2 + 2 * c], &runs[c][i < 0 ? 0 : i]);
            if (code != 0) {
                fprintf(stderr, "measure: %s: exit code %d\n", words[1 + 2 * c], code);
                return 1;
            }
        }
    }
    double floor_cpu = 0;
    printf("%-34s %9s %9s %9s %9s\n", "median of 10, whole process", "CPU s", "wall s", "peak MiB", "x first");
    for (int c = 0; c < commands; c++) {
        qsort(runs[c], RUNS, sizeof **runs, by_cpu);
        struct run median = runs[c][RUNS / 2];
        floor_cpu = c == 0 ? median.cpu : floor_cpu;
        printf("%-34s %9.3f %9.3f %9.1f %9.1f\n", words[1 + 2 * c], median.cpu, median.wall, median.peak_mib,
               floor_cpu > 0 ? median.cpu / floor_cpu : 0);
    }
    return 0;
}
