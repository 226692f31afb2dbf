#include "file_kind.h"

#include "markup.h"

static bool is_any(struct text name, const char *const *names) {
    for (size_t i = 0; names[i]; i++)
        if (text_is(name, names[i]))
            return true;
    return false;
}

static bool is_json(struct text path, struct text content, struct text root) {
    (void)root;
    return text_ends(path, TEXT(".json")) || text_ends(path, TEXT(".jsonl")) || text_starts(content, TEXT("{")) ||
           text_starts(content, TEXT("[{"));
}

static bool is_feed(struct text path, struct text content, struct text root) {
    (void)path, (void)content;
    return is_any(root, (const char *const[]){"rss", "feed", "rdf", NULL});
}

static bool is_page(struct text path, struct text content, struct text root) {
    bool named = text_ends(path, TEXT(".html")) || text_ends(path, TEXT(".htm"));
    bool xml = text_starts(content, TEXT("<?xml")) && !text_is(root, "html");
    return !xml && (named || text_starts(content, TEXT("<")));
}

static bool is_unknown_xml(struct text path, struct text content, struct text root) {
    (void)path, (void)root;
    return text_starts(content, TEXT("<?xml"));
}

static bool refuse_xml(struct reading_state *state, struct text content, struct error *error) {
    struct text root = markup_first_name(content, state->arena);
    return error_set(error, ERROR_INPUT, "this XML is no article and no feed: its root is <%.*s>", TEXT_ARGS(root));
}

static bool is_plain(struct text path, struct text content, struct text root) {
    (void)path, (void)content, (void)root;
    return true;
}

/* The first that fits. */
static const struct file_kind kinds[] = {{"feed", is_feed, feed_read},
                                         {"JSON", is_json, json_articles_read},
                                         {"HTML page", is_page, html_read},
                                         {"XML", is_unknown_xml, refuse_xml},
                                         {"plain text", is_plain, plain_read}};

const struct file_kind *file_kind_of(struct text path, struct text content, struct arena *arena) {
    struct text trimmed = text_trim(content), root = markup_first_name(trimmed, arena);
    size_t i = 0;
    while (!kinds[i].tells(path, trimmed, root))
        i++;
    return &kinds[i];
}
