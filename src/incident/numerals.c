#include "numerals.h"

#include "fold.h"
#include "list.h"
#include "number.h"

enum { TERMS = 8, ATOMS = 8, GROUP_DIGITS = 3, TAIL_BYTES = 9, VALUE_MAX = 100000000 };

/* A word for a number, or a piece of one: "zwanzig", "und". */
struct part {
    struct text key;
    int64_t value;
    bool multiplier, joint, tail; /* `tail`: an ending may follow */
};

struct numeral_book {
    struct part *items;
    size_t count, capacity;
    bool compounds;   /* the language writes them in one word */
    bool begins[256]; /* some part begins with that byte */
};

/* What is added up: terms that fall, "two thousand | three hundred | five". */
struct sum {
    int64_t terms[TERMS];
    size_t count;
    double fraction; /* "1.5" before its thousand, else 0 */
    bool digits;
};

/* One step of reading. */
struct atom {
    int64_t value;
    double fraction;
    bool multiplier, joined, digits;
    uint32_t end;
};

static void add_part(struct numeral_book *book, struct arena *arena, struct text pattern, struct text role,
                     int64_t value) {
    struct text rest = pattern, one;
    bool piece = text_is(role, "part") || text_is(role, "joint");
    while (text_split(&rest, '|', &one)) {
        bool tail = text_ends(one, TEXT("~"));
        struct text stem = tail ? text_slice(one, 0, one.size - 1) : one;
        bool plain = text_find(stem, TEXT(" "), 0) > stem.size && text_find(stem, TEXT("*"), 0) > stem.size;
        if (stem.size == 0 || !plain)
            continue;
        *LIST_PUSH(arena, book) =
            (struct part){fold_key(arena, stem), value, text_is(role, "multiplier"), text_is(role, "joint"), tail};
        book->compounds |= piece;
        struct text key = book->items[book->count - 1].key;
        if (key.size > 0)
            book->begins[(unsigned char)key.data[0]] = true;
    }
}

bool numeral_book_read(struct lexicon *lexicon, struct text language, const struct numeral_book **book,
                       struct error *error) {
    void **slot = lexicon_slot(lexicon, language, "numerals");
    if (*slot == NULL) {
        struct arena *arena = lexicon_arena(lexicon);
        struct numeral_book *fresh = ARENA_NEW(arena, struct numeral_book);
        const struct table *table;
        size_t patterns = 0, roles = 1, values = 2;
        if (!lexicon_table(lexicon, language, "numbers", &table, error))
            return false;
        for (size_t row = 0; row < table->row_count; row++) {
            struct text role = table_cell(table, row, roles);
            int64_t value = 0;
            bool number = text_is(role, "cardinal") || text_is(role, "multiplier") || text_is(role, "part");
            if (number && number_read_whole(table_cell(table, row, values), &value))
                add_part(fresh, arena, table_cell(table, row, patterns), role, value);
            else if (text_is(role, "joint") && table_cell(table, row, values).size == 0) /* inside words */
                add_part(fresh, arena, table_cell(table, row, patterns), role, 0);
        }
        *slot = fresh;
    }
    *book = *slot;
    return true;
}

/* The first power of ten that nothing said so far has taken: 100 behind "three hundred". */
static int64_t room_of(int64_t last) {
    int64_t room = 1;
    while (last > 0 && last % (room * 10) == 0)
        room *= 10;
    return room;
}

/* "soixante-quinze", "ოცდათხუთმეტი": scores that go on to nineteen. */
static bool is_score(int64_t last) {
    return last % 100 != 0 && last % 20 == 0;
}

static bool add_cardinal(struct sum *sum, const struct atom *atom) {
    int64_t last = sum->count > 0 ? sum->terms[sum->count - 1] : 0, value = atom->value;
    bool fits = last == 0 || value < room_of(last) || (is_score(last) && value < 20 && value >= 10);
    bool turned = last > 0 && last < 10 && (atom->joined ? value >= 20 && value < 100 && value % 10 == 0 : value == 10);
    if ((!fits && !turned) || sum->count == TERMS || (sum->count > 0 && (sum->digits || atom->digits)))
        return false;
    sum->terms[sum->count++] = value;
    sum->fraction = atom->fraction;
    sum->digits = atom->digits;
    return true;
}

