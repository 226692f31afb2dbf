/* bordermap geoparse: the places and incidents that articles tell of. */
#include "article_text.h"
#include "engine.h"
#include "explanation.h"
#include "geoparse_stream.h"
#include "input_files.h"
#include "language.h"
#include "number.h"
#include "output.h"
#include "output_file.h"
#include "settings.h"
#include "story_write.h"
#include "summary.h"
#include "work_queue.h"

#include <string.h>
#include <unistd.h>

static const struct option options[] = {
    {"--json", 0, NULL, "one JSON document an article, with the text that its offsets count in"},
    {"--jsonl", 0, NULL, "stream: one JSON document {\"id\",\"text\",…} a line in, one a line out, in order, at once"},
    {"--geojson", 0, NULL, "the incidents as a GeoJSON FeatureCollection"},
    {"--csv", 0, NULL, "the places as CSV"},
    {"--story", 0, NULL, "what 'bordermap map --story' draws maps from, one JSON story a line: docs/story.md"},
    {"--no-text", 0, NULL, "--story: without the text of the article"},
    {"--explain", 0, NULL, "why each mention is the place it is, or none: offsets, candidates, scores, reasons"},
    {"--show", 0, "article", "what is read of each file: kind, title, date and where it was found, language, text"},
    {"--no-demonyms", 0, NULL, "leave out demonyms (\"Kyrgyz\", \"armeni\")"},
    {"--spans", 0, NULL, "stream: documents also have \"spans\": [{\"start\",\"end\"}]; just those are resolved"},
    {"--jobs", 'j', "N",
     "stream: documents worked on at once (1 if not given); the answers are the same, in the same order"},
    {"--shard", 0, "I/N", "only the documents of part I of N: each is in one part, by a hash of its id"},
    {"--output", 'o', "FILE",
     "results into this file, which is there whole or not at all; left as it is if it is there"},
    {"--corrections", 0, "FILE", "what an editor says names mean; see below"},
    {"--article-language", 0, "LANG", "language of the articles (\"it\"); told from the text if not given"},
    {"--published", 0, "DATE", "date of the articles, 2022-09-14; from the file if not given, never from the clock"},
    {"--source", 0, "NAME", "who published the articles"},
    {"--data", 0, "DIR", "the data folder (else BORDERMAP_DATA, else beside the program)"},
    {"--user-data", 0, "DIR", "your own data (else BORDERMAP_USER_DATA, else ~/.local/share/bordermap; '' = none)"},
    {NULL, 0, NULL, NULL}};

enum form { FORM_TABLE, FORM_JSON, FORM_GEOJSON, FORM_CSV, FORM_STORY, FORM_EXPLAIN, FORM_ARTICLE };
enum { FORMS = FORM_ARTICLE + 1 };

static const char *const form_names[FORMS] = {
    [FORM_JSON] = "--json",   [FORM_GEOJSON] = "--geojson", [FORM_CSV] = "--csv",
    [FORM_STORY] = "--story", [FORM_EXPLAIN] = "--explain", [FORM_ARTICLE] = "--show"};

static enum form form_of(const struct arguments *arguments) {
    for (int form = FORM_JSON; form < FORMS; form++)
        if (command_option(arguments, form_names[form]))
            return (enum form)form;
    return FORM_TABLE;
}

/* What is written has one form; a stream's is its own. */
static bool check_forms(const struct arguments *arguments, struct error *error) {
    const char *told = command_option(arguments, "--jsonl")   ? "--jsonl"
                       : command_option(arguments, "--spans") ? "--spans"
                                                              : NULL;
    for (int form = FORM_JSON; form < FORMS; form++) {
        if (!command_option(arguments, form_names[form]))
            continue;
        if (told)
            return error_set(error, ERROR_USAGE, "%s and %s ask for two forms of the answer; leave one out", told,
                             form_names[form]);
        told = form_names[form];
    }
    return true;
}

struct run {
    struct engine engine;
    const struct arguments *arguments;
    struct reader_options reader;
    struct geoparse_options geoparse;
    enum form form;
    size_t written;          /* articles so far */
    struct builder features; /* of all articles, for --geojson */
    struct shard shard;
    enum exit_code code; /* so far */
};

