#include "edit.h"

#include "json.h"
#include "likeness.h"
#include "list.h"

#include <math.h>
#include <string.h>

enum { LISTED = 500, WORDS = 4000 };

static const char *const side_names[SIDES + 1] = {[SIDE_NONE] = "",
                                                  [SIDE_RIGHT_ABOVE] = "right-above",
                                                  [SIDE_RIGHT] = "right",
                                                  [SIDE_RIGHT_BELOW] = "right-below",
                                                  [SIDE_ABOVE] = "above",
                                                  [SIDE_BELOW] = "below",
                                                  [SIDE_LEFT_ABOVE] = "left-above",
                                                  [SIDE_LEFT] = "left",
                                                  [SIDE_LEFT_BELOW] = "left-below"};

static const char *const kind_names[KINDS + 1] = {
    [KIND_TOWN] = "town",     [KIND_CITY] = "city", [KIND_CAPITAL] = "capital", [KIND_COUNTRY] = "country",
    [KIND_REGION] = "region", [KIND_AREA] = "area", [KIND_WATER] = "water",     [KIND_NOTE] = "note"};

/* Where in the file one is: "add[2].text". */
struct spot {
    struct arena *arena;
    const char *path;
    struct error *error;
};

static struct spot member_of(const struct spot *spot, const char *name) {
    struct text path = text_format(spot->arena, "%s%s%s", spot->path, spot->path[0] ? "." : "", name);
    return (struct spot){spot->arena, text_c(spot->arena, path), spot->error};
}

static struct spot item_of(const struct spot *spot, size_t index) {
    struct text path = text_format(spot->arena, "%s[%zu]", spot->path, index);
    return (struct spot){spot->arena, text_c(spot->arena, path), spot->error};
}

static bool wants(const struct spot *spot, const char *what) {
    return error_set(spot->error, ERROR_INPUT, "%s: wants %s", spot->path, what);
}

static bool unknown_key(const struct spot *spot, const char *const *known) {
    const char *dot = strrchr(spot->path, '.');
    struct text name = text_of(dot ? dot + 1 : spot->path);
    return error_set(spot->error, ERROR_INPUT, "%s: there is no such key%s", spot->path,
                     likeness_hint(name, known, spot->arena));
}

static bool read_words(const cJSON *value, const struct spot *spot, struct text *words) {
    if (!cJSON_IsString(value))
        return wants(spot, "a text");
    if (strlen(value->valuestring) > WORDS)
        return wants(spot, "a text of at most 4,000 bytes");
    *words = text_copy(spot->arena, text_of(value->valuestring));
    return true;
}

static bool read_numbers(const cJSON *value, size_t count, double *numbers) {
    if (!cJSON_IsArray(value) || cJSON_GetArraySize(value) != (int)count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const cJSON *item = cJSON_GetArrayItem(value, (int)i);
        if (!cJSON_IsNumber(item) || !isfinite(item->valuedouble))
            return false;
        numbers[i] = item->valuedouble;
    }
    return true;
}

static bool read_lonlat(const cJSON *value, const struct spot *spot, struct lonlat *at) {
    double numbers[2];
    if (!read_numbers(value, 2, numbers) || fabs(numbers[0]) > 360 || fabs(numbers[1]) > 90)
        return wants(spot, "[longitude, latitude] in degrees");
    *at = (struct lonlat){numbers[0], numbers[1]};
    return true;
}

static bool read_frame(const cJSON *value, const struct spot *spot, struct bounds *frame) {
    double n[4];
    if (!read_numbers(value, 4, n) || !bounds_of(n[0], n[1], n[2], n[3], frame))
        return wants(spot, "[west, south, east, north] in degrees");
    return true;
}

/* A reference, or a position. */
static bool read_anchor(const cJSON *value, const struct spot *spot, struct edit_anchor *anchor) {
    if (cJSON_IsArray(value))
        return read_lonlat(value, spot, &anchor->at);
    if (!cJSON_IsString(value) || value->valuestring[0] == '\0')
        return wants(spot, "[longitude, latitude] or a reference such as \"geonames:1528249\"");
    anchor->ref = text_copy(spot->arena, text_of(value->valuestring));
    return true;
}

/* Which of the names (ended by NULL) from `first` on. */
static bool read_choice(const cJSON *value, const struct spot *spot, const char *const *names, size_t first,
                        size_t *choice) {
    if (!cJSON_IsString(value))
        return wants(spot, "a text");
    for (size_t i = first; names[i]; i++)
        if (strcmp(names[i], value->valuestring) == 0) {
            *choice = i;
            return true;
        }
    const char *hint = likeness_hint(text_of(value->valuestring), names + first, spot->arena);
    return error_set(spot->error, ERROR_INPUT, "%s: \"%.200s\" is none of %s … %s%s", spot->path, value->valuestring,
                     names[first], names[first + 1], hint);
}

