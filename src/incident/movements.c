#include "movements.h"

enum { END_REACH = 4, PAIR_REACH = 14 }; /* words */

static const double least_km = 3, most_km = 1500;

/* A place that an arrow may begin or end at. */
static bool is_end(const struct notes *notes, const struct mention *mention) {
    if (mention->place == PLACE_NONE || mention->type == MENTION_DEMONYM || mention->type == MENTION_ORGANISATION)
        return false;
    struct place place = gazetteer_place(notes->gazetteer, mention->place);
    return (place.kind == PLACE_POINT || place.kind == PLACE_REGION || place.kind == PLACE_AREA) &&
           !place.supranational;
}

/* A word of that role stands in front of the mention, and no other name between: "from the town of Kas". */
static bool follows(const struct notes *notes, enum cue_role role, uint32_t first) {
    for (uint32_t back = 1; back <= END_REACH && back <= first; back++) {
        uint32_t word = first - back;
        const struct cue *cue = cues_at(&notes->cues, CUES_MOVEMENT, word);
        if (notes->words.items[word].sentence != notes->words.items[first].sentence ||
            notes->words.items[word].mention != NO_MENTION)
            return false;
        if (cue && cue->role != CUE_MOVE)
            return cue->role == role;
    }
    return false;
}

/* The next mention in words first..end that follows a word of that role; NO_MENTION if there is none. */
static uint32_t next_end(const struct notes *notes, enum cue_role role, uint32_t *first, uint32_t end) {
    for (; *first < end; ++*first) {
        uint32_t mention = notes->words.items[*first].mention;
        bool begins = mention != NO_MENTION && (*first == 0 || notes->words.items[*first - 1].mention != mention);
        if (begins && is_end(notes, &notes->geoparse->mentions[mention]) && follows(notes, role, *first))
            return mention;
    }
    return NO_MENTION;
}

static bool is_far_enough(const struct notes *notes, place_id a, place_id b) {
    double km =
        lonlat_distance_km(gazetteer_place(notes->gazetteer, a).point, gazetteer_place(notes->gazetteer, b).point);
    return a != b && km >= least_km && km <= most_km;
}

struct movement movement_of(const struct notes *notes, uint32_t sentence) {
    uint32_t first = notes_first(notes, sentence), end = notes_end(notes, sentence), from = first, to = first;
    if (words_too_many(&notes->words, sentence) || !notes_has(notes, CUE_MOVE, first, end))
        return (struct movement){0};
    uint32_t origin = next_end(notes, CUE_FROM, &from, end), target = next_end(notes, CUE_TARGET, &to, end);
    if (origin == NO_MENTION || target == NO_MENTION || (from > to ? from - to : to - from) > PAIR_REACH)
        return (struct movement){0};
    place_id a = notes->geoparse->mentions[origin].place, b = notes->geoparse->mentions[target].place;
    uint32_t head = from < to ? from : to, tail = from < to ? to : from;
    return (struct movement){is_far_enough(notes, a, b), a, b, words_span(&notes->words, head, tail + 1)};
}
