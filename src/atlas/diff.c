#include "diff.h"

#include "builder.h"
#include "list.h"
#include "map_key.h"

#include <string.h>

const char *diff_change_name(enum diff_change change) {
    static const char *const names[] = {[DIFF_NEW] = "new", [DIFF_CHANGED] = "changed", [DIFF_GONE] = "gone"};
    return names[change];
}

static bool same_range(struct count_range a, struct count_range b) {
    return a.low == b.low && a.high == b.high;
}

static bool same_where(const struct incident *a, const struct incident *b) {
    return text_equal(a->place.ref, b->place.ref) && text_equal(a->place.name, b->place.name) &&
           lonlat_distance_km(a->point, b->point) < 0.01 && a->precision == b->precision;
}

static bool same_parties(const struct incident *a, const struct incident *b) {
    bool same = a->party_count == b->party_count;
    for (size_t i = 0; i < a->party_count && same; i++)
        same = text_equal(a->parties[i].ref, b->parties[i].ref) && text_equal(a->parties[i].name, b->parties[i].name);
    return same;
}

static void add_member(struct builder *out, bool same, const char *member) {
    if (!same)
        builder_format(out, "%s%s", out->count > 0 ? ", " : "", member);
}

static struct text members_changed(const struct incident *a, const struct incident *b, struct arena *arena) {
    struct builder out = builder_new(arena);
    add_member(&out, a->kind == b->kind, "kind");
    add_member(&out, a->status == b->status, "status");
    add_member(&out, date_equal(a->date.start, b->date.start) && date_equal(a->date.end, b->date.end), "date");
    add_member(&out, same_where(a, b), "place");
    add_member(&out, same_parties(a, b), "parties");
    add_member(&out, same_range(a->killed, b->killed), "killed");
    add_member(&out, same_range(a->wounded, b->wounded), "wounded");
    add_member(&out, same_range(a->missing, b->missing), "missing");
    add_member(&out, same_range(a->captured, b->captured), "captured");
    add_member(&out, same_range(a->displaced, b->displaced), "displaced");
    add_member(&out, incident_is_sure(a) == incident_is_sure(b), "confidence");
    add_member(&out, out.count > 0, "details");
    return builder_text(&out);
}

static void compare(const struct incident *before, const struct incident *after, struct arena *arena,
                    struct diff_list *diff) {
    char marks[2][LEDGER_MARK];
    struct arena *scratch = arena_open();
    map_key_incident(before, false, scratch, marks[0]);
    map_key_incident(after, false, scratch, marks[1]);
    arena_close(scratch);
    if (strcmp(marks[0], marks[1]) != 0)
        *LIST_PUSH(arena, diff) =
            (struct diff_item){DIFF_CHANGED, before, after, members_changed(before, after, arena)};
}

void diff_find(const struct incident_list *before, const struct incident_list *after, struct arena *arena,
               struct diff_list *diff) {
    size_t a = 0, b = 0;
    *diff = (struct diff_list){0};
    while (a < before->count || b < after->count) {
        int order = a == before->count  ? 1
                    : b == after->count ? -1
                                        : text_compare(before->items[a].id, after->items[b].id);
        if (order < 0)
            *LIST_PUSH(arena, diff) = (struct diff_item){.change = DIFF_GONE, .before = &before->items[a++]};
        else if (order > 0)
            *LIST_PUSH(arena, diff) = (struct diff_item){.change = DIFF_NEW, .after = &after->items[b++]};
        else
            compare(&before->items[a++], &after->items[b++], arena, diff);
    }
}
