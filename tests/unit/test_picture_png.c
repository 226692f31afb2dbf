#include "drawing_fixture.h"

#include <math.h>
#include <png.h>

struct decoded {
    png_uint_32 width, height, per_metre_x, per_metre_y;
    int unit;
};

struct source {
    struct text bytes;
    size_t at;
};

static void read_source(png_structp png, png_bytep to, size_t size) {
    struct source *source = png_get_io_ptr(png);
    if (size > source->bytes.size - source->at)
        png_error(png, "too short");
    memcpy(to, source->bytes.data + source->at, size);
    source->at += size;
}

/* The text chunk of that key, copied; "" if there is none. */
static const char *decode(struct text bytes, struct decoded *decoded, const char *key) {
    struct source source = {bytes, 0};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_textp texts;
    int count = 0;
    const char *value = "";
    png_set_read_fn(png, &source, read_source);
    png_read_info(png, info);
    decoded->width = png_get_image_width(png, info);
    decoded->height = png_get_image_height(png, info);
    png_get_pHYs(png, info, &decoded->per_metre_x, &decoded->per_metre_y, &decoded->unit);
    png_get_text(png, info, &texts, &count);
    for (int i = 0; i < count; i++)
        value = strcmp(texts[i].key, key) == 0 ? text_c(arena, text_of(texts[i].text)) : value;
    png_destroy_read_struct(&png, &info, NULL);
    return value;
}

static uint8_t *pixels_of(struct text bytes, int *width) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, bytes.data, bytes.size));
    image.format = PNG_FORMAT_RGB;
    uint8_t *pixels = arena_alloc(arena, PNG_IMAGE_SIZE(image), 1);
    assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
    *width = (int)image.width;
    return pixels;
}

static const uint8_t *pixel(struct text bytes, int x, int y) {
    int width;
    const uint8_t *pixels = pixels_of(bytes, &width);
    return pixels + 3 * (y * width + x);
}

static void assert_pixel(struct text bytes, int x, int y, int red, int green, int blue) {
    const uint8_t *at = pixel(bytes, x, y);
    if (abs(at[0] - red) > 1 || abs(at[1] - green) > 1 || abs(at[2] - blue) > 1)
        fail_msg("pixel %d, %d is %d %d %d, should be %d %d %d", x, y, at[0], at[1], at[2], red, green, blue);
}

static struct page_shape square(double left, double top, double size) {
    struct page_shape shape = {0};
    struct page_path *path = LIST_PUSH(arena, &shape);
    path->points = ARENA_ARRAY(arena, struct page_point, 4);
    path->count = 4;
    path->closed = true;
    for (int i = 0; i < 4; i++)
        path->points[i] = (struct page_point){left + (i == 1 || i == 2 ? size : 0), top + (i >= 2 ? size : 0)};
    return shape;
}

static void it_lands_in_its_physical_size(void **state) {
    (void)state;
    struct scene scene = small_scene();
    struct decoded decoded = {0};
    decode(written(picture_png, &scene, (struct picture_options){.scale = 1}), &decoded, "");
    assert_int_equal(decoded.width, 40);
    assert_int_equal(decoded.height, 30);
    assert_int_equal(decoded.unit, PNG_RESOLUTION_METER);
    assert_int_equal(decoded.per_metre_x, 3780);
    assert_int_equal(decoded.per_metre_y, 3780);
    decode(written(picture_png, &scene, (struct picture_options){.scale = 2.5, .dpi = 120}), &decoded, "");
    assert_int_equal(decoded.width, 100);
    assert_int_equal(decoded.height, 75);
    assert_int_equal(decoded.per_metre_x, 11811);
}

static void it_says_what_it_is(void **state) {
    (void)state;
    struct decoded decoded;
    struct text bytes = written(picture_png, sheet, (struct picture_options){.scale = 1});
    assert_string_equal(decode(bytes, &decoded, "Title"), "A sheet of everything & more");
    assert_string_equal(decode(bytes, &decoded, "Description"), "Lines, areas, symbols and names — عربي");
    assert_string_equal(decode(bytes, &decoded, "Software"), "bordermap");
}

