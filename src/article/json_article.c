#include "json_article.h"

#include "formats.h"
#include "language.h"

/* The first of the members that is a string with something in it. */
static struct text find_any(const cJSON *object, const char *const *keys, struct arena *arena) {
    for (size_t i = 0; keys[i]; i++) {
        struct text value;
        if (json_find_text(object, keys[i], &value) && value.size > 0)
            return text_copy(arena, value);
    }
    return TEXT_NONE;
}

static struct text find_id(const cJSON *object, struct arena *arena) {
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(object, "id");
    if (cJSON_IsNumber(id))
        return text_format(arena, "%.0f", id->valuedouble);
    return find_any(object, (const char *const[]){"id", NULL}, arena);
}

bool json_article_read(const cJSON *object, struct arena *arena, struct article *article, struct error *error) {
    if (!cJSON_IsObject(object))
        return error_set(error, ERROR_INPUT, "an article must be an object with \"text\"");
    struct text id = find_id(object, arena);
    article->id = id.size > 0 ? id : article->id;
    struct article read = *article;
    read.text = find_any(object, (const char *const[]){"text", "body", "content", NULL}, arena);
    read.title = find_any(object, (const char *const[]){"title", "headline", NULL}, arena);
    read.url = find_any(object, (const char *const[]){"url", "link", NULL}, arena);
    read.source = find_any(object, (const char *const[]){"source", "publisher", NULL}, arena);
    read.language = language_tag(find_any(object, (const char *const[]){"language", "lang", NULL}, arena), arena);
    struct text published = find_any(object, (const char *const[]){"published", "date", NULL}, arena);
    if (!cJSON_IsString(cJSON_GetObjectItemCaseSensitive(object, "text")) && read.text.size == 0)
        return error_set(error, ERROR_INPUT, "there is no \"text\" in the article's object");
    if (published.size > 0 && !stamp_read(published, &read.published)) {
        return error_set(error, ERROR_INPUT, "\"published\" is '%.40s'; write it as 2022-09-14",
                         text_c(arena, published));
    }
    *article = read;
    return true;
}
