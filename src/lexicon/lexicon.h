/* lexicon.h: the words of a language as data: lexicon/<language>/<name>.tsv, read when first asked for. */
#ifndef BORDERMAP_LEXICON_H
#define BORDERMAP_LEXICON_H

#include "table.h"

struct lexicon;

/* Opens the folder of a data folder ("…/lexicon"). Tables live in the arena as long as the lexicon. ERROR_ENVIRONMENT
 * if it is not there. */
bool lexicon_open(const char *directory, struct arena *arena, struct lexicon **lexicon, struct error *error) NODISCARD;

/*
 * Opens a language: reads all tables of its folder and judges them, so that what is asked of them later cannot fail;
 * and the English phrases, which stand in for those it lacks. A language without a folder has no words, which is no
 * error. Again costs nothing. ERROR_ENVIRONMENT with file and line for a damaged table.
 */
bool lexicon_open_language(struct lexicon *lexicon, struct text language, struct error *error) NODISCARD;

/*
 * The table of that name for the language ("it", "events"); an empty table if the language has none. The answer is
 * kept: the second call costs nothing. ERROR_ENVIRONMENT with file and line for a damaged table.
 */
bool lexicon_table(struct lexicon *lexicon, struct text language, const char *name, const struct table **table,
                   struct error *error) NODISCARD;

/* As lexicon_table(), of the facts of the world that lie beside the lexicon in the data folder ("curated/NAME.tsv"). */
bool lexicon_facts(struct lexicon *lexicon, const char *name, const struct table **table,
                   struct error *error) NODISCARD;

/*
 * The phrase `key` of the table "phrases" (columns key, text) in the language, else in English, else the key itself:
 * words on maps and in captions ("scale", "locator", "legend.border.disputed", "month.9"). The language has been
 * opened.
 */
struct text lexicon_phrase(struct lexicon *lexicon, struct text language, const char *key);

/* The languages whose words for what happens are known, sorted; others have only the endings of their names. */
bool lexicon_languages(struct lexicon *lexicon, struct arena *arena, struct text **languages, size_t *count,
                       struct error *error) NODISCARD;

/*
 * A place to keep what was made from the tables of a language, once for all articles: NULL at first; the owner of
 * `what` puts a pointer there. What it points to is allocated in lexicon_arena() and lives as long as the lexicon.
 */
void **lexicon_slot(struct lexicon *lexicon, struct text language, const char *what);
struct arena *lexicon_arena(struct lexicon *lexicon);

#endif
