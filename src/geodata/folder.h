/* folder.h: whole folders: listing, copying, removing, replacing at once. */
#ifndef BORDERMAP_FOLDER_H
#define BORDERMAP_FOLDER_H

#include "error.h"
#include "text.h"

struct folder_files {
    struct text *items; /* paths inside the folder, sorted by bytes */
    size_t count, capacity;
};

/* All files below the folder. */
bool folder_files(const char *directory, struct arena *arena, struct folder_files *files,
                  struct error *error) NODISCARD;

/* Copies all files below `from` into `into`, which is made. */
bool folder_copy(const char *from, const char *into, struct error *error) NODISCARD;

/* Removes the folder and all in it; one that is not there is no error. */
bool folder_remove(const char *directory, struct error *error) NODISCARD;

/* Puts the finished folder `fresh` in the place of `directory`, which is removed. */
bool folder_replace(const char *fresh, const char *directory, struct error *error) NODISCARD;

#endif
