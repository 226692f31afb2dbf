#include "overlay.h"

#include "file.h"
#include "overlay_format.h"
#include "stored_string.h"

#include <stdlib.h>
#include <string.h>

/* As in the gazetteer, every count and offset that an accessor uses is checked against its section. */
struct overlay {
    struct file_mapping mapping;
    struct overlay_header header;
    const void *sections[OVERLAY_SECTIONS];
};

size_t overlay_record_size(enum overlay_section section) {
    static const size_t sizes[OVERLAY_SECTIONS] = {
        [OVERLAY_STRINGS] = 1,
        [OVERLAY_PLACES] = sizeof(struct overlay_place),
        [OVERLAY_PLACE_BUCKETS] = sizeof(uint32_t),
        [OVERLAY_NAMES] = sizeof(struct index_name),
        [OVERLAY_READINGS] = sizeof(struct overlay_reading),
        [OVERLAY_READING_BUCKETS] = sizeof(uint32_t),
        [OVERLAY_WORDS] = sizeof(struct overlay_word),
        [OVERLAY_WORD_BUCKETS] = sizeof(uint32_t),
        [OVERLAY_POINTS] = sizeof(struct overlay_point),
        [OVERLAY_LANGUAGES] = sizeof(uint32_t),
    };
    return section < OVERLAY_SECTIONS ? sizes[section] : 1;
}

unsigned overlay_bucket_bits(uint64_t count) {
    unsigned bits = 1;
    while (bits < OVERLAY_BUCKET_BITS && count >> bits > 8)
        bits++;
    return bits;
}

static size_t section_count(const struct overlay *overlay, enum overlay_section section) {
    return (size_t)overlay->header.sections[section].count;
}

static struct text string_at(const struct overlay *overlay, uint32_t offset) {
    size_t size = section_count(overlay, OVERLAY_STRINGS);
    const unsigned char *strings = overlay->sections[OVERLAY_STRINGS];
    return stored_string(strings, size, offset);
}

/* Opening. */

static const char again[] = "import it again with 'bordermap geodata import'";

static bool section_fits(const struct index_extent *extent, enum overlay_section section, size_t size) {
    size_t record = overlay_record_size(section);
    return extent->offset % 8 == 0 && extent->offset <= size && extent->count <= (size - extent->offset) / record;
}

static bool sections_fit(const struct overlay_header *header, size_t size) {
    bool sound = true;
    for (int i = 0; i < OVERLAY_SECTIONS; i++)
        sound = sound && section_fits(&header->sections[i], (enum overlay_section)i, size);
    const struct index_extent *sections = header->sections;
    return sound && sections[OVERLAY_PLACES].count == header->places + 1 && header->places < PLACE_NONE &&
           sections[OVERLAY_READINGS].count == header->readings && sections[OVERLAY_LANGUAGES].count <= UINT16_MAX;
}

static bool read_header(const struct file_mapping *mapping, const char *path, struct overlay_header *header,
                        struct error *error) {
    if (mapping->size < sizeof *header)
        return error_set(error, ERROR_ENVIRONMENT, "%s: is cut short at %zu bytes; %s", path, mapping->size, again);
    memcpy(header, mapping->data, sizeof *header);
    if (memcmp(header->magic, OVERLAY_MAGIC, sizeof header->magic) != 0)
        return error_set(error, ERROR_ENVIRONMENT, "%s: is no imported data; %s", path, again);
    if (header->version != OVERLAY_VERSION || header->byte_order != INDEX_BYTE_ORDER) {
        return error_set(error, ERROR_ENVIRONMENT,
                         "%s: was imported by another version or on another kind of machine; %s", path, again);
    }
    struct text checked = {(const char *)header, offsetof(struct overlay_header, header_hash)};
    if (header->header_hash != text_hash(checked) || header->file_size != mapping->size ||
        !sections_fit(header, mapping->size))
        return error_set(error, ERROR_ENVIRONMENT, "%s: is damaged or cut short; %s", path, again);
    return true;
}

bool overlay_open(const char *path, struct overlay **overlay, struct error *error) {
    struct file_mapping mapping = {0};
    struct overlay_header header = {0};
    if (!file_map(path, &mapping, error)) {
        if (error)
            error->kind = ERROR_ENVIRONMENT;
        return false;
    }
    struct overlay *opened = read_header(&mapping, path, &header, error) ? calloc(1, sizeof *opened) : NULL;
    if (!opened) {
        file_unmap(&mapping);
        return false;
    }
    opened->mapping = mapping;
    opened->header = header;
    for (int i = 0; i < OVERLAY_SECTIONS; i++)
        opened->sections[i] = (const char *)mapping.data + header.sections[i].offset;
    *overlay = opened;
    return true;
}

void overlay_close(struct overlay *overlay) {
    if (overlay) {
        file_unmap(&overlay->mapping);
        free(overlay);
    }
}

bool overlay_check(const struct overlay *overlay, struct error *error) {
    struct text content = {(const char *)overlay->mapping.data + sizeof(struct overlay_header),
                           overlay->mapping.size - sizeof(struct overlay_header)};
    return text_hash(content) == overlay->header.content_hash ||
           error_set(error, ERROR_ENVIRONMENT, "overlay.bin: its bytes are not those that were written; %s", again);
}

/* Places. */

size_t overlay_place_count(const struct overlay *overlay) {
    return (size_t)overlay->header.places;
}

