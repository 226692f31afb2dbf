#include "ground.h"

#include "ground_relief.h"
#include "held_areas.h"
#include "list.h"
#include "scene_add.h"

#include <math.h>
#include <stdlib.h>

enum { RIVER_RANKS = 6 };

static int party_of(const struct composition *composition, place_id place) {
    for (size_t i = 0; i < composition->plan->party_count; i++)
        if (composition->plan->parties[i] == place && place != PLACE_NONE)
            return (int)i;
    return -1;
}

static struct territory *territory_of(struct composition *composition, struct text code) {
    int index = composition_territory(composition, code);
    if (index >= 0)
        return &composition->territories.items[index];
    struct territory *territory = LIST_PUSH(composition->arena, &composition->territories);
    struct text ref = ref_of_country(composition->arena, code);
    territory->code = code;
    territory->place = gazetteer_place_of(composition->sources->gazetteer, ref);
    territory->party = party_of(composition, territory->place);
    return territory;
}

static void mark_members(struct composition *composition) {
    place_id members[64];
    if (composition->plan->organisation == PLACE_NONE)
        return;
    size_t count = gazetteer_members(composition->sources->gazetteer, composition->plan->organisation,
                                     date_days(composition->plan->as_of), 64, members);
    for (size_t i = 0; i < composition->territories.count; i++)
        for (size_t k = 0; k < count; k++)
            if (composition->territories.items[i].place == members[k])
                composition->territories.items[i].member = true;
}

static int compare_codes(const void *a, const void *b) {
    return text_compare(((const struct territory *)a)->code, ((const struct territory *)b)->code);
}

static bool find_territories(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"code", NULL};
    struct feature_list features;
    if (!composition_read(composition, "countries", true, fields, NULL, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        struct page_shape whole = composition_project(composition, &features.items[i].shape);
        struct page_shape shape = page_shape_without_specks(&whole, 0.8, composition->arena);
        if (shape.count > 0)
            page_shape_append(&territory_of(composition, features.items[i].fields[0])->shape, shape,
                              composition->arena);
    }
    if (composition->territories.count > 0)
        qsort(composition->territories.items, composition->territories.count, sizeof(struct territory), compare_codes);
    for (size_t i = 0; i < composition->territories.count; i++) {
        struct territory *territory = &composition->territories.items[i];
        territory->extent = page_shape_extent(&territory->shape);
        territory->box = page_shape_box(&territory->shape);
    }
    mark_members(composition);
    return true;
}

static void legend_of_members(struct composition *composition) {
    struct blank name = {"organisation", composition_name(composition, composition->plan->organisation)};
    struct text words = wording_fill(&composition->words, "legend.members", &name, 1);
    composition_legend(composition, LEGEND_AREA, STYLE_MEMBER, TEXT_NONE, words);
}

static void draw_land(struct composition *composition) {
    struct scene *scene = composition->scene;
    struct arena *arena = composition->arena;
    scene_layer_begin(scene, arena, "ground");
    scene_add_box(scene, arena, TEXT("sea"), composition->frame.layout.window,
                  composition_paint(composition, STYLE_SEA)->fill, (struct stroke){0});
    for (size_t i = 0; i < composition->territories.count; i++) {
        const struct territory *territory = &composition->territories.items[i];
        struct colour fill = composition_paint(composition, held_areas_land(composition, territory))->fill;
        struct text ref = ref_of_country(arena, territory->code);
        struct scene_item *item = scene_add_area(scene, arena, ref, territory->shape, fill);
        if (item) /* closes the hair between neighbours that antialiasing would leave */
            item->stroke = (struct stroke){.colour = fill, .width = 0.7, .round = true};
        if (territory->member)
            legend_of_members(composition);
    }
    held_areas_fill(composition);
    scene_layer_end(scene, arena);
}

static struct page_shape all_land(const struct composition *composition) {
    struct page_shape land = {0};
    for (size_t i = 0; i < composition->territories.count; i++)
        page_shape_append(&land, composition->territories.items[i].shape, composition->arena);
    return land;
}

