/* date_forms.h: dates that are no month with its day: in digits, "three days ago", "over the past two weeks". */
#ifndef BORDERMAP_DATE_FORMS_H
#define BORDERMAP_DATE_FORMS_H

#include "dates.h"

/* "14.09.2022", "14/9/22", "2022-09-14" at the word. */
bool date_form_digits(const struct words *words, uint32_t word, struct dated_words *date);

/* "three days ago", "vor zwei Tagen", "in two weeks", "over the past ten days" at the word. */
bool date_form_span(const struct words *words, const struct cues *cues, uint32_t word, struct dated_words *date);

/* Months of the Solar Hijri calendar are numbered from this one on. */
enum { HIJRI_MONTHS = 100, HIJRI_YEAR_MIN = 1300, HIJRI_YEAR_MAX = 1499 };

/* The Gregorian day of a day of the Solar Hijri calendar; month 1..12. */
struct date date_form_hijri(struct date hijri);

/* The Solar Hijri year in which the Gregorian day lies. */
int date_form_hijri_year(struct date day);

#endif
