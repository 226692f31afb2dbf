#include "json_writer.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void begin(struct json_writer *json, const char *key) {
    if (json->depth > 0) {
        builder_add_c(json->out, json->filled[json->depth] ? "," : "");
        json->filled[json->depth] = true;
        builder_add_c(json->out, json->indented ? "\n" : "");
        for (int i = 0; json->indented && i < json->depth; i++)
            builder_add_c(json->out, "  ");
    }
    if (key) {
        builder_add_json(json->out, text_of(key));
        builder_add_c(json->out, json->indented ? ": " : ":");
    }
}

static void open_level(struct json_writer *json, const char *key, char opening, char closing) {
    begin(json, key);
    builder_add_char(json->out, opening);
    json->depth += json->depth < JSON_DEPTH - 1;
    json->filled[json->depth] = false;
    json->closing[json->depth] = closing;
}

void json_open_object(struct json_writer *json, const char *key) {
    open_level(json, key, '{', '}');
}

void json_open_array(struct json_writer *json, const char *key) {
    open_level(json, key, '[', ']');
}

void json_close(struct json_writer *json) {
    char closing = json->closing[json->depth];
    bool filled = json->filled[json->depth];
    json->depth--;
    builder_add_c(json->out, json->indented && filled ? "\n" : "");
    for (int i = 0; json->indented && filled && i < json->depth; i++)
        builder_add_c(json->out, "  ");
    builder_add_char(json->out, closing);
    builder_add_c(json->out, json->indented && json->depth == 0 ? "\n" : "");
}

void json_add_text(struct json_writer *json, const char *key, struct text value) {
    begin(json, key);
    builder_add_json(json->out, value);
}

void json_add_given_text(struct json_writer *json, const char *key, struct text value) {
    if (value.size > 0)
        json_add_text(json, key, value);
}

void json_add_number(struct json_writer *json, const char *key, double value, int places) {
    begin(json, key);
    builder_add_number(json->out, value, places);
}

void json_add_exact(struct json_writer *json, const char *key, double value) {
    enum { FEWEST_DIGITS = 9, MOST_DIGITS = 17 };
    char written[32];
    begin(json, key);
    value = isfinite(value) ? value : 0;
    for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
        snprintf(written, sizeof written, "%.*g", digits, value);
        if (strtod(written, NULL) == value)
            break;
    }
    builder_add_c(json->out, written);
}

void json_add_whole(struct json_writer *json, const char *key, int64_t value) {
    begin(json, key);
    builder_format(json->out, "%" PRId64, value);
}

void json_add_bool(struct json_writer *json, const char *key, bool value) {
    begin(json, key);
    builder_add_c(json->out, value ? "true" : "false");
}

void json_add_null(struct json_writer *json, const char *key) {
    begin(json, key);
    builder_add_c(json->out, "null");
}

void json_add_object(struct json_writer *json, const char *key, struct text written) {
    begin(json, key);
    builder_add(json->out, written);
}

void json_add_written(struct json_writer *json, struct text written) {
    builder_add(json->out, written);
    json->filled[json->depth] = json->filled[json->depth] || written.size > 0;
}

struct json_writer json_at_depth(struct builder *out, bool indented, int depth, bool filled) {
    struct json_writer json = {.out = out, .indented = indented, .depth = depth};
    json.filled[depth] = filled;
    return json;
}
