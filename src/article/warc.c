/* Web archives: WARC with pages, WET with their text (Common Crawl). A record that cannot be read is passed over. */
#include "warc.h"

#include "formats.h"
#include "list.h"
#include "markup.h"
#include "number.h"

/* The value of a header field; empty if there is none. */
static struct text field(struct text headers, const char *name) {
    struct text rest = headers, line;
    while (text_split(&rest, '\n', &line)) {
        size_t colon = text_find(line, TEXT(":"), 0);
        if (colon < line.size && markup_same(text_trim(text_slice(line, 0, colon)), name))
            return text_trim(text_slice(line, colon + 1, line.size));
    }
    return TEXT_NONE;
}

bool warc_begins(struct text bytes) {
    return text_starts(bytes, TEXT("WARC/1.")) || text_starts(bytes, TEXT("WARC/0."));
}

bool warc_content_length(struct text headers, uint64_t *length) {
    int64_t said = 0;
    if (!number_read_whole(field(headers, "content-length"), &said) || said < 0)
        return false;
    *length = (uint64_t)said;
    return true;
}

struct text warc_target(struct text headers) {
    return field(headers, "warc-target-uri");
}

static size_t headers_end(struct text bytes, size_t from) {
    size_t end = text_find(bytes, TEXT("\r\n\r\n"), from), plain = text_find(bytes, TEXT("\n\n"), from);
    return end < bytes.size && (end < plain || plain > bytes.size) ? end + 4
           : plain < bytes.size                                    ? plain + 2
                                                                   : bytes.size;
}

/* The page in a response of a server: behind its headers, if it is HTML. */
static struct text response_page(struct text content) {
    size_t body = headers_end(content, 0);
    struct text type = field(text_slice(content, 0, body), "content-type");
    return text_find(type, TEXT("html"), 0) < type.size ? text_slice(content, body, content.size) : TEXT_NONE;
}

static void read_record(struct reading_state *state, struct text headers, struct text content) {
    struct text type = field(headers, "warc-type"), target = warc_target(headers);
    bool response = text_is(type, "response");
    struct text body = response ? response_page(content) : content;
    struct error problem = {0};
    size_t first = state->articles->count;
    if ((!response && !text_is(type, "conversion") && !text_is(type, "resource")) || text_trim(body).size == 0)
        return;
    if (!reader_part(state, response ? TEXT("page.html") : TEXT_NONE, body, &problem)) {
        reader_remark(state, "%.*s: %s; left out", TEXT_ARGS(target), problem.message);
        return;
    }
    for (size_t i = first; i < state->articles->count; i++) {
        struct article *article = &state->articles->items[i];
        article->path = state->path;
        article->url = article->url.size ? article->url : target;
        article->kind = response ? TEXT("page of a WARC") : TEXT("text of a WET");
    }
}

void warc_read_record(struct reading_state *state, struct text record) {
    size_t content = headers_end(record, 0);
    read_record(state, text_slice(record, 0, content), text_slice(record, content, record.size));
}

bool warc_read(struct reading_state *state, struct text bytes, struct error *error) {
    size_t before = state->articles->count;
    for (size_t at = 0; (at = text_find(bytes, TEXT("WARC/"), at)) < bytes.size;) {
        size_t content = headers_end(bytes, at);
        struct text headers = text_slice(bytes, at, content);
        uint64_t length = 0;
        if (!warc_content_length(headers, &length))
            return error_set(error, ERROR_INPUT, "byte %zu: the record does not say how long it is", at);
        size_t end = length < bytes.size - content ? content + (size_t)length : bytes.size;
        read_record(state, headers, text_slice(bytes, content, end));
        at = end;
    }
    return state->articles->count > before || error_set(error, ERROR_INPUT, "there is no page and no text in it");
}
