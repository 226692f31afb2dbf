/* atlas.h: which maps are kept up to date, of which incidents, where they go: atlas.json. */
#ifndef BORDERMAP_ATLAS_H
#define BORDERMAP_ATLAS_H

#include "atlas_day.h"
#include "error.h"
#include "point.h"
#include "safe.h"
#include "text_list.h"

enum { ATLAS_VERSION = 1, ATLAS_BYTES = 16 << 20, ATLAS_ID = 100 };

/* Frames of a map through time. */
enum atlas_series { SERIES_NONE, SERIES_WEEK, SERIES_MONTH };

/* One map, as it is told; what is left out is empty. */
struct atlas_map {
    struct text id; /* safe for file names */
    struct text title;
    struct text_list areas; /* references: border:KG-TJ, country:GE, admin1:… */
    struct bounds bbox;     /* empty = that of the areas, else of the incidents */
    double within_km;       /* about a border or a line */
    struct atlas_day since, until;
    struct text_list kinds, statuses, parties, sources;
    bool unsure; /* also what is unconfirmed */
    struct text_list languages, sizes, styles, formats;
    struct text edit;      /* a file, relative to the atlas */
    struct text worldview; /* "de-facto", "UN", … */
    struct text disputed;  /* "hatch", "dash", "hide" */
    struct safe safe;
    enum atlas_series series;
    bool timeline; /* a strip of events a day beside the map */
    bool mark_new; /* what is new since the last build is marked */
    bool excerpt;
};

struct atlas {
    struct text store; /* a file, relative to the atlas, or "PG:…" */
    struct text out;   /* the folder of the maps, relative to the atlas */
    struct atlas_map *maps;
    size_t count;
};

/*
 * Reads an atlas, as atlas.schema.json describes it, into the arena. ERROR_INPUT with line and column where it is no
 * JSON, with the path of the member where its content cannot be used: "maps[2].since: wants …".
 */
bool atlas_read(struct text json, struct arena *arena, struct atlas *atlas, struct error *error) NODISCARD;

/* One picture to be drawn of a map: in one language, size and style. */
struct atlas_page {
    const struct atlas_map *map;
    struct text id;       /* the map's, with language, size and style behind it where the map has several */
    struct text language; /* as of --lang: "fr" or "fr,local"; empty = that of the incidents */
    struct text size, style;
};

/* Every page of every map, in the order of the atlas. ERROR_INPUT where two would have the same files. */
bool atlas_pages(const struct atlas *atlas, struct arena *arena, struct atlas_page **pages, size_t *count,
                 struct error *error) NODISCARD;

#endif
