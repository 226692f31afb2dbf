#include "overlay_parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Sorters into spools. */

static bool is_plain(uint8_t use) {
    return use == NAME_MAIN || use == NAME_ALTERNATE || use == NAME_SHORT;
}

/* Names of one place that differ in their language only are one reading, as in the gazetteer. */
static bool join_readings(struct overlay_reading *last, const struct overlay_reading *reading) {
    if (reading->hash != last->hash || reading->place != last->place)
        return false;
    if (is_plain(last->use) && is_plain(reading->use)) {
        bool shared = last->use == reading->use && last->language != reading->language;
        last->language = shared ? 0 : last->language;
        return true;
    }
    return last->use == reading->use && last->language == reading->language;
}

static bool spool_reading(struct overlay_writer *writer, const struct overlay_reading *reading, struct error *error) {
    writer->counts.names++;
    return overlay_spool_add(writer, OVERLAY_READINGS, reading, sizeof *reading, error);
}

static bool spool_readings(struct overlay_writer *writer, struct error *error) {
    struct overlay_reading last = {0};
    bool first = true;
    struct text record;
    if (!record_sort_start(writer->readings, error) || !record_sort_next(writer->readings, &record, error))
        return false;
    while (record.data) {
        const unsigned char *at = (const unsigned char *)record.data;
        struct overlay_reading reading = {.hash = overlay_bytes_read(at, 8),
                                          .place = (uint32_t)overlay_bytes_read(at + 17, 4),
                                          .use = at[21],
                                          .flags = at[22],
                                          .language = (uint16_t)overlay_bytes_read(at + 23, 2)};
        bool joined = !first && join_readings(&last, &reading);
        if (!first && !joined && !spool_reading(writer, &last, error))
            return false;
        last = joined ? last : reading;
        first = false;
        if (!record_sort_next(writer->readings, &record, error))
            return false;
    }
    return first || spool_reading(writer, &last, error);
}

static bool spool_words(struct overlay_writer *writer, struct error *error) {
    struct overlay_word last = {0, 0};
    struct text record;
    if (!record_sort_start(writer->words, error) || !record_sort_next(writer->words, &record, error))
        return false;
    while (record.data) {
        const unsigned char *at = (const unsigned char *)record.data;
        struct overlay_word word = {overlay_bytes_read(at, 8), 255U - at[8]};
        bool again = word.hash == last.hash && last.longest > 0;
        if (!again && !overlay_spool_add(writer, OVERLAY_WORDS, &word, sizeof word, error))
            return false;
        last = word;
        if (!record_sort_next(writer->words, &record, error))
            return false;
    }
    return true;
}

static bool spool_points(struct overlay_writer *writer, struct error *error) {
    struct text record;
    if (!record_sort_start(writer->points, error) || !record_sort_next(writer->points, &record, error))
        return false;
    while (record.data) {
        const unsigned char *at = (const unsigned char *)record.data;
        struct overlay_point point = {.place = (uint32_t)overlay_bytes_read(at + 9, 4),
                                      .lon = (int32_t)overlay_bytes_read(at + 13, 4),
                                      .lat = (int32_t)overlay_bytes_read(at + 17, 4)};
        if (!overlay_spool_add(writer, OVERLAY_POINTS, &point, sizeof point, error) ||
            !record_sort_next(writer->points, &record, error))
            return false;
    }
    return true;
}

/* The file. */

struct layout {
    FILE *file;
    const char *path;
    struct overlay_header header;
    uint64_t at;
    uint64_t hash;
};

static bool cannot_write(const struct layout *layout, struct error *error) {
    return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be written: %s; make room and run again", layout->path,
                     strerror(errno));
}

static bool put(struct layout *layout, const void *bytes, size_t size, struct error *error) {
    layout->hash = text_hash_on(layout->hash, (struct text){bytes, size});
    layout->at += size;
    return size == 0 || fwrite(bytes, 1, size, layout->file) == size || cannot_write(layout, error);
}

static bool pad(struct layout *layout, struct error *error) {
    static const char zeros[8] = {0};
    return put(layout, zeros, (8 - layout->at % 8) % 8, error);
}

/* Where each bucket of hashes begins, while the records go by. */
struct buckets {
    uint32_t *starts;
    size_t next, count; /* count: buckets + 1 */
    unsigned shift;
};

static void note_hashes(struct buckets *buckets, const unsigned char *records, size_t size, size_t count,
                        uint64_t first) {
    for (size_t i = 0; i < count; i++) {
        uint64_t hash;
        memcpy(&hash, records + i * size, sizeof hash);
        while (buckets->next <= hash >> buckets->shift)
            buckets->starts[buckets->next++] = (uint32_t)(first + i);
    }
}

