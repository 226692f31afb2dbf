#include "label_search.h"

#include "list.h"

#include <math.h>
#include <stdlib.h>

enum { SWEEPS = 12, ROUNDS = 4, CHAIN_DEPTH = 3, CHAIN_STARTS = 14, CHAIN_STEPS = 4, EJECTED = 12, LOOKUPS = 12000 };

/* A label whose cost exceeds that of its best candidate by more than this starts a chain. */
static const double worth_a_chain = 2.5;

struct cell {
    uint32_t *items; /* labels placed there */
    size_t count, capacity;
};

/* What was changed, to be taken back. */
struct change {
    uint32_t label;
    int choice;
};

struct search {
    struct label_task *tasks;
    size_t count;
    struct label_index shape; /* of the grid */
    struct cell *cells;
    uint32_t *stamps; /* by label: the last lookup that met it */
    uint32_t stamp;
    uint32_t *order; /* labels by priority */
    bool *fixed;     /* labels that the chain under way has placed */
    struct {
        struct change *items;
        size_t count, capacity;
    } changes;
    size_t lookups;
    struct arena *scratch;
};

/* The labels in a candidate's way. */
struct way {
    uint32_t labels[EJECTED];
    size_t count;
    bool crowded; /* there are more */
};

static struct label_candidate *candidate_of(const struct search *search, uint32_t label, int choice) {
    return &search->tasks[label].candidates.items[choice];
}

static double cost_of(const struct search *search, uint32_t label, int choice) {
    return choice < 0 ? search->tasks[label].unplaced : candidate_of(search, label, choice)->cost;
}

static struct cell *cell_at(const struct search *search, int column, int row) {
    return &search->cells[(size_t)row * (size_t)search->shape.width + (size_t)column];
}

static void cell_remove(struct cell *cell, uint32_t label) {
    for (size_t i = 0; i < cell->count; i++)
        if (cell->items[i] == label) {
            cell->items[i] = cell->items[--cell->count];
            return;
        }
}

static void cell_add(struct cell *cell, uint32_t label, struct arena *scratch) {
    for (size_t i = 0; i < cell->count; i++)
        if (cell->items[i] == label)
            return;
    *LIST_PUSH(scratch, cell) = label;
}

/* Enters the label's choice into the grid or takes it out. */
static void mark(struct search *search, uint32_t label, bool enter) {
    const struct label_candidate *candidate = candidate_of(search, label, search->tasks[label].choice);
    for (size_t i = 0; i < candidate->count; i++) {
        struct label_cells cells = label_index_cells(&search->shape, candidate->boxes[i]);
        for (int row = cells.top; row <= cells.bottom; row++)
            for (int column = cells.left; column <= cells.right; column++)
                if (enter)
                    cell_add(cell_at(search, column, row), label, search->scratch);
                else
                    cell_remove(cell_at(search, column, row), label);
    }
}

static void choose(struct search *search, uint32_t label, int choice) {
    struct label_task *task = &search->tasks[label];
    *LIST_PUSH(search->scratch, &search->changes) = (struct change){label, task->choice};
    if (task->choice >= 0)
        mark(search, label, false);
    task->choice = choice;
    if (choice >= 0)
        mark(search, label, true);
}

static void take_back(struct search *search, size_t to) {
    while (search->changes.count > to) {
        struct change change = search->changes.items[search->changes.count - 1];
        choose(search, change.label, change.choice);
        search->changes.count -= 2;
    }
}

static bool box_meets(const struct label_candidate *candidate, struct page_box box) {
    if (!page_box_meet(candidate->extent, box))
        return false;
    for (size_t i = 0; i < candidate->count; i++)
        if (page_box_meet(candidate->boxes[i], box))
            return true;
    return false;
}

