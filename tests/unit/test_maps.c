/* Every article of tests/articles through the whole program up to the scene: its labels, its date, and what it says its
 * maps must show. */
#include "incident_find.h"
#include "testing.h"

#include "file.h"
#include "geoparse.h"
#include "json.h"
#include "legend_check.h"
#include "lettering.h"
#include "map.h"
#include "reader.h"
#include "story_read.h"
#include "story_write.h"

#include <stdlib.h>

enum { ARTICLES_MAX = 256, ARTICLE_BYTES = 1 << 20, ARTICLE_MAPS = 16 };

struct drawn_article {
    const char *name;
    cJSON *root;
    struct map maps[ARTICLE_MAPS];
    size_t count;
};

static struct {
    struct arena *arena;
    struct geodata geodata;
    struct gazetteer *gazetteer;
    struct lexicon *lexicon;
    struct lettering *lettering;
    struct style *style;
    struct map_sources sources;
    struct drawn_article articles[ARTICLES_MAX];
    size_t count;
} fixture;

static bool open_sources(const char *source, struct error *error) {
    const char *data = getenv("BORDERMAP_TEST_DATA");
    if (!geodata_open(data, NULL, NULL, fixture.arena, &fixture.geodata, error) ||
        !gazetteer_open(file_join(fixture.arena, data, "gazetteer.bin"), &fixture.gazetteer, error) ||
        !lexicon_open(file_join(fixture.arena, data, "lexicon"), fixture.arena, &fixture.lexicon, error) ||
        !lettering_open(&fixture.lettering, error) ||
        !style_read(file_join(fixture.arena, source, "styles"), "newsroom", fixture.arena, &fixture.style, error))
        return false;
    fixture.sources = (struct map_sources){&fixture.geodata, fixture.gazetteer, fixture.lexicon, fixture.style,
                                           lettering_measure(fixture.lettering)};
    return true;
}

/* A story that is written and read back is the same, and its maps are the same to the last letter. */
static bool draws_the_same(const struct story *story, const struct drawn_article *drawn, struct error *error) {
    struct map_options options = {.width = 1200, .height = 900, .bounds = bounds_empty(), .excerpt = true};
    struct map_plans plans;
    struct map map;
    struct story again;
    struct text json = story_write(story, true, fixture.arena);
    if (!story_read(json, fixture.gazetteer, fixture.arena, &again, error) ||
        !map_plan(&fixture.sources, &again, &options, fixture.arena, &plans, error))
        return false;
    if (!text_equal(json, story_write(&again, true, fixture.arena)))
        return error_set(error, ERROR_INPUT, "the story is not read as it was written");
    for (size_t i = 0; i < plans.count && i < drawn->count; i++) {
        if (!map_compose(&fixture.sources, &plans.items[i], &options, fixture.arena, &map, error))
            return false;
        if (!text_equal(scene_write(fixture.arena, &map.scene), scene_write(fixture.arena, &drawn->maps[i].scene)) ||
            !text_equal(map.plan.id, drawn->maps[i].plan.id) || !text_equal(map.alt, drawn->maps[i].alt))
            return error_set(error, ERROR_INPUT, "map %zu of the story is another", i + 1);
    }
    return plans.count == drawn->count || plans.count > ARTICLE_MAPS ||
           error_set(error, ERROR_INPUT, "the story has %zu maps, not %zu", plans.count, drawn->count);
}

static bool compose_maps(const struct article *article, struct drawn_article *drawn, struct error *error) {
    struct geoparse geoparse;
    struct incident_list incidents;
    struct story story;
    struct geoparse_options plain = {0};
    struct map_options options = {.width = 1200, .height = 900, .bounds = bounds_empty(), .excerpt = true};
    struct map_plans plans;
    if (!geoparse_article(fixture.gazetteer, fixture.lexicon, article, &plain, fixture.arena, &geoparse, error) ||
        !incident_find(fixture.gazetteer, fixture.lexicon, article, &geoparse, fixture.arena, &incidents, error))
        return false;
    story_find(fixture.gazetteer, article, &geoparse, &incidents, fixture.arena, &story);
    if (!map_plan(&fixture.sources, &story, &options, fixture.arena, &plans, error))
        return false;
    for (size_t i = 0; i < plans.count && i < ARTICLE_MAPS; i++)
        if (!map_compose(&fixture.sources, &plans.items[i], &options, fixture.arena, &drawn->maps[drawn->count++],
                         error))
            return false;
    return draws_the_same(&story, drawn, error);
}

