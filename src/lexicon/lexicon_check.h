/* lexicon_check.h: what the tables of a language must be like; for lexicon.c alone. */
#ifndef BORDERMAP_LEXICON_CHECK_H
#define BORDERMAP_LEXICON_CHECK_H

#include "table.h"

/* Judges the table "phrases" (without an ending) of a language. ERROR_ENVIRONMENT with file and line. */
bool lexicon_check_table(struct text name, const struct table *table, struct arena *arena,
                         struct error *error) NODISCARD;

#endif
