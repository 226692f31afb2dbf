/* bordermap build: an atlas → those of its maps that would show something else than before. */
#include "atlas_build.h"
#include "file.h"
#include "interrupt.h"
#include "number.h"
#include "output.h"
#include "program_mark.h"
#include "settings.h"
#include "version.h"

#include <string.h>

static const struct option options[] = {
    {"--store", 0, "FILE|PG:…", "the incidents (else BORDERMAP_STORE, else what the atlas says)"},
    {"--explain", 0, NULL, "print why each map was drawn or kept"},
    {"--if-changed", 0, NULL, "end with 3 where nothing had to be drawn"},
    {"--verify", 0, NULL, "read all that was built, and draw anew what is not as it was written"},
    {"--prune", 0, NULL, "remove the files of maps that the atlas has no longer"},
    {"--now", 0, "DATE", "what -7d and the like count from (the newest account)"},
    {"--jobs", 'j', "N", "processes that draw, 1 to 64 (1)"},
    {"-MD", 0, NULL, "write build.d beside the maps: what they are made of, for make and ninja"},
    {"--json", 0, NULL, "one object a map: {\"id\",\"drawn\",\"reason\",\"files\"}"},
    {"--styles", 0, "DIR", "the folder of styles (else BORDERMAP_STYLES, else beside the program)"},
    {"--names", 0, "FILE", "how your house spells places (else BORDERMAP_NAMES, else names.json beside the maps)"},
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "your own data (else BORDERMAP_USER_DATA, else ~/.local/share/bordermap; '' = none)"},
    {NULL, 0, NULL, NULL}};

enum { JOBS_MOST = 64 };

static bool read_jobs(const char *told, size_t *jobs, struct error *error) {
    int64_t number = 1;
    if (told && (!number_read_whole(text_of(told), &number) || number < 1 || number > JOBS_MOST))
        return error_set(error, ERROR_USAGE, "--jobs: '%s' must be a number from 1 to %d", told, JOBS_MOST);
    *jobs = (size_t)number;
    return true;
}

static bool read_request(const struct arguments *arguments, struct build_request *request, struct error *error) {
    const char *now = command_option(arguments, "--now");
    if (arguments->input_count > 1)
        return error_set(error, ERROR_USAGE, "build takes one atlas; '%s' is another", arguments->inputs[1]);
    if (now && (!date_read(text_of(now), &request->now) || request->now.day == 0))
        return error_set(error, ERROR_USAGE, "--now: '%s' is no day; write it as 2022-09-14", now);
    if (!read_jobs(command_option(arguments, "--jobs"), &request->jobs, error))
        return false;
    request->atlas = arguments->input_count > 0 ? arguments->inputs[0] : "atlas.json";
    request->store = settings_store(arguments);
    request->explain = command_option(arguments, "--explain") != NULL;
    request->verify = command_option(arguments, "--verify") != NULL;
    request->prune = command_option(arguments, "--prune") != NULL;
    request->depfile = command_option(arguments, "-MD") != NULL;
    request->json = command_option(arguments, "--json") != NULL;
    request->program = program_mark(arguments->arena);
    request->map.style = "newsroom";
    request->map.styles = settings_styles(arguments, arguments->arena);
    request->map.names = settings_names(arguments);
    request->map.version = BORDERMAP_VERSION;
    request->map.map.bounds = bounds_empty();
    request->map.formats = picture_formats_usual();
    return true;
}

static enum exit_code run_build(const struct arguments *arguments) {
    struct error error = {0};
    struct build_request request = {0};
    struct build_result result = {0};
    enum exit_code code = EXIT_DONE;
    struct engine_options engine = settings_engine(arguments, arguments->arena);
    engine.outlet = output_outlet_for(&code);
    if (!read_request(arguments, &request, &error))
        return output_failure(&error);
    interrupt_catch();
    if (!build_atlas(&engine, &request, &result, &error))
        return output_worse(code, output_failure(&error));
    bool idle = result.drawn == 0 && result.failed == 0 && command_option(arguments, "--if-changed");
    return idle ? output_worse(code, EXIT_UNCHANGED) : code;
}

const struct command command_build = {
    "build",
    "build [options] [ATLAS]",
    "draw those maps of an atlas that would show something else than before",
    "ATLAS is atlas.json if it is left out: docs/desk.md. The paths of what was drawn are printed.",
    options,
    run_build};
