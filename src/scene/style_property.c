#include "style_property.h"

#include "colour.h"
#include "likeness.h"
#include "list.h"

#include <string.h>

#define PAINT(member) offsetof(struct paint, member)

static const struct style_property properties[] = {
    {"background-color", PROPERTY_COLOUR, PAINT(fill), 0, 0, ""},
    {"fill-color", PROPERTY_COLOUR, PAINT(fill), 0, 0, ""},
    {"icon-color", PROPERTY_COLOUR, PAINT(fill), 0, 0, ""},
    {"hillshade-shadow-color", PROPERTY_COLOUR, PAINT(fill), 0, 0, ""},
    {"hillshade-highlight-color", PROPERTY_COLOUR, PAINT(line.colour), 0, 0, ""},
    {"hillshade-exaggeration", PROPERTY_NUMBER, PAINT(exaggeration), 0, 1, "strength of the relief"},
    {"hatch-color", PROPERTY_COLOUR, PAINT(hatch.colour), 0, 0, ""},
    {"hatch-width", PROPERTY_NUMBER, PAINT(hatch.width), 0, 50, "page units"},
    {"hatch-spacing", PROPERTY_SPACING, PAINT(hatch.spacing), 0, 200, "page units; 0 = no hatch"},
    {"hatch-angle", PROPERTY_NUMBER, PAINT(hatch.angle), -180, 180, "degrees, clockwise from the x axis"},
    {"line-color", PROPERTY_COLOUR, PAINT(line.colour), 0, 0, ""},
    {"line-width", PROPERTY_NUMBER, PAINT(line.width), 0, 100, "page units; 0 = no line"},
    {"line-dasharray", PROPERTY_DASHES, PAINT(line), 0, 0, "dash, gap … in page units; empty = solid"},
    {"line-cap", PROPERTY_CAP, PAINT(line), 0, 0, ""},
    {"casing-color", PROPERTY_COLOUR, PAINT(casing.colour), 0, 0, ""},
    {"casing-width", PROPERTY_NUMBER, PAINT(casing.width), 0, 200, "page units; a band under the line"},
    {"text-color", PROPERTY_COLOUR, PAINT(text.colour), 0, 0, ""},
    {"text-size", PROPERTY_NUMBER, PAINT(text.size), 1, 400, "page units on a page 1200 by 900"},
    {"text-font", PROPERTY_FONT, PAINT(text.family), 0, 0,
     "typefaces in order of preference; the first that comes with the program is used"},
    {"text-weight", PROPERTY_WEIGHT, PAINT(text.weight), 100, 900, "400 regular, 700 bold"},
    {"text-italic", PROPERTY_FLAG, PAINT(text.italic), 0, 0, ""},
    {"text-letter-spacing", PROPERTY_NUMBER, PAINT(spacing_em), -0.2, 5, "ems"},
    {"text-transform", PROPERTY_TRANSFORM, PAINT(uppercase), 0, 0, ""},
    {"text-halo-color", PROPERTY_COLOUR, PAINT(text.halo), 0, 0, ""},
    {"text-halo-width", PROPERTY_NUMBER, PAINT(text.halo_width), 0, 50, "page units on each side"},
    {"icon-image", PROPERTY_NAME, PAINT(icon), 0, 0, "a symbol by name: circle, ring, capital, venue, clash …"},
    {"icon-size", PROPERTY_NUMBER, PAINT(icon_size), 0, 400, "width in page units"},
};

_Static_assert(sizeof properties / sizeof properties[0] == STYLE_PROPERTIES, "the table has a row a property");

static bool read_colour(const cJSON *member, struct colour *colour) {
    return cJSON_IsString(member) && colour_read(text_of(member->valuestring), colour);
}

static bool read_number(const cJSON *member, const struct style_property *property, double *value) {
    if (!cJSON_IsNumber(member) || !(member->valuedouble >= property->least) ||
        !(member->valuedouble <= property->most))
        return false;
    *value = member->valuedouble;
    return true;
}

/* Lengths that add up to less than a page unit would be drawn as millions of dashes. */
static bool read_dashes(const cJSON *member, struct stroke *stroke) {
    int count = cJSON_IsArray(member) ? cJSON_GetArraySize(member) : -1;
    if (count < 0 || count > STYLE_DASHES || count % 2 != 0)
        return false;
    struct stroke result = *stroke;
    double sum = 0;
    result.dash_count = 0;
    const cJSON *length;
    cJSON_ArrayForEach(length, member) {
        if (!cJSON_IsNumber(length) || !(length->valuedouble >= 0) || !(length->valuedouble <= STYLE_DASH_MOST))
            return false;
        sum += length->valuedouble;
        result.dash[result.dash_count++] = length->valuedouble;
    }
    if (count > 0 && sum < 1)
        return false;
    *stroke = result;
    return true;
}

/* One of two words: *second tells which. */
static bool read_word(const cJSON *member, const char *first, const char *second, bool *is_second) {
    if (!cJSON_IsString(member) ||
        (strcmp(member->valuestring, first) != 0 && strcmp(member->valuestring, second) != 0))
        return false;
    *is_second = strcmp(member->valuestring, second) == 0;
    return true;
}

/* The typefaces that come with the program. */
static bool known_font(const char *name, enum font_family *family) {
    static const struct {
        const char *name;
        enum font_family family;
    } fonts[] = {{"sans", FONT_SANS}, {"serif", FONT_SERIF}, {"Noto Sans", FONT_SANS}, {"Noto Serif", FONT_SERIF}};
    for (size_t i = 0; i < sizeof fonts / sizeof fonts[0]; i++)
        if (strcmp(name, fonts[i].name) == 0) {
            *family = fonts[i].family;
            return true;
        }
    return false;
}

