/* evidence.h: what the words beside a name say for or against its naming a place here. */
#ifndef BORDERMAP_EVIDENCE_H
#define BORDERMAP_EVIDENCE_H

#include "parse.h"

/* Sets evidence, and rejected where nothing more need be asked, of every spot; wanted kinds of the groups. */
void evidence_weigh(struct parse *parse);

#endif
