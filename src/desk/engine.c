#include "engine.h"

#include "builder.h"
#include "file.h"
#include "incident_find.h"
#include "language.h"
#include "record_stream.h"
#include "tables.h"
#include "user_folder.h"

#include <string.h>

enum { INPUT_LIMIT = 64 * 1024 * 1024 };

bool engine_open_shipped(const struct engine_options *options, struct arena *arena, struct geodata *geodata,
                         struct error *error) {
    return geodata_open(options->data, options->data_else, options->beside, arena, geodata, error);
}

bool engine_open_geodata(const struct engine_options *options, struct arena *arena, struct geodata *geodata,
                         struct error *error) {
    return engine_open_shipped(options, arena, geodata, error) &&
           user_folder_open(options->user_data, NULL, arena, geodata, error);
}

static bool open_gazetteer(struct engine *engine, struct error *error) {
    bool opened =
        gazetteer_open(geodata_path(&engine->geodata, engine->arena, "gazetteer.bin"), &engine->gazetteer, error);
    for (size_t i = 0; opened && i < engine->geodata.import_count; i++) {
        const char *import = engine->geodata.imports[i];
        opened = gazetteer_lay_over(engine->gazetteer, file_join(engine->arena, import, "overlay.bin"), error);
    }
    return opened;
}

bool engine_open(const struct engine_options *options, struct engine *engine, struct error *error) {
    struct engine opened = {.arena = arena_open(), .outlet = options->outlet};
    bool ready =
        engine_open_geodata(options, opened.arena, &opened.geodata, error) && open_gazetteer(&opened, error) &&
        lexicon_open(geodata_path(&opened.geodata, opened.arena, "lexicon"), opened.arena, &opened.lexicon, error);
    if (!ready) {
        engine_close(&opened);
        return false;
    }
    *engine = opened;
    return true;
}

void engine_close(struct engine *engine) {
    gazetteer_close(engine->gazetteer);
    arena_close(engine->arena);
    *engine = (struct engine){0};
}

bool engine_share(const struct engine *engine, struct engine *shared, struct error *error) {
    struct engine opened = *engine;
    opened.arena = arena_open();
    if (!lexicon_open(geodata_path(&opened.geodata, opened.arena, "lexicon"), opened.arena, &opened.lexicon, error)) {
        arena_close(opened.arena);
        return false;
    }
    *shared = opened;
    return true;
}

void engine_part(struct engine *shared) {
    arena_close(shared->arena);
    *shared = (struct engine){0};
}

bool engine_knows_language(const struct engine *engine, struct text tag, struct arena *arena) {
    struct text *known = NULL;
    size_t count = 0;
    struct error unused = {0};
    if (!lexicon_languages(engine->lexicon, arena, &known, &count, &unused))
        return false;
    for (size_t i = 0; i < count; i++)
        if (text_equal(known[i], tag))
            return true;
    return false;
}

bool engine_check_language(struct engine *engine, const char *option, const char *language, struct error *error) {
    struct text *known = NULL;
    size_t count = 0;
    if (engine_knows_language(engine, language_tag(text_of(language), engine->arena), engine->arena))
        return true;
    if (!lexicon_languages(engine->lexicon, engine->arena, &known, &count, error))
        return false;
    struct builder list = builder_new(engine->arena);
    for (size_t i = 0; i < count; i++)
        builder_format(&list, "%s%.*s", i ? " " : "", TEXT_ARGS(known[i]));
    return error_set(error, ERROR_USAGE, "%s: no words are known for the language '%s'; known are: %.*s", option,
                     language, TEXT_ARGS(builder_text(&list)));
}

static bool read_corrections(const char *path, struct engine *engine, struct error *error) {
    struct text json;
    struct corrections *corrections = ARENA_NEW(engine->arena, struct corrections);
    if (!file_read(path, INPUT_LIMIT, engine->arena, &json, error) ||
        !corrections_read(json, engine->gazetteer, engine->arena, corrections, error)) {
        if (error->kind == ERROR_INPUT)
            error->kind = ERROR_USAGE;
        return error_context(error, "--corrections: %s", path);
    }
    engine->corrections = corrections;
    return true;
}

bool engine_reader_options(const struct engine_reading *reading, struct engine *engine, struct reader_options *options,
                           struct error *error) {
    struct reader_options said = {0};
    const char *language = reading->language, *published = reading->published;
    if (language && !engine_check_language(engine, "--article-language", language, error))
        return false;
    if (published && !date_read(text_of(published), &said.published))
        return error_set(error, ERROR_USAGE, "--published: '%s' is no date; write it as 2022-09-14", published);
    const char *corrections = reading->corrections;
    if (corrections && !read_corrections(corrections, engine, error))
        return false;
    said.language = language ? language_tag(text_of(language), engine->arena) : TEXT_NONE;
    said.source = text_of(reading->source);
    *options = said;
    return true;
}

