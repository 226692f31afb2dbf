/* parse.h: what the steps of geoparsing one article share; private to this stage. */
#ifndef BORDERMAP_PARSE_H
#define BORDERMAP_PARSE_H

#include "geoparse.h"
#include "vocabulary.h"
#include "word_hashes.h"

/* One place that a name may mean, in one article. */
struct choice {
    const struct place *place;
    enum name_use use;
    bool inflected;                /* found with an ending taken off or put on */
    bool own_language;             /* the name is of the article's language */
    bool main_name;                /* the name under which the gazetteer lists the place */
    bool loose;                    /* the name often means something else or more: "Congo" */
    bool foreign;                  /* a name in other languages only */
    bool elsewhere;                /* a name of a country that several languages share, but not the article's */
    uint16_t country;              /* two letters, 0 = none */
    uint64_t self, admin1, admin2; /* hashes of references, 0 = none */
    double unit[3];                /* the point on the unit sphere */
    double prior, score;
    bool at_home;     /* its country is spoken of */
    double contained; /* credit for a mention that names the region around it: "Paris, Texas" */
    struct reason reasons[CANDIDATE_REASONS];
    uint8_t reason_count;
};

/* All mentions of one name in one form: they mean the same place, unless something beside a mention says otherwise. */
struct group {
    uint64_t key;
    struct choice *choices; /* best first after resolution */
    size_t count;
    struct candidate *candidates; /* for the result, once some mention needs them */
    size_t mentions;
    double weight;                                       /* how much it says about the rest of the article, 0..1 */
    double best_evidence;                                /* of its mentions */
    bool among_countries, among_capitals, among_regions; /* stands in a list with such */
    bool speaks;                                         /* a verb of saying stands beside one of its mentions */
    uint64_t wanted;                                     /* WORD_BITs of words beside it: GENERIC, TOWN, RIVER */
};

struct spot {
    uint32_t first, end; /* tokens */
    struct span span;
    uint32_t sentence;
    size_t group;
    struct choice *choice; /* of this mention; NULL = none */
    bool lower;            /* begins with a small letter in a script with case */
    bool abbreviation;
    bool defined; /* short for a name that the article gives: "New South Wales (NSW)" */
    bool sure;    /* somebody says that it is a name: nothing rejects it */
    bool told;    /* a correction says what it means */
    bool barred;  /* a correction says that it is none */
    bool river;   /* "River", "Lake" is part of the name */
    size_t words;
    double evidence; /* for a place, before what the place is */
    uint64_t wanted; /* WORD_BITs of words beside it: GENERIC, TOWN, RIVER */
    size_t around;   /* the spot that names the region around it, or SIZE_MAX */
    double confidence;
    double belief; /* evidence and plausibility together, as far as it was weighed */
    enum mention_type type;
    const char *rejected;
    bool doubted; /* rejected for no more than that too little speaks for it */
};

/* A short name that the article itself gives to a place. */
struct alias {
    struct text key;
    size_t group;
};

struct parse {
    const struct gazetteer *gazetteer;
    const struct vocabulary *vocabulary;
    const struct article *article;
    const struct geoparse_options *options;
    struct arena *arena;   /* what the result keeps */
    struct arena *scratch; /* until the article is done */
    struct tokens tokens;
    struct text *folded;         /* of every token */
    uint64_t *classes;           /* WORD_BITs of every token */
    bool *shouted;               /* of every sentence: all in capitals */
    bool *titled;                /* of every sentence: a headline with a capital on every word */
    struct word_hashes lower;    /* folded words that the text also has in small letters */
    struct word_hashes surnames; /* of persons whose full names the text gives */
    struct word_hashes suspects; /* words behind a capitalised word that no list knows */
    struct {
        struct spot *items;
        size_t count, capacity;
    } spots;
    struct {
        struct group *items;
        size_t count, capacity;
    } groups;
    struct {
        struct alias *items;
        size_t count, capacity;
    } aliases;
    size_t missed_corrections;
    double support; /* how much all names together say about where the article plays */
    struct {
        struct relation *items;
        size_t count, capacity;
    } relations;
};

/* Whether the step is to be taken: all are, but where somebody measures. */
bool parse_takes(const struct parse *parse, enum geoparse_step step);

/* The text of tokens first..end. */
struct text parse_text(const struct parse *parse, uint32_t first, uint32_t end);

/* Whether the token is there, in the same sentence as `beside`, and of one of these classes. */
bool parse_is(const struct parse *parse, int64_t token, uint32_t beside, uint64_t classes);

/* The code point of a mark of punctuation, 0 for words and what lies outside the sentence of `beside`. */
uint32_t parse_mark(const struct parse *parse, int64_t token, uint32_t beside);

/* Whether the token is a word with a capital in the sentence of `beside`. */
bool parse_is_capital(const struct parse *parse, int64_t token, uint32_t beside);

/* The token before `first` that is none of the classes `skip` and no apostrophe, over at most `steps` of them. */
int64_t parse_word_before(const struct parse *parse, uint32_t first, uint64_t skip, int steps);

/* The border of two countries given by their letters, in any order; PLACE_NONE if they have none. */
place_id parse_border(const struct parse *parse, uint16_t a, uint16_t b);

bool parse_is_hyphen(uint32_t c);
bool parse_is_apostrophe(uint32_t c);

/* The spot that covers the token, or NULL; by bisection. */
struct spot *parse_spot_at(const struct parse *parse, int64_t token);

/* The country that a spot names, belongs to or stands for: two letters, 0 = none. */
uint16_t parse_country_of(const struct spot *spot);

#endif
