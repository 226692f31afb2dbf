/* fact_sheet_write.h: fact sheets for people and for programs. */
#ifndef BORDERMAP_FACT_SHEET_WRITE_H
#define BORDERMAP_FACT_SHEET_WRITE_H

#include "fact_sheet.h"

struct text fact_sheet_text(const struct fact_sheet *sheet, struct arena *arena);
struct text fact_sheet_json(const struct fact_sheet *sheet, struct arena *arena);

#endif
