#include "style.h"

#include "builder.h"
#include "file.h"
#include "json.h"
#include "likeness.h"
#include "style_property.h"

#include <math.h>
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

/* A style while its file and those that it extends are read. */
struct reading {
    const char *directory;
    struct arena *arena;
    struct style *style;
    const char *paths[EXTENDS_LIMIT + 1]; /* of the files from the first to the one at hand */
    int depth;
    struct text *said; /* values by layer and property, for style_show(); or NULL */
};

static void keep_said(const struct reading *reading, const cJSON *member, enum style_layer layer, size_t property) {
    char *printed = reading->said ? cJSON_PrintUnformatted(member) : NULL;
    if (printed)
        reading->said[(size_t)layer * STYLE_PROPERTIES + property] = text_copy(reading->arena, text_of(printed));
    cJSON_free(printed);
}

static bool unknown_layer(const char *name, struct arena *arena, struct error *error) {
    struct likeness likeness = likeness_of(text_of(name));
    for (size_t i = 0; i < STYLE_LAYERS; i++)
        likeness_try(&likeness, text_of(layer_names[i]));
    return error_set(error, ERROR_INPUT, "layers.%s: there is no such layer%s", name,
                     likeness_question(&likeness, arena));
}

static bool read_layer(const cJSON *object, const struct reading *reading, struct error *error) {
    size_t layer = 0, property;
    while (layer < STYLE_LAYERS && strcmp(layer_names[layer], object->string) != 0)
        layer++;
    if (layer == STYLE_LAYERS)
        return unknown_layer(object->string, reading->arena, error);
    if (!cJSON_IsObject(object))
        return error_set(error, ERROR_INPUT, "layers.%s: wants an object of properties", object->string);
    const cJSON *member;
    cJSON_ArrayForEach(member, object) {
        const char *path =
            text_c(reading->arena, text_format(reading->arena, "layers.%s.%s", object->string, member->string));
        if (!style_property_read(member, path, reading->arena, reading->style, (enum style_layer)layer, &property,
                                 error))
            return false;
        keep_said(reading, member, (enum style_layer)layer, property);
    }
    return true;
}

static bool read_layers(const cJSON *layers, const struct reading *reading, struct error *error) {
    if (!cJSON_IsObject(layers))
        return error_set(error, ERROR_INPUT, "layers: wants an object of layers");
    const cJSON *object;
    cJSON_ArrayForEach(object, layers) if (!read_layer(object, reading, error)) return false;
    return true;
}

static bool read_size(const cJSON *member, double most, double *value, struct error *error) {
    if (!cJSON_IsNumber(member) || !(member->valuedouble >= 0) || !(member->valuedouble <= most))
        return error_set(error, ERROR_INPUT, "%s: wants a number from 0 to %g", member->string, most);
    *value = member->valuedouble;
    return true;
}

static const char *const words[] = {"name", "description", "extends", "$schema"};
static const char *const others[] = {"layers", "margin", "callout-words"};

static bool unknown_member(const char *name, struct arena *arena, struct error *error) {
    struct likeness likeness = likeness_of(text_of(name));
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        likeness_try(&likeness, text_of(words[i]));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        likeness_try(&likeness, text_of(others[i]));
    return error_set(error, ERROR_INPUT, "%s: there is no such property%s", name, likeness_question(&likeness, arena));
}

/* What is said at the top level; "extends" has been read before. */
static bool read_member(const cJSON *member, const struct reading *reading, struct error *error) {
    struct style *style = reading->style;
    size_t word = 0;
    if (strcmp(member->string, "layers") == 0)
        return read_layers(member, reading, error);
    if (strcmp(member->string, "margin") == 0)
        return read_size(member, 200, &style->margin, error);
    if (strcmp(member->string, "callout-words") == 0)
        return read_size(member, 12, &style->max_words, error);
    while (word < sizeof words / sizeof words[0] && strcmp(words[word], member->string) != 0)
        word++;
    if (word == sizeof words / sizeof words[0])
        return unknown_member(member->string, reading->arena, error);
    if (!cJSON_IsString(member))
        return error_set(error, ERROR_INPUT, "%s: wants a text", member->string);
    if (word == 0)
        style->name = text_copy(reading->arena, text_of(member->valuestring));
    if (word == 1)
        style->description = text_copy(reading->arena, text_of(member->valuestring));
    return true;
}

