#include "compile_tables.h"
#include "list.h"
#include "model_parts.h"

#include <stdlib.h>

/* The languages of a country, most official first, as indexes of the model. */
struct spoken {
    string_id country;
    string_id languages[4];
    size_t count;
};

struct spoken_list {
    struct spoken *items;
    size_t count, capacity;
};

static void read_spoken(struct model *model, const struct table *countries, struct arena *arena,
                        struct spoken_list *list) {
    for (size_t row = 0; row < countries->row_count; row++) {
        struct spoken *spoken = LIST_PUSH(arena, list);
        struct text rest = source_cell(countries, row, "languages");
        struct text language;
        spoken->country = model_string(model, source_cell(countries, row, "alpha2"));
        while (spoken->count < 4 && rest.size > 0 && text_split(&rest, ',', &language))
            spoken->languages[spoken->count++] = model_string(model, language);
    }
}

static const struct spoken *spoken_in(const struct spoken_list *list, string_id country) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].country == country)
            return &list->items[i];
    return NULL;
}

/* How early the language comes among those of the country; 4 if it does not. */
static size_t local_rank(const struct spoken *spoken, string_id language) {
    size_t i = 0;
    while (i < spoken->count && spoken->languages[i] != language)
        i++;
    return i < spoken->count ? i : 4;
}

static void set_local_names(struct model *model, const struct spoken_list *list, struct arena *arena) {
    unsigned char *ranks = arena_alloc(arena, model->places.count + 1, 1);
    for (size_t i = 0; i < model->labels.count; i++) {
        const struct model_label *label = &model->labels.items[i];
        struct model_place *place = &model->places.items[label->place];
        const struct spoken *spoken = place->country ? spoken_in(list, place->country) : NULL;
        size_t rank = spoken ? local_rank(spoken, model->languages.items[label->language]) : 4;
        if (rank < 4 && (place->local_name == 0 || rank < ranks[label->place])) {
            ranks[label->place] = (unsigned char)rank;
            place->local_name = label->name;
        }
    }
}

/* Half the diagonal of the towns' bounds, or 25 km where there are too few to tell. */
static double extent_km(const struct model_place *place) {
    struct lonlat corners[2] = {{place->point.lon + place->spread.west, place->point.lat + place->spread.south},
                                {place->point.lon + place->spread.east, place->point.lat + place->spread.north}};
    double half = place->has_spread ? lonlat_distance_km(corners[0], corners[1]) / 2 : 0;
    return half > 5 ? half : 25;
}

static void finish_place(struct model *model, struct model_place *place, struct arena *arena) {
    bool region = place->kind == PLACE_COUNTRY || place->kind == PLACE_REGION;
    if (!place->placed && place->country) {
        struct text country = ref_of_country(arena, model_text(model, place->country));
        place_id id = model_find(model, country);
        if (id != PLACE_NONE) {
            place->point = model_place_at(model, id)->point;
            place->precision_km = extent_km(model_place_at(model, id));
        }
    } else if (region && !place->measured) {
        place->precision_km = extent_km(place);
    }
}

bool compile_finish(struct model *model, const char *tables, struct arena *arena, struct error *error) {
    static const char *const columns[] = {"alpha2", NULL};
    struct spoken_list list = {0};
    struct table countries;
    if (!compile_table(tables, "countries.csv", columns, arena, &countries, error))
        return false;
    read_spoken(model, &countries, arena, &list);
    set_local_names(model, &list, arena);
    for (size_t i = 0; i < model->places.count; i++)
        finish_place(model, &model->places.items[i], arena);
    return true;
}
