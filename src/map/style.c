#include "style.h"

#include "builder.h"
#include "file.h"
#include "json.h"
#include "style_property.h"

#include <string.h>

enum { STYLE_FILE_LIMIT = 1 << 20, EXTENDS_LIMIT = 8 };

static const char *const layer_names[STYLE_LAYERS] = {
    [STYLE_PAGE] = "page",
    [STYLE_PANEL] = "panel",
    [STYLE_SEA] = "sea",
    [STYLE_LAND] = "land",
    [STYLE_PARTY_1] = "party-1",
    [STYLE_PARTY_2] = "party-2",
    [STYLE_PARTY_3] = "party-3",
    [STYLE_PARTY_4] = "party-4",
    [STYLE_MEMBER] = "member",
    [STYLE_COAST] = "coast",
    [STYLE_RELIEF] = "relief",
    [STYLE_LAKE] = "lake",
    [STYLE_RIVER] = "river",
    [STYLE_REGION] = "region",
    [STYLE_BORDER_INTERNATIONAL] = "border-international",
    [STYLE_BORDER_UNDELIMITED] = "border-undelimited",
    [STYLE_BORDER_DISPUTED] = "border-disputed",
    [STYLE_BORDER_CONTROL] = "border-line-of-control",
    [STYLE_BORDER_CEASEFIRE] = "border-ceasefire",
    [STYLE_BORDER_CONTACT] = "border-contact",
    [STYLE_BORDER_CLAIM] = "border-claim",
    [STYLE_BORDER_ADMINISTRATIVE] = "border-administrative",
    [STYLE_AREA] = "area",
    [STYLE_INCIDENT] = "incident",
    [STYLE_INCIDENT_NEAR] = "incident-near",
    [STYLE_INCIDENT_REGION] = "incident-region",
    [STYLE_INCIDENT_LINE] = "incident-line",
    [STYLE_PAST_SITE] = "past-site",
    [STYLE_PAST_REGION] = "past-region",
    [STYLE_PAST_LINE] = "past-line",
    [STYLE_VENUE] = "venue",
    [STYLE_CALLOUT] = "callout",
    [STYLE_CALLOUT_PAST] = "callout-past",
    [STYLE_LEADER] = "leader",
    [STYLE_COUNTRY_NAME] = "country-name",
    [STYLE_NEIGHBOUR_NAME] = "neighbour-name",
    [STYLE_REGION_NAME] = "region-name",
    [STYLE_AREA_NAME] = "area-name",
    [STYLE_SEA_NAME] = "sea-name",
    [STYLE_LAKE_NAME] = "lake-name",
    [STYLE_RIVER_NAME] = "river-name",
    [STYLE_BORDER_NAME] = "border-name",
    [STYLE_CAPITAL] = "capital",
    [STYLE_CITY] = "city",
    [STYLE_TOWN] = "town",
    [STYLE_SITE] = "site",
    [STYLE_TITLE] = "title",
    [STYLE_SUBTITLE] = "subtitle",
    [STYLE_LEGEND] = "legend",
    [STYLE_SCALE] = "scale",
    [STYLE_NOTE] = "note",
    [STYLE_CREDITS] = "credits",
    [STYLE_LOCATOR] = "locator",
    [STYLE_LOCATOR_LAND] = "locator-land",
    [STYLE_LOCATOR_PARTY] = "locator-party",
    [STYLE_LOCATOR_FRAME] = "locator-frame",
};

const char *style_layer_name(enum style_layer layer) {
    return layer_names[layer];
}

static bool read_layer(const cJSON *object, struct arena *arena, struct style *style, struct error *error) {
    size_t layer = 0;
    while (layer < STYLE_LAYERS && strcmp(layer_names[layer], object->string) != 0)
        layer++;
    if (layer == STYLE_LAYERS)
        return error_set(error, ERROR_INPUT, "layers.%s: there is no such layer", object->string);
    if (!cJSON_IsObject(object))
        return error_set(error, ERROR_INPUT, "layers.%s: wants an object of properties", object->string);
    const cJSON *member;
    cJSON_ArrayForEach(member, object) {
        const char *path = text_c(arena, text_format(arena, "layers.%s.%s", object->string, member->string));
        if (!style_property_read(member, path, arena, &style->layers[layer], error))
            return false;
    }
    return true;
}

static bool read_layers(const cJSON *layers, struct arena *arena, struct style *style, struct error *error) {
    if (!cJSON_IsObject(layers))
        return error_set(error, ERROR_INPUT, "layers: wants an object of layers");
    const cJSON *object;
    cJSON_ArrayForEach(object, layers) if (!read_layer(object, arena, style, error)) return false;
    return true;
}

static bool read_size(const cJSON *member, double most, double *value, struct error *error) {
    if (!cJSON_IsNumber(member) || !(member->valuedouble >= 0) || !(member->valuedouble <= most))
        return error_set(error, ERROR_INPUT, "%s: wants a number from 0 to %g", member->string, most);
    *value = member->valuedouble;
    return true;
}

