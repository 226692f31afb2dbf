/* scene_add.h: one function for each kind of item that a scene is put together from. */
#ifndef BORDERMAP_SCENE_ADD_H
#define BORDERMAP_SCENE_ADD_H

#include "scene.h"

/* A new item at the end of the scene, for what the functions below do not say. */
struct scene_item *scene_add(struct scene *scene, struct arena *arena, enum scene_kind kind, struct text name);

void scene_layer_begin(struct scene *scene, struct arena *arena, const char *name);
void scene_layer_end(struct scene *scene, struct arena *arena);
void scene_clip_begin(struct scene *scene, struct arena *arena, struct page_box box);
void scene_clip_end(struct scene *scene, struct arena *arena);

/* Nothing is added for an empty shape. The shape is not copied. */
struct scene_item *scene_add_area(struct scene *scene, struct arena *arena, struct text name, struct page_shape shape,
                                  struct colour fill);
struct scene_item *scene_add_line(struct scene *scene, struct arena *arena, struct text name, struct page_shape shape,
                                  struct stroke stroke);
struct scene_item *scene_add_box(struct scene *scene, struct arena *arena, struct text name, struct page_box box,
                                 struct colour fill, struct stroke stroke);
struct scene_item *scene_add_symbol(struct scene *scene, struct arena *arena, struct text name, struct text symbol,
                                    struct page_point at, double size, struct colour fill, struct stroke stroke);
struct scene_item *scene_add_text(struct scene *scene, struct arena *arena, struct text name, struct text text,
                                  struct text lang, struct page_point at, const struct text_style *style,
                                  enum text_anchor anchor);

/* One path through points that are copied, a straight line between two, a circle and a rectangle, as shapes in the
 * arena. */
struct page_shape scene_path(struct arena *arena, const struct page_point *points, size_t count, bool closed);
struct page_shape scene_segment(struct arena *arena, struct page_point from, struct page_point to);
struct page_shape scene_circle(struct arena *arena, struct page_point middle, double radius);
struct page_shape scene_rectangle(struct arena *arena, struct page_box box);

#endif
