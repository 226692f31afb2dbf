#include "file_kind.h"

#include "markup.h"
#include "unpack.h"
#include "warc.h"

enum { JSON_WINDOW = 4096, HEAD_WINDOW = 2048 };

static bool is_any(struct text name, const char *const *names) {
    for (size_t i = 0; names[i]; i++)
        if (text_is(name, names[i]))
            return true;
    return false;
}

static bool is_json(struct text path, struct text content, struct text root) {
    (void)root;
    return text_ends(path, TEXT(".json")) || text_ends(path, TEXT(".jsonl")) || text_starts(content, TEXT("{")) ||
           text_starts(content, TEXT("[{"));
}

static bool is_feed(struct text path, struct text content, struct text root) {
    (void)path, (void)content;
    return is_any(root, (const char *const[]){"rss", "feed", "rdf", NULL});
}

static bool is_page(struct text path, struct text content, struct text root) {
    bool named = text_ends(path, TEXT(".html")) || text_ends(path, TEXT(".htm"));
    bool xml = text_starts(content, TEXT("<?xml")) && !text_is(root, "html");
    return !xml && (named || text_starts(content, TEXT("<")));
}

static bool is_unknown_xml(struct text path, struct text content, struct text root) {
    (void)path, (void)root;
    return text_starts(content, TEXT("<?xml"));
}

static bool refuse_xml(struct reading_state *state, struct text content, struct error *error) {
    struct text root = markup_first_name(content, state->arena);
    return error_set(error, ERROR_INPUT, "this XML is no article and no feed: its root is <%.*s>", TEXT_ARGS(root));
}

static bool is_plain(struct text path, struct text content, struct text root) {
    (void)path, (void)content, (void)root;
    return true;
}

static bool has_keys(struct text content, const char *const *keys) {
    struct text start = text_slice(content, 0, JSON_WINDOW);
    for (size_t i = 0; keys[i]; i++)
        if (text_find(start, text_of(keys[i]), 0) < start.size)
            return true;
    return false;
}

static bool is_json_feed(struct text path, struct text content, struct text root) {
    (void)path, (void)root;
    return text_starts(content, TEXT("{")) && has_keys(content, (const char *const[]){"jsonfeed.org/version", NULL});
}

static bool is_ninjs(struct text path, struct text content, struct text root) {
    (void)path, (void)root;
    return text_starts(content, TEXT("{")) && has_keys(content, (const char *const[]){"\"uri\"", NULL}) &&
           has_keys(content,
                    (const char *const[]){"\"body_", "\"bodies\"", "\"headlines\"", "\"versioncreated\"", NULL});
}

static bool is_newsml(struct text path, struct text content, struct text root) {
    (void)path, (void)content;
    return is_any(root, (const char *const[]){"newsitem", "newsmessage", "nitf", NULL});
}

/* The first that fits. */
static const struct file_kind kinds[] = {{"feed", is_feed, feed_read},
                                         {"NewsML-G2 or NITF", is_newsml, newsml_read},
                                         {"JSON Feed", is_json_feed, json_feed_read},
                                         {"ninjs", is_ninjs, ninjs_read},
                                         {"JSON", is_json, json_articles_read},
                                         {"HTML page", is_page, html_read},
                                         {"XML", is_unknown_xml, refuse_xml},
                                         {"plain text", is_plain, plain_read}};

const struct file_kind *file_kind_of(struct text path, struct text content, struct arena *arena) {
    struct text trimmed = text_trim(content), root = markup_first_name(trimmed, arena);
    size_t i = 0;
    while (!kinds[i].tells(path, trimmed, root))
        i++;
    return &kinds[i];
}

static bool is_pdf(struct text bytes) {
    return text_starts(bytes, TEXT("%PDF-"));
}

/* <SOH> head <STX> text <ETX>, perhaps behind <SYN>. */
static bool is_wire(struct text bytes) {
    size_t at = 0;
    while (at < bytes.size && at < 8 && (bytes.data[at] == 0x16 || bytes.data[at] == 0))
        at++;
    struct text head = text_slice(bytes, at, at + HEAD_WINDOW);
    return text_starts(head, TEXT("\x01")) && text_find(head, TEXT("\x02"), 0) < head.size;
}

/* Header fields of a message, two that only messages have among them, before an empty line. */
static bool is_mail(struct text bytes) {
    static const char *const fields[] = {
        "from:", "date:", "message-id:", "mime-version:", "received:", "return-path:", "subject:", "content-type:"};
    struct text rest = text_slice(bytes, 0, HEAD_WINDOW * 4), line;
    int found = 0, own = 0;
    while (text_split(&rest, '\n', &line) && text_trim(line).size > 0) {
        bool folded = line.data[0] == ' ' || line.data[0] == '\t';
        size_t colon = text_find(line, TEXT(":"), 0);
        if (!folded && (colon >= line.size || text_find(text_slice(line, 0, colon), TEXT(" "), 0) < colon))
            return false;
        for (size_t i = 0; !folded && i < sizeof fields / sizeof *fields; i++)
            if (markup_same(text_slice(line, 0, colon + 1), fields[i])) {
                found++;
                own += i >= 2 && i <= 5;
            }
    }
    return found >= 3 && own >= 1;
}

static const struct byte_kind byte_kinds[] = {{"archive", unpack_tells, archive_file_read},
                                              {"PDF", is_pdf, pdf_read},
                                              {"WARC", warc_begins, warc_read},
                                              {"wire text (IPTC 7901)", is_wire, wire_read},
                                              {"message", is_mail, mail_read}};

const struct byte_kind *byte_kind_of(struct text bytes) {
    for (size_t i = 0; i < sizeof byte_kinds / sizeof *byte_kinds; i++)
        if (byte_kinds[i].tells(bytes))
            return &byte_kinds[i];
    return NULL;
}
