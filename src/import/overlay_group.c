#include "fold.h"
#include "key_words.h"
#include "list.h"
#include "overlay_parts.h"

#include <stdlib.h>
#include <string.h>

enum { NAMES_MOST = 4096 }; /* of one place */

struct label {
    uint16_t language;
    uint8_t rank; /* 0: preferred */
    uint32_t order;
    struct text name;
};

/* All rows of one reference. */
struct group {
    struct text ref;
    bool placed;
    struct overlay_row row;
    struct {
        struct overlay_name_row *items;
        size_t count, capacity;
    } names;
};

/* Strings. */

static bool add_string(struct overlay_writer *writer, struct text text, uint32_t *string, struct error *error) {
    uint64_t offset = writer->spools[OVERLAY_STRINGS].bytes;
    struct text kept = text_slice(text, 0, INDEX_STRING_LIMIT);
    unsigned char size[2] = {(unsigned char)(kept.size & 0xff), (unsigned char)(kept.size >> 8)};
    *string = 0;
    if (kept.size == 0)
        return true;
    if (offset + 2 + kept.size >= UINT32_MAX)
        return error_set(error, ERROR_INPUT, "more than 4 GB of names: import less at once, under several names");
    *string = (uint32_t)offset;
    return overlay_spool_add(writer, OVERLAY_STRINGS, size, 2, error) &&
           overlay_spool_add(writer, OVERLAY_STRINGS, kept.data, kept.size, error);
}

/* A string that many places share. */
static bool add_code(struct overlay_writer *writer, struct text text, uint32_t *string, struct error *error) {
    uint32_t known = text.size > 0 ? overlay_texts_find(&writer->codes, text) : 0;
    if (known != UINT32_MAX) {
        *string = known;
        return true;
    }
    if (!add_string(writer, text, string, error))
        return false;
    (void)overlay_texts_add(&writer->codes, text, *string);
    return true;
}

