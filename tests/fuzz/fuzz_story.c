/* Stories from outside, with a small gazetteer. What is read can be written, and what was written reads back to the
 * same bytes. */
#include "compile.h"
#include "fuzz.h"
#include "gazetteer.h"
#include "small_source.h"
#include "story_list.h"
#include "story_read.h"
#include "story_write.h"

static const struct gazetteer *open_gazetteer(void) {
    static struct gazetteer *gazetteer; /* until the program ends */
    if (gazetteer)
        return gazetteer;
    struct error error = {0};
    struct arena *arena = arena_open();
    const char *folder = write_small_source(arena);
    const char *path = file_join(arena, folder, "gazetteer.bin");
    FUZZ_HOLDS(compile_gazetteer(folder, path, NULL, &error) && gazetteer_open(path, &gazetteer, &error));
    remove_small_source(folder);
    arena_close(arena);
    return gazetteer;
}

static void check_story(const struct story *story, const struct gazetteer *gazetteer, struct arena *arena) {
    struct story again, third;
    struct error error = {0};
    struct text first = story_write(story, true, arena);
    FUZZ_HOLDS(story_read(first, gazetteer, arena, &again, &error));
    struct text second = story_write(&again, true, arena);
    FUZZ_HOLDS(story_read(second, gazetteer, arena, &third, &error));
    FUZZ_HOLDS(text_equal(second, story_write(&third, true, arena)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const struct gazetteer *gazetteer = open_gazetteer();
    struct arena *arena = arena_open();
    struct story_list stories = {0};
    struct error error = {0};
    if (story_list_read(TEXT("in.json"), fuzz_text(data, size), gazetteer, NULL, arena, &stories, &error))
        for (size_t i = 0; i < stories.count; i++)
            check_story(&stories.items[i], gazetteer, arena);
    else
        FUZZ_HOLDS(error.kind == ERROR_INPUT && error.message[0] != '\0');
    arena_close(arena);
    return 0;
}
