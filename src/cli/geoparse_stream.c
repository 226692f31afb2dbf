#include "geoparse_stream.h"

#include "dateline.h"
#include "file.h"
#include "json_article.h"
#include "json_spans.h"
#include "language.h"
#include "line_reader.h"
#include "output.h"
#include "work_queue.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_LIMIT = 64 * 1024 * 1024, TEXT_LIMIT = 16 * 1024 * 1024 };

/* As every reader of JSON articles does, and what a stream wants besides. */
static bool read_article(const cJSON *object, struct arena *arena, struct article *article, struct error *error) {
    if (!json_article_read(object, arena, article, error))
        return false;
    if (article->text.size > TEXT_LIMIT)
        return error_set(error, ERROR_INPUT, "the text is over the limit of %d MB", TEXT_LIMIT >> 20);
    article->path = article->id;
    article->language_given = article->language.size > 0;
    if (!article->language_given)
        article->language = language_detect(article->text, arena);
    bool valid = text_is_utf8(article->text, NULL);
    if (valid)
        dateline_find(article, arena);
    article->published_given = date_known(article->published);
    return valid || error_set(error, ERROR_INPUT, "the text is not valid UTF-8");
}

static bool read_spans(const cJSON *root, const struct article *article, struct arena *arena,
                       struct geoparse_options *options, struct error *error) {
    struct span *spans;
    if (!json_spans_read(root, article, arena, &spans, &options->span_count, error))
        return false;
    options->only_spans = true;
    options->spans = spans;
    return true;
}

/* What one thread has to work with. */
struct streamer {
    struct engine *engine;
    const struct geoparse_options *options;
    struct shard shard;
};

/* Takes the document of a line apart; its id is known in any case. */
static bool read_document(struct text line, bool with_spans, struct arena *arena, size_t *mended,
                          struct article *article, struct geoparse_options *options, struct error *error) {
    cJSON *root = NULL;
    struct text sound = json_mend(line, arena, mended);
    bool done = line.size > 0 ? json_read(sound, &root, error)
                              : error_set(error, ERROR_INPUT, "the line is over the limit of %d MB", LINE_LIMIT >> 20);
    done = done && read_article(root, arena, article, error) &&
           (!with_spans || read_spans(root, article, arena, options, error));
    cJSON_Delete(root);
    return done;
}

/* A document of another shard has no answer. */
static bool answer_line(const struct streamer *streamer, struct text line, size_t number, struct arena *arena,
                        struct text *answer) {
    struct article article = {.id = text_format(arena, "line-%zu", number)};
    struct error error = {0};
    struct reading_result result;
    struct geoparse_options own = *streamer->options;
    size_t mended;
    bool done = read_document(line, own.only_spans, arena, &mended, &article, &own, &error);
    if (!shard_has(streamer->shard, article.id))
        return true;
    if (mended > 0)
        output_words("line %zu: %zu characters that no text can hold (\\u0000, half of a pair) are read as U+FFFD",
                     number, mended);
    done = done && engine_read_article(streamer->engine, &article, &own, arena, &result, &error);
    struct document_options document = {.no_demonyms = own.no_demonyms};
    *answer = done ? document_write(&result, &document, arena) : document_write_error(article.id, error.message, arena);
    return done;
}

static void do_work(void *worker, struct work *work) {
    work->failed = !answer_line(worker, work->input, work->number, work->arena, &work->answer);
}

/* A line that is too long is put as an empty one. Returns errno where the stream could not be read to its end. */
static int put_lines(struct work_queue *queue, int file) {
    struct line_reader reader = line_reader_open(file, LINE_LIMIT);
    struct line line = {0};
    while (line_reader_next(&reader, &line)) {
        struct text content = text_trim(line.text);
        if (content.size > 0 || line.too_long)
            work_queue_put(queue, content, line.number);
    }
    int failure = reader.failure;
    line_reader_close(&reader);
    return failure;
}

static enum exit_code stream_path(struct work_queue *queue, const char *path) {
    bool standard = strcmp(path, "-") == 0;
    int file = STDIN_FILENO;
    struct error error = {0};
    if (!standard && !file_open(path, &file, &error)) {
        output_words("%s", error.message);
        return EXIT_SOME_FAILED;
    }
    int failure = put_lines(queue, file);
    if (failure)
        output_words("%s: cannot be read: %s", path, strerror(failure));
    if (!standard)
        (void)close(file);
    return failure ? EXIT_SOME_FAILED : EXIT_DONE;
}

static enum exit_code stream_all(const struct arguments *arguments, struct streamer *streamers, size_t jobs) {
    void *workers[WORK_JOBS_MOST];
    enum exit_code code = EXIT_DONE;
    for (size_t i = 0; i < jobs; i++)
        workers[i] = &streamers[i];
    struct work_queue *queue = work_queue_open(jobs, workers, do_work, LINE_LIMIT);
    if (!queue) {
        output_words("--jobs: so many threads cannot be had here");
        return EXIT_CANNOT_WORK;
    }
    if (arguments->input_count == 0)
        code = stream_path(queue, "-");
    for (size_t i = 0; i < arguments->input_count; i++)
        code = output_worse(code, stream_path(queue, arguments->inputs[i]));
    return work_queue_close(queue) ? code : output_worse(code, EXIT_SOME_FAILED);
}

enum exit_code geoparse_stream(struct engine *engine, const struct arguments *arguments,
                               const struct geoparse_options *options, struct shard shard, size_t jobs) {
    struct engine engines[WORK_JOBS_MOST];
    struct streamer streamers[WORK_JOBS_MOST];
    struct error error = {0};
    size_t opened = 0;
    while (opened < jobs && engine_share(engine, &engines[opened], &error)) {
        streamers[opened] = (struct streamer){&engines[opened], options, shard};
        opened++;
    }
    enum exit_code code = opened == jobs ? stream_all(arguments, streamers, jobs) : output_failure(&error);
    while (opened > 0)
        engine_part(&engines[--opened]);
    return code;
}
