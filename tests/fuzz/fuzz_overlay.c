/* A damaged index of a user's import: a small one is written once, and the input says which of its bytes are changed,
 * as in fuzz_gazetteer.c. It may give wrong answers, never a crash. */
#include "fuzz_beside.h"
#include "fuzz_file.h"
#include "overlay.h"
#include "overlay_write.h"

#include <string.h>

static bool is_known(void *context, struct text ref) {
    return gazetteer_place_of(context, ref) != PLACE_NONE;
}

static const struct text *small_overlay(void) {
    static struct text kept;
    if (kept.data)
        return &kept;
    struct arena *arena = arena_open();
    struct overlay_writer *writer;
    struct overlay_counts counts;
    struct error error = {0};
    struct text content;
    const char *path = file_join(arena, own_folder(), "overlay.bin");
    const struct overlay_row row = {.ref = TEXT("user:post/1"),
                                    .name = TEXT("Shen Post"),
                                    .alternates = TEXT("Post,Shen"),
                                    .separator = ',',
                                    .feature = TEXT("PSTB"),
                                    .country = TEXT("AM"),
                                    .kind = PLACE_POINT,
                                    .point = {46.5, 39.5},
                                    .populated = true};
    const struct overlay_name_row name = {
        .ref = TEXT("user:post/1"), .language = TEXT("it"), .name = TEXT("Posto"), .use = NAME_MAIN};
    FUZZ_HOLDS(overlay_writer_open(own_folder(), &writer, &error) && overlay_writer_add(writer, &row, &error) &&
               overlay_writer_add_name(writer, &name, &error));
    FUZZ_HOLDS(overlay_writer_finish(writer, path, is_known, small_gazetteer_open(), &counts, &error));
    overlay_writer_close(writer);
    FUZZ_HOLDS(file_read(path, 1 << 20, arena, &content, &error));
    char *bytes = malloc(content.size); /* until the program ends */
    FUZZ_HOLDS(bytes);
    memcpy(bytes, content.data, content.size);
    kept = (struct text){bytes, content.size};
    arena_close(arena);
    return &kept;
}

static size_t ask(const struct overlay *overlay) {
    size_t sum = 0, first = 0;
    struct lonlat point;
    place_id id = 0;
    for (size_t i = 0; i < overlay_place_count(overlay) && i < 1000; i++) {
        struct place place = overlay_place(overlay, (place_id)i);
        sum += text_code_points(place.name) + text_code_points(place.ref) + text_code_points(place.country);
        sum += overlay_is_names_only(overlay, (place_id)i) + overlay_place_of(overlay, place.ref);
        sum += text_code_points(overlay_name(overlay, (place_id)i, 1));
    }
    for (size_t i = 0; i < overlay_language_count(overlay) && i < 1000; i++)
        sum += text_code_points(overlay_language(overlay, i));
    for (size_t i = 0; i < 1000 && overlay_point(overlay, i, &point, &id); i++)
        sum += id;
    static const char *const keys[] = {"shen post", "post", "posto", "x"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        size_t count = overlay_find(overlay, text_hash(text_of(keys[i])), &first);
        for (size_t k = 0; k < count && k < 1000; k++)
            sum += overlay_reading(overlay, first + k).place;
        sum += count + overlay_longest(overlay, text_hash(text_of(keys[i])));
    }
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct text sound = *small_overlay();
    char *bytes = text_c(arena, sound);
    for (size_t at = 0; at + 4 <= size; at += 4) {
        size_t place = ((size_t)data[at] << 8 | data[at + 1]) % sound.size;
        bytes[place] = (char)(data[at + 2] % 2 ? bytes[place] ^ (1 << data[at + 3] % 8) : data[at + 3]);
    }
    struct fuzz_file file =
        fuzz_file_open((struct text){bytes, sound.size - (size % 2 ? data[size - 1] % sound.size : 0)});
    struct overlay *overlay = NULL;
    struct error error = {0};
    if (overlay_open(file.path, &overlay, &error)) {
        volatile size_t sum = ask(overlay);
        (void)sum;
        (void)!overlay_check(overlay, &error);
        overlay_close(overlay);
    } else {
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0');
    }
    fuzz_file_close(&file);
    arena_close(arena);
    return 0;
}