/* What is said at the top level, apart from "extends", which is read before. */
static bool read_member(const cJSON *member, struct arena *arena, struct style *style, struct error *error) {
    if (strcmp(member->string, "layers") == 0)
        return read_layers(member, arena, style, error);
    if (strcmp(member->string, "margin") == 0)
        return read_size(member, 200, &style->margin, error);
    if (strcmp(member->string, "callout-words") == 0)
        return read_size(member, 12, &style->max_words, error);
    bool known = strcmp(member->string, "name") == 0 || strcmp(member->string, "extends") == 0 ||
                 strcmp(member->string, "$schema") == 0 || strcmp(member->string, "description") == 0;
    if (!known)
        return error_set(error, ERROR_INPUT, "%s: there is no such property", member->string);
    if (!cJSON_IsString(member))
        return error_set(error, ERROR_INPUT, "%s: wants a text", member->string);
    if (strcmp(member->string, "name") == 0)
        style->name = text_copy(arena, text_of(member->valuestring));
    return true;
}

static bool is_path(const char *name) {
    return strchr(name, '/') || text_ends(text_of(name), TEXT(".json"));
}

/* "unknown style "x"; there are: newsroom, …" */
static bool unknown_style(const char *directory, const char *name, struct arena *arena, struct error *error) {
    struct builder known = builder_new(arena);
    struct text *names;
    size_t count;
    if (!file_list(directory, arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!text_ends(names[i], TEXT(".json")) || text_ends(names[i], TEXT(".schema.json")))
            continue;
        builder_add_c(&known, known.count ? ", " : "");
        builder_add(&known, text_slice(names[i], 0, names[i].size - 5));
    }
    return error_set(error, ERROR_USAGE, "unknown style \"%s\"; there are: %.*s", name,
                     TEXT_ARGS(builder_text(&known)));
}

static bool find_style(const char *directory, const char *name, struct arena *arena, const char **path,
                       struct error *error) {
    *path = is_path(name) ? text_c(arena, text_of(name))
                          : file_join(arena, directory, text_c(arena, text_format(arena, "%s.json", name)));
    return is_path(name) || file_exists(*path) || unknown_style(directory, name, arena, error);
}

static bool read_file(const char *directory, const char *name, int depth, struct arena *arena, struct style *style,
                      struct error *error);

static bool read_tree(const cJSON *root, const char *directory, int depth, struct arena *arena, struct style *style,
                      struct error *error) {
    if (!cJSON_IsObject(root))
        return error_set(error, ERROR_INPUT, "a style is a JSON object");
    const cJSON *extends = cJSON_GetObjectItemCaseSensitive(root, "extends");
    if (cJSON_IsString(extends) && !read_file(directory, extends->valuestring, depth + 1, arena, style, error))
        return error_context(error, "extends");
    const cJSON *member;
    cJSON_ArrayForEach(member, root) if (!read_member(member, arena, style, error)) return false;
    return true;
}

/* Reads a style over what `style` holds so far. */
static bool read_file(const char *directory, const char *name, int depth, struct arena *arena, struct style *style,
                      struct error *error) {
    const char *path;
    struct text content;
    cJSON *root;
    if (depth > EXTENDS_LIMIT)
        return error_set(error, ERROR_INPUT, "%s: styles extend each other in a circle, or more than %d deep", name,
                         EXTENDS_LIMIT);
    if (!find_style(directory, name, arena, &path, error) || !file_read(path, STYLE_FILE_LIMIT, arena, &content, error))
        return false;
    if (!json_read(content, &root, error))
        return error_context(error, "%s", path);
    bool good = read_tree(root, directory, depth, arena, style, error);
    cJSON_Delete(root);
    return good || error_context(error, "%s", path);
}

bool style_read(const char *directory, const char *name, struct arena *arena, struct style **style,
                struct error *error) {
    struct style *result = ARENA_NEW(arena, struct style);
    result->name = text_copy(arena, text_of(name));
    result->margin = 24;
    result->max_words = 12;
    for (size_t i = 0; i < STYLE_LAYERS; i++) {
        result->layers[i].text.weight = 400;
        result->layers[i].text.size = 12;
        result->layers[i].line.round = true;
    }
    if (!read_file(directory, name, 0, arena, result, error))
        return false;
    *style = result;
    return true;
}

static void scale_stroke(struct stroke *stroke, double factor) {
    stroke->width *= factor;
    for (int i = 0; i < stroke->dash_count; i++)
        stroke->dash[i] *= factor;
}

static void scale_paint(struct paint *paint, double factor) {
    scale_stroke(&paint->line, factor);
    scale_stroke(&paint->casing, factor);
    paint->hatch.width *= factor;
    paint->hatch.spacing *= factor;
    paint->text.size *= factor;
    paint->text.halo_width *= factor;
    paint->text.letter_spacing = paint->spacing_em * paint->text.size;
    paint->icon_size *= factor;
}

struct style *style_scale(const struct style *style, double factor, struct arena *arena) {
    struct style *result = ARENA_NEW(arena, struct style);
    *result = *style;
    result->margin *= factor;
    for (size_t i = 0; i < STYLE_LAYERS; i++) {
        result->layers[i].casing.round = true;
        scale_paint(&result->layers[i], factor);
    }
    return result;
}
