#include "footnotes.h"

#include "capitals.h"

void footnotes_add(struct footnotes *notes, struct text sentence, struct text lang, struct arena *arena) {
    text_list_add(&notes->list, capitals_first(arena, sentence, lang), arena);
}

void footnotes_drop(struct footnotes *notes) {
    if (notes->list.count > 0)
        notes->list.count--;
}
