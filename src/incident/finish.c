#include "finish.h"

#include "list.h"
#include "movements.h"
#include "offsets.h"

#include <math.h>
#include <stdlib.h>

/* A place that is less sure than that makes no event sure. */
static const double DOUBTED_SITE = 0.5;

static struct text country_ref(const struct notes *notes, struct text code) {
    struct text ref = ref_of_country(notes->arena, code);
    place_id place = gazetteer_place_of(notes->gazetteer, ref);
    return place == PLACE_NONE ? TEXT_NONE : gazetteer_place(notes->gazetteer, place).ref;
}

/* A fight at a border is between its two states, unless others than soldiers are told of. */
static void add_border_parties(const struct notes *notes, struct draft *draft) {
    struct text a, b;
    if (draft->border == NULL || !ref_sides(draft->border->ref, &a, &b) || draft->irregulars ||
        draft->parties.count >= 2 || !kind_has(draft_kind(draft), KIND_OF_STATES))
        return;
    a = country_ref(notes, a);
    b = country_ref(notes, b);
    if (a.size == 0 || b.size == 0)
        return;
    if (draft->parties.count == 1 && !party_has(&draft->parties, a) && !party_has(&draft->parties, b))
        return;
    party_add(&draft->parties, a, draft->border->span);
    party_add(&draft->parties, b, draft->border->span);
}

/* "The army clashed with M23 near Goma": the army is that of the state where it was. */
static void add_state_forces(const struct notes *notes, struct draft *draft) {
    bool group = draft->parties.count == 1 && ref_is(draft->parties.items[0].ref, REF_GROUP);
    if (!group || !draft->forces || !draft->site.found || draft->site.place == PLACE_NONE ||
        !kind_has(draft_kind(draft), KIND_VIOLENT))
        return;
    struct text country = gazetteer_place(notes->gazetteer, draft->site.place).country;
    struct text ref = country.size == 2 ? country_ref(notes, country) : TEXT_NONE;
    if (ref.size > 0)
        party_add(&draft->parties, ref, draft->site.span);
}

/* "The crossing between A and B was closed": somewhere on the border of the two. */
static void add_border_site(const struct notes *notes, struct draft *draft) {
    if (draft_kind(draft) != INCIDENT_CLOSURE || site_rank(&draft->site) > 1 || draft->parties.count != 2)
        return;
    struct text a = draft->parties.items[0].ref, b = draft->parties.items[1].ref;
    place_id border = gazetteer_place_of(notes->gazetteer, ref_of_border(notes->arena, ref_country(a), ref_country(b)));
    if (border == PLACE_NONE)
        return;
    struct place place = gazetteer_place(notes->gazetteer, border);
    draft->site = site_of_place(&place);
    draft->site.span = draft->parties.spans[0];
    draft->site.confidence = 0.8;
}

static bool concerns_party(const struct notes *notes, const struct draft *draft, const struct party_set *parties) {
    if (!draft->site.found || draft->site.place == PLACE_NONE)
        return draft->parties.count > 0 && party_within(&draft->parties, parties);
    struct place place = gazetteer_place(notes->gazetteer, draft->site.place);
    for (size_t i = 0; i < parties->count; i++)
        if (place.country.size == 2 && text_ends(parties->items[i].ref, place.country))
            return true;
    return false;
}

/* A war that goes on is what the fighting of the news belongs to: it gives its parties and is not told twice. */
static void absorb_war(const struct notes *notes, struct drafts *drafts, struct draft *war) {
    struct party_set sides = war->parties;
    if (war->site.found && war->site.precision == PRECISION_COUNTRY)
        party_add(&sides, war->site.ref, war->site.span);
    for (size_t i = 0; i < drafts->count; i++) {
        struct draft *draft = &drafts->items[i];
        if (draft == war || draft->past || draft->meeting || draft->absorbed || draft_kind(draft) == INCIDENT_WAR ||
            !draft->site.found || site_rank(&draft->site) <= site_rank(&war->site) ||
            !concerns_party(notes, draft, &sides))
            continue;
        for (size_t p = 0; p < sides.count && !draft->irregulars; p++)
            party_add(&draft->parties, sides.items[p].ref, sides.spans[p]);
        draft->of_war |= !draft->title && draft->sentence > 1;
        war->absorbed = true;
    }
}

