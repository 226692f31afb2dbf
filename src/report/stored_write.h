/* stored_write.h: incidents of the store for people and programs: lines, sheets, and the forms that they are exported
 * in. */
#ifndef BORDERMAP_STORED_WRITE_H
#define BORDERMAP_STORED_WRITE_H

#include "store.h"

/* A line an incident: id, date, kind, place, parties, toll, accounts. */
struct text stored_write_lines(const struct stored_list *list, struct arena *arena);

/* An incident as `geoparse` writes it, a line each, with "accounts" and "revision". */
struct text stored_write_json(const struct stored_list *list, struct arena *arena);

/* All of one: what each account says, and why they are one: the points of each pair. */
struct text stored_write_sheet(const struct stored_incident *incident, struct arena *arena);

enum export_form { EXPORT_GEOJSON, EXPORT_CSV, EXPORT_KML, EXPORT_GPX, EXPORT_PLOVER, EXPORT_HXL, EXPORT_FORMS };

/* "geojson", "csv" … */
const char *export_form_name(enum export_form form);
bool export_form_find(struct text name, enum export_form *form);

/* Those that may leave as rows: whose sources let them. *kept_back counts the others. */
struct stored_list export_allowed(const struct stored_list *list, struct arena *arena, size_t *kept_back);

struct text export_write(const struct stored_list *list, enum export_form form, struct arena *arena);

/* Counts by country, month and kind, as CSV: what may leave of every source. */
struct text export_write_aggregated(const struct stored_list *list, struct arena *arena);

#endif
