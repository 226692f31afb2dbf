#include "scene_add.h"

#include "list.h"

#include <math.h>

enum { CIRCLE_POINTS = 72 };

struct scene_item *scene_add(struct scene *scene, struct arena *arena, enum scene_kind kind, struct text name) {
    struct scene_item *item = LIST_PUSH(arena, scene);
    item->kind = kind;
    item->name = name;
    return item;
}

void scene_layer_begin(struct scene *scene, struct arena *arena, const char *name) {
    scene_add(scene, arena, SCENE_LAYER_BEGIN, text_of(name));
}

void scene_layer_end(struct scene *scene, struct arena *arena) {
    scene_add(scene, arena, SCENE_LAYER_END, TEXT_NONE);
}

void scene_clip_begin(struct scene *scene, struct arena *arena, struct page_box box) {
    scene_add(scene, arena, SCENE_CLIP_BEGIN, TEXT_NONE)->box = box;
}

void scene_clip_end(struct scene *scene, struct arena *arena) {
    scene_add(scene, arena, SCENE_CLIP_END, TEXT_NONE);
}

struct scene_item *scene_add_area(struct scene *scene, struct arena *arena, struct text name, struct page_shape shape,
                                  struct colour fill) {
    if (shape.count == 0)
        return NULL;
    struct scene_item *item = scene_add(scene, arena, SCENE_PATH, name);
    item->shape = shape;
    item->fill = fill;
    item->even_odd = true;
    return item;
}

struct scene_item *scene_add_line(struct scene *scene, struct arena *arena, struct text name, struct page_shape shape,
                                  struct stroke stroke) {
    if (shape.count == 0 || stroke.width <= 0 || stroke.colour.opacity <= 0)
        return NULL;
    struct scene_item *item = scene_add(scene, arena, SCENE_PATH, name);
    item->shape = shape;
    item->stroke = stroke;
    return item;
}

struct scene_item *scene_add_box(struct scene *scene, struct arena *arena, struct text name, struct page_box box,
                                 struct colour fill, struct stroke stroke) {
    struct scene_item *item = scene_add(scene, arena, SCENE_PATH, name);
    item->shape = scene_rectangle(arena, box);
    item->fill = fill;
    item->stroke = stroke;
    return item;
}

struct scene_item *scene_add_symbol(struct scene *scene, struct arena *arena, struct text name, struct text symbol,
                                    struct page_point at, double size, struct colour fill, struct stroke stroke) {
    struct scene_item *item = scene_add(scene, arena, SCENE_SYMBOL, name);
    item->symbol = symbol;
    item->at = at;
    item->size = size;
    item->fill = fill;
    item->stroke = stroke;
    return item;
}

struct scene_item *scene_add_text(struct scene *scene, struct arena *arena, struct text name, struct text text,
                                  struct text lang, struct page_point at, const struct text_style *style,
                                  enum text_anchor anchor) {
    struct scene_item *item = scene_add(scene, arena, SCENE_TEXT, name);
    item->text = text;
    item->lang = lang;
    item->at = at;
    item->style = *style;
    item->anchor = anchor;
    return item;
}

struct page_shape scene_path(struct arena *arena, const struct page_point *points, size_t count, bool closed) {
    struct page_shape shape = {.items = ARENA_NEW(arena, struct page_path), .count = 1, .capacity = 1};
    shape.items[0] = (struct page_path){ARENA_ARRAY(arena, struct page_point, count), count, closed};
    for (size_t i = 0; i < count; i++)
        shape.items[0].points[i] = points[i];
    return shape;
}

struct page_shape scene_segment(struct arena *arena, struct page_point from, struct page_point to) {
    struct page_point ends[] = {from, to};
    return scene_path(arena, ends, 2, false);
}

struct page_shape scene_circle(struct arena *arena, struct page_point middle, double radius) {
    struct page_point points[CIRCLE_POINTS];
    for (int i = 0; i < CIRCLE_POINTS; i++) {
        double angle = i * 2 * acos(-1.0) / CIRCLE_POINTS;
        points[i] = (struct page_point){middle.x + radius * cos(angle), middle.y + radius * sin(angle)};
    }
    return scene_path(arena, points, CIRCLE_POINTS, true);
}

struct page_shape scene_rectangle(struct arena *arena, struct page_box box) {
    struct page_point corners[] = {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
    return scene_path(arena, corners, 4, true);
}