static void look_in_cell(struct search *search, const struct cell *cell, uint32_t label, struct page_box box,
                         struct way *way) {
    for (size_t i = 0; i < cell->count && !way->crowded; i++) {
        uint32_t other = cell->items[i];
        if (other == label || search->stamps[other] == search->stamp ||
            !box_meets(candidate_of(search, other, search->tasks[other].choice), box))
            continue;
        search->stamps[other] = search->stamp;
        if (way->count == EJECTED)
            way->crowded = true;
        else
            way->labels[way->count++] = other;
    }
}

/* The placed labels that a candidate would come too near to; at most `limit` are of interest. */
static struct way way_of(struct search *search, uint32_t label, int choice, size_t limit) {
    struct way way = {.count = 0};
    const struct label_candidate *candidate = candidate_of(search, label, choice);
    search->stamp++;
    search->lookups++;
    for (size_t i = 0; i < candidate->count && way.count < limit && !way.crowded; i++) {
        struct page_box box = label_box_grow(candidate->boxes[i], LABEL_GAP);
        struct label_cells cells = label_index_cells(&search->shape, box);
        for (int row = cells.top; row <= cells.bottom; row++)
            for (int column = cells.left; column <= cells.right; column++)
                look_in_cell(search, cell_at(search, column, row), label, box, &way);
    }
    return way;
}

/* The cheapest candidate with a free way, cheaper than `limit`; -1 if there is none. Candidates are sorted by cost. */
static int best_free(struct search *search, uint32_t label, double limit) {
    const struct label_candidates *candidates = &search->tasks[label].candidates;
    for (size_t i = 0; i < candidates->count && candidates->items[i].cost < limit; i++)
        if (way_of(search, label, (int)i, 1).count == 0)
            return (int)i;
    return -1;
}

static void place_greedily(struct search *search) {
    for (size_t i = 0; i < search->count; i++) {
        int choice = best_free(search, search->order[i], INFINITY);
        if (choice >= 0)
            choose(search, search->order[i], choice);
    }
}

/* Moves every label to its best free candidate; true if any moved. */
static bool sweep(struct search *search) {
    bool moved = false;
    for (size_t i = 0; i < search->count; i++) {
        uint32_t label = search->order[i];
        int choice = best_free(search, label, cost_of(search, label, search->tasks[label].choice));
        if (choice < 0)
            continue;
        choose(search, label, choice);
        moved = true;
    }
    return moved;
}

static double chain_step(struct search *search, uint32_t label, int choice, int depth, double budget);

/* Finds a new place for an ejected label, ejecting others if that pays; returns what the whole change costs. */
static double replace(struct search *search, uint32_t label, int depth, double budget) {
    const struct label_task *task = &search->tasks[label];
    int free_choice = best_free(search, label, INFINITY), best = -1;
    double best_cost = cost_of(search, label, free_choice);
    size_t start = search->changes.count;
    bool content = task->candidates.count == 0 || best_cost - task->candidates.items[0].cost < worth_a_chain;
    for (size_t i = 0; depth > 0 && !content && i < task->candidates.count && i < CHAIN_STEPS; i++) {
        if ((int)i == free_choice || task->candidates.items[i].cost >= best_cost || search->lookups > LOOKUPS)
            break;
        double cost = chain_step(search, label, (int)i, depth - 1, fmin(budget, best_cost));
        take_back(search, start);
        if (cost < best_cost - 1e-9) {
            best_cost = cost;
            best = (int)i;
        }
    }
    if (best >= 0)
        return chain_step(search, label, best, depth - 1, INFINITY);
    if (free_choice >= 0)
        choose(search, label, free_choice);
    return best_cost;
}

static int compare_unplaced(const struct search *search, uint32_t a, uint32_t b) {
    double x = search->tasks[a].unplaced, y = search->tasks[b].unplaced;
    return x != y ? (x > y ? -1 : 1) : a < b ? -1 : a > b;
}

