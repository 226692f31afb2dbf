#include "drawing_fixture.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>

enum { IDS = 2048 };

static xmlDocPtr parsed(struct text svg) {
    xmlDocPtr document = xmlReadMemory(svg.data, (int)svg.size, "picture.svg", NULL,
                                       XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR);
    if (!document)
        fail_msg("not well-formed: %s", xmlGetLastError()->message);
    return document;
}

/* A string as libxml2 wants it. */
static const xmlChar *xml_string(const char *string) {
    return (const xmlChar *)string;
}

/* How many nodes the expression finds; elements of SVG are "s:name". */
static int found(struct text svg, const char *expression) {
    xmlDocPtr document = parsed(svg);
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathRegisterNs(context, xml_string("s"), xml_string("http://www.w3.org/2000/svg"));
    xmlXPathRegisterNs(context, xml_string("i"), xml_string("http://www.inkscape.org/namespaces/inkscape"));
    xmlXPathObjectPtr nodes = xmlXPathEvalExpression(xml_string(expression), context);
    assert_non_null(nodes);
    int count = nodes->nodesetval ? nodes->nodesetval->nodeNr : 0;
    xmlXPathFreeObject(nodes);
    xmlXPathFreeContext(context);
    xmlFreeDoc(document);
    return count;
}

/* The values of all id attributes. */
static size_t ids_of(struct text svg, struct text ids[IDS]) {
    size_t count = 0;
    for (size_t at = text_find(svg, TEXT(" id=\""), 0); at < svg.size && count < IDS;
         at = text_find(svg, TEXT(" id=\""), at + 1)) {
        size_t start = at + 5;
        ids[count++] = text_slice(svg, start, text_find(svg, TEXT("\""), start));
    }
    return count;
}

static void assert_apart(const struct text *a, size_t a_count, const struct text *b, size_t b_count, bool same_list) {
    for (size_t i = 0; i < a_count; i++) {
        for (size_t k = same_list ? i + 1 : 0; k < b_count; k++)
            if (text_equal(a[i], b[k]))
                fail_msg("id \"%.*s\" is there twice", TEXT_ARGS(a[i]));
    }
}

static struct text sheet_svg(bool paths) {
    return written(picture_svg, sheet, (struct picture_options){.scale = 1, .svg_paths = paths});
}

static void it_is_well_formed_and_says_what_it_is(void **state) {
    (void)state;
    struct text svg = sheet_svg(false);
    assert_int_equal(found(svg, "/s:svg[@viewBox='0 0 1200 900'][@width='1200'][@height='900'][@role='img']"), 1);
    assert_int_equal(found(svg, "/s:svg/s:title[.='A sheet of everything & more']"), 1);
    assert_int_equal(found(svg, "/s:svg/s:desc[contains(., 'symbols and names')]"), 1);
    assert_int_equal(found(svg, "/s:svg[@aria-labelledby='map-1-sheet_title map-1-sheet_desc'][@lang='en']"), 1);
}

static void ids_are_there_once_and_have_the_prefix(void **state) {
    (void)state;
    static struct text ids[IDS];
    size_t count = ids_of(sheet_svg(false), ids);
    assert_true(count > 100);
    assert_apart(ids, count, ids, count, true);
    for (size_t i = 0; i < count; i++)
        assert_true(text_starts(ids[i], TEXT("map-1-sheet")));
}

static void two_maps_in_one_page_share_no_ids(void **state) {
    (void)state;
    static struct text ids[IDS], others[IDS];
    struct scene other = *sheet;
    other.id = TEXT("1");
    other.title = TEXT("Another");
    struct text svg = written(picture_svg, &other, (struct picture_options){.scale = 1});
    assert_apart(ids, ids_of(sheet_svg(false), ids), others, ids_of(svg, others), false);
}

static void references_find_their_ids(void **state) {
    (void)state;
    static struct text ids[IDS];
    struct text svg = sheet_svg(false);
    size_t count = ids_of(svg, ids), references = 0;
    for (size_t at = text_find(svg, TEXT("url(#"), 0); at < svg.size; at = text_find(svg, TEXT("url(#"), at + 1)) {
        struct text wanted = text_slice(svg, at + 5, text_find(svg, TEXT(")"), at));
        bool is_there = false;
        for (size_t i = 0; i < count; i++)
            is_there = is_there || text_equal(ids[i], wanted);
        assert_true(is_there);
        references++;
    }
    assert_true(references >= 1);
}

