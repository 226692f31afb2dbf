#include "label_wishes.h"

#include "list.h"

#include <string.h>

struct label *label_wishes_add(struct label_wishes *wishes, struct arena *arena) {
    struct label *label = LIST_PUSH(arena, &wishes->labels);
    *label = (struct label){0};
    return label;
}

void label_wishes_drop(struct label_wishes *wishes) {
    wishes->labels.count--;
}

void label_wishes_add_town(struct label_wishes *wishes, enum style_layer layer, struct page_point at, struct text ref,
                           struct arena *arena) {
    *LIST_PUSH(arena, &wishes->towns) = (struct town){wishes->labels.count - 1, layer, at, ref};
}

void label_wishes_add_waymark(struct label_wishes *wishes, double angle, struct arena *arena) {
    *LIST_PUSH(arena, &wishes->waymarks) = (struct waymark){wishes->labels.count - 1, angle};
}

bool label_wishes_name(const struct label_wishes *wishes, struct text ref) {
    for (size_t i = 0; i < wishes->labels.count; i++)
        if (text_equal(wishes->labels.items[i].name, ref))
            return true;
    return false;
}

static void forget_town(struct label_wishes *wishes, size_t label, struct obstacles *obstacles) {
    for (size_t i = 0; i < wishes->towns.count; i++) {
        struct town *town = &wishes->towns.items[i];
        if (town->label != label)
            continue;
        if (town->ref.size > 0)
            obstacles_undot(obstacles, town->at);
        memmove(town, town + 1, (wishes->towns.count - i - 1) * sizeof *town);
        wishes->towns.count--;
        return;
    }
}

/* Towns know their labels by index. */
static void renumber_town(struct label_wishes *wishes, size_t from, size_t to) {
    for (size_t i = 0; i < wishes->towns.count; i++)
        if (wishes->towns.items[i].label == from)
            wishes->towns.items[i].label = to;
}

void label_wishes_take_out(struct label_wishes *wishes, const bool *hidden, struct obstacles *obstacles) {
    size_t kept = 0;
    for (size_t i = 0; i < wishes->labels.count; i++) {
        if (hidden[i]) {
            forget_town(wishes, i, obstacles);
            continue;
        }
        renumber_town(wishes, i, kept);
        wishes->labels.items[kept++] = wishes->labels.items[i];
    }
    wishes->labels.count = kept;
}
