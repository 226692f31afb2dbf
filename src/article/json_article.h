/* json_article.h: the one reader of an article that is a JSON object, in a file, a list or a stream. */
#ifndef BORDERMAP_JSON_ARTICLE_H
#define BORDERMAP_JSON_ARTICLE_H

#include "article.h"
#include "json.h"

/*
 * "id" (a text or a number), "text" ("body", "content"), "title" ("headline"), "language" ("lang"), "published"
 * ("date"), "source" ("publisher"), "url" ("link"); what else is there is passed over. Fields that it does not have are
 * left empty, what is no field of JSON as it is. The id, where there is one, is set in any case, so that a failure can
 * be told by it. Texts are copied to the arena.
 */
bool json_article_read(const cJSON *object, struct arena *arena, struct article *article,
                       struct error *error) NODISCARD;

#endif
