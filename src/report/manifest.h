/* manifest.h: everything a report needs to know about a run's maps, as manifest.json. */
#ifndef BORDERMAP_MANIFEST_H
#define BORDERMAP_MANIFEST_H

#include "document.h"
#include "map.h"

/* One file of a map. */
struct manifest_file {
    struct text path;   /* relative to the manifest */
    struct text format; /* "png", "svg", "pdf" */
    char sha256[65];
};

enum { MANIFEST_FILES = 6 };

struct manifest_stories {
    struct incident_source *items;
    size_t count, capacity;
};

enum { MANIFEST_VERSION = 1 };

/* A map that lies in the folder, and that its article no longer has. */
struct manifest_stale {
    struct text id, article;
    struct text files[MANIFEST_FILES]; /* relative to the manifest */
    size_t file_count;
};

/* What is written about a run as it goes on; nothing of the articles and maps themselves is kept. */
struct manifest {
    struct arena *arena;
    struct manifest_stories stories;
    struct builder maps, incidents, features;
    struct {
        struct manifest_stale *items;
        size_t count, capacity;
    } stale;
};

/* An empty manifest that grows in the arena. */
struct manifest manifest_new(struct arena *arena);

/* Notes the story's article and its incidents. `scratch` is used for a moment. */
void manifest_add_story(struct manifest *manifest, const struct story *story, struct arena *scratch);

/* Notes a map and its files; `article`: id of its article, empty for a map without one. */
void manifest_add_map(struct manifest *manifest, struct text article, const struct gazetteer *gazetteer,
                      const struct map *map, const struct manifest_file *files, size_t file_count,
                      struct arena *scratch);

/* The manifest as JSON, as README.md describes it, in the arena. */
struct text manifest_write(const struct manifest *manifest, const char *version, const struct geodata *geodata,
                           struct arena *arena);

/* incidents.geojson, in the arena. */
struct text manifest_write_geojson(const struct manifest *manifest, struct arena *arena);

#endif
