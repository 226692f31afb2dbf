#include "stored_write.h"

#include "document.h"
#include "json_writer.h"
#include "link.h"

static struct text day_words(const struct incident_date *date, struct arena *arena) {
    struct text start = date_write(arena, date->start), end = date_write(arena, date->end);
    if (start.size == 0)
        return TEXT("no date");
    return end.size == 0 || text_equal(start, end) ? start
                                                   : text_format(arena, "%.*s/%.*s", TEXT_ARGS(start), TEXT_ARGS(end));
}

static void add_count(struct builder *line, const char *what, struct count_range range) {
    if (range.low < 0 && range.high < 0)
        return;
    builder_format(line, ", %s ", what);
    if (range.low == range.high)
        builder_format(line, "%lld", (long long)range.low);
    else if (range.high < 0)
        builder_format(line, "%lld or more", (long long)range.low);
    else if (range.low < 0)
        builder_format(line, "up to %lld", (long long)range.high);
    else
        builder_format(line, "%lld-%lld", (long long)range.low, (long long)range.high);
}

static void add_parties(struct builder *line, const struct incident *incident) {
    for (size_t i = 0; i < incident->party_count; i++) {
        const struct incident_party *party = &incident->parties[i];
        builder_format(line, "%s%.*s", i ? " - " : ", ", TEXT_ARGS(party->ref.size > 0 ? party->ref : party->name));
    }
}

static void add_line(struct builder *lines, const struct stored_incident *stored, struct arena *arena) {
    const struct incident *incident = &stored->incident;
    struct text place = incident->place.name.size > 0 ? incident->place.name : TEXT("no place");
    builder_format(lines, "%.*s  %.*s  %s, %.*s", TEXT_ARGS(stored->id), TEXT_ARGS(day_words(&incident->date, arena)),
                   incident_kind_name(incident->kind), TEXT_ARGS(place));
    if (incident->precision > PRECISION_NEAR)
        builder_format(lines, " (%s)", place_precision_name(incident->precision));
    add_parties(lines, incident);
    add_count(lines, "killed", incident->killed);
    add_count(lines, "wounded", incident->wounded);
    if (incident->status != STATUS_NEWS)
        builder_format(lines, ", %s", incident_status_name(incident->status));
    if (stored->account_count > 1)
        builder_format(lines, ", %zu accounts", stored->account_count);
    builder_format(lines, "%s%s\n", stored->corrected ? ", corrected" : "",
                   stored->unsure ? ", may be one with another" : "");
}

struct text stored_write_lines(const struct stored_list *list, struct arena *arena) {
    struct builder lines = builder_new(arena);
    for (size_t i = 0; i < list->count; i++)
        add_line(&lines, &list->items[i], arena);
    return builder_text(&lines);
}

static void add_account(struct json_writer *json, const struct stored_account *stored) {
    json_open_object(json, NULL);
    json_add_text(json, "id", stored->account.key);
    json_add_text(json, "source", stored->account.provider);
    json_add_text(json, "article", stored->account.incident.source.article);
    json_close(json);
}

struct text stored_write_json(const struct stored_list *list, struct arena *arena) {
    struct builder lines = builder_new(arena);
    for (size_t i = 0; i < list->count; i++) {
        const struct stored_incident *stored = &list->items[i];
        struct json_writer json = {.out = &lines};
        json_open_object(&json, NULL);
        document_add_incident(&json, stored->id, &stored->incident, arena);
        json_open_array(&json, "accounts");
        for (size_t j = 0; j < stored->account_count; j++)
            add_account(&json, &stored->accounts[j]);
        json_close(&json);
        json_add_whole(&json, "revision", stored->revision);
        if (stored->corrected)
            json_add_bool(&json, "corrected", true);
        if (stored->unsure)
            json_add_bool(&json, "unsure", true);
        json_close(&json);
        builder_add_char(&lines, '\n');
    }
    return builder_text(&lines);
}

static void add_told(struct builder *sheet, const struct stored_account *stored, struct arena *arena) {
    const struct account *account = &stored->account;
    const struct incident *incident = &account->incident;
    const struct incident_source *source = &incident->source;
    builder_format(sheet, "\n  %.*s\n    %.*s", TEXT_ARGS(account->key),
                   TEXT_ARGS(source->publisher.size > 0 ? source->publisher : account->provider));
    struct text published = date_write(arena, source->published);
    if (published.size > 0)
        builder_format(sheet, ", %.*s", TEXT_ARGS(published));
    if (source->title.size > 0)
        builder_format(sheet, ": %.*s", TEXT_ARGS(source->title));
    builder_format(sheet, "\n    %.*s  %s, %.*s", TEXT_ARGS(day_words(&incident->date, arena)),
                   incident_kind_name(incident->kind), TEXT_ARGS(incident->place.name));
    add_parties(sheet, incident);
    add_count(sheet, "killed", incident->killed);
    add_count(sheet, "wounded", incident->wounded);
    builder_add_char(sheet, '\n');
    if (account->text.size > 0)
        builder_format(sheet, "    \"%.*s\"\n", TEXT_ARGS(account->text));
    if (stored->revision > 1)
        builder_format(sheet, "    %lld texts of it are known\n", (long long)stored->revision);
}

/* The points of two accounts, each part by its name. */
static void add_pair(struct builder *sheet, const struct account *a, const struct account *b) {
    struct link_sketch one = link_sketch_of(a), other = link_sketch_of(b);
    struct link_score score = link_compare(&one, &other);
    builder_format(sheet, "\n  %.*s\n  %.*s\n    %s:", TEXT_ARGS(a->key), TEXT_ARGS(b->key),
                   score.veto ? score.veto : link_band_name(score.band));
    for (enum link_part_name part = 0; part < LINK_PARTS; part++) {
        builder_format(sheet, " %s ", link_part_name(part));
        builder_add_number(sheet, score.parts[part].points, 0);
    }
    builder_add_c(sheet, " = ");
    builder_add_number(sheet, score.points, 0);
    if (score.held)
        builder_format(sheet, " (%s)", score.held);
    builder_add_char(sheet, '\n');
}

struct text stored_write_sheet(const struct stored_incident *incident, struct arena *arena) {
    struct builder sheet = builder_new(arena);
    add_line(&sheet, incident, arena);
    builder_format(&sheet, "\naccounts:\n");
    for (size_t i = 0; i < incident->account_count; i++)
        add_told(&sheet, &incident->accounts[i], arena);
    if (incident->account_count > 1)
        builder_format(&sheet, "\nwhy they are one (%d points link, %d suggest):\n", LINK_POINTS_LINKED,
                       LINK_POINTS_SUGGESTED);
    for (size_t i = 0; i < incident->account_count; i++)
        for (size_t j = i + 1; j < incident->account_count; j++)
            add_pair(&sheet, &incident->accounts[i].account, &incident->accounts[j].account);
    return builder_text(&sheet);
}