static bool draw_article(const char *folder, struct text name, struct error *error) {
    struct drawn_article *drawn = &fixture.articles[fixture.count++];
    struct text bytes;
    struct article_list articles = {0};
    struct reader_options options = {0};
    const char *path = file_join(fixture.arena, folder, text_c(fixture.arena, name));
    drawn->name = text_c(fixture.arena, name);
    return file_read(path, ARTICLE_BYTES, fixture.arena, &bytes, error) && json_read(bytes, &drawn->root, error) &&
           reader_read(text_of(path), bytes, &options, NULL, fixture.arena, &articles, error) &&
           compose_maps(&articles.items[0], drawn, error);
}

static bool draw_articles(struct error *error) {
    const char *source = getenv("BORDERMAP_TEST_SOURCE");
    if (source == NULL || getenv("BORDERMAP_TEST_DATA") == NULL)
        return error_set(error, ERROR_ENVIRONMENT, "BORDERMAP_TEST_SOURCE and BORDERMAP_TEST_DATA name the folders");
    const char *folder = file_join(fixture.arena, source, "tests/articles");
    struct text *names;
    size_t count;
    if (!open_sources(source, error) || !file_list(folder, fixture.arena, &names, &count, error))
        return false;
    for (size_t i = 0; i < count && fixture.count < ARTICLES_MAX; i++)
        if (text_ends(names[i], TEXT(".json")) && !draw_article(folder, names[i], error))
            return error_context(error, "%.*s", TEXT_ARGS(names[i]));
    return true;
}

static int draw_all(void **state) {
    (void)state;
    struct error error = {0};
    fixture.arena = arena_open();
    if (draw_articles(&error))
        return 0;
    print_error("%s\n", error.message);
    return -1;
}

static int close_all(void **state) {
    (void)state;
    for (size_t i = 0; i < fixture.count; i++)
        cJSON_Delete(fixture.articles[i].root);
    lettering_close(fixture.lettering);
    gazetteer_close(fixture.gazetteer);
    arena_close(fixture.arena);
    return 0;
}

/* Counts the maps for which `bad` holds and says which they are. */
static size_t count_bad(bool (*bad)(const struct map *map), const char *what) {
    size_t failures = 0;
    for (size_t i = 0; i < fixture.count; i++)
        for (size_t k = 0; k < fixture.articles[i].count; k++) {
            const struct map *map = &fixture.articles[i].maps[k];
            if (!bad(map))
                continue;
            print_error("%s: %.*s: %s\n", fixture.articles[i].name, TEXT_ARGS(map->plan.id), what);
            failures++;
        }
    return failures;
}

static bool has_bad_labels(const struct map *map) {
    return map->labels.overlaps > 0 || map->labels.off_page > 0 || map->labels.dots_covered > 0;
}

static bool lacks_first_labels(const struct map *map) {
    return map->labels.placed[0] < map->labels.wanted[0];
}

static bool has_no_date(const struct map *map) {
    return !date_known(map->plan.as_of) || map->plan.subtitle.size == 0;
}

/* Phrases that are missing leave their key, a word with dots in it and no space. */
static bool shows_a_key(const struct map *map) {
    for (size_t i = 0; i < map->scene.count; i++) {
        struct text text = map->scene.items[i].text;
        bool key = text_find(text, TEXT("."), 0) + 1 < text.size && text_find(text, TEXT(" "), 0) >= text.size &&
                   text.data[0] >= 'a' && text.data[0] <= 'z';
        if (map->scene.items[i].kind == SCENE_TEXT && key)
            return true;
    }
    return false;
}

static void no_label_overlaps_leaves_the_page_or_covers_a_dot(void **state) {
    (void)state;
    assert_int_equal(count_bad(has_bad_labels, "a label overlaps, leaves the page or covers a dot"), 0);
}

static void every_label_that_must_be_there_is_placed(void **state) {
    (void)state;
    assert_int_equal(count_bad(lacks_first_labels, "a label of the first priority has no place"), 0);
}

static void every_map_is_stamped_with_its_date(void **state) {
    (void)state;
    assert_int_equal(count_bad(has_no_date, "no date"), 0);
}

static void no_phrase_is_missing_on_a_map(void **state) {
    (void)state;
    assert_int_equal(count_bad(shows_a_key, "a phrase without words"), 0);
}

/* Says what it is, for the one who has to mend it. */
static bool is_odd(const struct map *map, const struct scene_item *item, const char *what) {
    if (item)
        print_error("%.*s: %.*s %.*s width %g: %s\n", TEXT_ARGS(map->plan.id), TEXT_ARGS(item->name),
                    TEXT_ARGS(item->symbol), item->stroke.width, what);
    return item != NULL;
}

