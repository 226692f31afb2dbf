/* bordermap correct, remove, link, unlink, undo, backup: what people decide about the store. */
#include "file.h"
#include "output.h"
#include "settings.h"
#include "store_edit.h"
#include "store_settings.h"

#include <string.h>

#define REASON_OPTIONS                                                                                                 \
    {"--why", 0, "TEXT", "why; kept with it"}, {                                                                       \
        "--by", 0, "NAME", "who says so; kept with it"                                                                 \
    }

static const struct option correct_options[] = {
    STORE_OPTION,
    REASON_OPTIONS,
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "your own data (else BORDERMAP_USER_DATA, else ~/.local/share/bordermap; '' = none)"},
    {NULL, 0, NULL, NULL}};

static const struct option link_options[] = {STORE_OPTION, REASON_OPTIONS, {NULL, 0, NULL, NULL}};

static const struct option remove_options[] = {
    STORE_OPTION,
    REASON_OPTIONS,
    {"--forget", 0, NULL, "delete what its accounts say for good; they are not taken again, and it cannot be undone"},
    {NULL, 0, NULL, NULL}};

static const struct option plain_options[] = {STORE_OPTION, {NULL, 0, NULL, NULL}};

static struct edit_reason reason_of(const struct arguments *arguments) {
    return (struct edit_reason){text_of(command_option(arguments, "--why")),
                                text_of(command_option(arguments, "--by"))};
}

/* A decision is about a store that is there. */
static bool open_store(const struct arguments *arguments, struct store **store, struct error *error) {
    const char *connection = store_settings_connection(arguments);
    struct store_options options = {.when = store_settings_now(arguments)};
    if (strncmp(connection, "PG:", 3) != 0 && !file_exists(connection))
        return error_set(error, ERROR_ENVIRONMENT, "%s: there is no such store; 'bordermap add' makes it", connection);
    return store_open(connection, STORE_WRITE, &options, store, error);
}

static bool wants(const struct arguments *arguments, size_t least, size_t most, const char *what, struct error *error) {
    return (arguments->input_count >= least && arguments->input_count <= most) ||
           error_set(error, ERROR_USAGE, "%s wants %s; see 'bordermap %s --help'", arguments->command->name, what,
                     arguments->command->name);
}

static enum exit_code finish(struct store *store, bool done, const struct error *error) {
    store_close(store);
    return done ? EXIT_DONE : output_failure(error);
}

static bool correct_all(const struct arguments *arguments, struct store *store, const struct engine *engine,
                        struct error *error) {
    struct edit_reason reason = reason_of(arguments);
    for (size_t i = 1; i < arguments->input_count; i++) {
        struct text value = text_of(arguments->inputs[i]), member;
        if (!strchr(arguments->inputs[i], '=') || !text_split(&value, '=', &member))
            return error_set(error, ERROR_USAGE, "'%s' corrects nothing; write member=value: killed=5",
                             arguments->inputs[i]);
        if (!store_correct(store, text_of(arguments->inputs[0]), member, value, &reason, engine->gazetteer, error)) {
            error->kind = error->kind == ERROR_INPUT ? ERROR_USAGE : error->kind;
            return false;
        }
    }
    return true;
}

static enum exit_code run_correct(const struct arguments *arguments) {
    struct error error = {0};
    struct engine engine;
    struct store *store = NULL;
    struct engine_options opening = settings_engine(arguments, arguments->arena);
    if (!wants(arguments, 2, SIZE_MAX, "an id and what is to be corrected: ID killed=5", &error) ||
        !open_store(arguments, &store, &error))
        return output_failure(&error);
    if (!engine_open(&opening, &engine, &error))
        return finish(store, false, &error);
    bool done = correct_all(arguments, store, &engine, &error);
    engine_close(&engine);
    return finish(store, done, &error);
}

