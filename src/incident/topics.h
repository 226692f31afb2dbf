/* topics.h: what sentences are about where their words only sound like violence: sport, films, drills, trade,
 * anniversaries. */
#ifndef BORDERMAP_TOPICS_H
#define BORDERMAP_TOPICS_H

#include "notes.h"

struct topic {
    bool no_news;   /* its topics outweigh what it tells of weapons, armed men and victims */
    bool technical; /* something explodes by itself: gas, a boiler, a pit */
    bool armed;     /* forces, gunmen or an armed group are told of */
};

/* For each sentence. */
struct topic *topics_read(const struct notes *notes);

#endif
