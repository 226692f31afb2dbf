#include "page_size.h"

#include "builder.h"
#include "number.h"

#include <math.h>

static const double smallest_side = 160, largest_side = 6000; /* CSS pixels */
static const double most_times = 8;                           /* after "@" */
static const double css_pixels_a_mm = 96 / 25.4;
static const double print_scale = 300.0 / 96;

/* Screens show the page at `scale` device pixels a CSS pixel, so that lettering is large enough there. */
static const struct preset {
    const char *name;
    double width, height;
    bool mm;
    double scale;
    const char *use;
} presets[] = {{"column", 85, 120, true, 1, "one column of a newspaper"},
               {"two-columns", 120, 110, true, 1, "two columns of a magazine"},
               {"page-width", 180, 135, true, 1, "the width of a printed page"},
               {"a4", 297, 210, true, 1, "A4, landscape"},
               {"a4-portrait", 210, 297, true, 1, "A4, upright"},
               {"a3", 420, 297, true, 1, "A3, landscape"},
               {"a3-portrait", 297, 420, true, 1, "A3, upright"},
               {"slide", 960, 540, false, 2, "a slide, 1920x1080"},
               {"square", 540, 540, false, 2, "a square post, 1080x1080"},
               {"portrait", 540, 675, false, 2, "an upright post, 1080x1350"},
               {"story", 540, 960, false, 2, "a full phone screen, 1080x1920"},
               {"og", 600, 315, false, 2, "a link preview, 1200x630"},
               {"web", 1200, 900, false, 1, "an article's width, 1200x900"},
               {"web-medium", 640, 480, false, 1, "half of it, 640x480"},
               {"web-small", 320, 400, false, 1, "a phone's width, 320x400"}};

enum { PRESETS = sizeof presets / sizeof presets[0] };

static bool is_out_of_range(double side) {
    return !(side >= smallest_side && side <= largest_side);
}

static bool read_times(struct text times, double *value) {
    bool marked = text_ends(times, TEXT("x"));
    return marked && number_read(text_slice(times, 0, times.size - 1), value) && *value >= 0.25 && *value <= most_times;
}

/* "1200x900", with "px" or "mm" after it. */
static bool read_sides(struct text sides, struct page_size *page) {
    struct text height = sides, width;
    bool mm = text_ends(sides, TEXT("mm")), px = text_ends(sides, TEXT("px"));
    height.size -= mm || px ? 2 : 0;
    double unit = mm ? css_pixels_a_mm : 1;
    if (!text_split(&height, 'x', &width) || !number_read(width, &page->width) || !number_read(height, &page->height))
        return false;
    if (!mm && (floor(page->width) < page->width || floor(page->height) < page->height))
        return false;
    page->width *= unit;
    page->height *= unit;
    page->scale = mm ? print_scale : 1;
    page->print = mm;
    return true;
}

static bool find_preset(struct text name, struct page_size *page) {
    for (size_t i = 0; i < PRESETS; i++) {
        const struct preset *preset = &presets[i];
        double unit = preset->mm ? css_pixels_a_mm : 1, scale = preset->mm ? print_scale : preset->scale;
        if (text_is(name, preset->name)) {
            *page = (struct page_size){preset->width * unit, preset->height * unit, scale, preset->mm};
            return true;
        }
    }
    return false;
}

bool page_size_read(struct text size, struct page_size *page, struct error *error) {
    struct page_size read = {0};
    struct text rest = size, base = size;
    double times = 1;
    if (!text_split(&rest, '@', &base) || (!find_preset(base, &read) && !read_sides(base, &read)))
        return error_set(error, ERROR_USAGE,
                         "'%.*s' is no size; write it as 1200x900 (pixels), 85x100mm or a name: --size help",
                         TEXT_ARGS(size));
    if (rest.data && !read_times(rest, &times))
        return error_set(error, ERROR_USAGE, "'%.*s': what follows '@' is 0.25x to %gx, mostly 2x", TEXT_ARGS(size),
                         most_times);
    if (is_out_of_range(read.width) || is_out_of_range(read.height))
        return error_set(error, ERROR_USAGE, "'%.*s' is out of range; each side is %g to %g pixels, or 43 to 1587 mm",
                         TEXT_ARGS(size), smallest_side, largest_side);
    read.scale *= times;
    *page = read;
    return true;
}

struct text page_size_list(struct arena *arena) {
    struct builder out = builder_new(arena);
    for (size_t i = 0; i < PRESETS; i++) {
        const struct preset *preset = &presets[i];
        struct text sides = text_format(arena, "%gx%g%s", preset->width, preset->height, preset->mm ? "mm" : "");
        builder_add(&out, text_format(arena, "%-12s %-10.*s %s\n", preset->name, TEXT_ARGS(sides), preset->use));
    }
    builder_add_c(&out, "WxH          1200x900   CSS pixels, 96 to the inch\n"
                        "WxHmm        85x100mm   millimetres; PNG at 300 dots an inch, or as --dpi says\n"
                        "…@2x         web@2x     the same page in twice the pixels\n");
    return builder_text(&out);
}
