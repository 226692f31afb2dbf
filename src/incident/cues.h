/* cues.h: the words that say something about an incident, found by the patterns of the lexicon's tables
 * events, casualties, numbers, dates, times, status, claims, movement, places and weapons (columns pattern, role,
 * value). */
#ifndef BORDERMAP_CUES_H
#define BORDERMAP_CUES_H

#include "words.h"

/* One for each table; cues of one group never overlap, the longest wins. */
enum cue_group {
    CUES_EVENTS,
    CUES_CASUALTIES,
    CUES_NUMBERS,
    CUES_DATES,
    CUES_TIMES,
    CUES_STATUS,
    CUES_CLAIMS,
    CUES_MOVEMENT,
    CUES_PLACES,
    CUES_WEAPONS,
    CUE_GROUPS
};

enum cue_role {
    /* events: the value is enum incident_kind, the strength 1..3 */
    CUE_EVENT,
    CUE_NO_EVENT, /* looks like one: "crimes of war", "cease-fire line" */
    CUE_ACCIDENT, /* crashes, floods, illness: the dead of its sentence were not killed by anybody; value 1: nor did
                     anybody make what explodes or is fired there explode (gas, boilers, pits) */
    CUE_GAME, /* a topic whose words only sound like violence (topics.c weighs it): sport and the like; value 1: nothing
                 of its sentence has happened, and little of those that follow (films, drills); 3: nothing of its
                 sentence (anniversaries); 2: a weak one (prices, museums) */
    /* casualties */
    CUE_KILLED,  /* value 0: a noun, the number stands before; 1: a verb, on either side; 2: the number follows; 10, 11,
                    12: the same for words that are said of illness and accidents too ("died") */
    CUE_MISSING, /* the same */
    CUE_WOUNDED, /* the same */
    CUE_AT_LEAST,
    CUE_MORE_THAN,
    CUE_UP_TO,
    CUE_ABOUT,
    CUE_BOTH_SIDES,
    CUE_NOBODY,
    CUE_PART,   /* "including": the number behind is a part of another */
    CUE_PERSON, /* value 1: one person without a number ("a woman"), 2: a dual, 3: one behind an article ("soldier"),
                   0: people, after a number */
    CUE_ONE,    /* an article or the like in front of one person: "a", "un", "bir" */
    CUE_TOLL,   /* "the death toll", "the number of dead": the last number of its clause is the count, and it mends an
                   earlier one; value 1: of wounded */
    /* numbers */
    CUE_CARDINAL,
    CUE_MULTIPLIER,
    CUE_VAGUE, /* dozens, hundreds: the value is the least that the word can mean, none for "several" */
    CUE_PIECE, /* of a number that is written in one word */
    CUE_JOINT, /* joins the parts of a number ("thirty and five"); the value is the least part in front of it */
    CUE_RANGE, /* "five to seven" */
    CUE_LABEL, /* the number behind names something: "Highway 5", "aged 12" */
    CUE_UNIT,  /* what was counted is no person: km, years, shells; value 1: even where a word for persons follows */
    /* dates: the value is 1..12, 0..6 from Monday, or days, weeks, months, years from the day of the article */
    CUE_MONTH,
    CUE_WEEKDAY,
    CUE_DAY,
    CUE_WEEK,
    CUE_MONTH_FROM,
    CUE_YEAR_FROM,
    CUE_SAME_DAY,
    CUE_MONTH_SHORT, /* an abbreviation: with a number beside it only */
    CUE_ORDINAL,     /* "third" */
    CUE_AGO,         /* value 0: behind the span ("ago"), 1: in front ("vor") */
    CUE_AHEAD,       /* the same for "in two days" */
    CUE_WITHIN,      /* the same for "over the past two days" */
    CUE_TIME,        /* hours, days, weeks, months, years: 0..4; of a dual or a single one 10 or 20 more */
    CUE_WEEKEND,     /* value -1, 0, 1 */
    CUE_NIGHT,       /* "overnight" */
    CUE_DAY_WORD,    /* "日": the number in front is a day */
    CUE_NEXT,
    CUE_LAST,
    CUE_OF,
    CUE_YEAR_WORD,
    CUE_UNTIL, /* joins the ends of a span: "from 1998 to 2000", "w nocy z niedzieli na poniedziałek" */
    CUE_SINCE, /* the date is when a state began, not when the event was; value 1: a comparison follows that tells of
                  nothing new ("the worst since") */
    /* status */
    CUE_PAST,
    CUE_ONGOING,
    CUE_PLANNED,
    CUE_SUPPOSED, /* would, could, may: nothing has happened */
    CUE_NOT,
    CUE_AT,      /* a place follows, and it happened there */
    CUE_AWAY,    /* a place follows, and it did not happen there: fled to, hospital in, news from; value 1: whence
                    somebody came, which is where people were driven from */
    CUE_ANAPHOR, /* "these", "the latest": the event was told before */
    CUE_CLAUSE,  /* begins another clause: "after", "when"; value 1: "who", "which" */
    /* claims */
    CUE_ACCUSE, /* value 1: the verb comes last, whom it accuses nearer than who does */
    CUE_DENY,
    CUE_REPORT, /* value 1: who says so follows ("according to") */
    CUE_URGE,   /* a bystander speaks: urged, offered, condemned */
    CUE_BETWEEN,
    CUE_AND,
    CUE_FORCES,
    CUE_PEACEKEEPERS,
    CUE_BACKED,     /* a bystander is named: backed by */
    CUE_IRREGULARS, /* rebels, gunmen, smugglers: not a state's forces */
    CUE_EACH_OTHER, /* both sides: each other */
    CUE_BOTH,       /* "the two countries": those told of before */
    CUE_COURT,      /* a court, a trial: what it is about is past */
    CUE_OTHER_SOURCE, /* another count of the same: "puts the figure at", "раненых — по другим данным" */
    CUE_RESPONSIBLE, /* who did it says so or is suspected: "claimed responsibility" */
    CUE_BY,          /* who did it follows */
    CUE_AGAINST,     /* the other side follows, or (value 1) stands in front */
    /* movement */
    CUE_MOVE,   /* a word of moving */
    CUE_FROM,   /* the place where it began follows */
    CUE_TARGET, /* the place that it led to follows */
    /* places */
    CUE_PLACE_FRONT,  /* a word for a kind of place, its name behind: "village of"; value 1: or in front */
    CUE_PLACE_BEHIND, /* its name in front: "district" */
    CUE_NAME_FOLLOWS, /* a capital behind it may be the name of a place: "near" */
    CUE_PARTICLE,     /* a small word inside names: "al" */
    /* weapons: the value is enum incident_kind */
    CUE_WEAPON,
    CUE_ROLES
};

struct cue {
    enum cue_group group;
    enum cue_role role;
    int value;
    int strength;
    uint32_t first, end; /* words */
};

/* All cues of the article, in order of the words within each group. */
struct cues {
    struct cue *items[CUE_GROUPS];
    size_t count[CUE_GROUPS], capacity[CUE_GROUPS];
    uint32_t *at[CUE_GROUPS]; /* for each word the cue that covers it, plus one; 0 = none */
    const struct numeral_book *numerals;
};

/* Finds them with the tables of the language. ERROR_ENVIRONMENT names table and line of a bad row. */
bool cues_read(struct lexicon *lexicon, struct text language, const struct words *words, struct arena *arena,
               struct cues *cues, struct error *error) NODISCARD;

/* The cue of the group that covers the word, or NULL. */
const struct cue *cues_at(const struct cues *cues, enum cue_group group, uint32_t word);

/* The cue of that role with the least distance from `word` inside the words first..end, pauses counting `pause`; or
 * NULL. */
const struct cue *cues_nearest(const struct cues *cues, const struct words *words, enum cue_role role, uint32_t first,
                               uint32_t end, uint32_t word, uint32_t pause);

/* The table of a role. */
enum cue_group cues_group(enum cue_role role);

#endif