static bool is_place_of_nowhere(const struct notes *notes, const struct site *site) {
    return site->found && site->place != PLACE_NONE && gazetteer_place(notes->gazetteer, site->place).supranational;
}

static double strongest(const struct draft *draft) {
    double most = 0;
    for (int k = 0; k < INCIDENT_KINDS; k++)
        most = draft->kinds[k] > most ? draft->kinds[k] : most;
    return most;
}

/* Of no place and no two sides, or of the past and of no date: no incident. */
static bool is_empty(const struct notes *notes, const struct draft *draft) {
    bool placed = draft->site.found && !is_place_of_nowhere(notes, &draft->site);
    bool counted = greatest_of(draft->killed) >= 0 || greatest_of(draft->wounded) >= 0;
    if (draft->past && !draft->direct.known && !counted)
        return true;
    if (draft->past && draft->direct.known && strongest(draft) >= 3)
        return false;
    bool dated_closure = draft_kind(draft) == INCIDENT_CLOSURE && !draft->past && draft->direct.known;
    return !placed && draft->parties.count < 2 && !counted && !dated_closure;
}

static enum incident_status status_of(const struct notes *notes, const struct draft *draft) {
    bool denied = false;
    for (size_t i = 0; i < draft->claim_count; i++)
        denied |= text_is(text_of(draft->claims[i].what), "denies");
    if (draft->past)
        return STATUS_PAST;
    if (kind_has(draft_kind(draft), KIND_MAY_BE_AHEAD)) {
        bool ahead =
            draft->direct.known && notes->anchor.known && date_compare(draft->direct.start, notes->anchor.day) > 0;
        return draft->planned || ahead ? STATUS_PLANNED : STATUS_NEWS;
    }
    if (denied && draft->accused == draft->tellings)
        return STATUS_DENIED;
    return draft_kind(draft) == INCIDENT_WAR || draft->of_war ? STATUS_ONGOING : STATUS_NEWS;
}

static struct incident_date date_of(const struct draft *draft) {
    const struct when *when = draft->direct.known ? &draft->direct : &draft->by;
    if (!when->known || (draft->past && !draft->direct.known))
        return (struct incident_date){0};
    return (struct incident_date){when->start, when->end, when == &draft->by, when->deduced};
}

/* What incidents are made with. */
struct finishing {
    const struct notes *notes;
    struct offsets offsets;
};

static struct quote quote_of(const struct finishing *finishing, struct span span) {
    const struct offsets *offsets = &finishing->offsets;
    struct text field = article_field_text(finishing->notes->article, span.field);
    return (struct quote){text_slice(field, span.start, span.end), span.field == ARTICLE_TITLE,
                          offsets_at(offsets, span.field, span.start), offsets_at(offsets, span.field, span.end)};
}

/* Which words say what; the list has room for all of it. */
struct evidence_list {
    struct evidence *items;
    size_t count;
};

static void push_evidence(const struct finishing *finishing, struct evidence_list *list, const char *field,
                          struct span span) {
    list->items[list->count++] = (struct evidence){field, quote_of(finishing, span)};
}

