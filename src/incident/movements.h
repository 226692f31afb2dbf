/* movements.h: who went from where to where: "advanced from A towards B", "fled from A to B". */
#ifndef BORDERMAP_MOVEMENTS_H
#define BORDERMAP_MOVEMENTS_H

#include "notes.h"

/* From where to where; the places are those of mentions. */
struct movement {
    bool told;
    place_id from, to;
    struct span span;
};

/* The first movement that a sentence tells: both ends named, a word of moving with them (table "movement" of the
 * lexicon), 3 to 1,500 km apart; not told if there is none. */
struct movement movement_of(const struct notes *notes, uint32_t sentence);

#endif
