#include "style_schema.h"

#include "json_writer.h"
#include "style_property.h"

static void say(struct json_writer *json, const char *key, const char *value) {
    json_add_text(json, key, text_of(value));
}

static void write_range(struct json_writer *json, double least, double most) {
    say(json, "type", "number");
    json_add_number(json, "minimum", least, 2);
    json_add_number(json, "maximum", most, 2);
}

static void write_choice(struct json_writer *json, const char *first, const char *second) {
    json_open_array(json, "enum");
    say(json, NULL, first);
    say(json, NULL, second);
    json_close(json);
}

static void write_dashes(struct json_writer *json) {
    say(json, "type", "array");
    json_add_whole(json, "maxItems", STYLE_DASHES);
    json_open_object(json, "items");
    write_range(json, 0, STYLE_DASH_MOST);
    json_close(json);
}

static void write_font(struct json_writer *json) {
    json_open_array(json, "type");
    say(json, NULL, "string");
    say(json, NULL, "array");
    json_close(json);
    json_open_object(json, "items");
    say(json, "type", "string");
    json_close(json);
    json_add_whole(json, "minItems", 1);
}

/* 0, or from 1. */
static void write_spacing(struct json_writer *json, double most) {
    json_open_array(json, "anyOf");
    json_open_object(json, NULL);
    json_add_whole(json, "const", 0);
    json_close(json);
    json_open_object(json, NULL);
    write_range(json, 1, most);
    json_close(json);
    json_close(json);
}

static void write_property(struct json_writer *json, const struct style_property *property) {
    json_open_object(json, property->name);
    switch (property->type) {
    case PROPERTY_COLOUR: say(json, "$ref", "#/$defs/colour"); break;
    case PROPERTY_NUMBER:
    case PROPERTY_WEIGHT: write_range(json, property->least, property->most); break;
    case PROPERTY_SPACING: write_spacing(json, property->most); break;
    case PROPERTY_DASHES: write_dashes(json); break;
    case PROPERTY_CAP: write_choice(json, "butt", "round"); break;
    case PROPERTY_FONT: write_font(json); break;
    case PROPERTY_FLAG: say(json, "type", "boolean"); break;
    case PROPERTY_TRANSFORM: write_choice(json, "none", "uppercase"); break;
    case PROPERTY_NAME: say(json, "type", "string"); break;
    }
    json_add_given_text(json, "description", text_of(property->meaning));
    json_close(json);
}

static void write_definitions(struct json_writer *json) {
    json_open_object(json, "$defs");
    json_open_object(json, "colour");
    say(json, "type", "string");
    say(json, "pattern", "^(none|#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|#[0-9a-fA-F]{8})$");
    json_close(json);
    json_open_object(json, "paint");
    say(json, "type", "object");
    json_add_bool(json, "additionalProperties", false);
    json_open_object(json, "properties");
    for (size_t i = 0; i < STYLE_PROPERTIES; i++)
        write_property(json, style_property_at(i));
    json_close(json);
    json_close(json);
    json_close(json);
}

static void write_word(struct json_writer *json, const char *key, const char *meaning) {
    json_open_object(json, key);
    say(json, "type", "string");
    json_add_given_text(json, "description", text_of(meaning));
    json_close(json);
}

static void write_size(struct json_writer *json, const char *key, double most, const char *meaning) {
    json_open_object(json, key);
    write_range(json, 0, most);
    say(json, "description", meaning);
    json_close(json);
}

static void write_layers(struct json_writer *json) {
    json_open_object(json, "layers");
    say(json, "type", "object");
    json_add_bool(json, "additionalProperties", false);
    json_open_object(json, "properties");
    for (int layer = 0; layer < STYLE_LAYERS; layer++) {
        json_open_object(json, style_layer_name((enum style_layer)layer));
        say(json, "$ref", "#/$defs/paint");
        json_close(json);
    }
    json_close(json);
    json_close(json);
}

struct text style_schema_write(struct arena *arena) {
    struct builder out = builder_new(arena);
    struct json_writer json = {.out = &out, .indented = true};
    json_open_object(&json, NULL);
    say(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    say(&json, "title", "A bordermap style");
    say(&json, "description",
        "How maps look. Property names are those of the MapLibre Style Specification where it has them; hatch-…, "
        "casing-…, text-weight and text-italic are ours.");
    say(&json, "type", "object");
    json_add_bool(&json, "additionalProperties", false);
    json_open_object(&json, "properties");
    write_word(&json, "$schema", "");
    write_word(&json, "name", "");
    write_word(&json, "description", "");
    write_word(&json, "extends", "a style by name or path whose properties hold where this one says nothing");
    write_size(&json, "margin", 200, "of the page, page units");
    write_size(&json, "callout-words", 12, "most words of a callout");
    write_layers(&json);
    json_close(&json);
    write_definitions(&json);
    json_close(&json);
    builder_add_char(&out, '\n');
    return builder_text(&out);
}
