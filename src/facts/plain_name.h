/* plain_name.h: the gazetteer's names without the letters of scholarly transliterations: "Muzaffarābād" →
 * "Muzaffarabad". */
#ifndef BORDERMAP_PLAIN_NAME_H
#define BORDERMAP_PLAIN_NAME_H

#include "geodata.h"
#include "lexicon.h"

/* The name as an editor prints it, kept with the lexicon; letters that the country itself writes (alpha-2) stay, and so
 * do those of `kept`: of a name in the language of the map, the language's own. */
struct text plain_name(const struct geodata *geodata, struct lexicon *lexicon, struct text name, struct text country,
                       struct text kept);

/* The script of a text's first letter: what tells whether two names can stand beside each other. */
enum script {
    SCRIPT_OTHER,  /* none of those below */
    SCRIPT_COMMON, /* digits, spaces, signs, marks: of all scripts */
    SCRIPT_LATIN,
    SCRIPT_GREEK,
    SCRIPT_CYRILLIC,
    SCRIPT_ARMENIAN,
    SCRIPT_HEBREW,
    SCRIPT_ARABIC,
    SCRIPT_GEORGIAN,
    SCRIPT_HAN
};

enum script script_of(struct text text);

#endif
