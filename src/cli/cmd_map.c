/* bordermap map: articles → maps, and everything that a report needs. */
#include "input_files.h"
#include "interrupt.h"
#include "map_input.h"
#include "map_options.h"
#include "map_store.h"
#include "output.h"
#include "page_size.h"
#include "region_options.h"
#include "settings.h"

#include <string.h>

static const struct option options[] = {
    {"--output", 'o', "DIR", "where the maps go (out)"},
    {"--format", 0, "LIST", "png, svg, pdf, geotiff, with commas between (png,svg)"},
    {"--svg-text", 0, "text|paths", "letters of an SVG as text, or as outlines for where the fonts are not (text)"},
    {"--world-file", 0, NULL, "beside each PNG a .pgw and a .png.aux.xml, by which a GIS knows where it lies"},
    {"--size", 0, "SIZE", "of the page: 1200x900, 85x100mm, a4, slide, og, web@2x …; '--size help' lists them (web)"},
    {"--scale", 0, "N", "PNG pixels a CSS pixel, times those of the size: 2 for sharp screens (1)"},
    {"--dpi", 0, "N", "PNG dots an inch instead (96; of a size in millimetres 300)"},
    {"--lang", 0, "LANG[,LANG]",
     "language of names and words on the maps (the article's); after a comma one for second names, or \"local\""},
    {"--title", 0, "TEXT", "title of the map"},
    {"--bbox", 0, "W,S,E,N", "frame in degrees; alone it draws a plain map of that frame"},
    {"--place", 0, "REF", "a plain map of a place, without an article: border:KG-TJ, country:GE, \"Batken\""},
    {"--as-of", 0, "DATE", "the date whose borders are drawn (the incidents')"},
    {"--worldview", 0, "VIEW", "whose view of the borders: de-facto, UN, or a country's: UA, IN … (de-facto)"},
    {"--relief", 0, "FILE", "your own elevation raster, metres: anything GDAL reads that says where it lies"},
    {"--relief-credit", 0, "TEXT", "its line in the credits (what the file says of itself, else its name)"},
    {"--disputed", 0, "HOW", "what is in question: hatch, dash (outlines only), hide; noted in any case (hatch)"},
    {"--all", 0, NULL, "all maps of an article, not only the four that matter most"},
    {"--incidents-only", 0, NULL,
     "no map of an article without an incident that can be drawn: it is named and counted"},
    {"--prune", 0, NULL, "remove maps in DIR that their articles, drawn in this run, no longer have"},
    {"--columns", 0, "FILE", "which column of a table is what: docs/tables.md"},
    {"--unsure", 0, NULL, "draw also what its source does not vouch for (GDELT)"},
    {"--density", 0, "HOW", "many incidents as points, regions or hexagons (auto: points, or regions if too many)"},
    {"--count", 0, "WHAT", "what symbols and shades of many stand for: incidents or killed (incidents)"},
    {"--excerpt", 0, NULL, "quote, below the map, the sentence that tells what happened"},
    {"--safe", 0, "grid=10km,delay=7d",
     "round positions, hold back news; kinds=base;mine: of these alone; docs/desk.md"},
    {"--style", 0, "NAME|FILE", "how maps look (newsroom); see 'bordermap styles'"},
    {"--styles", 0, "DIR", "the folder of styles (else BORDERMAP_STYLES, else beside the program)"},
    {"--check", 0, NULL, "fail, exit 1, where a map's labels are not good enough to print; says which and why"},
    {"--show", 0, "scene", "print what would be drawn, draw nothing"},
    {"--story", 0, NULL, "FILE is stories, as 'bordermap geoparse --story' or you write them: docs/story.md"},
    {"--store", 0, "FILE|PG:…", "of the incidents that 'bordermap add' keeps there, instead of articles: docs/desk.md"},
    {"--area", 0, "REF",
     "--store: incidents there: border:KG-TJ, country:GE; repeatable (else all, in the maps they need)"},
    {"--since", 0, "DATE", "--store: of that day or later: 2022-09-14, or -7d before the newest account"},
    {"--until", 0, "DATE", "--store: of that day or earlier"},
    {"--kind", 0, "KIND", "--store: of that kind; repeatable"},
    {"--edit", 0, "FILE",
     "what an editor changes on a map (else DIR/<map>.edit.json, where there is one): docs/editing.md"},
    {"--write-edit", 0, NULL, "write DIR/<map>.edit.json to begin with, where there is none"},
    {"--names", 0, "FILE", "how your house spells places (else BORDERMAP_NAMES, else DIR/names.json): docs/editing.md"},
    {"--overlay", 0, "FILE,key=value…", "draw a layer of your own, any format of GDAL; repeatable: docs/overlays.md"},
    {"--corrections", 0, "FILE", "what an editor says names mean; see 'bordermap geoparse --help'"},
    {"--article-language", 0, "LANG", "language of the articles (\"it\"); told from the text if not given"},
    {"--published", 0, "DATE", "date of the articles, 2022-09-14; from the file if not given, never from the clock"},
    {"--source", 0, "NAME", "who published the articles"},
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "your own data (else BORDERMAP_USER_DATA, else ~/.local/share/bordermap; '' = none)"},
    {"--json", 0, NULL, "print the manifest instead of the paths of the maps"},
    {"--quiet", 0, NULL, "no progress bar"},
    {NULL, 0, NULL, NULL}};

