/* kind.h: the kinds of incidents, and everything that is known of each: one table. */
#ifndef BORDERMAP_KIND_H
#define BORDERMAP_KIND_H

#include "text.h"

/* Names as in JSON: incident_kind_name(). */
enum incident_kind {
    INCIDENT_CLASH,
    INCIDENT_SHOOTING,
    INCIDENT_SHELLING,
    INCIDENT_AIR_STRIKE,
    INCIDENT_EXPLOSION,
    INCIDENT_MINE,
    INCIDENT_ATTACK,
    INCIDENT_OFFENSIVE,
    INCIDENT_INCURSION,
    INCIDENT_ABDUCTION,
    INCIDENT_ARREST,
    INCIDENT_PROTEST,
    INCIDENT_CLOSURE,
    INCIDENT_DISPLACEMENT,
    INCIDENT_WAR,
    INCIDENT_TENSION,
    INCIDENT_CEASEFIRE,
    INCIDENT_MEETING,
    INCIDENT_OTHER,
    INCIDENT_DRONE_STRIKE,
    INCIDENT_SUICIDE_BOMBING,
    INCIDENT_GRENADE,
    INCIDENT_CHEMICAL_ATTACK,
    INCIDENT_SEIZURE,   /* ground taken */
    INCIDENT_RECAPTURE, /* ground retaken */
    INCIDENT_HANDOVER,  /* ground given over without a fight */
    INCIDENT_INFILTRATION,
    INCIDENT_AIRSPACE_VIOLATION,
    INCIDENT_BORDER_MARKER, /* fences, posts, signs moved or torn down */
    INCIDENT_STONING,
    INCIDENT_RIOT,
    INCIDENT_FORCE_AGAINST_PROTEST,
    INCIDENT_MOB_VIOLENCE,
    INCIDENT_DESTRUCTION, /* looting, arson */
    INCIDENT_SEXUAL_VIOLENCE,
    INCIDENT_WEAPONS_SEIZED,
    INCIDENT_BASE, /* headquarters, posts, camps set up */
    INCIDENT_DEPLOYMENT,
    INCIDENT_AGREEMENT,
    INCIDENT_EVACUATION,
    INCIDENT_PRISONER_EXCHANGE,
    INCIDENT_KINDS
};

/* What holds of a kind. */
enum kind_trait {
    KIND_VIOLENT = 1 << 0,      /* force was used: one event may be told as several of these */
    KIND_REMOTE = 1 << 1,       /* from afar: elsewhere it is another event than a clash here */
    KIND_BLOODLESS = 1 << 2,    /* a toll told beside it is of something else */
    KIND_OF_STATES = 1 << 3,    /* at a border it is between its two states */
    KIND_MAY_BE_AHEAD = 1 << 4, /* is news before it happens */
    KIND_HAS_DOER = 1 << 5,     /* the state in front of its word did it */
    KIND_OF_GROUND = 1 << 7,    /* troops on ground: one move may be told as several of these */
    KIND_OF_POLICE = 1 << 8,    /* what guards do and find, the same */
    KIND_IS_VENUE = 1 << 6,     /* its place is where people met */
    KIND_OF_ACLED = 1 << 9,     /* of the kinds with one code it is the one that the code is read as */
    KIND_OF_PLOVER = 1 << 10,
    KIND_OF_CAMEO = 1 << 11
};

/* One row of the table; the codes are the names that other event data have for it, "" where they have none. */
struct kind_facts {
    const char *name;   /* "air strike" */
    const char *symbol; /* of the drawing stage */
    unsigned traits;    /* enum kind_trait */
    const char *acled;  /* sub-events, parted by ';' */
    const char *plover;
    const char *cameo;
    const char *modes; /* of the PLOVER type, parted by ';' */
};

const struct kind_facts *kind_facts(enum incident_kind kind);
bool kind_has(enum incident_kind kind, enum kind_trait trait);

/* Finds a kind by its name; false if there is none. */
bool kind_find(struct text name, enum incident_kind *kind);

/* Finds the kind that a sub-event of ACLED stands for, a type and mode of PLOVER (the mode may be empty), a code of
 * CAMEO or of what it is a part of ("1951": 195, "19"); false for what is none of the kinds. Case does not count. */
bool kind_of_acled(struct text sub_event, enum incident_kind *kind);
bool kind_of_plover(struct text type, struct text mode, enum incident_kind *kind);
bool kind_of_cameo(struct text code, enum incident_kind *kind);

const char *incident_kind_name(enum incident_kind kind);

#endif