/* A name, or a list of them: the first that is known. */
static bool read_font(const cJSON *member, enum font_family *family) {
    const cJSON *first = cJSON_IsArray(member) ? member->child : member;
    bool found = false, all_names = first != NULL;
    *family = FONT_SANS;
    for (const cJSON *name = first; name; name = cJSON_IsArray(member) ? name->next : NULL) {
        all_names = all_names && cJSON_IsString(name);
        found = found || (cJSON_IsString(name) && known_font(name->valuestring, family));
    }
    return all_names;
}

/* Says which of the names before the first known one are not here. */
static void warn_of_font(const cJSON *member, const char *path, struct arena *arena, struct style *style,
                         enum font_family family) {
    const char *used = family == FONT_SERIF ? "Noto Serif" : "Noto Sans";
    enum font_family ignored;
    for (const cJSON *name = cJSON_IsArray(member) ? member->child : member; name;
         name = cJSON_IsArray(member) ? name->next : NULL) {
        if (known_font(name->valuestring, &ignored))
            return;
        *LIST_PUSH(arena, &style->warnings) = text_format(
            arena, "%s: the typeface \"%s\" does not come with bordermap; %s is used", path, name->valuestring, used);
    }
}

static bool read_weight(const cJSON *member, const struct style_property *property, int *weight) {
    double value;
    if (!read_number(member, property, &value))
        return false;
    *weight = (int)value;
    return true;
}

static bool read_flag(const cJSON *member, bool *flag) {
    if (!cJSON_IsBool(member))
        return false;
    *flag = cJSON_IsTrue(member);
    return true;
}

static bool read_name(const cJSON *member, struct arena *arena, struct text *name) {
    if (!cJSON_IsString(member))
        return false;
    *name = text_copy(arena, text_of(member->valuestring));
    return true;
}

static bool read_spacing(const cJSON *member, const struct style_property *property, double *value) {
    double read;
    if (!read_number(member, property, &read) || (read > 0 && read < 1))
        return false;
    *value = read;
    return true;
}

static bool read_value(const cJSON *member, const struct style_property *property, struct arena *arena, void *field) {
    switch (property->type) {
    case PROPERTY_COLOUR: return read_colour(member, field);
    case PROPERTY_NUMBER: return read_number(member, property, field);
    case PROPERTY_SPACING: return read_spacing(member, property, field);
    case PROPERTY_DASHES: return read_dashes(member, field);
    case PROPERTY_CAP: return read_word(member, "butt", "round", &((struct stroke *)field)->round);
    case PROPERTY_FONT: return read_font(member, field);
    case PROPERTY_FLAG: return read_flag(member, field);
    case PROPERTY_WEIGHT: return read_weight(member, property, field);
    case PROPERTY_TRANSFORM: return read_word(member, "none", "uppercase", field);
    case PROPERTY_NAME: return read_name(member, arena, field);
    }
    return false;
}

static bool wrong_value(const struct style_property *property, const char *path, struct error *error) {
    const char *wanted = "a text";
    switch (property->type) {
    case PROPERTY_NUMBER:
    case PROPERTY_WEIGHT:
        return error_set(error, ERROR_INPUT, "%s: wants a number from %g to %g", path, property->least, property->most);
    case PROPERTY_SPACING:
        return error_set(error, ERROR_INPUT, "%s: wants 0 or a number from 1 to %g", path, property->most);
    case PROPERTY_COLOUR: wanted = "a colour as \"#rrggbb\", \"#rrggbbaa\" or \"none\""; break;
    case PROPERTY_DASHES: wanted = "a list of 0, 2, 4 or 6 lengths from 0 to 1000 that add up to 1 or more"; break;
    case PROPERTY_CAP: wanted = "\"butt\" or \"round\""; break;
    case PROPERTY_FONT: wanted = "the name of a typeface or a list of such"; break;
    case PROPERTY_FLAG: wanted = "true or false"; break;
    case PROPERTY_TRANSFORM: wanted = "\"none\" or \"uppercase\""; break;
    case PROPERTY_NAME: break;
    }
    return error_set(error, ERROR_INPUT, "%s: wants %s", path, wanted);
}

const struct style_property *style_property_at(size_t index) {
    return &properties[index];
}

static bool unknown_property(const char *name, const char *path, struct arena *arena, struct error *error) {
    struct likeness likeness = likeness_of(text_of(name));
    for (size_t i = 0; i < STYLE_PROPERTIES; i++)
        likeness_try(&likeness, text_of(properties[i].name));
    return error_set(error, ERROR_INPUT, "%s: there is no such property%s", path, likeness_question(&likeness, arena));
}

bool style_property_read(const cJSON *member, const char *path, struct arena *arena, struct style *style,
                         enum style_layer layer, size_t *index, struct error *error) {
    struct paint *paint = &style->layers[layer];
    size_t row = 0;
    while (row < STYLE_PROPERTIES && strcmp(member->string, properties[row].name) != 0)
        row++;
    if (row == STYLE_PROPERTIES)
        return unknown_property(member->string, path, arena, error);
    if (!read_value(member, &properties[row], arena, (char *)paint + properties[row].offset))
        return wrong_value(&properties[row], path, error);
    if (properties[row].type == PROPERTY_FONT)
        warn_of_font(member, path, arena, style, paint->text.family);
    *index = row;
    return true;
}
