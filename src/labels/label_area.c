#include "label_candidates.h"

#include "builder.h"
#include "label_room.h"
#include "list.h"

#include <math.h>

enum { FORMS = 10, PLACES = 12, ENOUGH = 20, SLIDES = 40 };

/* Lakes and islands up to this many sizes across may lie under a name. */
static const double covered_rings = 2.5;

/* Smallest size of a name relative to what the style wants, and smallest in page units. */
static const double smallest_share = 0.72, smallest_size = 7;

/* Size of a name that stands outside of its area. */
static const double led_share = 0.86;

/* A form and what it costs against the wanted one. */
struct variant {
    struct label_form form;
    double cost;
};

struct variants {
    struct variant items[FORMS];
    size_t count;
};

/* A place where a form fits; a lower score is better. */
struct fit {
    struct page_point middle;
    double score;
};

struct fits {
    struct fit *items;
    size_t count, capacity;
};

static size_t count_letters(struct text text) {
    size_t letters = 0, widest = 0;
    struct text rest = text, line;
    while (text_split(&rest, '\n', &line)) {
        letters = text_code_points(line);
        widest = letters > widest ? letters : widest;
    }
    return widest;
}

/* The form in another size and letter spacing; Pango's unhinted text scales evenly, so that nothing is measured anew.
 */
static struct label_form form_scaled(const struct label_form *form, double share, double spacing) {
    struct label_form scaled = *form;
    double letters = (double)count_letters(form->text), plain = form->width - letters * form->style.letter_spacing;
    scaled.style.size = form->style.size * share;
    scaled.style.letter_spacing = spacing;
    scaled.width = plain * share + letters * spacing;
    scaled.ascent *= share;
    scaled.descent *= share;
    scaled.step *= share;
    return scaled;
}

/* The text broken at the space nearest to its middle; false without a space. */
static bool form_broken(const struct label_workshop *workshop, const struct label_task *task,
                        struct label_form *broken) {
    struct text text = task->form.text;
    size_t best = text.size, middle = text.size / 2;
    for (size_t i = 1; i + 1 < text.size; i++) {
        size_t off = i > middle ? i - middle : middle - i, least = best > middle ? best - middle : middle - best;
        if (text.data[i] == '\n')
            return false;
        if (text.data[i] == ' ' && off < least)
            best = i;
    }
    if (best == text.size)
        return false;
    struct builder builder = builder_new(workshop->arena);
    builder_add(&builder, text_slice(text, 0, best));
    builder_add_char(&builder, '\n');
    builder_add(&builder, text_slice(text, best + 1, text.size));
    *broken = task->form;
    broken->text = builder_text(&builder);
    label_form_update(broken, task->label->lang, workshop->measure);
    return true;
}

static void add_variant(struct variants *variants, struct label_form form, double cost) {
    if (variants->count < FORMS && form.style.size >= smallest_size)
        variants->items[variants->count++] = (struct variant){form, cost};
}

/* From the widest to the smallest: spaced where the area is wide, as wanted, closer, in two lines, smaller. */
static void list_variants(const struct label_workshop *workshop, const struct label_task *task, double spread,
                          struct variants *variants) {
    const struct label_form *form = &task->form;
    double spacing = form->style.letter_spacing, letters = (double)count_letters(form->text);
    double wide = fmin(form->style.size, spacing + (0.55 * spread - form->width) / fmax(letters, 1));
    if (spacing > 0 && letters >= 3 && wide > spacing * 1.25)
        add_variant(variants, form_scaled(form, 1, wide), 0);
    add_variant(variants, *form, variants->count > 0 ? 0.8 : 0);
    struct label_form broken;
    bool breakable = form_broken(workshop, task, &broken);
    if (spacing > 0)
        add_variant(variants, form_scaled(form, 1, spacing * 0.35), 2);
    if (breakable)
        add_variant(variants, broken, 2.5);
    add_variant(variants, form_scaled(form, 0.86, spacing * 0.5), 4);
    if (breakable)
        add_variant(variants, form_scaled(&broken, 0.86, spacing * 0.5), 5);
    add_variant(variants, form_scaled(form, smallest_share, spacing * 0.35), 7);
    if (breakable)
        add_variant(variants, form_scaled(&broken, smallest_share, spacing * 0.35), 8);
    if (spacing > 0)
        add_variant(variants, form_scaled(form, smallest_share, 0), 9);
}

static struct page_box box_around(const struct label_form *form, struct page_point middle, double margin) {
    double half_width = form->width / 2 + form->padding + margin;
    double half_height = label_form_height(form) / 2 + form->padding + margin;
    return (struct page_box){middle.x - half_width, middle.y - half_height, middle.x + half_width,
                             middle.y + half_height};
}

