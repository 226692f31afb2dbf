/* Compressed files and archives (libarchive): each file in them is read in turn; a .docx or .odt is one article. */
#include "builder.h"
#include "formats.h"
#include "library.h"
#include "list.h"

#include <archive.h>
#include <archive_entry.h>

/* What is used of libarchive. */
#define ARCHIVE_CALLS(CALL)                                                                                            \
    CALL(archive_entry_filetype)                                                                                       \
    CALL(archive_entry_pathname_utf8)                                                                                  \
    CALL(archive_error_string)                                                                                         \
    CALL(archive_read_data)                                                                                            \
    CALL(archive_read_free)                                                                                            \
    CALL(archive_read_new)                                                                                             \
    CALL(archive_read_next_header)                                                                                     \
    CALL(archive_read_open_memory)                                                                                     \
    CALL(archive_read_support_filter_gzip)                                                                             \
    CALL(archive_read_support_filter_zstd)                                                                             \
    CALL(archive_read_support_format_raw)                                                                              \
    CALL(archive_read_support_format_zip)

struct archive_calls {
    ARCHIVE_CALLS(LIBRARY_MEMBER)
};

static bool open_calls(struct archive_calls *calls, struct error *error) {
    const struct library_call all[] = {ARCHIVE_CALLS(LIBRARY_CALL)};
    return library_open("libarchive.so.13", "libarchive13", all, sizeof all / sizeof *all, error);
}

enum { PIECE = 65536, MOST_BYTES = 64 * 1024 * 1024, MOST_FILES = 10000 };

struct member {
    struct text name, bytes;
};

struct members {
    struct member *items;
    size_t count, capacity;
    size_t bytes;
};

static bool read_member(const struct archive_calls *calls, struct archive *archive, struct arena *arena, size_t room,
                        struct text *bytes, struct error *error) {
    struct builder builder = builder_new(arena);
    char *piece = arena_alloc(arena, PIECE, 1);
    la_ssize_t size;
    while ((size = calls->archive_read_data(archive, piece, PIECE)) > 0) {
        builder_add(&builder, (struct text){piece, (size_t)size});
        if (builder.count > room)
            return error_set(error, ERROR_INPUT, "it holds more than %d MB; unpack it and split it", MOST_BYTES >> 20);
    }
    *bytes = builder_text(&builder);
    return size == 0 || error_set(error, ERROR_INPUT, "it is damaged: %s", calls->archive_error_string(archive));
}

static bool read_members(const struct archive_calls *calls, struct archive *archive, struct arena *arena,
                         struct members *members, struct error *error) {
    struct archive_entry *entry;
    int status;
    while ((status = calls->archive_read_next_header(archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        struct text bytes = TEXT_NONE;
        if (calls->archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        struct text name = text_copy(arena, text_of(calls->archive_entry_pathname_utf8(entry)));
        if (!read_member(calls, archive, arena, MOST_BYTES - members->bytes, &bytes, error))
            return false;
        *LIST_PUSH(arena, members) = (struct member){text_is(name, "data") ? TEXT_NONE : name, bytes};
        members->bytes += bytes.size;
        if (members->count > MOST_FILES)
            return error_set(error, ERROR_INPUT, "it holds more than %d files", MOST_FILES);
    }
    return status == ARCHIVE_EOF ||
           error_set(error, ERROR_INPUT, "it is damaged: %s", calls->archive_error_string(archive));
}

static bool unpack(struct text bytes, struct arena *arena, struct members *members, struct error *error) {
    struct archive_calls opened_calls, *calls = &opened_calls;
    if (!open_calls(calls, error))
        return false;
    struct archive *archive = calls->archive_read_new();
    calls->archive_read_support_filter_gzip(archive);
    calls->archive_read_support_filter_zstd(archive);
    calls->archive_read_support_format_zip(archive);
    calls->archive_read_support_format_raw(archive);
    bool opened = calls->archive_read_open_memory(archive, bytes.data, bytes.size) == ARCHIVE_OK ||
                  error_set(error, ERROR_INPUT, "it cannot be unpacked: %s", calls->archive_error_string(archive));
    bool read = opened && read_members(calls, archive, arena, members, error);
    calls->archive_read_free(archive);
    return read;
}

static struct text find_member(const struct members *members, const char *name) {
    for (size_t i = 0; i < members->count; i++)
        if (text_is(members->items[i].name, name))
            return members->items[i].bytes;
    return TEXT_NONE;
}

/* A file that cannot be read is remarked upon; the others are read. */
static bool read_all(struct reading_state *state, const struct members *members, struct error *error) {
    size_t before = state->articles->count;
    struct error problem = {0};
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        if (!reader_part(state, member->name, member->bytes, &problem) && members->count > 1)
            reader_remark(state, "%.*s: %s; left out", TEXT_ARGS(member->name), problem.message);
    }
    return state->articles->count > before ||
           error_set(error, ERROR_INPUT, "%s", problem.message[0] ? problem.message : "there is no file in it");
}

bool archive_file_read(struct reading_state *state, struct text bytes, struct error *error) {
    struct members members = {0};
    if (!unpack(bytes, state->arena, &members, error))
        return false;
    struct text word = find_member(&members, "word/document.xml"), text = find_member(&members, "content.xml");
    if (word.size > 0)
        return office_read(state, word, find_member(&members, "docProps/core.xml"), error);
    if (text.size > 0 && find_member(&members, "mimetype").size > 0)
        return office_read(state, text, find_member(&members, "meta.xml"), error);
    return read_all(state, &members, error);
}
