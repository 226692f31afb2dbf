/* article.h: one piece of news: text with title, date, language and source. Everything is UTF-8. */
#ifndef BORDERMAP_ARTICLE_H
#define BORDERMAP_ARTICLE_H

#include "date.h"
#include "error.h"
#include "text.h"

enum article_field { ARTICLE_TEXT, ARTICLE_TITLE, ARTICLE_FIELDS };

/* What the start of the text says of its writing, in bytes of the text: place and day told of are others. */
struct dateline {
    uint32_t place_start, place_end; /* equal: no place */
    uint32_t end;                    /* of all of it; 0: there is none */
    struct date date;                /* with its year, or not known */
};

struct article {
    struct text id; /* from the JSON, else the file name without ending, made safe for file names; in a file of several
                       with a hash */
    struct text path;     /* where it came from, for messages; "-" for standard input */
    const char *part;     /* what of a file of several it is: "line" or "item"; NULL = all of it */
    size_t part_number;   /* from 1 */
    struct text title;    /* may be empty */
    struct text text;     /* what offsets count in; for HTML the main text that was taken out */
    struct text language; /* BCP 47 primary subtag ("it"), empty = could not be told */
    bool language_given;  /* said by the user or the file, not detected */
    struct date published;
    bool published_given; /* from --published or the file; never from the clock */
    struct text source;   /* who published it; may be empty */
    struct text url;      /* may be empty */
    struct text guid;     /* what a feed calls it by; may be empty */
    struct dateline dateline;
    struct text kind;           /* of the file that it came in: "RSS feed", "HTML page" */
    struct text encoding;       /* that the file was in; empty for what has none of its own */
    struct text published_from; /* where the date was found: "JSON-LD datePublished", "<pubDate>"; may be empty */
};

struct article_list {
    struct article *items;
    size_t count;
    size_t capacity;
    size_t bad; /* records of lists that could not be read, and were remarked upon */
};

/* title or text of the article. */
struct text article_field_text(const struct article *article, enum article_field field);

/* Which record it is, for messages: "news.xml: item 3 (news-3)"; the path alone where the file is the article. */
struct text article_record(const struct article *article, struct arena *arena);

#endif
