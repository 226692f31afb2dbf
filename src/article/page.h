/* page.h: what is taken out of an HTML page, step by step; private to article/. */
#ifndef BORDERMAP_PAGE_H
#define BORDERMAP_PAGE_H

#include "blocks.h"
#include "date.h"

/* Where a date was found, the surest first. */
enum date_rank {
    RANK_LINKED_ARTICLE, /* JSON-LD of the article */
    RANK_META,
    RANK_ITEMPROP,
    RANK_LINKED_PAGE, /* JSON-LD of the page around it */
    RANK_META_ANY,    /* a meta element that says no more than "date" */
    RANK_TIME,        /* the article's own <time> */
    RANK_PRINTED,     /* printed beside the title */
    RANK_ADDRESS,
    RANK_MODIFIED
};

struct date_said {
    enum date_rank rank;
    struct text stamp;
    struct text from; /* for people: "JSON-LD datePublished" */
};

struct dates_said {
    struct date_said *items;
    size_t count, capacity;
};

/* What a page says of itself without being printed. */
struct page_head {
    struct text title;      /* <title> */
    struct text open_title; /* og:title, twitter:title */
    struct text headline;   /* JSON-LD, itemprop */
    struct text site;       /* og:site_name, JSON-LD publisher; may be empty */
    struct text language, url;
    struct text body; /* JSON-LD articleBody */
    struct dates_said dates;
};

struct page {
    const struct markup *markup;
    struct page_head head;
    const bool *noise;        /* of each node: it and what is below it is not of the article */
    struct block_list all;    /* all paragraphs */
    struct block_list blocks; /* without noise */
    uint32_t body;            /* the element with the main text; 0: none */
    uint32_t heading;         /* the first piece of text of the title; 0: none */
    struct text title;
    struct text text;
};

/* Reads <head>, meta elements wherever they are, JSON-LD, addresses. */
struct page_head page_head_read(const struct markup *markup);

/* What is no part of an article: navigation, comments, teasers, captions, consent … told by element, role, class and
 * id, unless most of the page's prose is in it. */
const bool *page_noise_find(const struct markup *markup, const struct block_list *blocks);

/* A paragraph that people read as such: sentences, not links. */
bool page_is_prose(const struct markup *markup, const struct block *block);

/* Sets body and text. */
void page_text_find(struct page *page);

/* Sets title and heading. */
void page_title_find(struct page *page);

/* The day that it was published; false if it says none. `from` tells where it was found. */
bool page_date_find(struct page *page, struct date *date, struct text *from);

#endif