/* "two hundred thirty | thousand": all that is smaller is multiplied. */
static bool multiply(struct sum *sum, int64_t by) {
    int64_t whole = 0;
    size_t count = sum->count;
    while (count > 0 && sum->terms[count - 1] < by)
        whole += sum->terms[--count];
    bool alone = count == sum->count && sum->fraction == 0;
    if (count == TERMS || whole > VALUE_MAX / by || (alone && count > 0 && sum->digits))
        return false;
    sum->terms[count] = alone ? by : whole * by + (int64_t)(sum->fraction * (double)by + 0.5);
    sum->count = count + 1;
    sum->fraction = 0;
    sum->digits = false;
    return true;
}

static bool take_atom(struct sum *sum, const struct atom *atom) {
    return atom->multiplier ? multiply(sum, atom->value) : add_cardinal(sum, atom);
}

static int64_t total_of(const struct sum *sum) {
    int64_t total = 0;
    for (size_t i = 0; i < sum->count; i++)
        total += sum->terms[i];
    return total;
}

/* The rest of a word as parts; true if nothing is left but an ending. */
static bool read_parts(const struct numeral_book *book, struct text rest, const struct sum *before, bool joined,
                       int depth, struct sum *sum) {
    if (rest.size == 0) {
        *sum = *before;
        return !joined && depth > 1;
    }
    for (size_t i = 0; i < book->count && depth < ATOMS; i++) {
        const struct part *part = &book->items[i];
        if (!text_starts(rest, part->key) || (part->joint && (joined || depth == 0)))
            continue;
        struct text behind = text_slice(rest, part->key.size, rest.size);
        struct sum next = *before;
        struct atom atom = {.value = part->value, .multiplier = part->multiplier, .joined = joined};
        if (!part->joint && !take_atom(&next, &atom))
            continue;
        if (part->tail && depth > 0 && behind.size <= TAIL_BYTES)
            behind = TEXT_NONE;
        if (read_parts(book, behind, &next, part->joint, depth + !part->joint, sum))
            return true;
    }
    return false;
}

static bool read_compound(const struct cues *cues, struct text key, struct atom *atom) {
    struct sum none = {0}, sum;
    if (cues->numerals == NULL || !cues->numerals->compounds || key.size == 0 ||
        !cues->numerals->begins[(unsigned char)key.data[0]] || !read_parts(cues->numerals, key, &none, false, 0, &sum))
        return false;
    atom->value = total_of(&sum);
    return true;
}

