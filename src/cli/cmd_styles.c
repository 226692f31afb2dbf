/* bordermap styles: list the styles and check one. */
#include "engine.h"
#include "file.h"
#include "output.h"
#include "style.h"
#include "style_folder.h"

#include <stdlib.h>
#include <string.h>

static const struct option options[] = {
    {"--styles", 0, "DIR", "the folder of styles (else BORDERMAP_STYLES, else beside the program)"},
    {NULL, 0, NULL, NULL}};

char *style_folder(const struct arguments *arguments, struct arena *arena) {
    const char *said = command_option(arguments, "--styles");
    said = said ? said : getenv("BORDERMAP_STYLES");
    if (said) {
        return text_c(arena, text_of(said));
    }
    char *binary = engine_binary_directory(arena);
    char *beside = file_join(arena, binary, "styles");
    return file_is_directory(beside) ? beside : file_join(arena, binary, "../share/bordermap/styles");
}

static enum exit_code list(const char *folder, struct arena *arena) {
    struct error error = {0};
    struct text *names;
    size_t count;
    if (!file_list(folder, arena, &names, &count, &error)) {
        error.kind = ERROR_ENVIRONMENT;
        return output_failure(&error);
    }
    for (size_t i = 0; i < count; i++) {
        if (text_ends(names[i], TEXT(".json")) && !text_ends(names[i], TEXT(".schema.json"))) {
            output_result(text_format(arena, "%.*s\n", (int)names[i].size - 5, names[i].data));
        }
    }
    return EXIT_DONE;
}

static enum exit_code run_styles(const struct arguments *arguments) {
    struct error error = {0};
    struct arena *arena = arena_open();
    char *folder = style_folder(arguments, arena);
    struct style *style;
    enum exit_code code = EXIT_DONE;
    const char *action = arguments->input_count > 0 ? arguments->inputs[0] : "list";
    if (strcmp(action, "list") == 0 && arguments->input_count <= 1) {
        code = list(folder, arena);
    } else if (strcmp(action, "check") == 0 && arguments->input_count == 2) {
        bool sound = style_read(folder, arguments->inputs[1], arena, &style, &error);
        code = sound ? EXIT_DONE : output_failure(&error);
        output_result(sound ? TEXT("sound\n") : TEXT_NONE);
    } else {
        error_set(&error, ERROR_USAGE, "styles wants: list, or check NAME|FILE; see 'bordermap styles --help'");
        code = output_failure(&error);
    }
    arena_close(arena);
    return code;
}

const struct command command_styles = {
    "styles", "styles [list | check NAME|FILE]", "list the styles and check one", NULL, options, run_styles};
