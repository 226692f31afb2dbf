#include "file_set.h"

#include "file.h"
#include "list.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/* A staging folder is "<STAGING><16 hexadecimal digits>", with FINAL behind it from when its files are to be put in
 * their places. In it lie the files under their names, the interim index, the index's name, and what they replace. */
static const char *const STAGING = ".bordermap-";
static const char *const FINAL = ".final";
static const char *const INDEX = ".index";
static const char *const INTERIM = ".interim";
static const char *const OLD = ".old-";

struct file_set {
    struct arena *arena;
    const char *directory;
    const char *staging; /* NULL = nothing was added yet */
    int lock;            /* the staging folder, open and locked as long as its run lives */
    struct {
        struct text *items;
        size_t count, capacity;
    } names;
    struct {
        struct stat *items;
        size_t count, capacity;
    } kept;
};

struct file_set *file_set_new(const char *directory, struct arena *arena) {
    struct file_set *set = ARENA_NEW(arena, struct file_set);
    set->arena = arena;
    set->directory = text_c(arena, text_of(directory));
    set->lock = -1;
    return set;
}

void file_set_protect(struct file_set *set, const char *path) {
    struct stat about;
    if (path && stat(path, &about) == 0)
        *LIST_PUSH(set->arena, &set->kept) = about;
}

static bool fails(const char *path, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s; choose another place with -o", path,
                     strerror(errno));
}

/* Opens a folder and waits until nobody else has it locked; where there are no locks it goes without. */
static bool lock_folder(const char *path, int *lock, struct error *error) {
    *lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*lock < 0)
        return fails(path, error);
    while (flock(*lock, LOCK_EX) != 0 && errno == EINTR)
        ;
    return true;
}

/* Removes a staging folder with the files in it. */
static void remove_staging(const char *path, struct arena *arena) {
    struct text *names;
    size_t count;
    if (!file_list(path, arena, &names, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++)
        unlink(file_join(arena, path, text_c(arena, names[i])));
    rmdir(path);
}

static bool move(const char *from, const char *to, const char *name, struct arena *arena) {
    return rename(file_join(arena, from, name), file_join(arena, to, name)) == 0;
}

/* Finishes what a run that was killed had begun: all its files were written. */
static void finish_dead(const char *directory, const char *staging, struct arena *arena) {
    struct text *names, index;
    size_t count;
    if (!file_list(staging, arena, &names, &count, NULL) ||
        !file_read(file_join(arena, staging, INDEX), 4096, arena, &index, NULL))
        return;
    (void)!rename(file_join(arena, staging, INTERIM), file_join(arena, directory, text_c(arena, index)));
    for (size_t i = 0; i < count; i++)
        if (names[i].data[0] != '.' && !text_equal(names[i], index))
            (void)!move(staging, directory, text_c(arena, names[i]), arena);
    (void)!move(staging, directory, text_c(arena, index), arena);
}

/* Staging folders whose run is dead: nobody has them locked. The directory is locked. */
static void clear_dead(const char *directory, struct arena *arena) {
    struct text *names;
    size_t count;
    if (!file_list(directory, arena, &names, &count, NULL))
        return;
    for (size_t i = 0; i < count; i++) {
        if (!text_starts(names[i], text_of(STAGING)))
            continue;
        const char *path = file_join(arena, directory, text_c(arena, names[i]));
        int lock = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0) {
            if (text_ends(names[i], text_of(FINAL)))
                finish_dead(directory, path, arena);
            remove_staging(path, arena);
        }
        if (lock >= 0)
            close(lock);
    }
}

static bool make_staging(struct file_set *set, struct error *error) {
    uint64_t chance = 0;
    if (getrandom(&chance, sizeof chance, 0) != (ssize_t)sizeof chance)
        return fails(set->directory, error);
    const char *name = text_c(set->arena, text_format(set->arena, "%s%016llx", STAGING, (unsigned long long)chance));
    const char *path = file_join(set->arena, set->directory, name);
    if (mkdir(path, 0700) != 0)
        return fails(path, error);
    if (!lock_folder(path, &set->lock, error)) {
        rmdir(path);
        return false;
    }
    set->staging = path;
    return true;
}

static bool begin(struct file_set *set, struct error *error) {
    int lock;
    if (!file_make_directory(set->directory, error) || !lock_folder(set->directory, &lock, error))
        return false;
    clear_dead(set->directory, set->arena);
    bool made = make_staging(set, error);
    close(lock);
    return made;
}

bool file_set_begin(struct file_set *set, struct error *error) {
    return set->staging || begin(set, error);
}

void file_set_mend(const char *directory) {
    struct arena *arena = arena_open();
    int lock;
    if (file_is_directory(directory) && lock_folder(directory, &lock, NULL)) {
        clear_dead(directory, arena);
        close(lock);
    }
    arena_close(arena);
}

const struct text *file_set_names(const struct file_set *set, size_t *count) {
    *count = set->names.count;
    return set->names.items;
}

