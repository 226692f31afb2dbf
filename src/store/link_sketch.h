/* link_sketch.h: of an account what linking compares: small, kept beside it, the same on every machine. */
#ifndef BORDERMAP_LINK_SKETCH_H
#define BORDERMAP_LINK_SKETCH_H

#include "account.h"

enum {
    SKETCH_PARTIES = 6,
    SKETCH_SHINGLES = 64, /* minima of hashes of three words in a row (Broder 1997), a byte of each (Li, König 2010) */
    SKETCH_WORDS = 32,    /* the same of single words */
    SKETCH_COARSE_KM = 25 /* a place less precise than this is compared with the same place alone */
};

#define SKETCH_NO_DAY INT32_MIN

struct link_sketch {
    int32_t first_day, last_day; /* days since 1970; SKETCH_NO_DAY: no date */
    bool dated;                  /* by the account itself, to the day or a few; else by when it was published */
    float lat, lon, radius_km;
    uint8_t kind, precision;
    uint64_t place;                                             /* hash of its reference; 0: none */
    int32_t killed_low, killed_high, wounded_low, wounded_high; /* -1: not known */
    uint8_t party_count;
    uint64_t parties[SKETCH_PARTIES];     /* hashes of references */
    uint64_t provider, article, language; /* hashes */
    uint16_t word_count;
    uint8_t shingles[SKETCH_SHINGLES], words[SKETCH_WORDS];
};

struct link_sketch link_sketch_of(const struct account *account);

/* As bytes that any machine reads back; the text is in the arena. */
struct text link_sketch_write(const struct link_sketch *sketch, struct arena *arena);

/* False for bytes that are none. */
bool link_sketch_read(struct text bytes, struct link_sketch *sketch);

/* Whether it can be compared with others at all: its day and its place are known. */
bool link_sketch_is_placed(const struct link_sketch *sketch);

/* Where its place is a district or more, and only the same place is compared. */
bool link_sketch_is_coarse(const struct link_sketch *sketch);

/* How like the texts are, 0..1: by shingles, and by words. */
double link_sketch_shingles(const struct link_sketch *a, const struct link_sketch *b);
double link_sketch_words(const struct link_sketch *a, const struct link_sketch *b);

#endif
