#include "worldview.h"

#include "builder.h"
#include "file.h"
#include "likeness.h"
#include "list.h"
#include "status.h"
#include "table.h"

enum { VIEW, REF, SHOWN, HOLDER, OUTLINE, THROUGH, FROM, TO, SOURCE, NOTE, COLUMNS };

static bool find_columns(const struct table *table, size_t columns[COLUMNS], struct error *error) {
    static const char *const names[COLUMNS] = {"view",    "ref",  "shown", "holder", "outline",
                                               "through", "from", "to",    "source", "note"};
    for (size_t i = 0; i < COLUMNS; i++)
        if (!table_column(table, names[i], &columns[i], error))
            return false;
    return true;
}

static struct date read_date(struct text text) {
    struct date date = {0, 0, 0};
    return date_read(text, &date) ? date : (struct date){0, 0, 0};
}

static bool read_rows(const struct geodata *geodata, struct arena *arena, struct worldview *view, struct error *error) {
    struct table table = {0};
    size_t columns[COLUMNS];
    const char *path = geodata_path(geodata, arena, "curated/worldviews.tsv");
    if (!file_exists(path))
        return true;
    if (!table_read_file(path, arena, &table, error) || !find_columns(&table, columns, error))
        return false;
    for (size_t i = 0; i < table.row_count; i++)
        *LIST_PUSH(arena, &view->rows) = (struct view_row){.view = table_cell(&table, i, columns[VIEW]),
                                                           .ref = table_cell(&table, i, columns[REF]),
                                                           .shown = table_cell(&table, i, columns[SHOWN]),
                                                           .holder = table_cell(&table, i, columns[HOLDER]),
                                                           .outline = table_cell(&table, i, columns[OUTLINE]),
                                                           .through = table_cell(&table, i, columns[THROUGH]),
                                                           .from = read_date(table_cell(&table, i, columns[FROM])),
                                                           .to = read_date(table_cell(&table, i, columns[TO])),
                                                           .source = table_cell(&table, i, columns[SOURCE]),
                                                           .note = table_cell(&table, i, columns[NOTE])};
    return true;
}

/* "there is no view 'X'; there are: de-facto, AM, AZ …" */
static bool unknown_view(const struct worldview *view, struct text name, struct arena *arena, struct error *error) {
    struct builder known = builder_new(arena);
    struct text last = TEXT_NONE;
    builder_add_c(&known, "de-facto");
    for (size_t i = 0; i < view->rows.count; i++) {
        if (text_equal(view->rows.items[i].view, last))
            continue;
        last = view->rows.items[i].view;
        builder_format(&known, ", %.*s", TEXT_ARGS(last));
    }
    return error_set(error, ERROR_USAGE, "--worldview: no view '%.*s' is known; there are: %.*s", TEXT_ARGS(name),
                     TEXT_ARGS(builder_text(&known)));
}

bool worldview_read(const struct geodata *geodata, struct text name, struct arena *arena, struct worldview *worldview,
                    struct error *error) {
    struct worldview view = {0};
    if (!read_rows(geodata, arena, &view, error))
        return false;
    for (size_t i = 0; i < view.rows.count && view.name.size == 0; i++)
        if (likeness_distance(view.rows.items[i].view, name) == 0) /* but for the case */
            view.name = view.rows.items[i].view;
    bool plain = name.size == 0 || likeness_distance(name, TEXT("de-facto")) == 0;
    if (view.name.size == 0 && !plain)
        return unknown_view(&view, name, arena, error);
    *worldview = view;
    return true;
}

const struct view_row *worldview_row(const struct worldview *worldview, struct text ref, struct date date) {
    for (size_t i = 0; i < worldview->rows.count && worldview->name.size > 0; i++) {
        const struct view_row *row = &worldview->rows.items[i];
        if (text_equal(row->view, worldview->name) && text_equal(row->ref, ref) &&
            status_holds(row->from, row->to, date))
            return row;
    }
    return NULL;
}

bool view_row_is_part(const struct view_row *row) {
    return row && text_is(row->shown, "part") && row->holder.size > 0;
}

bool view_row_is_hidden(const struct view_row *row) {
    return row && text_is(row->shown, "none");
}

struct text worldview_place(const struct worldview *worldview, const struct gazetteer *gazetteer, struct arena *arena) {
    struct text country = ref_of_country(arena, worldview->name);
    bool known = gazetteer_place_of(gazetteer, country) != PLACE_NONE;
    return known ? country : ref_new(arena, REF_ORGANISATION, worldview->name);
}
