#include "topics.h"

#include "kind.h"

/* What the value of a word for a topic says (events.tsv, role game). */
enum { PLAIN = 0, HOLDS = 1, WEAK = 2, STRONG = 3 };

/* And that of a word for an accident. */
enum { TECHNICAL = 1 };

enum {
    PLAIN_WEIGHT = 2,
    WEAK_WEIGHT = 1,
    ALL = 100, /* nothing of that sentence has happened */
    HELD_WEIGHT = 4,
    HELD_SENTENCES = 16,
    KILLED_WEIGHT = 2,
    REMOTE_WEIGHT = 2,
    ARMED_MOST = 2,
    SURE = 3
};

/* What one sentence says for a topic and for violence. */
struct balance {
    int topic, violence;
    bool armed, technical;
    bool holds; /* for the sentences that follow, too */
};

static int weight_of(const struct cue *cue) {
    return cue->value == WEAK ? WEAK_WEIGHT : cue->value == PLAIN ? PLAIN_WEIGHT : ALL;
}

static int violence_of(const struct cue *cue) {
    enum incident_kind kind = (enum incident_kind)cue->value;
    if (cue->strength < SURE || !kind_has(kind, KIND_VIOLENT) || kind == INCIDENT_WAR)
        return 0;
    return kind_has(kind, KIND_REMOTE) ? REMOTE_WEIGHT : 1;
}

static bool is_armed(const struct notes *notes, uint32_t word) {
    const struct cue *cue = cues_at(&notes->cues, CUES_CLAIMS, word);
    return cue != NULL && cue->first == word &&
           (cue->role == CUE_FORCES || cue->role == CUE_IRREGULARS || cue->role == CUE_PEACEKEEPERS);
}

/* Topics, words of events, armed men; an armed group by its name is one of these. */
static struct balance weigh_words(const struct notes *notes, uint32_t sentence) {
    struct balance balance = {0};
    int event = 0, armed = 0;
    for (uint32_t w = notes_first(notes, sentence); w < notes_end(notes, sentence); w++) {
        const struct cue *cue = cues_at(&notes->cues, CUES_EVENTS, w);
        armed += is_armed(notes, w);
        if (cue == NULL || cue->first != w)
            continue;
        int violence = cue->role == CUE_EVENT ? violence_of(cue) : 0;
        event = violence > event ? violence : event;
        balance.topic += cue->role == CUE_GAME ? weight_of(cue) : 0;
        balance.technical |= cue->role == CUE_ACCIDENT && cue->value == TECHNICAL;
        balance.holds |= cue->role == CUE_GAME && cue->value == HOLDS;
    }
    for (uint32_t i = notes->actor_first[sentence]; i < notes->actor_first[sentence + 1]; i++)
        armed += notes->actors.items[i].group;
    balance.armed = armed > 0;
    balance.violence = event + (armed < ARMED_MOST ? armed : ARMED_MOST);
    return balance;
}

/* People who are counted as killed by somebody, or wounded. */
static void weigh_victims(const struct notes *notes, struct balance *balances) {
    uint32_t killed = NO_WORD, wounded = NO_WORD;
    for (size_t i = 0; i < notes->casualties.count; i++) {
        const struct casualty *casualty = &notes->casualties.items[i];
        uint32_t sentence = notes->words.items[casualty->word].sentence;
        bool dead = casualty->kind == TOLL_KILLED && (casualty->violent || casualty->mends);
        if (dead && sentence != killed)
            balances[sentence].violence += KILLED_WEIGHT;
        if (casualty->wounded && sentence != wounded)
            balances[sentence].violence++;
        killed = dead ? sentence : killed;
        wounded = casualty->wounded ? sentence : wounded;
    }
}

struct topic *topics_read(const struct notes *notes) {
    uint32_t count = (uint32_t)notes->words.sentence_count, held = NO_WORD;
    struct balance *balances = ARENA_ARRAY(notes->arena, struct balance, count + 1);
    struct topic *topics = ARENA_ARRAY(notes->arena, struct topic, count + 1);
    const struct sentence *sentences = notes->geoparse->tokens.sentences;
    for (uint32_t s = 0; s < count; s++)
        balances[s] = weigh_words(notes, s);
    weigh_victims(notes, balances);
    for (uint32_t s = 0; s < count; s++) {
        int topic = balances[s].topic;
        bool paragraph = held != NO_WORD && s - held < HELD_SENTENCES &&
                         (sentences[held].paragraph == sentences[s].paragraph ||
                          (sentences[held].paragraph == 0 && sentences[s].paragraph == 1));
        topic += paragraph ? HELD_WEIGHT : 0;
        topics[s] =
            (struct topic){topic > 0 && topic >= balances[s].violence, balances[s].technical, balances[s].armed};
        held = balances[s].holds ? s : held;
    }
    return topics;
}
