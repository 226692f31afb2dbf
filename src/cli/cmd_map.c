/* bordermap map: articles → maps, and everything that a report needs. */
#include "map_edit.h"
#include "output.h"
#include "page_size.h"
#include "place_lookup.h"

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
    {"--excerpt", 0, NULL, "quote, below the map, the sentence that tells what happened"},
    {"--style", 0, "NAME|FILE", "how maps look (newsroom); see 'bordermap styles'"},
    {"--styles", 0, "DIR", "the folder of styles (else BORDERMAP_STYLES, else beside the program)"},
    {"--check", 0, NULL, "fail, exit 1, where a map's labels are not good enough to print; says which and why"},
    {"--show", 0, "scene", "print what would be drawn, draw nothing"},
    {"--story", 0, NULL, "FILE is stories, as 'bordermap geoparse --story' or you write them: docs/story.md"},
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

/* What is not sure, what is drawn instead of an incident, or that there is nothing to draw. */
static void say_of_plans(struct map_run *run, const struct story *story, const struct map_plans *plans) {
    for (size_t i = 0; i < plans->remarks.count; i++) {
        output_words("%.*s: %.*s", TEXT_ARGS(story->path), TEXT_ARGS(plans->remarks.items[i]));
    }
    if (plans->count > 0) {
        return;
    }
    run->undrawn++;
    bool named = story->places.count > 0 && run->request.map.incidents_only;
    output_words("%.*s: no %s in it that can be %s", TEXT_ARGS(story->path), named ? "incident" : "places",
                 named ? "drawn" : "mapped");
}

/* Draws the story's maps; says so if there is nothing to draw. */
static bool draw_story(struct map_run *run, const struct story *story, struct arena *arena, struct error *error) {
    struct map_plans plans = {0};
    struct text id = story->source.article;
    if (!map_plan(&run->sources, story, &run->request.map, arena, &plans, error)) {
        return false;
    }
    say_of_plans(run, story, &plans);
    for (size_t i = 0; i < plans.count; i++) {
        plans.items[i].id =
            map_run_unused_id(run, text_format(arena, "%.*s-%.*s", TEXT_ARGS(id), TEXT_ARGS(plans.items[i].id)));
        if (!map_run_draw(run, &plans.items[i], id, error)) {
            return false;
        }
    }
    manifest_add_story(&run->manifest, story, arena);
    return true;
}

static bool draw_article(struct map_run *run, struct article *article, struct arena *arena, struct error *error) {
    struct geoparse_options geoparse = {0};
    struct story story;
    article->id = map_run_unused_id(run, article->id);
    return engine_read_story(&run->engine, article, &geoparse, arena, &story, error) &&
           draw_story(run, &story, arena, error);
}

/* True if the rest of the run makes sense. */
static bool report(const struct error *error, enum exit_code *code) {
    enum exit_code failure = output_failure(error);
    *code = output_worse(*code, failure);
    return failure != EXIT_CANNOT_WORK;
}

/* All articles of one input; one that fails stops only itself. Returns false where going on makes no sense. */
static bool draw_input(struct map_run *run, const char *path, const struct reader_options *reader,
                       enum exit_code *code) {
    struct arena *arena = arena_open();
    struct article_list articles = {0};
    struct error error = {0};
    bool go_on = true;
    if (!engine_read_input(path, reader, arena, &articles, &error)) {
        go_on = report(&error, code);
    }
    for (size_t i = 0; go_on && i < articles.count; i++) {
        if (!draw_article(run, &articles.items[i], arena, &error)) {
            go_on = report(&error, code);
        }
    }
    arena_close(arena);
    return go_on;
}

/* The same of stories. */
static bool draw_stories(struct map_run *run, const char *path, enum exit_code *code) {
    struct arena *arena = arena_open();
    struct story_list stories = {0};
    struct error error = {0};
    bool go_on = engine_read_stories(&run->engine, path, arena, &stories, &error) || report(&error, code);
    for (size_t i = 0; go_on && i < stories.count; i++) {
        struct story *story = &stories.items[i];
        story->source.article = map_run_unused_id(run, story->source.article);
        go_on = draw_story(run, story, arena, &error) || report(&error, code);
    }
    *code = stories.bad > 0 ? output_worse(*code, EXIT_SOME_FAILED) : *code;
    arena_close(arena);
    return go_on;
}

