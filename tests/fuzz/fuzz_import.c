/* Rows of GeoNames dumps and tags of OpenStreetMap. What is taken from a line lies in it, and what is refused says why.
 */
#include "fuzz.h"
#include "import_dump.h"
#include "import_tags.h"

#include <math.h>

static bool lies_in(struct text part, struct text whole) {
    return part.size == 0 || (part.data >= whole.data && part.data + part.size <= whole.data + whole.size);
}

static void check_place(struct text line) {
    struct import_place place = {0};
    struct text date = TEXT_NONE, cell = TEXT_NONE;
    const char *wrong = import_dump_place(line, &place, &date, &cell);
    FUZZ_HOLDS(lies_in(cell, line));
    if (!wrong) {
        FUZZ_HOLDS(lies_in(place.name, line) && lies_in(place.alternates, line) && lies_in(date, line));
        FUZZ_HOLDS(place.name.size > 0 && place.geonameid > 0 && place.population >= 0);
        FUZZ_HOLDS(fabs(place.point.lat) <= 90 && fabs(place.point.lon) <= 180);
    }
}

static void check_name(struct text line) {
    struct overlay_name_row name = {0};
    struct text cell = TEXT_NONE;
    int64_t geonameid = 0;
    bool wanted = false;
    const char *wrong = import_dump_name(line, &name, &geonameid, &wanted, &cell);
    FUZZ_HOLDS(lies_in(cell, line));
    FUZZ_HOLDS(wrong || (name.name.size > 0 && geonameid > 0 && lies_in(name.name, line) && name.use < NAME_USES));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct text rest = fuzz_text(data, size);
    struct text tags = rest, key, value, line;
    while (size > 0 && text_split(&rest, '\n', &line)) {
        check_place(line);
        check_name(line);
    }
    while (import_tags_next(&tags, &key, &value, arena)) {
        FUZZ_HOLDS(key.size + value.size <= size);
        (void)import_tags_feature(key, value);
    }
    arena_close(arena);
    return 0;
}