static void add_evidence(const struct finishing *finishing, const struct draft *draft, struct incident *incident) {
    enum { SINGLE_FIELDS = 9 }; /* kind, date, place, killed, wounded, status */
    size_t most = SINGLE_FIELDS + draft->parties.count + incident->claim_count;
    struct evidence_list list = {ARENA_ARRAY(finishing->notes->arena, struct evidence, most), 0};
    push_evidence(finishing, &list, "kind", draft->kind_spans[incident->kind]);
    if (date_known(incident->date.start))
        push_evidence(finishing, &list, "date", draft->direct.known ? draft->direct.span : draft->by.span);
    if (draft->site.found)
        push_evidence(finishing, &list, "place", draft->site.span);
    for (size_t i = 0; i < draft->parties.count; i++)
        push_evidence(finishing, &list, "party", draft->parties.spans[i]);
    if (greatest_of(draft->killed) >= 0)
        push_evidence(finishing, &list, "killed", draft->killed_span);
    if (greatest_of(draft->wounded) >= 0)
        push_evidence(finishing, &list, "wounded", draft->wounded_span);
    static const char *const fields[TOLL_KINDS] = {
        [TOLL_MISSING] = "missing", [TOLL_CAPTURED] = "captured", [TOLL_DISPLACED] = "displaced"};
    for (size_t i = TOLL_MISSING; i < TOLL_KINDS; i++)
        if (greatest_of(draft->others[i]) >= 0)
            push_evidence(finishing, &list, fields[i], draft->other_spans[i]);
    if (draft->has_status_span)
        push_evidence(finishing, &list, "status", draft->status_span);
    for (size_t i = 0; i < incident->claim_count; i++)
        list.items[list.count++] = (struct evidence){"claim", incident->claims[i].quote};
    incident->evidence = list.items;
    incident->evidence_count = list.count;
}

/* What each field adds; the ceilings keep what has no place, or a country only, from being drawn as fact. */
static double confidence_of(const struct draft *draft) {
    double confidence = 0.48 + (strongest(draft) >= 3 ? 0.1 : strongest(draft) >= 2 ? 0.05 : -0.1);
    confidence += draft->site.found ? 0.2 * fmin(draft->site.confidence + 0.15, 1) : -0.1;
    confidence += draft->inherited_site ? -0.06 : 0;
    confidence += draft->site.found && draft->site.also[0] != PLACE_NONE ? 0.04 : 0;
    confidence += draft->border != NULL ? 0.04 : 0;
    confidence += draft->parties.count >= 2 ? 0.08 : 0;
    confidence += draft->direct.known ? 0.08 : draft->by.known ? 0.04 : 0;
    confidence += greatest_of(draft->killed) >= 0 || greatest_of(draft->wounded) >= 0 ? 0.04 : 0;
    confidence += draft->tellings > 2 ? 0.06 : draft->tellings > 1 ? 0.03 : 0;
    double ceiling = 0.97;
    if (!draft->site.found)
        ceiling = 0.6;
    else if (draft->site.confidence < DOUBTED_SITE)
        ceiling = 0.75;
    else if (draft->site.precision == PRECISION_COUNTRY || draft->site.precision == PRECISION_UNKNOWN)
        ceiling = 0.75;
    return confidence < ceiling ? confidence : ceiling;
}

static void add_parties(const struct finishing *finishing, const struct draft *draft, struct incident *incident) {
    static const char *const sides[] = {"a", "b"};
    size_t count = draft->parties.count;
    incident->parties = ARENA_ARRAY(finishing->notes->arena, struct incident_party, count);
    incident->party_count = count;
    for (size_t i = 0; i < count; i++) {
        incident->parties[i] = draft->parties.items[i];
        incident->parties[i].side = i < 2 && count == 2 ? text_of(sides[i]) : TEXT("");
    }
}

/* Only what a party says. */
static void add_claims(const struct finishing *finishing, const struct draft *draft, struct incident *incident) {
    incident->claims = ARENA_ARRAY(finishing->notes->arena, struct incident_claim, draft->claim_count);
    for (size_t i = 0; i < draft->claim_count; i++) {
        const struct claim *claim = &draft->claims[i];
        if (party_has(&draft->parties, claim->by))
            incident->claims[incident->claim_count++] =
                (struct incident_claim){claim->by, claim->what, quote_of(finishing, claim->span)};
    }
}

