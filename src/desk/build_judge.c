#include "build_parts.h"
#include "file.h"
#include "list.h"
#include "map_key.h"

#include <string.h>

enum { NAMES_BYTES = 16 << 20, CATALOGUE_BYTES = 64 << 20 };

static void mark_file(const char *path, size_t limit, struct arena *arena, char mark[LEDGER_MARK]) {
    struct text content;
    mark[0] = '\0';
    if (path && file_exists(path) && file_read(path, limit, arena, &content, NULL))
        ledger_mark(content, mark);
}

/* The data as its catalogue lists it, and what a user imported as far as that shows from outside. */
static bool mark_data(struct build *build, struct error *error) {
    struct geodata geodata = {0};
    struct builder all = builder_new(build->arena);
    char mark[LEDGER_MARK];
    if (!engine_open_geodata(build->engine, build->arena, &geodata, error))
        return false;
    mark_file(geodata_path(&geodata, build->arena, "catalog.json"), CATALOGUE_BYTES, build->arena, mark);
    builder_add_c(&all, mark);
    for (size_t i = 0; i < geodata.import_count; i++) {
        struct ledger_file file = {0};
        if (ledger_look(file_join(build->arena, geodata.imports[i], "overlay.bin"), text_of(geodata.imports[i]), &file))
            builder_format(&all, "\n%s %lld %lld.%lld", geodata.imports[i], (long long)file.size,
                           (long long)file.seconds, (long long)file.nanoseconds);
    }
    ledger_mark(builder_text(&all), build->data);
    return true;
}

static bool mark_style(struct build *build, struct text name, char mark[LEDGER_MARK], struct error *error) {
    struct text json;
    for (size_t i = 0; i < build->styles.count; i++)
        if (text_equal(build->styles.items[i].name, name)) {
            memcpy(mark, build->styles.items[i].mark, LEDGER_MARK);
            return true;
        }
    if (!style_show(build->request->map.styles, text_c(build->arena, name), build->arena, &json, error))
        return false;
    struct build_style *style = LIST_PUSH(build->arena, &build->styles);
    style->name = name;
    ledger_mark(json, style->mark);
    memcpy(mark, style->mark, LEDGER_MARK);
    return true;
}

/* What editors say: the atlas's edit, the one beside the map, the house's names. */
static void mark_edit(struct build *build, struct build_page *page, char mark[LEDGER_MARK]) {
    char given[LEDGER_MARK], beside[LEDGER_MARK];
    struct text name = text_format(build->arena, "%.*s.edit.json", TEXT_ARGS(page->page->id));
    mark_file(page->edit, EDIT_BYTES, build->arena, given);
    mark_file(file_join(build->arena, build->out, text_c(build->arena, name)), EDIT_BYTES, build->arena, beside);
    ledger_mark(text_format(build->arena, "%s\n%s\n%s", given, beside, build->names), mark);
}

static bool mark_page(struct build *build, struct build_page *page, struct error *error) {
    struct text style = page->page->style.size > 0 ? page->page->style : text_of(build->request->map.style);
    map_key_options(page->page, build->arena, page->now.parts[LEDGER_OPTIONS]);
    map_key_filter(page->page->map, build->arena, page->now.parts[LEDGER_FILTER]);
    mark_edit(build, page, page->now.parts[LEDGER_EDIT]);
    memcpy(page->now.parts[LEDGER_DATA], build->data, LEDGER_MARK);
    memcpy(page->now.parts[LEDGER_PROGRAM], build->program, LEDGER_MARK);
    return mark_style(build, style, page->now.parts[LEDGER_STYLE], error);
}

/* The first file that is not as it was written; empty if all are. */
static struct text spoilt_file(struct build *build, const struct ledger_page *page) {
    const char *how = NULL;
    for (size_t i = 0; i < page->files.count; i++) {
        struct arena *scratch = arena_open();
        bool sound = ledger_check(&page->files.items[i], build->out, build->request->verify, scratch, &how);
        arena_close(scratch);
        if (!sound)
            return text_format(build->arena, "%.*s %s", TEXT_ARGS(page->files.items[i].path), how);
    }
    return page->files.count > 0 ? TEXT_NONE : TEXT("none of its files is known");
}

static struct text changed_part(const struct build_page *page) {
    static const char *const reasons[] = {[LEDGER_OPTIONS] = "its options changed",
                                          [LEDGER_EDIT] = "its edit or the house's names changed",
                                          [LEDGER_STYLE] = "its style changed",
                                          [LEDGER_DATA] = "the data changed",
                                          [LEDGER_PROGRAM] = "the program changed"};
    for (int i = 0; i <= LEDGER_PROGRAM; i++)
        if (strcmp(page->before->parts[i], page->now.parts[i]) != 0)
            return text_of(reasons[i]);
    return TEXT_NONE;
}

static void judge(struct build *build, struct build_page *page) {
    if (!page->before)
        page->reason = TEXT("it was never drawn");
    else if (page->before->stale)
        page->reason = TEXT("the atlas has it again");
    else
        page->reason = changed_part(page);
    if (page->reason.size == 0)
        page->reason = spoilt_file(build, page->before);
    page->drawn = page->reason.size > 0;
}

bool build_judge(struct build *build, struct error *error) {
    const char *names = build->request->map.names;
    ledger_mark(text_of(build->request->program), build->program);
    mark_file(names ? names : file_join(build->arena, build->out, "names.json"), NAMES_BYTES, build->arena,
              build->names);
    if (!mark_data(build, error))
        return false;
    for (size_t i = 0; i < build->count; i++) {
        struct build_page *page = &build->pages[i];
        if (mark_page(build, page, error))
            judge(build, page);
        else if (!build_fail(build, page, error))
            return false;
    }
    return true;
}
