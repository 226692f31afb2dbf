#include "dateline.h"
#include "formats.h"
#include "head.h"
#include "language.h"
#include "list.h"

enum { LONGEST_TITLE = 200, MOST_HEAD_LINES = 8 };

static void read_date(struct text value, struct article *article, const struct reading_state *state) {
    if (!stamp_read(value, &article->published) && !head_date(value, &article->published)) {
        reader_remark(state, "its date '%.40s' cannot be read; write it as 2022-09-14, or say it with --published",
                      text_c(state->arena, value));
    }
}

/* "key: value" with a key that a head may have; sets the article's field. */
static bool read_head_line(struct text line, struct article *article, const struct reading_state *state) {
    size_t colon = text_find(line, TEXT(":"), 0), wide = text_find(line, TEXT("："), 0);
    size_t mark = wide < colon ? wide : colon;
    if (mark == 0 || mark >= line.size || mark > HEAD_LONGEST)
        return false;
    enum head_field field = head_field_of(text_slice(line, 0, mark));
    struct text value = text_trim(text_slice(line, mark + (wide < colon ? TEXT("：").size : 1), line.size));
    switch (field) {
    case HEAD_TITLE: article->title = value; break;
    case HEAD_DATE: read_date(value, article, state); break;
    case HEAD_LANGUAGE: article->language = language_tag(value, state->arena); break;
    case HEAD_SOURCE: article->source = value; break;
    case HEAD_URL: article->url = value; break;
    case HEAD_NONE: break;
    }
    return field != HEAD_NONE;
}

/* Takes head lines off the front; what is left is the text. */
static struct text take_head(struct text text, struct article *article, const struct reading_state *state) {
    struct text rest = text, line;
    struct article found = *article;
    for (int lines = 0; lines < MOST_HEAD_LINES && text_split(&rest, '\n', &line); lines++) {
        if (text_trim(line).size == 0 && lines > 0) {
            *article = found;
            return rest.data ? rest : TEXT("");
        }
        if (!read_head_line(line, &found, state))
            return text;
    }
    return text;
}

static bool ends_like_a_sentence(struct text line) {
    return text_ends(line, TEXT(".")) || text_ends(line, TEXT(":")) || text_ends(line, TEXT(",")) ||
           text_ends(line, TEXT(";")) || text_ends(line, TEXT("。")) || text_ends(line, TEXT("।")) ||
           text_ends(line, TEXT("։"));
}

static bool is_head_line(struct text line, const struct reading_state *state) {
    struct article unused = {0};
    struct reading_state silent = {.arena = state->arena};
    return read_head_line(line, &unused, &silent);
}

/* A short first line that is no sentence, followed by an empty line or a head, is a title. */
static struct text take_title(struct text text, struct article *article, const struct reading_state *state) {
    struct text rest = text, first, second;
    if (article->title.size > 0 || !text_split(&rest, '\n', &first) || !text_split(&rest, '\n', &second) || !rest.data)
        return text;
    struct text title = text_trim(first);
    bool short_enough = title.size > 0 && text_code_points(title) <= LONGEST_TITLE;
    bool apart = text_trim(second).size == 0;
    if (!short_enough || ends_like_a_sentence(title) || (!apart && !is_head_line(second, state)))
        return text;
    article->title = title;
    return apart ? rest : text_slice(text, (size_t)(second.data - text.data), text.size);
}

bool plain_read(struct reading_state *state, struct text text, struct error *error) {
    (void)error;
    struct article article = {.path = state->path};
    size_t lead = text.size - text_trim((struct text){text.data, text.size}).size;
    struct text body = lead ? text_trim(text) : text;
    body = text_trim(take_head(body, &article, state));
    body = text_trim(take_title(body, &article, state));
    struct date written;
    if (dateline_is_masthead(article.title, language_detect(body, state->arena), state->arena, &written)) {
        article.title = TEXT_NONE;
        article.published = date_known(article.published) ? article.published : written;
        article.published_from = TEXT("the line above the text");
        body = text_trim(take_title(body, &article, state));
    }
    article.text = text_trim(take_head(body, &article, state)); /* a head may stand below the title, too */
    *LIST_PUSH(state->arena, state->articles) = article;
    return true;
}
