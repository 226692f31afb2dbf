#include "style_open.h"

#include "likeness.h"
#include "symbols.h"

static bool check_symbol(struct text symbol, enum style_layer layer, struct arena *arena, struct error *error) {
    struct likeness likeness = likeness_of(symbol);
    if (symbol.size == 0 || text_is(symbol, symbol_find(symbol)->name))
        return true;
    for (size_t i = 0; symbol_at(i); i++)
        likeness_try(&likeness, text_of(symbol_at(i)->name));
    return error_set(error, ERROR_INPUT, "layers.%s.icon-image: there is no symbol \"%.*s\"%s", style_layer_name(layer),
                     TEXT_ARGS(symbol), likeness_question(&likeness, arena));
}

bool style_open(const char *folder, const char *name, const struct outlet *outlet, struct arena *arena,
                struct style **style, struct error *error) {
    struct style *read;
    if (!style_read(folder, name, arena, &read, error))
        return false;
    for (int layer = 0; layer < STYLE_LAYERS; layer++)
        if (!check_symbol(read->layers[layer].icon, (enum style_layer)layer, arena, error))
            return error_context(error, "style %.*s", TEXT_ARGS(read->name));
    for (size_t i = 0; i < read->warnings.count; i++)
        outlet_remark(outlet, "style %.*s: %.*s", TEXT_ARGS(read->name), TEXT_ARGS(read->warnings.items[i]));
    *style = read;
    return true;
}
