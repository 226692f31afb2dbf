#include "link.h"

#include <math.h>
#include <stdlib.h>

/* Points. Found by hand on pairs of our own; no labelled set measures them yet. */
enum {
    POINTS_PLACE = 30,
    POINTS_DAY = 25,
    POINTS_NEXT_DAY = 14,
    POINTS_SAME_KIND = 15,
    POINTS_LIKE_KIND = 9,
    POINTS_PARTIES = 14,
    POINTS_TOLLS = 14,
    POINTS_TEXT = 45,
    POINTS_WORDS = 30,
    POINTS_OTHER_WORDS = -10,
    REPRINT_WORDS = 8
};
static const double REPRINT = 0.6; /* this much of the shingles: the same words printed again */

const char *link_part_name(enum link_part_name part) {
    static const char *const names[LINK_PARTS] = {"distance", "days", "kind", "parties", "tolls", "text"};
    return names[part];
}

const char *link_band_name(enum link_band band) {
    static const char *const names[] = {"apart", "suggested", "linked"};
    return names[band];
}

static bool same_place(const struct link_sketch *a, const struct link_sketch *b) {
    return a->place != 0 && a->place == b->place;
}

/* Kilometres in units of the coarser place: 1 is as far as that may lie off. */
static void score_distance(const struct link_sketch *a, const struct link_sketch *b, struct link_score *score) {
    double km = lonlat_distance_km((struct lonlat){a->lon, a->lat}, (struct lonlat){b->lon, b->lat});
    double unit = fmin(fmax(a->radius_km, b->radius_km), SKETCH_COARSE_KM), far = same_place(a, b) ? 0 : km / unit;
    score->parts[LINK_DISTANCE] = (struct link_part){far, POINTS_PLACE * (1 - far / 3)};
    if (far > 2 || (far > 0 && km > LINK_KM_MOST))
        score->veto = "too far apart";
}

static void score_days(const struct link_sketch *a, const struct link_sketch *b, struct link_score *score) {
    int32_t gap = a->first_day > b->last_day   ? a->first_day - b->last_day
                  : b->first_day > a->last_day ? b->first_day - a->last_day
                                               : 0;
    double points = gap == 0 ? POINTS_DAY : gap == 1 ? POINTS_NEXT_DAY : 0;
    score->parts[LINK_DAYS] = (struct link_part){gap, points};
    if (gap > LINK_DAYS_MOST)
        score->veto = "on other days";
}

/* Kinds that one event may be told as. */
static bool like_kinds(enum incident_kind a, enum incident_kind b) {
    static const enum kind_trait families[] = {KIND_VIOLENT, KIND_OF_GROUND, KIND_OF_POLICE};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (kind_has(a, families[i]) && kind_has(b, families[i]))
            return true;
    return false;
}

static void score_kind(const struct link_sketch *a, const struct link_sketch *b, struct link_score *score) {
    enum incident_kind one = (enum incident_kind)a->kind, other = (enum incident_kind)b->kind;
    bool same = one == other, like = like_kinds(one, other), from_afar = kind_has(one, KIND_REMOTE);
    bool apart = from_afar != kind_has(other, KIND_REMOTE);
    double points = same ? POINTS_SAME_KIND : !like ? 0 : apart ? POINTS_LIKE_KIND / 3.0 : POINTS_LIKE_KIND;
    score->parts[LINK_KIND] = (struct link_part){same ? 1 : like ? 0.5 : 0, points};
    if (!same && !like)
        score->veto = "kinds that are not one";
}

static void score_parties(const struct link_sketch *a, const struct link_sketch *b, struct link_score *score) {
    size_t shared = 0, least = a->party_count < b->party_count ? a->party_count : b->party_count;
    for (size_t i = 0; i < a->party_count; i++)
        for (size_t j = 0; j < b->party_count; j++)
            shared += a->parties[i] == b->parties[j];
    double share = least > 0 ? fmin((double)shared / (double)least, 1) : 0;
    double points = least == 0 ? 0 : shared == 0 ? -POINTS_PARTIES : POINTS_PARTIES * share;
    score->parts[LINK_PARTIES] = (struct link_part){share, points};
    if (least >= 2 && shared == 0)
        score->veto = "between other sides";
}

