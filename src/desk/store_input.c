#include "store_input.h"

#include "file.h"
#include "list.h"

#include <string.h>

enum { SNIFFED = 64 << 10 };

/* An account of each incident; what was told of one text is one article. */
bool store_input_story(struct store *store, const struct story *story, struct text file, struct arena *arena,
                       struct error *error) {
    size_t count = story->incidents.count;
    struct account *accounts = ARENA_ARRAY(arena, struct account, count + 1);
    struct text *keys = ARENA_ARRAY(arena, struct text, count + 1);
    struct text article = account_article(story->source.url, story->text, story->source.article, arena);
    struct builder whole = builder_new(arena);
    for (size_t i = 0; i < count; i++) {
        const struct incident *incident = &story->incidents.items[i];
        keys[i] = account_key(article, incident, keys, i, arena);
        accounts[i] = (struct account){.key = keys[i],
                                       .provider = TEXT("article"),
                                       .text = incident->sentence.text,
                                       .file = file,
                                       .incident = *incident};
        builder_add(&whole, keys[i]);
        builder_add(&whole, incident->sentence.text);
    }
    struct store_article kept = {article, story->text.size > 0 ? story->text : builder_text(&whole),
                                 story->source.published, accounts, count};
    return store_add_article(store, &kept, error);
}

static bool is_warning(struct error *error) {
    return error->kind == ERROR_INPUT;
}

struct adding {
    const struct store_input *input;
    struct text file;
    struct store_input_count *count;
    struct text_list providers; /* of the tables, and the keys that they have */
    struct {
        struct text *items;
        size_t count, capacity;
    } keys;
    struct arena *arena; /* as long as the input is read */
    struct error *error;
    bool failed;
};

static void reject(struct adding *adding, struct text file, uint64_t line, struct text column, const char *reason) {
    adding->count->rejected++;
    adding->input->rejected(adding->input->context, file, line, column, reason);
}

static bool add_story(struct adding *adding, const struct story *story, struct arena *arena) {
    adding->count->articles++;
    adding->count->accounts += story->incidents.count;
    return store_input_story(adding->input->store, story, adding->file, arena, adding->error);
}

/* An article that cannot be read stops only itself; a store that cannot be written stops all. */
static bool add_article(struct adding *adding, const struct article *article, struct arena *arena) {
    struct geoparse_options geoparse = {0};
    struct story story;
    struct error error = {0};
    if (engine_read_story(adding->input->engine, article, &geoparse, arena, &story, &error))
        return add_story(adding, &story, arena);
    if (is_warning(&error)) {
        reject(adding, adding->file, article->part_number, TEXT_NONE, error.message);
        return true;
    }
    *adding->error = error;
    return false;
}

static bool take_articles(void *context, struct article_list *articles, struct arena *arena) {
    struct adding *adding = context;
    for (size_t i = 0; !adding->failed && i < articles->count; i++)
        adding->failed = !add_article(adding, &articles->items[i], arena);
    if (articles->bad > 0)
        adding->count->rejected += articles->bad;
    return !adding->failed;
}

/* "line 2: incidents[0].kind: …": what is said of a part that is left out. */
static void note_part(void *context, const char *message) {
    struct adding *adding = context;
    uint64_t line = 0;
    static const char *const parts[] = {"line ", "item "};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strncmp(message, parts[i], strlen(parts[i])) == 0)
            for (const char *c = message + strlen(parts[i]); *c >= '0' && *c <= '9'; c++)
                line = line * 10 + (uint64_t)(*c - '0');
    reject(adding, adding->file, line, TEXT_NONE, message);
}

static bool add_stories(struct adding *adding, struct text bytes) {
    struct story_list stories = {0};
    struct reader_notes notes = {note_part, adding};
    if (!story_list_read(adding->file, bytes, adding->input->engine->gazetteer, &notes, adding->arena, &stories,
                         adding->error))
        return false;
    for (size_t i = 0; i < stories.count; i++)
        if (!add_story(adding, &stories.items[i], adding->arena))
            return false;
    return true;
}

