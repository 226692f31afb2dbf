#include "corrections.h"

#include "fold.h"
#include "json.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CORRECTIONS_MAX = 100000 };

static const double OFFSET_MAX = 1e9;

struct reading_file {
    const struct gazetteer *gazetteer;
    struct arena *arena;
    struct error *error;
};

static bool wrong(const struct reading_file *file, size_t number, const char *what) {
    return error_set(file->error, ERROR_INPUT, "correction %zu: %s", number, what);
}

/* A misspelt key would be a correction that is silently not made. */
static bool check_keys(const struct reading_file *file, const cJSON *object, size_t number) {
    static const char *const known[] = {"article", "field", "start", "end", "text", "name", "ref", "note"};
    const cJSON *member;
    cJSON_ArrayForEach(member, object) {
        bool found = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            found = found || strcmp(member->string, known[i]) == 0;
        if (!found)
            return error_set(file->error, ERROR_INPUT,
                             "correction %zu: nothing is called '%.40s'; known are article, field, start, end, text, "
                             "name, ref, note",
                             number, member->string);
    }
    return true;
}

static bool read_ref(const struct reading_file *file, const cJSON *object, struct correction *correction) {
    struct text ref;
    if (cJSON_IsNull(cJSON_GetObjectItemCaseSensitive(object, "ref"))) {
        correction->place = PLACE_NONE;
        return true;
    }
    if (!json_find_text(object, "ref", &ref))
        return wrong(file, correction->number, "\"ref\" must say the place (\"geonames:1528735\"), or null for none");
    correction->place = gazetteer_place_of(file->gazetteer, ref);
    return correction->place != PLACE_NONE ||
           error_set(file->error, ERROR_INPUT, "correction %zu: no place has the reference '%.80s'", correction->number,
                     text_c(file->arena, ref));
}

static bool read_offset(const cJSON *object, const char *key, size_t *offset) {
    double value;
    if (!json_find_number(object, key, &value) || value < 0 || value > OFFSET_MAX || floor(value) != value)
        return false;
    *offset = (size_t)value;
    return true;
}

static bool read_span(const struct reading_file *file, const cJSON *object, struct correction *correction) {
    struct text field = TEXT("text"), text = TEXT_NONE;
    (void)json_find_text(object, "field", &field);
    (void)json_find_text(object, "text", &text);
    if (correction->article.size == 0)
        return wrong(file, correction->number, "a span needs \"article\", the id of the article that it lies in");
    if (!read_offset(object, "start", &correction->start) || !read_offset(object, "end", &correction->end) ||
        correction->start >= correction->end)
        return wrong(file, correction->number,
                     "\"start\" and \"end\" must be whole numbers of code points, the first below the second");
    if (!text_is(field, "text") && !text_is(field, "title"))
        return wrong(file, correction->number, "\"field\" must be \"text\" or \"title\"");
    correction->field = text_is(field, "title") ? ARTICLE_TITLE : ARTICLE_TEXT;
    correction->text = text_copy(file->arena, text);
    return true;
}

static bool read_name(const struct reading_file *file, const cJSON *object, struct correction *correction) {
    struct text name;
    if (!json_find_text(object, "name", &name))
        return wrong(file, correction->number, "it needs \"start\" and \"end\" of a span, or a \"name\"");
    correction->name = fold_key(file->arena, name);
    return correction->name.size > 0 || wrong(file, correction->number, "\"name\" has no letters");
}

static bool read_correction(const struct reading_file *file, const cJSON *object, struct correction *correction) {
    struct text article = TEXT_NONE;
    if (!cJSON_IsObject(object))
        return wrong(file, correction->number, "it must be an object");
    if (!check_keys(file, object, correction->number) || !read_ref(file, object, correction))
        return false;
    (void)json_find_text(object, "article", &article);
    correction->article = text_copy(file->arena, article);
    bool span = cJSON_HasObjectItem(object, "start") || cJSON_HasObjectItem(object, "end");
    if (span && cJSON_HasObjectItem(object, "name"))
        return wrong(file, correction->number, "it corrects a span or a name, not both");
    return span ? read_span(file, object, correction) : read_name(file, object, correction);
}

static size_t words_in(struct text key) {
    size_t words = 1;
    for (size_t i = 0; i < key.size; i++)
        words += key.data[i] == ' ';
    return words;
}

static int compare_names(const void *a, const void *b) {
    const struct correction *left = a, *right = b;
    int order = text_compare(left->name, right->name);
    return order != 0 ? order : text_compare(left->article, right->article);
}

static bool span_goes_first(const struct correction *a, const struct correction *b) {
    return a->field != b->field ? a->field == ARTICLE_TITLE : a->start < b->start;
}

static int compare_spans(const void *a, const void *b) {
    const struct correction *left = a, *right = b;
    int order = text_compare(left->article, right->article);
    if (order != 0)
        return order;
    return span_goes_first(left, right) ? -1 : span_goes_first(right, left);
}

static bool contradict(const struct correction *a, const struct correction *b) {
    if (!text_equal(a->article, b->article) || !text_equal(a->name, b->name))
        return false;
    return a->name.size > 0 || (a->field == b->field && b->start < a->end);
}

static bool check_order(const struct reading_file *file, const struct correction *items, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (contradict(&items[i - 1], &items[i])) {
            size_t a = items[i - 1].number, b = items[i].number;
            return error_set(file->error, ERROR_INPUT, "corrections %zu and %zu are of the same words; keep one",
                             a < b ? a : b, a < b ? b : a);
        }
    return true;
}

