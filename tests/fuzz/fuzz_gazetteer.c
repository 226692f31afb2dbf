/* A damaged gazetteer: a small one is compiled once, and the input says which of its bytes are changed: four bytes a
 * change, place (two bytes), what is done, value. An odd number of bytes cuts the file short. The hash of the header is
 * set right, so that damage behind it is met, too. A damaged index may give wrong answers, never a crash. */
#include "compile.h"
#include "fuzz_file.h"
#include "gazetteer.h"
#include "index_format.h"
#include "small_source.h"

#include <string.h>

static struct text compile_small(struct arena *arena) {
    struct error error = {0};
    struct text content = TEXT_NONE;
    const char *folder = write_small_source(arena);
    const char *path = file_join(arena, folder, "gazetteer.bin");
    FUZZ_HOLDS(compile_gazetteer(folder, path, NULL, &error) && file_read(path, 1 << 20, arena, &content, &error));
    remove_small_source(folder);
    return content;
}

static const struct text *small_gazetteer(void) {
    static struct text content;
    if (!content.data) {
        struct arena *arena = arena_open();
        struct text compiled = compile_small(arena);
        char *kept = malloc(compiled.size); /* until the program ends */
        FUZZ_HOLDS(kept);
        memcpy(kept, compiled.data, compiled.size);
        content = (struct text){kept, compiled.size};
        arena_close(arena);
    }
    return &content;
}

static void change_byte(char *bytes, size_t size, const uint8_t change[4]) {
    static const char extremes[] = {0, 1, 0x7F, (char)0x80, (char)0xFF};
    size_t at = ((size_t)change[0] << 8 | change[1]) % size;
    switch (change[2] % 3) {
    case 0: bytes[at] = (char)change[3]; break;
    case 1: bytes[at] = (char)(bytes[at] ^ (1 << change[3] % 8)); break;
    default: bytes[at] = extremes[change[3] % sizeof extremes]; break;
    }
}

/* A file of the changed size with a header that vouches for itself. */
static struct text damage(struct text sound, const uint8_t *data, size_t size, struct arena *arena) {
    char *bytes = text_c(arena, sound);
    for (size_t at = 0; at + 4 <= size; at += 4)
        change_byte(bytes, sound.size, data + at);
    size_t kept = size % 2 ? sound.size - data[size - 1] : sound.size;
    struct index_header header;
    memcpy(&header, bytes, sizeof header);
    header.file_size = kept;
    header.header_hash = text_hash((struct text){(const char *)&header, offsetof(struct index_header, header_hash)});
    memcpy(bytes, &header, sizeof header);
    return (struct text){bytes, kept};
}

static size_t ask_place(const struct gazetteer *gazetteer, place_id id) {
    struct place place = gazetteer_place(gazetteer, id);
    place_id members[8];
    size_t sum = text_code_points(place.name) + text_code_points(place.feature) + text_code_points(place.countries);
    sum += text_code_points(gazetteer_name(gazetteer, id, TEXT("ru"))) + (size_t)place.kind;
    sum += text_code_points(gazetteer_local_name(gazetteer, id)) + gazetteer_place_of(gazetteer, place.ref);
    sum += gazetteer_find(gazetteer, place.name, NULL).count + gazetteer_longest(gazetteer, place.name);
    return sum + gazetteer_members(gazetteer, id, 19000, sizeof members / sizeof *members, members);
}

static void ask_names(const struct gazetteer *gazetteer) {
    static const char *const keys[] = {"goris", "armenia", "lexington", "ky", "karabakh", "nagorno", "white house"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct readings readings = gazetteer_find(gazetteer, text_of(keys[i]), NULL);
        for (size_t j = 0; j < readings.count; j++) {
            (void)text_code_points(gazetteer_language(gazetteer, readings.items[j].language));
            (void)gazetteer_place(gazetteer, readings.items[j].place);
        }
        (void)gazetteer_longest(gazetteer, text_of(keys[i]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct fuzz_file file = fuzz_file_open(damage(*small_gazetteer(), data, size, arena));
    struct gazetteer *gazetteer = NULL;
    struct error error = {0};
    place_id near[64];
    if (gazetteer_open(file.path, &gazetteer, &error)) {
        size_t count = gazetteer_place_count(gazetteer);
        for (place_id id = 0; id < count; id++)
            (void)ask_place(gazetteer, id);
        ask_names(gazetteer);
        size_t found = gazetteer_within(gazetteer, (struct bounds){30, 30, 200, 60}, 64, near);
        FUZZ_HOLDS(found <= 64 && (found == 0 || near[found - 1] < count));
    } else {
        FUZZ_HOLDS(error.kind == ERROR_ENVIRONMENT && error.message[0] != '\0' && !gazetteer);
    }
    gazetteer_close(gazetteer);
    fuzz_file_close(&file);
    arena_close(arena);
    return 0;
}
