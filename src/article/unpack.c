#include "unpack.h"

#include "builder.h"
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

enum { PIECE = 65536, MOST_FILES = 10000 };

static bool read_member(const struct archive_calls *calls, struct archive *archive, struct arena *arena,
                        struct unpack_limits room, struct text *bytes, struct error *error) {
    struct builder builder = builder_new(arena);
    char *piece = arena_alloc(arena, PIECE, 1);
    la_ssize_t size;
    while ((size = calls->archive_read_data(archive, piece, PIECE)) > 0) {
        builder_add(&builder, (struct text){piece, (size_t)size});
        if (room.each > 0 && builder.count >= room.each)
            break;
        if (builder.count > room.all)
            return error_set(error, ERROR_INPUT, "it holds more than is read of one; unpack it and split it");
    }
    *bytes = builder_text(&builder);
    return size >= 0 || error_set(error, ERROR_INPUT, "it is damaged: %s", calls->archive_error_string(archive));
}

static bool read_members(const struct archive_calls *calls, struct archive *archive, struct unpack_limits limits,
                         struct arena *arena, struct unpacked_files *members, struct error *error) {
    struct archive_entry *entry;
    int status;
    while ((status = calls->archive_read_next_header(archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        struct text bytes = TEXT_NONE;
        if (calls->archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        struct text name = text_copy(arena, text_of(calls->archive_entry_pathname_utf8(entry)));
        struct unpack_limits room = {limits.each, limits.all > members->bytes ? limits.all - members->bytes : 0};
        if (!read_member(calls, archive, arena, room, &bytes, error))
            return false;
        *LIST_PUSH(arena, members) = (struct unpacked_file){text_is(name, "data") ? TEXT_NONE : name, bytes};
        members->bytes += bytes.size;
        if (members->count > MOST_FILES)
            return error_set(error, ERROR_INPUT, "it holds more than %d files", MOST_FILES);
    }
    return status == ARCHIVE_EOF ||
           error_set(error, ERROR_INPUT, "it is damaged: %s", calls->archive_error_string(archive));
}

bool unpack_tells(struct text bytes) {
    return text_starts(bytes, TEXT("PK\x03\x04")) || text_starts(bytes, TEXT("\x1F\x8B")) ||
           text_starts(bytes, TEXT("\x28\xB5\x2F\xFD"));
}

bool unpack_archive(struct text bytes, struct unpack_limits limits, struct arena *arena, struct unpacked_files *members,
                    struct error *error) {
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
    bool read = opened && read_members(calls, archive, limits, arena, members, error);
    calls->archive_read_free(archive);
    return read;
}
