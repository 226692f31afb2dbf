#include "levels.h"

#include <string.h>

struct page_path levels_open_path(struct page_path path, struct arena *arena) {
    if (!path.closed || path.count == 0)
        return path;
    struct page_path open = {ARENA_ARRAY(arena, struct page_point, path.count + 1), path.count + 1, false};
    memcpy(open.points, path.points, path.count * sizeof *path.points);
    open.points[path.count] = path.points[0];
    return open;
}
