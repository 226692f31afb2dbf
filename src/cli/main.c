/* bordermap: news about border incidents into maps an editor can print. */
#include "command.h"

#include <stddef.h>

/* One line a command; each lives in cmd_<name>.c. */
const struct command *const commands[] = {&command_map,
                                          &command_geoparse,
                                          &command_add,
                                          &command_list,
                                          &command_show,
                                          &command_correct,
                                          &command_remove,
                                          &command_link,
                                          &command_unlink,
                                          &command_undo,
                                          &command_export,
                                          &command_backup,
                                          &command_build,
                                          &command_watch,
                                          &command_diff,
                                          &command_geodata,
                                          &command_styles,
                                          &command_explain,
                                          NULL};

int main(int count, char **words) {
    return command_main(count, words);
}