/* The dearest first, so that they find room first. */
static void sort_way(const struct search *search, struct way *way) {
    for (size_t i = 1; i < way->count; i++)
        for (size_t k = i; k > 0 && compare_unplaced(search, way->labels[k], way->labels[k - 1]) < 0; k--) {
            uint32_t label = way->labels[k];
            way->labels[k] = way->labels[k - 1];
            way->labels[k - 1] = label;
        }
}

/*
 * Places the label at its candidate, throws out what is in the way and finds that new places. Returns the cost of the
 * candidate plus what the thrown-out labels now cost more; stops, with a cost above it, when `budget` is passed. The
 * changes stand until take_back().
 */
static double chain_step(struct search *search, uint32_t label, int choice, int depth, double budget) {
    double cost = cost_of(search, label, choice);
    struct way way = way_of(search, label, choice, EJECTED);
    if (way.crowded || cost >= budget)
        return INFINITY;
    for (size_t i = 0; i < way.count; i++)
        if (search->fixed[way.labels[i]])
            return INFINITY;
    sort_way(search, &way);
    for (size_t i = 0; i < way.count; i++) {
        cost -= cost_of(search, way.labels[i], search->tasks[way.labels[i]].choice);
        choose(search, way.labels[i], -1);
    }
    choose(search, label, choice);
    search->fixed[label] = true;
    for (size_t i = 0; i < way.count; i++)
        cost += replace(search, way.labels[i], depth, INFINITY);
    search->fixed[label] = false;
    return cost;
}

/* Tries chains that begin with the label; keeps the first that pays. */
static bool chain(struct search *search, uint32_t label) {
    const struct label_task *task = &search->tasks[label];
    double now = cost_of(search, label, task->choice);
    if (task->candidates.count == 0 || now - task->candidates.items[0].cost < worth_a_chain)
        return false;
    for (size_t i = 0; i < task->candidates.count && i < CHAIN_STARTS && search->lookups < LOOKUPS; i++) {
        size_t start = search->changes.count;
        if (task->candidates.items[i].cost >= now)
            return false;
        if (chain_step(search, label, (int)i, CHAIN_DEPTH - 1, now) < now - 1e-9)
            return true;
        take_back(search, start);
    }
    return false;
}

/* Dear to leave out first, then those with few candidates, then in the caller's order. */
static void sort_labels(struct search *search) {
    for (size_t i = 0; i < search->count; i++) {
        size_t k = i;
        const struct label_task *task = &search->tasks[i];
        for (; k > 0; k--) {
            const struct label_task *before = &search->tasks[search->order[k - 1]];
            if (before->unplaced > task->unplaced ||
                (before->unplaced == task->unplaced && before->candidates.count <= task->candidates.count))
                break;
            search->order[k] = search->order[k - 1];
        }
        search->order[k] = (uint32_t)i;
    }
}

static void search_start(struct search *search, struct page_box page) {
    search->shape = label_index_new(page, NULL, 0, search->scratch);
    size_t cells = (size_t)search->shape.width * (size_t)search->shape.height;
    search->cells = ARENA_ARRAY(search->scratch, struct cell, cells);
    search->stamps = ARENA_ARRAY(search->scratch, uint32_t, search->count);
    search->order = ARENA_ARRAY(search->scratch, uint32_t, search->count);
    search->fixed = ARENA_ARRAY(search->scratch, bool, search->count);
    sort_labels(search);
}

void label_search_run(struct label_task *tasks, size_t count, struct page_box page, struct arena *scratch) {
    struct search search = {.tasks = tasks, .count = count, .scratch = scratch};
    search_start(&search, page);
    place_greedily(&search);
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < SWEEPS && sweep(&search); i++)
            ;
        bool paid = false;
        for (size_t i = 0; i < count; i++)
            paid = (tasks[search.order[i]].choice < 0 && chain(&search, search.order[i])) || paid;
        for (size_t i = 0; i < count; i++)
            paid = (tasks[search.order[i]].choice >= 0 && chain(&search, search.order[i])) || paid;
        if (!paid)
            return;
    }
}
