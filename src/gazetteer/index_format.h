/*
 * index_format.h: how gazetteer.bin is laid out. One header, then sections of fixed-size records in the byte order of
 * the machine that compiled it (the header has a mark to tell), each starting at a multiple of 8 bytes. A string is the
 * offset of its two-byte length and its bytes in the section of strings; offset 0 is the empty string.
 */
#ifndef BORDERMAP_INDEX_FORMAT_H
#define BORDERMAP_INDEX_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#define INDEX_MAGIC "BMGAZETT"
enum { INDEX_VERSION = 2, INDEX_BYTE_ORDER = 0x01020304, INDEX_STRING_LIMIT = 65535 };

enum index_section {
    SECTION_STRINGS,   /* what many places share, then of each place its name, local name and reference, keys, names */
    SECTION_PLACES,    /* index_place, one more than there are places: the last one ends the names */
    SECTION_POINTS,    /* index_point, of the populated places, which have the first ids, greatest first */
    SECTION_NAMES,     /* index_name, place by place, by language */
    SECTION_KEY_TAGS,  /* uint16_t: hash table of keys, open addressing, linear probing: index_tag() or 0 = empty */
    SECTION_KEY_SLOTS, /* uint32_t: the key in that slot */
    SECTION_KEYS,      /* index_key, those of well-known places first; one more than keys: the last ends the readings */
    SECTION_READINGS,  /* struct reading, key by key, greatest place first */
    SECTION_WORDS,     /* uint32_t: index_word() of a first word, and the most words of a name; 0 = empty */
    SECTION_REF_TAGS,  /* uint16_t: hash table of places by reference, as that of keys */
    SECTION_REF_SLOTS, /* uint32_t: the place in that slot */
    SECTION_LANGUAGES, /* uint32_t: strings, sorted; the first is the empty one */
    SECTION_MEMBERSHIPS, /* index_membership, by organisation */
    INDEX_SECTIONS
};

struct index_extent {
    uint64_t offset; /* bytes from the start of the file */
    uint64_t count;  /* records; bytes for the strings */
};

struct index_header {
    char magic[8];
    uint32_t version;
    uint32_t byte_order;
    uint64_t file_size;
    uint64_t content_hash; /* FNV-1a of all that follows the header */
    uint64_t places, names;
    struct index_extent sections[INDEX_SECTIONS];
    uint64_t header_hash; /* FNV-1a of the header before this member */
};

struct index_place {
    uint32_t ref, name, local_name, feature, country, countries, admin1, admin2; /* strings */
    int32_t lon, lat;                                                            /* ten-millionths of a degree */
    uint32_t precision;                                                          /* metres */
    uint32_t geonameid;
    int64_t population;
    uint32_t names; /* first of its index_name */
    uint8_t kind;
    uint8_t flags;
    uint8_t ref_size, name_size; /* so that a place can be told without a look at its strings; INDEX_LONG = look */
};

enum { INDEX_LONG = 255 };

enum { PLACE_FLAG_CAPITAL = 1, PLACE_FLAG_SUPRANATIONAL = 2 };

struct index_point {
    int32_t lon, lat;
};

struct index_name {
    uint32_t name;
    uint16_t language;
    uint16_t reserved;
};

struct index_key {
    uint32_t key;
    uint32_t readings; /* first */
};

struct index_membership {
    uint32_t organisation, country;
    int32_t from, to; /* days since 1970-01-01, to is the first day it no longer holds */
};

#define INDEX_DEGREE 1e7

/* Spreads the bits of a hash (the finalizer of MurmurHash3, Austin Appleby). */
static inline uint64_t index_mix(uint64_t hash) {
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    hash *= 0xc4ceb9fe1a85ec53ULL;
    return hash ^ (hash >> 33);
}

/* A place in 0..size-1 for a 32-bit hash. */
static inline size_t index_reduce(uint32_t hash, size_t size) {
    return (size_t)(((uint64_t)hash * size) >> 32);
}

/* What a slot of a hash table says of its key, never 0: one that is not there is seldom looked at further. */
static inline uint16_t index_tag(uint64_t mixed) {
    return (uint16_t)(mixed >> 48 ? mixed >> 48 : 1);
}

/* What tells a first word from others, with room for a number in the low byte. */
static inline uint32_t index_word(uint64_t mixed) {
    return (uint32_t)(mixed >> 32) & ~0xffU;
}

/* Bytes of a record of the section. */
size_t index_record_size(enum index_section section);

#endif
