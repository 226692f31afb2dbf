/* weapons.h: the kind of an attack by what it was made with, whatever the order of the words: "the drone hit", "hit by
 * a drone". */
#ifndef BORDERMAP_WEAPONS_H
#define BORDERMAP_WEAPONS_H

#include "notes.h"

/* `kind` of the event of the words first..end, or a finer one that the nearest weapon of its clause says. */
enum incident_kind weapons_kind(const struct notes *notes, uint32_t first, uint32_t end, enum incident_kind kind);

#endif
