/* layer_filter.h: which features are wanted by their attributes: "km2 >= 5", "a = 'KG' AND b = 'TJ'", "rank <= 3 OR ref
 * LIKE 'river:%'". */
#ifndef BORDERMAP_LAYER_FILTER_H
#define BORDERMAP_LAYER_FILTER_H

#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum { FILTER_TERMS = 4 };

enum filter_comparison { FILTER_EQUAL, FILTER_LESS, FILTER_AT_MOST, FILTER_MORE, FILTER_AT_LEAST, FILTER_LIKE };

struct filter_term {
    struct text field;
    enum filter_comparison comparison;
    struct text literal; /* of LIKE: what stands before the % at its end */
    bool is_number;
    double number;
};

struct layer_filter {
    struct filter_term terms[FILTER_TERMS];
    size_t count; /* 0 = all are wanted */
    bool any;     /* one term is enough: OR */
};

/* Reads a filter of terms joined by AND, or by OR; false for anything else that SQL can say. NULL wants all. */
bool layer_filter_read(const char *where, struct layer_filter *filter);

/* Whether a feature is wanted; values[i] is its attribute of the name of term i, as text, empty = none. */
bool layer_filter_wants(const struct layer_filter *filter, const struct text *values);

#endif
