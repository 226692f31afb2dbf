/* reader.h: bytes → articles: plain text, HTML, JSON, JSON lines, RSS and Atom feeds, in UTF-8 or an older encoding. */
#ifndef BORDERMAP_READER_H
#define BORDERMAP_READER_H

#include "article.h"

/* What the user says about all articles; empty fields say nothing. */
struct reader_options {
    struct text language;
    struct date published;
    struct text title;
    struct text source;
};

/* Called with "what is odd but was survived" (broken UTF-8 replaced, HTML cut by depth …). May be NULL. */
struct reader_notes {
    void (*note)(void *context, const char *message);
    void *context;
};

/*
 * Reads all articles of one file's bytes and appends them to `articles`; the kind of file is told by its content, with
 * `path` as a hint. ERROR_INPUT names the path and, for structured files, line or item.
 * At most 64 MiB; binary content is refused.
 */
bool reader_read(struct text path, struct text bytes, const struct reader_options *options,
                 const struct reader_notes *notes, struct arena *arena, struct article_list *articles,
                 struct error *error) NODISCARD;

/* The same of one record of a web archive (record_stream.h): one that is no page and no text gives no article. Articles
 * are told apart by their address, as those of one file are. */
bool reader_read_record(struct text path, struct text record, const struct reader_options *options,
                        const struct reader_notes *notes, struct arena *arena, struct article_list *articles,
                        struct error *error) NODISCARD;

/* What the only article of a file is called, unless it says so itself: the file's name without folder and ending;
 * "article" for "-". Not yet safe for file names. */
struct text reader_stem(struct text path);

#endif