static void add_features(struct run *run, const struct reading_result *result, struct arena *arena) {
    struct json_writer json = json_at_depth(&run->features, true, 2, run->features.count > 0);
    document_add_features(&json, result->article->id, result->incidents, arena);
}

static void write_story(const struct run *run, const struct reading_result *result, struct arena *arena) {
    struct story story;
    bool with_text = command_option(run->arguments, "--no-text") == NULL;
    story_find(result->gazetteer, result->article, result->geoparse, result->incidents, arena, &story);
    output_result(story_write(&story, with_text, arena));
}

/* Names are looked up in any language; what happened there is told only by words that are known. */
static void say_unknown_language(const struct run *run, const struct article *article, struct arena *arena) {
    if (article->language.size > 0 &&
        !engine_knows_language(&run->engine, language_tag(article->language, arena), arena))
        output_words("%.*s: no words are known for its language, '%.*s': only names of places are looked up",
                     TEXT_ARGS(article->path), TEXT_ARGS(article->language));
}

static void write_result(struct run *run, const struct reading_result *result, struct arena *arena) {
    struct document_options document = {.indented = true, .with_text = true, .no_demonyms = run->geoparse.no_demonyms};
    switch (run->form) {
    case FORM_JSON: output_result(document_write(result, &document, arena)); break;
    case FORM_GEOJSON: add_features(run, result, arena); break;
    case FORM_CSV: output_result(summary_write_csv(result, run->written == 0, arena)); break;
    case FORM_STORY: write_story(run, result, arena); break;
    case FORM_EXPLAIN: output_result(explanation_write(result, arena)); break;
    case FORM_TABLE: output_result(summary_write(result, arena)); break;
    case FORM_ARTICLE: break;
    }
    run->written++;
    say_unknown_language(run, result->article, arena);
    if (result->geoparse->mention_count == 0)
        output_words("%.*s: no places in it", TEXT_ARGS(article_record(result->article, arena)));
}

static bool geoparse_articles(void *context, struct article_list *articles, struct arena *arena) {
    struct run *run = context;
    struct error error = {0};
    if (articles->bad > 0)
        run->code = output_worse(run->code, EXIT_SOME_FAILED);
    for (size_t i = 0; i < articles->count; i++) {
        struct reading_result result;
        if (!shard_has(run->shard, articles->items[i].id))
            continue;
        if (run->form == FORM_ARTICLE)
            output_result(article_text_write(&articles->items[i], arena));
        else if (engine_read_article(&run->engine, &articles->items[i], &run->geoparse, arena, &result, &error))
            write_result(run, &result, arena);
        else
            run->code = output_worse(run->code, output_failure(&error));
    }
    return true;
}

static enum exit_code geoparse_inputs(struct run *run) {
    struct error error = {0};
    struct arguments files;
    if (!input_files_expand(run->arguments, &files, &error))
        return output_failure(&error);
    for (size_t i = 0; i < files.input_count; i++)
        if (!engine_read_input(&run->engine, files.inputs[i], &run->reader, geoparse_articles, run, &error))
            run->code = output_worse(run->code, output_failure(&error));
    if (run->form == FORM_GEOJSON)
        output_result(document_write_features(builder_text(&run->features), run->engine.arena));
    return run->code;
}

static bool wants_stream(const struct arguments *arguments) {
    return command_option(arguments, "--jsonl") || command_option(arguments, "--spans");
}

/* Whether there is something to read: a stream may come from standard input, if nobody sits there. */
static bool has_input(const struct arguments *arguments) {
    return arguments->input_count > 0 || (wants_stream(arguments) && !isatty(STDIN_FILENO));
}

static bool read_jobs(const struct arguments *arguments, size_t *jobs, struct error *error) {
    const char *said = command_option(arguments, "--jobs");
    int64_t number = 1;
    if (said && (!number_read_whole(text_of(said), &number) || number < 1 || number > WORK_JOBS_MOST))
        return error_set(error, ERROR_USAGE, "--jobs: '%s' is no number from 1 to %d", said, WORK_JOBS_MOST);
    if (said && !wants_stream(arguments))
        return error_set(error, ERROR_USAGE, "--jobs works with --jsonl or --spans");
    *jobs = (size_t)number;
    return true;
}

