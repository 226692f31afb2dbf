#include "ledger.h"

#include "builder.h"
#include "file.h"
#include "list.h"
#include "number.h"

#include <string.h>
#include <sys/stat.h>

static const char *const FIRST_LINE = "bordermap ledger 1\n";
enum { FIELDS = 20, LARGEST_OUTPUT = 1 << 30, SHA = 64, DEGREES = 6 };

void ledger_mark(struct text text, char mark[LEDGER_MARK]) {
    char sha256[SHA + 1];
    file_sha256(text, sha256);
    memcpy(mark, sha256, LEDGER_MARK - 1);
    mark[LEDGER_MARK - 1] = '\0';
}

bool ledger_look(const char *path, struct text name, struct ledger_file *file) {
    struct stat about;
    if (stat(path, &about) != 0 || !S_ISREG(about.st_mode))
        return false;
    file->path = name;
    file->size = about.st_size;
    file->seconds = about.st_mtim.tv_sec;
    file->nanoseconds = about.st_mtim.tv_nsec;
    file->inode = about.st_ino;
    return true;
}

bool ledger_check(const struct ledger_file *file, const char *directory, bool verify, struct arena *arena,
                  const char **how) {
    struct ledger_file now = {0};
    const char *path = file_join(arena, directory, text_c(arena, file->path));
    struct text content;
    char sha256[SHA + 1];
    if (!ledger_look(path, file->path, &now)) {
        *how = "is missing";
        return false;
    }
    *how = "is not as it was written";
    bool same = now.size == file->size && now.seconds == file->seconds && now.nanoseconds == file->nanoseconds &&
                now.inode == file->inode;
    if (same && !verify)
        return true;
    if (now.size != file->size || !file_read(path, LARGEST_OUTPUT, arena, &content, NULL))
        return false;
    file_sha256(content, sha256); /* copied or touched, it may be the same all the same */
    return strcmp(sha256, file->sha256) == 0;
}

struct ledger_page *ledger_find(const struct ledger *ledger, struct text id) {
    for (size_t i = 0; i < ledger->pages.count; i++)
        if (text_equal(ledger->pages.items[i].id, id))
            return &ledger->pages.items[i];
    return NULL;
}

static void add_file(struct builder *out, const struct ledger_file *file) {
    builder_format(out, "file\t%.*s\t%lld\t%lld\t%lld\t%llu\t%s\n", TEXT_ARGS(file->path), (long long)file->size,
                   (long long)file->seconds, (long long)file->nanoseconds, (unsigned long long)file->inode,
                   file->sha256);
}

static void add_page(struct builder *out, const struct ledger_page *page) {
    builder_format(out, "page\t%.*s\t%s", TEXT_ARGS(page->id), page->stale ? "stale" : "kept");
    for (int i = 0; i < LEDGER_PARTS; i++)
        builder_format(out, "\t%s", page->parts[i]);
    builder_format(out, "\t%lld\t%lld", (long long)page->change, (long long)page->first);
    const double sides[] = {page->bounds.west, page->bounds.south, page->bounds.east, page->bounds.north};
    for (int i = 0; i < 4; i++) {
        builder_add_char(out, '\t');
        if (!bounds_is_empty(page->bounds))
            builder_add_number(out, sides[i], DEGREES);
    }
    builder_add_char(out, '\n');
    for (size_t i = 0; i < page->files.count; i++)
        add_file(out, &page->files.items[i]);
    for (size_t i = 0; i < page->incidents.count; i++) {
        const struct ledger_incident *incident = &page->incidents.items[i];
        builder_format(out, "%s\t%.*s\t%s\n", incident->fresh ? "new" : "old", TEXT_ARGS(incident->id), incident->mark);
    }
}

struct text ledger_write(const struct ledger *ledger, struct arena *arena) {
    struct builder out = builder_new(arena);
    char mark[LEDGER_MARK];
    builder_add_c(&out, FIRST_LINE);
    builder_format(&out, "atlas\t%.*s\nanchor\t%lld\n", TEXT_ARGS(ledger->atlas), (long long)ledger->anchor);
    for (size_t i = 0; i < ledger->files.count; i++)
        add_file(&out, &ledger->files.items[i]);
    for (size_t i = 0; i < ledger->pages.count; i++)
        add_page(&out, &ledger->pages.items[i]);
    ledger_mark(builder_text(&out), mark);
    builder_format(&out, "end\t%s\n", mark);
    return builder_text(&out);
}

