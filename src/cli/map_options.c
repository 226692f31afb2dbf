#include "map_options.h"

#include "likeness.h"
#include "number.h"
#include "page_size.h"
#include "settings.h"
#include "version.h"

#include <string.h>

#define CSS_DPI 96.0
#define MOST_PIXELS 1.5e8
#define HALF_WORLD 180.0 /* degrees: what crosses the antimeridian is narrower */

static bool read_formats(const char *list, struct map_request *request, struct arena *arena, struct error *error) {
    struct text rest = text_of(list ? list : ""), name;
    if (!list)
        request->formats = picture_formats_usual();
    while (list && text_split(&rest, ',', &name)) {
        size_t format;
        if (!picture_format_find(name, &format))
            return error_set(error, ERROR_USAGE, "--format: '%.*s' is no format; it takes a list of %.*s",
                             TEXT_ARGS(name), TEXT_ARGS(picture_format_names(arena)));
        request->formats |= 1U << format;
    }
    return true;
}

/* --size, --scale and --dpi together; a page in millimetres has a number of dots of its own. */
static bool read_page(const struct arguments *arguments, struct map_request *request, struct error *error) {
    const char *size = command_option(arguments, "--size"), *scale = command_option(arguments, "--scale"),
               *dpi = command_option(arguments, "--dpi");
    struct page_size page;
    double value = 1;
    if (!page_size_read(text_of(size ? size : "web"), &page, error))
        return error_context(error, "--size");
    if (scale && (!number_read(text_of(scale), &value) || value < 0.25 || value > 8))
        return error_set(error, ERROR_USAGE, "--scale: '%s' must be a number from 0.25 to 8", scale);
    if (scale && dpi)
        return error_set(error, ERROR_USAGE, "--scale and --dpi say the same; leave one out");
    if (dpi && (!number_read(text_of(dpi), &value) || value < 24 || value > 1200))
        return error_set(error, ERROR_USAGE, "--dpi: '%s' must be a number from 24 to 1200", dpi);
    request->picture.scale = dpi ? value / CSS_DPI : scale ? value * (page.print ? 1 : page.scale) : page.scale;
    request->map.width = page.width;
    request->map.height = page.height;
    if (page.width * page.height * request->picture.scale * request->picture.scale > MOST_PIXELS) {
        return error_set(error, ERROR_USAGE, "a picture of %.0fx%.0f pixels is too large: at most 150 megapixels",
                         page.width * request->picture.scale, page.height * request->picture.scale);
    }
    return true;
}

bool bbox_option_read(const char *box, struct bounds *bounds, struct error *error) {
    double sides[4];
    struct text rest = text_of(box), side;
    struct bounds read = bounds_empty();
    size_t count = 0;
    while (box && count < 4 && text_split(&rest, ',', &side) && number_read(text_trim(side), &sides[count]))
        count++;
    if (box && (count < 4 || rest.data || !bounds_of(sides[0], sides[1], sides[2], sides[3], &read)))
        return error_set(error, ERROR_USAGE,
                         "--bbox: '%s' is no frame; write west,south,east,north in degrees: 68,38.5,74,41.5", box);
    if (box && sides[2] <= sides[0] && read.east - read.west > HALF_WORLD)
        return error_set(error, ERROR_USAGE,
                         "--bbox: '%s' goes %.6g degrees around the world; are west and east swapped?", box,
                         read.east - read.west);
    *bounds = read;
    return true;
}

static bool read_as_of(const char *date, struct map_request *request, struct error *error) {
    if (date && !date_read(text_of(date), &request->map.as_of))
        return error_set(error, ERROR_USAGE, "--as-of: '%s' is no date; write it as 2022-09-14", date);
    return true;
}

/* Which of `names`, which end with NULL, the option says; without it `choice` stays. */
static bool read_choice(const struct arguments *arguments, const char *option, const char *refusal,
                        const char *const *names, size_t *choice, struct error *error) {
    const char *told = command_option(arguments, option);
    for (size_t i = 0; told && names[i]; i++)
        if (strcmp(told, names[i]) == 0) {
            *choice = i;
            return true;
        }
    return !told || error_set(error, ERROR_USAGE, "%s: '%s' %s%s", option, told, refusal,
                              likeness_hint(text_of(told), names, arguments->arena));
}

static bool read_disputed(const struct arguments *arguments, struct map_request *request, struct error *error) {
    static const char *const names[] = {"hatch", "dash", "hide", NULL};
    size_t choice = 0;
    bool sound = read_choice(arguments, "--disputed", "is no way; it takes hatch, dash or hide", names, &choice, error);
    request->map.disputed = (enum map_disputed)choice;
    return sound;
}

