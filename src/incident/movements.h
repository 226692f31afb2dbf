/* movements.h: who went from where to where: "advanced from A towards B", "fled from A to B". */
#ifndef BORDERMAP_MOVEMENTS_H
#define BORDERMAP_MOVEMENTS_H

#include "incident.h"
#include "notes.h"

/* The first movement that a sentence tells: both ends named, a word of moving with them (table "movement" of the
 * lexicon), 3 to 1,500 km apart; not told if there is none. */
struct movement movement_of(const struct notes *notes, uint32_t sentence);

#endif