static const struct overlay_place *place_at(const struct overlay *overlay, place_id id) {
    const struct overlay_place *places = overlay->sections[OVERLAY_PLACES];
    return id < overlay->header.places ? &places[id] : NULL;
}

struct place overlay_place(const struct overlay *overlay, place_id id) {
    const struct overlay_place *stored = place_at(overlay, id);
    if (!stored)
        return (struct place){.id = PLACE_NONE};
    return (struct place){
        .id = id,
        .kind = stored->kind < PLACE_KINDS ? (enum place_kind)stored->kind : PLACE_POINT,
        .ref = string_at(overlay, stored->ref),
        .name = string_at(overlay, stored->name),
        .feature = string_at(overlay, stored->feature),
        .country = string_at(overlay, stored->country),
        .countries = string_at(overlay, stored->countries),
        .admin1 = string_at(overlay, stored->admin1),
        .admin2 = string_at(overlay, stored->admin2),
        .point = {stored->lon / INDEX_DEGREE, stored->lat / INDEX_DEGREE},
        .precision_km = stored->precision / 1000.0,
        .population = stored->population,
        .geonameid = stored->geonameid,
        .capital = (stored->flags & PLACE_FLAG_CAPITAL) != 0,
    };
}

bool overlay_is_names_only(const struct overlay *overlay, place_id id) {
    const struct overlay_place *place = place_at(overlay, id);
    return place && (place->flags & OVERLAY_NAMES_ONLY) != 0;
}

/* The records of the bucket of a hash: `count` from *first on. */
static size_t find_bucket(const struct overlay *overlay, enum overlay_section buckets, enum overlay_section records,
                          uint64_t hash, size_t *first) {
    size_t bucket_count = section_count(overlay, buckets);
    size_t record_count = section_count(overlay, records);
    const uint32_t *starts = overlay->sections[buckets];
    size_t bucket = (size_t)(hash >> (64 - overlay_bucket_bits(record_count)));
    if (bucket + 1 >= bucket_count || starts[bucket] > starts[bucket + 1] || starts[bucket + 1] > record_count)
        return 0;
    *first = starts[bucket];
    return starts[bucket + 1] - starts[bucket];
}

place_id overlay_place_of(const struct overlay *overlay, struct text ref) {
    const struct overlay_place *places = overlay->sections[OVERLAY_PLACES];
    uint64_t hash = index_mix(text_hash(ref));
    size_t first = 0;
    size_t count = find_bucket(overlay, OVERLAY_PLACE_BUCKETS, OVERLAY_PLACES, hash, &first);
    for (size_t i = first; i < first + count && places[i].hash <= hash; i++)
        if (places[i].hash == hash && i < overlay->header.places && text_equal(string_at(overlay, places[i].ref), ref))
            return (place_id)i;
    return PLACE_NONE;
}

struct text overlay_name(const struct overlay *overlay, place_id id, uint16_t language) {
    const struct overlay_place *place = place_at(overlay, id);
    const struct index_name *names = overlay->sections[OVERLAY_NAMES];
    size_t count = section_count(overlay, OVERLAY_NAMES);
    for (size_t i = place ? place->names : count; i < count && i < place[1].names; i++)
        if (names[i].language == language)
            return string_at(overlay, names[i].name);
    return TEXT_NONE;
}

size_t overlay_language_count(const struct overlay *overlay) {
    return section_count(overlay, OVERLAY_LANGUAGES);
}

struct text overlay_language(const struct overlay *overlay, size_t language) {
    const uint32_t *languages = overlay->sections[OVERLAY_LANGUAGES];
    return language < overlay_language_count(overlay) ? string_at(overlay, languages[language]) : TEXT_NONE;
}

/* Names. */

size_t overlay_find(const struct overlay *overlay, uint64_t hash, size_t *first) {
    const struct overlay_reading *readings = overlay->sections[OVERLAY_READINGS];
    size_t at = 0;
    size_t count = find_bucket(overlay, OVERLAY_READING_BUCKETS, OVERLAY_READINGS, hash, &at);
    size_t end = at + count;
    while (at < end && readings[at].hash < hash)
        at++;
    *first = at;
    while (at < end && readings[at].hash == hash)
        at++;
    return at - *first;
}

struct reading overlay_reading(const struct overlay *overlay, size_t at) {
    const struct overlay_reading *readings = overlay->sections[OVERLAY_READINGS];
    if (at >= section_count(overlay, OVERLAY_READINGS))
        return (struct reading){PLACE_NONE, 0, 0, 0};
    return (struct reading){readings[at].place, readings[at].language, readings[at].use, readings[at].flags};
}

size_t overlay_longest(const struct overlay *overlay, uint64_t hash) {
    const struct overlay_word *words = overlay->sections[OVERLAY_WORDS];
    size_t first = 0;
    size_t count = find_bucket(overlay, OVERLAY_WORD_BUCKETS, OVERLAY_WORDS, hash, &first);
    for (size_t i = first; i < first + count; i++)
        if (words[i].hash == hash)
            return (size_t)words[i].longest;
    size_t single;
    return overlay_find(overlay, hash, &single) > 0 ? 1 : 0;
}

bool overlay_point(const struct overlay *overlay, size_t at, struct lonlat *point, place_id *id) {
    const struct overlay_point *points = overlay->sections[OVERLAY_POINTS];
    if (at >= section_count(overlay, OVERLAY_POINTS))
        return false;
    *point = (struct lonlat){points[at].lon / INDEX_DEGREE, points[at].lat / INDEX_DEGREE};
    *id = points[at].place;
    return true;
}