static void a_label_is_one_object_with_its_halo_in_a_layer_beneath(void **state) {
    (void)state;
    struct text svg = sheet_svg(false);
    assert_int_equal(found(svg, "//s:text[.='Khujand'][not(ancestor::s:g[@i:label='Halos'])]"), 1);
    assert_int_equal(
        found(svg, "//s:g[@i:label='Halos'][@i:groupmode='layer'][@aria-hidden='true']/s:text[.='Khujand'][@stroke]"),
        1);
    assert_int_equal(found(svg, "//s:g[@i:label='Halos']/following-sibling::s:text[.='Khujand']"), 1);
    assert_int_equal(times(svg, "paint-order"), 0);
}

static void the_lines_of_a_label_are_one_object(void **state) {
    (void)state;
    struct text_style style = {.weight = 400, .size = 12, .colour = {0, 0, 0, 1}, .halo = {255, 255, 255, 1}};
    style.halo_width = 2;
    struct scene_item items[] = {
        {.kind = SCENE_TEXT, .name = TEXT("callout"), .text = TEXT("Road closed"), .at = {50, 50}, .style = style},
        {.kind = SCENE_TEXT, .name = TEXT("callout"), .text = TEXT("since Tuesday"), .at = {50, 64}, .style = style},
        {.kind = SCENE_TEXT, .name = TEXT("callout"), .text = TEXT("far below"), .at = {50, 164}, .style = style},
        {.kind = SCENE_TEXT, .name = TEXT("other"), .text = TEXT("Another"), .at = {50, 178}, .style = style}};
    struct scene scene = {.id = TEXT("two"), .width = 300, .height = 200, .items = items, .count = 4};
    struct text svg = written(picture_svg, &scene, (struct picture_options){.scale = 1});
    assert_int_equal(found(svg, "/s:svg/s:text"), 3);
    assert_int_equal(found(svg, "/s:svg/s:text[s:tspan[@x='50'][@y='50']='Road closed'][s:tspan='since Tuesday']"), 1);
    assert_int_equal(found(svg, "//s:g[@i:label='Halos']/s:text[s:tspan[@stroke]='Road closed']"), 1);
    assert_int_equal(found(svg, "/s:svg/s:text[.='far below'][not(s:tspan)]"), 1);
}

static void layers_have_names(void **state) {
    (void)state;
    struct text svg = sheet_svg(false);
    assert_int_equal(found(svg, "/s:svg/s:g[@i:groupmode='layer'][@i:label='Symbol names']"), 1);
    assert_int_equal(found(svg, "/s:svg/s:g[@i:groupmode='layer']"), 10);
}

static void a_text_along_a_curve_is_one_label_to_those_who_listen(void **state) {
    (void)state;
    struct text svg = sheet_svg(false);
    assert_int_equal(found(svg, "//s:g[@role='img'][@aria-label='Syr Darya']/s:text[@aria-hidden='true'][@transform]"),
                     8);
}

static void joined_letters_along_a_curve_are_outlines(void **state) {
    (void)state;
    struct text svg = sheet_svg(false);
    assert_int_equal(found(svg, "//s:g[@role='img'][@aria-label='نهر الأردن']/s:path"), 1);
    assert_int_equal(found(svg, "//s:g[@role='img'][@aria-label='نهر الأردن']/s:text"), 0);
}

static void outlines_have_no_text(void **state) {
    (void)state;
    struct text svg = sheet_svg(true);
    assert_int_equal(found(svg, "//s:text"), 0);
    assert_int_equal(found(svg, "//s:g[@role='img'][@aria-label='Khujand']/s:path"), 1);
}

static void arabic_is_not_spaced_and_runs_from_the_right(void **state) {
    (void)state;
    struct text svg = sheet_svg(false);
    assert_int_equal(found(svg, "//s:text[.='السودان'][@letter-spacing]"), 0);
    assert_true(found(svg, "//s:text[.='السودان'][@direction='rtl']") >= 1);
    assert_true(found(svg, "//s:text[.='KYRGYZSTAN'][@letter-spacing='7']") >= 1);
}

static void markup_and_controls_in_names_are_inert(void **state) {
    (void)state;
    struct scene scene = small_scene();
    scene.title = TEXT("<script>alert(1)</script>\x01 \" & ' ]]>");
    scene.description = TEXT("\xFF\xFE broken");
    scene.id = TEXT("\"><x y='");
    add_item(&scene, SCENE_LAYER_BEGIN)->name = TEXT("a\" onload=\"x\x02");
    struct scene_item *item = add_word(&scene, "</text><b>\x1B[1m & \xE2\x80\xAEtxet");
    item->name = TEXT("'\"><script/>");
    item->lang = TEXT("x\"y");
    struct text svg = written(picture_svg, &scene, (struct picture_options){.scale = 1});
    assert_int_equal(found(svg, "//s:script"), 0);
    assert_int_equal(found(svg, "//s:text"), 1);
    assert_int_equal(found(svg, "//@onload"), 0);
    assert_false(holds(svg, "\xE2\x80\xAE"));
}

