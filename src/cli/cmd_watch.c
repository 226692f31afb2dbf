/* bordermap watch: files arrive in folders → they are added to the store, and the atlas is built. */
#include "atlas.h"
#include "file.h"
#include "interrupt.h"
#include "number.h"
#include "output.h"
#include "settings.h"
#include "watch.h"

#include <string.h>

static const struct option options[] = {
    {"--atlas", 0, "FILE", "the atlas that is built after files were added (atlas.json, where it is there)"},
    {"--store", 0, "FILE|PG:…", "the store (else BORDERMAP_STORE, else what the atlas says, else incidents.gpkg)"},
    {"--once", 0, NULL, "look once, add, build, end: for cron and timers"},
    {"--quiet", 0, "SECONDS", "how long nothing must arrive before a folder is read (2)"},
    {"--most", 0, "SECONDS", "after how long it is read all the same (30)"},
    {"--rescan", 0, "SECONDS", "how often it is read unasked: network drives tell of nothing (60)"},
    {"--jobs", 'j', "N", "processes that draw, 1 to 64 (1)"},
    {"--json", 0, NULL, "what 'bordermap build --json' prints"},
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {NULL, 0, NULL, NULL}};

static bool read_seconds(const struct arguments *arguments, const char *option, double usual, double *seconds,
                         struct error *error) {
    const char *told = command_option(arguments, option);
    *seconds = usual;
    return !told || (number_read(text_of(told), seconds) && *seconds >= 0.05 && *seconds <= 86400) ||
           error_set(error, ERROR_USAGE, "%s: '%s' must be seconds, 0.05 to 86400", option, told);
}

/* Where the atlas's store and maps are, as its own folder has it. */
static bool read_atlas(const struct arguments *arguments, struct watch_request *request, struct error *error) {
    struct arena *arena = arguments->arena;
    struct atlas atlas;
    struct text json;
    const char *said = command_option(arguments, "--atlas");
    request->atlas = said ? said : file_exists("atlas.json") ? "atlas.json" : NULL;
    request->store = settings_store(arguments);
    if (!request->atlas) {
        request->store = request->store ? request->store : "incidents.gpkg";
        return true;
    }
    if (!file_read(request->atlas, ATLAS_BYTES, arena, &json, error) || !atlas_read(json, arena, &atlas, error))
        return error_context(error, "%s", request->atlas);
    const char *slash = strrchr(request->atlas, '/');
    struct text folder = {request->atlas, slash ? (size_t)(slash - request->atlas) + 1 : 0};
    bool far = text_starts(atlas.store, TEXT("/")) || text_starts(atlas.store, TEXT("PG:"));
    if (!request->store)
        request->store = text_c(
            arena, text_format(arena, "%.*s%.*s", far ? 0 : (int)folder.size, folder.data, TEXT_ARGS(atlas.store)));
    far = text_starts(atlas.out, TEXT("/"));
    request->out =
        text_c(arena, text_format(arena, "%.*s%.*s", far ? 0 : (int)folder.size, folder.data, TEXT_ARGS(atlas.out)));
    return true;
}

/* What `build` is told besides. */
static const char *const *build_options(const struct arguments *arguments) {
    static const char *const with_value[] = {"--jobs", "--data"};
    const char **words = ARENA_ARRAY(arguments->arena, const char *, 8);
    size_t count = 0;
    for (size_t i = 0; i < sizeof with_value / sizeof *with_value; i++) {
        if (!command_option(arguments, with_value[i]))
            continue;
        words[count++] = with_value[i];
        words[count++] = command_option(arguments, with_value[i]);
    }
    if (command_option(arguments, "--json"))
        words[count++] = "--json";
    return words;
}

static bool read_request(const struct arguments *arguments, struct watch_request *request, struct error *error) {
    if (arguments->input_count == 0)
        return error_set(error, ERROR_USAGE,
                         "watch wants a folder into which files arrive; see 'bordermap watch --help'");
    request->folders = arguments->inputs;
    request->count = arguments->input_count;
    request->program = "/proc/self/exe";
    request->once = command_option(arguments, "--once") != NULL;
    request->build_options = build_options(arguments);
    return read_seconds(arguments, "--quiet", 2, &request->quiet, error) &&
           read_seconds(arguments, "--most", 30, &request->most, error) &&
           read_seconds(arguments, "--rescan", 60, &request->rescan, error) && read_atlas(arguments, request, error);
}

static enum exit_code run_watch(const struct arguments *arguments) {
    struct error error = {0};
    struct watch_request request = {0};
    enum exit_code code = EXIT_DONE;
    struct outlet outlet = output_outlet_for(&code);
    if (!read_request(arguments, &request, &error))
        return output_failure(&error);
    interrupt_catch();
    bool done = watch_folders(&outlet, &request, &error);
    interrupt_settle(); /* to be asked to stop is how a watch ends */
    if (!done)
        return output_worse(code, output_failure(&error));
    return request.once ? code : EXIT_DONE;
}

const struct command command_watch = {
    "watch",
    "watch [options] DIR...",
    "add files to the store and build the atlas as they arrive",
    "Ends with 0 when it is asked to stop (SIGTERM, Ctrl-C). A file that cannot be used goes to DIR/rejected,\n"
    "with the reason beside it. docs/desk.md has a unit for systemd and a line for cron.",
    options,
    run_watch};
