#include "weapons.h"

#include "kind.h"

enum { WEAPON_REACH = 10, PAUSE = 3 };

/* How much a kind says of the weapon; a finer one takes the place of a coarser one. */
static int fineness(enum incident_kind kind) {
    switch (kind) {
    case INCIDENT_ATTACK:
    case INCIDENT_OTHER: return 1;
    case INCIDENT_SHOOTING: /* "opened fire with mortars" */
    case INCIDENT_EXPLOSION: return 2;
    case INCIDENT_SHELLING: return 3;
    case INCIDENT_AIR_STRIKE: return 4;
    case INCIDENT_DRONE_STRIKE:
    case INCIDENT_SUICIDE_BOMBING:
    case INCIDENT_MINE:
    case INCIDENT_GRENADE:
    case INCIDENT_CHEMICAL_ATTACK: return 5;
    default: return 0;
    }
}

/* What lies on the ground or is thrown does not come from afar. */
static bool may_be(enum incident_kind kind, enum incident_kind weapon) {
    bool near = weapon == INCIDENT_MINE || weapon == INCIDENT_SUICIDE_BOMBING || weapon == INCIDENT_GRENADE;
    bool afar = kind == INCIDENT_SHELLING || kind == INCIDENT_AIR_STRIKE || kind == INCIDENT_SHOOTING;
    return fineness(kind) > 0 && fineness(weapon) > fineness(kind) && !(near && afar);
}

enum incident_kind weapons_kind(const struct notes *notes, uint32_t first, uint32_t end, enum incident_kind kind) {
    uint32_t sentence = notes->words.items[first].sentence, least = WEAPON_REACH + 1;
    enum incident_kind best = kind;
    if (fineness(kind) == 0)
        return kind;
    for (uint32_t w = notes_first(notes, sentence); w < notes_end(notes, sentence); w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_WEAPONS, w);
        if (cue == NULL || cue->first != w || notes->clauses[w] != notes->clauses[first] ||
            !may_be(kind, (enum incident_kind)cue->value))
            continue;
        uint32_t distance = w < first  ? words_distance(&notes->words, cue->end - 1, first, PAUSE)
                            : w >= end ? words_distance(&notes->words, end - 1, w, PAUSE)
                                       : 0;
        if (distance < least) {
            least = distance;
            best = (enum incident_kind)cue->value;
        }
    }
    return best;
}
