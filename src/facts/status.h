/* status.h: what a border, an area or a line is on a date: our own statements, each with dates and source. */
#ifndef BORDERMAP_STATUS_H
#define BORDERMAP_STATUS_H

#include "date.h"
#include "geodata.h"

enum border_class {
    BORDER_INTERNATIONAL,
    BORDER_UNDELIMITED,
    BORDER_DISPUTED,
    BORDER_CONTROL, /* line of control */
    BORDER_CEASEFIRE,
    BORDER_CONTACT,
    BORDER_CLAIM,
    BORDER_ADMINISTRATIVE,
    BORDER_CLASSES
};

/* A row of border_status.tsv or lines.tsv. */
struct border_status {
    struct text ref;  /* "border:KG-TJ", "line:…" */
    struct text name; /* of a line; empty for borders */
    struct text a, b; /* of a line: codes of the countries on either side */
    enum border_class class;
    struct text part; /* empty = all of it */
    struct date from, to;
    struct text sentence, source;
};

/* A row of areas.tsv, or of special_status.tsv: a country or region that has its ref elsewhere. */
struct area_status {
    struct text ref, name, kind; /* of a country or region: no name, and a kind only where it is in question */
    struct text parents;         /* codes, ','-list */
    struct date from, to;
    struct text sentence, administered_by, claimed_by, source;
    struct text part_of; /* the area on whose map this one is drawn too, or empty */
};

/* A row of line_changes.tsv: an agreement that moved a border after its outline was drawn. */
struct line_change {
    struct text ref;
    struct date date;
};

struct status {
    struct {
        struct border_status *items;
        size_t count, capacity;
    } borders, lines;
    struct {
        struct area_status *items;
        size_t count, capacity;
    } areas;
    struct {
        struct line_change *items;
        size_t count, capacity;
    } changes;
    struct date begin; /* the first day for which the tables say what held; unknown = any */
};

/* Reads the curated tables of the data folder; a table that is not there holds nothing. */
bool status_read(const struct geodata *geodata, struct arena *arena, struct status *status,
                 struct error *error) NODISCARD;

/* Whether something is stated of the border, of later days, but nothing of this one. */
bool status_is_unstated(const struct status *status, struct text ref, struct date date);

/* The day of the agreement that moved the border after its outline was drawn, if it is in force for a map of this date
 * (unknown = the latest); unknown = none. */
struct date status_line_changed(const struct status *status, struct text ref, struct date date);

/* What the border is drawn as: what holds on the date; of a day that is unstated, what holds today. NULL: as
 * international. */
const struct border_status *status_drawn_of_border(const struct status *status, struct text ref, struct date date);

/* What holds on the date (an unknown date is the latest); NULL where we state nothing. */
const struct border_status *status_of_border(const struct status *status, struct text ref, struct date date);
const struct border_status *status_of_line(const struct status *status, struct text ref, struct date date);
const struct area_status *status_of_area(const struct status *status, struct text ref, struct date date);

/* Whether from (its first day) .. to (the first day after it), unknown = open, holds the date; unknown = the latest. */
bool status_holds(struct date from, struct date to, struct date date);

/* The same with the dates as a layer writes them; what is no date is open. */
bool status_holds_written(struct text from, struct text to, struct date date);

/* "international", "line_of_control" … as in the tables; unknown words are international. */
enum border_class border_class_read(struct text word);
const char *border_class_name(enum border_class class);

/* Whether an area of this kind is one whose status is in question: drawn apart and noted. */
bool area_is_contested(const struct area_status *area);

#endif
