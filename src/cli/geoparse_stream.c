#include "geoparse_stream.h"

#include "json.h"
#include "language.h"
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_LIMIT = 64 * 1024 * 1024 };

/* The id as text, whatever it is in the JSON. */
static struct text read_id(const cJSON *object, size_t line, struct arena *arena) {
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(object, "id");
    if (cJSON_IsString(id)) {
        return text_copy(arena, text_of(id->valuestring));
    }
    return cJSON_IsNumber(id) ? text_format(arena, "%.0f", id->valuedouble) : text_format(arena, "line-%zu", line);
}

static struct text member(const cJSON *object, const char *key, struct arena *arena) {
    struct text value;
    return json_find_text(object, key, &value) ? text_copy(arena, value) : TEXT_NONE;
}

static bool read_article(const cJSON *object, struct arena *arena, struct article *article, struct error *error) {
    struct text text;
    if (!cJSON_IsObject(object) || !json_find_text(object, "text", &text)) {
        return error_set(error, ERROR_INPUT, "a document must be an object with \"text\"");
    }
    if (text.size > LINE_LIMIT) {
        return error_set(error, ERROR_INPUT, "the text is over the limit of %d MB", LINE_LIMIT >> 20);
    }
    article->text = text_copy(arena, text);
    article->title = member(object, "title", arena);
    struct text published = member(object, "published", arena);
    if (published.size > 0 && !date_read(published, &article->published)) {
        return error_set(error, ERROR_INPUT, "\"published\" is '%.40s'; write it as 2022-09-14",
                         text_c(arena, published));
    }
    article->published_given = published.size > 0;
    article->language = language_tag(member(object, "lang", arena), arena);
    article->language_given = article->language.size > 0;
    if (!article->language_given) {
        article->language = language_detect(article->text, arena);
    }
    return text_is_utf8(article->text, NULL) || error_set(error, ERROR_INPUT, "the text is not valid UTF-8");
}

static bool stream_line(struct engine *engine, struct text line, size_t number, const struct geoparse_options *options,
                        struct arena *arena) {
    struct article article = {.id = text_format(arena, "line-%zu", number)};
    struct error error = {0};
    cJSON *root = NULL;
    struct reading_result result;
    bool done = json_read(line, &root, &error);
    if (done) {
        article.id = read_id(root, number, arena);
        article.path = article.id;
        done = read_article(root, arena, &article, &error);
    }
    cJSON_Delete(root);
    done = done && engine_read_article(engine, &article, options, arena, &result, &error);
    struct document_options document = {.no_demonyms = options->no_demonyms};
    output_result(done ? document_write(&result, &document, arena)
                       : document_write_error(article.id, error.message, arena));
    return done;
}

static enum exit_code stream_file(struct engine *engine, FILE *file, const struct geoparse_options *options) {
    enum exit_code code = EXIT_DONE;
    struct arena *arena = arena_open();
    char *line = NULL;
    size_t room = 0, number = 0;
    for (ssize_t size = getline(&line, &room, file); size >= 0; size = getline(&line, &room, file)) {
        struct text content = text_trim((struct text){line, (size_t)size});
        number++;
        if (content.size > 0 && !stream_line(engine, content, number, options, arena)) {
            code = EXIT_SOME_FAILED;
        }
        arena_clear(arena);
    }
    free(line);
    arena_close(arena);
    return code;
}

static enum exit_code stream_path(struct engine *engine, const char *path, const struct geoparse_options *options) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "r");
    if (!file) {
        output_words("%s: %s", path, errno == ENOENT ? "there is no such file" : strerror(errno));
        return EXIT_SOME_FAILED;
    }
    enum exit_code code = stream_file(engine, file, options);
    if (ferror(file)) {
        output_words("%s: cannot be read: %s", path, strerror(errno));
        code = EXIT_SOME_FAILED;
    }
    if (!standard) {
        (void)fclose(file);
    }
    return code;
}

enum exit_code geoparse_stream(struct engine *engine, const struct arguments *arguments,
                               const struct geoparse_options *options) {
    enum exit_code code = EXIT_DONE;
    for (size_t i = 0; i < arguments->input_count; i++) {
        code = output_worse(code, stream_path(engine, arguments->inputs[i], options));
    }
    return code;
}
