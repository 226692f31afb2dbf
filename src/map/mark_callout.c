#include "marks.h"

#include "builder.h"
#include "capitals.h"

static size_t count_words(struct text text) {
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < text.size; i++) {
        bool space = text.data[i] == ' ' || text.data[i] == '\n';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

static struct text join(const struct wording *wording, const struct text *lines, size_t count) {
    struct builder out = builder_new(wording->arena);
    for (size_t i = 0; i < count; i++) {
        if (lines[i].size == 0)
            continue;
        builder_add_c(&out, out.count ? "\n" : "");
        builder_add(&out, lines[i]);
    }
    return builder_text(&out);
}

/* "scontri, 14 settembre". */
static struct text event_and_date(const struct wording *wording, struct text event, struct text date) {
    struct blank blanks[] = {{"event", event}, {"date", date}};
    return date.size ? wording_fill(wording, "callout.event", blanks, 2) : event;
}

/* Place, what, when, how many; what is longest to say is left out first. */
static struct text callout_of_one(const struct wording *wording, struct text place, const struct incident *incident,
                                  size_t most) {
    struct incident plain = *incident;
    plain.both_sides = false;
    struct text event = wording_incident(wording, incident), dates = wording_dates(wording, &incident->date);
    struct text day = date_known(incident->date.start) ? wording_day(wording, incident->date.start) : dates;
    struct text figures = wording_figures(wording, incident), less = wording_figures(wording, &plain);
    struct text forms[][3] = {
        {event, dates, figures}, {event, dates, less}, {event, day, less}, {event, day, TEXT_NONE}};
    size_t form = 0;
    for (size_t i = 0; i < 4 && place.size > 0; i++) {
        forms[i][1] = event_and_date(wording, event, forms[i][1]);
        forms[i][0] = place;
    }
    while (form < 3 && count_words(join(wording, forms[form], 3)) > most)
        form++;
    return join(wording, forms[form], 3);
}

/* Several at one place: a line each, "14 settembre: scontri". */
static struct text callout_of_many(const struct wording *wording, const struct incident *const *incidents, size_t count,
                                   size_t most) {
    struct text lines[3] = {0};
    size_t words = 0, used = 0;
    for (size_t i = 0; i < count && used < 3; i++) {
        struct text event = wording_event(wording, incidents[i]->kind);
        struct blank blanks[] = {{"event", capitals_small_first(wording->arena, event, wording->lang)},
                                 {"date", wording_dates(wording, &incidents[i]->date)}};
        struct text line = blanks[1].value.size ? wording_fill(wording, "callout.line", blanks, 2) : event;
        bool again = false;
        for (size_t k = 0; k < used; k++)
            again = again || text_equal(lines[k], line);
        words += again ? 0 : count_words(line);
        if (!again && (used == 0 || words <= most))
            lines[used++] = line;
    }
    return join(wording, lines, used);
}

struct text mark_callout(const struct wording *wording, struct text place, const struct incident *const *incidents,
                         size_t count, size_t most) {
    if (count == 1 || !incident_is_sure(incidents[0])) /* "unconfirmed" is said once */
        return callout_of_one(wording, place, incidents[0], most);
    struct text many = callout_of_many(wording, incidents, count, most);
    bool one_line = text_find(many, TEXT("\n"), 0) > many.size;
    return one_line ? callout_of_one(wording, place, incidents[0], most) : many;
}
