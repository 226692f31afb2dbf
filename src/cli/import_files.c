#include "import_files.h"

#include "engine.h"
#include "import.h"
#include "json_writer.h"
#include "output.h"
#include "settings.h"
#include "user_folder.h"

static struct import_options read_options(const struct arguments *arguments) {
    return (struct import_options){.inputs = arguments->inputs + 1,
                                   .input_count = arguments->input_count - 1,
                                   .name = command_option(arguments, "--name"),
                                   .map = command_option(arguments, "--map"),
                                   .features = command_option(arguments, "--features"),
                                   .countries = command_option(arguments, "--countries"),
                                   .languages = command_option(arguments, "--languages"),
                                   .min_population = command_option(arguments, "--min-population"),
                                   .layers = command_option(arguments, "--layers"),
                                   .title = command_option(arguments, "--title"),
                                   .source = command_option(arguments, "--source"),
                                   .version = command_option(arguments, "--version"),
                                   .date = command_option(arguments, "--date"),
                                   .licence = command_option(arguments, "--licence"),
                                   .credit = command_option(arguments, "--credit"),
                                   .faults = command_option(arguments, "--faults")};
}

static struct text report_json(const struct import_report *report, struct arena *arena) {
    const struct {
        const char *key;
        size_t value;
    } counts[] = {{"rows", report->rows},
                  {"bad", report->bad},
                  {"left_out", report->left_out},
                  {"places", report->places},
                  {"names", report->names},
                  {"joined", report->joined},
                  {"unknown_names", report->unknown_names},
                  {"areas", report->areas}};
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder, .indented = true};
    json_open_object(&json, NULL);
    json_add_text(&json, "name", text_of(report->name));
    json_add_text(&json, "directory", text_of(report->directory));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        json_add_whole(&json, counts[i].key, (int64_t)counts[i].value);
    json_close(&json);
    builder_add_char(&builder, '\n');
    return builder_text(&builder);
}

static struct text report_table(const struct import_report *report, struct arena *arena) {
    struct builder out = builder_new(arena);
    builder_format(&out, "%s: %zu rows: %zu places and %zu names", report->directory, report->rows, report->places,
                   report->names);
    builder_format(&out, report->areas ? ", %zu areas\n" : "\n", report->areas);
    if (report->joined) {
        builder_format(&out, "%zu %s of places that were known: they gave them names\n", report->joined,
                       report->joined == 1 ? "row is" : "rows are");
    }
    if (report->left_out) {
        builder_format(&out, "%zu rows left out: not wanted (--features, --countries …), or without a name\n",
                       report->left_out);
    }
    if (report->unknown_names)
        builder_format(&out, "%zu names left out: of places that nothing has\n", report->unknown_names);
    return builder_text(&out);
}

static void tell_faults(const struct import_report *report, const char *file) {
    struct text rest = report->faults;
    struct text line;
    while (rest.size > 0 && text_split(&rest, '\n', &line))
        output_words("%.*s", TEXT_ARGS(line));
    if (report->bad > 0)
        output_words("%zu bad rows were passed over%s%s", report->bad, file ? "; all are in " : "", file ? file : "");
}

enum exit_code import_files(const struct arguments *arguments) {
    struct error error = {0};
    struct arena *arena = arena_open();
    struct geodata geodata;
    struct import_report report = {0};
    struct import_options options = read_options(arguments);
    struct progress progress = output_progress(command_option(arguments, "--quiet") != NULL);
    struct engine_options opening = settings_engine(arguments, arena);
    const char *directory = opening.user_data;
    bool done = engine_open_shipped(&opening, arena, &geodata, &error) &&
                geodata_import(&geodata, directory, &options, &progress, arena, &report, &error);
    tell_faults(&report, options.faults);
    enum exit_code code = done ? report.bad > 0 ? EXIT_SOME_FAILED : EXIT_DONE : output_failure(&error);
    if (done) {
        bool json = command_option(arguments, "--json") != NULL;
        output_result(json ? report_json(&report, arena) : report_table(&report, arena));
    }
    arena_close(arena);
    return code;
}

enum exit_code import_remove(const struct arguments *arguments, const char *name) {
    struct error error = {0};
    struct arena *arena = arena_open();
    const char *directory = settings_engine(arguments, arena).user_data;
    bool done = directory ? user_folder_remove(directory, name, &error)
                          : error_set(&error, ERROR_USAGE, "there is no folder of your own data; see --user-data");
    arena_close(arena);
    return done ? EXIT_DONE : output_failure(&error);
}
