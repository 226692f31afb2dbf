#include "kind.h"

enum {
    FIGHT = KIND_VIOLENT | KIND_HAS_DOER,
    STATES = FIGHT | KIND_OF_STATES,
    REMOTE = FIGHT | KIND_REMOTE,
    PEACEFUL = KIND_BLOODLESS,
    AHEAD = KIND_BLOODLESS | KIND_MAY_BE_AHEAD
};

/* ACLED's sub-events (codebook of 2024), PLOVER's types and modes, CAMEO's codes. */
static const struct kind_facts kinds[INCIDENT_KINDS] = {
    [INCIDENT_CLASH] = {"clash", "clash", STATES | KIND_OF_CAMEO, "Armed clash", "ASSAULT", "190", ""},
    [INCIDENT_SHOOTING] = {"shooting", "shooting", STATES, "Attack", "ASSAULT", "193", "firearms"},
    [INCIDENT_SHELLING] = {"shelling", "shelling", REMOTE, "Shelling/artillery/missile attack", "ASSAULT", "194",
                           "heavy-weapons"},
    [INCIDENT_AIR_STRIKE] = {"air strike", "air-strike", REMOTE, "Air/drone strike", "ASSAULT", "195", "aerial"},
    [INCIDENT_EXPLOSION] = {"explosion", "explosion", KIND_VIOLENT | KIND_REMOTE | KIND_OF_ACLED | KIND_OF_CAMEO,
                            "Remote explosive/landmine/IED", "ASSAULT", "183", "explosives"},
    [INCIDENT_MINE] = {"mine", "mine", KIND_VIOLENT | KIND_REMOTE, "Remote explosive/landmine/IED", "ASSAULT", "183",
                       ""},
    [INCIDENT_ATTACK] = {"attack", "attack", FIGHT | KIND_OF_ACLED | KIND_OF_PLOVER, "Attack", "ASSAULT", "180",
                         "assassinate;beat;torture;primitive;execute"},
    [INCIDENT_OFFENSIVE] = {"offensive", "offensive", STATES | KIND_OF_GROUND, "Armed clash", "ASSAULT", "190", ""},
    [INCIDENT_INCURSION] = {"incursion", "incursion", FIGHT | KIND_OF_GROUND | KIND_OF_POLICE, "Other", "ASSAULT",
                            "192", ""},
    [INCIDENT_ABDUCTION] = {"abduction", "abduction", KIND_OF_POLICE, "Abduction/forced disappearance", "ASSAULT",
                            "181", "abduct"},
    [INCIDENT_ARREST] = {"arrest", "arrest", KIND_OF_POLICE, "Arrests", "COERCE", "173", "arrest"},
    [INCIDENT_PROTEST] = {"protest", "protest", 0, "Peaceful protest", "PROTEST", "141",
                          "demo;hunger;strike;boycott;obstruct"},
    [INCIDENT_CLOSURE] = {"closure", "closure", PEACEFUL, "Other", "SANCTION", "162", "restrict"},
    [INCIDENT_DISPLACEMENT] = {"displacement", "displacement", PEACEFUL, "Other", "COERCE", "204", "deport"},
    [INCIDENT_WAR] = {"war", "war", STATES, "Armed clash", "ASSAULT", "190", ""},
    [INCIDENT_TENSION] = {"tension", "tension", KIND_VIOLENT | KIND_OF_STATES | KIND_OF_CAMEO | KIND_OF_PLOVER, "Other",
                          "THREATEN", "150", ""},
    [INCIDENT_CEASEFIRE] = {"ceasefire", "ceasefire", AHEAD, "Agreement", "AGREE", "0871", "ceasefire"},
    [INCIDENT_MEETING] = {"meeting", "meeting", AHEAD | KIND_IS_VENUE | KIND_OF_PLOVER, "Other", "CONSULT", "046", ""},
    [INCIDENT_OTHER] = {"other", "other", KIND_VIOLENT | KIND_OF_ACLED, "Other", "", "", ""},
    [INCIDENT_DRONE_STRIKE] = {"drone strike", "air-strike", REMOTE, "Air/drone strike", "ASSAULT", "1952", ""},
    [INCIDENT_SUICIDE_BOMBING] = {"suicide bombing", "explosion", KIND_VIOLENT | KIND_REMOTE, "Suicide bomb", "ASSAULT",
                                  "1831", "suicide-attack"},
    [INCIDENT_GRENADE] = {"grenade", "explosion", KIND_VIOLENT | KIND_REMOTE, "Grenade", "ASSAULT", "183", ""},
    [INCIDENT_CHEMICAL_ATTACK] = {"chemical attack", "attack", REMOTE, "Chemical weapon", "MASS", "204", "cbrn"},
    [INCIDENT_SEIZURE] = {"seizure", "offensive", FIGHT | KIND_OF_GROUND | KIND_OF_CAMEO,
                          "Non-state actor overtakes territory", "ASSAULT", "192", ""},
    [INCIDENT_RECAPTURE] = {"recapture", "offensive", FIGHT | KIND_OF_GROUND, "Government regains territory", "ASSAULT",
                            "192", ""},
    [INCIDENT_HANDOVER] = {"handover", "meeting", AHEAD, "Non-violent transfer of territory", "YIELD", "0874",
                           "withdraw"},
    [INCIDENT_INFILTRATION] = {"infiltration", "incursion", FIGHT | KIND_OF_GROUND | KIND_OF_POLICE, "Other", "ASSAULT",
                               "192", ""},
    [INCIDENT_AIRSPACE_VIOLATION] = {"airspace violation", "incursion", KIND_HAS_DOER | KIND_BLOODLESS, "Other",
                                     "THREATEN", "150", ""},
    [INCIDENT_BORDER_MARKER] = {"border marker", "closure", KIND_HAS_DOER | KIND_BLOODLESS, "Other", "COERCE", "171",
                                ""},
    [INCIDENT_STONING] = {"stoning", "attack", FIGHT, "Mob violence", "ASSAULT", "182", ""},
    [INCIDENT_RIOT] = {"riot", "protest", KIND_VIOLENT, "Violent demonstration", "PROTEST", "145", "riot"},
    [INCIDENT_FORCE_AGAINST_PROTEST] = {"force against protest", "protest", KIND_VIOLENT,
                                        "Excessive force against protesters;Protest with intervention", "COERCE", "175",
                                        ""},
    [INCIDENT_MOB_VIOLENCE] = {"mob violence", "attack", KIND_VIOLENT | KIND_OF_ACLED, "Mob violence", "ASSAULT", "182",
                               ""},
    [INCIDENT_DESTRUCTION] = {"destruction", "attack", FIGHT | KIND_OF_CAMEO, "Looting/property destruction", "COERCE",
                              "171", "destroy;confiscate"},
    [INCIDENT_SEXUAL_VIOLENCE] = {"sexual violence", "attack", KIND_HAS_DOER, "Sexual violence", "ASSAULT", "1821",
                                  "sexual"},
    [INCIDENT_WEAPONS_SEIZED] = {"weapons seized", "arrest", PEACEFUL | KIND_OF_POLICE, "Disrupted weapons use",
                                 "COERCE", "171", ""},
    [INCIDENT_BASE] = {"base", "incursion", KIND_HAS_DOER | KIND_BLOODLESS | KIND_OF_GROUND,
                       "Headquarters or base established", "MOBILIZE", "154", ""},
    [INCIDENT_DEPLOYMENT] = {"deployment", "incursion",
                             KIND_HAS_DOER | KIND_BLOODLESS | KIND_OF_GROUND | KIND_OF_CAMEO | KIND_OF_PLOVER,
                             "Change to group/activity", "MOBILIZE", "154", "troops;weapons;militia"},
    [INCIDENT_AGREEMENT] = {"agreement", "meeting", AHEAD | KIND_OF_ACLED | KIND_OF_PLOVER, "Agreement", "AGREE", "057",
                            ""},
    [INCIDENT_EVACUATION] = {"evacuation", "displacement", AHEAD, "Other", "AID", "0233", ""},
    [INCIDENT_PRISONER_EXCHANGE] = {"prisoner exchange", "meeting", AHEAD, "Other", "YIELD", "0841", "release"},
};

