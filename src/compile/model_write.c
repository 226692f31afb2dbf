#include "model_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * The layout works on sorted copies: places get their final ids (populated places first, greatest first), languages are
 * sorted by code, readings by key and greatness. qsort compares by every member that is written, so equal items are
 * equal bytes.
 */
struct layout {
    struct model *model;
    place_id *order;       /* final id → place of the model */
    place_id *final;       /* place of the model → final id */
    uint16_t *languages;   /* final language → language of the model */
    uint16_t *language_of; /* language of the model → final one */
    struct builder strings;
    uint32_t *moved; /* string of the model / SHORTEST_STRING → where it lies in strings, 0 = not yet */
    struct builder file;
    struct index_header header;
};

/* Strings. */

enum {
    SHORTEST_STRING = 3
}; /* with its size: no two strings of a model, but the empty one, begin nearer to each other */

/* The string in the file; strings lie in the order in which they are first asked for. */
static uint32_t kept_string(struct layout *layout, string_id string) {
    uint32_t *moved = &layout->moved[string / SHORTEST_STRING];
    if (string == 0)
        return 0;
    if (*moved == 0) {
        struct text text = model_text(layout->model, string);
        *moved = (uint32_t)layout->strings.count;
        builder_add(&layout->strings, (struct text){text.data - 2, text.size + 2});
    }
    return *moved;
}

/* What places share comes first, then what each has for itself: a page that is read for one holds more of use. */
static void keep_strings_of_places(struct layout *layout) {
    struct model *model = layout->model;
    for (size_t i = 0; i < model->places.count; i++) {
        const struct model_place *place = &model->places.items[layout->order[i]];
        const string_id shared[] = {place->feature, place->country, place->countries, place->admin1, place->admin2};
        for (size_t s = 0; s < sizeof shared / sizeof *shared; s++)
            (void)kept_string(layout, shared[s]);
    }
    for (size_t i = 0; i < model->places.count; i++) {
        const struct model_place *place = &model->places.items[layout->order[i]];
        (void)kept_string(layout, place->name);
        (void)kept_string(layout, place->local_name);
        (void)kept_string(layout, place->ref);
    }
}

static void keep_strings(struct layout *layout, struct model_keys *keys) {
    struct model *model = layout->model;
    layout->moved = ARENA_ARRAY(model->arena, uint32_t, model->strings.count / SHORTEST_STRING + 1);
    layout->strings = builder_new(model->arena);
    builder_add(&layout->strings, (struct text){"\0\0", 2});
    keep_strings_of_places(layout);
    for (size_t i = 0; i < keys->key_count; i++)
        keys->keys[i].key = kept_string(layout, keys->keys[i].key);
}

/* Order of places. */

static int compare_numbers(int64_t a, int64_t b) {
    return a < b ? -1 : a > b;
}

/* 0 capital, 1 seat of a region, 2 other populated place, 3 all else: landmarks, which are no towns, too. */
static int rank_of(const struct model *model, const struct model_place *place) {
    if (place->kind != PLACE_POINT || !place->geonameid)
        return 3;
    return place->capital ? 0 : text_is(model_text(model, place->feature), "PPLA") ? 1 : 2;
}

static int compare_places(const void *a, const void *b, void *context) {
    const struct model *model = context;
    place_id ia = *(const place_id *)a;
    place_id ib = *(const place_id *)b;
    const struct model_place *pa = &model->places.items[ia];
    const struct model_place *pb = &model->places.items[ib];
    int order = compare_numbers(rank_of(model, pa), rank_of(model, pb));
    order = order ? order : compare_numbers(pb->population, pa->population);
    return order ? order : compare_numbers(ia, ib);
}

static void order_places(struct layout *layout) {
    struct model *model = layout->model;
    size_t count = model->places.count;
    layout->order = ARENA_ARRAY(model->arena, place_id, count + 1);
    layout->final = ARENA_ARRAY(model->arena, place_id, count + 1);
    for (size_t i = 0; i < count; i++)
        layout->order[i] = (place_id)i;
    qsort_r(layout->order, count, sizeof *layout->order, compare_places, model);
    for (size_t i = 0; i < count; i++)
        layout->final[layout->order[i]] = (place_id)i;
}

static int compare_languages(const void *a, const void *b, void *context) {
    const struct model *model = context;
    return text_compare(model_text(model, model->languages.items[*(const uint16_t *)a]),
                        model_text(model, model->languages.items[*(const uint16_t *)b]));
}

