/* json_writer.h: JSON written straight into a builder: stable order, numbers of fixed precision, so the same bytes
 * every time. */
#ifndef BORDERMAP_JSON_WRITER_H
#define BORDERMAP_JSON_WRITER_H

#include "builder.h"

enum { JSON_DEPTH = 16 };

struct json_writer {
    struct builder *out;
    bool indented; /* a line a member, two spaces a level; else all on one line */
    int depth;
    bool filled[JSON_DEPTH]; /* something stands in the object or array already */
    char closing[JSON_DEPTH];
};

/* `key` is NULL inside arrays and at the top. */
void json_open_object(struct json_writer *json, const char *key);
void json_open_array(struct json_writer *json, const char *key);
void json_close(struct json_writer *json);

void json_add_text(struct json_writer *json, const char *key, struct text value);
/* Nothing is written for an empty text. */
void json_add_given_text(struct json_writer *json, const char *key, struct text value);
void json_add_number(struct json_writer *json, const char *key, double value, int places);
/* With as many digits as it takes to read the very same number back. */
void json_add_exact(struct json_writer *json, const char *key, double value);
void json_add_whole(struct json_writer *json, const char *key, int64_t value);
void json_add_bool(struct json_writer *json, const char *key, bool value);
void json_add_null(struct json_writer *json, const char *key);

/* Members or items written before by another writer that began at this depth (json_at_depth), as they are. */
void json_add_written(struct json_writer *json, struct text written);

/* A whole object or array that was written before, as it is. */
void json_add_object(struct json_writer *json, const char *key, struct text written);

/* A writer of items that will stand `depth` levels deep; `filled`: items stand in `out` already. */
struct json_writer json_at_depth(struct builder *out, bool indented, int depth, bool filled);

#endif