static bool take_row(void *context, const struct account *account, struct error *error) {
    struct adding *adding = context;
    adding->count->accounts++;
    if (adding->input->snapshot) {
        text_list_add(&adding->providers, text_copy(adding->arena, account->provider), adding->arena);
        *LIST_PUSH(adding->arena, &adding->keys) = text_copy(adding->arena, account->key);
    }
    return store_add(adding->input->store, account, error);
}

static void reject_row(void *context, struct text file, uint64_t line, struct text column, const char *reason) {
    reject(context, file, line, column, reason);
}

static bool add_table(struct adding *adding, struct text bytes, const struct table_options *options) {
    struct table_counts counts = {0};
    struct table_sink sink = {take_row, reject_row, adding, arena_open()};
    bool done = table_accounts_read(bytes, adding->file, options, adding->arena, &sink, &counts, adding->error);
    adding->count->dialect = counts.dialect;
    arena_close(sink.rows);
    for (size_t i = 0; done && i < adding->providers.count; i++)
        done = store_add_snapshot(adding->input->store, adding->providers.items[i], adding->keys.items,
                                  adding->keys.count, adding->error);
    return done;
}

/* JSON whose objects say "story": 1. */
static bool tells_stories(struct text bytes) {
    struct text head = text_slice(bytes, 0, SNIFFED);
    size_t at = 0;
    while (at < head.size && strchr(" \t\r\n", head.data[at]))
        at++;
    if (at == head.size || (head.data[at] != '{' && head.data[at] != '['))
        return false;
    for (at = text_find(head, TEXT("\"story\""), at); at < head.size; at = text_find(head, TEXT("\"story\""), at + 1)) {
        size_t colon = at + strlen("\"story\"");
        while (colon < head.size && strchr(" \t\r\n", head.data[colon]))
            colon++;
        struct text rest = text_trim(text_slice(head, colon + 1, head.size));
        if (colon < head.size && head.data[colon] == ':' && rest.size > 0 && rest.data[0] >= '0' && rest.data[0] <= '9')
            return true;
    }
    return false;
}

static void remark_part(void *context, const char *message) {
    const struct adding *adding = context;
    outlet_remark(&adding->input->engine->outlet, "%.*s: %s", TEXT_ARGS(adding->file), message);
}

static bool add_bytes(struct adding *adding, struct text bytes) {
    struct article_list articles = {0};
    struct reader_notes notes = {remark_part, adding};
    return reader_read(adding->file, bytes, &adding->input->reader, &notes, adding->arena, &articles, adding->error) &&
           take_articles(adding, &articles, adding->arena);
}

static bool add_articles(struct adding *adding, const char *path) {
    return engine_read_input(adding->input->engine, path, &adding->input->reader, take_articles, adding,
                             adding->error) &&
           !adding->failed;
}

static bool add_any(struct adding *adding, const char *path) {
    struct text bytes;
    struct table_options options = {adding->input->engine->gazetteer, adding->input->columns};
    struct error unread = {0};
    bool piped = strcmp(path, "-") == 0;
    if (!file_read(path, TABLES_LARGEST, adding->arena, &bytes, &unread))
        return !piped && file_exists(path) ? add_articles(adding, path)
                                           : error_set(adding->error, unread.kind, "%s", unread.message);
    if (tells_stories(bytes))
        return add_stories(adding, bytes);
    if (table_tells(bytes, adding->file, &options, NULL))
        return add_table(adding, bytes, &options);
    return piped ? add_bytes(adding, bytes) : add_articles(adding, path);
}

bool store_input_add(const struct store_input *input, const char *path, struct store_input_count *count,
                     struct error *error) {
    struct arena *arena = arena_open();
    struct store_input_count counted = {0};
    struct adding adding = {.input = input, .file = text_of(path), .count = &counted, .arena = arena, .error = error};
    bool done = add_any(&adding, path);
    *count = counted;
    arena_close(arena);
    return done;
}
