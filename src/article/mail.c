/* Messages (.eml) and pages that a browser saved (.mht): MIME, read by GMime. */
#include "builder.h"
#include "formats.h"
#include "library.h"
#include "list.h"

#include <gmime/gmime.h>
#include <string.h>

enum { LARGEST_PART = 64 * 1024 * 1024 };

/* What is used of GMime, and of GLib below it. */
#define MAIL_CALLS(CALL)                                                                                               \
    CALL(g_free)                                                                                                       \
    CALL(g_object_unref)                                                                                               \
    CALL(g_type_check_instance_is_a)                                                                                   \
    CALL(g_mime_content_type_get_parameter)                                                                            \
    CALL(g_mime_content_type_is_type)                                                                                  \
    CALL(g_mime_data_wrapper_write_to_stream)                                                                          \
    CALL(g_mime_init)                                                                                                  \
    CALL(g_mime_message_foreach)                                                                                       \
    CALL(g_mime_object_get_content_type)                                                                               \
    CALL(g_mime_object_get_disposition)                                                                                \
    CALL(g_mime_object_get_header)                                                                                     \
    CALL(g_mime_parser_construct_message)                                                                              \
    CALL(g_mime_parser_new_with_stream)                                                                                \
    CALL(g_mime_part_get_content)                                                                                      \
    CALL(g_mime_part_get_type)                                                                                         \
    CALL(g_mime_stream_mem_get_byte_array)                                                                             \
    CALL(g_mime_stream_mem_new)                                                                                        \
    CALL(g_mime_stream_mem_new_with_buffer)                                                                            \
    CALL(g_mime_utils_header_decode_text)

struct mail_calls {
    MAIL_CALLS(LIBRARY_MEMBER)
};

static bool open_calls(struct mail_calls *calls, struct error *error) {
    const struct library_call all[] = {MAIL_CALLS(LIBRARY_CALL)};
    return library_open("libgmime-3.0.so.0", "libgmime-3.0-0", all, sizeof all / sizeof *all, error);
}

/* The first part of each kind. */
struct parts {
    const struct mail_calls *calls;
    struct arena *arena;
    struct text html, plain;
    struct text html_charset, plain_charset;
};

static struct text part_bytes(const struct mail_calls *calls, GMimePart *part, struct arena *arena) {
    GMimeDataWrapper *content = calls->g_mime_part_get_content(part);
    GMimeStream *stream = calls->g_mime_stream_mem_new();
    struct text copy = TEXT_NONE;
    if (content && calls->g_mime_data_wrapper_write_to_stream(content, stream) >= 0) {
        GByteArray *bytes = calls->g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
        copy = text_copy(arena, (struct text){(const char *)bytes->data, bytes->len});
    }
    calls->g_object_unref(stream);
    return copy;
}

static void take_part(GMimeObject *parent, GMimeObject *object, gpointer context) {
    struct parts *parts = context;
    const struct mail_calls *calls = parts->calls;
    (void)parent;
    GMimeContentType *type = calls->g_mime_object_get_content_type(object);
    const char *disposition = calls->g_mime_object_get_disposition(object);
    if (!calls->g_type_check_instance_is_a((GTypeInstance *)object, calls->g_mime_part_get_type()) || !type ||
        (disposition && strcmp(disposition, "attachment") == 0))
        return;
    bool html = calls->g_mime_content_type_is_type(type, "text", "html");
    struct text *kept = html ? &parts->html : &parts->plain;
    struct text charset = text_of(calls->g_mime_content_type_get_parameter(type, "charset"));
    if ((!html && !calls->g_mime_content_type_is_type(type, "text", "plain")) || kept->size > 0)
        return;
    *kept = part_bytes(calls, (GMimePart *)object, parts->arena);
    *(html ? &parts->html_charset : &parts->plain_charset) = text_copy(parts->arena, charset);
}

/* A part with its charset in front, as a page would declare it. */
static struct text declared(struct text html, struct text charset, struct arena *arena) {
    if (charset.size == 0)
        return html;
    return text_format(arena, "<meta charset=\"%.*s\">%.*s", TEXT_ARGS(charset), TEXT_ARGS(html));
}

static struct text header(const struct mail_calls *calls, GMimeMessage *message, const char *name,
                          struct arena *arena) {
    return text_copy(arena, text_of(calls->g_mime_object_get_header((GMimeObject *)message, name)));
}

static struct text decoded_header(const struct mail_calls *calls, GMimeMessage *message, const char *name,
                                  struct arena *arena) {
    struct text raw = header(calls, message, name, arena);
    char *decoded = raw.size ? calls->g_mime_utils_header_decode_text(NULL, text_c(arena, raw)) : NULL;
    struct text copy = text_copy(arena, text_of(decoded));
    calls->g_free(decoded);
    return text_is_utf8(copy, NULL) ? copy : TEXT_NONE;
}

static bool read_body(struct reading_state *state, const struct parts *parts, bool saved, struct error *error) {
    bool html = parts->html.size > 0 && (saved || parts->plain.size == 0);
    struct text body = html ? declared(parts->html, parts->html_charset, state->arena) : parts->plain;
    if (html && !saved)
        body = text_format(state->arena, "<html>%.*s", TEXT_ARGS(body));
    return body.size > 0 ? reader_part(state, html ? TEXT("page.html") : TEXT_NONE, body, error)
                         : error_set(error, ERROR_INPUT, "the message has no text in it");
}

static bool read_message(const struct mail_calls *calls, struct reading_state *state, GMimeMessage *message,
                         struct error *error) {
    struct parts parts = {.calls = calls, .arena = state->arena};
    bool saved = header(calls, message, "Snapshot-Content-Location", state->arena).size > 0;
    size_t first = state->articles->count;
    calls->g_mime_message_foreach(message, take_part, &parts);
    saved = saved ||
            (parts.html.size > 0 && parts.plain.size == 0 && header(calls, message, "From", state->arena).size > 0 &&
             text_starts(header(calls, message, "From", state->arena), TEXT("<Saved by")));
    if (!read_body(state, &parts, saved, error))
        return false;
    struct article *article = &state->articles->items[first];
    article->path = state->path;
    article->kind = saved ? TEXT("saved page (MHTML)") : TEXT("message");
    struct text subject = decoded_header(calls, message, "Subject", state->arena);
    if (saved) {
        article->title = article->title.size ? article->title : subject;
        struct text place = header(calls, message, "Snapshot-Content-Location", state->arena);
        article->url = article->url.size ? article->url : place;
        return true;
    }
    article->title = subject.size ? subject : article->title;
    article->source = decoded_header(calls, message, "From", state->arena);
    if (stamp_read(header(calls, message, "Date", state->arena), &article->published))
        article->published_from = TEXT("Date: of the message");
    return true;
}

bool mail_read(struct reading_state *state, struct text bytes, struct error *error) {
    struct mail_calls opened, *calls = &opened;
    if (!open_calls(calls, error))
        return false;
    calls->g_mime_init();
    GMimeStream *stream = calls->g_mime_stream_mem_new_with_buffer(bytes.data, bytes.size);
    GMimeParser *parser = calls->g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = calls->g_mime_parser_construct_message(parser, NULL);
    bool read = message ? read_message(calls, state, message, error)
                        : error_set(error, ERROR_INPUT, "the message cannot be read");
    if (message)
        calls->g_object_unref(message);
    calls->g_object_unref(parser);
    calls->g_object_unref(stream);
    return read;
}
