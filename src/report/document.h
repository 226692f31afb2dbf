/* document.h: what was found in an article as JSON: toponyms, relations, incidents. */
#ifndef BORDERMAP_DOCUMENT_H
#define BORDERMAP_DOCUMENT_H

#include "geoparse.h"
#include "incident.h"
#include "json_writer.h"

/* An article read to the end: what the commands pass around. */
struct reading_result {
    const struct gazetteer *gazetteer;
    const struct article *article;
    const struct geoparse *geoparse;
    const struct incident_list *incidents;
};

struct document_options {
    bool indented;  /* for people; else one line */
    bool with_text; /* also the text and title that the offsets count in */
    bool no_demonyms;
};

/*
 * {"id","lang","toponyms":[…],"relations":[…],"incidents":[…]} as README.md describes it; offsets in code points of
 * `text`, or of the title where "field" is "title". In the arena, with a newline at the end.
 */
struct text document_write(const struct reading_result *result, const struct document_options *options,
                           struct arena *arena);

/* {"id","error"} and a newline: a document that could not be read. */
struct text document_write_error(struct text id, const char *message, struct arena *arena);

/* The incidents as objects with their evidence, each an item of the array that is open; with the id of an article as a
 * member and in front of their own, so that no two of a run share one; empty: without. */
void document_add_incidents(struct json_writer *json, struct text article, const struct incident_list *incidents,
                            struct arena *arena);

/* The members of one incident into the object that is open. */
void document_add_incident(struct json_writer *json, struct text id, const struct incident *incident,
                           struct arena *arena);

/* The id of an incident among those of a run: "article/clash-2022-09-14-border-KG-TJ"; its own where there is no
 * article. */
struct text document_incident_id(struct text article, const struct incident *incident, struct arena *arena);

/* The incidents as GeoJSON features (RFC 7946), each an item of the array that is open; one without a position has a
 * null geometry. */
void document_add_features(struct json_writer *json, struct text article, const struct incident_list *incidents,
                           struct arena *arena);

/* A FeatureCollection of features written by document_add_features() at depth 2. */
struct text document_write_features(struct text features, struct arena *arena);

#endif
