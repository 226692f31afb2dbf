/* bordermap geodata: look at, check and build the data folder. */
#include "build.h"
#include "catalogue.h"
#include "engine.h"
#include "import_files.h"
#include "output.h"
#include "settings.h"
#include "user_folder.h"

#include <string.h>

static const struct option options[] = {
    {"--from", 0, "DIR", "build: the folder of shipped data (geodata/ of the source)"},
    {"--into", 0, "DIR", "build: the data folder to write"},
    {"--name", 0, "NAME", "import: what the import is called (else as its first file is); the same name replaces it"},
    {"--map", 0, "COLUMNS", "import: what the columns are: name=NAME,lat=Y,lon=X,country:=KG … or a .json file"},
    {"--layers", 0, "LIST", "import: layers of a source that has several (else all)"},
    {"--features", 0, "LIST", "import: GeoNames classes and codes: P,A,PASS or all (else what matters at borders)"},
    {"--countries", 0, "LIST", "import: only these: KG,TJ"},
    {"--languages", 0, "LIST", "import: names in these languages only: en,ru,ky"},
    {"--min-population", 0, "N", "import: no populated places that are smaller"},
    {"--faults", 0, "FILE", "import: all bad rows go there, a line each (else the first ten are shown)"},
    {"--title", 0, "TEXT", "import: what it is, for 'geodata info'; so --source, --version, --date, --licence"},
    {"--source", 0, "TEXT", "import: who made it"},
    {"--version", 0, "TEXT", "import: which edition"},
    {"--date", 0, "DATE", "import: of when it is (else the latest that its rows state)"},
    {"--licence", 0, "TEXT", "import: under which licence"},
    {"--credit", 0, "TEXT", "import: what maps that use it must say"},
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "your own data (else BORDERMAP_USER_DATA, else ~/.local/share/bordermap; '' = none)"},
    {"--json", 0, NULL, "info, import: as JSON"},
    {"--quiet", 0, NULL, "build, import: no progress bar"},
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
    json_add_given_text(&json, "user_directory", text_of(geodata->user_directory));
    json_add_whole(&json, "imports", (int64_t)geodata->import_count);
    json_open_array(&json, "sources");
    for (size_t i = 0; i < geodata->count; i++)
        catalogue_add_source(&json, &geodata->sources[i]);
    json_close(&json);
    json_close(&json);
    return builder_text(&builder);
}

/* Source, version, date, licence: what is stated of them. */
static void add_origin(struct builder *out, const struct geodata_source *source) {
    bool from = !text_is(source->source, "not stated"), licensed = !text_is(source->licence, "not stated");
    builder_format(out, "%44s%.*s", "", TEXT_ARGS(from ? source->source : TEXT("source not stated")));
    if (source->version.size > 0 && !text_is(source->version, "-"))
        builder_format(out, " %.*s", TEXT_ARGS(source->version));
    if (source->date.size > 0)
        builder_format(out, ", %.*s", TEXT_ARGS(source->date));
    builder_format(out, "; %.*s\n", TEXT_ARGS(licensed ? source->licence : TEXT("licence not stated")));
}

static struct text info_table(const struct geodata *geodata, struct arena *arena) {
    struct builder builder = builder_new(arena);
    builder_format(&builder, "data folder: %s\n", geodata->directory);
    if (geodata->user_directory)
        builder_format(&builder, "your own data: %s (%zu imports)\n", geodata->user_directory, geodata->import_count);
    for (size_t i = 0; i < geodata->count; i++) {
        const struct geodata_source *source = &geodata->sources[i];
        builder_format(&builder, "%-32.*s %8lld  %.*s\n", TEXT_ARGS(source->path), source->rows,
                       TEXT_ARGS(source->title));
        add_origin(&builder, source);
    }
    return builder_text(&builder);
}

/* A line for each language with a damaged table. */
static bool check_lexicon(const struct geodata *geodata, struct arena *arena, struct text *report,
                          struct error *error) {
    struct lexicon *lexicon;
    struct text *languages;
    size_t count = 0;
    struct builder out = builder_new(arena);
    if (!lexicon_open(geodata_path(geodata, arena, "lexicon"), arena, &lexicon, error) ||
        !lexicon_languages(lexicon, arena, &languages, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct error damage = {0};
        if (!lexicon_open_language(lexicon, languages[i], &damage))
            builder_format(&out, "%s\n", damage.message);
    }
    *report = builder_text(&out);
    return true;
}

static bool check(const struct geodata *geodata, struct arena *arena, struct text *report, struct error *error) {
    struct text shipped, imported, words;
    if (!geodata_check(geodata, arena, &shipped, error) || !user_folder_check(geodata, arena, &imported, error) ||
        !check_lexicon(geodata, arena, &words, error))
        return false;
    *report = text_format(arena, "%.*s%.*s%.*s", TEXT_ARGS(shipped), TEXT_ARGS(imported), TEXT_ARGS(words));
    return true;
}

static enum exit_code look(const struct arguments *arguments, bool checks) {
    struct error error = {0};
    struct arena *arena = arena_open();
    struct geodata geodata;
    struct text report = TEXT_NONE;
    enum exit_code code = EXIT_DONE;
    struct engine_options opening = settings_engine(arguments, arena);
    if (!engine_open_geodata(&opening, arena, &geodata, &error)) {
        code = output_failure(&error);
    } else if (!checks) {
        output_result(command_option(arguments, "--json") ? info_json(&geodata, arena) : info_table(&geodata, arena));
    } else if (!check(&geodata, arena, &report, &error)) {
        code = output_failure(&error);
    } else {
        output_result(report.size ? report : TEXT("sound: every file is there and whole\n"));
        code = report.size ? EXIT_CANNOT_WORK : EXIT_DONE;
    }
    arena_close(arena);
    return code;
}

static enum exit_code run_geodata(const struct arguments *arguments) {
    const char *action = arguments->input_count > 0 ? arguments->inputs[0] : "";
    bool alone = arguments->input_count == 1;
    if (alone && strcmp(action, "build") == 0)
        return build(arguments);
    if (alone && (strcmp(action, "info") == 0 || strcmp(action, "check") == 0))
        return look(arguments, action[0] == 'c');
    if (strcmp(action, "import") == 0)
        return import_files(arguments);
    if (arguments->input_count == 2 && strcmp(action, "remove") == 0)
        return import_remove(arguments, arguments->inputs[1]);
    struct error error;
    error_set(&error, ERROR_USAGE,
              "geodata wants one of: info, check, import, remove, build; see 'bordermap geodata --help'");
    return output_failure(&error);
}

const struct command command_geodata = {
    "geodata",
    "geodata info|check|import|remove|build [options] [FILE...]",
    "look at, check, add to and build the data",
    "info              what is there: counts, versions, dates, licences\n"
    "check             whether it is whole and sound\n"
    "import FILE...    lay places and names of your own over the data: GeoNames dumps (.txt, .zip), Natural Earth,\n"
    "                  geoBoundaries, OpenStreetMap extracts (.osm.pbf), and whatever GDAL reads, with --map\n"
    "remove NAME       take an import away again\n"
    "build             make a data folder from the shipped sources\n\n"
    "docs/import.md shows imports by example.",
    options,
    run_geodata};
