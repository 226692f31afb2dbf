#include "place_index.h"

#include "file.h"
#include "index_format.h"
#include "stored_string.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Every count and offset that an accessor uses is checked against its section, so that a damaged file gives wrong
 * answers, never a crash. */
struct place_index {
    struct file_mapping mapping;
    struct index_header header;
    const void *sections[INDEX_SECTIONS];
};

static size_t section_count(const struct place_index *index, enum index_section section) {
    return (size_t)index->header.sections[section].count;
}

static struct text index_string(const struct place_index *index, uint32_t offset) {
    size_t size = section_count(index, SECTION_STRINGS);
    const unsigned char *strings = index->sections[SECTION_STRINGS];
    return stored_string(strings, size, offset);
}

/* A string whose size the place knows. */
static struct text sized_string(const struct place_index *index, uint32_t offset, uint8_t length) {
    size_t size = section_count(index, SECTION_STRINGS);
    if (length == INDEX_LONG || offset == 0 || (size_t)offset + 2 + length > size)
        return index_string(index, offset);
    return (struct text){(const char *)index->sections[SECTION_STRINGS] + offset + 2, length};
}

/* A walk along the slots of a hash table that may hold a key. */
struct probe {
    const uint16_t *tags;
    const uint32_t *slots;
    size_t count, at, left;
    uint16_t tag;
};

static struct probe probe_start(const struct place_index *index, enum index_section tags, enum index_section slots,
                                uint64_t mixed) {
    size_t count = section_count(index, tags);
    return (struct probe){
        index->sections[tags], index->sections[slots], count, count ? index_reduce((uint32_t)mixed, count) : 0, count,
        index_tag(mixed)};
}

static bool probe_next(struct probe *probe, uint32_t *value) {
    while (probe->left > 0 && probe->tags[probe->at] != 0) {
        size_t at = probe->at;
        probe->at = at + 1 < probe->count ? at + 1 : 0;
        probe->left--;
        if (probe->tags[at] == probe->tag) {
            *value = probe->slots[at];
            return true;
        }
    }
    return false;
}

/* Opening. */

static const char rebuild[] = "rebuild the data with `bordermap geodata build`";

static bool check_header(const struct index_header *header, size_t size, const char *path, struct error *error) {
    if (memcmp(header->magic, INDEX_MAGIC, sizeof header->magic) != 0)
        return error_set(error, ERROR_ENVIRONMENT, "%s: is no gazetteer; %s", path, rebuild);
    if (header->version != INDEX_VERSION || header->byte_order != INDEX_BYTE_ORDER) {
        return error_set(error, ERROR_ENVIRONMENT,
                         "%s: was compiled by another version or on another kind of machine; %s", path, rebuild);
    }
    struct text checked = {(const char *)header, offsetof(struct index_header, header_hash)};
    if (header->header_hash != text_hash(checked))
        return error_set(error, ERROR_ENVIRONMENT, "%s: is damaged at its start; %s", path, rebuild);
    if (header->file_size != size) {
        return error_set(error, ERROR_ENVIRONMENT, "%s: has %zu bytes where %llu are wanted; %s", path, size,
                         (unsigned long long)header->file_size, rebuild);
    }
    return true;
}

static bool section_fits(const struct index_extent *extent, enum index_section section, size_t size) {
    size_t record = index_record_size(section);
    return extent->offset % 8 == 0 && extent->offset <= size && extent->count <= (size - extent->offset) / record;
}

static bool check_sections(const struct index_header *header, size_t size, const char *path, struct error *error) {
    bool sound = true;
    for (int i = 0; i < INDEX_SECTIONS; i++)
        sound = sound && section_fits(&header->sections[i], (enum index_section)i, size);
    const struct index_extent *sections = header->sections;
    sound = sound && sections[SECTION_PLACES].count == header->places + 1 &&
            sections[SECTION_NAMES].count < UINT32_MAX && sections[SECTION_POINTS].count <= header->places &&
            sections[SECTION_KEYS].count >= 1 &&
            sections[SECTION_KEY_TAGS].count == sections[SECTION_KEY_SLOTS].count &&
            sections[SECTION_REF_TAGS].count == sections[SECTION_REF_SLOTS].count && header->places < PLACE_NONE;
    return sound || error_set(error, ERROR_ENVIRONMENT, "%s: its sections do not fit into it; %s", path, rebuild);
}

