/* What agencies send: NewsML-G2 (news items, alone or in a message) and NITF. */
#include "blocks.h"
#include "formats.h"
#include "language.h"
#include "list.h"
#include "markup.h"

static bool is_named(const struct markup *markup, uint32_t node, const char *name) {
    return markup->nodes[node].tag != TAG_TEXT && markup_same(markup_name(markup, node), name);
}

/* The first element of that name below `item` that has text; 0: none. */
static uint32_t find_below(const struct markup *markup, uint32_t item, const char *name) {
    for (uint32_t i = item + 1; i < markup->nodes[item].end; i++)
        if (is_named(markup, i, name) && markup_text(markup, i).size > 0)
            return i;
    return 0;
}

static struct text text_below(const struct markup *markup, uint32_t item, const char *const *names) {
    for (size_t i = 0; names[i]; i++) {
        uint32_t found = find_below(markup, item, names[i]);
        if (found)
            return markup_text(markup, found);
    }
    return TEXT_NONE;
}

static struct text item_text(const struct markup *markup, uint32_t item) {
    static const char *const names[] = {"body.content", "body", "inlinexml", "inlinedata"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t found = find_below(markup, item, names[i]);
        if (found)
            return fragment_text(markup_inner(markup, found), markup->arena);
    }
    return TEXT_NONE;
}

static void read_date(const struct markup *markup, uint32_t item, struct article *article) {
    static const char *const names[] = {"contentcreated", "firstcreated", "versioncreated"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t found = find_below(markup, item, names[i]);
        if (found && stamp_read(markup_text(markup, found), &article->published)) {
            article->published_from = text_format(markup->arena, "<%.*s>", TEXT_ARGS(markup_name(markup, found)));
            return;
        }
    }
    for (uint32_t i = item + 1; i < markup->nodes[item].end; i++)
        if ((is_named(markup, i, "date.issue") || is_named(markup, i, "story.date")) &&
            stamp_read(markup_value(markup, i, "norm"), &article->published)) {
            article->published_from = text_format(markup->arena, "<%.*s>", TEXT_ARGS(markup_name(markup, i)));
            return;
        }
}

static struct text item_language(const struct markup *markup, uint32_t item) {
    struct text language = markup_value(markup, item, "xml:lang");
    for (uint32_t i = item + 1; i < markup->nodes[item].end && language.size == 0; i++)
        if (is_named(markup, i, "language"))
            language = markup_value(markup, i, "tag");
    return language_tag(language, markup->arena);
}

static void read_item(struct reading_state *state, const struct markup *markup, uint32_t item, const char *kind) {
    struct article article = {.path = state->path, .kind = text_of(kind), .text = item_text(markup, item)};
    uint32_t meta = find_below(markup, item, "contentmeta");
    article.title = text_below(markup, meta ? meta : item, (const char *const[]){"headline", "hl1", "title", NULL});
    article.guid = markup_value(markup, item, "guid");
    article.source = text_below(markup, item, (const char *const[]){"creditline", "distributor", NULL});
    article.language = item_language(markup, item);
    read_date(markup, item, &article);
    if (article.text.size > 0 || article.title.size > 0)
        *LIST_PUSH(state->arena, state->articles) = article;
}

bool newsml_read(struct reading_state *state, struct text xml, struct error *error) {
    struct markup markup = markup_read(xml, true, state->arena);
    size_t before = state->articles->count;
    for (uint32_t i = 1; i < markup.count; i++) {
        bool nitf = is_named(&markup, i, "nitf");
        if (!nitf && !is_named(&markup, i, "newsitem"))
            continue;
        read_item(state, &markup, i, nitf ? "NITF" : "NewsML-G2");
        i = markup.nodes[i].end - 1;
    }
    return state->articles->count > before || error_set(error, ERROR_INPUT, "there is no news item with text in it");
}