static enum exit_code draw_inputs(struct map_run *run, const struct arguments *arguments) {
    enum exit_code code = EXIT_DONE;
    struct error error = {0};
    struct reader_options reader;
    struct progress progress = output_progress(command_option(arguments, "--quiet") || arguments->input_count < 2);
    if (!engine_reader_options(arguments, &run->engine, &reader, &error)) {
        return output_failure(&error);
    }
    bool go_on = true, stories = command_option(arguments, "--story") != NULL;
    for (size_t i = 0; go_on && i < arguments->input_count; i++) {
        progress_report(&progress, arguments->inputs[i], i, arguments->input_count);
        const char *path = arguments->inputs[i];
        go_on = stories ? draw_stories(run, path, &code) : draw_input(run, path, &reader, &code);
    }
    progress_report(&progress, "", arguments->input_count, arguments->input_count);
    if (run->request.map.incidents_only && run->undrawn > 0) {
        output_words("%zu of %zu articles tell of no incident that can be drawn", run->undrawn,
                     run->manifest.stories.count);
    }
    return code;
}

static enum exit_code draw_place(struct map_run *run) {
    struct error error = {0};
    struct map_plan plan = {0};
    place_id place = PLACE_NONE;
    struct arena *arena = run->engine.arena;
    bool done = (!run->request.place ||
                 place_lookup(run->engine.gazetteer, "--place", run->request.place, arena, &place, &error)) &&
                map_plan_place(&run->sources, place, &run->request.map, arena, &plan, &error);
    plan.id = map_run_unused_id(run, plan.id.size > 0 ? plan.id : TEXT("frame"));
    done = done && map_run_draw(run, &plan, TEXT_NONE, &error);
    return done ? EXIT_DONE : output_failure(&error);
}

/* What is said of articles says nothing of stories. */
static bool check_stories(const struct arguments *arguments, struct error *error) {
    static const char *const of_articles[] = {"--corrections", "--article-language", "--published", "--source"};
    for (size_t i = 0; i < sizeof of_articles / sizeof *of_articles; i++)
        if (command_option(arguments, "--story") && command_option(arguments, of_articles[i]))
            return error_set(error, ERROR_USAGE, "%s is of articles; a story says it itself", of_articles[i]);
    return true;
}

static bool check_use(const struct arguments *arguments, const struct map_request *request, struct error *error) {
    bool plain = request->place || !bounds_is_empty(request->map.bounds);
    if (arguments->input_count == 0 && !plain) {
        return error_set(
            error, ERROR_USAGE,
            "map wants articles to read ('-' is standard input), --place or --bbox; see 'bordermap map --help'");
    }
    if (arguments->input_count > 0 && request->place) {
        return error_set(error, ERROR_USAGE, "--place draws a map without an article; leave out '%s'",
                         arguments->inputs[0]);
    }
    return check_stories(arguments, error);
}

static enum exit_code finish(struct map_run *run, enum exit_code code) {
    struct error error = {0};
    if (code == EXIT_CANNOT_WORK) {
        return code;
    }
    map_edit_finish(run);
    if (!map_run_finish(run, &error)) {
        return output_worse(code, output_failure(&error));
    }
    struct text warnings = lettering_warnings(run->lettering, run->engine.arena);
    struct text line;
    while (warnings.size > 0 && text_split(&warnings, '\n', &line)) {
        if (line.size > 0) {
            output_words("%.*s", TEXT_ARGS(line));
        }
    }
    return code;
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
    if (size && strcmp(size, "help") == 0) {
        return list_sizes();
    }
    if (!map_options_read(arguments, &request, &error) || !check_use(arguments, &request, &error) ||
        !map_run_open(arguments, &request, &run, &error)) {
        return output_failure(&error);
    }
    enum exit_code code = arguments->input_count > 0 ? draw_inputs(&run, arguments) : draw_place(&run);
    code = finish(&run, run.faulty ? output_worse(code, EXIT_SOME_FAILED) : code);
    map_run_close(&run);
    return code;
}

const struct command command_map = {
    "map",
    "map [options] FILE...",
    "draw the maps that articles need",
    "FILE is plain text, HTML, JSON, JSON lines or a feed; '-' is standard input.\n"
    "The paths of the maps are printed; manifest.json and incidents.geojson are written beside them.",
    options,
    run_map};
