/* claims.h: who accuses, denies or reports what happened. */
#ifndef BORDERMAP_CLAIMS_H
#define BORDERMAP_CLAIMS_H

#include "drafts.h"

/* True for a cue that may begin a claim. */
bool claim_is(const struct cue *cue);

/*
 * Adds the claim that the cue makes to the draft: by the state named before it (or behind), or by both sides. Who
 * accuses and who is accused become parties of a fight. `told` says that the sentence tells the event itself.
 */
void claim_add(const struct notes *notes, struct draft *draft, const struct cue *cue, bool told);

#endif
