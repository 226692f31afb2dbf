#include "cues.h"

#include "kind.h"
#include "list.h"
#include "number.h"
#include "numerals.h"
#include "pattern.h"

#include <string.h>

static const char *const group_names[CUE_GROUPS] = {"events", "casualties", "numbers",  "dates",  "times",
                                                    "status", "claims",     "movement", "places", "weapons"};

/* The words of the column `role`, by table. The table events has the names of kinds there, and "none". */
static const struct {
    enum cue_group group;
    const char *name;
} roles[CUE_ROLES] = {
    [CUE_EVENT] = {CUES_EVENTS, ""},
    [CUE_NO_EVENT] = {CUES_EVENTS, "none"},
    [CUE_ACCIDENT] = {CUES_EVENTS, "accident"},
    [CUE_GAME] = {CUES_EVENTS, "game"},
    [CUE_KILLED] = {CUES_CASUALTIES, "killed"},
    [CUE_MISSING] = {CUES_CASUALTIES, "missing"},
    [CUE_WOUNDED] = {CUES_CASUALTIES, "wounded"},
    [CUE_AT_LEAST] = {CUES_CASUALTIES, "at least"},
    [CUE_MORE_THAN] = {CUES_CASUALTIES, "more than"},
    [CUE_UP_TO] = {CUES_CASUALTIES, "up to"},
    [CUE_ABOUT] = {CUES_CASUALTIES, "about"},
    [CUE_BOTH_SIDES] = {CUES_CASUALTIES, "both sides"},
    [CUE_NOBODY] = {CUES_CASUALTIES, "nobody"},
    [CUE_PART] = {CUES_CASUALTIES, "part"},
    [CUE_PERSON] = {CUES_CASUALTIES, "person"},
    [CUE_ONE] = {CUES_CASUALTIES, "one"},
    [CUE_TOLL] = {CUES_CASUALTIES, "toll"},
    [CUE_CARDINAL] = {CUES_NUMBERS, "cardinal"},
    [CUE_MULTIPLIER] = {CUES_NUMBERS, "multiplier"},
    [CUE_VAGUE] = {CUES_NUMBERS, "vague"},
    [CUE_PIECE] = {CUES_NUMBERS, "part"},
    [CUE_JOINT] = {CUES_NUMBERS, "joint"},
    [CUE_RANGE] = {CUES_NUMBERS, "range"},
    [CUE_LABEL] = {CUES_NUMBERS, "label"},
    [CUE_UNIT] = {CUES_NUMBERS, "unit"},
    [CUE_MONTH] = {CUES_DATES, "month"},
    [CUE_WEEKDAY] = {CUES_DATES, "weekday"},
    [CUE_DAY] = {CUES_DATES, "day"},
    [CUE_WEEK] = {CUES_DATES, "week"},
    [CUE_MONTH_FROM] = {CUES_DATES, "month from"},
    [CUE_YEAR_FROM] = {CUES_DATES, "year from"},
    [CUE_SAME_DAY] = {CUES_DATES, "same day"},
    [CUE_MONTH_SHORT] = {CUES_DATES, "month short"},
    [CUE_ORDINAL] = {CUES_DATES, "ordinal"},
    [CUE_AGO] = {CUES_TIMES, "ago"},
    [CUE_AHEAD] = {CUES_TIMES, "ahead"},
    [CUE_WITHIN] = {CUES_TIMES, "within"},
    [CUE_TIME] = {CUES_TIMES, "time"},
    [CUE_WEEKEND] = {CUES_DATES, "weekend"},
    [CUE_NIGHT] = {CUES_DATES, "night"},
    [CUE_DAY_WORD] = {CUES_TIMES, "day word"},
    [CUE_NEXT] = {CUES_DATES, "next"},
    [CUE_LAST] = {CUES_DATES, "last"},
    [CUE_OF] = {CUES_DATES, "of"},
    [CUE_YEAR_WORD] = {CUES_DATES, "year"},
    [CUE_UNTIL] = {CUES_DATES, "to"},
    [CUE_SINCE] = {CUES_DATES, "since"},
    [CUE_PAST] = {CUES_STATUS, "past"},
    [CUE_ONGOING] = {CUES_STATUS, "ongoing"},
    [CUE_PLANNED] = {CUES_STATUS, "planned"},
    [CUE_SUPPOSED] = {CUES_STATUS, "supposed"},
    [CUE_NOT] = {CUES_STATUS, "not"},
    [CUE_AT] = {CUES_STATUS, "at"},
    [CUE_AWAY] = {CUES_STATUS, "away"},
    [CUE_ANAPHOR] = {CUES_STATUS, "anaphor"},
    [CUE_CLAUSE] = {CUES_STATUS, "clause"},
    [CUE_ACCUSE] = {CUES_CLAIMS, "accuse"},
    [CUE_DENY] = {CUES_CLAIMS, "deny"},
    [CUE_REPORT] = {CUES_CLAIMS, "report"},
    [CUE_URGE] = {CUES_CLAIMS, "urge"},
    [CUE_BETWEEN] = {CUES_CLAIMS, "between"},
    [CUE_AND] = {CUES_CLAIMS, "and"},
    [CUE_FORCES] = {CUES_CLAIMS, "forces"},
    [CUE_PEACEKEEPERS] = {CUES_CLAIMS, "peacekeepers"},
    [CUE_BACKED] = {CUES_CLAIMS, "backed"},
    [CUE_IRREGULARS] = {CUES_CLAIMS, "irregulars"},
    [CUE_EACH_OTHER] = {CUES_CLAIMS, "each other"},
    [CUE_BOTH] = {CUES_CLAIMS, "both"},
    [CUE_COURT] = {CUES_CLAIMS, "court"},
    [CUE_OTHER_SOURCE] = {CUES_CLAIMS, "other source"},
    [CUE_RESPONSIBLE] = {CUES_CLAIMS, "responsible"},
    [CUE_BY] = {CUES_CLAIMS, "by"},
    [CUE_AGAINST] = {CUES_CLAIMS, "against"},
    [CUE_MOVE] = {CUES_MOVEMENT, "move"},
    [CUE_FROM] = {CUES_MOVEMENT, "from"},
    [CUE_PLACE_FRONT] = {CUES_PLACES, "front"},
    [CUE_PLACE_BEHIND] = {CUES_PLACES, "behind"},
    [CUE_NAME_FOLLOWS] = {CUES_PLACES, "name"},
    [CUE_PARTICLE] = {CUES_PLACES, "particle"},
    [CUE_TARGET] = {CUES_MOVEMENT, "to"},
    [CUE_WEAPON] = {CUES_WEAPONS, ""},
};

