#include "atlas_words.h"

#include "atlas.h"
#include "incident.h"
#include "page_size.h"
#include "picture_format.h"
#include "ref.h"

static bool read_one(const cJSON *value, const struct json_spot *spot, json_reader *check, struct text_list *list) {
    struct text word;
    if (!json_read_words(value, spot, &word))
        return false;
    if (word.size == 0)
        return json_wants(spot, "a text that is not empty");
    if (check && !check(value, spot, &word))
        return false;
    text_list_add(list, word, spot->arena);
    return true;
}

/* A text or a list of texts, each as `check` wants it. */
static bool read_list(const cJSON *value, const struct json_spot *spot, json_reader *check, void *into) {
    struct text_list list = {0};
    const cJSON *item;
    size_t index = 0;
    if (cJSON_IsString(value)) {
        if (!read_one(value, spot, check, &list))
            return false;
    } else if (!cJSON_IsArray(value))
        return json_wants(spot, "a text or a list of texts");
    cJSON_ArrayForEach(item, value) {
        struct json_spot at = {spot, NULL, index++, spot->arena, spot->error, spot->context};
        if (!read_one(item, &at, check, &list))
            return false;
    }
    *(struct text_list *)into = list;
    return true;
}

bool atlas_words_list(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_list(value, spot, NULL, into);
}

static bool check_area(const cJSON *value, const struct json_spot *spot, void *word) {
    struct text ref = *(struct text *)word;
    (void)value;
    return text_find(ref, TEXT(":"), 0) < ref.size ||
           json_says(spot, "'%.60s' is no reference: wants border:KG-TJ, country:GE, admin1:UA-65 …",
                     value->valuestring);
}

bool atlas_words_areas(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_list(value, spot, check_area, into);
}

static const char *kind_name(size_t index) {
    return incident_kind_name((enum incident_kind)index);
}

static bool check_kind(const cJSON *value, const struct json_spot *spot, void *word) {
    size_t choice;
    (void)word;
    return json_read_choice(value, spot, kind_name, INCIDENT_KINDS, &choice);
}

bool atlas_words_kinds(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_list(value, spot, check_kind, into);
}

static const char *status_name(size_t index) {
    return incident_status_name((enum incident_status)index);
}

static bool check_status(const cJSON *value, const struct json_spot *spot, void *word) {
    size_t choice;
    (void)word;
    return json_read_choice(value, spot, status_name, STATUS_DENIED + 1, &choice);
}

bool atlas_words_statuses(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_list(value, spot, check_status, into);
}

static bool is_code(struct text word) {
    bool code = word.size == 2 || word.size == 3;
    for (size_t i = 0; i < word.size; i++)
        code = code && word.data[i] >= 'a' && word.data[i] <= 'z';
    return code;
}

/* "fr", or "fr,local" with second names. */
static bool check_language(const cJSON *value, const struct json_spot *spot, void *word) {
    struct text second = *(struct text *)word, first;
    (void)value;
    text_split(&second, ',', &first);
    return (is_code(first) && (second.data == NULL || is_code(second) || text_is(second, "local"))) ||
           json_wants(spot, "the code of a language, \"fr\", or two: \"fr,local\"");
}

bool atlas_words_languages(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_list(value, spot, check_language, into);
}

static bool check_size(const cJSON *value, const struct json_spot *spot, void *word) {
    struct page_size page;
    struct error error = {0};
    (void)value;
    return page_size_read(*(struct text *)word, &page, &error) || json_says(spot, "%s", error.message);
}

bool atlas_words_sizes(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_list(value, spot, check_size, into);
}

static bool check_format(const cJSON *value, const struct json_spot *spot, void *word) {
    size_t index;
    return picture_format_find(*(struct text *)word, &index) ||
           json_says(spot, "'%.60s' is no format; it takes %.*s", value->valuestring,
                     TEXT_ARGS(picture_format_names(spot->arena)));
}

bool atlas_words_formats(const cJSON *value, const struct json_spot *spot, void *into) {
    return read_list(value, spot, check_format, into);
}

bool atlas_words_day(const cJSON *value, const struct json_spot *spot, void *into) {
    if (!cJSON_IsString(value) || !atlas_day_read(text_of(value->valuestring), into))
        return json_wants(spot, "a date, \"2022-09-14\", or days before the newest account: \"-7d\", \"-2w\", "
                                "\"-3m\", \"-1y\"");
    return true;
}

static const char *disputed_name(size_t index) {
    static const char *const names[] = {"hatch", "dash", "hide"};
    return names[index];
}

bool atlas_words_disputed(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t choice;
    if (!json_read_choice(value, spot, disputed_name, 3, &choice))
        return false;
    *(struct text *)into = text_of(disputed_name(choice));
    return true;
}

static const char *series_name(size_t index) {
    static const char *const names[] = {[SERIES_NONE] = "none", [SERIES_WEEK] = "week", [SERIES_MONTH] = "month"};
    return names[index];
}

bool atlas_words_series(const cJSON *value, const struct json_spot *spot, void *into) {
    size_t choice;
    if (!json_read_choice(value, spot, series_name, SERIES_MONTH + 1, &choice))
        return false;
    *(enum atlas_series *)into = (enum atlas_series)choice;
    return true;
}

bool atlas_words_safe(const cJSON *value, const struct json_spot *spot, void *into) {
    struct error error = {0};
    if (!cJSON_IsString(value))
        return json_wants(spot, "a text: \"grid=10km,delay=7d\"");
    return safe_read(text_of(value->valuestring), spot->arena, into, &error) || json_says(spot, "%s", error.message);
}
