/* build_parts.h: a build on its way, shared by the files of build_*.c. */
#ifndef BORDERMAP_BUILD_PARTS_H
#define BORDERMAP_BUILD_PARTS_H

#include "atlas.h"
#include "atlas_build.h"
#include "ledger.h"
#include "plan_region.h"
#include "store.h"

/* A page, and what is to become of it. */
struct build_page {
    const struct atlas_page *page;
    const struct ledger_page *before; /* or NULL */
    struct ledger_page now;
    struct text reason;
    bool listed; /* its incidents were looked up */
    bool drawn;  /* it is to be drawn; after drawing: it was */
    bool failed;
    struct incident_list incidents;
    struct text_list aggregated; /* those of them that must not leave but on the map */
    const char *edit;            /* of the atlas, or NULL */
};

/* A style as it is read, once. */
struct build_style {
    struct text name;
    char mark[LEDGER_MARK];
};

struct build {
    const struct engine_options *engine;
    const struct build_request *request;
    struct arena *arena;
    struct outlet outlet;
    struct atlas atlas;
    const char *folder; /* of the atlas: paths in it count from there */
    const char *out;
    struct build_page *pages;
    size_t count;
    struct ledger before; /* empty where none is known */
    struct store *store;
    int64_t change; /* of the store */
    struct date anchor;
    char data[LEDGER_MARK], program[LEDGER_MARK], names[LEDGER_MARK];
    struct {
        struct build_style *items;
        size_t count, capacity;
    } styles;
    struct map_run run;
    bool running; /* `run` is open */
    struct text_list stale;
};

/* "folder/path", or the path if it is absolute. */
const char *build_path(const struct build *build, struct text path);

/* Opens data, gazetteer, words, style and fonts, if they are not open. */
bool build_open_run(struct build *build, struct error *error) NODISCARD;

/* Tells that a page cannot be drawn as it is told: it keeps its files. False where going on makes no sense. */
bool build_fail(const struct build *build, struct build_page *page, struct error *error) NODISCARD;

/* Whether the page must be looked at, or drawn: sets now.parts and reason of what can be told without the store. */
bool build_judge(struct build *build, struct error *error) NODISCARD;

/* Which pages a change of the store since they were built may concern: those are listed; what is then another list than
 * before is to be drawn. */
bool build_compare(struct build *build, struct error *error) NODISCARD;

/* The incidents of a page, those that are safe to tell, and where they lie; all in the arena. */
bool build_list(struct build *build, struct build_page *page, struct arena *arena, struct map_region *region,
                struct error *error) NODISCARD;

/* Draws all pages that are to be drawn into the run's files. ERROR_ENVIRONMENT ends all. */
bool build_draw(struct build *build, struct error *error) NODISCARD;

/* Writes manifest, features and ledger, puts everything in its place, and tells. */
bool build_finish(struct build *build, struct error *error) NODISCARD;

#endif
