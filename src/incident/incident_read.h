/* incident_read.h: incidents and places from JSON, as a story has them. */
#ifndef BORDERMAP_INCIDENT_READ_H
#define BORDERMAP_INCIDENT_READ_H

#include "incident.h"
#include "json_members.h"

/* A place while it is read. */
struct snapshot_object {
    struct place_snapshot place;
    bool kind_given;
    enum place_precision precision;
    bool precision_given;
    double precision_km;
};

/* Nothing read yet: no position, no precision. */
struct snapshot_object snapshot_unread(void);

/* Gives what is left out; the context of the spot is the gazetteer. */
bool snapshot_complete(struct snapshot_object *object, const struct json_spot *spot) NODISCARD;

/* A json_reader of struct snapshot_object. */
json_reader snapshot_read_kind;

/* A json_reader of struct incident: an object as a story has it. */
json_reader incident_read;

#endif
