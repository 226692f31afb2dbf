/* What desks have: documents, messages, wire text, archives. */
#include "reader_fixture.h"

#include <archive.h>
#include <archive_entry.h>

#define BODY "Two border guards were wounded near Batken on Thursday, officials said."

struct packed {
    const char *name, *content;
};

/* A zip of the files, or one file compressed. */
static struct text pack(struct fixture *fixture, const struct packed *files, size_t count, bool zip) {
    size_t room = 1 << 16, used = 0;
    char *bytes = arena_alloc(fixture->arena, room, 1);
    struct archive *archive = archive_write_new();
    if (zip) {
        archive_write_set_format_zip(archive);
    } else {
        archive_write_add_filter_gzip(archive);
        archive_write_set_format_raw(archive);
    }
    archive_write_open_memory(archive, bytes, room, &used);
    for (size_t i = 0; i < count; i++) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, files[i].name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, (la_int64_t)strlen(files[i].content));
        archive_write_header(archive, entry);
        archive_write_data(archive, files[i].content, strlen(files[i].content));
        archive_entry_free(entry);
    }
    archive_write_close(archive);
    archive_write_free(archive);
    return (struct text){bytes, used};
}

static const struct article *read_one(struct fixture *fixture, struct text bytes) {
    size_t before = fixture->articles.count;
    bool read = read_bytes(fixture, "file", bytes);
    if (!read)
        fail_msg("%s", fixture->error.message);
    return &fixture->articles.items[before];
}

static void check(struct fixture *fixture, const struct article *article, const char *title, const char *day) {
    assert_text(article->title, title);
    assert_text(article->text, BODY);
    assert_text(date_write(fixture->arena, article->published), day);
}

static void documents_of_word_processors_are_read(void **state) {
    static const struct packed docx[] = {
        {"word/document.xml",
         "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
         "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Guards hurt</w:t></w:r></w:p><w:p><w:r>"
         "<w:t>Two border guards were </w:t></w:r><w:r><w:t>wounded near Batken on Thursday, officials said.</w:t>"
         "</w:r></w:p></w:body></w:document>"},
        {"docProps/core.xml", "<c xmlns:dcterms=\"http://purl.org/dc/terms/\"><dcterms:modified>2024-05-02T09:00:00Z"
                              "</dcterms:modified></c>"}};
    static const struct packed odt[] = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml", "<office:document-content><office:text><text:h text:style-name=\"Title\">Guards hurt</text:h>"
                        "<text:p>Two border<text:s/>guards were wounded near <text:span>Batken</text:span> on "
                        "Thursday, officials said."
                        "</text:p></office:text></office:document-content>"},
        {"meta.xml", "<m><dc:date>2024-05-02T09:00:00</dc:date></m>"}};
    struct fixture *fixture = *state;
    const struct article *article = read_one(fixture, pack(fixture, docx, 2, true));
    check(fixture, article, "Guards hurt", "2024-05-02");
    assert_text(article->kind, "Word document");
    check(fixture, read_one(fixture, pack(fixture, odt, 3, true)), "Guards hurt", "2024-05-02");
}

static void packed_files_are_read_in_turn(void **state) {
    static const struct packed two[] = {
        {"a.txt", "Guards hurt\n\n" BODY}, {"b.json", "{\"text\":\"" BODY "\"}"}, {"c.bin", "\x89PNG\r\n\x1a\n"}};
    struct fixture *fixture = *state;
    const struct article *articles = read_one(fixture, pack(fixture, two, 3, true));
    assert_int_equal(fixture->articles.count, 2);
    check(fixture, &articles[0], "Guards hurt", "");
    assert_holds(fixture->notes, "c.bin");
    check(fixture, read_one(fixture, pack(fixture, two, 1, false)), "Guards hurt", "");
}

static void messages_are_read(void **state) {
    struct fixture *fixture = *state;
    check(fixture,
          read_one(
              fixture,
              TEXT("From: Desk <desk@x.example>\r\nDate: Thu, 02 May 2024 10:00:00 +0600\r\n"
                   "Subject: =?UTF-8?Q?Guards_hurt?=\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n"
                   "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" BODY
                   "\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>other</p>\r\n--b--\r\n")),
          "Guards hurt", "2024-05-02");
}

