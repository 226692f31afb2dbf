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

/* One HTML page: main text, title, date, language, source. `fragment`: the text of a feed's item. */
bool html_read(struct reading_state *state, struct text html, struct error *error) NODISCARD;
bool html_to_text(struct reading_state *state, struct text html, struct text *text, struct error *error) NODISCARD;

/* One object, an array of objects, {"articles": […]}, or one object a line. */
bool json_articles_read(struct reading_state *state, struct text text, struct error *error) NODISCARD;

/* RSS 0.9x, 1.0, 2.0 and Atom. */
bool feed_read(struct reading_state *state, struct text xml, struct error *error) NODISCARD;

/* "2022-09-14…" or "Wed, 14 Sep 2022 10:00:00 GMT" (RFC 5322). False for neither. */
bool stamp_read(struct text stamp, struct date *date);

#endif