static void add_coast_stroke(struct composition *composition, const struct feature_list *features) {
    struct page_shape coast = {0};
    for (size_t i = 0; i < features->count; i++)
        page_shape_append(&coast, composition_project(composition, &features->items[i].shape), composition->arena);
    scene_add_line(composition->scene, composition->arena, TEXT("coast"), coast,
                   composition_paint(composition, STYLE_COAST)->line);
}

static bool draw_coast(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"country", NULL};
    struct feature_list features;
    if (!composition_read(composition, "coast", true, fields, NULL, &features, error))
        return false;
    add_coast_stroke(composition, &features);
    return true;
}

static bool draw_lakes(struct composition *composition, struct page_shape *water, struct error *error) {
    static const char *const fields[] = {"ref", "name", NULL};
    const struct paint *paint = composition_paint(composition, STYLE_LAKE);
    struct feature_list features;
    double least = 40 * composition->unit * composition->unit;
    double km2 = least * composition->frame.km_per_unit * composition->frame.km_per_unit;
    const char *where = text_c(composition->arena, text_format(composition->arena, "km2 >= %d", (int)fmin(km2, 1e6)));
    if (!composition_read(composition, "lakes", true, fields, where, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        struct page_shape shape = composition_project(composition, &features.items[i].shape);
        if (page_shape_extent(&shape) < least)
            continue;
        struct scene_item *item =
            scene_add_area(composition->scene, composition->arena, features.items[i].fields[0], shape, paint->fill);
        if (item)
            item->stroke = paint->line;
        page_shape_append(water, shape, composition->arena);
    }
    return true;
}

/* How fine rivers may be at this scale: rank 1 the greatest. */
static int finest_rank(double km_per_unit) {
    static const double limits[] = {0.35, 0.7, 1.5, 3.5, 9};
    int rank = RIVER_RANKS;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        rank -= km_per_unit > limits[i];
    return rank;
}

static int river_rank(struct text field) {
    int rank = field.size == 1 ? field.data[0] - '0' : RIVER_RANKS;
    return rank < 1 || rank > RIVER_RANKS ? RIVER_RANKS : rank;
}

static struct stroke river_stroke(const struct composition *composition, int rank) {
    static const double widths[RIVER_RANKS] = {1, 0.85, 0.7, 0.58, 0.48, 0.4};
    struct stroke stroke = composition_paint(composition, STYLE_RIVER)->line;
    double km = composition->frame.km_per_unit;
    stroke.width *= widths[rank - 1] * (km > 8 ? 0.55 : km > 3 ? 0.8 : 1);
    stroke.round = true;
    return stroke;
}

/* Rivers of one rank and no name are one item; each named river is its own, so that it can be labelled. */
struct river {
    struct text ref;
    int rank;
    struct page_shape shape;
};

struct rivers {
    struct river *items;
    size_t count, capacity;
};

static struct river *river_of(struct rivers *rivers, struct text ref, int rank, struct arena *arena) {
    for (size_t i = 0; i < rivers->count; i++)
        if (text_equal(rivers->items[i].ref, ref) && (ref.size > 0 || rivers->items[i].rank == rank))
            return &rivers->items[i];
    struct river *river = LIST_PUSH(arena, rivers);
    river->ref = ref;
    river->rank = rank;
    return river;
}

/* "fiume Sokh" beside its line is just "Sokh": the language says which words go ("fiume *|* Nehri"). */
static struct text without_generic(const struct composition *composition, struct text name) {
    struct text rest = composition_phrase(composition, "river.generic"), part;
    while (text_split(&rest, '|', &part)) {
        size_t star = text_find(part, TEXT("*"), 0);
        struct text before = text_slice(part, 0, star < part.size ? star : 0);
        struct text after = text_slice(part, star < part.size ? star + 1 : part.size, part.size);
        bool meant = before.size + after.size > 0 && before.size + after.size < name.size;
        if (meant && text_starts(name, before) && text_ends(name, after))
            return text_slice(name, before.size, name.size - after.size);
    }
    return name;
}

static void name_river(struct composition *composition, const struct river *river) {
    place_id place = gazetteer_place_of(composition->sources->gazetteer, river->ref);
    if (river->ref.size == 0 || place == PLACE_NONE)
        return;
    bool told = composition_told(composition, place);
    double length = page_shape_length(&river->shape),
           least = (composition_is_wide(composition) ? 400 : 110) * composition->unit;
    if (!told && length < least)
        return;
    struct text name = without_generic(composition, composition_name(composition, place));
    struct label *label = composition_label(composition, LABEL_LINE, STYLE_RIVER_NAME, name, river->ref, told ? 1 : 3);
    label->shape = river->shape;
    label->on_water = true;
}

static bool draw_rivers(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"rank", "ref", NULL};
    struct feature_list features;
    struct rivers rivers = {0};
    struct text where = text_format(composition->arena, "rank <= %d OR ref LIKE 'river:%%'",
                                    finest_rank(composition->frame.km_per_unit));
    if (!composition_read(composition, "rivers", true, fields, text_c(composition->arena, where), &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        struct page_shape shape = composition_project(composition, &features.items[i].shape);
        int rank = river_rank(features.items[i].fields[0]);
        if (shape.count > 0)
            page_shape_append(&river_of(&rivers, features.items[i].fields[1], rank, composition->arena)->shape, shape,
                              composition->arena);
    }
    for (size_t i = 0; i < rivers.count; i++) {
        const struct river *river = &rivers.items[i];
        struct text name = river->ref.size ? river->ref : text_format(composition->arena, "rivers-%d", river->rank);
        scene_add_line(composition->scene, composition->arena, name, river->shape,
                       river_stroke(composition, river->rank));
        if (river->ref.size > 0)
            *LIST_PUSH(composition->arena, &composition->named_lines) =
                (struct named_line){.ref = river->ref, .kind = ref_kind(river->ref), .shape = river->shape};
        name_river(composition, river);
    }
    return true;
}

static bool draw_water(struct composition *composition, struct page_shape land, struct error *error) {
    struct page_shape water = scene_rectangle(composition->arena, composition->frame.layout.window);
    page_shape_append(&water, land, composition->arena);
    scene_layer_begin(composition->scene, composition->arena, "water");
    if (!draw_coast(composition, error) || !draw_rivers(composition, error) || !draw_lakes(composition, &water, error))
        return false;
    scene_layer_end(composition->scene, composition->arena);
    composition->obstacles.water = water;
    return true;
}

static bool draw_regions(struct composition *composition, struct error *error) {
    static const char *const fields[] = {"country", NULL};
    struct feature_list features;
    struct page_shape lines = {0};
    if (composition->frame.km_per_unit > 2.6)
        return true;
    if (!composition_read(composition, "region_lines", true, fields, NULL, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++)
        page_shape_append(&lines, composition_project(composition, &features.items[i].shape), composition->arena);
    scene_layer_begin(composition->scene, composition->arena, "regions");
    struct stroke stroke = composition_paint(composition, STYLE_REGION)->line;
    if (scene_add_line(composition->scene, composition->arena, TEXT("region-lines"), lines, stroke))
        composition_legend(composition, LEGEND_LINE, STYLE_REGION, TEXT_NONE,
                           composition_phrase(composition, "legend.region"));
    scene_layer_end(composition->scene, composition->arena);
    return true;
}

bool ground_draw(struct composition *composition, struct error *error) {
    if (!find_territories(composition, error) || !held_areas_read(composition, error))
        return error_context(error, "countries");
    draw_land(composition);
    struct page_shape land = all_land(composition);
    return ground_relief_draw(composition, &land, error) && draw_water(composition, land, error) &&
           draw_regions(composition, error);
}
