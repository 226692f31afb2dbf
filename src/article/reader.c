#include "reader.h"

#include "dateline.h"
#include "encoding.h"
#include "file_kind.h"
#include "formats.h"
#include "language.h"
#include "safe_id.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_ARTICLE = 16 * 1024 * 1024, LARGEST_FILE = 64 * 1024 * 1024, DEEPEST = 4 };

struct text reader_stem(struct text path) {
    size_t from = path.size, to = path.size;
    while (from > 0 && path.data[from - 1] != '/')
        from--;
    for (size_t i = from + 1; i < path.size; i++)
        to = path.data[i] == '.' ? i : to;
    return text_is(path, "-") ? TEXT("article") : text_slice(path, from, to);
}

/* What tells an article without an id from the others of its file: the feed's own mark, its address, else its words. */
static uint64_t identity(const struct article *article) {
    struct text mark = article->guid.size ? article->guid : article->url;
    return mark.size ? text_hash(mark) : text_hash_on(text_hash(article->title), article->text);
}

static void complete(struct reading_state *state, const struct reader_options *options, size_t first,
                     bool one_of_several) {
    size_t count = state->articles->count - first;
    for (size_t i = first; i < state->articles->count; i++) {
        struct article *article = &state->articles->items[i];
        struct text name = article->id.size ? article->id : reader_stem(article->path);
        bool several = article->id.size == 0 && (one_of_several || count > 1);
        article->id = safe_id_of(
            several ? text_format(state->arena, "%.*s-%08x", TEXT_ARGS(name), (unsigned)identity(article)) : name,
            state->arena);
        article->title = options->title.size ? options->title : article->title;
        article->source = options->source.size ? options->source : article->source;
        article->published = date_known(options->published) ? options->published : article->published;
        article->language = options->language.size ? options->language : article->language;
        article->language_given = article->language.size > 0;
        if (!article->language_given)
            article->language = language_detect(article->text.size ? article->text : article->title, state->arena);
        dateline_find(article, state->arena);
        article->published_given = date_known(article->published);
    }
}

static bool check_articles(struct reading_state *state, size_t first, struct error *error) {
    for (size_t i = first; i < state->articles->count; i++) {
        const struct article *article = &state->articles->items[i];
        if (article->text.size > LONGEST_ARTICLE) {
            return error_set(
                error, ERROR_INPUT,
                "an article of %zu MB is over the limit of %d MB; split it into articles, one JSON object a line",
                article->text.size >> 20, LONGEST_ARTICLE >> 20);
        }
        if (text_trim(article->text).size == 0 && text_trim(article->title).size == 0)
            return error_set(error, ERROR_INPUT, "there is no text in it");
    }
    return true;
}

static void remark_encoding(const struct reading_state *state, const struct encoding_result *decoded) {
    if (decoded->wrong)
        reader_remark(state, "it declares the encoding '%.40s' but is not in it; read as %s", decoded->wrong,
                      decoded->name);
    else if (decoded->assumed)
        reader_remark(state, "it is not UTF-8 and declares no encoding; read as %s", decoded->assumed);
    if (decoded->replaced)
        reader_remark(state, "%zu broken UTF-8 sequences were replaced", decoded->replaced);
    if (decoded->nuls)
        reader_remark(state, "%zu NUL bytes were passed over", decoded->nuls);
}

/* What came of a file has its kind and encoding, unless a file in it has given them. */
static void name_kind(const struct reading_state *state, size_t first, const char *kind, const char *encoding) {
    for (size_t i = first; i < state->articles->count; i++) {
        struct article *article = &state->articles->items[i];
        article->kind = article->kind.size ? article->kind : text_of(kind);
        article->encoding = article->encoding.size ? article->encoding : text_of(encoding);
    }
}

static bool read_text(struct reading_state *state, struct text bytes, struct error *error) {
    struct encoding_result decoded;
    size_t first = state->articles->count;
    if (!encoding_decode(bytes, encoding_declared(bytes, state->arena), state->arena, &decoded, error))
        return false;
    remark_encoding(state, &decoded);
    const struct file_kind *kind = file_kind_of(state->path, decoded.utf8, state->arena);
    if (!kind->read(state, decoded.utf8, error))
        return false;
    name_kind(state, first, kind->name, decoded.name);
    return true;
}

static bool read_file(struct reading_state *state, struct text bytes, struct error *error) {
    size_t first = state->articles->count;
    if (bytes.size > LARGEST_FILE)
        return error_set(error, ERROR_INPUT, "%zu MB is over the limit of %d MB a file; split it", bytes.size >> 20,
                         LARGEST_FILE >> 20);
    if (text_trim(bytes).size == 0)
        return error_set(error, ERROR_INPUT, "the file is empty");
    const struct byte_kind *kind = byte_kind_of(bytes);
    if (!kind)
        return read_text(state, bytes, error);
    if (!kind->read(state, bytes, error))
        return false;
    name_kind(state, first, kind->name, NULL);
    return true;
}

bool reader_part(struct reading_state *state, struct text name, struct text bytes, struct error *error) {
    if (state->depth >= DEEPEST)
        return error_set(error, ERROR_INPUT, "files in files more than %d deep are not read", DEEPEST);
    struct reading_state inner = *state;
    inner.depth++;
    inner.path =
        name.size ? text_format(state->arena, "%.*s/%.*s", TEXT_ARGS(state->path), TEXT_ARGS(name)) : state->path;
    return read_file(&inner, bytes, error);
}

bool reader_read(struct text path, struct text bytes, const struct reader_options *options,
                 const struct reader_notes *notes, struct arena *arena, struct article_list *articles,
                 struct error *error) {
    size_t first = articles->count;
    struct article_list found = *articles;
    struct reading_state state = {path, notes, arena, &found, 0};
    if (!read_file(&state, bytes, error) || !check_articles(&state, first, error))
        return error_context(error, "%.*s", TEXT_ARGS(path));
    complete(&state, options, first, false);
    *articles = found;
    return true;
}

bool reader_read_record(struct text path, struct text record, const struct reader_options *options,
                        const struct reader_notes *notes, struct arena *arena, struct article_list *articles,
                        struct error *error) {
    size_t first = articles->count;
    struct article_list found = *articles;
    struct reading_state state = {path, notes, arena, &found, 0};
    warc_read_record(&state, record);
    if (!check_articles(&state, first, error))
        return error_context(error, "%.*s", TEXT_ARGS(path));
    complete(&state, options, first, true);
    *articles = found;
    return true;
}
