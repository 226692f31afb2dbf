/* bordermap add: what articles, stories and tables tell of incidents goes into the store. */
#include "file.h"
#include "input_files.h"
#include "interrupt.h"
#include "json_writer.h"
#include "output.h"
#include "settings.h"
#include "store_input.h"
#include "store_settings.h"

static const struct option options[] = {
    STORE_OPTION,
    {"--columns", 0, "FILE", "of tables that are not known by their header: which column is what; docs/tables.md"},
    {"--snapshot", 0, NULL, "each table has all rows of its source: those that it no longer has are withdrawn"},
    {"--rejected", 0, "FILE", "where rows and files that cannot be used are listed, one JSON a line (rejected.jsonl)"},
    {"--wal", 0, NULL,
     "keep a journal beside the store while it is written: readers do not wait; not on network drives"},
    {"--corrections", 0, "FILE", "what an editor says names mean; see 'bordermap geoparse --help'"},
    {"--article-language", 0, "LANG", "language of the articles (\"it\"); told from the text if not given"},
    {"--published", 0, "DATE", "date of the articles, 2022-09-14; from the file if not given, never from the clock"},
    {"--source", 0, "NAME", "who published the articles"},
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "your own data (else BORDERMAP_USER_DATA, else ~/.local/share/bordermap; '' = none)"},
    {"--json", 0, NULL, "one JSON object an account"},
    {"--quiet", 0, NULL, "no line for each account, no progress bar"},
    {NULL, 0, NULL, NULL}};

struct run {
    const struct arguments *arguments;
    struct engine engine;
    struct store *store;
    struct builder rejected; /* JSON lines */
    size_t counts[ACCOUNT_REMOVED + 1], rejects;
    bool json, quiet;
};

static void tell_json(const struct account_told *told) {
    struct arena *arena = arena_open();
    struct builder line = builder_new(arena);
    struct json_writer json = {.out = &line};
    json_open_object(&json, NULL);
    json_add_text(&json, "status", text_of(account_status_name(told->status)));
    json_add_text(&json, "account", told->account->key);
    json_add_given_text(&json, "incident", told->incident);
    json_add_given_text(&json, "file", told->account->file);
    if (told->account->line > 0)
        json_add_whole(&json, "line", (int64_t)told->account->line);
    json_close(&json);
    builder_add_char(&line, '\n');
    output_result(builder_text(&line));
    arena_close(arena);
}

static void tell_words(const struct account_told *told) {
    struct arena *arena = arena_open();
    const struct incident *incident = &told->account->incident;
    bool known = told->incident.size > 0;
    struct text day = date_write(arena, incident->date.start);
    output_result(
        text_format(arena, "%-8s %-16.*s %s%s%.*s%s%.*s  %.*s\n", account_status_name(told->status),
                    TEXT_ARGS(told->incident), known ? incident_kind_name(incident->kind) : "",
                    known && incident->place.name.size > 0 ? ", " : "", known ? (int)incident->place.name.size : 0,
                    incident->place.name.data ? incident->place.name.data : "", known && day.size > 0 ? ", " : "",
                    known ? (int)day.size : 0, day.data ? day.data : "", TEXT_ARGS(told->account->key)));
    arena_close(arena);
}

static void tell(void *context, const struct account_told *told) {
    struct run *run = context;
    run->counts[told->status]++;
    if (run->json)
        tell_json(told);
    else if (!run->quiet)
        tell_words(told);
}

static void note_rejected(void *context, struct text file, uint64_t line, struct text column, const char *reason) {
    struct run *run = context;
    struct builder *out = &run->rejected;
    size_t before = out->count;
    struct json_writer json = {.out = out};
    run->rejects++;
    json_open_object(&json, NULL);
    json_add_text(&json, "status", TEXT("rejected"));
    json_add_text(&json, "file", file);
    if (line > 0)
        json_add_whole(&json, "line", (int64_t)line);
    json_add_given_text(&json, "column", column);
    json_add_text(&json, "reason", text_of(reason));
    json_close(&json);
    builder_add_char(out, '\n');
    if (run->json)
        output_result(text_slice(builder_text(out), before, out->count));
}