static struct place_snapshot snapshot_at(const struct finishing *finishing, place_id id) {
    struct place place = gazetteer_place(finishing->notes->gazetteer, id);
    return snapshot_of(&place);
}

static void add_place(const struct finishing *finishing, const struct site *site, struct incident *incident) {
    if (!site->found)
        return;
    if (site->told.size > 0 && site->place == PLACE_NONE) {
        incident->place.name = site->told;
        return;
    }
    incident->point = site->point;
    incident->precision_km = site->precision_km;
    incident->precision = site->precision;
    if (site->place != PLACE_NONE)
        incident->place = snapshot_at(finishing, site->place);
    if (site->told.size > 0)
        incident->place.name = site->told;
    incident->also = ARENA_ARRAY(finishing->notes->arena, struct place_snapshot, SITES_ALSO);
    for (size_t i = 0; i < SITES_ALSO && site->also[i] != PLACE_NONE; i++)
        incident->also[incident->also_count++] = snapshot_at(finishing, site->also[i]);
}

static struct incident_movement movement_told(const struct finishing *finishing, uint32_t sentence) {
    struct movement movement = movement_of(finishing->notes, sentence);
    if (!movement.told)
        return (struct incident_movement){.told = false};
    return (struct incident_movement){true, snapshot_at(finishing, movement.from), snapshot_at(finishing, movement.to),
                                      quote_of(finishing, movement.span)};
}

static struct incident_source source_of(const struct article *article) {
    return (struct incident_source){.article = article->id,
                                    .title = article->title,
                                    .publisher = article->source,
                                    .url = article->url,
                                    .language = article->language,
                                    .published = article->published};
}

static struct incident incident_of(const struct finishing *finishing, const struct draft *draft) {
    const struct notes *notes = finishing->notes;
    struct incident incident = incident_unknown();
    incident.kind = draft_kind(draft);
    incident.status = status_of(notes, draft);
    incident.date = date_of(draft);
    add_place(finishing, &draft->site, &incident);
    add_parties(finishing, draft, &incident);
    add_claims(finishing, draft, &incident);
    incident.killed = draft->killed;
    incident.wounded = draft->wounded;
    incident.missing = draft->others[TOLL_MISSING];
    incident.captured = draft->others[TOLL_CAPTURED];
    incident.displaced = draft->others[TOLL_DISPLACED];
    incident.both_sides = draft->both_sides;
    incident.movement = movement_told(finishing, draft->sentence);
    incident.sentence = quote_of(finishing, notes->geoparse->tokens.sentences[draft->sentence].span);
    incident.source = source_of(notes->article);
    incident.confidence = confidence_of(draft);
    add_evidence(finishing, draft, &incident);
    return incident;
}

/* "clash-2022-09-14-border-KG-TJ": letters, digits and hyphens. */
static struct text id_of(const struct notes *notes, const struct incident *incident, size_t repeat) {
    struct text date = date_write(notes->arena, incident->date.start);
    struct text id =
        text_format(notes->arena, "%s%s%.*s%s%.*s", incident_kind_name(incident->kind), date.size > 0 ? "-" : "",
                    TEXT_ARGS(date), incident->place.ref.size > 0 ? "-" : "", TEXT_ARGS(incident->place.ref));
    if (repeat > 1)
        id = text_format(notes->arena, "%.*s-%zu", TEXT_ARGS(id), repeat);
    char *safe = text_c(notes->arena, id);
    for (char *c = safe; *c; c++) {
        bool kept = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || *c == '-';
        *c = kept ? *c : '-';
    }
    return text_of(safe);
}