static void it_is_the_same_twice_and_from_another_lettering(void **state) {
    (void)state;
    struct error error = {0};
    struct picture_options options = {.scale = 1};
    struct text first = written(picture_png, sheet, options), second = written(picture_png, sheet, options);
    assert_true(text_equal(first, second));
    struct lettering *other;
    struct text third;
    assert_true(lettering_open(&other, &error));
    assert_true(picture_png(sheet, other, &options, arena, &third, &error));
    assert_true(text_equal(first, third));
    lettering_close(other);
}

static void sizes_that_are_none_are_refused(void **state) {
    (void)state;
    static const double sizes[][3] = {{0, 10, 1},        {10, -4, 1},         {100000, 10, 1}, {20000, 10, 2},
                                      {31000, 31000, 1}, {(double)NAN, 9, 1}, {10, 10, 1e-9}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct error error = {0};
        struct scene scene = small_scene();
        struct picture_options options = {.scale = sizes[i][2]};
        struct text bytes = TEXT("untouched");
        scene.width = sizes[i][0];
        scene.height = sizes[i][1];
        assert_false(picture_png(&scene, lettering, &options, arena, &bytes, &error));
        assert_int_equal(error.kind, ERROR_USAGE);
        assert_text(bytes, "untouched");
    }
}

static void fills_strokes_and_opacity_are_as_asked(void **state) {
    (void)state;
    struct scene scene = small_scene();
    struct scene_item *item = add_item(&scene, SCENE_PATH);
    item->shape = square(5, 5, 20);
    item->fill = (struct colour){0, 0, 255, 0.5};
    item->stroke = (struct stroke){.colour = {255, 0, 0, 1}, .width = 4};
    struct text bytes = written(picture_png, &scene, (struct picture_options){.scale = 1});
    assert_pixel(bytes, 15, 15, 127, 127, 255);
    assert_pixel(bytes, 4, 15, 255, 0, 0);
    assert_pixel(bytes, 1, 1, 255, 255, 255);
}

static void an_even_odd_hole_is_empty_and_a_wound_one_full(void **state) {
    (void)state;
    for (int even_odd = 0; even_odd < 2; even_odd++) {
        struct scene scene = small_scene();
        struct scene_item *item = add_item(&scene, SCENE_PATH);
        struct page_shape hole = square(10, 10, 10);
        item->shape = square(2, 2, 26);
        *LIST_PUSH(arena, &item->shape) = hole.items[0];
        item->fill = (struct colour){0, 0, 0, 1};
        item->even_odd = even_odd;
        int grey = even_odd ? 255 : 0;
        assert_pixel(written(picture_png, &scene, (struct picture_options){.scale = 1}), 15, 15, grey, grey, grey);
    }
}

static void a_clip_holds_until_its_end_and_no_longer(void **state) {
    (void)state;
    struct scene scene = small_scene();
    add_item(&scene, SCENE_CLIP_END);
    add_item(&scene, SCENE_LAYER_END);
    add_item(&scene, SCENE_CLIP_BEGIN)->box = (struct page_box){0, 0, 20, 30};
    struct scene_item *first = add_item(&scene, SCENE_PATH);
    first->shape = square(0, 0, 25);
    first->fill = (struct colour){255, 0, 0, 1};
    add_item(&scene, SCENE_CLIP_END);
    struct scene_item *second = add_item(&scene, SCENE_PATH);
    second->shape = square(30, 10, 5);
    second->fill = (struct colour){0, 0, 255, 1};
    add_item(&scene, SCENE_CLIP_BEGIN)->box = (struct page_box){0, 0, 1, 1};
    struct text bytes = written(picture_png, &scene, (struct picture_options){.scale = 1});
    assert_pixel(bytes, 10, 10, 255, 0, 0);
    assert_pixel(bytes, 22, 10, 255, 255, 255);
    assert_pixel(bytes, 32, 12, 0, 0, 255);
}

static void an_image_fills_its_box_with_its_colours(void **state) {
    (void)state;
    static const uint8_t pixels[] = {255, 0, 0, 255, 0, 0, 255, 128};
    struct scene scene = small_scene();
    struct scene_item *item = add_item(&scene, SCENE_IMAGE);
    item->box = (struct page_box){0, 0, 40, 20};
    item->image = (struct scene_image){2, 1, pixels};
    struct text bytes = written(picture_png, &scene, (struct picture_options){.scale = 1});
    assert_pixel(bytes, 2, 10, 255, 0, 0);
    assert_pixel(bytes, 38, 10, 127, 127, 255);
    assert_pixel(bytes, 20, 25, 255, 255, 255);
}