/* Sections. */

static void add_section(struct layout *layout, enum index_section section, const void *records, size_t count) {
    static const char zeros[8] = {0};
    size_t start = layout->file.count;
    size_t size = count * index_record_size(section);
    layout->header.sections[section] = (struct index_extent){start, count};
    builder_add(&layout->file, (struct text){records, size});
    builder_add(&layout->file, (struct text){zeros, (8 - size % 8) % 8});
}

static void order_languages(struct layout *layout) {
    struct model *model = layout->model;
    size_t count = model->languages.count;
    layout->languages = ARENA_ARRAY(model->arena, uint16_t, count);
    layout->language_of = ARENA_ARRAY(model->arena, uint16_t, count);
    for (size_t i = 0; i < count; i++)
        layout->languages[i] = (uint16_t)i;
    qsort_r(layout->languages, count, sizeof *layout->languages, compare_languages, model);
    for (size_t i = 0; i < count; i++)
        layout->language_of[layout->languages[i]] = (uint16_t)i;
}

static void write_languages(struct layout *layout) {
    struct model *model = layout->model;
    size_t count = model->languages.count;
    uint32_t *strings = ARENA_ARRAY(model->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        strings[i] = kept_string(layout, model->languages.items[layout->languages[i]]);
    add_section(layout, SECTION_LANGUAGES, strings, count);
}

/* Names by language. */

static int compare_labels(const void *a, const void *b) {
    const struct model_label *la = a;
    const struct model_label *lb = b;
    int order = compare_numbers(la->place, lb->place);
    order = order ? order : compare_numbers(la->language, lb->language);
    order = order ? order : compare_numbers(la->rank, lb->rank);
    return order ? order : compare_numbers(la->order, lb->order);
}

/* One name a place and language; where each place's names start goes into first[0..places]. */
static void write_names(struct layout *layout, uint32_t *first) {
    struct model *model = layout->model;
    struct model_labels *labels = &model->labels;
    struct index_name *names = ARENA_ARRAY(model->arena, struct index_name, labels->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < labels->count; i++) {
        labels->items[i].place = layout->final[labels->items[i].place];
        labels->items[i].language = layout->language_of[labels->items[i].language];
    }
    if (labels->count > 0)
        qsort(labels->items, labels->count, sizeof *labels->items, compare_labels);
    size_t at = 0;
    for (place_id id = 0; id < model->places.count; id++) {
        first[id] = (uint32_t)count;
        for (; at < labels->count && labels->items[at].place == id; at++) {
            const struct model_label *label = &labels->items[at];
            if (count == first[id] || names[count - 1].language != label->language)
                names[count++] = (struct index_name){kept_string(layout, label->name), label->language, 0};
        }
    }
    first[model->places.count] = (uint32_t)count;
    add_section(layout, SECTION_NAMES, names, count);
}

/* Places. */

static int32_t stored_degrees(double degrees) {
    return (int32_t)lround(degrees * INDEX_DEGREE);
}

static uint8_t short_size(const struct layout *layout, string_id string) {
    size_t size = model_text(layout->model, string).size;
    return size < INDEX_LONG ? (uint8_t)size : INDEX_LONG;
}

static struct index_place stored_place(struct layout *layout, const struct model_place *place, uint32_t names) {
    double metres = place->precision_km * 1000;
    return (struct index_place){
        .ref = kept_string(layout, place->ref),
        .name = kept_string(layout, place->name),
        .local_name = kept_string(layout, place->local_name),
        .feature = kept_string(layout, place->feature),
        .country = kept_string(layout, place->country),
        .countries = kept_string(layout, place->countries),
        .admin1 = kept_string(layout, place->admin1),
        .admin2 = kept_string(layout, place->admin2),
        .lon = stored_degrees(place->point.lon),
        .lat = stored_degrees(place->point.lat),
        .precision = metres > 0 && metres < UINT32_MAX ? (uint32_t)lround(metres) : 0,
        .geonameid = place->geonameid > 0 && place->geonameid < UINT32_MAX ? (uint32_t)place->geonameid : 0,
        .population = place->population,
        .names = names,
        .kind = (uint8_t)place->kind,
        .flags = (uint8_t)((place->capital ? PLACE_FLAG_CAPITAL : 0) |
                           (place->supranational ? PLACE_FLAG_SUPRANATIONAL : 0)),
        .ref_size = short_size(layout, place->ref),
        .name_size = short_size(layout, place->name),
    };
}

static void write_places(struct layout *layout, const uint32_t *first) {
    struct model *model = layout->model;
    size_t count = model->places.count;
    struct index_place *places = ARENA_ARRAY(model->arena, struct index_place, count + 1);
    struct index_point *points = ARENA_ARRAY(model->arena, struct index_point, count + 1);
    size_t populated = 0;
    for (size_t i = 0; i < count; i++) {
        const struct model_place *place = &model->places.items[layout->order[i]];
        places[i] = stored_place(layout, place, first[i]);
        if (rank_of(layout->model, place) < 3)
            points[populated++] = (struct index_point){places[i].lon, places[i].lat};
    }
    places[count].names = first[count];
    add_section(layout, SECTION_PLACES, places, count + 1);
    add_section(layout, SECTION_POINTS, points, populated);
    layout->header.places = count;
}

static void write_refs(struct layout *layout) {
    struct model *model = layout->model;
    struct model_table table = model_table_new(model->arena, model->places.count);
    for (size_t i = 0; i < model->places.count; i++) {
        struct text ref = model_text(model, model->places.items[layout->order[i]].ref);
        model_table_add(&table, index_mix(text_hash(ref)), (uint32_t)i);
    }
    add_section(layout, SECTION_REF_TAGS, table.tags, table.size);
    add_section(layout, SECTION_REF_SLOTS, table.slots, table.size);
}

static int compare_memberships(const void *a, const void *b) {
    const struct index_membership *ma = a;
    const struct index_membership *mb = b;
    int order = compare_numbers(ma->organisation, mb->organisation);
    order = order ? order : compare_numbers(ma->country, mb->country);
    order = order ? order : compare_numbers(ma->from, mb->from);
    return order ? order : compare_numbers(ma->to, mb->to);
}

static int32_t stored_days(int64_t days) {
    return days < INT32_MIN ? INT32_MIN : days > INT32_MAX ? INT32_MAX : (int32_t)days;
}

static void write_memberships(struct layout *layout) {
    struct model *model = layout->model;
    size_t count = model->memberships.count;
    struct index_membership *sorted = ARENA_ARRAY(model->arena, struct index_membership, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct model_membership *m = &model->memberships.items[i];
        sorted[i] = (struct index_membership){layout->final[m->organisation], layout->final[m->country],
                                              stored_days(m->from), stored_days(m->to)};
    }
    qsort(sorted, count, sizeof *sorted, compare_memberships);
    add_section(layout, SECTION_MEMBERSHIPS, sorted, count);
}

static void write_keys(struct layout *layout, const struct model_keys *keys) {
    add_section(layout, SECTION_WORDS, keys->words, keys->word_count);
    add_section(layout, SECTION_KEY_TAGS, keys->table.tags, keys->table.size);
    add_section(layout, SECTION_KEY_SLOTS, keys->table.slots, keys->table.size);
    add_section(layout, SECTION_KEYS, keys->keys, keys->key_count + 1);
    add_section(layout, SECTION_READINGS, keys->readings, keys->reading_count);
    layout->header.names = keys->reading_count;
}

struct text model_write(struct model *model) {
    struct layout layout = {.model = model, .file = builder_new(model->arena)};
    uint32_t *first = ARENA_ARRAY(model->arena, uint32_t, model->places.count + 1);
    builder_add(&layout.file, (struct text){(const char *)&layout.header, sizeof layout.header});
    order_places(&layout);
    order_languages(&layout);
    struct model_keys keys = model_keys_write(model, layout.final, layout.language_of);
    keep_strings(&layout, &keys);
    write_languages(&layout);
    write_names(&layout, first);
    write_places(&layout, first);
    write_refs(&layout);
    write_memberships(&layout);
    write_keys(&layout, &keys);
    add_section(&layout, SECTION_STRINGS, layout.strings.items, layout.strings.count);
    struct text file = builder_text(&layout.file);
    struct index_header *header = &layout.header;
    memcpy(header->magic, INDEX_MAGIC, sizeof header->magic);
    header->version = INDEX_VERSION;
    header->byte_order = INDEX_BYTE_ORDER;
    header->file_size = file.size;
    header->content_hash = text_hash(text_slice(file, sizeof *header, file.size));
    header->header_hash = text_hash((struct text){(const char *)header, offsetof(struct index_header, header_hash)});
    memcpy(layout.file.items, header, sizeof *header);
    return file;
}
