/* A row → an account. */
#include "dialect.h"
#include "row_place.h"
#include "row_values.h"
#include "safe_id.h"
#include "table_reading.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

static const double unconfirmed = 0.5, vouched = 1;

bool row_refuse(struct row_work *work, enum row_field field, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(work->reason, sizeof work->reason, format, arguments);
    va_end(arguments);
    work->wrong = field;
    return false;
}

bool row_pass(struct row_work *work) {
    work->pass = true;
    return false;
}

struct text row_value(const struct row_work *work, enum row_field field) {
    return text_trim(work->row->values[field]);
}

static bool has_trait(const struct row_work *work, enum table_trait trait) {
    return (work->reading->dialect->traits & trait) != 0;
}

static struct text provider_of(const struct row_work *work) {
    const struct column_map *map = work->reading->map;
    return map && map->provider.size > 0 ? map->provider : text_of(work->reading->dialect->name);
}

/* The same row gives the same key, wherever it stands. */
static uint64_t hash_of_row(const struct table_row *row) {
    uint64_t hash = text_hash(TEXT("row"));
    for (int field = 0; field < ROW_FIELDS; field++)
        hash = text_hash_on(text_hash_on(hash, TEXT("\n")), text_trim(row->values[field]));
    return hash;
}

static void name_account(struct row_work *work) {
    struct account *account = work->account;
    struct text id = row_words(work, ROW_ID), day = date_write(work->arena, account->incident.date.start);
    account->provider = provider_of(work);
    if (id.size == 0)
        id = text_format(work->arena, "%016llx", (unsigned long long)hash_of_row(work->row));
    else if (has_trait(work, TABLE_ID_WITH_DATE))
        id = text_format(work->arena, "%.*s@%.*s", TEXT_ARGS(id), TEXT_ARGS(day));
    account->key = text_format(work->arena, "%.*s:%.*s", TEXT_ARGS(account->provider), TEXT_ARGS(id));
    account->incident.id = safe_id_of(account->key, work->arena);
}

static bool read_dates(struct row_work *work) {
    struct incident_date *date = &work->account->incident.date;
    if (!row_date(work, ROW_DATE, &date->start))
        return false;
    date->end = date->start;
    if (row_value(work, ROW_DATE_END).size == 0)
        return true;
    if (!row_date(work, ROW_DATE_END, &date->end))
        return false;
    return date_compare(date->end, date->start) >= 0 || row_refuse(work, ROW_DATE_END, "it ends before it begins");
}

/* The least and the most of the best, low and high figures. */
static bool read_killed(struct row_work *work) {
    int64_t best, low, high;
    if (!row_count(work, ROW_KILLED, &best) || !row_count(work, ROW_KILLED_LOW, &low) ||
        !row_count(work, ROW_KILLED_HIGH, &high))
        return false;
    low = low < 0 || (best >= 0 && best < low) ? best : low;
    high = high < 0 || best > high ? best : high;
    if (low >= 0 && high >= 0 && low > high)
        return row_refuse(work, ROW_KILLED_LOW, "at least %lld, but at most %lld", (long long)low, (long long)high);
    work->account->incident.killed = (struct count_range){low, high};
    return true;
}

static bool read_exact(struct row_work *work, enum row_field field, struct count_range *range) {
    int64_t count;
    if (!row_count(work, field, &count))
        return false;
    *range = (struct count_range){count, count};
    return true;
}

/* What is counted of a part of the killed. */
static bool read_parts(struct row_work *work) {
    static const struct {
        enum row_field field;
        enum toll_whose whose;
        const char *side;
    } parts[] = {{ROW_KILLED_1, TOLL_COMBATANTS, "a"},
                 {ROW_KILLED_2, TOLL_COMBATANTS, "b"},
                 {ROW_KILLED_CIVILIANS, TOLL_CIVILIANS, ""}};
    struct incident *incident = &work->account->incident;
    incident->tolls = ARENA_ARRAY(work->arena, struct toll, 3);
    for (size_t i = 0; i < 3; i++) {
        struct count_range count;
        if (!read_exact(work, parts[i].field, &count))
            return false;
        if (count.high <= 0)
            continue;
        struct text side = parts[i].side[0] == 'a' && incident->party_count > 0   ? incident->parties[0].ref
                           : parts[i].side[0] == 'b' && incident->party_count > 1 ? incident->parties[1].ref
                                                                                  : TEXT_NONE;
        if (parts[i].side[0] != '\0' && side.size == 0)
            continue; /* of whom there is no reference */
        incident->tolls[incident->toll_count++] =
            (struct toll){.kind = TOLL_KILLED, .whose = parts[i].whose, .side = side, .count = count};
    }
    return true;
}

static bool read_tolls(struct row_work *work) {
    struct incident *incident = &work->account->incident;
    return read_killed(work) && read_exact(work, ROW_WOUNDED, &incident->wounded) &&
           read_exact(work, ROW_MISSING, &incident->missing) && read_exact(work, ROW_CAPTURED, &incident->captured) &&
           read_exact(work, ROW_DISPLACED, &incident->displaced) && read_parts(work);
}

/* What follows the last " of ": "Government of X", "Military Forces of X (2021-)". */
static struct text after_of(struct text name) {
    size_t at = name.size, from = 0, found;
    while ((found = text_find(name, TEXT(" of "), from)) < name.size) {
        at = found + 4;
        from = found + 1;
    }
    return text_slice(name, at, name.size);
}

