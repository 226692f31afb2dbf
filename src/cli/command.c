#include "command.h"

#include "interrupt.h"
#include "likeness.h"
#include "output.h"
#include "version.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct command *find_command(const char *name) {
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

/* Index of the option that `word` names ("--size", "--size=1x1", "-o"); -1 if there is none. */
static int find_option(const struct command *command, const char *word) {
    size_t name_size = strcspn(word, "=");
    for (int i = 0; command->options[i].name; i++) {
        const struct option *option = &command->options[i];
        bool by_name = strlen(option->name) == name_size && strncmp(option->name, word, name_size) == 0;
        bool by_letter = option->letter && word[0] == '-' && word[1] == option->letter && word[2] == '\0';
        if (by_name || by_letter)
            return i;
    }
    return -1;
}

static bool refuse_option(const struct command *command, const char *word, struct arena *arena, struct error *error) {
    struct text name = {word, strcspn(word, "=")};
    struct likeness likeness = likeness_of(name);
    for (const struct option *option = command->options; option->name; option++)
        likeness_try(&likeness, text_of(option->name));
    return error_set(error, ERROR_USAGE, "there is no option %s; see 'bordermap %s --help'%s", word, command->name,
                     likeness_question(&likeness, arena));
}

static void refuse_command(const char *word, struct error *error) {
    struct arena *arena = arena_open();
    struct likeness likeness = likeness_of(text_of(word));
    for (size_t i = 0; commands[i]; i++)
        likeness_try(&likeness, text_of(commands[i]->name));
    error_set(error, ERROR_USAGE, "there is no command '%s'; see 'bordermap --help'%s", word,
              likeness_question(&likeness, arena));
    arena_close(arena);
}

/* Reads the option at words[*at] and its value; moves *at on. */
static bool read_option(const struct command *command, int count, char **words, int *at, struct arguments *arguments,
                        struct error *error) {
    const char *word = words[*at];
    int index = find_option(command, word);
    if (index < 0)
        return refuse_option(command, word, arguments->arena, error);
    const struct option *option = &command->options[index];
    const char *joined = word[1] == '-' ? strchr(word, '=') : NULL;
    if (!option->value && joined)
        return error_set(error, ERROR_USAGE, "%s takes no value", option->name);
    if (option->value && !joined && *at + 1 >= count)
        return error_set(error, ERROR_USAGE, "%s wants a value: %s", option->name, option->value);
    if (option->value && !joined)
        (*at)++;
    arguments->values[index] = !option->value ? "" : joined ? joined + 1 : words[*at];
    arguments->given[arguments->given_count++] = (struct given_option){index, arguments->values[index]};
    return true;
}

bool command_read_arguments(const struct command *command, int count, char **words, struct arena *arena,
                            struct arguments *arguments, struct error *error) {
    struct arguments read = {.command = command,
                             .arena = arena,
                             .inputs = ARENA_ARRAY(arena, const char *, (size_t)count + 1),
                             .given = ARENA_ARRAY(arena, struct given_option, (size_t)count + 1)};
    bool options_end = false;
    for (int i = 0; i < count; i++) {
        bool option = !options_end && words[i][0] == '-' && words[i][1] != '\0';
        if (option && strcmp(words[i], "--") == 0)
            options_end = true;
        else if (!option)
            read.inputs[read.input_count++] = words[i];
        else if (!read_option(command, count, words, &i, &read, error))
            return false;
    }
    *arguments = read;
    return true;
}

const char *command_option(const struct arguments *arguments, const char *name) {
    int index = find_option(arguments->command, name);
    return index < 0 ? NULL : arguments->values[index];
}

const char *command_option_again(const struct arguments *arguments, const char *name, size_t number) {
    int index = find_option(arguments->command, name);
    for (size_t i = 0; i < arguments->given_count; i++)
        if (arguments->given[i].index == index && number-- == 0)
            return arguments->given[i].value;
    return NULL;
}

enum { LEFT_ROOM = 34 };

static void print_help(const struct command *command) {
    printf("usage: bordermap %s\n\n%s\n", command->usage, command->summary);
    if (command->details)
        printf("\n%s\n", command->details);
    printf("\noptions:\n");
    for (const struct option *option = command->options; option->name; option++) {
        char left[96];
        char letter[8] = "    ";
        if (option->letter)
            snprintf(letter, sizeof letter, "-%c, ", option->letter);
        snprintf(left, sizeof left, "%s%s%s%s", letter, option->name, option->value ? " " : "",
                 option->value ? option->value : "");
        int room = LEFT_ROOM + (int)(strlen(left) - text_code_points(text_of(left))); /* bytes, of so many letters */
        printf("  %-*s %s\n", room, left, option->help);
    }
    printf("  %-*s %s\n", LEFT_ROOM, "    --help", "print this");
}

static void print_overview(void) {
    printf(
        "bordermap %s: news about border incidents into maps an editor can print\n\nusage: bordermap COMMAND ...\n\n",
        BORDERMAP_VERSION);
    for (size_t i = 0; commands[i]; i++)
        printf("  %-10s %s\n", commands[i]->name, commands[i]->summary);
    printf("\n'bordermap COMMAND --help' tells more. '-' is standard input or output.\n"
           "exit: 0 done, 1 some input failed (the rest is done), 2 wrong use, 3 nothing to do, 4 cannot work here\n");
}

static bool wants_help(int count, char **words) {
    for (int i = 0; i < count && strcmp(words[i], "--") != 0; i++)
        if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)
            return true;
    return false;
}

static enum exit_code run_command(const struct command *command, int count, char **words) {
    if (wants_help(count, words)) {
        print_help(command);
        return EXIT_DONE;
    }
    struct arena *arena = arena_open();
    struct arguments arguments;
    struct error error;
    bool read = command_read_arguments(command, count, words, arena, &arguments, &error);
    enum exit_code code = read ? command->run(&arguments) : output_failure(&error);
    arena_close(arena);
    return code;
}

int command_main(int count, char **words) {
    signal(SIGXFSZ, SIG_IGN); /* a full quota is an error of write(), not the end of the program */
    enum exit_code code;
    if (count < 2) {
        print_overview();
        code = EXIT_WRONG_USE;
    } else if (strcmp(words[1], "--version") == 0) {
        printf("bordermap %s\n", BORDERMAP_VERSION);
        code = EXIT_DONE;
    } else if (strcmp(words[1], "--help") == 0 || strcmp(words[1], "-h") == 0 || strcmp(words[1], "help") == 0) {
        print_overview();
        code = EXIT_DONE;
    } else {
        const struct command *command = find_command(words[1]);
        struct error error;
        if (!command)
            refuse_command(words[1], &error);
        code = command ? run_command(command, count - 2, words + 2) : output_failure(&error);
    }
    code = output_finish(code);
    interrupt_finish();
    return (int)code;
}
