#include "style_property.h"

#include <math.h>
#include <string.h>

enum property_type {
    PROPERTY_COLOUR,
    PROPERTY_NUMBER,
    PROPERTY_DASHES,
    PROPERTY_CAP,
    PROPERTY_FONT,
    PROPERTY_FLAG,
    PROPERTY_WEIGHT,
    PROPERTY_TRANSFORM,
    PROPERTY_NAME
};

struct property {
    const char *name;
    enum property_type type;
    size_t offset;
    double least, most; /* of numbers */
};

#define PAINT(member) offsetof(struct paint, member)

static const struct property properties[] = {
    {"background-color", PROPERTY_COLOUR, PAINT(fill), 0, 0},
    {"fill-color", PROPERTY_COLOUR, PAINT(fill), 0, 0},
    {"icon-color", PROPERTY_COLOUR, PAINT(fill), 0, 0},
    {"hillshade-shadow-color", PROPERTY_COLOUR, PAINT(fill), 0, 0},
    {"hillshade-highlight-color", PROPERTY_COLOUR, PAINT(line.colour), 0, 0},
    {"hillshade-exaggeration", PROPERTY_NUMBER, PAINT(exaggeration), 0, 1},
    {"hatch-color", PROPERTY_COLOUR, PAINT(hatch.colour), 0, 0},
    {"hatch-width", PROPERTY_NUMBER, PAINT(hatch.width), 0, 50},
    {"hatch-spacing", PROPERTY_NUMBER, PAINT(hatch.spacing), 0, 200},
    {"hatch-angle", PROPERTY_NUMBER, PAINT(hatch.angle), -180, 180},
    {"line-color", PROPERTY_COLOUR, PAINT(line.colour), 0, 0},
    {"line-width", PROPERTY_NUMBER, PAINT(line.width), 0, 100},
    {"line-dasharray", PROPERTY_DASHES, PAINT(line), 0, 0},
    {"line-cap", PROPERTY_CAP, PAINT(line), 0, 0},
    {"casing-color", PROPERTY_COLOUR, PAINT(casing.colour), 0, 0},
    {"casing-width", PROPERTY_NUMBER, PAINT(casing.width), 0, 200},
    {"text-color", PROPERTY_COLOUR, PAINT(text.colour), 0, 0},
    {"text-size", PROPERTY_NUMBER, PAINT(text.size), 1, 400},
    {"text-font", PROPERTY_FONT, PAINT(text.family), 0, 0},
    {"text-weight", PROPERTY_WEIGHT, PAINT(text.weight), 100, 900},
    {"text-italic", PROPERTY_FLAG, PAINT(text.italic), 0, 0},
    {"text-letter-spacing", PROPERTY_NUMBER, PAINT(spacing_em), -0.2, 5},
    {"text-transform", PROPERTY_TRANSFORM, PAINT(uppercase), 0, 0},
    {"text-halo-color", PROPERTY_COLOUR, PAINT(text.halo), 0, 0},
    {"text-halo-width", PROPERTY_NUMBER, PAINT(text.halo_width), 0, 50},
    {"icon-image", PROPERTY_NAME, PAINT(icon), 0, 0},
    {"icon-size", PROPERTY_NUMBER, PAINT(icon_size), 0, 400},
};

static int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool read_hex(struct text digits, int values[8]) {
    if (digits.size != 3 && digits.size != 6 && digits.size != 8)
        return false;
    for (size_t i = 0; i < digits.size; i++) {
        values[i] = hex_digit(digits.data[i]);
        if (values[i] < 0)
            return false;
    }
    return true;
}

bool style_colour_read(struct text text, struct colour *colour) {
    int v[8] = {0};
    if (text_is(text, "none")) {
        *colour = (struct colour){0, 0, 0, 0};
        return true;
    }
    if (!text_starts(text, TEXT("#")) || !read_hex(text_slice(text, 1, text.size), v))
        return false;
    if (text.size == 4)
        *colour = (struct colour){(uint8_t)(v[0] * 17), (uint8_t)(v[1] * 17), (uint8_t)(v[2] * 17), 1};
    else
        *colour = (struct colour){(uint8_t)(v[0] * 16 + v[1]), (uint8_t)(v[2] * 16 + v[3]), (uint8_t)(v[4] * 16 + v[5]),
                                  text.size == 9 ? (v[6] * 16 + v[7]) / 255.0 : 1};
    return true;
}

static bool read_colour(const cJSON *member, struct colour *colour) {
    return cJSON_IsString(member) && style_colour_read(text_of(member->valuestring), colour);
}

static bool read_number(const cJSON *member, const struct property *property, double *value) {
    if (!cJSON_IsNumber(member) || !(member->valuedouble >= property->least) ||
        !(member->valuedouble <= property->most))
        return false;
    *value = member->valuedouble;
    return true;
}

static bool read_dashes(const cJSON *member, struct stroke *stroke) {
    int count = cJSON_IsArray(member) ? cJSON_GetArraySize(member) : -1;
    if (count < 0 || count > 6 || count % 2 != 0)
        return false;
    struct stroke result = *stroke;
    result.dash_count = 0;
    const cJSON *length;
    cJSON_ArrayForEach(length, member) {
        if (!cJSON_IsNumber(length) || !(length->valuedouble >= 0) || !(length->valuedouble <= 1000))
            return false;
        result.dash[result.dash_count++] = length->valuedouble;
    }
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

static bool read_font(const cJSON *member, enum font_family *family) {
    bool serif;
    if (!read_word(member, "sans", "serif", &serif))
        return false;
    *family = serif ? FONT_SERIF : FONT_SANS;
    return true;
}

static bool read_weight(const cJSON *member, const struct property *property, int *weight) {
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

static bool read_value(const cJSON *member, const struct property *property, struct arena *arena, void *field) {
    switch (property->type) {
    case PROPERTY_COLOUR: return read_colour(member, field);
    case PROPERTY_NUMBER: return read_number(member, property, field);
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

static bool wrong_value(const struct property *property, const char *path, struct error *error) {
    switch (property->type) {
    case PROPERTY_COLOUR:
        return error_set(error, ERROR_INPUT, "%s: wants a colour as \"#rrggbb\", \"#rrggbbaa\" or \"none\"", path);
    case PROPERTY_NUMBER:
    case PROPERTY_WEIGHT:
        return error_set(error, ERROR_INPUT, "%s: wants a number from %g to %g", path, property->least, property->most);
    case PROPERTY_DASHES:
        return error_set(error, ERROR_INPUT, "%s: wants a list of 0, 2, 4 or 6 lengths from 0 to 1000", path);
    case PROPERTY_CAP: return error_set(error, ERROR_INPUT, "%s: wants \"butt\" or \"round\"", path);
    case PROPERTY_FONT: return error_set(error, ERROR_INPUT, "%s: wants \"sans\" or \"serif\"", path);
    case PROPERTY_FLAG: return error_set(error, ERROR_INPUT, "%s: wants true or false", path);
    case PROPERTY_TRANSFORM: return error_set(error, ERROR_INPUT, "%s: wants \"none\" or \"uppercase\"", path);
    case PROPERTY_NAME: break;
    }
    return error_set(error, ERROR_INPUT, "%s: wants a text", path);
}

bool style_property_read(const cJSON *member, const char *path, struct arena *arena, struct paint *paint,
                         struct error *error) {
    for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
        const struct property *property = &properties[i];
        if (strcmp(member->string, property->name) != 0)
            continue;
        return read_value(member, property, arena, (char *)paint + property->offset) ||
               wrong_value(property, path, error);
    }
    return error_set(error, ERROR_INPUT, "%s: there is no such property", path);
}
