/* head.h: the words of an article's head ("Title:", "Источник:", "Veröffentlicht:") and the dates behind them, in the
 * languages of news; private to article/. */
#ifndef BORDERMAP_HEAD_H
#define BORDERMAP_HEAD_H

#include "date.h"
#include "text.h"

#include <stdbool.h>

enum head_field { HEAD_NONE, HEAD_TITLE, HEAD_DATE, HEAD_LANGUAGE, HEAD_SOURCE, HEAD_URL };

/* The longest word of a head, in bytes. */
enum { HEAD_LONGEST = 40 };

/* What the word in front of the colon says; HEAD_NONE if it is none of a head. */
enum head_field head_field_of(struct text word);

/* "28 ноября 2025 г.", "3. März 2025", "28.11.2025": a day as newsrooms write it. False, date untouched, for others. */
bool head_date(struct text value, struct date *date);

#endif
