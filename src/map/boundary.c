#include "boundary.h"

#include "list.h"
#include "scene_add.h"

#include <math.h>
#include <stdio.h>

enum style_layer boundary_layer(enum border_class class) {
    static const enum style_layer layers[BORDER_CLASSES] = {
        [BORDER_INTERNATIONAL] = STYLE_BORDER_INTERNATIONAL,
        [BORDER_UNDELIMITED] = STYLE_BORDER_UNDELIMITED,
        [BORDER_DISPUTED] = STYLE_BORDER_DISPUTED,
        [BORDER_CONTROL] = STYLE_BORDER_CONTROL,
        [BORDER_CEASEFIRE] = STYLE_BORDER_CEASEFIRE,
        [BORDER_CONTACT] = STYLE_BORDER_CONTACT,
        [BORDER_CLAIM] = STYLE_BORDER_CLAIM,
        [BORDER_ADMINISTRATIVE] = STYLE_BORDER_ADMINISTRATIVE,
    };
    return layers[class];
}

struct text boundary_country(const struct composition *composition, struct text code) {
    struct text ref = ref_of_country(composition->arena, code);
    place_id place = gazetteer_place_of(composition->sources->gazetteer, ref);
    return place == PLACE_NONE ? code : composition_name(composition, place);
}

struct text boundary_name(const struct composition *composition, struct text ref) {
    struct text a, b;
    if (!ref_sides(ref, &a, &b))
        return ref;
    a = boundary_country(composition, a);
    b = boundary_country(composition, b);
    return text_format(composition->arena, "%.*s–%.*s", TEXT_ARGS(a), TEXT_ARGS(b));
}

void boundary_legend(struct composition *composition, const struct named_line *line) {
    char key[64];
    snprintf(key, sizeof key, "legend.border.%s", border_class_name(line->class));
    composition_legend_from(composition, LEGEND_LINE, boundary_layer(line->class), composition_phrase(composition, key),
                            page_shape_box(&line->shape).top);
}

struct stroke boundary_stroke(const struct composition *composition, struct stroke stroke) {
    double km = composition->frame.km_per_unit, share = km > 8 ? 0.55 : km > 3 ? 0.8 : 1;
    stroke.width *= share;
    for (int i = 0; i < stroke.dash_count; i++)
        stroke.dash[i] *= share;
    return stroke;
}

void boundary_draw(struct composition *composition, enum border_class class, struct text ref,
                   const struct page_shape *shape) {
    struct named_line line = {.ref = ref, .class = class, .shape = *shape};
    if (shape->count == 0)
        return;
    scene_add_line(composition->scene, composition->arena, ref, *shape,
                   boundary_stroke(composition, composition_paint(composition, boundary_layer(class))->line));
    obstacles_line(&composition->obstacles, *shape, composition->arena);
    boundary_legend(composition, &line);
}
