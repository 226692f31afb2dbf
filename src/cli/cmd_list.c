/* bordermap list, show, export: incidents of the store. */
#include "canonical.h"
#include "file.h"
#include "output.h"
#include "settings.h"
#include "store_settings.h"
#include "stored_write.h"

#include <string.h>

static const struct option list_options[] = {
    STORE_OPTION,
    FILTER_OPTIONS,
    {"--data", 0, "DIR", "--area: the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "--area: your own data (else BORDERMAP_USER_DATA, else the usual place; '' = none)"},
    {"--json", 0, NULL, "one JSON object an incident, with its accounts"},
    {NULL, 0, NULL, NULL}};

static const struct option show_options[] = {
    STORE_OPTION, {"--json", 0, NULL, "the incident as JSON, with its accounts"}, {NULL, 0, NULL, NULL}};

static const struct option export_options[] = {
    STORE_OPTION,
    FILTER_OPTIONS,
    {"--format", 0, "FORM", "geojson, csv, kml, gpx, plover (JSON lines), hxl (geojson)"},
    {"--aggregated", 0, NULL, "counts by country, month and kind, as CSV: also of sources whose rows may not leave"},
    {"--canonical", 0, NULL, "all accounts and incidents in an order of their own, to compare two stores"},
    {"--output", 'o', "FILE", "where to (standard output)"},
    {"--data", 0, "DIR", "--area: the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "--area: your own data (else BORDERMAP_USER_DATA, else the usual place; '' = none)"},
    {NULL, 0, NULL, NULL}};

/* Reads what the options ask for; the engine is opened for an area alone. */
static bool read_list(const struct arguments *arguments, struct stored_list *list, struct error *error) {
    struct engine engine = {0};
    struct store *store = NULL;
    struct store_filter filter;
    struct engine_options opening = settings_engine(arguments, arguments->arena);
    bool placed = command_option(arguments, "--area") != NULL;
    if (placed && !engine_open(&opening, &engine, error))
        return false;
    bool done = store_settings_filter(arguments, &engine, &filter, error);
    filter.unconfirmed = true;
    done = done && store_open(store_settings_connection(arguments), STORE_READ, NULL, &store, error) &&
           store_list(store, &filter, arguments->arena, list, error);
    store_close(store);
    if (placed)
        engine_close(&engine);
    return done;
}

static bool takes_nothing(const struct arguments *arguments, struct error *error) {
    return arguments->input_count == 0 ||
           error_set(error, ERROR_USAGE, "%s takes options alone, no '%s'; see 'bordermap %s --help'",
                     arguments->command->name, arguments->inputs[0], arguments->command->name);
}

static enum exit_code run_list(const struct arguments *arguments) {
    struct error error = {0};
    struct stored_list list = {0};
    if (!takes_nothing(arguments, &error) || !read_list(arguments, &list, &error))
        return output_failure(&error);
    bool json = command_option(arguments, "--json") != NULL;
    output_result(json ? stored_write_json(&list, arguments->arena) : stored_write_lines(&list, arguments->arena));
    if (list.count == 0)
        output_words("no incident is so");
    return EXIT_DONE;
}

static bool read_named(const struct arguments *arguments, struct store *store, const char *id, struct stored_list *list,
                       struct error *error) {
    struct store_filter filter = store_filter_all();
    struct text wanted = text_of(id);
    filter.ids = &wanted;
    filter.id_count = 1;
    filter.unconfirmed = true;
    if (!store_list(store, &filter, arguments->arena, list, error))
        return false;
    return list->count > 0 ||
           error_set(error, ERROR_USAGE, "there is no incident '%s'; 'bordermap list' has their ids", id);
}

static enum exit_code run_show(const struct arguments *arguments) {
    struct error error = {0};
    struct store *store = NULL;
    enum exit_code code = EXIT_DONE;
    if (arguments->input_count == 0) {
        error_set(&error, ERROR_USAGE, "show wants the id of an incident; 'bordermap list' has them");
        return output_failure(&error);
    }
    if (!store_open(store_settings_connection(arguments), STORE_READ, NULL, &store, &error))
        return output_failure(&error);
    for (size_t i = 0; i < arguments->input_count; i++) {
        struct stored_list list = {0};
        if (!read_named(arguments, store, arguments->inputs[i], &list, &error)) {
            code = output_worse(code, output_failure(&error));
            continue;
        }
        if (command_option(arguments, "--json"))
            output_result(stored_write_json(&list, arguments->arena));
        for (size_t j = 0; !command_option(arguments, "--json") && j < list.count; j++)
            output_result(stored_write_sheet(&list.items[j], arguments->arena));
    }
    store_close(store);
    return code;
}

static bool write_canonical(const struct arguments *arguments, struct text *out, struct error *error) {
    struct store *store = NULL;
    bool done = store_open(store_settings_connection(arguments), STORE_READ, NULL, &store, error) &&
                store_canonical(store, arguments->arena, out, error);
    store_close(store);
    return done;
}

static bool write_rows(const struct arguments *arguments, enum export_form form, struct text *out,
                       struct error *error) {
    struct stored_list list = {0};
    size_t kept_back = 0;
    if (!read_list(arguments, &list, error))
        return false;
    if (command_option(arguments, "--aggregated")) {
        *out = export_write_aggregated(&list, arguments->arena);
        return true;
    }
    struct stored_list allowed = export_allowed(&list, arguments->arena, &kept_back);
    if (kept_back > 0)
        output_words(
            "%zu incidents are kept back: their source (ACLED, acleddata.com) lets them leave only aggregated, "
            "with its name: --aggregated",
            kept_back);
    *out = export_write(&allowed, form, arguments->arena);
    return true;
}

static enum exit_code run_export(const struct arguments *arguments) {
    struct error error = {0};
    struct text out = TEXT_NONE;
    const char *named = command_option(arguments, "--format"), *path = command_option(arguments, "--output");
    enum export_form form = EXPORT_GEOJSON;
    if (!takes_nothing(arguments, &error))
        return output_failure(&error);
    if (named && !export_form_find(text_of(named), &form)) {
        error_set(&error, ERROR_USAGE, "--format: '%s' is none; it takes geojson, csv, kml, gpx, plover or hxl", named);
        return output_failure(&error);
    }
    bool canonical = command_option(arguments, "--canonical") != NULL;
    if (!(canonical ? write_canonical(arguments, &out, &error) : write_rows(arguments, form, &out, &error)))
        return output_failure(&error);
    if (!path || strcmp(path, "-") == 0)
        output_result(out);
    else if (!file_write(path, out, &error))
        return output_failure(&error);
    return EXIT_DONE;
}

const struct command command_list = {
    "list",
    "list [options]",
    "list the incidents of the store",
    "Each line begins with the id of the incident: what show, correct, remove, link and unlink take, or its beginning.",
    list_options,
    run_list};

const struct command command_show = {
    "show",
    "show [options] ID...",
    "show what each account says of an incident, and why they are one",
    "ID is that of an incident or of an account, or its beginning; or the key of an account.",
    show_options,
    run_show};

const struct command command_export = {"export",
                                       "export [options]",
                                       "write incidents of the store for other programs",
                                       "Rows of sources that let them leave only aggregated (ACLED) are kept back.",
                                       export_options,
                                       run_export};
