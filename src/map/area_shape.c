#include "area_shape.h"

#include "user_areas.h"

static void append_features(const struct composition *composition, const struct feature_list *features,
                            struct page_shape *shape) {
    for (size_t i = 0; i < features->count; i++)
        page_shape_append(shape, composition_project(composition, &features->items[i].shape), composition->arena);
}

bool area_shape_read(const struct composition *composition, struct text ref, struct page_shape *shape,
                     struct error *error) {
    static const char *const region_fields[] = {"ref", NULL}, *const area_fields[] = {"ref", "from", "to", NULL};
    bool region = ref_is(ref, REF_REGION);
    struct feature_list features;
    *shape = (struct page_shape){0};
    if (!region && !ref_is(ref, REF_AREA)) {
        bool read = user_areas_find(composition->sources->geodata, ref, composition->frame.bounds, composition->arena,
                                    &features, error);
        if (read)
            append_features(composition, &features, shape);
        return read;
    }
    struct text where = text_format(composition->arena, "ref = '%.*s'", TEXT_ARGS(ref));
    if (!composition_read(composition, region ? "regions" : "areas", region, region ? region_fields : area_fields,
                          text_c(composition->arena, where), &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++)
        if (region ||
            status_holds_written(features.items[i].fields[1], features.items[i].fields[2], composition->plan->as_of))
            page_shape_append(shape, composition_project(composition, &features.items[i].shape), composition->arena);
    return true;
}
