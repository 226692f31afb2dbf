/* account.h: what one source said of one incident, as it said it: immutable; the store keeps it, links it with others.
 */
#ifndef BORDERMAP_ACCOUNT_H
#define BORDERMAP_ACCOUNT_H

#include "incident.h"

struct account {
    struct text key;      /* who keeps it and its id there: "acled:MMR12345"; of an article account_key() */
    struct text provider; /* "article", "acled", "ucdp", "gdelt", "hxl", "csv" … */
    struct text edited;   /* when the source last changed it, ISO 8601; empty where it does not say */
    struct text text;     /* the words that tell it: a note, a sentence, a description */
    bool withdrawn;       /* the source took it back: a tombstone; only `key` counts */
    bool aggregated_only; /* its licence lets it leave only aggregated (ACLED) */
    struct text file;     /* where it was read, for messages */
    uint64_t line;        /* there, from 1; 0 = not known */
    struct incident incident;
};

/*
 * What an article is called, whoever hands it over: its address without what varies between copies of it (http or
 * https, the case of the host, "www.", a slash at the end, the fragment, utm_ and the like); without an address the
 * hash of its text; without a text "story:" and its id. Never its title or its date.
 */
struct text account_article(struct text url, struct text text, struct text id, struct arena *arena);

/*
 * The key of an incident of the article: place, kind and day, and which of those that are told with the same three it
 * is. `before`: the keys of the article so far.
 */
struct text account_key(struct text article, const struct incident *incident, const struct text *before, size_t count,
                        struct arena *arena);

/* The article of such a key; all of the key where it is of no article. */
struct text account_article_of(struct text key);

#endif
