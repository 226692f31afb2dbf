#include "link_sketch.h"

#include <math.h>
#include <string.h>

enum {
    SPAN_MOST = 31,
    WORD_LEAST = 4,
    STEM = 6,
    SHINGLE = 3,
    PUBLISHED_BACK = 3,
    EXACT_KM = 3,
    NEAR_KM = 8,
    DISTRICT_KM = 30
};

static uint64_t mix(uint64_t x) { /* splitmix64 */
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9U;
    x = (x ^ x >> 27) * 0x94d049bb133111ebU;
    return x ^ x >> 31;
}

/* The smallest of all hashes so far, by each of many hash functions. */
static void lower(uint64_t *least, size_t count, uint64_t hash) {
    for (size_t i = 0; i < count; i++) {
        uint64_t by_this = mix(hash + i * 0x9e3779b97f4a7c15U);
        least[i] = by_this < least[i] ? by_this : least[i];
    }
}

static bool is_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

/* The next run of letters, its ASCII in lower case in `word`; false at the end. */
static bool next_word(struct text text, size_t *at, char word[64], size_t *size) {
    while (*at < text.size && !is_letter((unsigned char)text.data[*at]))
        ++*at;
    for (*size = 0; *at < text.size && is_letter((unsigned char)text.data[*at]); ++*at)
        if (*size < 64) {
            char c = text.data[*at];
            word[(*size)++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
    return *size > 0;
}

/* Words that carry something: no figures, which tolls compare, and no short ones. */
static bool is_telling(const char *word, size_t size) {
    return size >= WORD_LEAST && !(word[0] >= '0' && word[0] <= '9');
}

static void sketch_text(struct link_sketch *sketch, struct text text) {
    uint64_t shingles[SKETCH_SHINGLES], words[SKETCH_WORDS], last[SHINGLE] = {0};
    char word[64];
    size_t at = 0, size, count = 0;
    memset(shingles, 0xff, sizeof shingles);
    memset(words, 0xff, sizeof words);
    while (next_word(text, &at, word, &size)) {
        last[count % SHINGLE] = text_hash((struct text){word, size});
        count++;
        if (count >= SHINGLE)
            lower(shingles, SKETCH_SHINGLES,
                  mix(last[count % SHINGLE] + mix(last[(count + 1) % SHINGLE] + mix(last[(count + 2) % SHINGLE]))));
        if (is_telling(word, size))
            lower(words, SKETCH_WORDS, text_hash((struct text){word, size < STEM ? size : STEM}));
    }
    for (size_t i = 0; i < SKETCH_SHINGLES; i++)
        sketch->shingles[i] = (uint8_t)shingles[i];
    for (size_t i = 0; i < SKETCH_WORDS; i++)
        sketch->words[i] = (uint8_t)words[i];
    sketch->word_count = (uint16_t)(count < UINT16_MAX ? count : UINT16_MAX);
}

static int32_t last_day_of(struct date date) {
    struct date last = date;
    last.month = last.month ? last.month : 12;
    last.day = last.day ? last.day : date_month_length(last.year, last.month);
    return (int32_t)date_days(last);
}

static void sketch_days(struct link_sketch *sketch, const struct incident *incident) {
    const struct incident_date *date = &incident->date;
    struct date end = date_known(date->end) ? date->end : date->start, published = incident->source.published;
    sketch->first_day = sketch->last_day = SKETCH_NO_DAY;
    if (date_known(date->start)) {
        sketch->first_day = (int32_t)date_days(date->start);
        sketch->last_day = last_day_of(end);
        sketch->dated = sketch->last_day - sketch->first_day <= SPAN_MOST / 4;
    } else if (published.day > 0) {
        sketch->last_day = (int32_t)date_days(published);
        sketch->first_day = sketch->last_day - PUBLISHED_BACK;
    }
    if (sketch->first_day != SKETCH_NO_DAY && sketch->last_day - sketch->first_day > SPAN_MOST)
        sketch->first_day = sketch->last_day = SKETCH_NO_DAY;
}

static void sketch_place(struct link_sketch *sketch, const struct incident *incident) {
    static const double least[] = {
        [PRECISION_EXACT] = EXACT_KM,     [PRECISION_NEAR] = NEAR_KM,     [PRECISION_DISTRICT] = DISTRICT_KM,
        [PRECISION_REGION] = DISTRICT_KM, [PRECISION_LINE] = DISTRICT_KM, [PRECISION_COUNTRY] = DISTRICT_KM,
        [PRECISION_UNKNOWN] = DISTRICT_KM};
    sketch->lat = (float)incident->point.lat;
    sketch->lon = (float)incident->point.lon;
    sketch->precision = (uint8_t)incident->precision;
    sketch->radius_km = (float)fmax(incident->precision_km, least[incident->precision]);
    sketch->place = incident->place.ref.size > 0 ? text_hash(incident->place.ref) : 0;
}

static int32_t count_of(int64_t count) {
    return count < 0 ? -1 : count > INT32_MAX ? INT32_MAX : (int32_t)count;
}

static void sketch_counts(struct link_sketch *sketch, const struct incident *incident) {
    sketch->killed_low = count_of(incident->killed.low);
    sketch->killed_high = count_of(incident->killed.high);
    sketch->wounded_low = count_of(incident->wounded.low);
    sketch->wounded_high = count_of(incident->wounded.high);
}

static void sketch_parties(struct link_sketch *sketch, const struct incident *incident) {
    for (size_t i = 0; i < incident->party_count && sketch->party_count < SKETCH_PARTIES; i++)
        if (incident->parties[i].ref.size > 0)
            sketch->parties[sketch->party_count++] = text_hash(incident->parties[i].ref);
}

struct link_sketch link_sketch_of(const struct account *account) {
    const struct incident *incident = &account->incident;
    struct link_sketch sketch = {.kind = (uint8_t)incident->kind,
                                 .provider = text_hash(account->provider),
                                 .article = text_hash(account_article_of(account->key)),
                                 .language = text_hash(incident->source.language)};
    sketch_days(&sketch, incident);
    sketch_place(&sketch, incident);
    sketch_counts(&sketch, incident);
    sketch_parties(&sketch, incident);
    sketch_text(&sketch, account->text.size > 0 ? account->text : incident->sentence.text);
    return sketch;
}

/* Every field in its order, little end first. Reading and writing are one list of fields. */
struct packer {
    unsigned char bytes[512];
    size_t at;
    bool reads;
};

static void pack(struct packer *packer, void *field, size_t size) {
    unsigned char *bytes = field;
    for (size_t i = 0; i < size; i++) {
        size_t at = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? i : size - 1 - i;
        if (packer->reads)
            bytes[at] = packer->bytes[packer->at + i];
        else
            packer->bytes[packer->at + i] = bytes[at];
    }
    packer->at += size;
}

static void pack_sketch(struct packer *packer, struct link_sketch *sketch) {
    uint8_t dated = sketch->dated;
#define PACK(member) pack(packer, &sketch->member, sizeof sketch->member)
    PACK(first_day), PACK(last_day), PACK(lat), PACK(lon), PACK(radius_km), PACK(kind), PACK(precision), PACK(place);
    PACK(killed_low), PACK(killed_high), PACK(wounded_low), PACK(wounded_high), PACK(party_count);
    for (size_t i = 0; i < SKETCH_PARTIES; i++)
        PACK(parties[i]);
    PACK(provider), PACK(article), PACK(language), PACK(word_count);
#undef PACK
    pack(packer, &dated, 1);
    for (size_t i = 0; i < SKETCH_SHINGLES; i++)
        pack(packer, &sketch->shingles[i], 1);
    for (size_t i = 0; i < SKETCH_WORDS; i++)
        pack(packer, &sketch->words[i], 1);
    sketch->dated = dated != 0;
}

struct text link_sketch_write(const struct link_sketch *sketch, struct arena *arena) {
    struct packer packer = {.reads = false};
    struct link_sketch copy = *sketch;
    pack_sketch(&packer, &copy);
    return text_copy(arena, (struct text){(const char *)packer.bytes, packer.at});
}

bool link_sketch_read(struct text bytes, struct link_sketch *sketch) {
    struct packer measure = {.reads = false}, packer = {.reads = true};
    struct link_sketch read = {0};
    pack_sketch(&measure, &read);
    if (bytes.size != measure.at)
        return false;
    memcpy(packer.bytes, bytes.data, bytes.size);
    pack_sketch(&packer, &read);
    if (read.kind >= INCIDENT_KINDS || read.precision > PRECISION_UNKNOWN || read.party_count > SKETCH_PARTIES)
        return false;
    *sketch = read;
    return true;
}

bool link_sketch_is_placed(const struct link_sketch *sketch) {
    return sketch->first_day != SKETCH_NO_DAY && sketch->precision != PRECISION_UNKNOWN &&
           (sketch->lat != 0 || sketch->lon != 0);
}

bool link_sketch_is_coarse(const struct link_sketch *sketch) {
    return sketch->precision > PRECISION_NEAR || sketch->radius_km > SKETCH_COARSE_KM;
}

/* Bytes agree by chance in one of 256. */
static double likeness(const uint8_t *a, const uint8_t *b, size_t count) {
    size_t equal = 0;
    for (size_t i = 0; i < count; i++)
        equal += a[i] == b[i];
    double share = ((double)equal / (double)count - 1.0 / 256) / (1 - 1.0 / 256);
    return share > 0 ? share : 0;
}

double link_sketch_shingles(const struct link_sketch *a, const struct link_sketch *b) {
    return a->word_count < SHINGLE || b->word_count < SHINGLE ? 0 : likeness(a->shingles, b->shingles, SKETCH_SHINGLES);
}

double link_sketch_words(const struct link_sketch *a, const struct link_sketch *b) {
    return a->word_count == 0 || b->word_count == 0 ? 0 : likeness(a->words, b->words, SKETCH_WORDS);
}