static bool read_side(const cJSON *value, const struct spot *spot, enum edit_side *side) {
    size_t choice = 0;
    if (!read_choice(value, spot, side_names, 1, &choice))
        return false;
    *side = (enum edit_side)choice;
    return true;
}

/* A side, or where its middle goes. */
static bool read_place(const cJSON *value, const struct spot *spot, enum edit_side *side, struct lonlat *to) {
    if (cJSON_IsString(value))
        return read_side(value, spot, side);
    if (cJSON_IsArray(value))
        return read_lonlat(value, spot, to);
    return wants(spot, "[longitude, latitude] or a side such as \"left-above\"");
}

static bool check_list(const cJSON *value, bool object, const struct spot *spot) {
    if (object ? !cJSON_IsObject(value) : !cJSON_IsArray(value))
        return wants(spot, object ? "an object" : "a list");
    return cJSON_GetArraySize(value) <= LISTED || wants(spot, "at most 500 entries");
}

static bool read_hidden(const cJSON *value, const struct spot *spot, struct edit *edit) {
    const cJSON *item;
    size_t i = 0;
    if (!check_list(value, false, spot))
        return false;
    cJSON_ArrayForEach(item, value) {
        struct spot here = item_of(spot, i++);
        if (!read_words(item, &here, LIST_PUSH(spot->arena, &edit->hidden)))
            return false;
    }
    return true;
}

static bool read_renamed(const cJSON *value, const struct spot *spot, struct edit *edit) {
    const cJSON *item;
    if (!check_list(value, true, spot))
        return false;
    cJSON_ArrayForEach(item, value) {
        struct spot here = member_of(spot, item->string);
        struct edit_label label = {.key = text_copy(spot->arena, text_of(item->string))};
        if (!read_words(item, &here, &label.words))
            return false;
        if (text_trim(label.words).size == 0)
            return wants(&here, "words; a label is hidden by \"hide\"");
        *LIST_PUSH(spot->arena, &edit->renamed) = label;
    }
    return true;
}

static bool read_moved(const cJSON *value, const struct spot *spot, struct edit *edit) {
    const cJSON *item;
    if (!check_list(value, true, spot))
        return false;
    cJSON_ArrayForEach(item, value) {
        struct spot here = member_of(spot, item->string);
        struct edit_label label = {.key = text_copy(spot->arena, text_of(item->string))};
        if (!read_place(item, &here, &label.side, &label.to))
            return false;
        *LIST_PUSH(spot->arena, &edit->moved) = label;
    }
    return true;
}

static bool read_addition_member(const cJSON *value, const struct spot *spot, struct edit_addition *addition,
                                 bool *anchored) {
    static const char *const keys[] = {"text", "at", "kind", "side", NULL};
    size_t key = 0, kind = 0;
    while (keys[key] && strcmp(keys[key], value->string) != 0)
        key++;
    switch (key) {
    case 0: return read_words(value, spot, &addition->words);
    case 1: *anchored = true; return read_anchor(value, spot, &addition->anchor);
    case 2:
        if (!read_choice(value, spot, kind_names, 0, &kind))
            return false;
        addition->kind = (enum edit_kind)kind;
        return true;
    case 3: return read_side(value, spot, &addition->side);
    default: return unknown_key(spot, keys);
    }
}

static bool read_addition(const cJSON *object, const struct spot *spot, struct edit *edit) {
    struct edit_addition addition = {.kind = KIND_TOWN};
    bool anchored = false;
    const cJSON *value;
    if (!cJSON_IsObject(object))
        return wants(spot, "an object with \"text\" and \"at\"");
    cJSON_ArrayForEach(value, object) {
        struct spot here = member_of(spot, value->string);
        if (!read_addition_member(value, &here, &addition, &anchored))
            return false;
    }
    if (!anchored || (addition.words.size == 0 && addition.anchor.ref.size == 0))
        return wants(spot, "\"at\", and \"text\" where that is no reference");
    *LIST_PUSH(spot->arena, &edit->added) = addition;
    return true;
}

