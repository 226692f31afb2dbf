#include "spelling.h"

#include "capitals.h"
#include "fold.h"

enum { SPELLING_BYTES = 64 };

/* A use that can stand on a map; organisations are best known by their letters. */
static bool is_name(const struct gazetteer *gazetteer, place_id place, enum name_use use) {
    bool letters = use == NAME_ABBREVIATION && gazetteer_place(gazetteer, place).kind == PLACE_ORGANISATION;
    return letters || use == NAME_MAIN || use == NAME_ALTERNATE || use == NAME_SHORT;
}

/* Whether the gazetteer has the surface itself as a name of the place, and not as "Pakistani". */
static bool is_nominative(const struct gazetteer *gazetteer, place_id place, struct text surface, struct arena *arena) {
    struct readings readings = gazetteer_find(gazetteer, fold_key(arena, surface), arena);
    bool name = false;
    for (size_t i = 0; i < readings.count; i++) {
        enum name_use use = readings.items[i].use;
        if (readings.items[i].place != place)
            continue;
        if (use == NAME_ADJECTIVE || use == NAME_PEOPLE)
            return false;
        name = name || is_name(gazetteer, place, use);
    }
    return name;
}

/* Capital at the start where the script has them, not all in capitals. */
static bool is_printable(struct text surface, struct text lang, struct arena *arena) {
    size_t first = 0;
    text_next(surface, &first);
    struct text head = text_slice(surface, 0, first);
    bool newline = text_find(surface, TEXT("\n"), 0) < surface.size,
         begins = text_equal(head, capitals_of(arena, head, lang));
    bool shouted = surface.size > 3 && text_equal(surface, capitals_of(arena, surface, lang)) &&
                   (unsigned char)surface.data[0] < 0xD8;
    return begins && !newline && !shouted && surface.size <= SPELLING_BYTES;
}

struct text spelling_of(const struct gazetteer *gazetteer, const struct article *article, const struct mention *mention,
                        struct arena *arena) {
    if (mention->type == MENTION_DEMONYM || !is_name(gazetteer, mention->place, mention->use))
        return TEXT_NONE;
    struct text field = article_field_text(article, mention->span.field);
    struct text surface = text_slice(field, mention->span.start, mention->span.end);
    bool printable = mention->type == MENTION_ORGANISATION || is_printable(surface, article->language, arena);
    return printable && is_nominative(gazetteer, mention->place, surface, arena) ? surface : TEXT_NONE;
}
