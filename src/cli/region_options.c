#include "region_options.h"

#include "number.h"

static bool read_day(const struct arguments *arguments, const char *option, struct atlas_day *day,
                     struct error *error) {
    const char *told = command_option(arguments, option);
    return !told || atlas_day_read(text_of(told), day) ||
           error_set(error, ERROR_USAGE, "%s: '%s' is no day; write it as 2022-09-14 or -7d", option, told);
}

static bool read_bbox(const char *told, struct atlas_map *what, struct error *error) {
    double sides[4];
    struct text rest = text_of(told), side;
    size_t count = 0;
    what->bbox = bounds_empty();
    while (told && count < 4 && text_split(&rest, ',', &side) && number_read(text_trim(side), &sides[count]))
        count++;
    return !told || (count == 4 && !rest.data && bounds_of(sides[0], sides[1], sides[2], sides[3], &what->bbox)) ||
           error_set(error, ERROR_USAGE, "--bbox: '%s' is no frame; write west,south,east,north in degrees", told);
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
           read_bbox(command_option(arguments, "--bbox"), what, error);
}
