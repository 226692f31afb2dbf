/* Documents of word processors: .docx (Office Open XML) and .odt (OpenDocument), unpacked. */
#include "builder.h"
#include "formats.h"
#include "language.h"
#include "list.h"
#include "markup.h"

static bool is_named(const struct markup *markup, uint32_t node, const char *name) {
    return text_is(markup_name(markup, node), name);
}

static struct text find_text(const struct markup *markup, const char *name) {
    for (uint32_t i = 1; i < markup->count; i++)
        if (markup->nodes[i].tag != TAG_TEXT && is_named(markup, i, name))
            return markup_text(markup, i);
    return TEXT_NONE;
}

/* What a node adds to its paragraph: the runs of a .docx are <t>; in an .odt the text stands as it is. */
static void add_piece(const struct markup *markup, uint32_t node, bool word, struct builder *builder) {
    if (markup->nodes[node].tag == TAG_TEXT) {
        if (!word || is_named(markup, markup->nodes[node].parent, "t"))
            builder_add(builder, markup->nodes[node].text);
    } else if (is_named(markup, node, "tab") || is_named(markup, node, "br") || is_named(markup, node, "s") ||
               is_named(markup, node, "line-break")) {
        builder_add_char(builder, ' ');
    }
}

static bool is_paragraph(const struct markup *markup, uint32_t node) {
    return markup->nodes[node].tag != TAG_TEXT && (is_named(markup, node, "p") || is_named(markup, node, "h"));
}

static bool is_title(const struct markup *markup, uint32_t node) {
    for (uint32_t i = node; i < markup->nodes[node].end && i < node + 8; i++)
        if (markup->nodes[i].tag != TAG_TEXT && text_is(markup_value(markup, i, "w:val"), "Title"))
            return true;
    return text_is(markup_value(markup, node, "text:style-name"), "Title");
}

static struct text paragraph_text(const struct markup *markup, uint32_t node, bool word) {
    struct builder builder = builder_new(markup->arena);
    for (uint32_t i = node + 1; i < markup->nodes[node].end; i++)
        add_piece(markup, i, word, &builder);
    return markup_fold_space(builder_text(&builder), markup->arena);
}

bool office_read(struct reading_state *state, struct text document, struct text properties, struct error *error) {
    struct markup markup = markup_read(document, true, state->arena),
                  about = markup_read(properties, true, state->arena);
    struct article article = {.path = state->path, .title = find_text(&about, "title")};
    bool word = is_named(&markup, markup_root(&markup), "document");
    article.kind = word ? TEXT("Word document") : TEXT("OpenDocument text");
    struct builder builder = builder_new(state->arena);
    for (uint32_t i = 1; i < markup.count; i++) {
        if (!is_paragraph(&markup, i))
            continue;
        struct text text = paragraph_text(&markup, i, word);
        if (text.size > 0 && is_title(&markup, i)) {
            article.title = text;
        } else if (text.size > 0) {
            builder_add_c(&builder, builder.count ? "\n\n" : "");
            builder_add(&builder, text);
        }
        i = markup.nodes[i].end - 1;
    }
    size_t before = state->articles->count;
    if (!plain_read(state, builder_text(&builder), error))
        return false;
    struct article *read = &state->articles->items[before];
    read->kind = article.kind;
    read->title = article.title.size ? article.title : read->title;
    struct text stamp = find_text(&about, word ? "modified" : "date");
    if (!date_known(read->published) && stamp_read(stamp, &read->published))
        read->published_from = TEXT("the document's properties");
    return true;
}