static bool is_path(const char *name) {
    return strchr(name, '/') || text_ends(text_of(name), TEXT(".json"));
}

bool style_list(const char *directory, struct arena *arena, struct text **names, size_t *count, struct error *error) {
    struct text *files;
    size_t file_count, kept = 0;
    if (!file_list(directory, arena, &files, &file_count, error))
        return false;
    for (size_t i = 0; i < file_count; i++)
        if (text_ends(files[i], TEXT(".json")) && !text_ends(files[i], TEXT("schema.json")))
            files[kept++] = text_slice(files[i], 0, files[i].size - 5);
    *names = files;
    *count = kept;
    return true;
}

/* "unknown style "x"; there are: newsroom, …" */
static bool unknown_style(const char *directory, const char *name, struct arena *arena, struct error *error) {
    struct builder known = builder_new(arena);
    struct likeness likeness = likeness_of(text_of(name));
    struct text *names;
    size_t count;
    if (!style_list(directory, arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        builder_add_c(&known, i ? ", " : "");
        builder_add(&known, names[i]);
        likeness_try(&likeness, names[i]);
    }
    return error_set(error, ERROR_USAGE, "unknown style \"%s\"; there are: %.*s%s", name,
                     TEXT_ARGS(builder_text(&known)), likeness_question(&likeness, arena));
}

/* A path in a style counts from the folder of its file. */
static const char *path_beside(const struct reading *reading, const char *name) {
    const char *file = reading->depth > 0 ? reading->paths[reading->depth - 1] : "";
    const char *slash = strrchr(file, '/');
    while (name[0] == '.' && name[1] == '/') /* so that a file has one path */
        name += 2;
    if (!slash || name[0] == '/')
        return text_c(reading->arena, text_of(name));
    return text_c(reading->arena, text_format(reading->arena, "%.*s/%s", (int)(slash - file), file, name));
}

/* What a style says opens no file outside its folder. */
static bool stays_inside(const char *name) {
    bool inside = name[0] != '/';
    for (const char *at = strstr(name, ".."); at; at = strstr(at + 1, ".."))
        inside = inside && !((at == name || at[-1] == '/') && (at[2] == '/' || at[2] == '\0'));
    return inside;
}

static bool find_style(const struct reading *reading, const char *name, const char **path, struct error *error) {
    struct arena *arena = reading->arena;
    if (reading->depth > 0 && !stays_inside(name))
        return error_set(error, ERROR_INPUT, "\"%s\" lies outside the folder of the style that says so; copy it there",
                         name);
    *path = is_path(name) ? path_beside(reading, name)
                          : file_join(arena, reading->directory, text_c(arena, text_format(arena, "%s.json", name)));
    return is_path(name) || file_exists(*path) || unknown_style(reading->directory, name, arena, error);
}

/* Puts the file on the list of those that are being read; an error if it is on it already. */
static bool enter_file(struct reading *reading, const char *path, struct error *error) {
    struct builder circle = builder_new(reading->arena);
    bool seen = false;
    for (int i = 0; i < reading->depth; i++) {
        seen = seen || strcmp(reading->paths[i], path) == 0;
        if (seen)
            builder_format(&circle, "%s extends ", reading->paths[i]);
    }
    if (seen)
        return error_set(error, ERROR_INPUT, "styles extend each other in a circle: %.*s%s",
                         TEXT_ARGS(builder_text(&circle)), path);
    if (reading->depth > EXTENDS_LIMIT)
        return error_set(error, ERROR_INPUT, "%s: styles extend each other more than %d deep", path, EXTENDS_LIMIT);
    reading->paths[reading->depth++] = path;
    return true;
}

static bool read_file(struct reading *reading, const char *name, struct error *error);

static bool read_tree(const cJSON *root, const char *name, struct reading *reading, struct error *error) {
    if (!cJSON_IsObject(root))
        return error_set(error, ERROR_INPUT, "a style is a JSON object");
    const cJSON *extends = cJSON_GetObjectItemCaseSensitive(root, "extends");
    if (cJSON_IsString(extends) && !read_file(reading, extends->valuestring, error))
        return error_context(error, "extends");
    reading->style->name = text_copy(reading->arena, text_of(name)); /* these two are not inherited */
    reading->style->description = TEXT_NONE;
    const cJSON *member;
    cJSON_ArrayForEach(member, root) if (!read_member(member, reading, error)) return false;
    return true;
}

/* Reads a style over what has been read so far. */
static bool read_file(struct reading *reading, const char *name, struct error *error) {
    const char *path = name;
    struct text content;
    cJSON *root;
    if (!find_style(reading, name, &path, error) || !enter_file(reading, path, error) ||
        !file_read(path, STYLE_FILE_LIMIT, reading->arena, &content, error))
        return false;
    if (!json_read(content, &root, error))
        return error_context(error, "%s", path);
    bool good = read_tree(root, name, reading, error);
    cJSON_Delete(root);
    reading->depth--;
    return good || error_context(error, "%s", path);
}

static struct style *plain_style(const char *name, struct arena *arena) {
    struct style *style = ARENA_NEW(arena, struct style);
    style->name = text_copy(arena, text_of(name));
    style->margin = 24;
    style->max_words = 12;
    for (size_t i = 0; i < STYLE_LAYERS; i++) {
        style->layers[i].text.weight = 400;
        style->layers[i].text.size = 12;
        style->layers[i].line.round = true;
    }
    return style;
}

bool style_read(const char *directory, const char *name, struct arena *arena, struct style **style,
                struct error *error) {
    struct reading reading = {.directory = directory, .arena = arena, .style = plain_style(name, arena)};
    if (!read_file(&reading, name, error))
        return false;
    *style = reading.style;
    return true;
}

/* One line for a layer, as people write them. */
static void show_layer(const struct text *said, struct builder *out) {
    size_t shown = 0;
    for (size_t i = 0; i < STYLE_PROPERTIES; i++) {
        if (said[i].size == 0)
            continue;
        builder_format(out, "%s\"%s\": %.*s", shown++ ? ", " : "", style_property_at(i)->name, TEXT_ARGS(said[i]));
    }
}

static void show_layers(const struct text *said, struct builder *out) {
    for (size_t i = 0; i < STYLE_LAYERS; i++) {
        builder_format(out, "%s\n    \"%s\": {", i ? "," : "", layer_names[i]);
        show_layer(said + i * STYLE_PROPERTIES, out);
        builder_add_c(out, "}");
    }
}

bool style_show(const char *directory, const char *name, struct arena *arena, struct text *json, struct error *error) {
    struct reading reading = {.directory = directory, .arena = arena, .style = plain_style(name, arena)};
    struct builder out = builder_new(arena);
    reading.said = ARENA_ARRAY(arena, struct text, STYLE_LAYERS * STYLE_PROPERTIES);
    if (!read_file(&reading, name, error))
        return false;
    builder_add_c(&out, "{\n  \"name\": ");
    builder_add_json(&out, reading.style->name);
    builder_add_c(&out, ",\n  \"description\": ");
    builder_add_json(&out, reading.style->description);
    builder_add_c(&out, ",\n  \"margin\": ");
    builder_add_number(&out, reading.style->margin, 3);
    builder_add_c(&out, ",\n  \"callout-words\": ");
    builder_add_number(&out, reading.style->max_words, 3);
    builder_add_c(&out, ",\n  \"layers\": {");
    show_layers(reading.said, &out);
    builder_add_c(&out, "\n  }\n}\n");
    *json = builder_text(&out);
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

void style_limit(struct style *style, double shorter_side) {
    style->margin = fmin(style->margin, shorter_side * 0.12);
    for (size_t i = 0; i < STYLE_LAYERS; i++) {
        struct paint *paint = &style->layers[i];
        paint->text.size = fmin(paint->text.size, shorter_side * 0.1);
        paint->text.letter_spacing = fmin(paint->text.letter_spacing, shorter_side * 0.1);
        paint->text.halo_width = fmin(paint->text.halo_width, shorter_side * 0.02);
        paint->icon_size = fmin(paint->icon_size, shorter_side * 0.15);
        paint->line.width = fmin(paint->line.width, shorter_side * 0.04);
        paint->casing.width = fmin(paint->casing.width, shorter_side * 0.08);
    }
}
