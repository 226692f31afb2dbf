#include "kind.h"

enum {
    FIGHT = KIND_VIOLENT | KIND_HAS_DOER,
    STATES = FIGHT | KIND_OF_STATES,
    REMOTE = FIGHT | KIND_REMOTE,
    PEACEFUL = KIND_BLOODLESS,
    AHEAD = KIND_BLOODLESS | KIND_MAY_BE_AHEAD
};

/* ACLED's sub-events (codebook of 2024), PLOVER's types, CAMEO's codes. */
static const struct kind_facts kinds[INCIDENT_KINDS] = {
    [INCIDENT_CLASH] = {"clash", "clash", STATES, "Armed clash", "ASSAULT", "190"},
    [INCIDENT_SHOOTING] = {"shooting", "shooting", STATES, "Attack", "ASSAULT", "193"},
    [INCIDENT_SHELLING] = {"shelling", "shelling", REMOTE, "Shelling/artillery/missile attack", "ASSAULT", "194"},
    [INCIDENT_AIR_STRIKE] = {"air strike", "air-strike", REMOTE, "Air/drone strike", "ASSAULT", "195"},
    [INCIDENT_EXPLOSION] = {"explosion", "explosion", KIND_VIOLENT | KIND_REMOTE, "Remote explosive/landmine/IED",
                            "ASSAULT", "183"},
    [INCIDENT_MINE] = {"mine", "mine", KIND_VIOLENT | KIND_REMOTE, "Remote explosive/landmine/IED", "ASSAULT", "183"},
    [INCIDENT_ATTACK] = {"attack", "attack", FIGHT, "Attack", "ASSAULT", "180"},
    [INCIDENT_OFFENSIVE] = {"offensive", "offensive", STATES | KIND_OF_GROUND, "Armed clash", "ASSAULT", "190"},
    [INCIDENT_INCURSION] = {"incursion", "incursion", FIGHT | KIND_OF_GROUND | KIND_OF_POLICE, "Other", "ASSAULT",
                            "192"},
    [INCIDENT_ABDUCTION] = {"abduction", "abduction", KIND_OF_POLICE, "Abduction/forced disappearance", "ASSAULT",
                            "181"},
    [INCIDENT_ARREST] = {"arrest", "arrest", KIND_OF_POLICE, "Arrests", "COERCE", "173"},
    [INCIDENT_PROTEST] = {"protest", "protest", 0, "Peaceful protest", "PROTEST", "141"},
    [INCIDENT_CLOSURE] = {"closure", "closure", PEACEFUL, "Other", "SANCTION", "162"},
    [INCIDENT_DISPLACEMENT] = {"displacement", "displacement", PEACEFUL, "Other", "COERCE", "204"},
    [INCIDENT_WAR] = {"war", "war", STATES, "Armed clash", "ASSAULT", "190"},
    [INCIDENT_TENSION] = {"tension", "tension", KIND_VIOLENT | KIND_OF_STATES, "Other", "THREATEN", "150"},
    [INCIDENT_CEASEFIRE] = {"ceasefire", "ceasefire", AHEAD, "Agreement", "AGREE", "0871"},
    [INCIDENT_MEETING] = {"meeting", "meeting", AHEAD | KIND_IS_VENUE, "Other", "CONSULT", "046"},
    [INCIDENT_OTHER] = {"other", "other", KIND_VIOLENT, "Other", "", ""},
    [INCIDENT_DRONE_STRIKE] = {"drone strike", "air-strike", REMOTE, "Air/drone strike", "ASSAULT", "1952"},
    [INCIDENT_SUICIDE_BOMBING] = {"suicide bombing", "explosion", KIND_VIOLENT | KIND_REMOTE, "Suicide bomb", "ASSAULT",
                                  "1831"},
    [INCIDENT_GRENADE] = {"grenade", "explosion", KIND_VIOLENT | KIND_REMOTE, "Grenade", "ASSAULT", "183"},
    [INCIDENT_CHEMICAL_ATTACK] = {"chemical attack", "attack", REMOTE, "Chemical weapon", "MASS", "204"},
    [INCIDENT_SEIZURE] = {"seizure", "offensive", FIGHT | KIND_OF_GROUND, "Non-state actor overtakes territory",
                          "ASSAULT", "192"},
    [INCIDENT_RECAPTURE] = {"recapture", "offensive", FIGHT | KIND_OF_GROUND, "Government regains territory", "ASSAULT",
                            "192"},
    [INCIDENT_HANDOVER] = {"handover", "meeting", AHEAD, "Non-violent transfer of territory", "YIELD", "0874"},
    [INCIDENT_INFILTRATION] = {"infiltration", "incursion", FIGHT | KIND_OF_GROUND | KIND_OF_POLICE, "Other", "ASSAULT",
                               "192"},
    [INCIDENT_AIRSPACE_VIOLATION] = {"airspace violation", "incursion", KIND_HAS_DOER | KIND_BLOODLESS, "Other",
                                     "THREATEN", "150"},
    [INCIDENT_BORDER_MARKER] = {"border marker", "closure", KIND_HAS_DOER | KIND_BLOODLESS, "Other", "COERCE", "171"},
    [INCIDENT_STONING] = {"stoning", "attack", FIGHT, "Mob violence", "ASSAULT", "182"},
    [INCIDENT_RIOT] = {"riot", "protest", KIND_VIOLENT, "Violent demonstration", "PROTEST", "145"},
    [INCIDENT_FORCE_AGAINST_PROTEST] = {"force against protest", "protest", KIND_VIOLENT,
                                        "Excessive force against protesters;Protest with intervention", "COERCE",
                                        "175"},
    [INCIDENT_MOB_VIOLENCE] = {"mob violence", "attack", KIND_VIOLENT, "Mob violence", "ASSAULT", "182"},
    [INCIDENT_DESTRUCTION] = {"destruction", "attack", FIGHT, "Looting/property destruction", "COERCE", "171"},
    [INCIDENT_SEXUAL_VIOLENCE] = {"sexual violence", "attack", KIND_HAS_DOER, "Sexual violence", "ASSAULT", "1821"},
    [INCIDENT_WEAPONS_SEIZED] = {"weapons seized", "arrest", PEACEFUL | KIND_OF_POLICE, "Disrupted weapons use",
                                 "COERCE", "171"},
    [INCIDENT_BASE] = {"base", "incursion", KIND_HAS_DOER | KIND_BLOODLESS | KIND_OF_GROUND,
                       "Headquarters or base established", "MOBILIZE", "154"},
    [INCIDENT_DEPLOYMENT] = {"deployment", "incursion", KIND_HAS_DOER | KIND_BLOODLESS | KIND_OF_GROUND,
                             "Change to group/activity", "MOBILIZE", "154"},
    [INCIDENT_AGREEMENT] = {"agreement", "meeting", AHEAD, "Agreement", "AGREE", "057"},
    [INCIDENT_EVACUATION] = {"evacuation", "displacement", AHEAD, "Other", "AID", "0233"},
    [INCIDENT_PRISONER_EXCHANGE] = {"prisoner exchange", "meeting", AHEAD, "Other", "YIELD", "0841"},
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

const char *incident_kind_name(enum incident_kind kind) {
    return kinds[kind].name;
}
