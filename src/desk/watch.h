/* watch.h: folders into which files arrive: each is added to the store, and then the atlas is built. */
#ifndef BORDERMAP_WATCH_H
#define BORDERMAP_WATCH_H

#include "error.h"
#include "outlet.h"

struct watch_request {
    const char *const *folders;
    size_t count;
    const char *program;              /* that adds and builds: this one */
    const char *atlas;                /* or NULL: nothing is built */
    const char *store;                /* the connection that is added to */
    const char *out;                  /* where the maps go; or NULL */
    const char *const *build_options; /* handed on to `build`; NULL-ended */
    double quiet;                     /* seconds without a change before a folder is read */
    double most;                      /* seconds after which it is read all the same */
    double rescan;                    /* seconds between looks that nothing has asked for */
    bool once;                        /* looks once, adds, builds, ends */
};

/*
 * Until a signal asks for the end, or once. What the system tells of a folder is but a hint to look: which files are
 * new is known by each folder's ledger (.bordermap-watch: name, size, time, digest), written when they are in the
 * store. A file of which nothing can be used goes to "rejected/" in its folder, with the reason beside it. Hidden and
 * temporary names, what the program itself writes, and folders are passed over. ERROR_USAGE for what is no folder or is
 * the maps' own; ERROR_ENVIRONMENT where watching makes no sense any more.
 */
bool watch_folders(const struct outlet *outlet, const struct watch_request *request, struct error *error) NODISCARD;

#endif
