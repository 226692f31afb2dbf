/* Wire text (IPTC 7901): <SOH> source, number, priority, category, words <STX> text <ETX> day, time, month, year. */
#include "formats.h"
#include "list.h"

/* "021140 MAY 24" behind the text → "02 MAY 24". */
static void read_time(struct reading_state *state, struct text tail, struct article *article) {
    struct text rest = text_trim(tail), moment, month, year;
    if (!text_split(&rest, ' ', &moment) || !text_split(&rest, ' ', &month) || !text_split(&rest, ' ', &year) ||
        moment.size < 6)
        return;
    struct text stamp = text_format(state->arena, "%.2s %.*s %.*s", moment.data, TEXT_ARGS(month), TEXT_ARGS(year));
    if (!date_known(article->published) && stamp_read(stamp, &article->published))
        article->published_from = TEXT("the time behind the text");
}

bool wire_read(struct reading_state *state, struct text bytes, struct error *error) {
    size_t before = state->articles->count;
    for (size_t at = 0; (at = text_find(bytes, TEXT("\x01"), at)) < bytes.size;) {
        size_t start = text_find(bytes, TEXT("\x02"), at), end = text_find(bytes, TEXT("\x03"), start);
        if (start >= bytes.size)
            break;
        size_t last = text_find(bytes, TEXT("\x01"), end);
        size_t first = state->articles->count;
        if (!reader_part(state, TEXT_NONE, text_slice(bytes, start + 1, end), error))
            return false;
        struct text tail = text_slice(bytes, end + 1, last);
        size_t line = text_find(tail, TEXT("\x04"), 0);
        read_time(state, text_slice(tail, 0, line), &state->articles->items[first]);
        state->articles->items[first].kind = TEXT("wire text (IPTC 7901)");
        at = last;
    }
    return state->articles->count > before || error_set(error, ERROR_INPUT, "there is no text in the message");
}
