#include "tints.h"

/* The countries of each tint, so that no two with a common border have the same: a colouring of all borders of the
 * data. */
static const char *const countries[MAP_TINTS] = {
    "AI AL AU BD BF BH BR BS BZ CA CF CH CL CN CU CY DO ER FI FM GB GI GL GQ HM HN IL JE KE KH KM LK LR LS LU LV "
    "LY MA MD MF MQ MV MY NG NU PA PL PM RE RS RW SA SH SI SN SZ TF TM TR TV VG WS ZM",
    "AD AE AM AO AQ AR AW BL BT BV CO CV DE DJ DM EH FO GA GM GP GR HR HT ID IE IM IQ IT JM KN LA MG ML MO MS MX "
    "NC NI NP NZ PK PN PS PT RO RU SB SJ SK SL SR SS TD TG TK TN TW TZ UZ VI XK YT ZA",
    "AX BA BI BJ BM BN BY CC CG CI CR CW CZ DZ FJ FR GD GE GS GW GY HU IO IR JO JP KR KY KZ LB LI MH MK MM MN MT "
    "MW NA NF NL NO PE PF PR PY QA SC SD SO ST SV TJ TL TO UG UM US VA VN VU YE ZW",
    "AF AG AS AT AZ BB BE BG BO BQ BW CD CK CM CX DK EC EE EG ES ET FK GF GG GH GN GT GU HK IN IS KG KI KP KW LC "
    "LT MC ME MP MR MU MZ NE NR OM PG PH PW SE SG SM SX SY TC TH TT UA UY VC VE WF"};

uint8_t tint_of(struct text code) {
    for (int tint = 0; tint < MAP_TINTS; tint++)
        for (const char *at = countries[tint]; code.size == 2; at += 3) {
            if (at[0] == code.data[0] && at[1] == code.data[1])
                return (uint8_t)tint;
            if (at[2] == '\0')
                break;
        }
    return (uint8_t)(text_hash(code) % MAP_TINTS);
}

/* The first tint that is not used; all are: the one wanted. */
static uint8_t free_tint(const bool used[MAP_TINTS], uint8_t wanted) {
    for (int tint = 0; tint < MAP_TINTS; tint++)
        if (!used[tint])
            return (uint8_t)tint;
    return wanted;
}

void tints_give(const struct text *codes, size_t count, bool overview, uint8_t *tints) {
    bool used[MAP_TINTS] = {false}, pair = count <= 2 && !overview;
    for (size_t i = 0; i < count; i++) {
        uint8_t wanted = pair ? (uint8_t)i : tint_of(codes[i]);
        tints[i] = used[wanted] && !overview ? free_tint(used, wanted) : wanted;
        used[tints[i]] = true;
    }
}

void tints_give_plan(const struct gazetteer *gazetteer, struct map_plan *plan) {
    struct text codes[MAP_PARTIES];
    for (size_t i = 0; i < plan->party_count; i++)
        codes[i] = gazetteer_place(gazetteer, plan->parties[i]).country;
    tints_give(codes, plan->party_count, plan->overview, plan->party_tints);
}
