#include "explanation.h"

#include "offsets.h"

enum { SHOWN_CANDIDATES = 5 };

static void add_candidate(struct builder *out, const struct gazetteer *gazetteer, const struct candidate *candidate,
                          bool first) {
    struct place place = gazetteer_place(gazetteer, candidate->place);
    builder_format(out, "  %s %-22.*s %.*s%s%.*s  score ", first ? "→" : " ", TEXT_ARGS(place.ref),
                   TEXT_ARGS(place.name), place.country.size ? ", " : "", TEXT_ARGS(place.country));
    builder_add_number(out, candidate->score, 2);
    for (uint8_t i = 0; i < candidate->reason_count; i++) {
        builder_format(out, "%s%s ", i ? "; " : " = ", candidate->reasons[i].why);
        builder_add_c(out, candidate->reasons[i].score >= 0 ? "+" : "");
        builder_add_number(out, candidate->reasons[i].score, 2);
    }
    builder_add_char(out, '\n');
}

/* "…, 3.1 speaks for a place (0.95 is needed)" */
static void add_belief(struct builder *out, const struct mention *mention) {
    if (mention->belief == 0)
        return; /* decided before it was weighed */
    builder_add_c(out, ", ");
    builder_add_number(out, mention->belief, 2);
    builder_add_c(out, " speaks for a place (");
    builder_add_number(out, mention_acceptance(), 2);
    builder_add_c(out, " is needed)");
}

static void add_mention(struct builder *out, const struct reading_result *result, const struct offsets *offsets,
                        const struct mention *mention) {
    struct text field = article_field_text(result->article, mention->span.field);
    builder_format(out, "“%.*s” (%s %u–%u): ", TEXT_ARGS(text_slice(field, mention->span.start, mention->span.end)),
                   mention->span.field == ARTICLE_TITLE ? "title" : "text",
                   offsets_at(offsets, mention->span.field, mention->span.start),
                   offsets_at(offsets, mention->span.field, mention->span.end));
    if (mention->rejected) {
        builder_format(out, "no place: %s", mention->rejected);
    } else {
        builder_format(out, "%s, confidence ", mention_type_name(mention->type));
        builder_add_number(out, mention->confidence, 2);
    }
    add_belief(out, mention);
    builder_add_char(out, '\n');
    size_t shown = mention->candidate_count < SHOWN_CANDIDATES ? mention->candidate_count : SHOWN_CANDIDATES;
    for (size_t i = 0; i < shown; i++)
        add_candidate(out, result->gazetteer, &mention->candidates[i], i == 0 && !mention->rejected);
    if (mention->candidate_count > shown)
        builder_format(out, "    and %zu more\n", mention->candidate_count - shown);
}

struct text explanation_write(const struct reading_result *result, struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct offsets offsets = offsets_count(result->article, arena);
    for (size_t i = 0; i < result->geoparse->mention_count; i++)
        add_mention(&builder, result, &offsets, &result->geoparse->mentions[i]);
    return builder_text(&builder);
}
