/* fact_sheet.h: what is known of one place, border, line, river or area: status, dates, sources, length, neighbours,
 * names, and how others see it. */
#ifndef BORDERMAP_FACT_SHEET_H
#define BORDERMAP_FACT_SHEET_H

#include "gazetteer.h"
#include "geodata.h"
#include "status.h"
#include "worldview.h"

/* What held from a day to another. */
struct fact_statement {
    struct text kind; /* class of a border or line, kind of an area; may be empty */
    struct text part; /* "" = all of it */
    struct date from, to;
    struct text sentence, administered_by, claimed_by, source;
    bool holds; /* on the day that was asked for */
};

/* Something that belongs to it: a border of a country, a river on a border, an area that is claimed. */
struct fact_relation {
    const char *what; /* "country", "border", "river", "line", "area" */
    struct text ref, name;
    double km; /* length; 0 = not known */
};

struct fact_name {
    const char *lang;
    struct text name;
};

struct fact_sheet {
    struct place place;
    struct text name;
    struct date as_of;      /* unknown = the latest */
    struct text worldview;  /* empty = de facto */
    double km;              /* of borders, lines and rivers; 0 = not known */
    struct text shape_date; /* of the outlines that the length was measured on */
    struct {
        struct fact_statement *items;
        size_t count, capacity;
    } statements;
    struct {
        struct view_row *items;
        size_t count, capacity;
    } views;                      /* that show it otherwise on the day */
    const struct view_row *shown; /* by the view that was asked for, or NULL */
    struct {
        struct fact_relation *items;
        size_t count, capacity;
    } relations;
    struct {
        struct fact_name *items;
        size_t count, capacity;
    } names;
};

/* Gathers it from the data folder. `worldview`: as for worldview_read. */
bool fact_sheet_gather(const struct geodata *geodata, const struct gazetteer *gazetteer, place_id place,
                       struct date as_of, struct text worldview, struct arena *arena, struct fact_sheet *sheet,
                       struct error *error) NODISCARD;

#endif
