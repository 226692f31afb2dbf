/* footnotes.h: the sentences below a map: what is in question on it, and what its marks cannot say; each once. */
#ifndef BORDERMAP_FOOTNOTES_H
#define BORDERMAP_FOOTNOTES_H

#include "text_list.h"

struct footnotes {
    struct text_list list;
};

/* The sentence with a capital, as the language writes them; an empty one is none. */
void footnotes_add(struct footnotes *notes, struct text sentence, struct text lang, struct arena *arena);

/* Leaves out the last of them. */
void footnotes_drop(struct footnotes *notes);

#endif
