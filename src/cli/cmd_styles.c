/* bordermap styles: list the styles, check one, show one with all that it inherits. */
#include "output.h"
#include "settings.h"
#include "style_open.h"
#include "style_schema.h"

#include <string.h>

static const struct option options[] = {
    {"--styles", 0, "DIR", "the folder of styles (else BORDERMAP_STYLES, else beside the program)"},
    {NULL, 0, NULL, NULL}};

/* A style that cannot be read is listed with what is wrong with it. */
static bool list(const char *folder, struct arena *arena, struct error *error) {
    struct text *names;
    size_t count;
    if (!style_list(folder, arena, &names, &count, error)) {
        error->kind = ERROR_ENVIRONMENT;
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct style *style = NULL;
        struct error wrong = {0};
        bool sound = style_read(folder, text_c(arena, names[i]), arena, &style, &wrong);
        struct text said = sound ? style->description : text_of(wrong.message);
        output_result(text_format(arena, "%-16.*s %.*s\n", TEXT_ARGS(names[i]), TEXT_ARGS(said)));
    }
    return true;
}

static bool check(const char *folder, const char *name, struct arena *arena, struct error *error) {
    struct style *style;
    struct outlet outlet = output_outlet();
    if (!style_open(folder, name, &outlet, arena, &style, error))
        return false;
    output_result(TEXT("sound\n"));
    return true;
}

static bool show(const char *folder, const char *name, struct arena *arena, struct error *error) {
    struct text json;
    if (!style_show(folder, name, arena, &json, error))
        return false;
    output_result(json);
    return true;
}

static bool run_action(const struct arguments *arguments, struct arena *arena, struct error *error) {
    const char *folder = settings_styles(arguments, arena);
    size_t count = arguments->input_count;
    const char *action = count > 0 ? arguments->inputs[0] : "list";
    if (strcmp(action, "list") == 0 && count <= 1)
        return list(folder, arena, error);
    if (strcmp(action, "check") == 0 && count == 2)
        return check(folder, arguments->inputs[1], arena, error);
    if (strcmp(action, "show") == 0 && count == 2)
        return show(folder, arguments->inputs[1], arena, error);
    if (strcmp(action, "schema") == 0 && count == 1) {
        output_result(style_schema_write(arena));
        return true;
    }
    return error_set(error, ERROR_USAGE,
                     "styles wants: list, check NAME|FILE, show NAME|FILE, or schema; see 'bordermap styles --help'");
}

static enum exit_code run_styles(const struct arguments *arguments) {
    struct error error = {0};
    struct arena *arena = arena_open();
    enum exit_code code = run_action(arguments, arena, &error) ? EXIT_DONE : output_failure(&error);
    arena_close(arena);
    return code;
}

const struct command command_styles = {
    "styles",
    "styles [list | check NAME|FILE | show NAME|FILE | schema]",
    "list the styles; check one; show one with all that it inherits; print their JSON Schema",
    "A style of your own extends a shipped one: {\"extends\": \"newsroom\", \"layers\": {\"sea\": {\"fill-color\": "
    "\"#cfe3f1\"}}}",
    options,
    run_styles};
