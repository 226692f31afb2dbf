/* Apart from what needs GDAL. */
#include "database.h"

struct row_query row_query_all(void) {
    return (struct row_query){.bounds = bounds_empty()};
}