const struct kind_facts *kind_facts(enum incident_kind kind) {
    return &kinds[kind];
}

bool kind_has(enum incident_kind kind, enum kind_trait trait) {
    return (kinds[kind].traits & trait) != 0;
}

bool kind_find(struct text name, enum incident_kind *kind) {
    for (int k = 0; k < INCIDENT_KINDS; k++)
        if (text_is(name, kinds[k].name)) {
            *kind = (enum incident_kind)k;
            return true;
        }
    return false;
}

static char small(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool same_word(struct text a, struct text b) {
    bool same = a.size == b.size;
    for (size_t i = 0; same && i < a.size; i++)
        same = small(a.data[i]) == small(b.data[i]);
    return same;
}

static bool is_listed(const char *list, struct text word) {
    struct text rest = text_of(list), item;
    while (text_split(&rest, ';', &item))
        if (same_word(item, word))
            return true;
    return false;
}

static const char *code_of(const struct kind_facts *facts, enum kind_trait system) {
    return system == KIND_OF_ACLED ? facts->acled : system == KIND_OF_PLOVER ? facts->plover : facts->cameo;
}

/* The kind that the code is read as: the one that says so, else the first that has it. */
static bool find_code(enum kind_trait system, struct text code, enum incident_kind *kind) {
    bool found = false;
    for (int k = 0; k < INCIDENT_KINDS && code.size > 0; k++) {
        if (!is_listed(code_of(&kinds[k], system), code))
            continue;
        if (!found || (kinds[k].traits & system)) {
            *kind = (enum incident_kind)k;
            found = true;
        }
        if (kinds[k].traits & system)
            break;
    }
    return found;
}

bool kind_of_acled(struct text sub_event, enum incident_kind *kind) {
    return find_code(KIND_OF_ACLED, text_trim(sub_event), kind);
}

bool kind_of_plover(struct text type, struct text mode, enum incident_kind *kind) {
    for (int k = 0; k < INCIDENT_KINDS && mode.size > 0; k++)
        if (is_listed(kinds[k].modes, text_trim(mode))) {
            *kind = (enum incident_kind)k;
            return true;
        }
    return find_code(KIND_OF_PLOVER, text_trim(type), kind);
}

/* What a whole class of CAMEO is, where its code says no more. */
static const struct {
    const char *code;
    enum incident_kind kind;
} classes[] = {{"13", INCIDENT_TENSION}, {"14", INCIDENT_PROTEST}, {"15", INCIDENT_DEPLOYMENT},
               {"18", INCIDENT_ATTACK},  {"19", INCIDENT_CLASH},   {"20", INCIDENT_ATTACK}};

bool kind_of_cameo(struct text code, enum incident_kind *kind) {
    struct text part = text_trim(code);
    for (; part.size >= 3; part.size--)
        if (find_code(KIND_OF_CAMEO, part, kind))
            return true;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (text_is(part, classes[i].code)) {
            *kind = classes[i].kind;
            return true;
        }
    return false;
}

const char *incident_kind_name(enum incident_kind kind) {
    return kinds[kind].name;
}
