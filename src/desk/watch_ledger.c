#include "watch_ledger.h"

#include "builder.h"
#include "file.h"
#include "list.h"
#include "number.h"

#include <string.h>

enum { LEDGER_LIMIT = 1 << 28, SHA = 64, FIELDS = 5 };

/* Where the name is, or would be. */
static size_t place_of(const struct watch_ledger *ledger, struct text name) {
    size_t low = 0, high = ledger->files.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (text_compare(ledger->files.items[middle].path, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct ledger_file *watch_ledger_find(const struct watch_ledger *ledger, struct text name) {
    size_t at = place_of(ledger, name);
    bool found = at < ledger->files.count && text_equal(ledger->files.items[at].path, name);
    return found ? &ledger->files.items[at] : NULL;
}

void watch_ledger_note(struct watch_ledger *ledger, const struct ledger_file *file) {
    size_t at = place_of(ledger, file->path);
    if (at == ledger->files.count || !text_equal(ledger->files.items[at].path, file->path)) {
        (void)LIST_PUSH(ledger->arena, &ledger->files);
        memmove(&ledger->files.items[at + 1], &ledger->files.items[at],
                (ledger->files.count - 1 - at) * sizeof *ledger->files.items);
    }
    ledger->files.items[at] = *file;
    ledger->files.items[at].path = text_copy(ledger->arena, file->path);
    ledger->changed = true;
}

void watch_ledger_forget(struct watch_ledger *ledger, struct text name) {
    size_t at = place_of(ledger, name);
    if (at == ledger->files.count || !text_equal(ledger->files.items[at].path, name))
        return;
    memmove(&ledger->files.items[at], &ledger->files.items[at + 1],
            (--ledger->files.count - at) * sizeof *ledger->files.items);
    ledger->changed = true;
}

/* "size seconds nanoseconds digest name": the name last, it may hold anything but a line end. */
static bool read_line(struct text line, struct ledger_file *file) {
    struct text fields[FIELDS];
    for (int i = 0; i < FIELDS - 1; i++)
        if (!text_split(&line, ' ', &fields[i]))
            return false;
    *file = (struct ledger_file){.path = line};
    if (!number_read_whole(fields[0], &file->size) || !number_read_whole(fields[1], &file->seconds) ||
        !number_read_whole(fields[2], &file->nanoseconds) || fields[3].size != SHA || line.size == 0)
        return false;
    memcpy(file->sha256, fields[3].data, SHA);
    return true;
}

struct watch_ledger watch_ledger_read(const char *folder, struct arena *arena) {
    struct watch_ledger ledger = {.arena = arena, .folder = folder};
    struct text text, line;
    if (!file_read(file_join(arena, folder, WATCH_LEDGER), LEDGER_LIMIT, arena, &text, NULL))
        return ledger;
    while (text.size > 0 && text_split(&text, '\n', &line)) {
        struct ledger_file file;
        if (line.size > 0 && read_line(line, &file))
            watch_ledger_note(&ledger, &file);
    }
    ledger.changed = false;
    return ledger;
}

bool watch_ledger_save(struct watch_ledger *ledger, struct error *error) {
    struct arena *scratch = arena_open();
    struct builder out = builder_new(scratch);
    for (size_t i = 0; i < ledger->files.count && ledger->changed; i++) {
        const struct ledger_file *file = &ledger->files.items[i];
        builder_format(&out, "%lld %lld %lld %s %.*s\n", (long long)file->size, (long long)file->seconds,
                       (long long)file->nanoseconds, file->sha256, TEXT_ARGS(file->path));
    }
    bool saved =
        !ledger->changed || file_write(file_join(scratch, ledger->folder, WATCH_LEDGER), builder_text(&out), error);
    ledger->changed = ledger->changed && !saved;
    arena_close(scratch);
    return saved;
}
