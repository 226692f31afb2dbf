#include "accuracy.h"

#include "scene_add.h"

static const double widest_km = 20;      /* of a panel whose scale makes the data's error visible */
static const double error_metres = 100;  /* how far a border of the shipped data may lie off, to either side */
static const double band_opacity = 0.16; /* of the border's colour */

void accuracy_draw(struct composition *composition, const struct page_shape *borders) {
    struct page_box panel = composition->frame.layout.panel;
    double km = composition->frame.km_per_unit;
    if ((panel.right - panel.left) * km >= widest_km || borders->count == 0)
        return;
    struct stroke band = composition_paint(composition, STYLE_BORDER_INTERNATIONAL)->line;
    band.width = 2 * error_metres / 1000 / km;
    band.colour.opacity = band_opacity;
    band.dash_count = 0;
    band.round = true;
    scene_add_line(composition->scene, composition->arena, TEXT("border-accuracy"), *borders, band);
    struct text metres = text_format(composition->arena, "%g", error_metres);
    struct blank blank = {"metres", wording_digits(&composition->words, metres)};
    composition_note(composition, wording_fill(&composition->words, "note.accuracy", &blank, 1));
}
