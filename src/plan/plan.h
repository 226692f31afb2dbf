/* plan.h: which maps a story needs, and what each of them is about, before anything is decided about the page. */
#ifndef BORDERMAP_PLAN_H
#define BORDERMAP_PLAN_H

#include "edit.h"
#include "gazetteer.h"
#include "geodata.h"
#include "house_names.h"
#include "lexicon.h"
#include "safe.h"
#include "story.h"
#include "style.h"
#include "totals.h"

struct map_overlay;

enum { MAP_PLACES = 64, MAP_BORDERS = 24, MAP_PARTIES = 16, MAP_TINTS = 4 };

/* How the article spells a place, where that spelling can stand on a map. */
struct map_name {
    place_id place;
    struct text name;
};

struct map_names {
    struct map_name *items;
    size_t count, capacity;
};

/* An incident that is marked: since another state it is new, changed, or gone. */
enum map_change_kind { CHANGE_NEW, CHANGE_CHANGED, CHANGE_GONE, CHANGE_KINDS };

struct map_change {
    struct text id;
    enum map_change_kind kind;
};

/* One map that is to be drawn. */
struct map_plan {
    struct text id; /* "kg-tj", safe for file names: plan_id.h */
    bool overview;
    bool many;                   /* its incidents are drawn by place or density, not one by one */
    struct totals totals;        /* of them, where there are many */
    struct text title, subtitle; /* in `lang` */
    struct text lang;
    struct date as_of;           /* the date the map stands for */
    bool as_of_article;          /* its incidents have none: it is that of the article or of its other news */
    struct bounds bounds;        /* what must be seen, degrees; at least 60 km */
    place_id places[MAP_PLACES]; /* places of the text that belong on it */
    size_t place_count;
    place_id borders[MAP_BORDERS]; /* borders that are highlighted */
    size_t border_count;
    const struct incident **incidents;
    size_t incident_count;
    place_id parties[MAP_PARTIES];    /* countries that the map is about, in order of their codes */
    uint8_t party_tints[MAP_PARTIES]; /* 0 .. MAP_TINTS - 1: tints.h */
    size_t party_count;
    struct map_names names;           /* spellings of the article */
    const struct house_names *house;  /* how the house spells places, before all others; or NULL */
    struct text excerpt;              /* what the article says, in its words, or empty */
    place_id organisation;            /* members tinted on an overview, or PLACE_NONE */
    const struct map_change *changes; /* what is marked as new, changed, gone */
    size_t change_count;
    bool compared;    /* two states: it is told as new, changed, gone; else as new since the map before */
    double footer;    /* page units that stand below the map whatever is in them: frames of a series; 0 = as needed */
    struct safe safe; /* how its incidents were made safe to tell: the map says so */
    struct date safe_until;  /* the day that the delay counts back from */
    const struct edit *edit; /* what an editor wants different (edit_plan()), or NULL */
};

struct map_plans {
    struct map_plan *items;
    size_t count, capacity;
    struct {
        struct text *items;
        size_t count, capacity;
    } remarks; /* what of the article is not sure or not drawn, what the map shows instead */
};

/* How what is in question is drawn; it is noted in any case. */
enum map_disputed {
    DISPUTED_HATCH, /* areas hatched, borders and lines by their classes */
    DISPUTED_DASH,  /* areas as dashed outlines only */
    DISPUTED_HIDE   /* no areas, no claims, no disputed borders */
};

/* How many incidents are drawn together, and by what. */
enum map_density { DENSITY_AUTO, DENSITY_POINTS, DENSITY_REGIONS, DENSITY_HEXAGONS };
enum map_measure { MEASURE_INCIDENTS, MEASURE_KILLED };

struct map_options {
    double width, height;  /* page units */
    struct text lang;      /* of names and words; empty = the article's */
    struct text second;    /* names in another language below those: a code, "local", or empty */
    struct text title;     /* empty = made from the incident */
    struct bounds bounds;  /* empty = automatic */
    struct date as_of;     /* unknown = the incidents' */
    struct text worldview; /* "de-facto" (default), or a view of curated/worldviews.tsv */
    enum map_disputed disputed;
    const char *relief;                 /* the user's own elevation raster, or NULL */
    struct text relief_credit;          /* instead of what that file says of itself */
    enum map_density density;           /* how many incidents are drawn; automatic: by how many there are */
    enum map_measure measure;           /* what symbols and shades stand for */
    bool all;                           /* more than four maps */
    bool incidents_only;                /* no map of an article without an incident that can be drawn */
    bool excerpt;                       /* quotes the sentence that tells the first incident best */
    const struct house_names *house;    /* or NULL */
    const struct map_overlay *overlays; /* drawn in their order */
    size_t overlay_count;
    struct safe safe;      /* what is told of incidents, and when */
    struct date safe_from; /* the day that its delay counts back from; unknown = that of the newest incident */
};

/* Everything a map is made from, handed through the stage. */
struct map_sources {
    const struct geodata *geodata;
    const struct gazetteer *gazetteer;
    struct lexicon *lexicon;
    const struct style *style;
    struct text_measure measure;
};

/* Which maps the story needs: one per theatre, ranked, an overview first if there is more than one; where no incident
 * can be drawn, one of what the story is about; empty if it names no place at all. */
bool map_plan(const struct map_sources *sources, const struct story *story, const struct map_options *options,
              struct arena *arena, struct map_plans *plans, struct error *error) NODISCARD;

/* A plain map of one place, without an article. */
bool map_plan_place(const struct map_sources *sources, place_id place, const struct map_options *options,
                    struct arena *arena, struct map_plan *plan, struct error *error) NODISCARD;

/* The name that a map prints for a place: the article's spelling, else the usual one of the language, else the
 * gazetteer's, written in the letters of the language where it has a table for that. */
struct text map_plan_name(const struct map_sources *sources, const struct map_plan *plan, place_id place);

/* Whether that name is in the script of the map. */
bool map_plan_has_name(const struct map_sources *sources, const struct map_plan *plan, place_id place);

/* The same for a place that the gazetteer may not know: then its own name. */
struct text map_plan_name_of(const struct map_sources *sources, const struct map_plan *plan,
                             const struct place_snapshot *place);

#endif