/* Copies the spool of a section; its records begin with a hash if `buckets` is not NULL. */
static bool put_spool(struct layout *layout, struct overlay_spool *spool, enum overlay_section section,
                      struct buckets *buckets, struct error *error) {
    enum { CHUNK = 1 << 12 };
    unsigned char chunk[CHUNK * 24];
    size_t size = overlay_record_size(section);
    size_t step = sizeof chunk / size;
    uint64_t count = spool->bytes / size;
    layout->header.sections[section] = (struct index_extent){layout->at, count};
    if (fflush(spool->file) != 0 || fseeko(spool->file, 0, SEEK_SET) != 0)
        return cannot_write(layout, error);
    for (uint64_t done = 0; done < count;) {
        size_t wanted = count - done < step ? (size_t)(count - done) : step;
        if (fread(chunk, size, wanted, spool->file) != wanted)
            return cannot_write(layout, error);
        if (buckets)
            note_hashes(buckets, chunk, size, wanted, done);
        if (!put(layout, chunk, wanted * size, error))
            return false;
        done += wanted;
    }
    return pad(layout, error);
}

static bool put_hashed(struct layout *layout, struct overlay_spool *spool, enum overlay_section section,
                       struct error *error) {
    uint64_t count = spool->bytes / overlay_record_size(section);
    unsigned bits = overlay_bucket_bits(count);
    struct buckets buckets = {.count = ((size_t)1 << bits) + 1, .shift = 64 - bits};
    if (count >= UINT32_MAX)
        return error_set(error, ERROR_INPUT, "more names than there are numbers for: import less at once");
    buckets.starts = calloc(buckets.count, sizeof *buckets.starts);
    if (!buckets.starts)
        return error_set(error, ERROR_ENVIRONMENT, "%s: no memory to write it", layout->path);
    bool done = put_spool(layout, spool, section, &buckets, error);
    while (buckets.next < buckets.count)
        buckets.starts[buckets.next++] = (uint32_t)count;
    layout->header.sections[section + 1] = (struct index_extent){layout->at, buckets.count};
    done = done && put(layout, buckets.starts, buckets.count * sizeof *buckets.starts, error) && pad(layout, error);
    free(buckets.starts);
    return done;
}

static bool put_sections(struct layout *layout, struct overlay_spool *spools, struct error *error) {
    return put_spool(layout, &spools[OVERLAY_STRINGS], OVERLAY_STRINGS, NULL, error) &&
           put_hashed(layout, &spools[OVERLAY_PLACES], OVERLAY_PLACES, error) &&
           put_spool(layout, &spools[OVERLAY_NAMES], OVERLAY_NAMES, NULL, error) &&
           put_hashed(layout, &spools[OVERLAY_READINGS], OVERLAY_READINGS, error) &&
           put_hashed(layout, &spools[OVERLAY_WORDS], OVERLAY_WORDS, error) &&
           put_spool(layout, &spools[OVERLAY_POINTS], OVERLAY_POINTS, NULL, error) &&
           put_spool(layout, &spools[OVERLAY_LANGUAGES], OVERLAY_LANGUAGES, NULL, error);
}

static bool put_header(struct layout *layout, const struct overlay_writer *writer, struct error *error) {
    struct overlay_header *header = &layout->header;
    memcpy(header->magic, OVERLAY_MAGIC, sizeof header->magic);
    header->version = OVERLAY_VERSION;
    header->byte_order = INDEX_BYTE_ORDER;
    header->file_size = layout->at;
    header->content_hash = layout->hash;
    header->places = writer->places;
    header->readings = writer->counts.names;
    header->header_hash = text_hash((struct text){(const char *)header, offsetof(struct overlay_header, header_hash)});
    return (fseeko(layout->file, 0, SEEK_SET) == 0 && fwrite(header, sizeof *header, 1, layout->file) == 1) ||
           cannot_write(layout, error);
}

static bool put_file(struct layout *layout, struct overlay_writer *writer, struct error *error) {
    layout->file = fopen(layout->path, "wbe");
    if (!layout->file)
        return cannot_write(layout, error);
    bool done = put(layout, &layout->header, sizeof layout->header, error);
    layout->hash = text_hash(TEXT(""));
    done = done && put_sections(layout, writer->spools, error) && put_header(layout, writer, error);
    if (done && (fflush(layout->file) != 0 || fsync(fileno(layout->file)) != 0))
        done = cannot_write(layout, error);
    if (fclose(layout->file) != 0 && done)
        done = cannot_write(layout, error);
    return done;
}

bool overlay_lay_out(struct overlay_writer *writer, const char *path, struct error *error) {
    struct overlay_place end = {.hash = UINT64_MAX, .names = writer->names};
    struct layout layout = {.path = path};
    writer->counts.places = writer->places;
    return overlay_spool_add(writer, OVERLAY_PLACES, &end, sizeof end, error) && spool_readings(writer, error) &&
           spool_words(writer, error) && spool_points(writer, error) && put_file(&layout, writer, error);
}
