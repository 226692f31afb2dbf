#include "region_options.h"

#include "map_options.h"

static bool read_day(const struct arguments *arguments, const char *option, struct atlas_day *day,
                     struct error *error) {
    const char *told = command_option(arguments, option);
    return !told || atlas_day_read(text_of(told), day) ||
           error_set(error, ERROR_USAGE, "%s: '%s' is no day; write it as 2022-09-14 or -7d", option, told);
}

bool region_options_read(const struct arguments *arguments, struct atlas_map *what, struct error *error) {
    const char *told;
    what->within_km = 50;
    for (size_t i = 0; (told = command_option_again(arguments, "--area", i)) != NULL; i++)
        text_list_add(&what->areas, text_of(told), arguments->arena);
    for (size_t i = 0; (told = command_option_again(arguments, "--kind", i)) != NULL; i++) {
        enum incident_kind kind;
        if (!kind_find(text_of(told), &kind))
            return error_set(error, ERROR_USAGE, "--kind: '%s' is not known; docs/story.md lists them", told);
        text_list_add(&what->kinds, text_of(told), arguments->arena);
    }
    return read_day(arguments, "--since", &what->since, error) && read_day(arguments, "--until", &what->until, error) &&
           bbox_option_read(command_option(arguments, "--bbox"), &what->bbox, error);
}
