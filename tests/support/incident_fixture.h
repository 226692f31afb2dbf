/* incident_fixture.h: the incidents of a short text, on the compiled data. */
#ifndef BORDERMAP_INCIDENT_FIXTURE_H
#define BORDERMAP_INCIDENT_FIXTURE_H

#include "testing.h"

#include "file.h"
#include "geoparse.h"
#include "incident.h"
#include "incident_find.h"

#include <stdlib.h>

static struct {
    struct arena *arena;
    struct gazetteer *gazetteer;
    struct lexicon *lexicon;
} fixture;

static int open_data(void **state) {
    (void)state;
    struct error error = {0};
    const char *data = getenv("BORDERMAP_TEST_DATA");
    fixture.arena = arena_open();
    if (data != NULL && gazetteer_open(file_join(fixture.arena, data, "gazetteer.bin"), &fixture.gazetteer, &error) &&
        lexicon_open(file_join(fixture.arena, data, "lexicon"), fixture.arena, &fixture.lexicon, &error))
        return 0;
    print_error("%s\n", data ? error.message : "BORDERMAP_TEST_DATA names no data folder");
    return -1;
}

static int close_data(void **state) {
    (void)state;
    gazetteer_close(fixture.gazetteer);
    arena_close(fixture.arena);
    return 0;
}

static struct incident_list find(const char *language, const char *text, const char *published) {
    struct error error = {0};
    struct article article = {.text = text_of(text), .language = text_of(language)};
    struct geoparse geoparse = {0};
    struct geoparse_options options = {0};
    struct incident_list incidents = {0};
    if (published != NULL)
        assert_true(date_read(text_of(published), &article.published));
    if (!geoparse_article(fixture.gazetteer, fixture.lexicon, &article, &options, fixture.arena, &geoparse, &error) ||
        !incident_find(fixture.gazetteer, fixture.lexicon, &article, &geoparse, fixture.arena, &incidents, &error))
        fail_msg("%s", error.message);
    return incidents;
}

#endif
