/* formats.h: one function a kind of file; private to article/. Each takes UTF-8, appends articles with the fields that
 * the file gives. */
#ifndef BORDERMAP_FORMATS_H
#define BORDERMAP_FORMATS_H

#include "reader.h"

/* What the readers of formats share. */
struct reading_state {
    struct text path;
    const struct reader_notes *notes;
    struct arena *arena;
    struct article_list *articles;
};

/* Passes a remark to the notes, if anybody listens. */
void reader_remark(const struct reading_state *state, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Plain text; a head of "title: …" lines, or a short first line before an empty one, is taken for what it is. */
bool plain_read(struct reading_state *state, struct text text, struct error *error) NODISCARD;

/* One HTML page: main text, title, date, language, source. */
bool html_read(struct reading_state *state, struct text html, struct error *error) NODISCARD;

/* One object, an array of objects, {"articles": […]}, or one object a line. */
bool json_articles_read(struct reading_state *state, struct text text, struct error *error) NODISCARD;

/* RSS 0.9x, 1.0, 2.0, Atom 0.3 and 1.0. */
bool feed_read(struct reading_state *state, struct text xml, struct error *error) NODISCARD;

/* A date as programs write it: ISO 8601 in all its forms, RFC 822, 850, 5322, asctime, Unix time. The day is that of
 * its own time zone. False, date untouched, for what is none. */
bool stamp_read(struct text stamp, struct date *date);

#endif
