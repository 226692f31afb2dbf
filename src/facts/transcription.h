/* transcription.h: a name in the letters of a language that has none of its own for the place: "Batken" → "Баткен";
 * rows of lexicon/<language>/transcription.tsv. */
#ifndef BORDERMAP_TRANSCRIPTION_H
#define BORDERMAP_TRANSCRIPTION_H

#include "lexicon.h"

/* The name in the language's letters, kept with the lexicon; letters without a row lose their marks, and what has no
 * row then stays. Empty where the language has no such table. */
struct text transcription_of(struct lexicon *lexicon, struct text lang, struct text name);

#endif
