/* draft_casualty.h: which of the numbers that are told become the toll of an incident that is put together. */
#ifndef BORDERMAP_DRAFT_CASUALTY_H
#define BORDERMAP_DRAFT_CASUALTY_H

#include "drafts.h"

/* Takes the casualty as the draft's, unless its sentence tells of another place or of old; whether it then replaces or
 * widens a number that is known is decided here. */
void draft_add_casualty(const struct notes *notes, struct draft *draft, const struct casualty *casualty);

#endif
