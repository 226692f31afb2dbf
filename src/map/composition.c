#include "composition.h"

#include "capitals.h"
#include "fold.h"
#include "list.h"
#include "plain_name.h"

#include <math.h>

static const double widest_detailed = 3; /* km a page unit */

const struct paint *composition_paint(const struct composition *composition, enum style_layer layer) {
    return &composition->style->layers[layer];
}

struct text composition_name(const struct composition *composition, place_id place) {
    return map_plan_name(composition->sources, composition->plan, place);
}

struct text composition_name_of(const struct composition *composition, const struct place_snapshot *place) {
    return map_plan_name_of(composition->sources, composition->plan, place);
}

void composition_show(struct composition *composition, struct text ref) {
    text_list_add(&composition->shown, ref, composition->arena);
}

struct legend_entry *composition_legend(struct composition *composition, enum legend_sample sample,
                                        enum style_layer layer, struct text symbol, struct text text) {
    struct legend_entry entry = {.sample = sample, .layer = layer, .symbol = symbol, .text = text};
    return legend_add(&composition->legend, entry, composition->arena);
}

void composition_legend_from(struct composition *composition, enum legend_sample sample, enum style_layer layer,
                             struct text text, double top) {
    struct legend_entry entry = {.sample = sample, .layer = layer, .text = text, .top = top};
    legend_add_from(&composition->legend, entry, composition->arena);
}

void composition_legend_band(struct composition *composition, enum style_layer layer, struct stroke line,
                             struct stroke glow, struct text text) {
    struct legend_entry entry = {.sample = LEGEND_BAND, .layer = layer, .text = text, .line = line, .glow = glow};
    legend_add(&composition->legend, entry, composition->arena);
}

void composition_note(struct composition *composition, struct text sentence) {
    footnotes_add(&composition->notes, sentence, composition->plan->lang, composition->arena);
}

void composition_remark(struct composition *composition, struct text remark) {
    text_list_add(&composition->remarks, remark, composition->arena);
}

struct text composition_phrase(const struct composition *composition, const char *key) {
    return wording_phrase(&composition->words, key);
}

bool composition_told(const struct composition *composition, place_id place) {
    for (size_t i = 0; i < composition->plan->place_count; i++)
        if (composition->plan->places[i] == place && place != PLACE_NONE)
            return true;
    return false;
}

bool composition_highlighted(const struct composition *composition, struct text border) {
    for (size_t i = 0; i < composition->plan->border_count; i++) {
        place_id place = composition->plan->borders[i];
        if (place != PLACE_NONE && text_equal(gazetteer_place(composition->sources->gazetteer, place).ref, border))
            return true;
    }
    return false;
}

bool composition_stands_for(const struct composition *composition, const struct named_line *line, struct text border) {
    bool stands = line->class == BORDER_CONTROL || line->class == BORDER_CEASEFIRE;
    if (!stands || line->kind != REF_LINE)
        return false;
    return text_equal(border, ref_of_border(composition->arena, line->between[0], line->between[1]));
}

bool composition_line_highlighted(const struct composition *composition, const struct named_line *line) {
    if (composition_highlighted(composition, line->ref))
        return true;
    for (size_t i = 0; i < composition->plan->border_count; i++) {
        place_id place = composition->plan->borders[i];
        if (place != PLACE_NONE &&
            composition_stands_for(composition, line, gazetteer_place(composition->sources->gazetteer, place).ref))
            return true;
    }
    return false;
}

const struct named_line *composition_line(const struct composition *composition, struct text ref) {
    for (size_t i = 0; i < composition->named_lines.count; i++)
        if (text_equal(composition->named_lines.items[i].ref, ref))
            return &composition->named_lines.items[i];
    return NULL;
}

bool composition_is_wide(const struct composition *composition) {
    return composition->plan->overview || composition->frame.km_per_unit > widest_detailed;
}

double composition_panel_extent(const struct composition *composition) {
    struct page_box panel = composition->frame.layout.panel;
    return (panel.right - panel.left) * (panel.bottom - panel.top);
}

void composition_block_line(struct composition *composition, const struct page_shape *line, double width) {
    obstacles_block_line(&composition->obstacles, line, width, composition->arena);
}

void composition_dot(struct composition *composition, struct page_point at, double radius) {
    obstacles_dot(&composition->obstacles, at, radius, composition->arena);
}

int composition_territory(const struct composition *composition, struct text code) {
    for (size_t i = 0; i < composition->territories.count; i++)
        if (text_equal(composition->territories.items[i].code, code))
            return (int)i;
    return -1;
}

static const double least_of_country = 2200; /* square page units at unit 1: enough for a name in wide letters */

bool composition_names_country(const struct composition *composition, const struct territory *territory) {
    bool party = territory->party >= 0 || territory->member;
    double unit = composition->unit, square = territory->extent / unit / unit;
    return territory->place != PLACE_NONE && (party || square >= least_of_country);
}

bool composition_in_question(const struct composition *composition, struct text ref) {
    const struct area_status *status = status_of_area(&composition->status, ref, composition->plan->as_of);
    return status && area_is_contested(status);
}

/* The name in the second language, where one is wanted and it is another. */
static struct text second_name(const struct composition *composition, struct text first, struct text ref) {
    const struct gazetteer *gazetteer = composition->sources->gazetteer;
    struct text wanted = composition->options->second, name;
    place_id place = wanted.size > 0 && ref.size > 0 ? gazetteer_place_of(gazetteer, ref) : PLACE_NONE;
    if (place == PLACE_NONE)
        return TEXT_NONE;
    name = text_is(wanted, "local") ? gazetteer_local_name(gazetteer, place) : gazetteer_name(gazetteer, place, wanted);
    name = capitals_first(composition->arena, name, text_is(wanted, "local") ? TEXT_NONE : wanted);
    bool same = script_of(name) == script_of(first) &&
                text_equal(fold_key(composition->arena, name), fold_key(composition->arena, first));
    return same ? TEXT_NONE : name;
}

struct label *composition_label(struct composition *composition, enum label_target target, enum style_layer layer,
                                struct text text, struct text ref, int priority) {
    const struct paint *paint = composition_paint(composition, layer);
    struct label *label = label_wishes_add(&composition->wishes, composition->arena);
    label->target = target;
    text = capitals_first(composition->arena, text, composition->plan->lang); /* "alture del Golan" */
    label->text = paint->uppercase ? capitals_of(composition->arena, text, composition->plan->lang) : text;
    label->name = ref;
    label->lang = composition->plan->lang;
    label->style = paint->text;
    label->priority = priority;
    label->territory = -1;
    label->second = second_name(composition, text, ref);
    return label;
}

bool composition_read(const struct composition *composition, const char *name, bool levels, const char *const *fields,
                      const char *where, struct feature_list *features, struct error *error) {
    struct layer_query query = {.bounds = composition->frame.bounds, .where = where};
    for (size_t i = 0; i < LAYER_FIELDS && fields[i]; i++)
        query.fields[i] = fields[i];
    const char *file = levels ? frame_layer_name(&composition->frame, name, composition->arena)
                              : text_c(composition->arena, text_format(composition->arena, "%s.fgb", name));
    const char *path = geodata_path(composition->sources->geodata, composition->arena, file);
    *features = (struct feature_list){0};
    return layer_read(path, &query, composition->arena, features, error);
}

struct page_shape composition_project(const struct composition *composition, const struct shape *shape) {
    struct page_shape result = {0};
    projection_shape(composition->frame.projection, shape, composition->frame.layout.window,
                     composition->frame.tolerance, composition->arena, &result);
    return result;
}
