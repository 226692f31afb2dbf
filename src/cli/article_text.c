#include "article_text.h"

#include "builder.h"

static void add_line(struct builder *builder, const char *name, struct text value, struct text note) {
    if (value.size == 0)
        return;
    builder_format(builder, "%-10s%.*s", name, TEXT_ARGS(value));
    if (note.size > 0)
        builder_format(builder, " (%.*s)", TEXT_ARGS(note));
    builder_add_char(builder, '\n');
}

struct text article_text_write(const struct article *article, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct text date = date_write(arena, article->published);
    add_line(&builder, "file", article->path, TEXT_NONE);
    add_line(&builder, "kind", article->kind, TEXT_NONE);
    add_line(&builder, "title", article->title, TEXT_NONE);
    add_line(&builder, "date", date.size ? date : TEXT("not known"), article->published_from);
    add_line(&builder, "written", text_slice(article->text, article->dateline.place_start, article->dateline.place_end),
             TEXT("the dateline"));
    add_line(&builder, "language", article->language.size ? article->language : TEXT("not known"),
             article->language_given ? TEXT("said") : TEXT("told from the text"));
    add_line(&builder, "encoding", article->encoding, TEXT_NONE);
    add_line(&builder, "source", article->source, TEXT_NONE);
    add_line(&builder, "url", article->url, TEXT_NONE);
    add_line(&builder, "guid", article->guid, TEXT_NONE);
    builder_format(&builder, "\n%.*s\n\n", TEXT_ARGS(article->text));
    return builder_text(&builder);
}
