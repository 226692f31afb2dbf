#include "watch.h"

#include "builder.h"
#include "file.h"
#include "interrupt.h"
#include "json.h"
#include "list.h"
#include "text_list.h"
#include "watch_child.h"
#include "watch_ledger.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char *const REJECTED = "rejected";
enum { BATCH = 500, FILE_LIMIT = 1 << 30, POLL_MS = 250, WORDS = BATCH + 16 };

struct arrival {
    struct ledger_file file; /* its path is the name in the folder */
    bool taken, rejected;
    struct builder reasons;
};

struct arrivals {
    struct arrival *items;
    size_t count, capacity;
};

struct watching {
    const struct outlet *outlet;
    const struct watch_request *request;
    int hints;                /* inotify */
    double first, last, next; /* of the hints that wait, and the next look without one; 0 = none */
    bool due;                 /* the atlas may be out of date */
};

static double seconds(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void note_hint(struct watching *watching) {
    watching->last = seconds();
    watching->first = watching->first > 0 ? watching->first : watching->last;
}

/* What the events say is not read: that there are any is enough. */
static void drain_hints(void *context) {
    struct watching *watching = context;
    char events[16384];
    while (watching->hints >= 0 && read(watching->hints, events, sizeof events) > 0)
        note_hint(watching);
}

/* Again and again, as a folder may have been replaced; a watch that is there already stays. */
static void watch_all(struct watching *watching) {
    for (size_t i = 0; i < watching->request->count && watching->hints >= 0; i++)
        (void)inotify_add_watch(watching->hints, watching->request->folders[i],
                                IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR);
}

static bool is_temporary(struct text name) {
    static const char *const endings[] = {"~", ".part", ".tmp", ".crdownload", ".swp", ".filepart", NULL};
    bool temporary = text_starts(name, TEXT(".")) || text_find(name, TEXT("\n"), 0) < name.size;
    for (size_t i = 0; endings[i]; i++)
        temporary = temporary || text_ends(name, text_of(endings[i]));
    return temporary;
}

static bool same_file(const struct stat *about, const char *path) {
    struct stat other;
    return path && stat(path, &other) == 0 && other.st_dev == about->st_dev && other.st_ino == about->st_ino;
}

/* The store with what stands beside it, the atlas, what `add` could not use. */
static bool is_own(const struct watching *watching, struct text name, const struct stat *about) {
    const char *slash = strrchr(watching->request->store, '/');
    struct text store = text_of(slash ? slash + 1 : watching->request->store);
    bool beside = text_starts(name, store) && name.size > store.size && name.data[store.size] == '-';
    return beside || text_is(name, "rejected.jsonl") || same_file(about, watching->request->store) ||
           same_file(about, watching->request->atlas);
}

/* Written a moment ago: perhaps not to its end. */
static bool is_settling(const struct watching *watching, const struct stat *about) {
    struct timespec now;
    (void)clock_gettime(CLOCK_REALTIME, &now);
    double age = difftime(now.tv_sec, about->st_mtim.tv_sec) + (double)(now.tv_nsec - about->st_mtim.tv_nsec) / 1e9;
    return !watching->request->once && age >= 0 && age < watching->request->quiet;
}

static bool is_noted(const struct ledger_file *noted, const struct ledger_file *now) {
    return noted && noted->size == now->size && noted->seconds == now->seconds &&
           noted->nanoseconds == now->nanoseconds;
}

/* A file that is not in the ledger as it is now; one that was but touched is noted anew. */
static void look_at(struct watching *watching, struct watch_ledger *ledger, struct text name, struct arena *arena,
                    struct arrivals *arrivals) {
    struct stat about;
    struct ledger_file now = {0};
    struct text content;
    const char *path = file_join(arena, ledger->folder, text_c(arena, name));
    if (stat(path, &about) != 0 || !S_ISREG(about.st_mode) || is_own(watching, name, &about) ||
        !ledger_look(path, name, &now))
        return;
    const struct ledger_file *noted = watch_ledger_find(ledger, name);
    if (is_noted(noted, &now))
        return;
    if (is_settling(watching, &about)) {
        note_hint(watching);
        return;
    }
    struct arena *scratch = arena_open();
    bool read = file_read(path, FILE_LIMIT, scratch, &content, NULL);
    file_sha256(read ? content : TEXT_NONE, now.sha256);
    arena_close(scratch);
    if (read && noted && strcmp(noted->sha256, now.sha256) == 0)
        watch_ledger_note(ledger, &now);
    else
        *LIST_PUSH(arena, arrivals) = (struct arrival){.file = now, .reasons = builder_new(arena)};
}

static void forget_gone(struct watch_ledger *ledger, const struct text *names, size_t count) {
    size_t at = 0, kept = 0;
    for (size_t i = 0; i < ledger->files.count; i++) {
        while (at < count && text_compare(names[at], ledger->files.items[i].path) < 0)
            at++;
        if (at < count && text_equal(names[at], ledger->files.items[i].path))
            ledger->files.items[kept++] = ledger->files.items[i];
    }
    ledger->changed = ledger->changed || kept < ledger->files.count;
    ledger->files.count = kept;
}

/* Which of the arrivals a line of `add --json` is about. */
static struct arrival *arrival_of(struct arrival *arrivals, size_t count, struct text path) {
    size_t slash = path.size;
    while (slash > 0 && path.data[slash - 1] != '/')
        slash--;
    for (size_t i = 0; i < count; i++)
        if (text_equal(arrivals[i].file.path, text_slice(path, slash, path.size)))
            return &arrivals[i];
    return NULL;
}

static void read_line(struct text line, struct arrival *arrivals, size_t count) {
    cJSON *object = NULL;
    struct text status, path, reason;
    if (!json_read(line, &object, NULL))
        return;
    struct arrival *arrival = json_find_text(object, "file", &path) ? arrival_of(arrivals, count, path) : NULL;
    if (arrival && json_find_text(object, "status", &status)) {
        bool rejected = text_is(status, "rejected");
        arrival->rejected = arrival->rejected || rejected;
        arrival->taken = arrival->taken || !rejected;
        double number = 0;
        if (rejected && json_find_number(object, "line", &number) && number > 0)
            builder_format(&arrival->reasons, "line %.0f: ", number);
        if (rejected && json_find_text(object, "reason", &reason)) {
            builder_add(&arrival->reasons, reason);
            builder_add_char(&arrival->reasons, '\n');
        }
    }
    cJSON_Delete(object);
}

/* A name in the folder that is free: "x.csv", "x.csv-2" … */
static const char *free_path(const char *folder, struct text name, struct arena *arena) {
    const char *path = file_join(arena, folder, text_c(arena, name));
    for (int i = 2; file_exists(path); i++)
        path = file_join(arena, folder, text_c(arena, text_format(arena, "%.*s-%d", TEXT_ARGS(name), i)));
    return path;
}

/* A file that gave nothing goes; one of which a part was wrong stays. The reasons are kept of both. */
static bool set_aside(struct watching *watching, struct watch_ledger *ledger, struct arrival *arrival,
                      struct arena *arena, struct error *error) {
    const char *folder = file_join(arena, ledger->folder, REJECTED);
    const char *from = file_join(arena, ledger->folder, text_c(arena, arrival->file.path));
    const char *to = free_path(folder, arrival->file.path, arena);
    const char *reason = text_c(arena, text_format(arena, "%s.reason.txt", to));
    if (!file_make_directory(folder, error) || !file_write(reason, builder_text(&arrival->reasons), error))
        return false;
    bool moved = !arrival->taken && rename(from, to) == 0;
    outlet_remark(watching->outlet, "%s: %s; see %s", from,
                  moved ? "cannot be used, and was put aside" : "a part of it cannot be used", reason);
    if (moved)
        watch_ledger_forget(ledger, arrival->file.path);
    else
        watch_ledger_note(ledger, &arrival->file);
    return true;
}

static bool settle(struct watching *watching, struct watch_ledger *ledger, struct arrival *arrivals, size_t count,
                   struct arena *arena, struct error *error) {
    for (size_t i = 0; i < count; i++)
        if (!arrivals[i].rejected)
            watch_ledger_note(ledger, &arrivals[i].file);
        else if (!set_aside(watching, ledger, &arrivals[i], arena, error))
            return false;
    return watch_ledger_save(ledger, error);
}

/* Adds some files; what they gave is in the store before they are noted. */
static bool add_batch(struct watching *watching, struct watch_ledger *ledger, struct arrival *arrivals, size_t count,
                      struct arena *arena, struct error *error) {
    const char *words[WORDS] = {"bordermap", "add", "--json", "--store", watching->request->store, "--"};
    struct watch_idle idle = {drain_hints, watching};
    struct text said, line;
    int code = 0;
    size_t at = 6;
    for (size_t i = 0; i < count; i++)
        words[at++] = file_join(arena, ledger->folder, text_c(arena, arrivals[i].file.path));
    if (!watch_child_run(watching->request->program, words, &idle, arena, &said, &code, error))
        return false;
    if (interrupt_pending())
        return true; /* they are looked at again at the next start */
    if (code != 0 && code != 1)
        return error_set(error, ERROR_ENVIRONMENT, "files could not be added (%d); they are tried again", code);
    while (said.size > 0 && text_split(&said, '\n', &line))
        if (line.size > 0)
            read_line(line, arrivals, count);
    watching->due = true;
    return settle(watching, ledger, arrivals, count, arena, error);
}

static bool scan(struct watching *watching, const char *folder, struct error *error) {
    struct arena *arena = arena_open();
    struct watch_ledger ledger = watch_ledger_read(folder, arena);
    struct arrivals arrivals = {0};
    struct text *names;
    size_t count;
    bool done = file_list(folder, arena, &names, &count, error);
    if (done)
        forget_gone(&ledger, names, count);
    for (size_t i = 0; done && i < count; i++)
        if (!is_temporary(names[i]))
            look_at(watching, &ledger, names[i], arena, &arrivals);
    for (size_t i = 0; done && i < arrivals.count && !interrupt_pending(); i += BATCH) {
        size_t some = arrivals.count - i < BATCH ? arrivals.count - i : BATCH;
        done = add_batch(watching, &ledger, &arrivals.items[i], some, arena, error);
    }
    done = done && watch_ledger_save(&ledger, error);
    arena_close(arena);
    return done;
}

static bool build(struct watching *watching, struct error *error) {
    const struct watch_request *request = watching->request;
    const char *words[WORDS] = {"bordermap", "build", "--store", request->store};
    struct watch_idle idle = {drain_hints, watching};
    struct arena *arena = arena_open();
    size_t at = 4;
    int code = 0;
    for (size_t i = 0; request->build_options && request->build_options[i] && at < WORDS - 2; i++)
        words[at++] = request->build_options[i];
    words[at] = request->atlas;
    bool done = !request->atlas || watch_child_run(request->program, words, &idle, arena, NULL, &code, error);
    if (done && code != 0)
        outlet_remark(watching->outlet, "build ended with %d; it is tried again after the next change", code);
    watching->due = watching->due && (!done || code < 0);
    arena_close(arena);
    return done;
}

/* Trouble with one folder or one build does not end the watch: it is told, and tried again. */
static void work(struct watching *watching, bool *failed) {
    struct error error = {0};
    watching->first = watching->last = 0;
    watch_all(watching);
    for (size_t i = 0; i < watching->request->count && !interrupt_pending(); i++)
        if (!scan(watching, watching->request->folders[i], &error)) {
            *failed = true;
            (void)outlet_failure(watching->outlet, &error);
        }
    if (watching->due && !interrupt_pending() && !build(watching, &error)) {
        *failed = true;
        (void)outlet_failure(watching->outlet, &error);
    }
    watching->next = seconds() + watching->request->rescan;
}

static void await_hint(struct watching *watching) {
    struct pollfd hints = {watching->hints, POLLIN, 0};
    (void)poll(&hints, watching->hints >= 0 ? 1 : 0, POLL_MS);
    drain_hints(watching);
}

static bool is_time(const struct watching *watching) {
    double now = seconds();
    bool told = watching->first > 0 &&
                (now - watching->last >= watching->request->quiet || now - watching->first >= watching->request->most);
    return told || now >= watching->next;
}

static bool check_folders(const struct watch_request *request, struct error *error) {
    for (size_t i = 0; i < request->count; i++) {
        struct stat about;
        if (!file_is_directory(request->folders[i]))
            return error_set(error, ERROR_USAGE, "%s: is no folder; watch takes folders into which files arrive",
                             request->folders[i]);
        if (stat(request->folders[i], &about) == 0 && same_file(&about, request->out))
            return error_set(error, ERROR_USAGE, "%s: is where the maps go; files must arrive in another folder",
                             request->folders[i]);
    }
    return true;
}

bool watch_folders(const struct outlet *outlet, const struct watch_request *request, struct error *error) {
    struct watching watching = {.outlet = outlet, .request = request, .hints = -1, .due = request->atlas != NULL};
    bool failed = false;
    if (!check_folders(request, error))
        return false;
    if (!request->once) {
        watching.hints = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        if (watching.hints < 0)
            outlet_remark(outlet, "the system tells of no changes (%s): folders are read every %g seconds",
                          strerror(errno), request->rescan);
    }
    watch_all(&watching);
    work(&watching, &failed);
    while (!request->once && !interrupt_pending()) {
        await_hint(&watching);
        if (is_time(&watching) && !interrupt_pending())
            work(&watching, &failed);
    }
    if (watching.hints >= 0)
        close(watching.hints);
    if (request->once && failed)
        return error_set(error, ERROR_INPUT, "not everything could be done; see above");
    return true;
}