static void name_incidents(const struct notes *notes, struct incident_list *incidents) {
    for (size_t i = 0; i < incidents->count; i++) {
        size_t repeat = 1;
        incidents->items[i].id = id_of(notes, &incidents->items[i], 1);
        for (size_t before = 0; before < i; before++)
            if (text_equal(incidents->items[before].id, incidents->items[i].id))
                incidents->items[i].id = id_of(notes, &incidents->items[i], ++repeat);
    }
}

static int status_order(enum incident_status status) {
    static const int order[] = {
        [STATUS_NEWS] = 0, [STATUS_DENIED] = 1, [STATUS_ONGOING] = 2, [STATUS_PLANNED] = 3, [STATUS_PAST] = 4};
    return order[status];
}

/* News before background; what was told first and most surely before the rest. */
static void sort_incidents(struct incident_list *incidents) {
    for (size_t i = 1; i < incidents->count; i++) {
        struct incident moved = incidents->items[i];
        size_t at = i;
        while (at > 0 && status_order(incidents->items[at - 1].status) > status_order(moved.status)) {
            incidents->items[at] = incidents->items[at - 1];
            at--;
        }
        incidents->items[at] = moved;
    }
}

/* The article remembers: an anniversary, a book, a film, or the event is dated by how long ago it was. */
static bool looks_back(const struct notes *notes, struct span told) {
    enum { DATE_WORDS = 6 };
    for (size_t i = 0; i < notes->cues.count[CUES_EVENTS]; i++)
        if (notes->cues.items[CUES_EVENTS][i].role == CUE_GAME)
            return true;
    for (size_t i = 0; i < notes->cues.count[CUES_CLAIMS]; i++)
        if (notes->cues.items[CUES_CLAIMS][i].role == CUE_COURT)
            return true;
    uint32_t first = words_find(&notes->words, told);
    uint32_t end = first == NO_WORD ? NO_WORD : notes_end(notes, notes->words.items[first].sentence);
    return first != NO_WORD && notes_has(notes, CUE_AGO, first, first + DATE_WORDS < end ? first + DATE_WORDS : end);
}

/* Told of nothing but an event of more than a year ago, looking back. */
static bool is_history(const struct notes *notes, const struct drafts *drafts, const struct draft *draft) {
    enum { LAST_MONTH = 12 };
    const struct when *when = &draft->direct;
    if (!draft->past || !when->known || !notes->anchor.known || draft->parties.count >= 2)
        return false;
    int month = when->end.month == 0 ? LAST_MONTH : when->end.month;
    int years = notes->anchor.day.year - when->end.year;
    if (years < 1 || (years == 1 && month > notes->anchor.day.month) || !looks_back(notes, when->span))
        return false;
    for (size_t i = 0; i < drafts->count; i++)
        if (!drafts->items[i].past && !drafts->items[i].absorbed && !is_empty(notes, &drafts->items[i]))
            return false;
    return true;
}

struct incident_list finish_drafts(const struct notes *notes, struct drafts *drafts) {
    struct incident_list incidents = {0};
    for (size_t i = 0; i < drafts->count; i++) {
        add_border_parties(notes, &drafts->items[i]);
        add_border_site(notes, &drafts->items[i]);
        add_state_forces(notes, &drafts->items[i]);
    }
    for (size_t i = 0; i < drafts->count; i++)
        if (draft_kind(&drafts->items[i]) == INCIDENT_WAR && !drafts->items[i].past)
            absorb_war(notes, drafts, &drafts->items[i]);
    struct finishing finishing = {.notes = notes};
    if (drafts->count > 0)
        finishing.offsets = offsets_count(notes->article, notes->arena);
    for (size_t i = 0; i < drafts->count; i++)
        if (!drafts->items[i].absorbed && !is_empty(notes, &drafts->items[i]) &&
            !is_history(notes, drafts, &drafts->items[i]))
            *LIST_PUSH(notes->arena, &incidents) = incident_of(&finishing, &drafts->items[i]);
    sort_incidents(&incidents);
    name_incidents(notes, &incidents);
    return incidents;
}
