/* vocabulary.h: the words of one language that geoparsing looks at, from the tables of its lexicon, as hash tables. */
#ifndef BORDERMAP_VOCABULARY_H
#define BORDERMAP_VOCABULARY_H

#include "gazetteer.h"
#include "lexicon.h"

/* What a word can be; a word may be several of these. The names in the tables are those of word_class_names in
 * vocabulary.c. */
enum word_class {
    WORD_STOP,        /* a common word that is also the name of some place */
    WORD_FUNCTION,    /* articles, prepositions, conjunctions, pronouns: a capital on them means nothing */
    WORD_TITLE,       /* "president", "Mr", "portavoce": what follows is a person */
    WORD_FIRST_NAME,  /* given names */
    WORD_SAID,        /* verbs that persons are the subject of: "said", "ha detto" */
    WORD_ACTS,        /* verbs that governments are the subject of: "accused", "annunciato" */
    WORD_AUXILIARY,   /* "has", "ha", "hat": between a subject and its verb */
    WORD_LOCATIVE,    /* "in", "near": what follows is a place */
    WORD_COUNTERPART, /* "tensions", "relations", "accused": before capitals that stand for governments */
    WORD_BETWEEN,
    WORD_AND,
    WORD_WITH,
    WORD_OF,
    WORD_ARTICLE,
    WORD_BORDER,
    WORD_AGENT, /* guards, police, issues: "border guards" is no border */
    WORD_OWN,   /* "their", "common", "shared": a border with its sides said elsewhere */
    WORD_LINE,  /* "line", "linea" */
    WORD_SIDE,
    WORD_NEAR,
    WORD_ALONG,
    WORD_RIVER,
    WORD_UNIT, /* kilometres */
    WORD_NORTH,
    WORD_EAST,
    WORD_SOUTH,
    WORD_WEST,
    WORD_GENERIC,      /* "province", "county", "oblast", "peninsula": a region is named beside it */
    WORD_TOWN,         /* "city", "village": a settlement is named beside it */
    WORD_STREET,       /* "street", "avenue", "via": the name beside it is no settlement */
    WORD_ORGANISATION, /* "University", "Post", "FC": a name that holds it is no place */
    WORD_BODY,         /* "University", "Association": a name that holds it is a place only where much else says so */
    WORD_INSTITUTION,  /* "police", "council": the place in the name still is a place */
    WORD_CALENDAR,     /* months and days */
    WORD_PEOPLE,       /* "soldiers", "troops", "residents" of a place */
    WORD_NEVER,        /* names that are no places in this language: "Hamas", "Milan" in Italian */
    WORD_WHOLE,        /* "provincia": "provincia di Trapani" is the name, and not that of the town */
    WORD_STUDY,        /* "student", "professor": "at" a place behind it is a school */
    WORD_PARTICLE,     /* "de", "bin": inside names of persons */
    WORD_TRAIT,        /* properties of the language, see below */
    WORD_CLASSES
};

#define WORD_BIT(class) (UINT64_C(1) << (class))

/* An inflected ending: `ending` of a folded word may stand for `replacement`. */
enum ending_kind { ENDING_NOUN, ENDING_ADJECTIVE, ENDING_COMBINING, ENDING_PREFIX };

struct ending {
    enum ending_kind kind;
    struct text ending, replacement;
    size_t minimum; /* code points that must be left of the word */
};

/* A letter of one script and what it is in the other one of the language (letters.tsv): Uzbek "ш", "sh". */
struct letter {
    struct text from, to;
};

/* A word of the lexicon that names a place of the gazetteer (demonyms.tsv). */
struct demonym {
    uint64_t hash;
    struct reading reading;
};

struct word_entry {
    uint64_t hash;
    uint64_t classes;
};

struct word_set {
    struct word_entry *entries;
    size_t mask; /* slots - 1 */
    size_t count;
};

struct vocabulary {
    const struct gazetteer *gazetteer;
    struct word_set words, stems;
    size_t shortest_stem;
    struct ending *endings;
    size_t ending_count;
    struct letter *letters;
    size_t letter_count;
    struct demonym *demonyms; /* by hash */
    size_t demonym_count;
    place_id *capitals; /* of the countries, for names of governments */
    size_t capital_count;
    struct text homes[16]; /* alpha-2 codes of the countries where the language is at home */
    size_t home_count;
    bool declines;         /* nouns have endings, so that a word seldom comes twice in one form: Russian, Turkish */
    bool prefixes;         /* small words and articles are written together with the name behind them: Arabic */
    bool capital_demonyms; /* "Kyrgyz" always has a capital: words in lower case name nothing */
    bool capital_nouns;    /* German: a capital says little */
    bool postpositions;    /* "Batken yakınında": what says where stands behind the name, and a genitive before it */
    bool bare_towns;       /* Italian, Spanish: "la Roma" is a football club, the town has no article */
    bool apostrophe_letters; /* Uzbek "bo‘ylab": what an apostrophe parts is one word */
    bool small_demonyms;     /* "armyanskiy", "kirg‘iz": adjectives and peoples have no capital */
    bool ezafe;              /* Persian, Tajik: what a place lies in follows it without a word between */
};

/* The vocabulary of the language (of English if it has none), made once and kept with the lexicon. */
bool vocabulary_find(struct lexicon *lexicon, const struct gazetteer *gazetteer, struct text language,
                     const struct vocabulary **vocabulary, struct error *error) NODISCARD;

/* Classes of a folded word, as bits. */
uint64_t vocabulary_classes(const struct vocabulary *vocabulary, struct text folded);

/* Demonyms of a folded text: the first of *count, or NULL. */
const struct demonym *vocabulary_demonyms(const struct vocabulary *vocabulary, struct text folded, size_t *count);

#endif