enum cue_group cues_group(enum cue_role role) {
    return roles[role].group;
}

struct meaning {
    enum cue_group group;
    enum cue_role role;
    int value, strength;
    bool capital; /* only where the word begins with a capital: "May" */
};

static bool find_kind(struct text name, int *value) {
    enum incident_kind kind;
    if (!kind_find(name, &kind))
        return false;
    *value = (int)kind;
    return true;
}

static bool find_role(enum cue_group group, struct text name, struct meaning *meaning) {
    for (int r = 0; r < CUE_ROLES; r++)
        if (roles[r].group == group && r != CUE_EVENT && r != CUE_WEAPON && text_is(name, roles[r].name)) {
            meaning->role = (enum cue_role)r;
            return true;
        }
    meaning->role = group == CUES_WEAPONS ? CUE_WEAPON : CUE_EVENT;
    return (group == CUES_EVENTS || group == CUES_WEAPONS) && find_kind(name, &meaning->value);
}

/* "5", "-1", "5^" (with a capital), or nothing. */
static bool read_value(struct text text, struct meaning *meaning) {
    int64_t value = 0;
    meaning->capital = text_ends(text, TEXT("^"));
    if (meaning->capital)
        text = text_slice(text, 0, text.size - 1);
    if (text.size > 0 && (!number_read_whole(text, &value) || value < -1000 || value > 1000000))
        return false;
    if (meaning->role == CUE_EVENT)
        meaning->strength = (int)value;
    else if (meaning->role != CUE_WEAPON)
        meaning->value = (int)value;
    return true;
}

