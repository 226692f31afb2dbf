#include "import.h"

#include "catalogue.h"
#include "file.h"
#include "folder.h"
#include "import_layer.h"
#include "import_run.h"
#include "import_sources.h"
#include "user_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* The name of the import: the first input's, without folders and endings, with '-' for what a name cannot have. */
static const char *name_of_input(const char *input, struct arena *arena) {
    const char *slash = strrchr(input, '/');
    char *name = text_c(arena, text_of(slash ? slash + 1 : input));
    name[strcspn(name, ".") < 64 ? strcspn(name, ".") : 64] = '\0';
    for (char *c = name; *c; c++) {
        bool sound = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || *c == '_';
        *c = sound ? *c : '-';
    }
    return *name == '-' || *name == '\0' ? "import" : name;
}

static bool check_use(const struct import_options *options, const char *directory, const char *name,
                      struct error *error) {
    if (!directory) {
        return error_set(error, ERROR_USAGE,
                         "geodata import wants a place for your data: --user-data DIR, "
                         "BORDERMAP_USER_DATA, XDG_DATA_HOME or HOME");
    }
    if (options->input_count == 0)
        return error_set(error, ERROR_USAGE, "geodata import wants files to import; see 'bordermap geodata --help'");
    return user_folder_is_name(text_of(name)) ||
           error_set(error, ERROR_USAGE, "--name: '%s' is no name of an import; letters, digits, '-' and '_'", name);
}

