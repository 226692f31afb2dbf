/* forms.h: the spellings under which the words of a run may stand in the gazetteer: as they are, or without their
 * endings. */
#ifndef BORDERMAP_FORMS_H
#define BORDERMAP_FORMS_H

#include "vocabulary.h"

enum { FORMS_OF_WORD = 16 };

struct form {
    struct text text;
    enum ending_kind kind; /* of the ending that was taken off */
    bool inflected;
};

/* The folded word itself first, then its other forms; texts live in the arena. Returns how many, at most FORMS_OF_WORD.
 */
size_t forms_find(const struct vocabulary *vocabulary, struct text word, bool before_hyphen, struct arena *arena,
                  struct form forms[FORMS_OF_WORD]);

#endif
