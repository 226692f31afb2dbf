/* Styles: good ones can be scaled, bad ones are told by line or by the path of the key. */
#include "fuzz_file.h"
#include "style.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_open();
    struct fuzz_file file = fuzz_file_open(fuzz_text(data, size));
    struct style *style = NULL;
    struct error error = {0};
    if (style_read("/nonexistent", file.path, arena, &style, &error)) {
        style = style_scale(style, 2, arena);
        FUZZ_HOLDS(isfinite(style->margin));
        for (size_t i = 0; i < STYLE_LAYERS; i++) {
            const struct paint *paint = &style->layers[i];
            FUZZ_HOLDS(isfinite(paint->line.width) && isfinite(paint->text.size) && isfinite(paint->icon_size));
            FUZZ_HOLDS(isfinite(paint->text.letter_spacing) && isfinite(paint->hatch.spacing));
            FUZZ_HOLDS(text_is_utf8(paint->icon, NULL));
        }
    } else {
        FUZZ_HOLDS(error.kind != ERROR_NONE && error.message[0] != '\0' && !style);
    }
    fuzz_file_close(&file);
    arena_close(arena);
    return 0;
}
