#include "gazetteer.h"

#include "file.h"
#include "index_format.h"
#include "overlays.h"
#include "stored_string.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Every count and offset that an accessor uses is checked against its section, so that a damaged file gives wrong
 * answers, never a crash. */
struct gazetteer {
    struct file_mapping mapping;
    struct index_header header;
    const void *sections[INDEX_SECTIONS];
    struct overlays *overlays; /* what users imported; NULL = nothing */
};

static size_t section_count(const struct gazetteer *gazetteer, enum index_section section) {
    return (size_t)gazetteer->header.sections[section].count;
}

static struct text index_string(const struct gazetteer *gazetteer, uint32_t offset) {
    size_t size = section_count(gazetteer, SECTION_STRINGS);
    const unsigned char *strings = gazetteer->sections[SECTION_STRINGS];
    return stored_string(strings, size, offset);
}

/* A string whose size the place knows. */
static struct text sized_string(const struct gazetteer *gazetteer, uint32_t offset, uint8_t length) {
    size_t size = section_count(gazetteer, SECTION_STRINGS);
    if (length == INDEX_LONG || offset == 0 || (size_t)offset + 2 + length > size) {
        return index_string(gazetteer, offset);
    }
    return (struct text){(const char *)gazetteer->sections[SECTION_STRINGS] + offset + 2, length};
}

/* A walk along the slots of a hash table that may hold a key. */
struct probe {
    const uint16_t *tags;
    const uint32_t *slots;
    size_t count, at, left;
    uint16_t tag;
};

