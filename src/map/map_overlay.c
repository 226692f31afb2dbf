#include "map_overlay.h"

#include "capitals.h"
#include "colour.h"
#include "likeness.h"
#include "number.h"

#include <math.h>

enum { COLOURS = 4 };

/* Apart from each other, from the accent and from the borders, in grey and to colour-blind eyes. */
static const struct colour usual_colours[COLOURS] = {
    {0x3f, 0x2b, 0x96, 1}, {0x00, 0x6d, 0x5b, 1}, {0x8c, 0x51, 0x0a, 1}, {0x7b, 0x1f, 0x6b, 1}};

static const char *const keys[] = {"layer", "where", "label", "legend", "credit", "color",  "width",
                                   "dash",  "fill",  "hatch", "symbol", "size",   "colour", NULL};

enum key {
    KEY_LAYER,
    KEY_WHERE,
    KEY_LABEL,
    KEY_LEGEND,
    KEY_CREDIT,
    KEY_COLOR,
    KEY_WIDTH,
    KEY_DASH,
    KEY_FILL,
    KEY_HATCH,
    KEY_SYMBOL,
    KEY_SIZE,
    KEY_COLOUR
};

/* Whether "word=" begins there. */
static bool begins_key(struct text spec, size_t at) {
    size_t start = at;
    while (at < spec.size && spec.data[at] >= 'a' && spec.data[at] <= 'z')
        at++;
    return at > start && at < spec.size && spec.data[at] == '=';
}

/* Cuts the part before the next ",key=" off the front; false when nothing is left. */
static bool next_part(struct text *rest, struct text *part) {
    if (!rest->data)
        return false;
    size_t end = 0;
    while (end < rest->size && !(rest->data[end] == ',' && begins_key(*rest, end + 1)))
        end++;
    *part = text_slice(*rest, 0, end);
    *rest = end < rest->size ? text_slice(*rest, end + 1, rest->size) : TEXT_NONE;
    return true;
}

static bool wants(const char *key, struct text value, const char *what, struct error *error) {
    return error_set(error, ERROR_USAGE, "%s=%.*s: wants %s", key, TEXT_ARGS(value), what);
}

static bool read_colour(const char *key, struct text value, struct colour *colour, struct error *error) {
    return colour_read(value, colour) || wants(key, value, "a colour as #rrggbb, #rrggbbaa or none", error);
}

static bool read_size(const char *key, struct text value, double *size, struct error *error) {
    double number;
    if (!number_read(value, &number) || !(number >= 0.1) || !(number <= 100))
        return wants(key, value, "a number from 0.1 to 100", error);
    *size = number;
    return true;
}

/* "6-3": on, off, … */
static bool read_dash(struct text value, struct stroke *dashes, struct error *error) {
    struct text rest = value, part;
    double length;
    dashes->dash_count = 0;
    while (text_split(&rest, '-', &part)) {
        if (dashes->dash_count == 6 || !number_read(part, &length) || !(length > 0) || !(length <= 1000))
            return wants("dash", value, "2, 4 or 6 lengths as 6-3", error);
        dashes->dash[dashes->dash_count++] = length;
    }
    return dashes->dash_count % 2 == 0 || wants("dash", value, "2, 4 or 6 lengths as 6-3", error);
}

static bool read_hatch(struct text value, double *angle, struct error *error) {
    double number;
    if (!number_read(value, &number) || !(fabs(number) <= 180))
        return wants("hatch", value, "an angle from -180 to 180", error);
    *angle = number;
    return true;
}

static bool read_value(enum key key, struct text value, struct arena *arena, struct map_overlay *overlay,
                       struct error *error) {
    switch (key) {
    case KEY_LAYER: overlay->layer = text_c(arena, value); return true;
    case KEY_WHERE: overlay->where = text_c(arena, value); return true;
    case KEY_LABEL: overlay->label = text_c(arena, value); return true;
    case KEY_LEGEND: overlay->legend = text_copy(arena, value); return true;
    case KEY_CREDIT: overlay->credit = text_copy(arena, value); return true;
    case KEY_COLOR:
    case KEY_COLOUR: return read_colour("color", value, &overlay->colour, error);
    case KEY_WIDTH: return read_size("width", value, &overlay->width, error);
    case KEY_DASH: return read_dash(value, &overlay->dashes, error);
    case KEY_FILL: return read_colour("fill", value, &overlay->fill, error);
    case KEY_HATCH: return read_hatch(value, &overlay->hatch, error);
    case KEY_SYMBOL: overlay->symbol = text_copy(arena, value); return true;
    case KEY_SIZE: return read_size("size", value, &overlay->size, error);
    }
    return false;
}

static bool read_pair(struct text pair, struct arena *arena, struct map_overlay *overlay, struct error *error) {
    size_t equals = text_find(pair, TEXT("="), 0), key = 0;
    struct text name = text_slice(pair, 0, equals), value = text_slice(pair, equals + 1, pair.size);
    while (keys[key] && !text_is(name, keys[key]))
        key++;
    if (!keys[key])
        return error_set(
            error, ERROR_USAGE,
            "there is no key '%.*s' among layer, where, label, legend, credit, color, width, dash, fill, hatch, "
            "symbol, size%s",
            TEXT_ARGS(name), likeness_hint(name, keys, arena));
    return read_value((enum key)key, value, arena, overlay, error);
}

/* "data/front_line.gpkg" → "Front line". */
static struct text plain_name_of(struct text path, struct arena *arena) {
    size_t start = path.size, end;
    while (start > 0 && path.data[start - 1] != '/')
        start--;
    for (end = path.size; end > start && path.data[end - 1] != '.';)
        end--;
    char *name = text_c(arena, text_slice(path, start, end > start + 1 ? end - 1 : path.size));
    for (char *c = name; *c; c++)
        *c = *c == '_' || *c == '-' ? ' ' : *c;
    return capitals_first(arena, text_of(name), TEXT("en"));
}

bool map_overlay_read(struct text spec, size_t number, struct arena *arena, struct map_overlay *overlay,
                      struct error *error) {
    struct text rest = spec, part;
    if (!next_part(&rest, &part) || part.size == 0)
        return error_set(error, ERROR_USAGE, "wants FILE[,key=value,…]");
    struct map_overlay result = {.path = text_c(arena, part),
                                 .legend = plain_name_of(part, arena),
                                 .colour = usual_colours[number % COLOURS],
                                 .fill = {0, 0, 0, -1},
                                 .width = 2.4,
                                 .hatch = NAN,
                                 .symbol = TEXT("square"),
                                 .size = 11};
    while (next_part(&rest, &part))
        if (!read_pair(part, arena, &result, error))
            return error_context(error, "%s", result.path);
    if (result.fill.opacity < 0) {
        result.fill = result.colour;
        result.fill.opacity = isnan(result.hatch) ? 0.16 : 0.05;
    }
    *overlay = result;
    return true;
}