static void an_unknown_symbol_is_a_disc(void **state) {
    (void)state;
    struct scene scene = small_scene();
    struct scene_item *item = add_item(&scene, SCENE_SYMBOL);
    item->symbol = TEXT("no such thing");
    item->at = (struct page_point){20, 15};
    item->size = 12;
    item->fill = (struct colour){0, 128, 0, 1};
    struct text bytes = written(picture_png, &scene, (struct picture_options){.scale = 1});
    assert_pixel(bytes, 20, 15, 0, 128, 0);
    assert_pixel(bytes, 20, 24, 255, 255, 255);
}

static void halos_never_cover_the_letters_of_a_neighbour(void **state) {
    (void)state;
    struct scene scene = small_scene();
    add_word(&scene, "HHH");
    struct text alone = written(picture_png, &scene, (struct picture_options){.scale = 1});
    struct scene_item *second = add_word(&scene, "-");
    second->at.y += 9;
    second->style.colour.opacity = 0;
    second->style.halo = (struct colour){255, 255, 255, 1};
    second->style.halo_width = 8;
    assert_true(text_equal(alone, written(picture_png, &scene, (struct picture_options){.scale = 1})));
}

static void a_long_line_is_drawn_to_its_end(void **state) {
    (void)state;
    struct scene scene = small_scene();
    scene.width = 600;
    add_word(&scene, "Administration of the Fergana valley, of the Isfara and of all that lies beyond H")->at.x = 0;
    struct text_extents extents;
    struct text_measure measure = lettering_measure(lettering);
    measure.extents(measure.context, &scene.items[0].style, scene.items[0].text, TEXT_NONE, &extents);
    struct text bytes = written(picture_png, &scene, (struct picture_options){.scale = 1});
    int darkest = 255;
    for (int x = (int)extents.width - 8; x < (int)extents.width; x++)
        darkest = pixel(bytes, x, 15)[0] < darkest ? pixel(bytes, x, 15)[0] : darkest;
    assert_true(darkest < 100);
}

static void numbers_that_are_none_do_no_harm(void **state) {
    (void)state;
    struct scene scene = small_scene();
    struct scene_item *path = add_item(&scene, SCENE_PATH);
    path->shape = square((double)NAN, 5, 1e300);
    path->fill = (struct colour){0, 0, 0, 1};
    path->hatch = (struct hatch){{0, 0, 0, 1}, 1, 1e-12, (double)NAN};
    path->stroke = (struct stroke){.colour = {0, 0, 0, 1}, .width = 1, .dash = {0, 0}, .dash_count = 2};
    add_item(&scene, SCENE_IMAGE)->box = (struct page_box){0, 0, 0, 0};
    add_item(&scene, SCENE_SYMBOL)->size = -3;
    add_word(&scene, "x")->style.size = (double)NAN;
    add_word(&scene, "");
    struct error error = {0};
    struct picture_options options = {.scale = 1};
    struct text bytes;
    assert_true(picture_png(&scene, lettering, &options, arena, &bytes, &error));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_lands_in_its_physical_size),
        cmocka_unit_test(it_says_what_it_is),
        cmocka_unit_test(it_is_the_same_twice_and_from_another_lettering),
        cmocka_unit_test(sizes_that_are_none_are_refused),
        cmocka_unit_test(fills_strokes_and_opacity_are_as_asked),
        cmocka_unit_test(an_even_odd_hole_is_empty_and_a_wound_one_full),
        cmocka_unit_test(a_clip_holds_until_its_end_and_no_longer),
        cmocka_unit_test(an_image_fills_its_box_with_its_colours),
        cmocka_unit_test(an_unknown_symbol_is_a_disc),
        cmocka_unit_test(halos_never_cover_the_letters_of_a_neighbour),
        cmocka_unit_test(a_long_line_is_drawn_to_its_end),
        cmocka_unit_test(numbers_that_are_none_do_no_harm),
    };
    (void)times;
    (void)holds;
    return cmocka_run_group_tests(tests, open_drawing, close_drawing);
}