static struct probe probe_start(const struct gazetteer *gazetteer, enum index_section tags, enum index_section slots,
                                uint64_t mixed) {
    size_t count = section_count(gazetteer, tags);
    return (struct probe){gazetteer->sections[tags],
                          gazetteer->sections[slots],
                          count,
                          count ? index_reduce((uint32_t)mixed, count) : 0,
                          count,
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
    if (memcmp(header->magic, INDEX_MAGIC, sizeof header->magic) != 0) {
        return error_set(error, ERROR_ENVIRONMENT, "%s: is no gazetteer; %s", path, rebuild);
    }
    if (header->version != INDEX_VERSION || header->byte_order != INDEX_BYTE_ORDER) {
        return error_set(error, ERROR_ENVIRONMENT,
                         "%s: was compiled by another version or on another kind of machine; %s", path, rebuild);
    }
    struct text checked = {(const char *)header, offsetof(struct index_header, header_hash)};
    if (header->header_hash != text_hash(checked)) {
        return error_set(error, ERROR_ENVIRONMENT, "%s: is damaged at its start; %s", path, rebuild);
    }
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
    for (int i = 0; i < INDEX_SECTIONS; i++) {
        sound = sound && section_fits(&header->sections[i], (enum index_section)i, size);
    }
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
    if (mapping->size < sizeof *header) {
        return error_set(error, ERROR_ENVIRONMENT, "%s: is cut short at %zu bytes; %s", path, mapping->size, rebuild);
    }
    memcpy(header, mapping->data, sizeof *header);
    return check_header(header, mapping->size, path, error) && check_sections(header, mapping->size, path, error);
}

bool gazetteer_open(const char *path, struct gazetteer **gazetteer, struct error *error) {
    struct file_mapping mapping = {0};
    struct index_header header = {0};
    if (!file_map(path, &mapping, error)) {
        if (error) {
            error->kind = ERROR_ENVIRONMENT;
        }
        return false;
    }
    if (!read_header(&mapping, path, &header, error)) {
        file_unmap(&mapping);
        return false;
    }
    struct gazetteer *opened = calloc(1, sizeof *opened);
    if (!opened) {
        file_unmap(&mapping);
        return error_set(error, ERROR_ENVIRONMENT, "%s: no memory to open it", path);
    }
    opened->mapping = mapping;
    opened->header = header;
    for (int i = 0; i < INDEX_SECTIONS; i++) {
        opened->sections[i] = (const char *)mapping.data + header.sections[i].offset;
    }
    *gazetteer = opened;
    return true;
}

void gazetteer_close(struct gazetteer *gazetteer) {
    if (gazetteer) {
        overlays_close(gazetteer->overlays);
        file_unmap(&gazetteer->mapping);
        free(gazetteer);
    }
}

bool gazetteer_check(const struct gazetteer *gazetteer, struct error *error) {
    struct text content = {(const char *)gazetteer->mapping.data + sizeof(struct index_header),
                           gazetteer->mapping.size - sizeof(struct index_header)};
    if (text_hash(content) != gazetteer->header.content_hash) {
        return error_set(error, ERROR_ENVIRONMENT, "gazetteer.bin: its bytes are not those that were compiled; %s",
                         rebuild);
    }
    return true;
}

/* Places. */

size_t gazetteer_place_count(const struct gazetteer *gazetteer) {
    return (size_t)gazetteer->header.places + (gazetteer->overlays ? overlays_place_count(gazetteer->overlays) : 0);
}

size_t gazetteer_name_count(const struct gazetteer *gazetteer) {
    return (size_t)gazetteer->header.names + (gazetteer->overlays ? overlays_name_count(gazetteer->overlays) : 0);
}

static const struct index_place *index_place_at(const struct gazetteer *gazetteer, place_id id) {
    const struct index_place *places = gazetteer->sections[SECTION_PLACES];
    return id < gazetteer->header.places ? &places[id] : NULL;
}

struct place gazetteer_place(const struct gazetteer *gazetteer, place_id id) {
    const struct index_place *stored = index_place_at(gazetteer, id);
    if (!stored) {
        return gazetteer->overlays ? overlays_place(gazetteer->overlays, id) : (struct place){.id = PLACE_NONE};
    }
    return (struct place){
        .id = id,
        .kind = stored->kind < PLACE_KINDS ? (enum place_kind)stored->kind : PLACE_POINT,
        .ref = sized_string(gazetteer, stored->ref, stored->ref_size),
        .name = sized_string(gazetteer, stored->name, stored->name_size),
        .feature = index_string(gazetteer, stored->feature),
        .country = index_string(gazetteer, stored->country),
        .countries = index_string(gazetteer, stored->countries),
        .admin1 = index_string(gazetteer, stored->admin1),
        .admin2 = index_string(gazetteer, stored->admin2),
        .point = {stored->lon / INDEX_DEGREE, stored->lat / INDEX_DEGREE},
        .precision_km = stored->precision / 1000.0,
        .population = stored->population,
        .geonameid = stored->geonameid,
        .capital = (stored->flags & PLACE_FLAG_CAPITAL) != 0,
        .supranational = (stored->flags & PLACE_FLAG_SUPRANATIONAL) != 0,
    };
}

static place_id own_place_of(const struct gazetteer *gazetteer, struct text ref) {
    struct probe probe = probe_start(gazetteer, SECTION_REF_TAGS, SECTION_REF_SLOTS, index_mix(text_hash(ref)));
    uint32_t id;
    while (probe_next(&probe, &id)) {
        const struct index_place *place = index_place_at(gazetteer, id);
        if (place && text_equal(index_string(gazetteer, place->ref), ref)) {
            return id;
        }
    }
    return PLACE_NONE;
}

place_id gazetteer_place_of(const struct gazetteer *gazetteer, struct text ref) {
    place_id id = own_place_of(gazetteer, ref);
    return id == PLACE_NONE && gazetteer->overlays ? overlays_place_of(gazetteer->overlays, ref) : id;
}

struct text gazetteer_local_name(const struct gazetteer *gazetteer, place_id id) {
    const struct index_place *place = index_place_at(gazetteer, id);
    return place ? index_string(gazetteer, place->local_name) : TEXT_NONE;
}

/* Names by language. */

struct text gazetteer_language(const struct gazetteer *gazetteer, uint16_t language) {
    const uint32_t *languages = gazetteer->sections[SECTION_LANGUAGES];
    if (language < section_count(gazetteer, SECTION_LANGUAGES)) {
        return index_string(gazetteer, languages[language]);
    }
    return gazetteer->overlays ? overlays_language(gazetteer->overlays, language) : TEXT_NONE;
}

/* Index of the language, or 0. */
static uint16_t find_language(const struct gazetteer *gazetteer, struct text language) {
    size_t low = 1;
    size_t high = section_count(gazetteer, SECTION_LANGUAGES);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(gazetteer_language(gazetteer, (uint16_t)middle), language);
        if (order == 0) {
            return (uint16_t)middle;
        }
        *(order < 0 ? &low : &high) = order < 0 ? middle + 1 : middle;
    }
    return 0;
}

static struct text own_name(const struct gazetteer *gazetteer, place_id id, struct text language) {
    uint16_t wanted = find_language(gazetteer, language);
    const struct index_place *place = index_place_at(gazetteer, id);
    const struct index_name *names = gazetteer->sections[SECTION_NAMES];
    if (!place || wanted == 0) {
        return TEXT_NONE;
    }
    for (size_t i = place->names; i < place[1].names && i < section_count(gazetteer, SECTION_NAMES); i++) {
        if (names[i].language == wanted) {
            return index_string(gazetteer, names[i].name);
        }
    }
    return TEXT_NONE;
}

static struct text name_in(const struct gazetteer *gazetteer, place_id id, struct text language) {
    struct text name = own_name(gazetteer, id, language);
    if (name.size == 0 && gazetteer->overlays) {
        name = overlays_name(gazetteer->overlays, gazetteer_place(gazetteer, id).ref, language);
    }
    return name;
}

