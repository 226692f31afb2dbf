#include "story_list.h"

#include "list.h"
#include "safe_id.h"
#include "story_read.h"

/* A list of stories while it is read. */
struct listing {
    struct text path;
    const struct gazetteer *gazetteer;
    const struct reader_notes *notes;
    struct arena *arena;
    struct story_list *stories;
    struct error problem; /* of the last that could not be read */
};

/* The input's name without folder and ending. */
static struct text name_of(struct text path) {
    size_t from = path.size, to = path.size;
    while (from > 0 && path.data[from - 1] != '/')
        from--;
    for (size_t i = from + 1; i < path.size; i++)
        to = path.data[i] == '.' ? i : to;
    return text_is(path, "-") ? TEXT("story") : text_slice(path, from, to);
}

static void keep(struct listing *listing, struct story story) {
    if (story.source.article.size == 0)
        story.source.article = safe_id_of(name_of(listing->path), listing->arena);
    if (story.path.size == 0)
        story.path = listing->path;
    *LIST_PUSH(listing->arena, listing->stories) = story;
}

static void note_bad(struct listing *listing, const char *what, size_t number) {
    listing->stories->bad++;
    if (listing->notes == NULL || listing->notes->note == NULL)
        return;
    struct text message = text_format(listing->arena, "%s %zu: %s; left out", what, number, listing->problem.message);
    listing->notes->note(listing->notes->context, text_c(listing->arena, message));
}

static void read_lines(struct listing *listing, struct text json) {
    struct text rest = json, line;
    for (size_t number = 1; text_split(&rest, '\n', &line); number++) {
        struct story story;
        if (text_trim(line).size == 0)
            continue;
        if (story_read(text_trim(line), listing->gazetteer, listing->arena, &story, &listing->problem))
            keep(listing, story);
        else
            note_bad(listing, "line", number);
    }
}

static void read_items(struct listing *listing, const cJSON *list) {
    const cJSON *item;
    size_t number = 0;
    cJSON_ArrayForEach(item, list) {
        struct story story;
        number++;
        if (story_read_object(item, listing->gazetteer, listing->arena, &story, &listing->problem))
            keep(listing, story);
        else
            note_bad(listing, "item", number);
    }
}

/* More than one line that is an object of its own. */
static bool is_lines(struct text text) {
    struct text rest = text, first, second;
    if (!text_split(&rest, '\n', &first) || !text_split(&rest, '\n', &second))
        return false;
    return text_ends(text_trim(first), TEXT("}")) && text_starts(text_trim(second), TEXT("{"));
}

static bool read_whole(struct listing *listing, struct text json, struct error *error) {
    cJSON *root = NULL;
    struct story story;
    if (!json_read(json, &root, error))
        return false;
    bool list = cJSON_IsArray(root), done = true;
    if (list)
        read_items(listing, root);
    else if (story_read_object(root, listing->gazetteer, listing->arena, &story, error))
        keep(listing, story);
    else
        done = false;
    cJSON_Delete(root);
    return done;
}

bool story_list_read(struct text path, struct text json, const struct gazetteer *gazetteer,
                     const struct reader_notes *notes, struct arena *arena, struct story_list *stories,
                     struct error *error) {
    size_t before = stories->count;
    struct listing listing = {path, gazetteer, notes, arena, stories, {0}};
    if (is_lines(text_trim(json)))
        read_lines(&listing, json);
    else if (!read_whole(&listing, json, error))
        return error_context(error, "%.*s", TEXT_ARGS(path));
    if (stories->count > before || stories->bad > 0)
        return true;
    return error_set(error, ERROR_INPUT, "%.*s: there is no story in it", TEXT_ARGS(path));
}
