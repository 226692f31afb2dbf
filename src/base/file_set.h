/* file_set.h: files of one folder that belong together: all of them are replaced, or none. */
#ifndef BORDERMAP_FILE_SET_H
#define BORDERMAP_FILE_SET_H

#include "error.h"
#include "text.h"

/*
 * The files are written into a hidden folder inside the directory and put in their places at the end, one after the
 * other, the index last. The directory is locked while that happens, so that sets of several runs follow each other.
 * While it happens, the index is the interim one; a run that is killed then is finished by the next one, and what a
 * run leaves that is killed before is removed by it.
 */
struct file_set;

/* A set for the directory, which is made when the first file is added. In the arena; end it with file_set_close(). */
struct file_set *file_set_new(const char *directory, struct arena *arena);

/* Removes what has not been published. */
void file_set_close(struct file_set *set);

/* A file that the set must not replace. What is not there is passed over. */
void file_set_protect(struct file_set *set, const char *path);

/* Writes a file of the set; `name` has no folder. ERROR_ENVIRONMENT; ERROR_USAGE if it would replace a protected one.
 */
bool file_set_add(struct file_set *set, const char *name, struct text content, struct error *error) NODISCARD;

/* The names of the files so far, in the order in which they were added; they may move with the next one. */
const struct text *file_set_names(const struct file_set *set, size_t *count);

/* Takes the files behind the first `count` out of the set. */
void file_set_drop(struct file_set *set, size_t count);

/* Where a file lies until it is published, in the arena; NULL before the first one. */
const char *file_set_staged(const struct file_set *set, const char *name);

/* Makes the hidden folder now, so that processes that are forked afterwards can write there, too. ERROR_ENVIRONMENT. */
bool file_set_begin(struct file_set *set, struct error *error) NODISCARD;

/* Takes a file into the set that another process wrote where file_set_staged() says. */
void file_set_adopt(struct file_set *set, const char *name);

/* Finishes or removes what killed runs left in the directory; one that is not there has nothing. */
void file_set_mend(const char *directory);

/* Puts all files in their places, `index` (which must have been added) last; until then `interim` is its content. On
 * failure what was there before is there again. ERROR_ENVIRONMENT. */
bool file_set_publish(struct file_set *set, const char *index, struct text interim, struct error *error) NODISCARD;

#endif