struct text gazetteer_name(const struct gazetteer *gazetteer, place_id id, struct text language) {
    struct text name = name_in(gazetteer, id, language);
    size_t dash = text_find(language, TEXT("-"), 0);
    return name.size == 0 && dash < language.size ? name_in(gazetteer, id, text_slice(language, 0, dash)) : name;
}

/* Keys. */

static struct readings readings_of(const struct gazetteer *gazetteer, const struct index_key *key) {
    const struct reading *readings = gazetteer->sections[SECTION_READINGS];
    size_t count = section_count(gazetteer, SECTION_READINGS);
    if (key[0].readings > key[1].readings || key[1].readings > count) {
        return (struct readings){NULL, 0};
    }
    return (struct readings){readings + key[0].readings, key[1].readings - key[0].readings};
}

static struct readings own_readings(const struct gazetteer *gazetteer, struct text key) {
    struct probe probe = probe_start(gazetteer, SECTION_KEY_TAGS, SECTION_KEY_SLOTS, index_mix(text_hash(key)));
    const struct index_key *keys = gazetteer->sections[SECTION_KEYS];
    size_t count = section_count(gazetteer, SECTION_KEYS) - 1;
    uint32_t found;
    while (probe_next(&probe, &found)) {
        if (found < count && text_equal(index_string(gazetteer, keys[found].key), key)) {
            return readings_of(gazetteer, &keys[found]);
        }
    }
    return (struct readings){NULL, 0};
}

struct readings gazetteer_find(const struct gazetteer *gazetteer, struct text key, struct arena *arena) {
    struct readings own = own_readings(gazetteer, key);
    return gazetteer->overlays ? overlays_find(gazetteer->overlays, key, own, arena) : own;
}

static size_t own_longest(const struct gazetteer *gazetteer, struct text word) {
    const uint32_t *slots = gazetteer->sections[SECTION_WORDS];
    size_t count = section_count(gazetteer, SECTION_WORDS);
    uint64_t mixed = index_mix(text_hash(word));
    size_t at = count ? index_reduce((uint32_t)mixed, count) : 0;
    for (size_t probes = 0; probes < count && slots[at] != 0; probes++) {
        if ((slots[at] & ~0xffU) == index_word(mixed)) {
            return slots[at] & 0xff;
        }
        at = at + 1 < count ? at + 1 : 0;
    }
    return own_readings(gazetteer, word).count > 0 ? 1 : 0;
}

size_t gazetteer_longest(const struct gazetteer *gazetteer, struct text word) {
    size_t own = own_longest(gazetteer, word);
    size_t over = gazetteer->overlays ? overlays_longest(gazetteer->overlays, word) : 0;
    return own > over ? own : over;
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
size_t gazetteer_within(const struct gazetteer *gazetteer, struct bounds bounds, size_t limit, place_id *ids) {
    const struct index_point *points = gazetteer->sections[SECTION_POINTS];
    struct index_bounds wanted = stored_bounds(bounds);
    size_t count = section_count(gazetteer, SECTION_POINTS);
    size_t found = 0;
    for (size_t i = 0; i < count && found < limit; i++) {
        if (point_inside(points[i], &wanted)) {
            ids[found++] = (place_id)i;
        }
    }
    return gazetteer->overlays ? overlays_within(gazetteer->overlays, bounds, limit, ids, found) : found;
}

size_t gazetteer_members(const struct gazetteer *gazetteer, place_id organisation, int64_t days, size_t limit,
                         place_id *ids) {
    const struct index_membership *memberships = gazetteer->sections[SECTION_MEMBERSHIPS];
    size_t count = section_count(gazetteer, SECTION_MEMBERSHIPS);
    size_t found = 0;
    for (size_t i = 0; i < count && found < limit; i++) {
        const struct index_membership *m = &memberships[i];
        bool seen = found > 0 && ids[found - 1] == m->country;
        if (m->organisation == organisation && m->from <= days && days < m->to && !seen &&
            m->country < gazetteer->header.places) {
            ids[found++] = m->country;
        }
    }
    return found;
}

/* Overlays. */

bool gazetteer_lay_over(struct gazetteer *gazetteer, const char *path, struct error *error) {
    if (!gazetteer->overlays) {
        struct overlays_ground ground = {gazetteer, (size_t)gazetteer->header.places,
                                         section_count(gazetteer, SECTION_LANGUAGES), own_place_of, find_language};
        gazetteer->overlays = overlays_new(ground);
    }
    if (!gazetteer->overlays) {
        return error_set(error, ERROR_ENVIRONMENT, "%s: no memory to open it", path);
    }
    return overlays_add(gazetteer->overlays, path, error);
}
