/* command.h: the table of commands, and how a command line is read: one table of options gives parsing, usage and help.
 */
#ifndef BORDERMAP_COMMAND_H
#define BORDERMAP_COMMAND_H

#include "arena.h"
#include "error.h"
#include "text.h"

/* Exit codes of the program. */
enum exit_code { EXIT_DONE = 0, EXIT_SOME_FAILED = 1, EXIT_WRONG_USE = 2, EXIT_UNCHANGED = 3, EXIT_CANNOT_WORK = 4 };

struct option {
    const char *name;  /* "--size" */
    char letter;       /* 'o' for -o, or 0 */
    const char *value; /* what it takes ("WxH"), NULL for a switch */
    const char *help;
};

enum { OPTIONS_MOST = 64 };

/* An option as it was given, for those that may be given several times. */
struct given_option {
    int index; /* in the command's table */
    const char *value;
};

/* A command line after reading. */
struct arguments {
    const struct command *command;
    const char *values[OPTIONS_MOST]; /* by index in the command's table; a switch that was given has "" */
    const char **inputs;              /* what is no option, NULL-ended */
    size_t input_count;
    struct given_option *given; /* all options in their order */
    size_t given_count;
    struct arena *arena; /* lives as long as they do */
};

struct command {
    const char *name;
    const char *usage;            /* "map [options] FILE..." */
    const char *summary;          /* one line */
    const char *details;          /* for --help, may be NULL */
    const struct option *options; /* ended by a NULL name */
    enum exit_code (*run)(const struct arguments *arguments);
};

/* All commands, ended by NULL: main.c has the table. */
extern const struct command *const commands[];

extern const struct command command_map;
extern const struct command command_geoparse;
extern const struct command command_geodata;
extern const struct command command_styles;
extern const struct command command_explain;
extern const struct command command_add;
extern const struct command command_list;
extern const struct command command_show;
extern const struct command command_correct;
extern const struct command command_remove;
extern const struct command command_link;
extern const struct command command_unlink;
extern const struct command command_undo;
extern const struct command command_export;
extern const struct command command_backup;
extern const struct command command_build;
extern const struct command command_watch;
extern const struct command command_diff;

/* Reads argv (after the command's name). ERROR_USAGE says which option is wrong. */
bool command_read_arguments(const struct command *command, int count, char **words, struct arena *arena,
                            struct arguments *arguments, struct error *error) NODISCARD;

/* The value of an option by its name, or NULL. The option must be in the command's table. */
const char *command_option(const struct arguments *arguments, const char *name);

/* The value of the option when it was given for the number-th time, from 0, or NULL. */
const char *command_option_again(const struct arguments *arguments, const char *name, size_t number);

/* Runs the program: finds the command, reads its arguments, runs it; returns the exit code. */
int command_main(int count, char **words);

#endif