static bool read_callout(const cJSON *object, const struct spot *spot, struct edit *edit) {
    static const char *const keys[] = {"text", "at", "to", NULL};
    struct edit_callout callout = {.placed = false};
    bool anchored = false;
    const cJSON *value;
    if (!cJSON_IsObject(object))
        return wants(spot, "an object with \"text\" and \"at\"");
    cJSON_ArrayForEach(value, object) {
        struct spot here = member_of(spot, value->string);
        bool at = strcmp(value->string, "at") == 0, to = strcmp(value->string, "to") == 0;
        bool read = strcmp(value->string, "text") == 0 ? read_words(value, &here, &callout.words)
                    : at                               ? read_anchor(value, &here, &callout.anchor)
                    : to                               ? read_lonlat(value, &here, &callout.to)
                                                       : unknown_key(&here, keys);
        if (!read)
            return false;
        anchored = anchored || at;
        callout.placed = callout.placed || to;
    }
    if (!anchored || text_trim(callout.words).size == 0)
        return wants(spot, "\"text\" and \"at\"");
    *LIST_PUSH(spot->arena, &edit->callouts) = callout;
    return true;
}

static bool read_highlight(const cJSON *value, const struct spot *spot, struct edit *edit) {
    static const char *const keys[] = {"ref", "legend", NULL};
    struct edit_highlight highlight = {0};
    const cJSON *member;
    if (cJSON_IsString(value))
        highlight.ref = text_copy(spot->arena, text_of(value->valuestring));
    else if (!cJSON_IsObject(value))
        return wants(spot, "a reference such as \"border:KG-TJ\", or an object with \"ref\" and \"legend\"");
    const cJSON *object = cJSON_IsObject(value) ? value : NULL;
    cJSON_ArrayForEach(member, object) {
        struct spot here = member_of(spot, member->string);
        bool read = strcmp(member->string, "ref") == 0      ? read_words(member, &here, &highlight.ref)
                    : strcmp(member->string, "legend") == 0 ? read_words(member, &here, &highlight.legend)
                                                            : unknown_key(&here, keys);
        if (!read)
            return false;
    }
    if (highlight.ref.size == 0)
        return wants(spot, "a reference such as \"border:KG-TJ\"");
    *LIST_PUSH(spot->arena, &edit->highlights) = highlight;
    return true;
}

typedef bool item_reader(const cJSON *item, const struct spot *spot, struct edit *edit);

static bool read_items(const cJSON *list, const struct spot *spot, item_reader *reader, struct edit *edit) {
    const cJSON *item;
    size_t i = 0;
    if (!check_list(list, false, spot))
        return false;
    cJSON_ArrayForEach(item, list) {
        struct spot here = item_of(spot, i++);
        if (!reader(item, &here, edit))
            return false;
    }
    return true;
}

static bool read_version(const cJSON *value, const struct spot *spot) {
    return (cJSON_IsNumber(value) && value->valuedouble == EDIT_VERSION) ||
           wants(spot, "1, the version of the format that this program reads");
}

static bool read_member(const cJSON *value, const struct spot *spot, struct edit *edit) {
    static const char *const keys[] = {"map", "title",    "subtitle",   "frame",   "hide",  "rename", "move",
                                       "add", "callouts", "highlights", "$schema", "about", "edit",   NULL};
    size_t key = 0;
    while (keys[key] && strcmp(keys[key], value->string) != 0)
        key++;
    if (keys[key] && cJSON_IsNull(value))
        return true;
    switch (key) {
    case 0: return read_words(value, spot, &edit->map);
    case 1: return read_words(value, spot, &edit->title);
    case 2: return read_words(value, spot, &edit->subtitle);
    case 3: return read_frame(value, spot, &edit->frame);
    case 4: return read_hidden(value, spot, edit);
    case 5: return read_renamed(value, spot, edit);
    case 6: return read_moved(value, spot, edit);
    case 7: return read_items(value, spot, read_addition, edit);
    case 8: return read_items(value, spot, read_callout, edit);
    case 9: return read_items(value, spot, read_highlight, edit);
    case 10:
    case 11: return true;
    case 12: return read_version(value, spot);
    default: return unknown_key(spot, keys);
    }
}

bool edit_read(struct text json, struct arena *arena, struct edit *edit, struct error *error) {
    struct edit result = {.frame = bounds_empty()};
    struct spot top = {arena, "", error};
    const cJSON *value;
    cJSON *root;
    if (!text_is_utf8(json, NULL))
        return error_set(error, ERROR_INPUT, "an edit is written in UTF-8, and this is not");
    if (!json_read(json, &root, error))
        return false;
    bool good = cJSON_IsObject(root) || error_set(error, ERROR_INPUT, "an edit is a JSON object");
    const cJSON *object = good ? root : NULL;
    cJSON_ArrayForEach(value, object) {
        struct spot here = member_of(&top, value->string);
        good = good && read_member(value, &here, &result);
    }
    cJSON_Delete(root);
    if (good)
        *edit = result;
    return good;
}