static bool read_shard(const struct arguments *arguments, struct shard *shard, struct error *error) {
    const char *said = command_option(arguments, "--shard");
    return !said || shard_read(text_of(said), shard) ||
           error_set(error, ERROR_USAGE, "--shard: '%s' is no part; write the third of eight as 3/8", said);
}

static enum exit_code geoparse_all(struct run *run, size_t jobs) {
    struct error error = {0};
    struct engine_reading reading = settings_reading(run->arguments);
    struct output_file file = {0};
    if (!engine_reader_options(&reading, &run->engine, &run->reader, &error) ||
        !output_file_open(command_option(run->arguments, "--output"), run->engine.arena, &file, &error))
        return output_failure(&error);
    if (file.present)
        return EXIT_DONE;
    enum exit_code code = wants_stream(run->arguments)
                              ? geoparse_stream(&run->engine, run->arguments, &run->geoparse, run->shard, jobs)
                              : geoparse_inputs(run);
    return output_file_close(&file, code);
}

static enum exit_code run_geoparse(const struct arguments *arguments) {
    struct error error = {0};
    struct run run = {.arguments = arguments, .form = form_of(arguments)};
    if (!check_forms(arguments, &error))
        return output_failure(&error);
    if (command_option(arguments, "--no-text") && run.form != FORM_STORY) {
        error_set(&error, ERROR_USAGE, "--no-text works with --story");
        return output_failure(&error);
    }
    if (!has_input(arguments)) {
        error_set(&error, ERROR_USAGE,
                  "geoparse wants files to read ('-' is standard input); see 'bordermap geoparse --help'");
        return output_failure(&error);
    }
    const char *show = command_option(arguments, "--show");
    if (show && strcmp(show, "article") != 0) {
        error_set(&error, ERROR_USAGE, "--show: '%s' cannot be shown; article can", show);
        return output_failure(&error);
    }
    run.geoparse.no_demonyms = command_option(arguments, "--no-demonyms") != NULL;
    run.geoparse.only_spans = command_option(arguments, "--spans") != NULL;
    run.geoparse.keep_rejected = run.form == FORM_EXPLAIN;
    size_t jobs = 1;
    struct engine_options engine = settings_engine(arguments, arguments->arena);
    if (!read_jobs(arguments, &jobs, &error) || !read_shard(arguments, &run.shard, &error) ||
        !engine_open(&engine, &run.engine, &error))
        return output_failure(&error);
    run.features = builder_new(run.engine.arena);
    enum exit_code code = geoparse_all(&run, jobs);
    engine_close(&run.engine);
    return code;
}

const struct command command_geoparse = {
    "geoparse",
    "geoparse [options] FILE...",
    "list the places and incidents that articles tell of",
    "FILE is plain text, HTML, JSON, a feed, .docx, .odt, .eml, .mht, .pdf, NewsML-G2,\n"
    "ninjs, wire text, a web archive, any of these packed (.gz .zst .zip), a folder of\n"
    "them, or @LIST, a file that names them; '-' is standard input, as is no FILE for a stream.\n"
    "Without an option for the form, a table for people is printed.\n"
    "\n"
    "Corrections: {\"corrections\": [\n"
    "  {\"name\": \"Georgia\", \"ref\": \"admin1:US-GA\"},                        the name, everywhere\n"
    "  {\"article\": \"ID\", \"name\": \"Paris\", \"ref\": null},                the name, in one article: no place\n"
    "  {\"article\": \"ID\", \"start\": 120, \"end\": 126, \"text\": \"Batken\",\n"
    "   \"ref\": \"geonames:1528735\"}]}                                     this span, in code points of the text\n"
    "A span goes before a name in the article, and that before a name everywhere. ID is the \"id\" that --json "
    "prints;\n"
    "\"field\": \"title\" counts in the title. References are those that geoparse prints.",
    options,
    run_geoparse};
