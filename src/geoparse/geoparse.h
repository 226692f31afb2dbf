/* geoparse.h: article → mentions (spans that name places, resolved) and relations (places that several mentions
 * describe). */
#ifndef BORDERMAP_GEOPARSE_H
#define BORDERMAP_GEOPARSE_H

#include "corrections.h"
#include "gazetteer.h"
#include "lexicon.h"
#include "sentence.h"

enum mention_type {
    MENTION_LITERAL,     /* the place itself */
    MENTION_DEMONYM,     /* "kirghiso", "armeni" */
    MENTION_GOVERNMENT,  /* the place stands for a government: "Mosca ha annunciato", "il Cremlino" */
    MENTION_ORGANISATION /* CSTO, NATO: not a toponym in output, but maps and incidents want to know */
};

/* Why a candidate scored as it did: a short English clause and its share of the score. */
struct reason {
    const char
        *why; /* static text: "named with its country", "near other places of the article", "greatest of that name" */
    double score;
};

enum { CANDIDATE_REASONS = 8 };

struct candidate {
    place_id place;
    double score;
    struct reason reasons[CANDIDATE_REASONS];
    uint8_t reason_count;
};

struct mention {
    struct span span;
    enum mention_type type;
    place_id place; /* the winner; PLACE_NONE for one that was rejected (kept only with options.keep_rejected) */
    enum name_use use;
    double confidence; /* 0..1, calibrated */
    double belief;     /* what speaks for a place at all: the words beside it, and how well known it is */
    uint32_t sentence; /* index in tokens.sentences */
    uint32_t first_token, token_end;
    struct candidate *candidates; /* best first */
    size_t candidate_count;
    const char *rejected; /* why this is no place ("name of a person"), or NULL */
};

enum relation_kind {
    RELATION_BORDER,
    RELATION_NEAR,
    RELATION_SIDE,
    RELATION_ALONG,
    RELATION_BETWEEN,
    RELATION_DIRECTION,
    RELATION_LINE
};

/* A place that several mentions describe: "confine tra Armenia e Azerbaigian", "10 km north of Batken". */
struct relation {
    struct span span;
    enum relation_kind kind;
    struct text ref;     /* "border:AM-AZ", "river:isfara", "geonames:…" of the anchor; may be empty */
    place_id place;      /* of ref, or PLACE_NONE */
    place_id between[2]; /* the two sides or ends; first: the place whose way is told behind its name; PLACE_NONE */
    struct lonlat point; /* best single position */
    double precision_km;
    double confidence;
    uint32_t sentence;
};

struct geoparse {
    struct tokens tokens;
    struct text *keys;        /* fold_key() of every token, empty for punctuation */
    struct mention *mentions; /* in order of the text, title first, never overlapping */
    size_t mention_count, mention_capacity;
    struct mention
        *doubted; /* names for which too little speaks, with the place that they may be; in order of the text */
    size_t doubted_count;
    struct relation *relations;
    size_t relation_count, relation_capacity;
    size_t missed_corrections; /* of spans of this article whose words are not there any more */
};

/* Steps that can be left out, so that what each of them is worth can be measured. */
enum geoparse_step {
    STEP_PERSONS = 1,  /* names of persons */
    STEP_BESIDE = 2,   /* the words beside a name */
    STEP_AROUND = 4,   /* "X, Y": the region named with it */
    STEP_TOGETHER = 8, /* what else the article names: countries, regions, nearness */
    STEP_KINDS = 16,   /* what kind of place the words say it is; lists of one kind */
    STEP_DOUBT = 32,   /* names for which too little speaks are no places */
};

struct geoparse_options {
    bool no_demonyms;         /* leave demonyms out */
    bool keep_rejected;       /* for --explain */
    bool only_spans;          /* nothing is a mention but `spans` */
    const struct span *spans; /* names for sure, in order of the fields (title first) and without overlap */
    size_t span_count;
    const struct corrections *corrections; /* or NULL */
    unsigned without;                      /* geoparse_steps, for measuring */
};

/* One article. Bounded time in the length of the text. */
bool geoparse_article(const struct gazetteer *gazetteer, struct lexicon *lexicon, const struct article *article,
                      const struct geoparse_options *options, struct arena *arena, struct geoparse *result,
                      struct error *error) NODISCARD;

/* The least belief with which a name is taken for a place. */
double mention_acceptance(void);

const char *mention_type_name(enum mention_type type);
const char *relation_kind_name(enum relation_kind kind);

#endif
