/* json_spans.h: stretches of an article that another program has marked: "spans": [{"start", "end", "field"}]. */
#ifndef BORDERMAP_JSON_SPANS_H
#define BORDERMAP_JSON_SPANS_H

#include "json.h"
#include "sentence.h"

/*
 * Reads "spans" of the object, in code points of the text, or of the title where "field" is "title". They come in the
 * order of the article, in bytes, each inside its field and not empty. ERROR_INPUT with the number of the span. The
 * work is in proportion to the article and to the spans.
 */
bool json_spans_read(const cJSON *object, const struct article *article, struct arena *arena, struct span **spans,
                     size_t *count, struct error *error) NODISCARD;

#endif