static bool draw_inputs(struct map_run *run, const struct arguments *arguments, struct error *error) {
    struct reader_options reader;
    struct engine_reading reading = settings_reading(arguments);
    struct progress progress = output_progress(command_option(arguments, "--quiet") || arguments->input_count < 2);
    bool go_on = true, stories = command_option(arguments, "--story") != NULL;
    struct arguments files;
    if (!engine_reader_options(&reading, &run->engine, &reader, error) || !input_files_expand(arguments, &files, error))
        return false;
    if (!stories)
        map_input_share(run, (const char *const *)files.inputs, files.input_count);
    for (size_t i = 0; go_on && i < files.input_count; i++) {
        const char *path = files.inputs[i];
        progress_report(&progress, path, i, files.input_count);
        go_on = stories ? map_input_stories(run, path) : map_input_articles(run, path, &reader);
    }
    progress_report(&progress, "", files.input_count, files.input_count);
    return true;
}

/* What is said of articles says nothing of stories. */
static bool check_stories(const struct arguments *arguments, struct error *error) {
    static const char *const of_articles[] = {"--corrections", "--article-language", "--published", "--source"};
    for (size_t i = 0; i < sizeof of_articles / sizeof *of_articles; i++)
        if (command_option(arguments, "--story") && command_option(arguments, of_articles[i]))
            return error_set(error, ERROR_USAGE, "%s is of articles; a story says it itself", of_articles[i]);
    return true;
}

static bool is_of_store(const struct arguments *arguments) {
    return command_option(arguments, "--store") != NULL;
}

/* What is asked of the store alone, and what is asked of articles alone. */
static bool check_store(const struct arguments *arguments, struct error *error) {
    static const char *const of_store[] = {"--area", "--since", "--until", "--kind"};
    if (is_of_store(arguments) && arguments->input_count > 0)
        return error_set(error, ERROR_USAGE,
                         "--store draws what was added; 'bordermap add %s' adds it, or leave out --store",
                         arguments->inputs[0]);
    for (size_t i = 0; i < sizeof of_store / sizeof *of_store; i++)
        if (!is_of_store(arguments) && command_option(arguments, of_store[i]))
            return error_set(error, ERROR_USAGE, "%s asks for incidents of a store; name it with --store", of_store[i]);
    return true;
}

static bool draw_store(struct map_run *run, const struct arguments *arguments, struct error *error) {
    struct map_store_request request = {.store = command_option(arguments, "--store")};
    const char *place = command_option(arguments, "--place");
    request.what.unsure = run->request.unsure;
    if (!region_options_read(arguments, &request.what, error))
        return false;
    if (place)
        text_list_add(&request.what.areas, text_of(place), arguments->arena);
    return map_store(run, &request, error);
}

static bool draw(struct map_run *run, const struct arguments *arguments, struct error *error) {
    if (is_of_store(arguments))
        return draw_store(run, arguments, error);
    return arguments->input_count > 0 ? draw_inputs(run, arguments, error) : map_input_place(run, error);
}

static bool check_use(const struct arguments *arguments, const struct map_request *request, struct error *error) {
    bool plain = request->place || !bounds_is_empty(request->map.bounds);
    if (arguments->input_count == 0 && !plain && !is_of_store(arguments)) {
        return error_set(error, ERROR_USAGE,
                         "map wants articles to read ('-' is standard input), --store, --place or --bbox; see "
                         "'bordermap map --help'");
    }
    if (arguments->input_count > 0 && request->place) {
        return error_set(error, ERROR_USAGE, "--place draws a map without an article; leave out '%s'",
                         arguments->inputs[0]);
    }
    return check_stories(arguments, error) && check_store(arguments, error);
}

static enum exit_code list_sizes(void) {
    struct arena *arena = arena_open();
    output_result(page_size_list(arena));
    arena_close(arena);
    return EXIT_DONE;
}

static enum exit_code run_map(const struct arguments *arguments) {
    struct error error = {0};
    struct map_request request;
    struct map_run run;
    const char *size = command_option(arguments, "--size");
    if (size && strcmp(size, "help") == 0)
        return list_sizes();
    enum exit_code code = EXIT_DONE;
    struct engine_options engine = settings_engine(arguments, arguments->arena);
    engine.outlet = output_outlet_for(&code);
    if (!map_options_read(arguments, &request, &error) || !check_use(arguments, &request, &error) ||
        !map_run_open(&engine, &request, &run, &error))
        return output_failure(&error);
    interrupt_catch();
    for (size_t i = 0; i < arguments->input_count; i++)
        file_set_protect(run.files, arguments->inputs[i]);
    file_set_protect(run.files, command_option(arguments, "--corrections"));
    bool done = draw(&run, arguments, &error);
    if (!done || (code != EXIT_CANNOT_WORK && !map_run_finish(&run, &error)))
        (void)outlet_failure(&engine.outlet, &error);
    code = run.faulty ? output_worse(code, EXIT_SOME_FAILED) : code;
    map_run_close(&run);
    return code;
}

const struct command command_map = {
    "map",
    "map [options] FILE...",
    "draw the maps that articles need",
    "FILE is plain text, HTML, JSON, JSON lines, a feed, or a table of incidents; '-' is standard input.\n"
    "The paths of the maps are printed; manifest.json and incidents.geojson are written beside them.",
    options,
    run_map};
