#include "fact_sheet_write.h"

#include "builder.h"
#include "json_writer.h"

/* "2014-03-18 to 2022-02-24", "since 2022-02-24", "until …", "". */
static struct text span_words(struct date from, struct date to, struct arena *arena) {
    struct text a = date_write(arena, from), b = date_write(arena, to);
    if (a.size && b.size)
        return text_format(arena, "%.*s to %.*s", TEXT_ARGS(a), TEXT_ARGS(b));
    if (a.size || b.size)
        return text_format(arena, "%s %.*s", a.size ? "since" : "until", TEXT_ARGS(a.size ? a : b));
    return TEXT_NONE;
}

static void add_line(struct builder *out, const char *label, struct text value) {
    if (value.size > 0)
        builder_format(out, "  %-12s %.*s\n", label, TEXT_ARGS(value));
}

/* "line_of_control" → "line of control". */
static struct text spaced(struct text word, struct arena *arena) {
    char *copy = text_c(arena, word);
    for (char *c = copy; *c; c++)
        *c = *c == '_' ? ' ' : *c;
    return text_of(copy);
}

static void add_statement(struct builder *out, const struct fact_statement *statement) {
    struct arena *arena = out->arena;
    struct text span = span_words(statement->from, statement->to, arena);
    struct text kind = spaced(statement->kind, arena);
    builder_add_c(out, "\n");
    if (span.size + kind.size > 0) {
        builder_format(out, "%s%.*s%s%.*s", statement->holds ? "* " : "  ", TEXT_ARGS(span),
                       span.size && kind.size ? ": " : "", TEXT_ARGS(kind));
        builder_format(out, statement->part.size ? " (%.*s)\n" : "%.*s\n", TEXT_ARGS(statement->part));
    }
    add_line(out, "status", statement->sentence);
    add_line(out, "held by", statement->administered_by);
    add_line(out, "claimed by", statement->claimed_by);
    add_line(out, "source", statement->source);
}

static void add_views(struct builder *out, const struct fact_sheet *sheet) {
    for (size_t i = 0; i < sheet->views.count; i++) {
        const struct view_row *row = &sheet->views.items[i];
        struct text shown = view_row_is_part(row)     ? text_format(out->arena, "part of %.*s", TEXT_ARGS(row->holder))
                            : view_row_is_hidden(row) ? TEXT("not shown")
                                                      : spaced(row->shown, out->arena);
        builder_format(out, "%s  %-12.*s %.*s (%.*s)\n", i ? "" : "\nas others see it (--worldview)\n",
                       TEXT_ARGS(row->view), TEXT_ARGS(shown), TEXT_ARGS(row->source));
    }
}

static void add_relations(struct builder *out, const struct fact_sheet *sheet) {
    for (size_t i = 0; i < sheet->relations.count; i++) {
        const struct fact_relation *relation = &sheet->relations.items[i];
        builder_format(out, "%s  %-12s %.*s, %.*s", i ? "" : "\nwhat belongs to it\n", relation->what,
                       TEXT_ARGS(relation->ref), TEXT_ARGS(relation->name));
        if (relation->km > 0)
            builder_format(out, ", %.0f km", relation->km);
        builder_add_c(out, "\n");
    }
}

static void add_place(struct builder *out, const struct fact_sheet *sheet) {
    const struct place *place = &sheet->place;
    struct arena *arena = out->arena;
    add_line(out, "kind", text_of(place_kind_name(place->kind)));
    add_line(out, "country", place->country);
    add_line(out, "region", place->admin1);
    if (place->kind == PLACE_POINT || place->kind == PLACE_COUNTRY || place->kind == PLACE_REGION)
        add_line(out, "position",
                 text_format(arena, "%.4f, %.4f (latitude, longitude)", place->point.lat, place->point.lon));
    if (place->population > 0)
        add_line(out, "population", text_format(arena, "%lld", (long long)place->population));
    if (sheet->km > 0)
        add_line(out, "length",
                 text_format(arena, "%.0f km%s%.*s", sheet->km, sheet->shape_date.size ? " on the outlines of " : "",
                             TEXT_ARGS(sheet->shape_date)));
}

/* What a border of which nothing is stated on the day is drawn as: what holds today, if that is yet to come. */
static struct text unstated_words(const struct fact_sheet *sheet, struct arena *arena) {
    const struct fact_statement *today = NULL;
    for (size_t i = 0; i < sheet->statements.count; i++) {
        const struct fact_statement *statement = &sheet->statements.items[i];
        bool later =
            date_known(sheet->as_of) && date_known(statement->from) && date_compare(sheet->as_of, statement->from) < 0;
        if (later && !date_known(statement->to))
            today = statement;
    }
    if (!today)
        return sheet->statements.count ? TEXT("Nothing is stated for this day; it is drawn as international.")
                                       : TEXT("Nothing is stated of it: international.");
    bool partly = today->part.size > 0 && text_is(today->kind, "disputed");
    return text_format(arena, "Nothing is stated for this day; it is drawn as it is today: %.*s%s.",
                       TEXT_ARGS(spaced(today->kind, arena)), partly ? " in part" : "");
}

