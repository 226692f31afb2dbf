/* incident_names.h: the fields of incidents that are one of a few words, as JSON has them. */
#ifndef BORDERMAP_INCIDENT_NAMES_H
#define BORDERMAP_INCIDENT_NAMES_H

#include "incident.h"

/* "killed", "wounded", … and "all", "civilians", "combatants". */
const char *toll_kind_name(size_t kind);
const char *toll_whose_name(size_t whose);

/* What a claim does: "accuses", "denies", "reports"; below CLAIM_WORDS. */
enum { CLAIM_WORDS = 3 };
const char *claim_word(size_t word);

/* What evidence is of: "kind", "date", "place", …; below EVIDENCE_FIELDS. */
enum { EVIDENCE_FIELDS = 11 };
const char *evidence_field(size_t field);

#endif
