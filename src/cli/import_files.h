/* import_files.h: `bordermap geodata import` and `remove`. */
#ifndef BORDERMAP_IMPORT_FILES_H
#define BORDERMAP_IMPORT_FILES_H

#include "command.h"

/* Imports the inputs behind the first; tells what came of it. */
enum exit_code import_files(const struct arguments *arguments);

enum exit_code import_remove(const struct arguments *arguments, const char *name);

#endif
