#include "filter.h"

struct store_filter store_filter_all(void) {
    return (struct store_filter){.bounds = bounds_empty(), .near_to = bounds_empty()};
}