static bool is_group(const struct words *words, uint32_t word) {
    struct text key = words->items[word].key;
    int digits = 0;
    if (!words->items[word].number)
        return false;
    for (size_t at = 0; at < key.size; digits++) {
        uint32_t c = text_next(key, &at);
        bool digit = (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
        if (!digit)
            return digits == GROUP_DIGITS && c != '.' && c != ',';
    }
    return digits == GROUP_DIGITS;
}

static size_t letters_of(struct text key) {
    size_t count = 0;
    for (size_t at = 0; at < key.size; count++)
        text_next(key, &at);
    return count;
}

bool numeral_goes_on(const struct words *words, uint32_t word) {
    if (word + 1 >= words->count || words->items[word + 1].sentence != words->items[word].sentence ||
        words->items[word + 1].pause != words->items[word].pause || !is_group(words, word + 1))
        return false;
    struct span a = words->items[word].span, b = words->items[word + 1].span;
    uint32_t mark = words->items[word + 1].mark;
    bool apart = mark == 0 ? !words->items[word + 1].glued
                           : words->items[word + 1].glued && (mark == '\'' || mark == 0x2019 || mark == 0x66C);
    return apart && b.start - a.end <= 3 && letters_of(words->items[word].key) <= GROUP_DIGITS;
}

static bool read_digits(const struct words *words, uint32_t word, struct atom *atom) {
    atom->digits = true;
    atom->end = word + 1;
    if (!words_number(words->items[word].key, &atom->value))
        return words_decimal(words->items[word].key, &atom->value, &atom->fraction);
    while (numeral_goes_on(words, atom->end - 1)) {
        int64_t group;
        if (!words_number(words->items[atom->end].key, &group) || atom->value > VALUE_MAX)
            break;
        atom->value = atom->value * 1000 + group;
        atom->end++;
    }
    return true;
}

/* "وعشرون": the "and" is written with the word. */
static bool read_prefixed(const struct cues *cues, struct text key, struct atom *atom) {
    const struct numeral_book *book = cues->numerals;
    for (size_t j = 0; book != NULL && book->compounds && j < book->count; j++) {
        if (!book->items[j].joint || !text_starts(key, book->items[j].key))
            continue;
        struct text rest = text_slice(key, book->items[j].key.size, key.size);
        for (size_t i = 0; i < book->count; i++)
            if (!book->items[i].joint && text_equal(book->items[i].key, rest)) {
                atom->value = book->items[i].value;
                atom->multiplier = book->items[i].multiplier;
                atom->joined = true;
                return true;
            }
    }
    return false;
}

static bool read_multiplier(const struct cues *cues, struct text key, struct atom *atom) {
    const struct numeral_book *book = cues->numerals;
    for (size_t i = 0; book != NULL && i < book->count; i++)
        if (book->items[i].multiplier && text_equal(book->items[i].key, key)) {
            atom->value = book->items[i].value;
            atom->multiplier = true;
            return true;
        }
    return false;
}

static bool read_atom(const struct words *words, const struct cues *cues, uint32_t word, bool first,
                      struct atom *atom) {
    *atom = (struct atom){.end = word + 1};
    if (words->items[word].number)
        return read_digits(words, word, atom);
    const struct cue *cue = cues_at(cues, CUES_NUMBERS, word);
    if (cue != NULL && cue->first == word && (cue->role == CUE_CARDINAL || cue->role == CUE_MULTIPLIER)) {
        atom->value = cue->value;
        atom->multiplier = cue->role == CUE_MULTIPLIER;
        atom->end = cue->end;
        return true;
    }
    if (!first && cue != NULL && cue->role == CUE_VAGUE && read_multiplier(cues, words->items[word].key, atom))
        return true; /* "1,5 тысячи человек" */
    return read_compound(cues, words->items[word].key, atom) ||
           (!first && read_prefixed(cues, words->items[word].key, atom));
}

/* "thirty and five", "بیست و پنج": the word between two parts of one number, and what is least in front of it. */
static bool is_joint(const struct words *words, const struct cues *cues, uint32_t word, int64_t last) {
    const struct cue *cue = word < words->count ? cues_at(cues, CUES_NUMBERS, word) : NULL;
    return cue != NULL && cue->role == CUE_JOINT && cue->first == word && last >= cue->value;
}

static bool goes_on_at(const struct words *words, uint32_t from, uint32_t word) {
    return word < words->count && words->items[word].sentence == words->items[from].sentence &&
           words->items[word].pause == words->items[from].pause;
}

bool numeral_read(const struct words *words, const struct cues *cues, uint32_t word, int64_t *value, uint32_t *end) {
    struct sum sum = {0};
    struct atom atom;
    if (!read_atom(words, cues, word, true, &atom) || !take_atom(&sum, &atom))
        return false;
    uint32_t behind = atom.end;
    while (goes_on_at(words, word, behind)) {
        bool joint = is_joint(words, cues, behind, sum.terms[sum.count - 1]);
        struct sum next = sum;
        if (joint && !goes_on_at(words, word, behind + 1))
            break;
        if (!read_atom(words, cues, behind + joint, false, &atom) || (joint && atom.digits))
            break;
        atom.joined |= joint;
        if (!take_atom(&next, &atom))
            break;
        sum = next;
        behind = atom.end;
    }
    *value = total_of(&sum);
    *end = behind;
    return sum.fraction == 0 && *value <= VALUE_MAX;
}
