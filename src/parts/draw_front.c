/* In the program itself, the functions of the part "draw" open it and go on in there. */
#include "draw_part.h"

#include "arena.h"

#include <stdlib.h>

static const struct draw_part *open_part(struct error *error) {
    const struct part *part;
    return part_open("draw", &part, error) ? (const struct draw_part *)part : NULL;
}

/* Both are the part's own, and the part. */
struct projector {
    const struct draw_part *part;
    struct projector *inside;
};

struct lettering {
    const struct draw_part *part;
    struct lettering *inside;
};

bool projector_open(const char *definition, struct projector **projector, struct error *error) {
    struct projector opened = {.part = open_part(error)};
    if (!opened.part || !opened.part->projector_open(definition, &opened.inside, error))
        return false;
    *projector = malloc(sizeof opened);
    if (!*projector)
        arena_out_of_memory();
    **projector = opened;
    return true;
}

void projector_close(struct projector *projector) {
    if (projector)
        projector->part->projector_close(projector->inside);
    free(projector);
}

void projector_forward(const struct projector *projector, const struct lonlat *points, size_t count,
                       struct metres *metres) {
    projector->part->projector_forward(projector->inside, points, count, metres);
}

struct lonlat projector_inverse(const struct projector *projector, struct metres at) {
    return projector->part->projector_inverse(projector->inside, at);
}

double projector_scale(const struct projector *projector, struct lonlat at) {
    return projector->part->projector_scale(projector->inside, at);
}

bool lettering_open(struct lettering **lettering, struct error *error) {
    struct lettering opened = {.part = open_part(error)};
    if (!opened.part || !opened.part->lettering_open(&opened.inside, error))
        return false;
    *lettering = malloc(sizeof opened);
    if (!*lettering)
        arena_out_of_memory();
    **lettering = opened;
    return true;
}

void lettering_close(struct lettering *lettering) {
    if (lettering)
        lettering->part->lettering_close(lettering->inside);
    free(lettering);
}

struct text_measure lettering_measure(struct lettering *lettering) {
    return lettering->part->lettering_measure(lettering->inside);
}

struct text lettering_warnings(const struct lettering *lettering, struct arena *arena) {
    return lettering->part->lettering_warnings(lettering->inside, arena);
}

bool picture_png(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) {
    return lettering->part->picture_png(scene, lettering->inside, options, arena, bytes, error);
}

bool picture_svg(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) {
    return lettering->part->picture_svg(scene, lettering->inside, options, arena, bytes, error);
}

bool picture_pdf(const struct scene *scene, const struct lettering *lettering, const struct picture_options *options,
                 struct arena *arena, struct text *bytes, struct error *error) {
    return lettering->part->picture_pdf(scene, lettering->inside, options, arena, bytes, error);
}

bool picture_geotiff(const struct scene *scene, const struct lettering *lettering,
                     const struct picture_options *options, struct arena *arena, struct text *bytes,
                     struct error *error) {
    return lettering->part->picture_geotiff(scene, lettering->inside, options, arena, bytes, error);
}

bool picture_world(const struct scene *scene, const struct picture_options *options, struct arena *arena,
                   struct text *world, struct text *aux, struct error *error) {
    const struct draw_part *part = open_part(error);
    return part && part->picture_world(scene, options, arena, world, aux, error);
}