static bool read_header(const struct file_mapping *mapping, const char *path, struct index_header *header,
                        struct error *error) {
    if (mapping->size < sizeof *header)
        return error_set(error, ERROR_ENVIRONMENT, "%s: is cut short at %zu bytes; %s", path, mapping->size, rebuild);
    memcpy(header, mapping->data, sizeof *header);
    return check_header(header, mapping->size, path, error) && check_sections(header, mapping->size, path, error);
}

bool place_index_open(const char *path, struct place_index **index, struct error *error) {
    struct file_mapping mapping = {0};
    struct index_header header = {0};
    if (!file_map(path, &mapping, error)) {
        if (error)
            error->kind = ERROR_ENVIRONMENT;
        return false;
    }
    if (!read_header(&mapping, path, &header, error)) {
        file_unmap(&mapping);
        return false;
    }
    struct place_index *opened = calloc(1, sizeof *opened);
    if (!opened) {
        file_unmap(&mapping);
        return error_set(error, ERROR_ENVIRONMENT, "%s: no memory to open it", path);
    }
    opened->mapping = mapping;
    opened->header = header;
    for (int i = 0; i < INDEX_SECTIONS; i++)
        opened->sections[i] = (const char *)mapping.data + header.sections[i].offset;
    *index = opened;
    return true;
}

void place_index_close(struct place_index *index) {
    if (index) {
        file_unmap(&index->mapping);
        free(index);
    }
}

/* Places. */

size_t place_index_place_count(const struct place_index *index) {
    return (size_t)index->header.places;
}

static const struct index_place *index_place_at(const struct place_index *index, place_id id) {
    const struct index_place *places = index->sections[SECTION_PLACES];
    return id < index->header.places ? &places[id] : NULL;
}

struct place place_index_place(const struct place_index *index, place_id id) {
    const struct index_place *stored = index_place_at(index, id);
    if (!stored)
        return (struct place){.id = PLACE_NONE};
    return (struct place){
        .id = id,
        .kind = stored->kind < PLACE_KINDS ? (enum place_kind)stored->kind : PLACE_POINT,
        .ref = sized_string(index, stored->ref, stored->ref_size),
        .name = sized_string(index, stored->name, stored->name_size),
        .feature = index_string(index, stored->feature),
        .country = index_string(index, stored->country),
        .countries = index_string(index, stored->countries),
        .admin1 = index_string(index, stored->admin1),
        .admin2 = index_string(index, stored->admin2),
        .point = {stored->lon / INDEX_DEGREE, stored->lat / INDEX_DEGREE},
        .precision_km = stored->precision / 1000.0,
        .population = stored->population,
        .geonameid = stored->geonameid,
        .capital = (stored->flags & PLACE_FLAG_CAPITAL) != 0,
        .supranational = (stored->flags & PLACE_FLAG_SUPRANATIONAL) != 0,
    };
}

place_id place_index_place_of(const struct place_index *index, struct text ref) {
    struct probe probe = probe_start(index, SECTION_REF_TAGS, SECTION_REF_SLOTS, index_mix(text_hash(ref)));
    uint32_t id;
    while (probe_next(&probe, &id)) {
        const struct index_place *place = index_place_at(index, id);
        if (place && text_equal(index_string(index, place->ref), ref))
            return id;
    }
    return PLACE_NONE;
}

struct text place_index_local_name(const struct place_index *index, place_id id) {
    const struct index_place *place = index_place_at(index, id);
    return place ? index_string(index, place->local_name) : TEXT_NONE;
}

/* Names by language. */

size_t place_index_language_count(const struct place_index *index) {
    return section_count(index, SECTION_LANGUAGES);
}

struct text place_index_language(const struct place_index *index, uint16_t language) {
    const uint32_t *languages = index->sections[SECTION_LANGUAGES];
    if (language < section_count(index, SECTION_LANGUAGES))
        return index_string(index, languages[language]);
    return TEXT_NONE;
}

/* Index of the language, or 0. */
uint16_t place_index_language_of(const struct place_index *index, struct text language) {
    size_t low = 1;
    size_t high = section_count(index, SECTION_LANGUAGES);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(place_index_language(index, (uint16_t)middle), language);
        if (order == 0)
            return (uint16_t)middle;
        *(order < 0 ? &low : &high) = order < 0 ? middle + 1 : middle;
    }
    return 0;
}

