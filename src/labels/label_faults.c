#include "label_report.h"

#include "builder.h"

/* "2 labels overlap": the number and the words for one or several. */
static void add_count(struct arena *arena, int count, const char *one, const char *several, struct text *faults,
                      size_t *fault_count) {
    if (count > 0)
        faults[(*fault_count)++] = text_format(arena, "%d %s", count, count == 1 ? one : several);
}

static struct text missing_names(const struct label_report *report, struct arena *arena) {
    struct builder out = builder_new(arena);
    builder_add_c(&out, "no room for what must be there: ");
    for (size_t i = 0; i < report->missing_count; i++) {
        builder_add_c(&out, i > 0 ? ", " : "");
        builder_add(&out, report->missing[i].size > 0 ? report->missing[i] : TEXT("a label"));
    }
    return builder_text(&out);
}

/* "7 labels overlap others: Batken and Isfara; Osh and a symbol or inset; …". */
static struct text with_names(const struct label_report *report, struct text fault, struct arena *arena) {
    struct builder out = builder_new(arena);
    builder_add(&out, fault);
    for (size_t i = 0; i < report->overlapping_count; i++) {
        builder_add_c(&out, i > 0 ? "; " : ": ");
        builder_add(&out, report->overlapping[i]);
    }
    builder_add_c(&out, (size_t)report->overlaps > report->overlapping_count ? "; …" : "");
    return builder_text(&out);
}

size_t label_report_faults(const struct label_report *report, struct arena *arena, struct text *faults) {
    size_t count = 0;
    add_count(arena, report->overlaps, "label overlaps another", "labels overlap others", faults, &count);
    if (count > 0 && report->overlapping_count > 0)
        faults[0] = with_names(report, faults[0], arena);
    add_count(arena, report->off_page, "label leaves the map", "labels leave the map", faults, &count);
    add_count(arena, report->dots_covered, "dot is covered", "dots are covered", faults, &count);
    add_count(arena, report->country_crossings, "country's name crosses a border", "countries' names cross borders",
              faults, &count);
    add_count(arena, report->ambiguous, "name stands nearer to another dot than to its own",
              "names stand nearer to another dot than to their own", faults, &count);
    if (report->missing_count > 0)
        faults[count++] = missing_names(report, arena);
    return count;
}