/* Only one import at a time: the lock ends with its file. */
static bool lock_folder(const char *directory, struct arena *arena, int *lock, struct error *error) {
    if (!file_make_directory(file_join(arena, directory, "imports"), error))
        return error_context(error, "the folder of your own data");
    *lock = open(file_join(arena, directory, ".lock"), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
    if (*lock >= 0 && flock(*lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (*lock >= 0) {
        close(*lock);
        *lock = -1;
    }
    return error_set(error, ERROR_ENVIRONMENT, "%s: %s", directory,
                     errno == EWOULDBLOCK ? "another import is under way; wait for it" : strerror(errno));
}

/* The gazetteer with the user's other imports. */
static bool open_gazetteer(struct import_run *run, const char *directory, const char *name, struct error *error) {
    struct geodata others = *run->geodata;
    const char *path = geodata_path(run->geodata, run->arena, "gazetteer.bin");
    if (!gazetteer_open(path, &run->gazetteer, error))
        return false;
    run->match = import_match_new(run->gazetteer, run->arena);
    if (!user_folder_open(directory, name, run->arena, &others, error))
        return false;
    for (size_t i = 0; i < others.import_count; i++)
        if (!gazetteer_lay_over(run->gazetteer, file_join(run->arena, others.imports[i], "overlay.bin"), error))
            return false;
    return true;
}

static bool read_sources(struct import_run *run, const struct import_sources *sources, struct error *error) {
    bool read = true;
    for (size_t i = 0; read && i < sources->count; i++) {
        const struct import_source *source = &sources->items[i];
        read = source->dump != DUMP_UNKNOWN ? import_dump_read(run, source->path, source->shown, source->dump, error)
                                            : import_layer_read(run, source->path, source->shown, error);
        if (source->dump != DUMP_UNKNOWN) {
            run->default_source = "GeoNames";
            run->default_licence = "CC BY 4.0";
            run->default_credit = "GeoNames";
        }
        arena_clear(run->scratch);
    }
    return read;
}

static bool is_known(void *context, struct text ref) {
    return gazetteer_place_of(context, ref) != PLACE_NONE;
}

/* The catalogue. */

static struct text said_or(const char *said, const char *otherwise) {
    return text_of(said ? said : otherwise ? otherwise : "");
}

static bool add_file(struct json_writer *json, const struct import_run *run, const char *name, struct error *error) {
    enum { AREAS_LIMIT = 1 << 30 };
    char hex[65] = "";
    const char *path = file_join(run->arena, run->fresh, name);
    struct arena *arena = arena_open();
    struct text content;
    bool whole = strcmp(name, "overlay.bin") != 0; /* that one has a hash of its own */
    bool read = !whole || file_read(path, AREAS_LIMIT, arena, &content, error);
    if (read && whole)
        file_sha256(content, hex);
    arena_close(arena);
    json_open_object(json, NULL);
    json_add_text(json, "path", text_of(name));
    json_add_text(json, "sha256", text_of(hex));
    json_close(json);
    return read;
}

static bool write_catalogue(const struct import_run *run, struct error *error) {
    const struct import_options *options = run->options;
    struct builder out = builder_new(run->arena);
    struct json_writer json = {.out = &out, .indented = true};
    struct text path = text_format(run->arena, "imports/%s", run->report->name);
    struct geodata_source source = {
        .path = path,
        .title = said_or(options->title, run->report->name),
        .source = said_or(options->source, run->default_source ? run->default_source : "not stated"),
        .version = said_or(options->version, "-"),
        .date = options->date ? text_of(options->date) : run->date,
        .licence = said_or(options->licence, run->default_licence ? run->default_licence : "not stated"),
        .credit = said_or(options->credit, run->default_credit),
        .rows = (long long)run->report->places,
    };
    json_open_object(&json, NULL);
    json_open_array(&json, "files");
    catalogue_add_source(&json, &source);
    json_close(&json);
    json_open_array(&json, "compiled");
    bool added = add_file(&json, run, "overlay.bin", error) &&
                 (run->report->areas == 0 || add_file(&json, run, "areas.fgb", error));
    json_close(&json);
    json_close(&json);
    return added && file_write(file_join(run->arena, run->fresh, "catalog.json"), builder_text(&out), error);
}

/* The run. */

static bool finish(struct import_run *run, struct error *error) {
    struct overlay_counts counts = {0};
    progress_report(run->progress, "index", 1, 2);
    const char *path = file_join(run->arena, run->fresh, "overlay.bin");
    if (!overlay_writer_finish(run->writer, path, is_known, run->gazetteer, &counts, error))
        return false;
    run->report->places = counts.places;
    run->report->names = counts.names;
    run->report->joined += counts.repeated;
    run->report->unknown_names = counts.unknown_names;
    if (counts.places == 0 && run->report->areas == 0) {
        return error_set(
            error, ERROR_INPUT, "%s: has nothing to import: %zu rows, %zu bad, %zu left out by the options",
            run->options->inputs[0], run->report->rows, run->report->bad + run->faults.count, run->report->left_out);
    }
    return write_catalogue(run, error);
}

static bool run_import(struct import_run *run, const char *directory, const struct import_sources *sources,
                       struct error *error) {
    bool done = folder_remove(run->fresh, error) && file_make_directory(run->fresh, error) &&
                open_gazetteer(run, directory, run->report->name, error) &&
                overlay_writer_open(run->fresh, &run->writer, error) && read_sources(run, sources, error) &&
                import_layer_close(run, error) && finish(run, error) &&
                user_folder_replace(run->fresh, run->report->directory, error);
    overlay_writer_close(run->writer);
    gazetteer_close(run->gazetteer);
    if (!done) {
        (void)!import_layer_close(run, NULL);
        (void)!folder_remove(run->fresh, NULL);
    }
    progress_report(run->progress, "", 2, 2);
    return done;
}

bool geodata_import(const struct geodata *geodata, const char *directory, const struct import_options *options,
                    const struct progress *progress, struct arena *arena, struct import_report *report,
                    struct error *error) {
    struct import_sources sources;
    const char *name =
        options->name || options->input_count == 0 ? options->name : name_of_input(options->inputs[0], arena);
    *report = (struct import_report){.name = name};
    struct import_run run = {
        .options = options, .geodata = geodata, .report = report, .progress = progress, .arena = arena};
    int lock = -1;
    if (!check_use(options, directory, name, error) ||
        !import_filter_read(options->features, options->countries, options->languages, options->min_population,
                            &run.filter, error) ||
        !import_layer_open(&run, error) ||
        !import_sources_find(options->inputs, options->input_count, options->map != NULL, arena, &sources, error) ||
        !lock_folder(directory, arena, &lock, error))
        return false;
    report->directory = user_folder_import(directory, name, arena);
    run.fresh = text_c(arena, text_format(arena, "%s.new", report->directory));
    run.scratch = arena_open();
    bool done =
        import_faults_open(options->faults, arena, &run.faults, error) && run_import(&run, directory, &sources, error);
    done = import_faults_close(&run.faults, done ? error : NULL) && done;
    report->bad = run.faults.count;
    report->faults = builder_text(&run.faults.first);
    arena_close(run.scratch);
    close(lock);
    return done;
}
