#include "markup_names.h"

#include "list.h"
#include "markup.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NAMES = 20000, FIRST_ROOM = 512 };

struct tag {
    const char *name;
    unsigned traits;
};

#define B TRAIT_BLOCK
/* In the order of enum markup_tag; from TAG_OTHER on, elements that only their traits matter of. */
static const struct tag tags[] = {
    {"", 0},
    {"a", TRAIT_INLINE},
    {"article", B},
    {"aside", B},
    {"blockquote", B},
    {"body", B},
    {"br", TRAIT_VOID},
    {"dd", B},
    {"div", B},
    {"dl", B},
    {"dt", B},
    {"figure", B},
    {"figcaption", B},
    {"footer", B},
    {"form", B},
    {"h1", B | TRAIT_HEADING},
    {"h2", B | TRAIT_HEADING},
    {"h3", B | TRAIT_HEADING},
    {"h4", B | TRAIT_HEADING},
    {"h5", B | TRAIT_HEADING},
    {"h6", B | TRAIT_HEADING},
    {"head", B | TRAIT_HEAD},
    {"header", B},
    {"hr", B | TRAIT_VOID},
    {"html", B | TRAIT_SCOPE},
    {"li", B},
    {"link", TRAIT_VOID | TRAIT_HEAD},
    {"main", B},
    {"meta", TRAIT_VOID | TRAIT_HEAD},
    {"nav", B},
    {"noscript", TRAIT_HEAD},
    {"ol", B},
    {"p", B},
    {"pre", B},
    {"script", TRAIT_RAW | TRAIT_HEAD},
    {"section", B},
    {"table", B | TRAIT_SCOPE},
    {"tbody", B | TRAIT_ROW},
    {"td", B | TRAIT_SCOPE | TRAIT_ROW},
    {"tfoot", B | TRAIT_ROW},
    {"th", B | TRAIT_SCOPE | TRAIT_ROW},
    {"thead", B | TRAIT_ROW},
    {"time", TRAIT_INLINE},
    {"title", TRAIT_RAW | TRAIT_HEAD},
    {"tr", B | TRAIT_ROW},
    {"ul", B},
    {"style", TRAIT_RAW | TRAIT_HEAD},
    {"template", TRAIT_SCOPE | TRAIT_HEAD},
    {"base", TRAIT_VOID | TRAIT_HEAD},
    {"textarea", TRAIT_RAW},
    {"iframe", TRAIT_RAW},
    {"noembed", TRAIT_RAW},
    {"noframes", TRAIT_RAW | TRAIT_HEAD},
    {"xmp", B | TRAIT_RAW},
    {"img", TRAIT_VOID},
    {"input", TRAIT_VOID},
    {"area", TRAIT_VOID},
    {"col", TRAIT_VOID},
    {"embed", TRAIT_VOID},
    {"param", TRAIT_VOID},
    {"source", TRAIT_VOID},
    {"track", TRAIT_VOID},
    {"wbr", TRAIT_VOID},
    {"address", B},
    {"caption", B | TRAIT_SCOPE | TRAIT_ROW},
    {"center", B},
    {"details", B},
    {"dialog", B},
    {"dir", B},
    {"fieldset", B},
    {"hgroup", B},
    {"menu", B},
    {"search", B},
    {"summary", B},
    {"button", TRAIT_SCOPE},
    {"object", TRAIT_SCOPE},
    {"select", 0},
    {"option", 0},
    {"svg", 0},
    {"video", 0},
    {"audio", 0},
    {"b", TRAIT_INLINE},
    {"big", TRAIT_INLINE},
    {"code", TRAIT_INLINE},
    {"em", TRAIT_INLINE},
    {"font", TRAIT_INLINE},
    {"i", TRAIT_INLINE},
    {"mark", TRAIT_INLINE},
    {"nobr", TRAIT_INLINE},
    {"s", TRAIT_INLINE},
    {"small", TRAIT_INLINE},
    {"span", TRAIT_INLINE},
    {"strike", TRAIT_INLINE},
    {"strong", TRAIT_INLINE},
    {"sub", TRAIT_INLINE},
    {"sup", TRAIT_INLINE},
    {"tt", TRAIT_INLINE},
    {"u", TRAIT_INLINE},
};
enum { KNOWN = sizeof tags / sizeof *tags };
_Static_assert((int)KNOWN <= (int)MARKUP_HTML_NAMES, "room for all elements of HTML");

struct markup_names {
    struct arena *arena;
    bool xml;
    struct text *items; /* by number */
    size_t count, capacity;
    uint16_t *slots; /* number by hash, 0: free */
    size_t room;
};

unsigned markup_names_traits(uint16_t number) {
    return number < KNOWN ? tags[number].traits : 0;
}

struct text markup_names_text(const struct markup_names *names, uint16_t number) {
    return names->items[number];
}

static uint32_t hash_of(struct text name, bool xml) {
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < name.size; i++) {
        unsigned char c = (unsigned char)name.data[i];
        c = !xml && c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
        hash = (hash ^ c) * 16777619U;
    }
    return hash;
}

static bool same(struct text known, struct text name, bool xml) {
    if (known.size != name.size)
        return false;
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        c = !xml && c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
        if (known.data[i] != c)
            return false;
    }
    return true;
}

static size_t find_slot(const struct markup_names *names, struct text name) {
    size_t at = hash_of(name, names->xml) & (names->room - 1);
    while (names->slots[at] && !same(names->items[names->slots[at]], name, names->xml))
        at = (at + 1) & (names->room - 1);
    return at;
}

static void grow_slots(struct markup_names *names) {
    names->room = names->room ? names->room * 4 : FIRST_ROOM;
    names->slots = ARENA_ARRAY(names->arena, uint16_t, names->room);
    for (size_t i = 1; i < names->count; i++)
        names->slots[find_slot(names, names->items[i])] = (uint16_t)i;
}

static struct text small(struct text name, bool xml, struct arena *arena) {
    struct text copy = {text_c(arena, name), name.size};
    char *letters = (char *)(uintptr_t)copy.data;
    for (size_t i = 0; !xml && i < copy.size; i++)
        letters[i] = letters[i] >= 'A' && letters[i] <= 'Z' ? (char)(letters[i] | 0x20) : letters[i];
    return copy;
}

static uint16_t add(struct markup_names *names, struct text name) {
    if (names->count * 2 >= names->room)
        grow_slots(names);
    size_t slot = find_slot(names, name);
    names->slots[slot] = (uint16_t)names->count;
    *LIST_PUSH(names->arena, names) = name;
    return names->slots[slot];
}

uint16_t markup_names_number(struct markup_names *names, struct text name) {
    if (name.size == 0)
        return 0;
    uint16_t known = names->slots[find_slot(names, name)];
    bool full = names->count >= MOST_NAMES; /* what comes then is of one name */
    return known || full ? known ? known : TAG_OTHER : add(names, small(name, names->xml, names->arena));
}

struct markup_names *markup_names_new(bool xml, struct arena *arena) {
    struct markup_names *names = ARENA_NEW(arena, struct markup_names);
    *names = (struct markup_names){.arena = arena, .xml = xml};
    *LIST_PUSH(arena, names) = TEXT("");
    grow_slots(names);
    for (size_t i = 1; i < KNOWN && !xml; i++)
        add(names, text_of(tags[i].name));
    while (names->count < KNOWN) /* XML names start behind the numbers of HTML */
        *LIST_PUSH(arena, names) = TEXT("");
    return names;
}