/* 1 where the ranges meet, else how near they come: the smaller over the larger; -1 where one is not known. */
static double agreement(int32_t a_low, int32_t a_high, int32_t b_low, int32_t b_high) {
    if ((a_low < 0 && a_high < 0) || (b_low < 0 && b_high < 0))
        return -1;
    double a_top = a_high < 0 ? (double)INFINITY : (double)a_high,
           b_top = b_high < 0 ? (double)INFINITY : (double)b_high;
    double a_bottom = a_low < 0 ? 0 : a_low, b_bottom = b_low < 0 ? 0 : b_low;
    if (a_bottom <= b_top && b_bottom <= a_top)
        return 1;
    double under = a_bottom > b_top ? b_top : a_top, over = a_bottom > b_top ? a_bottom : b_bottom;
    return (under + 1) / (over + 1); /* 1 and 2 are nearer than 10 and 20 */
}

/* Tolls are revised: near is neither for nor against; far is against. None killed says little. */
static double toll_points(double agreed, int32_t a, int32_t b) {
    if (agreed < 0)
        return 0;
    if (agreed >= 1)
        return a > 0 && b > 0 ? POINTS_TOLLS : POINTS_TOLLS / 4.0;
    return agreed >= 0.6 ? 0 : agreed >= 0.4 ? -POINTS_TOLLS / 2.0 : -2 * POINTS_TOLLS;
}

static void score_tolls(const struct link_sketch *a, const struct link_sketch *b, struct link_score *score) {
    double killed = agreement(a->killed_low, a->killed_high, b->killed_low, b->killed_high);
    double wounded = agreement(a->wounded_low, a->wounded_high, b->wounded_low, b->wounded_high);
    double points = toll_points(killed, a->killed_high, b->killed_high);
    points += toll_points(wounded, a->wounded_high, b->wounded_high) / 2;
    score->parts[LINK_TOLLS] = (struct link_part){killed >= 0 ? killed : wounded >= 0 ? wounded : 0, points};
}

static void score_text(const struct link_sketch *a, const struct link_sketch *b, struct link_score *score) {
    double shingles = link_sketch_shingles(a, b), words = link_sketch_words(a, b);
    bool long_enough = a->word_count >= REPRINT_WORDS && b->word_count >= REPRINT_WORDS;
    double points = fmax(POINTS_TEXT * shingles, POINTS_WORDS * words);
    if (long_enough && a->language == b->language && words < 0.06)
        points = POINTS_OTHER_WORDS;
    score->parts[LINK_TEXT] = (struct link_part){fmax(shingles, words), points};
}

static bool is_reprint(const struct link_sketch *a, const struct link_sketch *b) {
    return a->word_count >= REPRINT_WORDS && b->word_count >= REPRINT_WORDS && link_sketch_shingles(a, b) >= REPRINT;
}

/* One source tells an incident once: what it keeps apart is apart. */
static void weigh_sources(const struct link_sketch *a, const struct link_sketch *b, struct link_score *score) {
    static const struct text articles = {"article", 7};
    if (a->article == b->article)
        score->veto = "told as two by one article";
    else if (a->provider == b->provider && a->provider != text_hash(articles))
        score->veto = "kept as two by one source";
}

static void choose_band(const struct link_sketch *a, const struct link_sketch *b, struct link_score *score) {
    bool coarse = link_sketch_is_coarse(a) || link_sketch_is_coarse(b);
    if (!is_reprint(a, b) && coarse)
        score->held = "a place no nearer than a district";
    else if (!is_reprint(a, b) && (!a->dated || !b->dated))
        score->held = "a day that is not told";
    score->band = score->veto || score->points < LINK_POINTS_SUGGESTED ? LINK_APART
                  : score->held || score->points < LINK_POINTS_LINKED  ? LINK_SUGGESTED
                                                                       : LINK_LINKED;
}

struct link_score link_compare(const struct link_sketch *a, const struct link_sketch *b) {
    struct link_score score = {0};
    score_distance(a, b, &score);
    score_days(a, b, &score);
    score_kind(a, b, &score);
    score_parties(a, b, &score);
    score_tolls(a, b, &score);
    score_text(a, b, &score);
    weigh_sources(a, b, &score);
    for (size_t i = 0; i < LINK_PARTS; i++)
        score.points += score.parts[i].points;
    choose_band(a, b, &score);
    return score;
}