/* A file that cannot be used is rejected as a whole; what stops the store stops the run. */
static enum exit_code add_file(struct run *run, const struct store_input *input, const char *path) {
    struct store_input_count count = {0};
    struct error error = {0};
    if (store_input_add(input, path, &count, &error))
        return count.rejected > 0 ? EXIT_SOME_FAILED : EXIT_DONE;
    if (error.kind == ERROR_INPUT)
        note_rejected(run, text_of(path), 0, TEXT_NONE, error.message);
    return output_failure(&error);
}

static enum exit_code add_files(struct run *run, struct store_input *input) {
    struct error error = {0};
    struct arguments files;
    enum exit_code code = EXIT_DONE;
    struct progress progress = output_progress(run->quiet || run->arguments->input_count < 2);
    if (!input_files_expand(run->arguments, &files, &error))
        return output_failure(&error);
    for (size_t i = 0; i < files.input_count && code != EXIT_CANNOT_WORK && !interrupt_pending(); i++) {
        progress_report(&progress, files.inputs[i], i, files.input_count);
        code = output_worse(code, add_file(run, input, files.inputs[i]));
    }
    progress_report(&progress, "", files.input_count, files.input_count);
    if (code != EXIT_CANNOT_WORK && !store_commit(run->store, &error))
        code = output_worse(code, output_failure(&error));
    return code;
}

static enum exit_code write_rejected(const struct run *run, enum exit_code code) {
    const char *path = command_option(run->arguments, "--rejected");
    struct error error = {0};
    path = path ? path : "rejected.jsonl";
    if (run->rejected.count == 0)
        return code;
    if (!file_write(path, builder_text(&run->rejected), &error))
        return output_worse(code, output_failure(&error));
    output_words("%zu rejected: %s says which and why", run->rejects, path);
    return output_worse(code, EXIT_SOME_FAILED);
}

static enum exit_code add_all(struct run *run) {
    struct error error = {0};
    struct engine_reading reading = settings_reading(run->arguments);
    struct store_input input = {.engine = &run->engine, .store = run->store, .rejected = note_rejected, .context = run};
    const char *columns = command_option(run->arguments, "--columns");
    input.snapshot = command_option(run->arguments, "--snapshot") != NULL;
    if (!engine_reader_options(&reading, &run->engine, &input.reader, &error))
        return output_failure(&error);
    if (columns && !file_read(columns, 1 << 20, run->arguments->arena, &input.columns, &error)) {
        error.kind = ERROR_USAGE;
        (void)error_context(&error, "--columns");
        return output_failure(&error);
    }
    enum exit_code code = write_rejected(run, add_files(run, &input));
    if (!run->json)
        output_words("%zu new, %zu the same, %zu revised, %zu removed", run->counts[ACCOUNT_NEW],
                     run->counts[ACCOUNT_SAME], run->counts[ACCOUNT_REVISED], run->counts[ACCOUNT_REMOVED]);
    return code;
}

static enum exit_code run_add(const struct arguments *arguments) {
    struct error error = {0};
    struct run run = {.arguments = arguments, .rejected = builder_new(arguments->arena)};
    run.json = command_option(arguments, "--json") != NULL;
    run.quiet = command_option(arguments, "--quiet") != NULL;
    struct engine_options opening = settings_engine(arguments, arguments->arena);
    struct store_options storing = {.wal = command_option(arguments, "--wal") != NULL,
                                    .when = store_settings_now(arguments),
                                    .told = tell,
                                    .context = &run};
    if (arguments->input_count == 0) {
        error_set(&error, ERROR_USAGE,
                  "add wants articles, stories or tables ('-' is standard input); see 'bordermap add --help'");
        return output_failure(&error);
    }
    if (!engine_open(&opening, &run.engine, &error))
        return output_failure(&error);
    interrupt_catch();
    enum exit_code code = EXIT_DONE;
    if (!store_open(store_settings_connection(arguments), STORE_WRITE, &storing, &run.store, &error))
        code = output_failure(&error);
    else
        code = add_all(&run);
    store_close(run.store);
    engine_close(&run.engine);
    return code;
}

const struct command command_add = {
    "add",
    "add [options] FILE...",
    "keep what articles, stories and tables tell of incidents",
    "FILE is an article in any form that 'bordermap map' reads, stories, or a table of incidents: ACLED, UCDP GED,\n"
    "GDELT, ICEWS, POLECAT, PLOVER, HXL, GeoJSON, KML, GPX, GeoRSS, CAP, CSV (docs/tables.md); '-' is standard input.\n"
    "To add again is harmless: what is known is 'same', another text of it 'revised'.",
    options,
    run_add};
