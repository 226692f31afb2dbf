/* Compressed files and archives: each file in them is read in turn; a .docx or .odt is one article. */
#include "formats.h"
#include "unpack.h"

enum { MOST_BYTES = 64 * 1024 * 1024 };

static struct text find_member(const struct unpacked_files *members, const char *name) {
    for (size_t i = 0; i < members->count; i++)
        if (text_is(members->items[i].name, name))
            return members->items[i].bytes;
    return TEXT_NONE;
}

/* A file that cannot be read is remarked upon; the others are read. */
static bool read_all(struct reading_state *state, const struct unpacked_files *members, struct error *error) {
    size_t before = state->articles->count;
    struct error problem = {0};
    for (size_t i = 0; i < members->count; i++) {
        const struct unpacked_file *member = &members->items[i];
        if (!reader_part(state, member->name, member->bytes, &problem) && members->count > 1)
            reader_remark(state, "%.*s: %s; left out", TEXT_ARGS(member->name), problem.message);
    }
    return state->articles->count > before ||
           error_set(error, ERROR_INPUT, "%s", problem.message[0] ? problem.message : "there is no file in it");
}

bool archive_file_read(struct reading_state *state, struct text bytes, struct error *error) {
    struct unpacked_files members = {0};
    if (!unpack_archive(bytes, (struct unpack_limits){0, MOST_BYTES}, state->arena, &members, error))
        return false;
    struct text word = find_member(&members, "word/document.xml"), text = find_member(&members, "content.xml");
    if (word.size > 0)
        return office_read(state, word, find_member(&members, "docProps/core.xml"), error);
    if (text.size > 0 && find_member(&members, "mimetype").size > 0)
        return office_read(state, text, find_member(&members, "meta.xml"), error);
    return read_all(state, &members, error);
}
