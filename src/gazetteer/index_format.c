#include "index_format.h"

#include "reading.h"

size_t index_record_size(enum index_section section) {
    static const size_t sizes[INDEX_SECTIONS] = {
        [SECTION_STRINGS] = 1,
        [SECTION_PLACES] = sizeof(struct index_place),
        [SECTION_POINTS] = sizeof(struct index_point),
        [SECTION_NAMES] = sizeof(struct index_name),
        [SECTION_KEY_TAGS] = sizeof(uint16_t),
        [SECTION_KEY_SLOTS] = sizeof(uint32_t),
        [SECTION_KEYS] = sizeof(struct index_key),
        [SECTION_READINGS] = sizeof(struct reading),
        [SECTION_WORDS] = sizeof(uint32_t),
        [SECTION_REF_TAGS] = sizeof(uint16_t),
        [SECTION_REF_SLOTS] = sizeof(uint32_t),
        [SECTION_LANGUAGES] = sizeof(uint32_t),
        [SECTION_MEMBERSHIPS] = sizeof(struct index_membership),
    };
    return section < INDEX_SECTIONS ? sizes[section] : 1;
}
