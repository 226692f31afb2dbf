/* model.h: the gazetteer while it is compiled: places, their names and keys, in the order of the sources. */
#ifndef BORDERMAP_MODEL_H
#define BORDERMAP_MODEL_H

#include "error.h"
#include "gazetteer.h"

/* Strings are offsets as in the index (index_format.h), each text once. */
typedef uint32_t string_id;

struct model_place {
    string_id ref, name, local_name, feature, country, countries, admin1, admin2;
    enum place_kind kind;
    struct lonlat point;
    bool placed; /* point is known */
    double precision_km;
    int64_t population, geonameid;
    bool capital, supranational;
    bool counted;         /* the population is stated, not summed up from towns */
    bool measured;        /* precision_km is stated, not the spread of towns */
    struct bounds spread; /* of its towns, relative to the point: degrees east and north of it */
    bool has_spread;
};

/* A name to print; the lowest rank wins, then the first that came. */
struct model_label {
    place_id place;
    uint16_t language;
    uint8_t rank;
    uint32_t order;
    string_id name;
};

struct model_reading {
    string_id key;
    place_id place;
    uint8_t use, flags;
    uint16_t language;
};

struct model_membership {
    place_id organisation, country;
    int64_t from, to;
};

enum { LABEL_CURATED, LABEL_TABLE, LABEL_DERIVED };

struct model;

/* An empty model in the arena; scratch is cleared after every name. */
struct model *model_new(struct arena *arena, struct arena *scratch);

string_id model_string(struct model *model, struct text text);
struct text model_text(const struct model *model, string_id string);

/* A new place with that reference; ERROR_ENVIRONMENT if there is one already. The pointer holds until the next place is
 * added. */
bool model_add_place(struct model *model, struct text ref, struct text name, struct model_place **place,
                     struct error *error) NODISCARD;

/* The place of a reference or of another key given by model_alias(); PLACE_NONE if there is none. */
place_id model_find(const struct model *model, struct text ref);
struct model_place *model_place_at(struct model *model, place_id id);
void model_alias(struct model *model, struct text key, place_id id);
place_id model_id(const struct model *model, const struct model_place *place);

/* Makes the name findable; names without a letter, and single Latin letters, are left out. */
void model_add_name(struct model *model, place_id place, struct text name, enum name_use use, struct text language);

/* The same with READING_… flags. */
void model_add_flagged(struct model *model, place_id place, struct text name, enum name_use use, uint8_t flags,
                       struct text language);

/* The name to print in that language. */
void model_add_label(struct model *model, place_id place, struct text name, struct text language, uint8_t rank);

void model_add_member(struct model *model, place_id organisation, place_id country, int64_t from, int64_t to);

/* Widens the spread of a place by one of its towns, and adds to its population. */
void model_spread(struct model *model, place_id id, struct lonlat town, int64_t population);

/* Sorts everything and lays it out as gazetteer.bin; the same bytes for the same model. */
struct text model_write(struct model *model);

#endif