static void saved_pages_are_read_as_pages(void **state) {
    struct fixture *fixture = *state;
    const struct article *article = read_one(
        fixture,
        TEXT("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/1\r\nSubject: Guards hurt\r\n"
             "Date: Fri, 01 Nov 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
             "type=\"text/html\"; boundary=b\r\n"
             "\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
             "quoted-printable\r\n\r\n<html><head><title>Guards hurt</title>"
             "<meta name=3D\"date\" content=3D\"2024-05-02\"></head><body><h1>Guards hurt</h1><p>" BODY
             "</p></body></html>\r\n--b--\r\n"));
    check(fixture, article, "Guards hurt", "2024-05-02");
    assert_text(article->url, "https://x.example/1");
}

static void what_agencies_send_is_read(void **state) {
    struct fixture *fixture = *state;
    check(fixture,
          read_one(fixture,
                   TEXT("<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:1\" "
                        "xml:lang=\"en\"><itemMeta><versionCreated>2024-05-03T01:00:00Z</versionCreated></"
                        "itemMeta><contentMeta><contentCreated>"
                        "2024-05-02T10:00:00Z</contentCreated><headline>Guards "
                        "hurt</headline></contentMeta><contentSet><inlineXML><html "
                        "xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>" BODY
                        "</p></body></html></inlineXML></contentSet></newsItem>")),
          "Guards hurt", "2024-05-02");
    check(fixture,
          read_one(fixture,
                   TEXT("<nitf><head><docdata><date.issue norm=\"20240502T100000Z\"/></docdata></head><body><body.head>"
                        "<hedline><hl1>Guards hurt</hl1></hedline></body.head><body.content><p>" BODY
                        "</p></body.content></body></nitf>")),
          "Guards hurt", "2024-05-02");
    check(fixture,
          read_one(fixture,
                   TEXT("{\"uri\":\"urn:1\",\"type\":\"text\",\"versioncreated\":\"2024-05-02T10:00:00Z\",\"headline\":"
                        "\"Guards hurt\",\"body_html\":\"<p>" BODY "</p>\"}")),
          "Guards hurt", "2024-05-02");
    check(fixture,
          read_one(fixture, TEXT("{\"version\":\"https://jsonfeed.org/version/"
                                 "1.1\",\"title\":\"Desk\",\"items\":[{\"id\":\"1\",\"title\":"
                                 "\"Guards hurt\",\"content_html\":\"<p>" BODY
                                 "</p>\",\"date_published\":\"2024-05-02T10:00:00+06:00\"}]}")),
          "Guards hurt", "2024-05-02");
    check(fixture,
          read_one(fixture, TEXT("\x16\x16\x01"
                                 "abc0123 4 i  012 \r\n\x02Guards hurt\r\n\r\n" BODY "\r\n\x03"
                                 "021140 MAY 24\r\n\x04")),
          "Guards hurt", "2024-05-02");
}

static void web_archives_give_their_pages(void **state) {
    struct fixture *fixture = *state;
    static const char page[] =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><title>Guards hurt</title><meta name=date "
        "content=2024-05-02><h1>Guards hurt</h1><p>" BODY "</p></html>";
    static const char text[] = "Guards hurt\n\n" BODY;
    char bytes[3000];
    int size = snprintf(bytes, sizeof bytes,
                        "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nab\r\n\r\n"
                        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/1\r\nContent-Length: "
                        "%zu\r\n\r\n%s\r\n\r\n"
                        "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: %zu\r\n\r\n%s\r\n\r\n",
                        sizeof page - 1, page, sizeof text - 1, text);
    const struct article *articles = read_one(fixture, (struct text){bytes, (size_t)size});
    assert_int_equal(fixture->articles.count, 2);
    check(fixture, &articles[0], "Guards hurt", "2024-05-02");
    assert_text(articles[0].url, "https://x.example/1");
    check(fixture, &articles[1], "Guards hurt", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READER_TEST(documents_of_word_processors_are_read),
        READER_TEST(packed_files_are_read_in_turn),
        READER_TEST(messages_are_read),
        READER_TEST(saved_pages_are_read_as_pages),
        READER_TEST(what_agencies_send_is_read),
        READER_TEST(web_archives_give_their_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
