/* JSON: a document that is read can be told in our own writing; a bad one is told by its line. */
#include "fuzz.h"
#include "json.h"
#include "json_writer.h"

#include <string.h>

/* The tree again, by our writer, as deep as that goes. */
static void write_tree(struct json_writer *json, const char *key, const cJSON *item) {
    const cJSON *child;
    bool deep = json->depth + 1 >= JSON_DEPTH;
    if (cJSON_IsString(item)) {
        json_add_text(json, key, text_of(item->valuestring));
    } else if (cJSON_IsNumber(item)) {
        json_add_number(json, key, item->valuedouble, 6);
    } else if (cJSON_IsBool(item)) {
        json_add_bool(json, key, cJSON_IsTrue(item));
    } else if (deep || cJSON_IsNull(item)) {
        json_add_null(json, key);
    } else {
        bool object = cJSON_IsObject(item);
        object ? json_open_object(json, key) : json_open_array(json, key);
        cJSON_ArrayForEach(child, item) {
            write_tree(json, object ? child->string : NULL, child);
        }
        json_close(json);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct error error = {0};
    cJSON *root = NULL, *again = NULL;
    struct text found;
    double number;
    if (json_read(fuzz_text(data, size), &root, &error)) {
        struct builder out = builder_new(arena);
        struct json_writer json = {.out = &out, .indented = size % 2 == 0};
        write_tree(&json, NULL, root);
        FUZZ_HOLDS(text_is_utf8(builder_text(&out), NULL));
        FUZZ_HOLDS(json_read(builder_text(&out), &again, &error));
        (void)(json_find_text(root, "text", &found) || json_find_number(root, "id", &number));
    } else {
        FUZZ_HOLDS(error.kind == ERROR_INPUT && strncmp(error.message, "line ", 5) == 0);
    }
    cJSON_Delete(root);
    cJSON_Delete(again);
    arena_close(arena);
    return 0;
}