/* Places a form over the room in even slides, and keeps where it fits. */
static void find_fits(const struct label_room *room, const struct label_form *form, struct page_point wanted,
                      struct arena *scratch, struct fits *fits) {
    const struct label_raster *raster = &room->raster;
    int step = 1 + (raster->width > raster->height ? raster->width : raster->height) / SLIDES;
    for (int row = 0; row < raster->height; row += step)
        for (int column = 0; column < raster->width; column += step) {
            struct page_point middle = {raster->left + (column + 0.5) * raster->cell,
                                        raster->top + (row + 0.5) * raster->cell};
            if (!label_room_holds(room, box_around(form, middle, 1.5)))
                continue;
            bool roomy = label_room_holds(room, box_around(form, middle, 1.5 + form->style.size * 0.8));
            double across = middle.x - wanted.x, down = (middle.y - wanted.y) * 1.3;
            double off = sqrt(across * across + down * down);
            *LIST_PUSH(scratch, fits) = (struct fit){middle, 8 * off / room->spread + (roomy ? 0 : 1.2)};
        }
}

/* The best fit that is left, at least a third of the form away from those that were taken before; false if none is. */
static bool take_fit(struct fits *fits, const struct label_form *form, struct fit *taken) {
    size_t best = fits->count;
    for (size_t i = 0; i < fits->count; i++)
        if (fits->items[i].score < INFINITY && (best == fits->count || fits->items[i].score < fits->items[best].score))
            best = i;
    if (best == fits->count)
        return false;
    *taken = fits->items[best];
    double apart = form->width / 3, below = label_form_height(form);
    for (size_t i = 0; i < fits->count; i++)
        if (fabs(fits->items[i].middle.x - taken->middle.x) < apart &&
            fabs(fits->items[i].middle.y - taken->middle.y) < below)
            fits->items[i].score = INFINITY;
    return true;
}

static bool offer_fit(const struct label_workshop *workshop, struct label_task *task, const struct label_form *form,
                      struct page_point middle, double cost) {
    struct page_box box = box_around(form, middle, 0);
    struct label_candidate candidate = {.count = 1, .label_boxes = 1, .cost = cost, .form = form, .box = box};
    candidate.boxes = ARENA_ARRAY(workshop->scratch, struct page_box, 1);
    candidate.boxes[0] = box;
    candidate.anchor = ANCHOR_MIDDLE;
    return label_cost_offer(task, candidate, workshop->ground, workshop->scratch);
}

static void offer_inside(const struct label_workshop *workshop, struct label_task *task, const struct label_room *room,
                         struct page_point wanted, const struct variant *variant) {
    struct fits fits = {0};
    struct fit fit;
    find_fits(room, &variant->form, wanted, workshop->scratch, &fits);
    for (int i = 0; i < PLACES && take_fit(&fits, &variant->form, &fit); i++)
        offer_fit(workshop, task, &variant->form, fit.middle, variant->cost + fit.score);
}

/* Takes away the candidates that lie over a border: a country's name crosses none. */
static void drop_crossing(const struct label_ground *ground, struct label_candidates *candidates) {
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++)
        if (label_ground_borders(ground, candidates->items[i].box) == 0)
            candidates->items[kept++] = candidates->items[i];
    candidates->count = kept;
}

/* A name larger than its area: over it if it stays in its country and off the borders, else beside it or led to it. */
static void offer_outside(const struct label_workshop *workshop, struct label_task *task, const struct label_room *room,
                          const struct label_form *small) {
    double reach;
    const struct label *label = task->label;
    struct page_point pole = label_room_pole(room, &reach);
    struct page_box over = box_around(small, pole, 0);
    bool at_home = label_ground_foreign(workshop->ground, over, label->territory) == 0;
    if (!label->on_water && at_home && label_ground_borders(workshop->ground, over) == 0)
        offer_fit(workshop, task, small, pole, 12);
    if (label->on_water)
        label_candidates_beside(workshop, task, pole, reach + 3, 5);
    task->form = form_scaled(&task->form, led_share, task->form.style.letter_spacing * 0.4);
    if (label->may_lead || label->priority <= 2)
        label_candidates_leading(workshop, task, pole, fmin(reach, 2), 16);
    if (label->territory >= 0)
        drop_crossing(workshop->ground, &task->candidates);
}

void label_candidates_area(const struct label_workshop *workshop, struct label_task *task) {
    const struct label *label = task->label;
    struct label_room room =
        label_room_new(workshop->ground, &label->shape, covered_rings * label->style.size, workshop->scratch);
    if (room.spread == 0)
        return;
    struct variants *variants = ARENA_NEW(workshop->scratch, struct variants);
    list_variants(workshop, task, room.spread, variants);
    struct page_point wanted = isnan(label->point.x) ? room.middle : label->point;
    for (size_t i = 0; i < variants->count && task->candidates.count < ENOUGH; i++)
        offer_inside(workshop, task, &room, wanted, &variants->items[i]);
    if (label->territory >= 0)
        drop_crossing(workshop->ground, &task->candidates);
    if (task->candidates.count == 0 && variants->count > 0)
        offer_outside(workshop, task, &room, &variants->items[variants->count - 1].form);
}