struct text fact_sheet_text(const struct fact_sheet *sheet, struct arena *arena) {
    struct builder out = builder_new(arena);
    struct text day = date_write(arena, sheet->as_of);
    builder_format(&out, "%.*s  %.*s\n", TEXT_ARGS(sheet->place.ref), TEXT_ARGS(sheet->name));
    add_place(&out, sheet);
    add_line(&out, "as of", day.size ? day : TEXT("the latest state of the data"));
    bool none = true;
    for (size_t i = 0; i < sheet->statements.count; i++) {
        none = none && !sheet->statements.items[i].holds;
        add_statement(&out, &sheet->statements.items[i]);
    }
    if (none && ref_is(sheet->place.ref, REF_BORDER))
        builder_format(&out, "\n%.*s\n", TEXT_ARGS(unstated_words(sheet, arena)));
    add_views(&out, sheet);
    add_relations(&out, sheet);
    for (size_t i = 0; i < sheet->names.count; i++)
        builder_format(&out, "%s  %-12s %.*s\n", i ? "" : "\nnames\n", sheet->names.items[i].lang,
                       TEXT_ARGS(sheet->names.items[i].name));
    return builder_text(&out);
}

static void write_span(struct json_writer *json, struct date from, struct date to, struct arena *arena) {
    json_add_given_text(json, "from", date_write(arena, from));
    json_add_given_text(json, "to", date_write(arena, to));
}

static void write_statements(struct json_writer *json, const struct fact_sheet *sheet, struct arena *arena) {
    json_open_array(json, "statements");
    for (size_t i = 0; i < sheet->statements.count; i++) {
        const struct fact_statement *statement = &sheet->statements.items[i];
        json_open_object(json, NULL);
        json_add_bool(json, "holds", statement->holds);
        json_add_given_text(json, "kind", statement->kind);
        json_add_given_text(json, "part", statement->part);
        write_span(json, statement->from, statement->to, arena);
        json_add_given_text(json, "status", statement->sentence);
        json_add_given_text(json, "administered_by", statement->administered_by);
        json_add_given_text(json, "claimed_by", statement->claimed_by);
        json_add_given_text(json, "source", statement->source);
        json_close(json);
    }
    json_close(json);
}

static void write_views(struct json_writer *json, const struct fact_sheet *sheet, struct arena *arena) {
    json_open_array(json, "views");
    for (size_t i = 0; i < sheet->views.count; i++) {
        const struct view_row *row = &sheet->views.items[i];
        json_open_object(json, NULL);
        json_add_text(json, "view", row->view);
        json_add_text(json, "shown", row->shown);
        json_add_given_text(json, "holder", row->holder);
        write_span(json, row->from, row->to, arena);
        json_add_text(json, "source", row->source);
        json_close(json);
    }
    json_close(json);
}

static void write_relations(struct json_writer *json, const struct fact_sheet *sheet) {
    json_open_array(json, "relations");
    for (size_t i = 0; i < sheet->relations.count; i++) {
        const struct fact_relation *relation = &sheet->relations.items[i];
        json_open_object(json, NULL);
        json_add_text(json, "kind", text_of(relation->what));
        json_add_text(json, "ref", relation->ref);
        json_add_given_text(json, "name", relation->name);
        if (relation->km > 0)
            json_add_number(json, "km", relation->km, 1);
        json_close(json);
    }
    json_close(json);
}

struct text fact_sheet_json(const struct fact_sheet *sheet, struct arena *arena) {
    struct builder out = builder_new(arena);
    struct json_writer json = {.out = &out, .indented = true};
    json_open_object(&json, NULL);
    json_add_text(&json, "ref", sheet->place.ref);
    json_add_text(&json, "name", sheet->name);
    json_add_text(&json, "kind", text_of(place_kind_name(sheet->place.kind)));
    json_add_given_text(&json, "country", sheet->place.country);
    json_add_given_text(&json, "as_of", date_write(arena, sheet->as_of));
    json_add_given_text(&json, "worldview", sheet->worldview);
    if (sheet->shown)
        json_add_text(&json, "shown", sheet->shown->shown);
    if (sheet->km > 0)
        json_add_number(&json, "km", sheet->km, 1);
    json_add_given_text(&json, "outlines_of", sheet->shape_date);
    write_statements(&json, sheet, arena);
    write_views(&json, sheet, arena);
    write_relations(&json, sheet);
    json_open_object(&json, "names");
    for (size_t i = 0; i < sheet->names.count; i++)
        json_add_text(&json, sheet->names.items[i].lang, sheet->names.items[i].name);
    json_close(&json);
    json_close(&json);
    builder_add_char(&out, '\n');
    return builder_text(&out);
}
