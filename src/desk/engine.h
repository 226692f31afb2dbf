/* engine.h: the data folder, gazetteer and lexicon opened once, and an article taken all the way to its incidents. */
#ifndef BORDERMAP_ENGINE_H
#define BORDERMAP_ENGINE_H

#include "document.h"
#include "geodata.h"
#include "outlet.h"
#include "reader.h"
#include "story_list.h"

/* Where the data is and who is told; the texts must outlive the engine. */
struct engine_options {
    const char *data;      /* the folder that was asked for, or NULL */
    const char *data_else; /* else this one, or NULL */
    const char *beside;    /* else the one in or near this folder: the program's */
    const char *user_data; /* the user's own data, or NULL */
    struct outlet outlet;
};

/* What is said of all articles; NULL says nothing. */
struct engine_reading {
    const char *language, *published, *source;
    const char *corrections; /* a file */
};

struct engine {
    struct arena *arena; /* lives as long as the run */
    struct outlet outlet;
    struct geodata geodata;
    struct gazetteer *gazetteer;
    struct lexicon *lexicon;
    struct corrections *corrections; /* of --corrections, or NULL */
};

/* Opens everything, and what the user imported. */
bool engine_open(const struct engine_options *options, struct engine *engine, struct error *error) NODISCARD;
void engine_close(struct engine *engine);

/* An engine for another thread: the same data, gazetteer and corrections, words of its own. To be closed with
 * engine_part(), before the first one is closed. */
bool engine_share(const struct engine *engine, struct engine *shared, struct error *error) NODISCARD;
void engine_part(struct engine *shared);

/* The data folder alone, and with the user's own data over it. */
bool engine_open_shipped(const struct engine_options *options, struct arena *arena, struct geodata *geodata,
                         struct error *error) NODISCARD;
bool engine_open_geodata(const struct engine_options *options, struct arena *arena, struct geodata *geodata,
                         struct error *error) NODISCARD;

/* Checked, as the readers want it; corrections are kept in the engine. ERROR_USAGE for what cannot be. */
bool engine_reader_options(const struct engine_reading *reading, struct engine *engine, struct reader_options *options,
                           struct error *error) NODISCARD;

/* Places and incidents of one article; everything in `arena`. */
bool engine_read_article(struct engine *engine, const struct article *article, const struct geoparse_options *options,
                         struct arena *arena, struct reading_result *result, struct error *error) NODISCARD;

/* The same as the story that maps are drawn from. */
bool engine_read_story(struct engine *engine, const struct article *article, const struct geoparse_options *options,
                       struct arena *arena, struct story *story, struct error *error) NODISCARD;

/* Whether words are known for the language of this tag. */
bool engine_knows_language(const struct engine *engine, struct text tag, struct arena *arena);

/* ERROR_USAGE, with the list, if no words are known for the language. */
bool engine_check_language(struct engine *engine, const char *option, const char *language,
                           struct error *error) NODISCARD;

/* Reads one input of stories; those that cannot be read are told with a remark and counted in `stories`. */
bool engine_read_stories(const struct engine *engine, const char *path, struct arena *arena, struct story_list *stories,
                         struct error *error) NODISCARD;

/* Takes articles of an input as they are read; `arena` is cleared when it returns. False: no more of this input. */
typedef bool (*engine_taker)(void *context, struct article_list *articles, struct arena *arena);

/* Takes an input that is a table of incidents: its bytes, which live as long as the arena. */
typedef bool (*engine_table_taker)(void *context, struct text path, struct text bytes, struct arena *arena,
                                   struct error *error);

/* What becomes of an input: of its articles, and where it is a table of incidents, of that. */
struct engine_takers {
    engine_taker articles;
    engine_table_taker table; /* NULL: a table is ERROR_INPUT */
    struct text columns;      /* a column map: with it any table is one of incidents */
    void *context;
};

/* Reads one input of either, as engine_read_input() does. */
bool engine_read_any(const struct engine *engine, const char *path, const struct reader_options *options,
                     const struct engine_takers *takers, struct error *error) NODISCARD;

/* Reads one input ("-": standard input) and gives its articles to `take`: those of a web archive record by record, in
 * constant memory; those of any other file at once. Remarks have its path in front. */
bool engine_read_input(const struct engine *engine, const char *path, const struct reader_options *options,
                       engine_taker take, void *context, struct error *error) NODISCARD;

#endif
