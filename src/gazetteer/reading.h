/* reading.h: what a name may mean: a place, in which use, in which language. */
#ifndef BORDERMAP_READING_H
#define BORDERMAP_READING_H

#include "place.h"

/* What a name is to its place. */
enum name_use {
    NAME_MAIN,         /* the name of the place in some language */
    NAME_ALTERNATE,    /* another name, no language known */
    NAME_SHORT,        /* "Britain" */
    NAME_HISTORIC,     /* "Leninabad" */
    NAME_ABBREVIATION, /* "Ky.", "NSW": needs its exact case */
    NAME_ADJECTIVE,    /* demonym adjective: "kirghiso" */
    NAME_PEOPLE,       /* demonym noun: "armeni", "Palestinians" */
    NAME_COMBINING,    /* first half of a compound: "russo-", "армяно-" */
    NAME_GOVERNMENT,   /* "Kremlin": the place stands for a government only */
    NAME_USES
};

/* One reading of a key (as it lies in the index). */
struct reading {
    place_id place;
    uint16_t language; /* index for gazetteer_language(), 0 = none, or a name in several */
    uint8_t use;       /* enum name_use */
    uint8_t flags;     /* READING_… */
};

enum {
    READING_POSTAL = 1, /* "KY", "IN": a place only after a place name and a comma */
    READING_LOOSE = 2,  /* "Congo", "Korea": often something else or more, needs support from the text */
    READING_LISTED = 4, /* the name under which the gazetteer lists the place: place.name */
};

struct readings {
    const struct reading *items; /* in the mapped index, in the arena, or in nothing */
    size_t count;
};

#endif
