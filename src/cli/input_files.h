/* input_files.h: the files that a command is to read: those named, those in named folders, those that an @list names.
 */
#ifndef BORDERMAP_INPUT_FILES_H
#define BORDERMAP_INPUT_FILES_H

#include "command.h"

/* The same arguments with each folder replaced by the files in it and below, in the order of their names, without
 * hidden ones, and "@list" by the lines of the file "list". Fails with ERROR_USAGE for a list that cannot be read and a
 * folder without a file. */
bool input_files_expand(const struct arguments *arguments, struct arguments *expanded, struct error *error) NODISCARD;

#endif