static bool add_table(struct pattern_book *book, const struct table *table, enum cue_group group, struct arena *arena,
                      struct error *error) {
    size_t patterns, role_column, values;
    if (table->row_count == 0)
        return true;
    if (!table_column(table, "pattern", &patterns, error) || !table_column(table, "role", &role_column, error) ||
        !table_column(table, "value", &values, error))
        return false;
    for (size_t row = 0; row < table->row_count; row++) {
        struct meaning *meaning = ARENA_NEW(arena, struct meaning);
        struct text role = table_cell(table, row, role_column);
        meaning->group = group;
        if (!find_role(group, role, meaning))
            return error_set(error, ERROR_ENVIRONMENT, "%.*s: line %zu: there is no role \"%.*s\" here",
                             TEXT_ARGS(table->name), table->lines[row], TEXT_ARGS(role));
        if (!read_value(table_cell(table, row, values), meaning))
            return error_set(error, ERROR_ENVIRONMENT, "%.*s: line %zu: the value is a whole number, or nothing",
                             TEXT_ARGS(table->name), table->lines[row]);
        if (!pattern_add(book, table_cell(table, row, patterns), meaning))
            return error_set(error, ERROR_ENVIRONMENT,
                             "%.*s: line %zu: a pattern has one to eight words, the first and the last no gap",
                             TEXT_ARGS(table->name), table->lines[row]);
    }
    return true;
}

/* The book of a language, made once and kept with the lexicon. */
static bool read_book(struct lexicon *lexicon, struct text language, struct pattern_book **book, struct error *error) {
    void **slot = lexicon_slot(lexicon, language, "incident patterns");
    struct arena *arena = lexicon_arena(lexicon);
    if (*slot == NULL) {
        struct pattern_book *fresh = pattern_book_new(arena);
        for (int g = 0; g < CUE_GROUPS; g++) {
            const struct table *table;
            if (!lexicon_table(lexicon, language, group_names[g], &table, error) ||
                !add_table(fresh, table, (enum cue_group)g, arena, error))
                return false;
        }
        *slot = fresh;
    }
    *book = *slot;
    return true;
}

/* The longest cue of each group that begins at the word. */
struct finding {
    const struct words *words;
    uint32_t word;
    struct cue best[CUE_GROUPS];
};

static void take_longest(void *context, void *of, uint32_t end) {
    struct finding *finding = context;
    const struct meaning *meaning = of;
    struct cue *best = &finding->best[meaning->group];
    if (meaning->capital && !finding->words->items[finding->word].capital)
        return;
    if (end > best->end)
        *best = (struct cue){meaning->group, meaning->role, meaning->value, meaning->strength, finding->word, end};
}

static void keep_cue(struct cues *cues, const struct cue *cue, struct arena *arena) {
    enum cue_group group = cue->group;
    size_t index = cues->count[group]++;
    cues->items[group] = list_grow(arena, cues->items[group], index, &cues->capacity[group], sizeof *cue);
    cues->items[group][index] = *cue;
    for (uint32_t w = cue->first; w < cue->end; w++)
        cues->at[cue->group][w] = (uint32_t)index + 1;
}

bool cues_read(struct lexicon *lexicon, struct text language, const struct words *words, struct arena *arena,
               struct cues *cues, struct error *error) {
    struct pattern_book *book;
    if (!read_book(lexicon, language, &book, error) || !numeral_book_read(lexicon, language, &cues->numerals, error))
        return false;
    for (int g = 0; g < CUE_GROUPS; g++) {
        cues->items[g] = NULL;
        cues->count[g] = cues->capacity[g] = 0;
        cues->at[g] = ARENA_ARRAY(arena, uint32_t, words->count + 1);
    }
    for (uint32_t w = 0; w < words->count; w++) {
        struct finding finding = {.words = words, .word = w};
        pattern_match(book, words, w, take_longest, &finding);
        for (int g = 0; g < CUE_GROUPS; g++)
            if (finding.best[g].end > 0 && cues->at[g][w] == 0)
                keep_cue(cues, &finding.best[g], arena);
    }
    return true;
}

const struct cue *cues_at(const struct cues *cues, enum cue_group group, uint32_t word) {
    uint32_t index = cues->at[group][word];
    return index == 0 ? NULL : &cues->items[group][index - 1];
}

const struct cue *cues_nearest(const struct cues *cues, const struct words *words, enum cue_role role, uint32_t first,
                               uint32_t end, uint32_t word, uint32_t pause) {
    const struct cue *best = NULL;
    uint32_t best_distance = UINT32_MAX;
    for (uint32_t w = first; w < end; w++) {
        const struct cue *cue = cues_at(cues, cues_group(role), w);
        uint32_t distance = words_distance(words, w, word, pause);
        if (cue != NULL && cue->role == role && distance < best_distance) {
            best = cue;
            best_distance = distance;
        }
    }
    return best;
}
