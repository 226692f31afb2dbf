/* engine.h: the data folder, gazetteer and lexicon opened once, and an article taken all the way to its incidents. */
#ifndef BORDERMAP_ENGINE_H
#define BORDERMAP_ENGINE_H

#include "command.h"
#include "document.h"
#include "geodata.h"
#include "reader.h"
#include "story_list.h"

struct engine {
    struct arena *arena; /* lives as long as the run */
    struct geodata geodata;
    struct gazetteer *gazetteer;
    struct lexicon *lexicon;
    struct corrections *corrections; /* of --corrections, or NULL */
};

/* Opens everything: --data if given, else BORDERMAP_DATA, else beside the binary; and what the user imported. */
bool engine_open(const struct arguments *arguments, struct engine *engine, struct error *error) NODISCARD;
void engine_close(struct engine *engine);

/* An engine for another thread: the same data, gazetteer and corrections, words of its own. To be closed with
 * engine_part(), before the first one is closed. */
bool engine_share(const struct engine *engine, struct engine *shared, struct error *error) NODISCARD;
void engine_part(struct engine *shared);

/* The data folder alone, and with the user's own data (--user-data, else BORDERMAP_USER_DATA, else the usual place)
 * over it. */
bool engine_open_shipped(const struct arguments *arguments, struct arena *arena, struct geodata *geodata,
                         struct error *error) NODISCARD;
bool engine_open_geodata(const struct arguments *arguments, struct arena *arena, struct geodata *geodata,
                         struct error *error) NODISCARD;

/* The folder of the user's own data; NULL: none. */
const char *engine_user_directory(const struct arguments *arguments, struct arena *arena);

/* What --article-language, --published and --source say of the articles, and --corrections (kept in the engine);
 * ERROR_USAGE for what they cannot. */
bool engine_reader_options(const struct arguments *arguments, struct engine *engine, struct reader_options *options,
                           struct error *error) NODISCARD;

/* Places and incidents of one article; everything in `arena`. */
bool engine_read_article(struct engine *engine, const struct article *article, const struct geoparse_options *options,
                         struct arena *arena, struct reading_result *result, struct error *error) NODISCARD;

/* The same as the story that maps are drawn from. */
bool engine_read_story(struct engine *engine, const struct article *article, const struct geoparse_options *options,
                       struct arena *arena, struct story *story, struct error *error) NODISCARD;

/* ERROR_USAGE, with the list, if no words are known for the language. */
bool engine_check_language(struct engine *engine, const char *option, const char *language,
                           struct error *error) NODISCARD;

/* The folder of the running binary, in the arena. */
char *engine_binary_directory(struct arena *arena);

/* Reads one input of stories; those that cannot be read are told with a remark and counted in `stories`. */
bool engine_read_stories(const struct engine *engine, const char *path, struct arena *arena, struct story_list *stories,
                         struct error *error) NODISCARD;

/* Reads one input ("-": standard input) and appends its articles; remarks go to standard error with the path in front.
 */
bool engine_read_input(const char *path, const struct reader_options *options, struct arena *arena,
                       struct article_list *articles, struct error *error) NODISCARD;

#endif
