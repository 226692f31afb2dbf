/* style.h: how maps look: read from styles/<name>.json, property names of the MapLibre Style Specification where they
 * exist. */
#ifndef BORDERMAP_STYLE_H
#define BORDERMAP_STYLE_H

#include "error.h"
#include "scene.h"

/* What a style says something about; the names in the JSON are those of style_layer_name(). */
enum style_layer {
    STYLE_PAGE,  /* paper behind everything */
    STYLE_PANEL, /* edge of the map panel */
    STYLE_SEA,
    STYLE_LAND,    /* countries that the map is not about */
    STYLE_PARTY_1, /* countries that it is about: the first, the second … in order of their codes */
    STYLE_PARTY_2,
    STYLE_PARTY_3,
    STYLE_PARTY_4,
    STYLE_MEMBER, /* countries of the organisation that an overview is about */
    STYLE_COAST,
    STYLE_RELIEF, /* hillshade-… */
    STYLE_LAKE,
    STYLE_RIVER, /* line-width is that of the greatest rivers */
    STYLE_REGION,
    STYLE_BORDER_INTERNATIONAL,
    STYLE_BORDER_UNDELIMITED,
    STYLE_BORDER_DISPUTED,
    STYLE_BORDER_CONTROL,
    STYLE_BORDER_CEASEFIRE,
    STYLE_BORDER_CONTACT,
    STYLE_BORDER_CLAIM,
    STYLE_BORDER_ADMINISTRATIVE,
    STYLE_AREA,     /* a disputed, occupied, annexed or breakaway area */
    STYLE_INCIDENT, /* the accent: a site that is known */
    STYLE_INCIDENT_NEAR,
    STYLE_INCIDENT_REGION,
    STYLE_INCIDENT_LINE, /* stretch of border or river; casing = the glow */
    STYLE_PAST_SITE,
    STYLE_PAST_REGION,
    STYLE_PAST_LINE,
    STYLE_VENUE,
    STYLE_CALLOUT, /* text of callouts; fill = box; line = leader */
    STYLE_CALLOUT_PAST,
    STYLE_LEADER,
    STYLE_COUNTRY_NAME,
    STYLE_NEIGHBOUR_NAME,
    STYLE_REGION_NAME,
    STYLE_AREA_NAME,
    STYLE_SEA_NAME,
    STYLE_LAKE_NAME,
    STYLE_RIVER_NAME,
    STYLE_BORDER_NAME,
    STYLE_CAPITAL, /* symbol and name */
    STYLE_CITY,
    STYLE_TOWN,
    STYLE_SITE, /* towns that the article names */
    STYLE_TITLE,
    STYLE_SUBTITLE,
    STYLE_LEGEND,
    STYLE_SCALE,
    STYLE_NOTE,
    STYLE_CREDITS,
    STYLE_LOCATOR, /* sea = fill, frame = line */
    STYLE_LOCATOR_LAND,
    STYLE_LOCATOR_PARTY,
    STYLE_LOCATOR_FRAME, /* where the map lies */
    STYLE_LAYERS
};

/* Everything that can be said about one of them; sizes in page units of a page 1200 wide. */
struct paint {
    struct colour fill;     /* fill-color, icon-color, background-color, hillshade-shadow-color */
    struct hatch hatch;     /* hatch-… */
    struct stroke line;     /* line-…; hillshade-highlight-color is its colour */
    struct stroke casing;   /* casing-…: a band under the line */
    struct text_style text; /* text-… */
    double spacing_em;      /* text-letter-spacing, in ems; style_scale() makes text.letter_spacing of it */
    bool uppercase;         /* text-transform */
    struct text icon;       /* icon-image: a symbol of drawing */
    double icon_size;       /* icon-size: its width */
    double exaggeration;    /* hillshade-exaggeration: how strong the relief is, 0 .. 1 */
};

struct style {
    struct text name, description;
    double margin;    /* of the page */
    double max_words; /* of a callout */
    struct paint layers[STYLE_LAYERS];
    struct {
        struct text *items; /* "layers.title.text-font: …": what is drawn otherwise than the style says */
        size_t count, capacity;
    } warnings;
};

/*
 * Reads a style by name from `directory` or by path (anything with a '/' or ending in ".json"), with what it extends:
 * by name too, or by a path from the folder of the style that says so. ERROR_USAGE for an unknown name (lists the known
 * ones), ERROR_INPUT with line and column (syntax) or path of the key (content), or the circle in which styles extend
 * each other.
 */
bool style_read(const char *directory, const char *name, struct arena *arena, struct style **style,
                struct error *error) NODISCARD;

/* The style with all that it inherits, as the JSON of a style that extends nothing. Errors as for style_read. */
bool style_show(const char *directory, const char *name, struct arena *arena, struct text *json,
                struct error *error) NODISCARD;

/* The names of the styles in the directory, in order of bytes. */
bool style_list(const char *directory, struct arena *arena, struct text **names, size_t *count,
                struct error *error) NODISCARD;

/* A copy with every size multiplied, and letter spacing in page units. */
struct style *style_scale(const struct style *style, double factor, struct arena *arena);

/* Keeps what a style may say from filling the page: the margin, text, symbols and lines are at most shares of its
 * shorter side. For a style that has been scaled. */
void style_limit(struct style *style, double shorter_side);

/* "land", "party-1", "border-international" … */
const char *style_layer_name(enum style_layer layer);

#endif
