/*
 * user_folder.h: a user's own data folder: what was imported, each import in a folder of its own, laid over the shipped
 * data:
 *   DIR/imports/NAME/catalog.json   where it is from, and the digests of its files
 *   DIR/imports/NAME/overlay.bin    places and names, mapped by the gazetteer
 *   DIR/imports/NAME/areas.fgb      outlines of regions, where the source had some
 */
#ifndef BORDERMAP_USER_FOLDER_H
#define BORDERMAP_USER_FOLDER_H

#include "geodata.h"

/*
 * Where the folder is: `directory` if not NULL, else `environment` ($BORDERMAP_USER_DATA), else bordermap/ in
 * `data_home`
 * ($XDG_DATA_HOME), else .local/share/bordermap in `home`. NULL: there is none, as when the one that counts is empty.
 */
const char *user_folder_find(const char *directory, const char *environment, const char *data_home, const char *home,
                             struct arena *arena);

/* Lays what the folder has over the data: sources, and directories of imports, by name; a folder that is not there has
 * nothing. `except` (or NULL) is left out. ERROR_ENVIRONMENT. */
bool user_folder_open(const char *directory, const char *except, struct arena *arena, struct geodata *geodata,
                      struct error *error) NODISCARD;

/* DIR/imports/NAME. */
char *user_folder_import(const char *directory, const char *name, struct arena *arena);

/* A name that an import may have: letters, digits, '-', '_' and '.', not at its start; at most 64 of them. */
bool user_folder_is_name(struct text name);

/* Puts the finished folder in the place of the import: the old one is there until the new one is. */
bool user_folder_replace(const char *fresh, const char *import, struct error *error) NODISCARD;

/* Removes an import; ERROR_USAGE if there is none of that name. */
bool user_folder_remove(const char *directory, const char *name, struct error *error) NODISCARD;

/* Problems of the imports as lines in *report (empty: sound). */
bool user_folder_check(const struct geodata *geodata, struct arena *arena, struct text *report,
                       struct error *error) NODISCARD;

#endif
