#include "plan_remarks.h"

#include "builder.h"
#include "list.h"

enum { MOST_TOLD = 6 };

/* "attack at geonames:616631 (0.77)". */
static void tell_incident(struct builder *out, const struct incident *incident) {
    builder_format(out, "%s", incident_kind_name(incident->kind));
    if (incident->place.ref.size > 0)
        builder_format(out, " at %.*s", TEXT_ARGS(incident->place.ref));
    builder_add_c(out, " (");
    builder_add_number(out, incident->confidence, 2);
    builder_add_c(out, ")");
}

static struct text tell(const struct incident *const *incidents, size_t count, struct arena *arena) {
    struct builder out = builder_new(arena);
    for (size_t i = 0; i < count && i < MOST_TOLD; i++) {
        builder_add_c(&out, i ? ", " : "");
        tell_incident(&out, incidents[i]);
    }
    if (count > MOST_TOLD)
        builder_format(&out, " and %zu more", count - MOST_TOLD);
    return builder_text(&out);
}

void remark_subject(const struct map_sources *sources, const struct subject *subject, const struct theatres *theatres,
                    struct arena *arena, struct map_plans *plans) {
    struct builder out = builder_new(arena);
    struct text ref = gazetteer_place(sources->gazetteer, subject->places[0]).ref;
    builder_format(&out, "no incident in it that can be drawn; its map shows %.*s (", TEXT_ARGS(ref));
    builder_add_number(&out, subject->confidence, 2);
    builder_add_c(&out, " sure)");
    if (subject->count > 1)
        builder_format(&out, " and %zu more", subject->count - 1);
    if (theatres->placeless_count > 0)
        builder_format(&out, "; without a place that can be drawn: %.*s",
                       TEXT_ARGS(tell(theatres->placeless, theatres->placeless_count, arena)));
    *LIST_PUSH(arena, &plans->remarks) = builder_text(&out);
}

void remark_unsure(const struct theatres *theatres, struct arena *arena, struct map_plans *plans) {
    const struct theatre *first = &theatres->items[0];
    if (theatres->count > 0 && !incident_is_sure(first->incidents[0]))
        *LIST_PUSH(arena, &plans->remarks) =
            text_format(arena, "nothing in it is sure (0.80); drawn as unconfirmed: %.*s",
                        TEXT_ARGS(tell(first->incidents, first->count, arena)));
    if (theatres->aside_count > 0)
        *LIST_PUSH(arena, &plans->remarks) =
            text_format(arena, "not drawn, as it is unsure and far from what is drawn: %.*s",
                        TEXT_ARGS(tell(theatres->aside, theatres->aside_count, arena)));
}
