#include "pdf_description.h"
#include "builder.h"

#include <string.h>

enum { ENTRY = 20, OBJECTS_MAX = 1000000 }; /* bytes of a line of the cross-reference table */

/* A document with its cross-reference table found. */
struct document {
    struct text bytes;
    size_t table;   /* offset of "xref" */
    size_t entries; /* offset of the first line */
    size_t count;   /* of objects */
};

struct update {
    struct builder out;
    struct builder table;
};

/* The whole number at the offset, with spaces before it; 0 if there is none. */
static size_t number_at(struct text bytes, size_t at) {
    size_t value = 0;
    while (at < bytes.size && (bytes.data[at] == ' ' || bytes.data[at] == '\n'))
        at++;
    for (; at < bytes.size && bytes.data[at] >= '0' && bytes.data[at] <= '9' && value < SIZE_MAX / 16; at++)
        value = value * 10 + (size_t)(bytes.data[at] - '0');
    return value;
}

static size_t find_last(struct text bytes, const char *needle) {
    size_t last = bytes.size;
    size_t from = bytes.size > 2048 ? bytes.size - 2048 : 0;
    for (size_t at = text_find(bytes, text_of(needle), from); at < bytes.size;
         at = text_find(bytes, text_of(needle), at + 1))
        last = at;
    return last;
}

static bool find_table(struct text pdf, struct document *document) {
    size_t start = find_last(pdf, "startxref");
    size_t table = start < pdf.size ? number_at(pdf, start + strlen("startxref")) : pdf.size;
    if (table >= pdf.size || !text_starts(text_slice(pdf, table, pdf.size), TEXT("xref\n0 ")))
        return false;
    size_t count = number_at(pdf, table + strlen("xref\n0"));
    size_t line_end = text_find(pdf, TEXT("\n"), table + strlen("xref\n"));
    *document = (struct document){pdf, table, line_end + 1, count};
    return count < OBJECTS_MAX && line_end < pdf.size && count * ENTRY < pdf.size - line_end;
}

/* "<< … >>" of the object of that number; empty if it is no plain dictionary. */
static struct text dictionary(const struct document *document, size_t number) {
    size_t at = number < document->count ? number_at(document->bytes, document->entries + number * ENTRY)
                                         : document->bytes.size;
    size_t end = text_find(document->bytes, TEXT("endobj"), at);
    struct text object = text_slice(document->bytes, at, end);
    size_t open = text_find(object, TEXT("<<"), 0);
    bool plain = open < object.size && text_find(object, TEXT("stream"), 0) > object.size;
    return plain ? text_trim(text_slice(object, open, object.size)) : TEXT_NONE;
}

static size_t find_figure(const struct document *document) {
    for (size_t i = 1; i < document->count; i++) {
        struct text object = dictionary(document, i);
        if (text_find(object, TEXT("/S /Figure"), 0) < object.size)
            return i;
    }
    return 0;
}

/* A reference of the trailer, as "/Root 216 0 R". */
static size_t trailer_reference(const struct document *document, const char *key) {
    size_t at = find_last(document->bytes, key);
    return at < document->bytes.size ? number_at(document->bytes, at + strlen(key)) : 0;
}

/* UTF-16 with a byte order mark, as hexadecimal digits. */
static void add_string(struct builder *out, struct text text) {
    size_t at = 0;
    builder_add_c(out, "<FEFF");
    while (at < text.size) {
        uint32_t c = text_next(text, &at);
        if (c >= 0x10000) {
            builder_format(out, "%04X%04X", (unsigned)(0xD800 + ((c - 0x10000) >> 10)),
                           (unsigned)(0xDC00 + ((c - 0x10000) & 0x3FF)));
        } else {
            builder_format(out, "%04X", (unsigned)c);
        }
    }
    builder_add_char(out, '>');
}

/* Writes the object again with `more` in front of its end. */
static void add_object(struct update *update, const struct document *document, size_t number,
                       struct text dictionary_text, struct text more) {
    builder_format(&update->table, "%zu 1\n%010zu 00000 n \n", number, document->bytes.size + update->out.count);
    builder_format(&update->out, "%zu 0 obj\n", number);
    builder_add(&update->out, text_slice(dictionary_text, 0, dictionary_text.size - strlen(">>")));
    builder_add(&update->out, more);
    builder_add_c(&update->out, ">>\nendobj\n");
}

static struct text figure_addition(const struct scene *scene, struct arena *arena) {
    struct builder more = builder_new(arena);
    builder_add_c(&more, " /Alt ");
    add_string(&more, scene->description.size ? scene->description : scene->title);
    builder_add_char(&more, '\n');
    return builder_text(&more);
}

static struct text catalogue_addition(const struct scene *scene, struct arena *arena) {
    struct builder more = builder_new(arena);
    builder_add_c(&more, " /ViewerPreferences << /DisplayDocTitle true >>\n");
    if (scene->lang.size) {
        builder_add_c(&more, " /Lang ");
        add_string(&more, scene->lang);
        builder_add_char(&more, '\n');
    }
    return builder_text(&more);
}

/* The information anew: what Cairo writes as dates lacks the "D:". */
static struct text information(const struct scene *scene, const char *date, struct arena *arena) {
    struct builder info = builder_new(arena);
    builder_add_c(&info, "<< /Producer (bordermap)\n   /Creator (bordermap)\n   /Title ");
    add_string(&info, scene->title);
    builder_add_c(&info, "\n   /Subject ");
    add_string(&info, scene->description);
    builder_format(&info, "\n   /CreationDate (D:%s)\n   /ModDate (D:%s)\n>>", date, date);
    return builder_text(&info);
}

struct text pdf_description_add(struct text pdf, const struct scene *scene, const char *date, struct arena *arena) {
    struct document document;
    if (!find_table(pdf, &document))
        return pdf;
    struct update update = {builder_new(arena), builder_new(arena)};
    size_t figure = find_figure(&document), root = trailer_reference(&document, "/Root"),
           info = trailer_reference(&document, "/Info");
    struct text figure_text = dictionary(&document, figure), root_text = dictionary(&document, root);
    if (figure == 0 || info == 0 || !text_ends(figure_text, TEXT(">>")) || !text_ends(root_text, TEXT(">>")))
        return pdf;
    add_object(&update, &document, figure, figure_text, figure_addition(scene, arena));
    add_object(&update, &document, info, information(scene, date, arena), TEXT_NONE);
    add_object(&update, &document, root, root_text, catalogue_addition(scene, arena));
    size_t table = pdf.size + update.out.count;
    builder_add_c(&update.out, "xref\n");
    builder_add(&update.out, builder_text(&update.table));
    builder_format(&update.out,
                   "trailer\n<< /Size %zu /Root %zu 0 R /Info %zu 0 R /Prev %zu >>\nstartxref\n%zu\n%%%%EOF\n",
                   document.count, root, info, document.table, table);
    struct builder whole = builder_new(arena);
    builder_add(&whole, pdf);
    builder_add(&whole, builder_text(&update.out));
    return builder_text(&whole);
}