static void groups_that_do_not_end_are_ended(void **state) {
    (void)state;
    struct scene scene = small_scene();
    add_item(&scene, SCENE_LAYER_END);
    add_item(&scene, SCENE_LAYER_BEGIN)->name = TEXT("a");
    add_item(&scene, SCENE_CLIP_BEGIN)->box = (struct page_box){0, 0, 5, 5};
    add_item(&scene, SCENE_LAYER_END);
    add_word(&scene, "x");
    struct text svg = written(picture_svg, &scene, (struct picture_options){.scale = 1});
    assert_int_equal(found(svg, "/s:svg/s:g/s:g/s:text"), 1);
}

static void numbers_have_two_decimals_at_most(void **state) {
    (void)state;
    struct scene scene = small_scene();
    struct scene_item *item = add_item(&scene, SCENE_PATH);
    struct page_path *path = LIST_PUSH(arena, &item->shape);
    struct page_point points[] = {{1.0 / 3, 2.0 / 3}, {10.005, -0.001}, {10.005, (double)NAN}, {1e12, 20}};
    path->points = points;
    path->count = 4;
    item->stroke = (struct stroke){.colour = {1, 2, 3, 1}, .width = 1.0 / 3};
    struct text svg = written(picture_svg, &scene, (struct picture_options){.scale = 1});
    assert_true(holds(svg, " d=\"M.33 .67l9.68-.67"));
    assert_true(holds(svg, "stroke-width=\"0.33\""));
    assert_false(holds(svg, "nan"));
    assert_false(holds(svg, "e+"));
}

static void paths_do_not_drift(void **state) {
    (void)state;
    enum { POINTS = 3001 };
    struct scene scene = small_scene();
    struct scene_item *item = add_item(&scene, SCENE_PATH);
    struct page_path *path = LIST_PUSH(arena, &item->shape);
    path->points = ARENA_ARRAY(arena, struct page_point, POINTS);
    path->count = POINTS;
    for (int i = 0; i < POINTS; i++)
        path->points[i] = (struct page_point){i * 0.0149, 0};
    item->stroke = (struct stroke){.colour = {0, 0, 0, 1}, .width = 1};
    struct text svg = written(picture_svg, &scene, (struct picture_options){.scale = 1});
    size_t at = text_find(svg, TEXT("M0 0l"), 0) + 5, end = text_find(svg, TEXT("\""), at);
    double x = 0;
    for (bool across = true; at < end; across = !across) {
        char *after;
        double step = strtod(svg.data + at, &after);
        x += across ? step : 0;
        at = (size_t)(after - svg.data);
    }
    assert_true(fabs(x - 44.7) < 0.001);
}

static void it_is_the_same_twice(void **state) {
    (void)state;
    assert_true(text_equal(sheet_svg(false), sheet_svg(false)));
    assert_true(text_equal(sheet_svg(true), sheet_svg(true)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_well_formed_and_says_what_it_is),
        cmocka_unit_test(ids_are_there_once_and_have_the_prefix),
        cmocka_unit_test(two_maps_in_one_page_share_no_ids),
        cmocka_unit_test(references_find_their_ids),
        cmocka_unit_test(a_label_is_one_object_with_its_halo_in_a_layer_beneath),
        cmocka_unit_test(the_lines_of_a_label_are_one_object),
        cmocka_unit_test(layers_have_names),
        cmocka_unit_test(a_text_along_a_curve_is_one_label_to_those_who_listen),
        cmocka_unit_test(joined_letters_along_a_curve_are_outlines),
        cmocka_unit_test(outlines_have_no_text),
        cmocka_unit_test(arabic_is_not_spaced_and_runs_from_the_right),
        cmocka_unit_test(markup_and_controls_in_names_are_inert),
        cmocka_unit_test(groups_that_do_not_end_are_ended),
        cmocka_unit_test(numbers_have_two_decimals_at_most),
        cmocka_unit_test(paths_do_not_drift),
        cmocka_unit_test(it_is_the_same_twice),
    };
    return cmocka_run_group_tests(tests, open_drawing, close_drawing);
}
