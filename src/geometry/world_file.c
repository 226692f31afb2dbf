#include "builder.h"
#include "georaster.h"

struct text georaster_world_file(const struct georaster *raster, struct arena *arena) {
    const double *t = raster->transform;
    double lines[] = {t[1], t[4], t[2], t[5], t[0] + (t[1] + t[2]) / 2, t[3] + (t[4] + t[5]) / 2};
    struct builder out = builder_new(arena);
    for (int i = 0; i < 6; i++) {
        builder_add_number(&out, lines[i], 9);
        builder_add_char(&out, '\n');
    }
    return builder_text(&out);
}
