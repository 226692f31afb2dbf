#include "names.h"

#include "label_parts.h"
#include "scene_add.h"

void names_draw_towns(struct composition *composition) {
    for (size_t i = 0; i < composition->wishes.towns.count; i++) {
        const struct town *town = &composition->wishes.towns.items[i];
        const struct paint *paint = composition_paint(composition, town->layer);
        if (town->ref.size == 0 || !composition->wishes.labels.items[town->label].placed)
            continue;
        scene_add_symbol(composition->scene, composition->arena, town->ref, paint->icon, town->at, paint->icon_size,
                         paint->fill, paint->line);
    }
}

static bool is_callout(const struct composition *composition, const struct label *label) {
    return label->kind == LABEL_CALLOUT && composition_paint(composition, STYLE_CALLOUT)->fill.opacity > 0;
}

static void draw_leader(struct composition *composition, const struct label *label) {
    if (!label->leader)
        return;
    struct page_shape line = scene_segment(composition->arena, label->leader_from, label->leader_to);
    scene_add_line(composition->scene, composition->arena, label->name, line,
                   composition_paint(composition, STYLE_LEADER)->line);
}

static struct text_style line_style(const struct composition *composition, const struct label *label, size_t line,
                                    bool callout) {
    struct text_style style = label_line_style(&label->style, line, label->body_weight, label->body_share);
    if (callout && line > 0)
        style.colour = composition_paint(composition, STYLE_CALLOUT)->line.colour;
    return style;
}

/* One item a line, shorter lines as the label's anchor says. */
static void draw_straight(struct composition *composition, const struct label *label) {
    struct text rest = label->text, line;
    bool callout = is_callout(composition, label);
    double share = label->anchor == ANCHOR_START ? 0 : label->anchor == ANCHOR_MIDDLE ? 0.5 : 1;
    for (size_t i = 0; text_split(&rest, '\n', &line); i++) {
        struct page_point at = {label->at.x + label->width * share, label->at.y + label->line_step * (double)i};
        struct text_style style = line_style(composition, label, i, callout);
        scene_add_text(composition->scene, composition->arena, label->name, line, label->lang, at, &style,
                       label->anchor);
    }
}

static void draw_label(struct composition *composition, const struct label *label) {
    if (is_callout(composition, label))
        scene_add_box(composition->scene, composition->arena, label->name, label->box,
                      composition_paint(composition, STYLE_CALLOUT)->fill, (struct stroke){0});
    if (label->cluster_count == 0) {
        draw_straight(composition, label);
        return;
    }
    struct scene_item *item = scene_add_text(composition->scene, composition->arena, label->name, label->text,
                                             label->lang, label->at, &label->style, ANCHOR_START);
    item->clusters = label->clusters;
    item->cluster_count = label->cluster_count;
}

void names_draw_labels(struct composition *composition) {
    for (size_t i = 0; i < composition->wishes.labels.count; i++)
        if (composition->wishes.labels.items[i].placed)
            draw_leader(composition, &composition->wishes.labels.items[i]);
    for (size_t i = 0; i < composition->wishes.labels.count; i++) {
        if (!composition->wishes.labels.items[i].placed)
            continue;
        const struct label *label = &composition->wishes.labels.items[i];
        draw_label(composition, label);
        if (label->kind != LABEL_CALLOUT) /* that is called as its incident */
            composition_show(composition, label->name);
    }
}
