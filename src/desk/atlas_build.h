/* atlas_build.h: an atlas brought up to date: only those of its maps are drawn that would show something else than
 * before. */
#ifndef BORDERMAP_ATLAS_BUILD_H
#define BORDERMAP_ATLAS_BUILD_H

#include "map_run.h"

struct build_request {
    struct map_request map; /* what holds for all pages: styles, names, version */
    const char *atlas;      /* the file */
    const char *store;      /* instead of the atlas's, or NULL */
    const char *program;    /* what tells this program from an earlier one */
    struct date now;        /* what relative days count from; unknown = the newest account's */
    bool explain;           /* says of every page why it was drawn or kept */
    bool verify;            /* reads every file that was built, and draws anew what is not as it was written */
    bool prune;             /* removes the files of pages that the atlas has no longer */
    bool depfile;           /* writes build.d: what the maps are made of, for make and ninja */
    bool json;              /* results as one object a line */
    size_t jobs;            /* processes that draw */
};

struct build_result {
    size_t pages, drawn, failed;
};

/*
 * Builds: results and remarks go to the outlet of the engine. A page that fails is told there and keeps its files. Two
 * builds of one folder follow each other. ERROR_INPUT for an atlas that cannot be used, ERROR_USAGE for a folder that
 * is another atlas's.
 */
bool build_atlas(const struct engine_options *engine, const struct build_request *request, struct build_result *result,
                 struct error *error) NODISCARD;

#endif
