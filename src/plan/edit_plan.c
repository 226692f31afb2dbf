#include "edit_plan.h"

void edit_plan(const struct edit *edit, struct map_plan *plan) {
    plan->edit = edit;
    if (edit->title.size > 0)
        plan->title = edit->title;
    if (edit->subtitle.size > 0)
        plan->subtitle = edit->subtitle;
    if (!bounds_is_empty(edit->frame))
        plan->bounds = edit->frame;
}