static bool sort_corrections(const struct reading_file *file, struct corrections *corrections) {
    if (corrections->span_count > 1)
        qsort(corrections->spans, corrections->span_count, sizeof *corrections->spans, compare_spans);
    if (corrections->name_count > 1)
        qsort(corrections->names, corrections->name_count, sizeof *corrections->names, compare_names);
    return check_order(file, corrections->spans, corrections->span_count) &&
           check_order(file, corrections->names, corrections->name_count);
}

static bool read_list(const struct reading_file *file, const cJSON *root, struct corrections *corrections) {
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(root, "corrections"), *object;
    int count = cJSON_IsArray(list) ? cJSON_GetArraySize(list) : -1;
    if (count < 0 || count > CORRECTIONS_MAX)
        return error_set(file->error, ERROR_INPUT,
                         count < 0 ? "there is no array \"corrections\" in it"
                                   : "there are more than 100000 corrections in it");
    struct corrections read = {.spans = ARENA_ARRAY(file->arena, struct correction, (size_t)count + 1),
                               .names = ARENA_ARRAY(file->arena, struct correction, (size_t)count + 1)};
    size_t number = 0;
    cJSON_ArrayForEach(object, list) {
        struct correction correction = {.place = PLACE_NONE, .number = ++number};
        if (!read_correction(file, object, &correction))
            return false;
        if (correction.name.size == 0) {
            read.spans[read.span_count++] = correction;
            continue;
        }
        read.names[read.name_count++] = correction;
        size_t words = words_in(correction.name);
        read.most_words = words > read.most_words ? words : read.most_words;
    }
    if (!sort_corrections(file, &read))
        return false;
    *corrections = read;
    return true;
}

bool corrections_read(struct text json, const struct gazetteer *gazetteer, struct arena *arena,
                      struct corrections *corrections, struct error *error) {
    struct reading_file file = {gazetteer, arena, error};
    cJSON *root = NULL;
    if (!json_read(json, &root, error))
        return false;
    bool done = read_list(&file, root, corrections);
    cJSON_Delete(root);
    return done;
}

/* The first entry that is not below the name. */
static size_t first_of_name(const struct corrections *corrections, struct text name) {
    size_t low = 0, high = corrections->name_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(corrections->names[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct correction *corrections_of_name(const struct corrections *corrections, struct text name,
                                             struct text article) {
    const struct correction *everywhere = NULL;
    for (size_t i = first_of_name(corrections, name); i < corrections->name_count; i++) {
        const struct correction *correction = &corrections->names[i];
        if (!text_equal(correction->name, name))
            break;
        if (correction->article.size == 0)
            everywhere = correction;
        else if (text_equal(correction->article, article))
            return correction;
    }
    return everywhere;
}

static size_t first_of_article(const struct corrections *corrections, struct text article) {
    size_t low = 0, high = corrections->span_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(corrections->spans[middle].article, article) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Bytes before so many code points; SIZE_MAX beyond the end. */
static size_t byte_of(struct text text, size_t code_points) {
    size_t at = 0;
    for (; code_points > 0 && at < text.size; code_points--)
        (void)text_next(text, &at);
    return code_points > 0 ? SIZE_MAX : at;
}

/* Where the words stand nearest to the byte; SIZE_MAX if nowhere. */
static size_t find_nearest(struct text text, struct text words, size_t byte) {
    size_t best = SIZE_MAX, least = SIZE_MAX;
    for (size_t at = text_find(text, words, 0); at < text.size; at = text_find(text, words, at + 1)) {
        size_t distance = at > byte ? at - byte : byte - at;
        if (distance < least) {
            least = distance;
            best = at;
        }
    }
    return best;
}

static bool locate_span(const struct correction *correction, const struct article *article, struct span *span) {
    struct text text = article_field_text(article, correction->field);
    size_t start = byte_of(text, correction->start), end = byte_of(text, correction->end);
    bool there = start < text.size && end <= text.size;
    if (correction->text.size > 0 && !(there && text_equal(text_slice(text, start, end), correction->text))) {
        start = find_nearest(text, correction->text, there ? start : text.size);
        end = start + correction->text.size;
        there = start != SIZE_MAX;
    }
    if (there)
        *span = (struct span){correction->field, (uint32_t)start, (uint32_t)end};
    return there;
}

static int compare_places(const void *a, const void *b) {
    const struct corrected_span *left = a, *right = b;
    if (left->span.field != right->span.field)
        return left->span.field == ARTICLE_TITLE ? -1 : 1;
    return left->span.start < right->span.start ? -1 : left->span.start > right->span.start;
}

size_t corrections_of_article(const struct corrections *corrections, const struct article *article, struct arena *arena,
                              struct corrected_span **spans, size_t *missed) {
    size_t first = first_of_article(corrections, article->id), end, count = 0, kept = 0;
    for (end = first; end < corrections->span_count; end++)
        if (!text_equal(corrections->spans[end].article, article->id))
            break;
    struct corrected_span *found = ARENA_ARRAY(arena, struct corrected_span, end - first + 1);
    for (size_t i = first; i < end; i++) {
        struct span span;
        if (locate_span(&corrections->spans[i], article, &span))
            found[count++] = (struct corrected_span){span, corrections->spans[i].place};
    }
    if (count > 1)
        qsort(found, count, sizeof *found, compare_places);
    for (size_t i = 0; i < count; i++) {
        const struct span *last = kept > 0 ? &found[kept - 1].span : NULL;
        if (!last || last->field != found[i].span.field || last->end <= found[i].span.start)
            found[kept++] = found[i];
    }
    *missed = end - first - kept;
    *spans = found;
    return kept;
}