static enum exit_code run_remove(const struct arguments *arguments) {
    struct error error = {0};
    struct store *store = NULL;
    struct edit_reason reason = reason_of(arguments);
    if (!wants(arguments, 1, SIZE_MAX, "ids of incidents", &error) || !open_store(arguments, &store, &error))
        return output_failure(&error);
    bool done = true;
    for (size_t i = 0; done && i < arguments->input_count; i++)
        done = store_remove(store, text_of(arguments->inputs[i]), command_option(arguments, "--forget") != NULL,
                            &reason, &error);
    return finish(store, done, &error);
}

static enum exit_code run_link(const struct arguments *arguments) {
    struct error error = {0};
    struct store *store = NULL;
    struct edit_reason reason = reason_of(arguments);
    if (!wants(arguments, 2, 2, "the ids of two incidents", &error) || !open_store(arguments, &store, &error))
        return output_failure(&error);
    bool done = store_link(store, text_of(arguments->inputs[0]), text_of(arguments->inputs[1]), &reason, &error);
    return finish(store, done, &error);
}

static enum exit_code run_unlink(const struct arguments *arguments) {
    struct error error = {0};
    struct store *store = NULL;
    struct edit_reason reason = reason_of(arguments);
    if (!wants(arguments, 1, 2, "the key of an account, or two of one incident", &error) ||
        !open_store(arguments, &store, &error))
        return output_failure(&error);
    const char *other = arguments->input_count > 1 ? arguments->inputs[1] : NULL;
    bool done = store_unlink(store, text_of(arguments->inputs[0]), text_of(other), &reason, &error);
    return finish(store, done, &error);
}

static enum exit_code run_undo(const struct arguments *arguments) {
    struct error error = {0};
    struct store *store = NULL;
    struct text told = TEXT_NONE;
    if (!wants(arguments, 0, 0, "nothing but options", &error) || !open_store(arguments, &store, &error))
        return output_failure(&error);
    bool done = store_undo(store, arguments->arena, &told, &error);
    if (done)
        output_result(text_format(arguments->arena, "undone: %.*s\n", TEXT_ARGS(told)));
    return finish(store, done, &error);
}

static enum exit_code run_backup(const struct arguments *arguments) {
    struct error error = {0};
    struct store *store = NULL;
    if (!wants(arguments, 1, 1, "the file to copy the store to", &error) ||
        !store_open(store_settings_connection(arguments), STORE_READ, NULL, &store, &error))
        return output_failure(&error);
    return finish(store, store_backup(store, arguments->inputs[0], &error), &error);
}

const struct command command_correct = {
    "correct",
    "correct [options] ID MEMBER=VALUE...",
    "correct what the store says of an incident",
    "MEMBER as in docs/story.md: kind, status, date, place, killed, wounded, missing, captured, displaced, parties.\n"
    "VALUE is a word, a number, a date, a reference, or JSON: killed=5, date=2022-09-14, place=geonames:1528735,\n"
    "killed='{\"low\":3,\"high\":5}'. A correction holds whatever is added later; 'bordermap undo' takes it back.",
    correct_options,
    run_correct};

const struct command command_remove = {"remove",
                                       "remove [options] ID...",
                                       "take incidents out of the store",
                                       "What is removed stays so when its sources are added again.",
                                       remove_options,
                                       run_remove};

const struct command command_link = {
    "link", "link [options] ID ID", "say that two incidents are one", "Later runs obey it.", link_options, run_link};

const struct command command_unlink = {
    "unlink",
    "unlink [options] KEY [KEY]",
    "say that accounts are not of one incident",
    "KEY is an account's, as 'bordermap show' has it; alone it is parted from all others of its incident.",
    link_options,
    run_unlink};

const struct command command_undo = {"undo", "undo [options]", "take back the last correction, link or removal",
                                     NULL,   plain_options,    run_undo};

const struct command command_backup = {"backup",
                                       "backup [options] FILE",
                                       "copy the store, whole, also while it is written",
                                       "FILE must not be there yet. A database of PostgreSQL is copied with pg_dump.",
                                       plain_options,
                                       run_backup};