struct text place_index_name(const struct place_index *index, place_id id, struct text language) {
    uint16_t wanted = place_index_language_of(index, language);
    const struct index_place *place = index_place_at(index, id);
    const struct index_name *names = index->sections[SECTION_NAMES];
    if (!place || wanted == 0)
        return TEXT_NONE;
    for (size_t i = place->names; i < place[1].names && i < section_count(index, SECTION_NAMES); i++)
        if (names[i].language == wanted)
            return index_string(index, names[i].name);
    return TEXT_NONE;
}

/* Keys. */

static struct readings readings_of(const struct place_index *index, const struct index_key *key) {
    const struct reading *readings = index->sections[SECTION_READINGS];
    size_t count = section_count(index, SECTION_READINGS);
    if (key[0].readings > key[1].readings || key[1].readings > count)
        return (struct readings){NULL, 0};
    return (struct readings){readings + key[0].readings, key[1].readings - key[0].readings};
}

struct readings place_index_find(const struct place_index *index, struct text key) {
    struct probe probe = probe_start(index, SECTION_KEY_TAGS, SECTION_KEY_SLOTS, index_mix(text_hash(key)));
    const struct index_key *keys = index->sections[SECTION_KEYS];
    size_t count = section_count(index, SECTION_KEYS) - 1;
    uint32_t found;
    while (probe_next(&probe, &found))
        if (found < count && text_equal(index_string(index, keys[found].key), key))
            return readings_of(index, &keys[found]);
    return (struct readings){NULL, 0};
}

size_t place_index_longest(const struct place_index *index, struct text word) {
    const uint32_t *slots = index->sections[SECTION_WORDS];
    size_t count = section_count(index, SECTION_WORDS);
    uint64_t mixed = index_mix(text_hash(word));
    size_t at = count ? index_reduce((uint32_t)mixed, count) : 0;
    for (size_t probes = 0; probes < count && slots[at] != 0; probes++) {
        if ((slots[at] & ~0xffU) == index_word(mixed))
            return slots[at] & 0xff;
        at = at + 1 < count ? at + 1 : 0;
    }
    return place_index_find(index, word).count > 0 ? 1 : 0;
}

/* Where places lie, and who belongs to what. */

/* Bounds in the units of the index. */
struct index_bounds {
    int64_t west, width, south, height;
};

static struct index_bounds stored_bounds(struct bounds bounds) {
    int64_t west = (int64_t)floor(bounds.west * INDEX_DEGREE);
    int64_t south = (int64_t)floor(bounds.south * INDEX_DEGREE);
    return (struct index_bounds){west, (int64_t)ceil(bounds.east * INDEX_DEGREE) - west, south,
                                 (int64_t)ceil(bounds.north * INDEX_DEGREE) - south};
}

/* Without branches: most points are outside, and which ones cannot be guessed. */
static bool point_inside(struct index_point point, const struct index_bounds *bounds) {
    const int64_t turn = (int64_t)(360 * INDEX_DEGREE);
    int64_t east = point.lon - bounds->west;
    int64_t north = point.lat - bounds->south;
    east += turn & -(int64_t)(east < 0);
    return ((north >= 0) & (north <= bounds->height) & (east <= bounds->width)) != 0;
}

/* The points lie together, greatest place first: one pass over 1.6 MB, which ends at the limit. */
size_t place_index_within(const struct place_index *index, struct bounds bounds, size_t limit, place_id *ids) {
    const struct index_point *points = index->sections[SECTION_POINTS];
    struct index_bounds wanted = stored_bounds(bounds);
    size_t count = section_count(index, SECTION_POINTS);
    size_t found = 0;
    for (size_t i = 0; i < count && found < limit; i++)
        if (point_inside(points[i], &wanted))
            ids[found++] = (place_id)i;
    return found;
}

size_t place_index_members(const struct place_index *index, place_id organisation, int64_t days, size_t limit,
                           place_id *ids) {
    const struct index_membership *memberships = index->sections[SECTION_MEMBERSHIPS];
    size_t count = section_count(index, SECTION_MEMBERSHIPS);
    size_t found = 0;
    for (size_t i = 0; i < count && found < limit; i++) {
        const struct index_membership *m = &memberships[i];
        bool seen = found > 0 && ids[found - 1] == m->country;
        if (m->organisation == organisation && m->from <= days && days < m->to && !seen &&
            m->country < index->header.places)
            ids[found++] = m->country;
    }
    return found;
}
