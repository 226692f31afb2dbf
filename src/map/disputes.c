#include "disputes.h"

#include "boundaries.h"

#include <stdio.h>

enum { NOTED_BORDERS = 8, HOLDERS = 4 };

static bool is_noted(const struct composition *composition, const struct named_line *line, enum border_class class,
                     bool partly) {
    bool border = text_starts(line->ref, TEXT("border:")) && line->noted == class && line->partly == partly;
    bool wanted = !composition_is_wide(composition) || composition_highlighted(composition, line->ref);
    bool seen = page_shape_box(&line->shape).top < composition->frame.layout.panel.bottom - 4 * composition->unit;
    return border && wanted && seen && page_shape_length(&line->shape) > 12 * composition->unit;
}

/* In English a single border has the sentence of the table, which says more. */
static bool note_single(struct composition *composition, const struct text *refs, size_t count) {
    const struct border_status *status =
        count == 1 ? status_of_border(&composition->status, refs[0], composition->plan->as_of) : NULL;
    if (!status || !text_is(composition->plan->lang, "en"))
        return false;
    struct text name = boundary_name(composition, refs[0]);
    composition_note(composition,
                     text_format(composition->arena, "%.*s: %.*s", TEXT_ARGS(name), TEXT_ARGS(status->sentence)));
    return true;
}

static void note_class(struct composition *composition, enum border_class class, bool partly) {
    struct text refs[NOTED_BORDERS], names[NOTED_BORDERS];
    size_t count = 0;
    char key[64];
    for (size_t i = 0; i < composition->named_lines.count && count < NOTED_BORDERS; i++)
        if (is_noted(composition, &composition->named_lines.items[i], class, partly))
            refs[count++] = composition->named_lines.items[i].ref;
    if (count == 0 || note_single(composition, refs, count))
        return;
    for (size_t i = 0; i < count; i++)
        names[i] = boundary_name(composition, refs[i]);
    snprintf(key, sizeof key, "legend.border.%s", border_class_name(class));
    struct blank blanks[] = {{"what", composition_phrase(composition, key)},
                             {"names", wording_list(&composition->words, names, count)}};
    composition_note(composition,
                     wording_fill(&composition->words, partly ? "note.borders-in-part" : "note.borders", blanks, 2));
}

void disputes_note_view(struct composition *composition) {
    struct text ref = worldview_place(&composition->view, composition->sources->gazetteer, composition->arena);
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    if (composition->view.name.size == 0)
        return;
    struct blank view = {"view", place == PLACE_NONE ? composition->view.name : composition_name(composition, place)};
    composition_note(composition, wording_fill(&composition->words, "note.worldview", &view, 1));
}

/* Borders in the frame of which something is stated, but only of later days. */
static size_t unknown_borders(const struct composition *composition, struct text *names) {
    size_t count = 0;
    for (size_t i = 0; i < composition->named_lines.count && count < NOTED_BORDERS; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        struct date begin = status_begin_of_border(&composition->status, line->ref);
        if (!date_known(begin) || date_compare(composition->plan->as_of, begin) >= 0)
            continue;
        if (page_shape_length(&line->shape) > 12 * composition->unit)
            names[count++] = boundary_name(composition, line->ref);
    }
    return count;
}

void disputes_note_date(struct composition *composition) {
    struct arena *arena = composition->arena;
    struct date as_of = composition->plan->as_of, begin = composition->status.begin;
    struct text names[NOTED_BORDERS], day = date_write(arena, as_of);
    if (!date_known(as_of))
        return;
    if (date_known(begin) && date_compare(as_of, begin) < 0) {
        struct blank blank = {"begin", wording_date(&composition->words, begin)};
        composition_note(composition, wording_fill(&composition->words, "note.before-data", &blank, 1));
        composition_remark(
            composition,
            text_format(arena, "as of %.*s: the data on borders begins with %.*s; the borders drawn are today's",
                        TEXT_ARGS(day), TEXT_ARGS(date_write(arena, begin))));
        return;
    }
    size_t count = unknown_borders(composition, names);
    if (count == 0)
        return;
    struct text list = wording_list(&composition->words, names, count);
    struct blank blanks[] = {{"date", wording_date(&composition->words, as_of)}, {"names", list}};
    composition_note(composition, wording_fill(&composition->words, "note.status-unknown", blanks, 2));
    composition_remark(composition,
                       text_format(arena, "as of %.*s: the data does not say what held then, drawn as of today: %.*s",
                                   TEXT_ARGS(day), TEXT_ARGS(list)));
}

void disputes_note_borders(struct composition *composition) {
    for (enum border_class class = BORDER_UNDELIMITED; class < BORDER_CLASSES; class ++) {
        note_class(composition, class, false);
        note_class(composition, class, true);
    }
}

/* "RU,area:x" → names; an area's own authorities by their words. */
static struct text holders(const struct composition *composition, struct text list, struct text own) {
    struct text names[HOLDERS], part;
    size_t count = 0;
    while (count < HOLDERS && text_split(&list, ',', &part)) {
        place_id place = gazetteer_place_of(composition->sources->gazetteer, part);
        if (text_equal(part, own))
            names[count++] = composition_phrase(composition, "note.own-authorities");
        else if (part.size == 2)
            names[count++] = boundary_country(composition, part);
        else
            names[count++] = place == PLACE_NONE ? part : composition_name(composition, place);
    }
    return wording_list(&composition->words, names, count);
}

void disputes_note_area(struct composition *composition, const struct area_status *status, struct text name) {
    if (text_is(composition->plan->lang, "en")) {
        composition_note(composition,
                         text_format(composition->arena, "%.*s: %.*s", TEXT_ARGS(name), TEXT_ARGS(status->sentence)));
        return;
    }
    struct text rest = status->parents, parent;
    bool single = text_split(&rest, ',', &parent) && rest.size == 0;
    struct blank blanks[] = {{"area", name},
                             {"by", holders(composition, status->administered_by, status->ref)},
                             {"claimed", holders(composition, status->claimed_by, status->ref)},
                             {"parent", single ? boundary_country(composition, parent) : TEXT_NONE}};
    bool held = status->administered_by.size > 0;
    const char *key = !held ? "note.area.claimed" : single ? "note.area.of" : "note.area.held";
    composition_note(composition, wording_fill(&composition->words, key, blanks, 4));
}
