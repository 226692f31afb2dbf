#include "caption.h"

#include "boundary.h"
#include "builder.h"
#include "many.h"

enum { NAMED_TOWNS = 8, NAMED_COUNTRIES = 8 };

static struct text incident_place(const struct composition *composition, const struct incident *incident) {
    if (ref_is(incident->place.ref, REF_BORDER))
        return boundary_name(composition, incident->place.ref);
    return snapshot_is_known(&incident->place) ? composition_name_of(composition, &incident->place) : TEXT_NONE;
}

/* "Scontri (Kirghizistan–Tagikistan, 14 settembre 2022; fino a 100 morti)". */
static struct text incident_words(const struct composition *composition, const struct incident *incident) {
    struct builder out = builder_new(composition->arena);
    struct text parts[] = {incident_place(composition, incident), wording_dates(&composition->words, &incident->date),
                           wording_figures(&composition->words, incident)};
    builder_add(&out, wording_incident(&composition->words, incident));
    size_t used = 0;
    for (size_t i = 0; i < 3; i++) {
        if (parts[i].size == 0)
            continue;
        builder_add_c(&out, used++ == 0 ? " (" : "; ");
        builder_add(&out, parts[i]);
    }
    builder_add_c(&out, used ? ")" : "");
    return builder_text(&out);
}

struct text caption_of(const struct composition *composition) {
    if (composition->many)
        return many_caption(composition);
    struct builder out = builder_new(composition->arena);
    builder_add(&out, composition->plan->title);
    wording_go_on(&out, TEXT(". "));
    for (size_t i = 0; i < composition->plan->incident_count; i++) {
        builder_add(&out, incident_words(composition, composition->plan->incidents[i]));
        wording_go_on(&out, TEXT(". "));
    }
    return text_trim(builder_text(&out));
}

/* Those that the map is about, else those that it names. */
static struct text named_countries(const struct composition *composition) {
    struct text names[MAP_PARTIES];
    size_t count = composition->plan->party_count;
    for (size_t i = 0; i < count; i++)
        names[i] = composition_name(composition, composition->plan->parties[i]);
    for (size_t i = 0; i < composition->territories.count && composition->plan->party_count == 0; i++)
        if (composition_names_country(composition, &composition->territories.items[i]) && count < NAMED_COUNTRIES)
            names[count++] = composition_name(composition, composition->territories.items[i].place);
    return wording_list(&composition->words, names, count);
}

static struct text named_towns(const struct composition *composition) {
    struct text names[NAMED_TOWNS];
    size_t count = 0;
    for (size_t i = 0; i < composition->wishes.towns.count && count < NAMED_TOWNS; i++) {
        const struct label *label = &composition->wishes.labels.items[composition->wishes.towns.items[i].label];
        if (label->placed)
            names[count++] = label->text;
    }
    return wording_list(&composition->words, names, count);
}

struct text caption_alt(const struct composition *composition) {
    if (composition->many)
        return many_alt(composition, named_countries(composition));
    struct builder incidents = builder_new(composition->arena);
    for (size_t i = 0; i < composition->plan->incident_count; i++) {
        builder_add_c(&incidents, i ? "; " : "");
        builder_add(&incidents, incident_words(composition, composition->plan->incidents[i]));
    }
    struct text title = composition->plan->title, countries = named_countries(composition);
    struct blank blanks[] = {{"title", title.size > 0 ? title : countries}, /* a frame has no title */
                             {"incidents", builder_text(&incidents)},
                             {"countries", title.size > 0 ? countries : TEXT_NONE},
                             {"towns", named_towns(composition)}};
    const char *key = composition->plan->incident_count == 0 ? "alt.plain" : "alt.incidents";
    return wording_fill(&composition->words, key, blanks, 4);
}
