#include "account.h"

#include "builder.h"
#include "file.h"

#include <string.h>

/* Parts of a query that say where a reader came from, not what is read. */
static bool is_tracking(struct text part) {
    static const char *const prefixes[] = {
        "utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "at_medium=", "at_campaign="};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (text_starts(part, text_of(prefixes[i])))
            return true;
    return false;
}

static void add_query(struct builder *address, struct text query) {
    struct text part;
    char before = '?';
    while (query.size > 0 && text_split(&query, '&', &part)) {
        if (part.size == 0 || is_tracking(part))
            continue;
        builder_add_char(address, before);
        builder_add(address, part);
        before = '&';
    }
}

static void add_host(struct builder *address, struct text host) {
    static const struct text www = {"www.", 4};
    struct builder lower = builder_new(address->arena);
    for (size_t i = 0; i < host.size; i++) {
        char c = host.data[i];
        builder_add_char(&lower, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
    }
    host = builder_text(&lower);
    if (text_ends(host, TEXT(":80")))
        host.size -= 3;
    if (text_ends(host, TEXT(":443")))
        host.size -= 4;
    builder_add(address, text_starts(host, www) ? text_slice(host, www.size, host.size) : host);
}

static struct text plain_address(struct text url, struct arena *arena) {
    struct builder address = builder_new(arena);
    size_t scheme = text_find(url, TEXT("://"), 0);
    struct text rest = scheme <= url.size ? text_slice(url, scheme + 3, url.size) : url;
    rest = text_slice(rest, 0, text_find(rest, TEXT("#"), 0));
    size_t query = text_find(rest, TEXT("?"), 0);
    struct text path = text_slice(rest, 0, query);
    size_t slash = text_find(path, TEXT("/"), 0);
    add_host(&address, text_slice(path, 0, slash));
    path = text_slice(path, slash, path.size);
    while (text_ends(path, TEXT("/")))
        path.size--;
    builder_add(&address, path);
    if (query < rest.size)
        add_query(&address, text_slice(rest, query + 1, rest.size));
    return builder_text(&address);
}

struct text account_article(struct text url, struct text text, struct text id, struct arena *arena) {
    url = text_trim(url);
    text = text_trim(text);
    if (url.size > 0)
        return plain_address(url, arena);
    if (text.size == 0)
        return text_format(arena, "story:%.*s", TEXT_ARGS(id));
    char hex[65];
    file_sha256(text, hex);
    return text_format(arena, "text:%.32s", hex);
}

/* '#' parts the article from its incident. */
static struct text told_as(const struct incident *incident, struct arena *arena) {
    struct text place = incident->place.ref;
    struct text day = date_write(arena, incident->date.start);
    struct builder key = builder_new(arena);
    for (size_t i = 0; i < place.size; i++)
        builder_add_char(&key, place.data[i] == '#' ? '-' : place.data[i]);
    if (place.size == 0)
        builder_format(&key, "%.3f,%.3f", incident->point.lat, incident->point.lon);
    builder_format(&key, "/%s/%.*s", incident_kind_name(incident->kind), TEXT_ARGS(day));
    return builder_text(&key);
}

static bool stands(struct text key, const struct text *before, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(before[i], key))
            return true;
    return false;
}

struct text account_key(struct text article, const struct incident *incident, const struct text *before, size_t count,
                        struct arena *arena) {
    struct text plain = text_format(arena, "%.*s#%.*s", TEXT_ARGS(article), TEXT_ARGS(told_as(incident, arena)));
    struct text key = plain;
    for (int number = 2; stands(key, before, count); number++)
        key = text_format(arena, "%.*s/%d", TEXT_ARGS(plain), number);
    return key;
}

struct text account_article_of(struct text key) {
    size_t at = key.size;
    while (at > 0 && key.data[at - 1] != '#')
        at--;
    return at > 0 ? text_slice(key, 0, at - 1) : key;
}