void file_set_drop(struct file_set *set, size_t count) {
    while (set->names.count > count)
        unlink(file_join(set->arena, set->staging, text_c(set->arena, set->names.items[--set->names.count])));
}

const char *file_set_staged(const struct file_set *set, const char *name) {
    return set->staging ? file_join(set->arena, set->staging, name) : NULL;
}

void file_set_adopt(struct file_set *set, const char *name) {
    *LIST_PUSH(set->arena, &set->names) = text_copy(set->arena, text_of(name));
}

static bool is_kept(const struct file_set *set, const char *path) {
    struct stat about;
    if (stat(path, &about) != 0)
        return false;
    for (size_t i = 0; i < set->kept.count; i++)
        if (set->kept.items[i].st_dev == about.st_dev && set->kept.items[i].st_ino == about.st_ino)
            return true;
    return false;
}

bool file_set_add(struct file_set *set, const char *name, struct text content, struct error *error) {
    const char *path = file_join(set->arena, set->directory, name);
    if (is_kept(set, path))
        return error_set(error, ERROR_USAGE,
                         "%s: is an input of this run and would be overwritten; choose another "
                         "folder with -o",
                         path);
    if ((!set->staging && !begin(set, error)) || !file_write(file_join(set->arena, set->staging, name), content, error))
        return false;
    *LIST_PUSH(set->arena, &set->names) = text_copy(set->arena, text_of(name));
    return true;
}

/* What was at the place of a file before. */
enum before { BEFORE_NOTHING, BEFORE_KEPT, BEFORE_LOST };

/* Keeps what a file replaces, as a second link: lost where the folder's file system has no links. */
static enum before keep_old(const struct file_set *set, const char *name) {
    const char *old = text_c(set->arena, text_format(set->arena, "%s/%s%s", set->staging, OLD, name));
    bool kept = link(file_join(set->arena, set->directory, name), old) == 0;
    return kept ? BEFORE_KEPT : errno == ENOENT ? BEFORE_NOTHING : BEFORE_LOST;
}

static void put_back(const struct file_set *set, const char *name, enum before before) {
    const char *path = file_join(set->arena, set->directory, name);
    if (before == BEFORE_KEPT)
        (void)!rename(text_c(set->arena, text_format(set->arena, "%s/%s%s", set->staging, OLD, name)), path);
    else if (before == BEFORE_NOTHING)
        unlink(path);
}

/* Puts the files in their places, the index, which is interim by then, last. On failure *failed is the errno. */
static bool put_files(const struct file_set *set, const char *index, int *failed) {
    enum before *before = ARENA_ARRAY(set->arena, enum before, set->names.count + 1);
    size_t done = 0;
    bool good = true;
    for (; good && done < set->names.count; done += good) {
        const char *name = text_c(set->arena, set->names.items[done]);
        bool last = strcmp(name, index) == 0;
        before[done] = last ? BEFORE_LOST : keep_old(set, name);
        good = last || move(set->staging, set->directory, name, set->arena);
    }
    if (good && move(set->staging, set->directory, index, set->arena))
        return true;
    *failed = errno;
    while (done-- > 0)
        put_back(set, text_c(set->arena, set->names.items[done]), before[done]);
    return false;
}

static bool swap(const struct file_set *set, const char *index, struct error *error) {
    const char *interim = file_join(set->arena, set->staging, INTERIM);
    const char *path = file_join(set->arena, set->directory, index);
    enum before before = keep_old(set, index);
    int failed = 0;
    if (rename(interim, path) != 0)
        return fails(path, error);
    if (put_files(set, index, &failed))
        return true;
    put_back(set, index, before);
    errno = failed;
    return fails(path, error);
}

/* From here on the set is finished by another run if this one is killed. */
static bool make_final(struct file_set *set, const char *index, struct text interim, struct error *error) {
    const char *final = text_c(set->arena, text_format(set->arena, "%s%s", set->staging, FINAL));
    if (!file_write(file_join(set->arena, set->staging, INDEX), text_of(index), error) ||
        !file_write(file_join(set->arena, set->staging, INTERIM), interim, error))
        return false;
    if (fsync(set->lock) != 0 || rename(set->staging, final) != 0)
        return fails(set->directory, error);
    set->staging = final;
    return true;
}

bool file_set_publish(struct file_set *set, const char *index, struct text interim, struct error *error) {
    int lock;
    if (!set->staging || !lock_folder(set->directory, &lock, error))
        return set->staging == NULL;
    clear_dead(set->directory, set->arena);
    bool published = make_final(set, index, interim, error) && swap(set, index, error);
    if (published)
        (void)fsync(lock); /* it is in its place; how soon the disk has it cannot be helped any more */
    file_set_close(set);
    close(lock);
    return published;
}

void file_set_close(struct file_set *set) {
    if (set->staging) {
        remove_staging(set->staging, set->arena);
        close(set->lock);
    }
    set->staging = NULL;
    set->lock = -1;
    set->names.count = 0;
}
