/* settings.h: what the options of a command and the environment say to the desk. */
#ifndef BORDERMAP_SETTINGS_H
#define BORDERMAP_SETTINGS_H

#include "command.h"
#include "engine.h"

/* The data: --data if given, else BORDERMAP_DATA, else beside the program; the user's own: --user-data, else
 * BORDERMAP_USER_DATA, else the usual place. Results and remarks go where output.h puts them. */
struct engine_options settings_engine(const struct arguments *arguments, struct arena *arena);

/* --article-language, --published, --source, --corrections. */
struct engine_reading settings_reading(const struct arguments *arguments);

/* --styles if given, else BORDERMAP_STYLES, else beside the program. */
const char *settings_styles(const struct arguments *arguments, struct arena *arena);

/* --names if given, else BORDERMAP_NAMES, else NULL. */
const char *settings_names(const struct arguments *arguments);

/* --store if given, else BORDERMAP_STORE, else NULL. */
const char *settings_store(const struct arguments *arguments);

/* The folder of the running program, in the arena. */
char *settings_program_folder(struct arena *arena);

#endif
