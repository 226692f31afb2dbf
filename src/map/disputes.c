#include "disputes.h"

#include "boundary.h"

#include <math.h>
#include <stdio.h>

enum { NOTED_BORDERS = 8, NOTED_ON_OVERVIEW = 4, HOLDERS = 4 };

static const double least_noted = 12; /* page units: shorter is only a corner of the frame */

/* Whether enough of it is in the frame to be spoken of. */
static bool is_seen(const struct composition *composition, const struct named_line *line) {
    bool above = page_shape_box(&line->shape).top < composition->frame.layout.panel.bottom - 4 * composition->unit;
    return above && page_shape_length(&line->shape) > least_noted * composition->unit;
}

/* Of borders in question in part, which are drawn as any other, an overview names only those that it is about. */
static bool is_noted(const struct composition *composition, const struct named_line *line, enum border_class class,
                     bool partly) {
    bool border = line->kind == REF_BORDER && line->noted == class && line->partly == partly;
    bool wanted = !partly || !composition_is_wide(composition) || composition_highlighted(composition, line->ref);
    return border && wanted && is_seen(composition, line);
}

/* Names of what there is most of first: as many as there is room for. */
struct ranked_names {
    struct text refs[NOTED_BORDERS];
    double sizes[NOTED_BORDERS];
    size_t count, most, left_out;
};

static void rank_name(struct ranked_names *names, struct text ref, double size) {
    size_t at = names->count;
    while (at > 0 && names->sizes[at - 1] < size)
        at--;
    names->left_out += names->count == names->most;
    if (at == names->most)
        return;
    names->count += names->count < names->most;
    for (size_t i = names->count - 1; i > at; i--) {
        names->refs[i] = names->refs[i - 1];
        names->sizes[i] = names->sizes[i - 1];
    }
    names->refs[at] = ref;
    names->sizes[at] = size;
}

static struct ranked_names ranked_names_new(const struct composition *composition) {
    return (struct ranked_names){.most = composition_is_wide(composition) ? NOTED_ON_OVERVIEW : NOTED_BORDERS};
}

/* "A, B and C"; "A, B, C and 4 more". */
static struct text list_names(const struct composition *composition, const struct ranked_names *names,
                              struct text name(const struct composition *, struct text)) {
    struct text words[NOTED_BORDERS + 1];
    size_t count = names->count;
    for (size_t i = 0; i < count; i++)
        words[i] = name(composition, names->refs[i]);
    if (names->left_out > 0) {
        struct blank blank = {"count", text_format(composition->arena, "%zu", names->left_out)};
        words[count++] = wording_fill(&composition->words, "list.more", &blank, 1);
    }
    return wording_list(&composition->words, words, count);
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

static void note_names(struct composition *composition, const char *what, const char *form, struct text names) {
    struct blank blanks[] = {{"what", composition_phrase(composition, what)}, {"names", names}};
    composition_note(composition, wording_fill(&composition->words, form, blanks, 2));
}

static void note_class(struct composition *composition, enum border_class class, bool partly) {
    struct ranked_names names = ranked_names_new(composition);
    char key[64];
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        bool told = composition_highlighted(composition, line->ref); /* before all others, and in full */
        if (!is_noted(composition, line, class, partly) || (told && note_single(composition, &line->ref, 1)))
            continue;
        rank_name(&names, line->ref, told ? HUGE_VAL : page_shape_length(&line->shape));
    }
    if (names.count == 0 || note_single(composition, names.refs, names.count))
        return;
    snprintf(key, sizeof key, "legend.border.%s", border_class_name(class));
    note_names(composition, key, partly ? "note.borders-in-part" : "note.borders",
               list_names(composition, &names, boundary_name));
}

void disputes_note_view(struct composition *composition) {
    struct text ref = worldview_place(&composition->view, composition->sources->gazetteer, composition->arena);
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    if (composition->view.name.size == 0)
        return;
    struct blank view = {"view", place == PLACE_NONE ? composition->view.name : composition_name(composition, place)};
    const char *key = ref_is(ref, REF_ORGANISATION) ? "note.worldview-of-org" : "note.worldview";
    composition_note(composition, wording_fill(&composition->words, key, &view, 1));
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        const struct view_row *row = worldview_row(&composition->view, line->ref, composition->plan->as_of);
        if (row && is_seen(composition, line))
            composition_note(composition, row->note);
    }
}

/* Borders in the frame of which nothing is stated on the day, but something of later ones. */
static struct ranked_names unknown_borders(const struct composition *composition) {
    struct ranked_names names = {.most = NOTED_BORDERS};
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        if (status_is_unstated(&composition->status, line->ref, composition->plan->as_of) &&
            page_shape_length(&line->shape) > least_noted * composition->unit)
            rank_name(&names, line->ref, page_shape_length(&line->shape));
    }
    return names;
}

void disputes_note_date(struct composition *composition) {
    struct arena *arena = composition->arena;
    struct date as_of = composition->plan->as_of, begin = composition->status.begin;
    struct text day = date_write(arena, as_of);
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
    struct ranked_names names = unknown_borders(composition);
    if (names.count == 0)
        return;
    struct text list = list_names(composition, &names, boundary_name);
    struct blank blanks[] = {{"date", wording_date(&composition->words, as_of)}, {"names", list}};
    composition_note(composition, wording_fill(&composition->words, "note.status-unknown", blanks, 2));
    composition_remark(composition,
                       text_format(arena, "as of %.*s: the data does not say what held then, drawn as of today: %.*s",
                                   TEXT_ARGS(day), TEXT_ARGS(list)));
}

void disputes_note_changes(struct composition *composition) {
    struct text noted = TEXT_NONE;
    for (size_t i = 0; i < composition->named_lines.count; i++) {
        const struct named_line *line = &composition->named_lines.items[i];
        struct date changed = status_line_changed(&composition->status, line->ref, composition->plan->as_of);
        if (line->kind != REF_BORDER || !date_known(changed) || text_equal(line->ref, noted) ||
            !composition_highlighted(composition, line->ref) || !is_seen(composition, line))
            continue;
        noted = line->ref;
        struct blank blanks[] = {{"name", boundary_name(composition, line->ref)},
                                 {"date", wording_date(&composition->words, changed)}};
        composition_note(composition, wording_fill(&composition->words, "note.line-older", blanks, 2));
    }
}

void disputes_note_borders(struct composition *composition) {
    for (enum border_class class = BORDER_UNDELIMITED; class < BORDER_CLASSES; class ++) {
        note_class(composition, class, false);
        note_class(composition, class, true);
    }
}

static struct text area_name(const struct composition *composition, struct text ref) {
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    const struct area_status *status = status_of_area(&composition->status, ref, composition->plan->as_of);
    return place != PLACE_NONE ? composition_name(composition, place) : status ? status->name : ref;
}

void disputes_note_areas(struct composition *composition, const struct text *refs, const double *extents,
                         size_t count) {
    struct ranked_names names = ranked_names_new(composition);
    for (size_t i = 0; i < count; i++)
        rank_name(&names, refs[i], extents[i]);
    if (count > 0)
        note_names(composition, "legend.area", "note.borders", list_names(composition, &names, area_name));
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
