/* bordermap explain: what is known of a border, line, area, river or place, with dates and sources. */
#include "engine.h"
#include "fact_sheet_write.h"
#include "output.h"
#include "place_lookup.h"
#include "settings.h"

static const struct option options[] = {
    {"--as-of", 0, "DATE", "the day that is asked about (the latest)"},
    {"--worldview", 0, "VIEW", "whose view of the borders: de-facto, UN, or a country's: UA, IN … (de-facto)"},
    {"--json", 0, NULL, "as JSON, one object each"},
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "your own data (else BORDERMAP_USER_DATA, else ~/.local/share/bordermap; '' = none)"},
    {NULL, 0, NULL, NULL}};

static bool explain(const struct engine *engine, const struct arguments *arguments, const char *wanted,
                    struct date as_of, struct error *error) {
    struct arena *arena = arena_open();
    struct fact_sheet sheet;
    place_id place;
    bool done = place_lookup(engine->gazetteer, &engine->outlet, "explain", wanted, arena, &place, error) &&
                fact_sheet_gather(&engine->geodata, engine->gazetteer, place, as_of,
                                  text_of(command_option(arguments, "--worldview")), arena, &sheet, error);
    if (done) {
        bool json = command_option(arguments, "--json") != NULL;
        output_result(json ? fact_sheet_json(&sheet, arena) : fact_sheet_text(&sheet, arena));
    }
    arena_close(arena);
    return done;
}

static enum exit_code run_explain(const struct arguments *arguments) {
    struct error error = {0};
    struct engine engine;
    struct date as_of = {0, 0, 0};
    const char *day = command_option(arguments, "--as-of");
    if (arguments->input_count == 0) {
        error_set(&error, ERROR_USAGE, "explain wants a reference or a name: border:KG-TJ, area:crimea, Batken");
        return output_failure(&error);
    }
    if (day && !date_read(text_of(day), &as_of)) {
        error_set(&error, ERROR_USAGE, "--as-of: '%s' is no date; write it as 2022-09-14", day);
        return output_failure(&error);
    }
    struct engine_options opening = settings_engine(arguments, arguments->arena);
    if (!engine_open(&opening, &engine, &error))
        return output_failure(&error);
    enum exit_code code = EXIT_DONE;
    for (size_t i = 0; i < arguments->input_count; i++)
        if (!explain(&engine, arguments, arguments->inputs[i], as_of, &error))
            code = output_worse(code, output_failure(&error));
    engine_close(&engine);
    return code;
}

const struct command command_explain = {
    "explain",
    "explain [options] REF|NAME...",
    "tell what is known of a border, line, area, river or place: status, dates, sources",
    "REF is as in the output of geoparse: border:KG-TJ (in either order), area:crimea, line:blue-line, river:isfara,\n"
    "country:XK, admin1:UA-65, geonames:1528249. What holds on the day is marked with '*'.",
    options,
    run_explain};