static struct incident_party party_of(const struct row_work *work, struct text name, const char *side) {
    struct incident_party party = {.name = name, .side = text_of(side)};
    struct place_wish wish = {.name = name, .kind = REF_GROUP, .near = {NAN, NAN}};
    struct place_snapshot found;
    struct text country = row_country(work, name);
    country = country.size ? country : row_country(work, after_of(name));
    if (country.size > 0)
        party.ref = ref_of_country(work->arena, country);
    else if (place_cache_find(work->reading->places, &wish, &found))
        party.ref = found.ref;
    return party;
}

static void read_parties(struct row_work *work) {
    static const char *const sides[] = {"a", "b"};
    struct incident *incident = &work->account->incident;
    incident->parties = ARENA_ARRAY(work->arena, struct incident_party, 2);
    for (int i = 0; i < 2; i++) {
        struct text name = row_words(work, (enum row_field)(ROW_PARTY_1 + i));
        if (name.size > 0)
            incident->parties[incident->party_count++] = party_of(work, name, sides[i]);
    }
}

static void read_telling(struct row_work *work) {
    struct account *account = work->account;
    struct incident *incident = &account->incident;
    struct text title = row_words(work, ROW_TITLE);
    account->text = row_words(work, ROW_TEXT);
    account->text = account->text.size > 0 ? account->text : title;
    account->edited = row_stamp(work, ROW_EDITED);
    account->aggregated_only = has_trait(work, TABLE_AGGREGATED_ONLY);
    incident->sentence.text = account->aggregated_only ? TEXT_NONE : account->text;
    incident->source = (struct incident_source){.article = incident->id,
                                                .title = title,
                                                .publisher = row_words(work, ROW_SOURCE),
                                                .url = row_words(work, ROW_URL),
                                                .credit = text_of(work->reading->dialect->credit),
                                                .aggregated_only = account->aggregated_only};
    struct date published;
    if (date_read(row_stamp(work, ROW_PUBLISHED), &published))
        incident->source.published = published;
}

/* The kind by the column map, by our own names, by ACLED's. */
static enum incident_kind kind_of_words(const struct row_work *work) {
    const struct column_map *map = work->reading->map;
    struct text word = row_words(work, ROW_KIND);
    for (size_t i = 0; map && i < map->kind_count; i++)
        if (text_equal(map->kinds[i].word, word))
            return map->kinds[i].kind;
    char *small = text_c(work->arena, word);
    for (char *c = small; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c == '_' || *c == '-' ? ' ' : *c);
    enum incident_kind kind;
    if (kind_find(text_of(small), &kind) || kind_of_acled(word, &kind))
        return kind;
    return map ? map->other : INCIDENT_OTHER;
}

static bool read_precision(struct row_work *work, bool *given) {
    struct text word = row_value(work, ROW_PRECISION);
    *given = false;
    for (int precision = 0; word.size > 0 && precision <= PRECISION_UNKNOWN; precision++)
        if (text_is(word, place_precision_name((enum place_precision)precision))) {
            work->account->incident.precision = (enum place_precision)precision;
            *given = true;
        }
    return word.size == 0 || *given ||
           row_refuse(work, ROW_PRECISION, "'%.*s' is none of exact, near, district, region, line, country, unknown",
                      (int)(word.size < 40 ? word.size : 40), word.data);
}

static bool read_status(struct row_work *work) {
    struct text word = row_value(work, ROW_STATUS);
    for (int status = 0; word.size > 0 && status <= STATUS_DENIED; status++)
        if (text_is(word, incident_status_name((enum incident_status)status))) {
            work->account->incident.status = (enum incident_status)status;
            return true;
        }
    return word.size == 0 || row_refuse(work, ROW_STATUS, "'%.*s' is none of news, ongoing, past, planned, denied",
                                        (int)(word.size < 40 ? word.size : 40), word.data);
}

/* What a dialect's codes mean, or where it has none, words. */
static bool complete(struct row_work *work, bool *precision_given) {
    struct incident *incident = &work->account->incident;
    incident->kind = INCIDENT_OTHER;
    *precision_given = work->reading->dialect->complete != NULL;
    if (*precision_given) {
        incident->precision = PRECISION_EXACT;
        return work->reading->dialect->complete(work);
    }
    incident->kind = kind_of_words(work);
    return read_status(work) && read_precision(work, precision_given);
}

static bool fill(struct row_work *work) {
    bool precision_given;
    struct incident *incident = &work->account->incident;
    if (!read_dates(work) || !complete(work, &precision_given) || !row_place(work, precision_given))
        return false;
    read_parties(work);
    if (!read_tolls(work))
        return false;
    name_account(work);
    read_telling(work);
    incident->confidence = has_trait(work, TABLE_UNCONFIRMED) ? unconfirmed : vouched;
    return true;
}

void reading_reject(const struct table_reading *reading, uint64_t line, struct text column, const char *reason) {
    reading->counts->rejected++;
    if (reading->sink->rejected)
        reading->sink->rejected(reading->sink->context, reading->file, line, column, reason);
}

bool row_take(struct table_reading *reading, const struct table_row *row, struct error *error) {
    struct account account = {.file = reading->file, .line = row->line, .incident = incident_unknown()};
    struct table_row copy = *row;
    struct row_work work = {
        .reading = reading, .row = &copy, .account = &account, .arena = reading->sink->rows, .wrong = ROW_FIELDS};
    if (fill(&work)) {
        reading->counts->accounts++;
        return reading->sink->account(reading->sink->context, &account, error);
    }
    if (work.pass)
        reading->counts->passed++;
    else
        reading_reject(reading, row->line, work.wrong < ROW_FIELDS ? reading->columns[work.wrong] : TEXT_NONE,
                       work.reason);
    return true;
}
