/* formats.h: one function a kind of file; private to article/. Each takes UTF-8, appends articles with the fields that
 * the file gives. */
#ifndef BORDERMAP_FORMATS_H
#define BORDERMAP_FORMATS_H

#include "reader.h"
#include "stamp.h"

/* What the readers of formats share. */
struct reading_state {
    struct text path;
    const struct reader_notes *notes;
    struct arena *arena;
    struct article_list *articles;
    int depth; /* of files in files */
};

/* Reads a file that came in another one. `name` is its name there, or empty. */
bool reader_part(struct reading_state *state, struct text name, struct text bytes, struct error *error) NODISCARD;

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

/* JSON Feed 1 and 1.1, and ninjs. */
bool json_feed_read(struct reading_state *state, struct text text, struct error *error) NODISCARD;
bool ninjs_read(struct reading_state *state, struct text text, struct error *error) NODISCARD;

/* NewsML-G2 and NITF. */
bool newsml_read(struct reading_state *state, struct text xml, struct error *error) NODISCARD;

/* Files of bytes: archives and compressed files (their content is read in turn), .docx and .odt, messages and saved
 * pages (MIME), PDF (through the program pdftotext), wire text (IPTC 7901), web archives (WARC, WET). */
bool archive_file_read(struct reading_state *state, struct text bytes, struct error *error) NODISCARD;
bool mail_read(struct reading_state *state, struct text bytes, struct error *error) NODISCARD;
bool pdf_read(struct reading_state *state, struct text bytes, struct error *error) NODISCARD;
bool wire_read(struct reading_state *state, struct text bytes, struct error *error) NODISCARD;
bool warc_read(struct reading_state *state, struct text bytes, struct error *error) NODISCARD;

/* One record of a web archive, header and content; one that is no page and no text gives nothing. */
void warc_read_record(struct reading_state *state, struct text record);

/* The text of word/document.xml of a .docx, or of content.xml of an .odt. */
bool office_read(struct reading_state *state, struct text document, struct text properties,
                 struct error *error) NODISCARD;

#endif
