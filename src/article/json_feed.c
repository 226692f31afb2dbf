/* JSON Feed (jsonfeed.org) and ninjs, the JSON of the IPTC. */
#include "blocks.h"
#include "formats.h"
#include "json.h"
#include "language.h"
#include "list.h"

static struct text member(const cJSON *object, const char *const *keys, struct arena *arena) {
    struct text value;
    for (size_t i = 0; keys[i]; i++)
        if (json_find_text(object, keys[i], &value) && value.size > 0)
            return text_copy(arena, value);
    return TEXT_NONE;
}

static void read_date(struct reading_state *state, const cJSON *object, const char *const *keys,
                      struct article *article) {
    for (size_t i = 0; keys[i]; i++) {
        struct text stamp = member(object, (const char *const[]){keys[i], NULL}, state->arena);
        if (stamp.size > 0 && stamp_read(stamp, &article->published)) {
            article->published_from = text_of(keys[i]);
            return;
        }
    }
}

static void keep(struct reading_state *state, const struct article *article) {
    if (article->text.size > 0 || article->title.size > 0)
        *LIST_PUSH(state->arena, state->articles) = *article;
}

static void read_feed_item(struct reading_state *state, const cJSON *item, const struct article *common) {
    struct arena *arena = state->arena;
    struct article article = *common;
    struct text html = member(item, (const char *const[]){"content_html", NULL}, arena);
    article.text = html.size ? fragment_text(html, arena)
                             : member(item, (const char *const[]){"content_text", "summary", NULL}, arena);
    article.title = fragment_line(member(item, (const char *const[]){"title", NULL}, arena), arena);
    article.url = member(item, (const char *const[]){"url", "external_url", NULL}, arena);
    article.guid = member(item, (const char *const[]){"id", NULL}, arena);
    struct text language = member(item, (const char *const[]){"language", NULL}, arena);
    article.language = language.size ? language_tag(language, arena) : article.language;
    read_date(state, item, (const char *const[]){"date_published", "date_modified", NULL}, &article);
    keep(state, &article);
}

static bool read_feed(struct reading_state *state, const cJSON *root, struct error *error) {
    struct arena *arena = state->arena;
    size_t before = state->articles->count;
    struct article common = {.path = state->path,
                             .source = member(root, (const char *const[]){"title", NULL}, arena),
                             .language =
                                 language_tag(member(root, (const char *const[]){"language", NULL}, arena), arena)};
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(root, "items")) {
        if (cJSON_IsObject(item))
            read_feed_item(state, item, &common);
    }
    return state->articles->count > before || error_set(error, ERROR_INPUT, "the feed has no items that can be read");
}

/* ninjs 2 and later: "value" of the first of a list, of the one whose role is "main" if there is one. */
static struct text listed(const cJSON *object, const char *key, struct arena *arena) {
    const cJSON *item;
    struct text found = TEXT_NONE, role, value;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(object, key)) {
        bool main = json_find_text(item, "role", &role) && text_is(role, "main");
        if (json_find_text(item, "value", &value) && (found.size == 0 || main))
            found = text_copy(arena, value);
    }
    return found;
}

static bool read_ninjs(struct reading_state *state, const cJSON *root, struct error *error) {
    struct arena *arena = state->arena;
    struct article article = {.path = state->path};
    struct text body = member(root, (const char *const[]){"body_html", "body_xhtml", "body_text", NULL}, arena);
    body = body.size ? body : listed(root, "bodies", arena);
    body = body.size ? body : member(root, (const char *const[]){"description_text", NULL}, arena);
    struct text title = member(root, (const char *const[]){"headline", "title", NULL}, arena);
    article.text = fragment_text(body, arena);
    article.title = fragment_line(title.size ? title : listed(root, "headlines", arena), arena);
    article.guid = member(root, (const char *const[]){"uri", NULL}, arena);
    article.source = member(root, (const char *const[]){"copyrightholder", "byline", NULL}, arena);
    article.language = language_tag(member(root, (const char *const[]){"language", NULL}, arena), arena);
    read_date(state, root,
              (const char *const[]){"contentcreated", "contentCreated", "firstcreated", "firstCreated",
                                    "versioncreated", "versionCreated", NULL},
              &article);
    size_t before = state->articles->count;
    keep(state, &article);
    return state->articles->count > before || error_set(error, ERROR_INPUT, "the item has neither headline nor body");
}

static bool read_json(struct reading_state *state, struct text text,
                      bool (*read)(struct reading_state *, const cJSON *, struct error *), struct error *error) {
    cJSON *root = NULL;
    if (!json_read(text, &root, error))
        return false;
    bool done = read(state, root, error);
    cJSON_Delete(root);
    return done;
}

bool json_feed_read(struct reading_state *state, struct text text, struct error *error) {
    return read_json(state, text, read_feed, error);
}

bool ninjs_read(struct reading_state *state, struct text text, struct error *error) {
    return read_json(state, text, read_ninjs, error);
}
