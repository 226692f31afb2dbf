/* shape_writer.h: a FlatGeobuf layer written through OGR: spatial index, no CRS (all is WGS 84 lon/lat). */
#ifndef BORDERMAP_SHAPE_WRITER_H
#define BORDERMAP_SHAPE_WRITER_H

#include "error.h"
#include "shape.h"
#include "text.h"

enum field_type { FIELD_TEXT, FIELD_WHOLE, FIELD_REAL };

struct shape_field {
    const char *name; /* NULL ends a list */
    enum field_type type;
};

struct shape_writer;

/* Makes the file. ERROR_ENVIRONMENT. */
bool shape_writer_open(const char *path, enum shape_kind kind, const struct shape_field *fields,
                       struct shape_writer **writer, struct error *error) NODISCARD;

/* One feature: a line (one open path) or a polygon (outer ring first, rings not closed by a repeated point). Values in
 * the order of the fields. */
bool shape_writer_add(struct shape_writer *writer, const struct page_path *paths, size_t count,
                      const struct text *values, struct error *error) NODISCARD;

/* Finishes the file; NULL is allowed. */
bool shape_writer_close(struct shape_writer *writer, struct error *error) NODISCARD;

#endif
