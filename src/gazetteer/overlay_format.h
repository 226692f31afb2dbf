/*
 * overlay_format.h: how overlay.bin is laid out: what a user imported, sorted by hashes so that it can be written in
 * one pass over sorted records and read without being parsed. One header, then sections of fixed-size records in the
 * byte order of the machine, each starting at a multiple of 8 bytes. A string is the offset of its two-byte length and
 * its bytes in the section of strings; offset 0 is the empty string. Names are found by the 64-bit hash of their key
 * alone.
 */
#ifndef BORDERMAP_OVERLAY_FORMAT_H
#define BORDERMAP_OVERLAY_FORMAT_H

#include "index_format.h"

#define OVERLAY_MAGIC "BMOVERLY"
enum { OVERLAY_VERSION = 1, OVERLAY_BUCKET_BITS = 22 };

enum overlay_section {
    OVERLAY_STRINGS,
    OVERLAY_PLACES,          /* overlay_place, by hash of the reference; one more than there are: it ends the names */
    OVERLAY_PLACE_BUCKETS,   /* uint32_t: first place whose hash has those highest bits; one more than buckets */
    OVERLAY_NAMES,           /* index_name, place by place */
    OVERLAY_READINGS,        /* overlay_reading, by hash of the key, greatest place first */
    OVERLAY_READING_BUCKETS, /* uint32_t */
    OVERLAY_WORDS,           /* overlay_word, by hash */
    OVERLAY_WORD_BUCKETS,    /* uint32_t */
    OVERLAY_POINTS,          /* overlay_point: populated places, greatest first */
    OVERLAY_LANGUAGES,       /* uint32_t: strings; the first is the empty one */
    OVERLAY_SECTIONS
};

struct overlay_header {
    char magic[8];
    uint32_t version;
    uint32_t byte_order;
    uint64_t file_size;
    uint64_t content_hash; /* FNV-1a of all that follows the header */
    uint64_t places, readings;
    struct index_extent sections[OVERLAY_SECTIONS];
    uint64_t header_hash; /* FNV-1a of the header before this member */
};

enum { OVERLAY_NAMES_ONLY = 4 }; /* flag beside PLACE_FLAG_…: names for a place that something else must have */

struct overlay_place {
    uint64_t hash;
    uint32_t ref, name, feature, country, countries, admin1, admin2; /* strings */
    int32_t lon, lat;                                                /* ten-millionths of a degree */
    uint32_t precision;                                              /* metres */
    uint32_t geonameid;
    uint32_t names; /* first of its index_name */
    int64_t population;
    uint8_t kind, flags;
    uint8_t reserved[6];
};

struct overlay_reading {
    uint64_t hash;
    uint32_t place;
    uint16_t language; /* of this file */
    uint8_t use, flags;
};

struct overlay_word {
    uint64_t hash;
    uint64_t longest; /* words of the longest name that begins so */
};

struct overlay_point {
    int32_t lon, lat;
    uint32_t place;
    uint32_t reserved;
};

/* Bytes of a record of the section. */
size_t overlay_record_size(enum overlay_section section);

/* How many of the highest bits tell the buckets of that many records: about eight records each. */
unsigned overlay_bucket_bits(uint64_t count);

#endif
