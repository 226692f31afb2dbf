/* drawing_fixture.h: what the tests of pictures begin with: an arena, a lettering, the sheet. For one test program
 * each. */
#ifndef BORDERMAP_DRAWING_FIXTURE_H
#define BORDERMAP_DRAWING_FIXTURE_H

#include "drawing_sheet.h"
#include "list.h"
#include "picture.h"
#include "testing.h"

#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct lettering *lettering;
static struct scene *sheet;

static int open_drawing(void **state) {
    struct error error = {0};
    (void)state;
    arena = arena_open();
    if (!lettering_open(&lettering, &error)) {
        print_error("%s\n", error.message);
        return -1;
    }
    struct text_measure measure = lettering_measure(lettering);
    sheet = drawing_sheet(arena, &measure);
    return 0;
}

static int close_drawing(void **state) {
    (void)state;
    lettering_close(lettering);
    arena_close(arena);
    return 0;
}

/* An empty page of 40 × 30. */
static struct scene small_scene(void) {
    return (struct scene){
        .id = TEXT("small"), .title = TEXT("Small"), .description = TEXT("A small page"), .width = 40, .height = 30};
}

static struct scene_item *add_item(struct scene *scene, enum scene_kind kind) {
    struct scene_item *item = LIST_PUSH(arena, scene);
    item->kind = kind;
    return item;
}

static struct scene_item *add_word(struct scene *scene, const char *word) {
    struct scene_item *item = add_item(scene, SCENE_TEXT);
    item->text = text_of(word);
    item->at = (struct page_point){2, 20};
    item->style = (struct text_style){.weight = 400, .size = 12, .colour = {0, 0, 0, 1}};
    return item;
}

typedef bool (*picture_writer)(const struct scene *scene, const struct lettering *lettering,
                               const struct picture_options *options, struct arena *arena, struct text *bytes,
                               struct error *error);

static struct text written(picture_writer writer, const struct scene *scene, struct picture_options options) {
    struct error error = {0};
    struct text bytes = TEXT_NONE;
    if (!writer(scene, lettering, &options, arena, &bytes, &error))
        fail_msg("%s", error.message);
    return bytes;
}

static bool holds(struct text whole, const char *part) {
    return text_find(whole, text_of(part), 0) < whole.size;
}

static size_t times(struct text whole, const char *part) {
    size_t count = 0;
    for (size_t at = text_find(whole, text_of(part), 0); at < whole.size; at = text_find(whole, text_of(part), at + 1))
        count++;
    return count;
}

#endif
