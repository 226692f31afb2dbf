/* number.h: numbers in text, without regard to the locale. */
#ifndef BORDERMAP_NUMBER_H
#define BORDERMAP_NUMBER_H

#include "error.h"
#include "text.h"

/* The whole text is a decimal number with '.' as point; false for anything else, infinities and NaN among it. */
bool number_read(struct text text, double *value);

/* The whole text is a whole number that fits; false for anything else. */
bool number_read_whole(struct text text, int64_t *value);

#endif
