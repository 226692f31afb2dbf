/* bordermap diff: what is new, changed, gone between two dates, or two stores. */
#include "diff_run.h"
#include "file.h"
#include "interrupt.h"
#include "output.h"
#include "page_size.h"
#include "region_options.h"
#include "settings.h"
#include "version.h"

#include <string.h>

static const struct option options[] = {
    {"--store", 0, "FILE|PG:…", "the store that dates are of (else BORDERMAP_STORE, else incidents.gpkg)"},
    {"--area", 0, "REF", "incidents there: border:KG-TJ, country:GE; repeatable"},
    {"--bbox", 0, "W,S,E,N", "incidents there, degrees"},
    {"--since", 0, "DATE", "of that day or later: 2022-09-14, or -7d before the newest account"},
    {"--until", 0, "DATE", "of that day or earlier"},
    {"--kind", 0, "KIND", "of that kind; repeatable"},
    {"--lang", 0, "LANG", "language of the words (that of the incidents)"},
    {"--output", 'o', "DIR", "draw a map of it: DIR/diff.png, new ringed, changed in dashes, gone in dots"},
    {"--if-changed", 0, NULL, "end with 3 where there is no difference"},
    {"--json", 0, NULL, "one object a difference: {\"change\",\"incident\",\"what\"}"},
    {"--style", 0, "NAME|FILE", "how the map looks (newsroom)"},
    {"--styles", 0, "DIR", "the folder of styles (else BORDERMAP_STYLES, else beside the program)"},
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "your own data (else BORDERMAP_USER_DATA, else ~/.local/share/bordermap; '' = none)"},
    {NULL, 0, NULL, NULL}};

static bool read_state(const struct arguments *arguments, const char *told, struct diff_state *state,
                       struct error *error) {
    const char *store = settings_store(arguments);
    state->store = store ? store : "incidents.gpkg";
    if (date_read(text_of(told), &state->day)) {
        if (state->day.month > 0 && state->day.day == 0)
            state->day.day = date_month_length(state->day.year, state->day.month);
        if (state->day.month == 0)
            state->day = (struct date){state->day.year, 12, 31};
        return true;
    }
    state->store = told;
    return strncmp(told, "PG:", 3) == 0 || file_exists(told) ||
           error_set(error, ERROR_USAGE, "'%s' is neither a date nor a store", told);
}

static bool read_request(const struct arguments *arguments, struct diff_request *request, struct error *error) {
    struct page_size page;
    const char *style = command_option(arguments, "--style");
    if (arguments->input_count != 2)
        return error_set(error, ERROR_USAGE, "diff takes two dates, or two stores: the earlier, then the later");
    if (!read_state(arguments, arguments->inputs[0], &request->before, error) ||
        !read_state(arguments, arguments->inputs[1], &request->after, error) ||
        !region_options_read(arguments, &request->what, error) || !page_size_read(TEXT("web"), &page, error))
        return false;
    request->json = command_option(arguments, "--json") != NULL;
    request->map.map.lang = text_of(command_option(arguments, "--lang"));
    request->map.map.bounds = request->what.bbox;
    request->map.map.width = page.width;
    request->map.map.height = page.height;
    request->map.picture.scale = page.scale;
    request->map.directory = command_option(arguments, "--output");
    request->map.style = style ? style : "newsroom";
    request->map.styles = settings_styles(arguments, arguments->arena);
    request->map.version = BORDERMAP_VERSION;
    request->map.formats = picture_formats_usual();
    return true;
}

static enum exit_code run_diff(const struct arguments *arguments) {
    struct error error = {0};
    struct diff_request request = {0};
    struct diff_result result = {0};
    enum exit_code code = EXIT_DONE;
    struct engine_options engine = settings_engine(arguments, arguments->arena);
    engine.outlet = output_outlet_for(&code);
    if (!read_request(arguments, &request, &error))
        return output_failure(&error);
    interrupt_catch();
    if (!diff_run(&engine, &request, &result, &error))
        return output_worse(code, output_failure(&error));
    bool same = result.count == 0 && command_option(arguments, "--if-changed");
    return same ? output_worse(code, EXIT_UNCHANGED) : code;
}

const struct command command_diff = {"diff",
                                     "diff [options] OLD NEW",
                                     "what is new, changed, gone between two dates or two stores",
                                     "OLD and NEW are dates (as reported by the end of that day), or stores.",
                                     options,
                                     run_diff};