static bool draws_what_is_not_listed(const struct map *map) {
    return is_odd(map, legend_check_unlisted(&map->scene), "drawn, but not in the legend");
}

static bool lists_what_is_not_drawn(const struct map *map) {
    return is_odd(map, legend_check_undrawn(&map->scene), "in the legend, but not drawn");
}

static void the_legend_lists_all_that_is_drawn_and_nothing_else(void **state) {
    (void)state;
    assert_int_equal(count_bad(draws_what_is_not_listed, "the legend lacks something"), 0);
    assert_int_equal(count_bad(lists_what_is_not_drawn, "the legend has too much"), 0);
}

/* The check itself: a map without its legend, and a legend without its map, are noticed. */
static void a_legend_that_does_not_fit_is_noticed(void **state) {
    (void)state;
    struct scene bare = fixture.articles[0].maps[0].scene, other = bare;
    bare.items = ARENA_ARRAY(fixture.arena, struct scene_item, bare.count);
    other.items = ARENA_ARRAY(fixture.arena, struct scene_item, bare.count);
    for (size_t i = 0; i < bare.count; i++) {
        bare.items[i] = other.items[i] = fixture.articles[0].maps[0].scene.items[i];
        bool legend = text_is(bare.items[i].name, "legend");
        bare.items[i].name = legend ? TEXT("gone") : bare.items[i].name;
        other.items[i].stroke.colour.red ^= legend ? 0 : 255;
        other.items[i].fill.red ^= legend ? 0 : 255;
        other.items[i].hatch.colour.red ^= legend ? 0 : 255;
    }
    assert_non_null(legend_check_unlisted(&bare));
    assert_non_null(legend_check_undrawn(&other));
}

static bool shows(const struct map *map, const char *ref) {
    for (size_t i = 0; i < map->shown_count; i++)
        if (text_is(map->shown[i], ref))
            return true;
    return false;
}

static bool shows_all(const struct map *map, const cJSON *wanted) {
    const cJSON *ref;
    struct text part;
    cJSON_ArrayForEach(ref, cJSON_GetObjectItemCaseSensitive(wanted, "must_show")) {
        if (cJSON_IsString(ref) && !shows(map, ref->valuestring))
            return false;
    }
    bool titled =
        !json_find_text(wanted, "title_contains", &part) || text_find(map->plan.title, part, 0) < map->plan.title.size;
    return titled;
}

static void every_article_has_the_maps_it_must_have(void **state) {
    (void)state;
    size_t failures = 0;
    for (size_t i = 0; i < fixture.count; i++) {
        const struct drawn_article *drawn = &fixture.articles[i];
        const cJSON *wanted, *expect = cJSON_GetObjectItemCaseSensitive(drawn->root, "expect");
        cJSON_ArrayForEach(wanted, cJSON_GetObjectItemCaseSensitive(expect, "maps")) {
            bool found = false;
            for (size_t k = 0; k < drawn->count; k++)
                found = found || shows_all(&drawn->maps[k], wanted);
            if (found)
                continue;
            char *printed = cJSON_PrintUnformatted(wanted);
            print_error("%s: no map for %s\n", drawn->name, printed);
            cJSON_free(printed);
            failures++;
        }
    }
    assert_int_equal(failures, 0);
}

/* Whatever else an article's maps are of. */
static void the_sides_of_a_map_never_share_a_tint(void **state) {
    (void)state;
    for (size_t i = 0; i < fixture.count; i++)
        for (size_t k = 0; k < fixture.articles[i].count; k++) {
            const struct map_plan *plan = &fixture.articles[i].maps[k].plan;
            for (size_t p = 0; p < plan->party_count && !plan->overview && plan->party_count <= MAP_TINTS; p++)
                for (size_t q = 0; q < p; q++)
                    assert_int_not_equal(plan->party_tints[p], plan->party_tints[q]);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_label_overlaps_leaves_the_page_or_covers_a_dot),
        cmocka_unit_test(every_label_that_must_be_there_is_placed),
        cmocka_unit_test(every_map_is_stamped_with_its_date),
        cmocka_unit_test(no_phrase_is_missing_on_a_map),
        cmocka_unit_test(the_legend_lists_all_that_is_drawn_and_nothing_else),
        cmocka_unit_test(a_legend_that_does_not_fit_is_noticed),
        cmocka_unit_test(every_article_has_the_maps_it_must_have),
        cmocka_unit_test(the_sides_of_a_map_never_share_a_tint),
    };
    return cmocka_run_group_tests(tests, draw_all, close_all);
}