static bool read_whole(struct text field, int64_t *number) {
    return number_read_whole(field, number) && *number >= 0;
}

static bool read_file(const struct text *fields, size_t count, struct ledger_file *file) {
    int64_t inode;
    bool read = count == 7 && read_whole(fields[2], &file->size) && number_read_whole(fields[3], &file->seconds) &&
                read_whole(fields[4], &file->nanoseconds) && read_whole(fields[5], &inode) && fields[6].size == SHA;
    if (!read)
        return false;
    file->path = fields[1];
    file->inode = (uint64_t)inode;
    memcpy(file->sha256, fields[6].data, SHA);
    return true;
}

static bool read_mark(struct text field, char mark[LEDGER_MARK]) {
    if (field.size >= LEDGER_MARK)
        return false;
    memset(mark, 0, LEDGER_MARK);
    if (field.size > 0)
        memcpy(mark, field.data, field.size);
    return true;
}

static bool read_page(const struct text *fields, size_t count, struct ledger_page *page) {
    double sides[4];
    size_t at = 3;
    if (count != at + LEDGER_PARTS + 2 + 4)
        return false;
    page->id = fields[1];
    page->stale = text_is(fields[2], "stale");
    for (int i = 0; i < LEDGER_PARTS; i++)
        if (!read_mark(fields[at++], page->parts[i]))
            return false;
    if (!number_read_whole(fields[at], &page->change) || !number_read_whole(fields[at + 1], &page->first))
        return false;
    at += 2;
    page->bounds = bounds_empty();
    if (fields[at].size == 0)
        return true;
    for (int i = 0; i < 4; i++)
        if (!number_read(fields[at++], &sides[i]))
            return false;
    page->bounds = (struct bounds){sides[0], sides[1], sides[2], sides[3]};
    return true;
}

static bool read_incident(const struct text *fields, size_t count, struct ledger_incident *incident) {
    incident->id = count == 3 ? fields[1] : TEXT_NONE;
    incident->fresh = text_is(fields[0], "new");
    return count == 3 && read_mark(fields[2], incident->mark);
}

static bool read_line(struct text line, struct arena *arena, struct ledger *ledger) {
    struct text fields[FIELDS];
    size_t count = 0;
    while (count < FIELDS && text_split(&line, '\t', &fields[count]))
        count++;
    struct ledger_page *page = ledger->pages.count > 0 ? &ledger->pages.items[ledger->pages.count - 1] : NULL;
    if (count < 1)
        return false;
    if (text_is(fields[0], "page"))
        return read_page(fields, count, LIST_PUSH(arena, &ledger->pages));
    if (text_is(fields[0], "file"))
        return read_file(fields, count, page ? LIST_PUSH(arena, &page->files) : LIST_PUSH(arena, &ledger->files));
    if (page && (text_is(fields[0], "new") || text_is(fields[0], "old")))
        return read_incident(fields, count, LIST_PUSH(arena, &page->incidents));
    if (text_is(fields[0], "atlas"))
        ledger->atlas = count == 2 ? fields[1] : TEXT_NONE;
    else
        return text_is(fields[0], "anchor") && count == 2 && number_read_whole(fields[1], &ledger->anchor);
    return true;
}

/* Without its last line, which must be the mark of all before it. */
static bool is_whole(struct text *text) {
    static const size_t last = sizeof "end\t\n" - 1 + LEDGER_MARK - 1;
    char mark[LEDGER_MARK];
    if (text->size < last || !text_starts(*text, text_of(FIRST_LINE)))
        return false;
    struct text rest = text_slice(*text, 0, text->size - last), end = text_slice(*text, text->size - last, text->size);
    ledger_mark(rest, mark);
    if (!text_starts(end, TEXT("end\t")) || memcmp(end.data + 4, mark, LEDGER_MARK - 1) != 0)
        return false;
    *text = text_slice(rest, strlen(FIRST_LINE), rest.size);
    return true;
}

bool ledger_read(struct text text, struct arena *arena, struct ledger *ledger) {
    struct ledger read = {0};
    struct text line;
    if (!is_whole(&text))
        return false;
    while (text.size > 0 && text_split(&text, '\n', &line))
        if (line.size > 0 && !read_line(line, arena, &read))
            return false;
    *ledger = read;
    return true;
}
