/* bordermap geodata: look at, check and build the data folder. */
#include "catalogue.h"
#include "engine.h"
#include "output.h"

#include <stdlib.h>
#include <string.h>

static const struct option options[] = {
    {"--from", 0, "DIR", "build: the folder of shipped data (geodata/ of the source)"},
    {"--into", 0, "DIR", "build: the data folder to write"},
    {"--data", 0, "DIR", "info, check: the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--json", 0, NULL, "info: as JSON"},
    {"--quiet", 0, NULL, "build: no progress bar"},
    {NULL, 0, NULL, NULL}};

static enum exit_code build(const struct arguments *arguments) {
    struct error error = {0};
    const char *from = command_option(arguments, "--from");
    const char *into = command_option(arguments, "--into");
    if (!from || !into) {
        error_set(&error, ERROR_USAGE, "geodata build wants --from DIR (shipped data) and --into DIR (data folder)");
        return output_failure(&error);
    }
    struct progress progress = output_progress(command_option(arguments, "--quiet") != NULL);
    return geodata_build(from, into, &progress, &error) ? EXIT_DONE : output_failure(&error);
}

static struct text info_json(const struct geodata *geodata, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder, .indented = true};
    json_open_object(&json, NULL);
    json_add_text(&json, "directory", text_of(geodata->directory));
    json_open_array(&json, "sources");
    for (size_t i = 0; i < geodata->count; i++) {
        catalogue_add_source(&json, &geodata->sources[i]);
    }
    json_close(&json);
    json_close(&json);
    return builder_text(&builder);
}

static struct text info_table(const struct geodata *geodata, struct arena *arena) {
    struct builder builder = builder_new(arena);
    builder_format(&builder, "data folder: %s\n", geodata->directory);
    for (size_t i = 0; i < geodata->count; i++) {
        const struct geodata_source *source = &geodata->sources[i];
        builder_format(&builder, "%-32.*s %8lld  %.*s\n", TEXT_ARGS(source->path), source->rows,
                       TEXT_ARGS(source->title));
        builder_format(&builder, "%44s%.*s %.*s, %.*s; %.*s\n", "", TEXT_ARGS(source->source),
                       TEXT_ARGS(source->version), TEXT_ARGS(source->date), TEXT_ARGS(source->licence));
    }
    return builder_text(&builder);
}

static enum exit_code look(const struct arguments *arguments, bool check) {
    struct error error = {0};
    struct arena *arena = arena_open();
    struct geodata geodata;
    struct text report = TEXT_NONE;
    enum exit_code code = EXIT_DONE;
    char *binary = engine_binary_directory(arena);
    if (!geodata_open(command_option(arguments, "--data"), getenv("BORDERMAP_DATA"), binary, arena, &geodata, &error)) {
        code = output_failure(&error);
    } else if (!check) {
        output_result(command_option(arguments, "--json") ? info_json(&geodata, arena) : info_table(&geodata, arena));
    } else if (!geodata_check(&geodata, arena, &report, &error)) {
        code = output_failure(&error);
    } else {
        output_result(report.size ? report : TEXT("sound: every file is there and whole\n"));
        code = report.size ? EXIT_CANNOT_WORK : EXIT_DONE;
    }
    arena_close(arena);
    return code;
}

static enum exit_code run_geodata(const struct arguments *arguments) {
    const char *action = arguments->input_count == 1 ? arguments->inputs[0] : "";
    if (strcmp(action, "build") == 0) {
        return build(arguments);
    }
    if (strcmp(action, "info") == 0 || strcmp(action, "check") == 0) {
        return look(arguments, action[0] == 'c');
    }
    struct error error;
    error_set(&error, ERROR_USAGE, "geodata wants one of: info, check, build; see 'bordermap geodata --help'");
    return output_failure(&error);
}

const struct command command_geodata = {"geodata",
                                        "geodata info|check|build [options]",
                                        "look at, check and build the data folder",
                                        "info   what is there: counts, versions, dates, licences\n"
                                        "check  whether it is whole and sound\n"
                                        "build  make a data folder from the shipped sources",
                                        options,
                                        run_geodata};