bool engine_read_article(struct engine *engine, const struct article *article, const struct geoparse_options *options,
                         struct arena *arena, struct reading_result *result, struct error *error) {
    struct geoparse *geoparse = ARENA_NEW(arena, struct geoparse);
    struct incident_list *incidents = ARENA_NEW(arena, struct incident_list);
    struct geoparse_options with_corrections = options ? *options : (struct geoparse_options){0};
    with_corrections.corrections = engine->corrections;
    if (!geoparse_article(engine->gazetteer, engine->lexicon, article, &with_corrections, arena, geoparse, error) ||
        !incident_find(engine->gazetteer, engine->lexicon, article, geoparse, arena, incidents, error))
        return error_context(error, "%.*s", TEXT_ARGS(article->path.size ? article->path : article->id));
    if (geoparse->missed_corrections > 0) {
        outlet_remark(&engine->outlet, "%.*s: %zu corrected spans are not there any more", TEXT_ARGS(article->id),
                      geoparse->missed_corrections);
    }
    *result = (struct reading_result){engine->gazetteer, article, geoparse, incidents};
    return true;
}

bool engine_read_story(struct engine *engine, const struct article *article, const struct geoparse_options *options,
                       struct arena *arena, struct story *story, struct error *error) {
    struct reading_result result = {0};
    if (!engine_read_article(engine, article, options, arena, &result, error))
        return false;
    story_find(engine->gazetteer, article, result.geoparse, result.incidents, arena, story);
    return true;
}

/* An input while it is read. */
struct reading_input {
    const struct outlet *outlet;
    const char *shown;
};

static void remark(void *context, const char *message) {
    const struct reading_input *input = context;
    outlet_remark(input->outlet, "%s: %s", input->shown, message);
}

/* What becomes of an input's articles. */
struct taking {
    const struct reader_options *options;
    engine_taker take;
    void *context;
};

static bool take_records(struct record_stream *stream, struct text path, const struct reader_notes *notes,
                         const struct taking *taking, struct arena *arena, struct error *error) {
    bool read = true;
    for (bool more = true; more && read; arena_clear(arena)) {
        struct text record;
        struct article_list articles = {0};
        if (!record_stream_next(stream, notes, arena, &record, error))
            return false;
        more = record.size > 0;
        if (more)
            read = reader_read_record(path, record, taking->options, notes, arena, &articles, error);
        if (read && articles.count > 0)
            more = taking->take(taking->context, &articles, arena);
    }
    return read;
}

static bool take_all(struct text path, struct text bytes, const struct reader_notes *notes, const struct taking *taking,
                     struct arena *arena, struct error *error) {
    struct article_list articles = {0};
    if (!reader_read(path, bytes, taking->options, notes, arena, &articles, error))
        return false;
    taking->take(taking->context, &articles, arena);
    return true;
}

static bool take_table(const struct engine_takers *takers, const char *path, const char *dialect, struct text bytes,
                       struct arena *arena, struct error *error) {
    if (takers->table)
        return takers->table(takers->context, text_copy(arena, text_of(path)), bytes, arena, error);
    return error_set(error, ERROR_INPUT, "%s: this is a table of incidents (%s), no article; 'bordermap map' draws it",
                     path, dialect);
}

bool engine_read_input(const struct engine *engine, const char *path, const struct reader_options *options,
                       engine_taker take, void *context, struct error *error) {
    struct engine_takers takers = {.articles = take, .context = context};
    return engine_read_any(engine, path, options, &takers, error);
}

bool engine_read_any(const struct engine *engine, const char *path, const struct reader_options *options,
                     const struct engine_takers *takers, struct error *error) {
    struct reading_input input = {&engine->outlet, strcmp(path, "-") == 0 ? "standard input" : path};
    struct reader_notes notes = {remark, &input};
    struct taking taking = {options, takers->articles, takers->context};
    struct table_options tables = {engine->gazetteer, takers->columns};
    const char *dialect = NULL;
    struct record_stream *stream = NULL;
    struct text bytes;
    struct arena *arena = arena_open();
    bool read = record_stream_open(path, TABLES_LARGEST, arena, &stream, &bytes, error);
    if (read && stream)
        read = take_records(stream, text_of(path), &notes, &taking, arena, error);
    else if (read && table_tells(bytes, text_of(path), &tables, &dialect))
        read = take_table(takers, path, dialect, bytes, arena, error);
    else if (read)
        read = take_all(text_of(path), bytes, &notes, &taking, arena, error);
    record_stream_close(stream);
    arena_close(arena);
    return read;
}

bool engine_read_stories(const struct engine *engine, const char *path, struct arena *arena, struct story_list *stories,
                         struct error *error) {
    struct text json;
    struct reading_input input = {&engine->outlet, strcmp(path, "-") == 0 ? "standard input" : path};
    struct reader_notes notes = {remark, &input};
    return file_read(path, INPUT_LIMIT, arena, &json, error) &&
           story_list_read(text_copy(arena, text_of(path)), json, engine->gazetteer, &notes, arena, stories, error);
}
