/* compile_tables.h: geodata/tables → model: countries, regions, districts, towns, borders, and their names. */
#ifndef BORDERMAP_COMPILE_TABLES_H
#define BORDERMAP_COMPILE_TABLES_H

#include "model.h"
#include "source.h"

/* Countries, first-order regions and second-order divisions; refs as in geodata, with "code:KG.09" as another key of a
 * region. */
bool compile_regions(struct model *model, const char *tables, struct arena *arena, struct error *error) NODISCARD;

/* Towns; regions and countries must be there. Gives these their population and extent. */
bool compile_towns(struct model *model, const char *tables, struct arena *arena, struct error *error) NODISCARD;

/* One line a border, from borders.csv, or, where there is none, between the countries that countries.csv calls
 * neighbours. */
bool compile_borders(struct model *model, const char *tables, struct arena *arena, struct error *error) NODISCARD;

/* Names by language of countries, regions and towns. */
bool compile_names(struct model *model, const char *tables, struct arena *arena, struct error *error) NODISCARD;

/* What can only be said once everything is there: extents, points of regions without towns, local names. */
bool compile_finish(struct model *model, const char *tables, struct arena *arena, struct error *error) NODISCARD;

/* Reads a table that must be there and have these columns. */
bool compile_table(const char *folder, const char *name, const char *const *columns, struct arena *arena,
                   struct table *table, struct error *error) NODISCARD;

/* Latitude and longitude; false, with the row named, unless they are numbers in range. */
bool compile_point(const struct table *table, size_t row, struct text lat, struct text lon, struct lonlat *point,
                   struct error *error) NODISCARD;

/* The use that a word of the tables stands for ("name", "short", "adjective" …); NAME_USES if none. */
enum name_use compile_use(struct text word);

#endif
