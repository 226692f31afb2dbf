/* run.h: runs of words that may be names. */
#ifndef BORDERMAP_RUN_H
#define BORDERMAP_RUN_H

#include "parse.h"

enum { RUN_ENDS = 24 };

struct run {
    uint32_t first, end; /* tokens */
    size_t words;
    bool lower, upper, dotted, unspaced, capital_inside, before_hyphen, after_place;
    bool possessive; /* ends with an English 's: no name, but part of a longer one ("People's Republic of China") */
    bool sure;       /* somebody says that it is a name: its looks do not matter */
    struct text key; /* folded */
};

const struct token *run_token(const struct parse *parse, uint32_t token);

/* Whether the next token follows without white space, in the same sentence. */
bool run_is_glued(const struct parse *parse, uint32_t token);

/* A token of a script that puts no spaces between words. */
bool run_is_unspaced(const struct parse *parse, uint32_t token);

/* The runs of at most `longest` words that begin at the token, shortest first; returns how many. */
size_t runs_find(const struct parse *parse, uint32_t first, size_t longest, struct run runs[RUN_ENDS]);

/* Sets what the run looks like: its capitals and what stands beside it. */
void run_describe(const struct parse *parse, struct run *run);

#endif