/* A tag of a language: letters, digits and hyphens; else the name has no language. */
static struct text sound_language(struct text language) {
    bool sound = language.size >= 2 && language.size <= 16;
    for (size_t i = 0; sound && i < language.size; i++) {
        char c = language.data[i];
        sound = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
    return sound ? language : TEXT_NONE;
}

static bool number_language(struct overlay_writer *writer, struct text language, uint16_t *number,
                            struct error *error) {
    struct text sound = sound_language(language);
    uint32_t known = overlay_texts_find(&writer->languages, sound);
    uint32_t string;
    if (known != UINT32_MAX) {
        *number = (uint16_t)known;
        return true;
    }
    *number = 0;
    size_t count = writer->languages.count;
    if (count >= 4096 || !overlay_texts_add(&writer->languages, sound, (uint32_t)count))
        return true; /* nobody has that many languages: the name stays, without one */
    *number = (uint16_t)count;
    return add_string(writer, sound, &string, error) &&
           overlay_spool_add(writer, OVERLAY_LANGUAGES, &string, sizeof string, error);
}

/* Names. */

static uint8_t rank_of(const struct overlay_row *row) {
    switch (row->kind) {
    case PLACE_COUNTRY: return 0;
    case PLACE_POINT: return 2;
    case PLACE_REGION: return text_is(row->feature, "ADM1") ? 2 : 3;
    default: return 1;
    }
}

static bool add_word(struct overlay_writer *writer, struct text key, struct error *error) {
    unsigned char record[9];
    struct overlay_bytes bytes = {record, 0};
    size_t words;
    struct text word = key_first_word(key, &words);
    if (words < 2)
        return true;
    overlay_bytes_number(&bytes, index_mix(text_hash(word)), 8);
    overlay_bytes_number(&bytes, words < 255 ? 255 - words : 0, 1); /* the longest comes first */
    return record_sort_add(writer->words, (struct text){(const char *)record, bytes.size}, error);
}

static bool add_reading(struct overlay_writer *writer, const struct group *group, const struct overlay_name_row *name,
                        struct error *error) {
    unsigned char record[32];
    struct overlay_bytes bytes = {record, 0};
    struct text key = fold_key(writer->scratch, name->name);
    uint16_t language = 0;
    if (!key_is_name(key))
        return true;
    if (!number_language(writer, name->language, &language, error))
        return false;
    overlay_bytes_number(&bytes, index_mix(text_hash(key)), 8);
    overlay_bytes_number(&bytes, rank_of(&group->row), 1);
    overlay_bytes_number(&bytes, ~(uint64_t)group->row.population, 8);
    overlay_bytes_number(&bytes, writer->places, 4);
    overlay_bytes_number(&bytes, name->use, 1);
    overlay_bytes_number(&bytes, group->row.loose ? READING_LOOSE : 0, 1);
    overlay_bytes_number(&bytes, language, 2);
    return add_word(writer, key, error) &&
           record_sort_add(writer->readings, (struct text){(const char *)record, bytes.size}, error);
}

static int compare_labels(const void *a, const void *b) {
    const struct label *la = a;
    const struct label *lb = b;
    int order = (int)la->language - (int)lb->language;
    order = order ? order : (int)la->rank - (int)lb->rank;
    return order ? order : la->order < lb->order ? -1 : la->order > lb->order;
}

/* One name to print for each language. */
static bool add_labels(struct overlay_writer *writer, const struct group *group, struct error *error) {
    struct label *labels = ARENA_ARRAY(writer->group_arena, struct label, group->names.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < group->names.count; i++) {
        const struct overlay_name_row *name = &group->names.items[i];
        uint16_t language = 0;
        if (name->use != NAME_MAIN || name->language.size == 0)
            continue;
        if (!number_language(writer, name->language, &language, error))
            return false;
        if (language != 0)
            labels[count++] = (struct label){language, !name->preferred, (uint32_t)i, name->name};
    }
    if (count > 1)
        qsort(labels, count, sizeof *labels, compare_labels);
    for (size_t i = 0; i < count; i++) {
        struct index_name stored = {0, labels[i].language, 0};
        if (i > 0 && labels[i - 1].language == labels[i].language)
            continue;
        if (!add_string(writer, labels[i].name, &stored.name, error) ||
            !overlay_spool_add(writer, OVERLAY_NAMES, &stored, sizeof stored, error))
            return false;
        writer->names++;
    }
    return true;
}

/* Groups. */

static void push_name(struct overlay_writer *writer, struct group *group, struct overlay_name_row name) {
    if (name.name.size > 0 && group->names.count < NAMES_MOST) {
        name.language = text_copy(writer->group_arena, name.language);
        name.name = text_copy(writer->group_arena, name.name);
        *LIST_PUSH(writer->group_arena, &group->names) = name;
    }
}

static void push_row_names(struct overlay_writer *writer, struct group *group, const struct overlay_row *row) {
    struct text rest = row->alternates;
    struct text name;
    push_name(writer, group, (struct overlay_name_row){.name = row->name, .use = NAME_MAIN});
    push_name(writer, group, (struct overlay_name_row){.name = row->ascii, .use = NAME_MAIN});
    while (rest.size > 0 && text_split(&rest, row->separator, &name))
        push_name(writer, group, (struct overlay_name_row){.name = text_trim(name), .use = NAME_ALTERNATE});
}

static void keep_row(struct overlay_writer *writer, struct group *group, struct overlay_row row) {
    struct text *texts[] = {&row.name, &row.feature, &row.country, &row.countries, &row.admin1, &row.admin2};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = text_copy(writer->group_arena, *texts[i]);
    row.ref = group->ref;
    group->row = row;
    group->placed = true;
}

static void add_to_group(struct overlay_writer *writer, struct group *group, struct text packed, bool name) {
    if (name) {
        push_name(writer, group, overlay_unpack_name(group->ref, packed));
        return;
    }
    struct overlay_row row = overlay_unpack_row(group->ref, packed);
    push_row_names(writer, group, &row);
    if (group->placed)
        writer->counts.repeated++;
    else
        keep_row(writer, group, row);
}

static bool add_point(struct overlay_writer *writer, const struct overlay_place *place, const struct overlay_row *row,
                      struct error *error) {
    unsigned char record[32];
    struct overlay_bytes bytes = {record, 0};
    if (!row->populated)
        return true;
    overlay_bytes_number(&bytes, row->capital ? 0 : text_is(row->feature, "PPLA") ? 1 : 2, 1);
    overlay_bytes_number(&bytes, ~(uint64_t)row->population, 8);
    overlay_bytes_number(&bytes, writer->places, 4);
    overlay_bytes_number(&bytes, (uint32_t)place->lon, 4);
    overlay_bytes_number(&bytes, (uint32_t)place->lat, 4);
    return record_sort_add(writer->points, (struct text){(const char *)record, bytes.size}, error);
}

static bool add_place(struct overlay_writer *writer, const struct group *group, struct error *error) {
    const struct overlay_row *row = &group->row;
    struct overlay_place place = {
        .hash = index_mix(text_hash(group->ref)),
        .lon = (int32_t)(row->point.lon * INDEX_DEGREE + (row->point.lon < 0 ? -0.5 : 0.5)),
        .lat = (int32_t)(row->point.lat * INDEX_DEGREE + (row->point.lat < 0 ? -0.5 : 0.5)),
        .precision = (uint32_t)(row->precision_km * 1000),
        .geonameid = (uint32_t)row->geonameid,
        .names = writer->names,
        .population = row->population,
        .kind = (uint8_t)row->kind,
        .flags = (uint8_t)((row->capital ? PLACE_FLAG_CAPITAL : 0) | (group->placed ? 0 : OVERLAY_NAMES_ONLY)),
    };
    if (!add_string(writer, group->ref, &place.ref, error) || !add_string(writer, row->name, &place.name, error) ||
        !add_code(writer, row->feature, &place.feature, error) ||
        !add_code(writer, row->country, &place.country, error) ||
        !add_code(writer, row->countries, &place.countries, error) ||
        !add_code(writer, row->admin1, &place.admin1, error) || !add_code(writer, row->admin2, &place.admin2, error))
        return false;
    return add_point(writer, &place, row, error) &&
           overlay_spool_add(writer, OVERLAY_PLACES, &place, sizeof place, error);
}

static bool end_group(struct overlay_writer *writer, struct group *group, bool (*known)(void *context, struct text ref),
                      void *context, struct error *error) {
    bool kept = group->placed || (group->names.count > 0 && known(context, group->ref));
    bool done = true;
    if (kept) {
        done = add_place(writer, group, error) && add_labels(writer, group, error);
        for (size_t i = 0; done && i < group->names.count; i++) {
            done = add_reading(writer, group, &group->names.items[i], error);
            if (arena_used(writer->scratch) > 48 << 10)
                arena_clear(writer->scratch);
        }
        writer->places++;
    } else {
        writer->counts.unknown_names += group->names.count;
    }
    *group = (struct group){0};
    arena_clear(writer->group_arena);
    return done;
}

/* The reference of a record and what follows it. */
static struct text split_record(struct text record, struct text *packed, bool *name) {
    struct text rest = text_slice(record, 8, record.size);
    size_t end = text_find(rest, (struct text){"", 1}, 0);
    *name = rest.data[end + 1] != 0;
    *packed = text_slice(rest, end + 10, rest.size);
    return text_slice(rest, 0, end);
}

bool overlay_group_rows(struct overlay_writer *writer, bool (*known)(void *context, struct text ref), void *context,
                        struct error *error) {
    struct group group = {0};
    struct text record;
    if (!record_sort_start(writer->rows, error) || !record_sort_next(writer->rows, &record, error))
        return false;
    while (record.data) {
        struct text packed;
        bool name;
        struct text ref = split_record(record, &packed, &name);
        bool same = group.ref.data && text_equal(group.ref, ref);
        if (!same && group.ref.data && !end_group(writer, &group, known, context, error))
            return false;
        if (!same)
            group.ref = text_copy(writer->group_arena, ref);
        add_to_group(writer, &group, packed, name);
        if (!record_sort_next(writer->rows, &record, error))
            return false;
    }
    return (!group.ref.data || end_group(writer, &group, known, context, error)) &&
           (writer->places < PLACE_NONE - 1 ||
            error_set(error, ERROR_INPUT, "more places than there are numbers for: import less"));
}
