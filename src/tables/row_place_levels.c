#include "row_place_levels.h"

enum place_precision row_named_precision(const struct row_work *work) {
    static const enum place_precision precisions[] = {PRECISION_EXACT, PRECISION_DISTRICT, PRECISION_REGION,
                                                      PRECISION_COUNTRY};
    for (int field = ROW_PLACE; field <= ROW_COUNTRY; field++)
        if (row_value(work, (enum row_field)field).size > 0)
            return precisions[field - ROW_PLACE];
    return PRECISION_UNKNOWN;
}
