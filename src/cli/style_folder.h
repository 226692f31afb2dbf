/* style_folder.h: where the styles are. */
#ifndef BORDERMAP_STYLE_FOLDER_H
#define BORDERMAP_STYLE_FOLDER_H

#include "command.h"

/* --styles if given (the command must have it), else BORDERMAP_STYLES, else beside the binary; in the arena. */
char *style_folder(const struct arguments *arguments, struct arena *arena);

#endif