static bool read_show(const struct arguments *arguments, struct map_request *request, struct error *error) {
    static const char *const names[] = {"scene", NULL};
    size_t choice;
    request->show_scene = command_option(arguments, "--show") != NULL;
    return read_choice(arguments, "--show", "cannot be shown; it takes: scene", names, &choice, error);
}

static bool read_title(const char *title, struct map_request *request, struct error *error) {
    request->map.title = text_of(title);
    return text_is_utf8(request->map.title, NULL) || error_set(error, ERROR_USAGE, "--title: is not UTF-8");
}

static bool read_svg_text(const struct arguments *arguments, struct map_request *request, struct error *error) {
    static const char *const names[] = {"text", "paths", NULL};
    size_t choice = 0;
    bool sound = read_choice(arguments, "--svg-text", "is neither text nor paths", names, &choice, error);
    request->picture.svg_paths = choice == 1;
    return sound;
}

static bool read_overlays(const struct arguments *arguments, struct map_request *request, struct error *error) {
    struct map_overlay *overlays = ARENA_ARRAY(arguments->arena, struct map_overlay, arguments->given_count + 1);
    const char *spec;
    size_t count = 0;
    while ((spec = command_option_again(arguments, "--overlay", count)) != NULL) {
        if (!map_overlay_read(text_of(spec), count, arguments->arena, &overlays[count], error))
            return error_context(error, "--overlay");
        count++;
    }
    request->map.overlays = overlays;
    request->map.overlay_count = count;
    return true;
}

static bool read_safe(const struct arguments *arguments, struct map_request *request, struct error *error) {
    const char *told = command_option(arguments, "--safe");
    request->map.safe_from = request->map.as_of;
    return !told || safe_read(text_of(told), arguments->arena, &request->map.safe, error) ||
           error_context(error, "--safe");
}

/* How many incidents are drawn, and by what. */
static bool read_many(const struct arguments *arguments, struct map_request *request, struct error *error) {
    static const char *const densities[] = {"auto", "points", "regions", "hexagons", NULL};
    static const char *const measures[] = {"incidents", "killed", NULL};
    size_t density = 0, measure = 0;
    bool sound =
        read_choice(arguments, "--density", "is no way; it takes auto, points, regions or hexagons", densities,
                    &density, error) &&
        read_choice(arguments, "--count", "cannot be counted; it takes incidents or killed", measures, &measure, error);
    request->map.density = (enum map_density)density;
    request->map.measure = (enum map_measure)measure;
    request->columns = command_option(arguments, "--columns");
    request->unsure = command_option(arguments, "--unsure") != NULL;
    return sound;
}

bool map_options_read(const struct arguments *arguments, struct map_request *request, struct error *error) {
    struct map_request read = {0};
    bool sound = read_formats(command_option(arguments, "--format"), &read, arguments->arena, error) &&
                 read_page(arguments, &read, error) &&
                 bbox_option_read(command_option(arguments, "--bbox"), &read.map.bounds, error) &&
                 read_as_of(command_option(arguments, "--as-of"), &read, error) &&
                 read_disputed(arguments, &read, error) && read_show(arguments, &read, error);
    if (!sound)
        return false;
    const char *directory = command_option(arguments, "--output");
    const char *style = command_option(arguments, "--style");
    read.directory = directory ? directory : "out";
    read.style = style ? style : "newsroom";
    read.place = command_option(arguments, "--place");
    if (!read_title(command_option(arguments, "--title"), &read, error) || !read_svg_text(arguments, &read, error) ||
        !read_overlays(arguments, &read, error) || !read_safe(arguments, &read, error) ||
        !read_many(arguments, &read, error))
        return false;
    read.edit = command_option(arguments, "--edit");
    read.world_file = command_option(arguments, "--world-file") != NULL;
    read.names = settings_names(arguments);
    read.styles = settings_styles(arguments, arguments->arena);
    read.version = BORDERMAP_VERSION;
    read.write_edit = command_option(arguments, "--write-edit") != NULL;
    read.map.second = text_of(command_option(arguments, "--lang"));
    text_split(&read.map.second, ',', &read.map.lang);
    read.map.worldview = text_of(command_option(arguments, "--worldview"));
    read.map.relief = command_option(arguments, "--relief");
    read.map.relief_credit = text_of(command_option(arguments, "--relief-credit"));
    read.map.all = command_option(arguments, "--all") != NULL;
    read.map.incidents_only = command_option(arguments, "--incidents-only") != NULL;
    read.prune = command_option(arguments, "--prune") != NULL;
    read.map.excerpt = command_option(arguments, "--excerpt") != NULL;
    read.check = command_option(arguments, "--check") != NULL;
    read.print_manifest = command_option(arguments, "--json") != NULL;
    *request = read;
    return true;
}
