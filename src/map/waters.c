#include "waters.h"

#include "file.h"
#include "mask.h"
#include "number.h"
#include "paragraph.h"
#include "scene_add.h"
#include "table.h"

#include <math.h>

enum { WATER_COLUMNS = 7, WATER_ROWS = 3, WET_PIXEL = 3 };

struct water_tables {
    struct table places, names;
    size_t ref, name, kind, points;
    size_t name_ref, lang, text;
};

static bool read_tables(const struct composition *composition, struct water_tables *tables, bool *there,
                        struct error *error) {
    const char *places = geodata_path(composition->sources->geodata, composition->arena, "curated/waters.tsv");
    const char *names = geodata_path(composition->sources->geodata, composition->arena, "curated/water_names.tsv");
    *there = file_exists(places) && file_exists(names);
    if (!*there)
        return true;
    return table_read_file(places, composition->arena, &tables->places, error) &&
           table_read_file(names, composition->arena, &tables->names, error) &&
           table_column(&tables->places, "ref", &tables->ref, error) &&
           table_column(&tables->places, "name", &tables->name, error) &&
           table_column(&tables->places, "kind", &tables->kind, error) &&
           table_column(&tables->places, "points", &tables->points, error) &&
           table_column(&tables->names, "ref", &tables->name_ref, error) &&
           table_column(&tables->names, "lang", &tables->lang, error) &&
           table_column(&tables->names, "name", &tables->text, error);
}

static bool read_point(struct text text, struct lonlat *point) {
    struct text rest = text_trim(text), lat;
    return text_split(&rest, ' ', &lat) && number_read(lat, &point->lat) && number_read(text_trim(rest), &point->lon);
}

/* Where water is, in pixels of the window. */
struct wet {
    const uint8_t *mask;
    struct page_box window;
    int width, height;
};

static struct wet wet_of(const struct composition *composition) {
    struct page_box window = composition->frame.layout.window;
    struct wet wet = {.window = window,
                      .width = (int)ceil((window.right - window.left) / WET_PIXEL),
                      .height = (int)ceil((window.bottom - window.top) / WET_PIXEL)};
    wet.mask =
        mask_of_area(&composition->obstacles.water, window, WET_PIXEL, wet.width, wet.height, composition->arena);
    return wet;
}

static bool is_wet(const struct wet *wet, struct page_point at) {
    int column = (int)floor((at.x - wet->window.left) / WET_PIXEL),
        row = (int)floor((at.y - wet->window.top) / WET_PIXEL);
    bool inside = column >= 0 && column < wet->width && row >= 0 && row < wet->height;
    return inside && wet->mask[(size_t)row * (size_t)wet->width + (size_t)column];
}

/* Whether the box lies in the panel, on open water: tried at a grid of its points. */
static bool on_open_water(const struct composition *composition, const struct wet *wet, struct page_box box) {
    for (int i = 0; i < WATER_COLUMNS * WATER_ROWS; i++) {
        int column = i % WATER_COLUMNS, row = i / WATER_COLUMNS;
        struct page_point at = {box.left + (box.right - box.left) * column / (WATER_COLUMNS - 1),
                                box.top + (box.bottom - box.top) * row / (WATER_ROWS - 1)};
        if (!frame_shows(&composition->frame, at, 4 * composition->unit) || !is_wet(wet, at))
            return false;
    }
    return true;
}

/* Before anything is measured: whether any of the points is in the panel. */
static bool in_frame(const struct composition *composition, struct text points) {
    struct text part;
    struct lonlat point;
    while (text_split(&points, ';', &part)) {
        struct bounds bounds = composition->frame.bounds;
        if (read_point(part, &point) && bounds_contain(bounds, point) &&
            frame_shows(&composition->frame, frame_project(&composition->frame, point), 0))
            return true;
    }
    return false;
}

static struct page_box box_around(struct page_point at, double width, double height) {
    return (struct page_box){at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2};
}

/* The first of the points, or somewhat beside it, around which a name of that size lies on open water. */
static bool find_room(const struct composition *composition, const struct wet *wet, struct text points, double width,
                      double height, struct page_box *room) {
    static const double offsets[][2] = {{0, 0},     {0, -1},  {0, 1},    {-0.3, 0}, {0.3, 0},
                                        {-0.3, -1}, {0.3, 1}, {0.3, -1}, {-0.3, 1}};
    struct text part;
    struct lonlat point;
    while (text_split(&points, ';', &part)) {
        struct page_point at;
        if (!read_point(part, &point))
            continue;
        at = frame_project(&composition->frame, point);
        for (size_t i = 0; isfinite(at.x) && i < sizeof offsets / sizeof offsets[0]; i++) {
            struct page_point middle = {at.x + offsets[i][0] * width, at.y + offsets[i][1] * height};
            *room = box_around(middle, width * 1.15, height * 1.5);
            if (on_open_water(composition, wet, *room))
                return true;
        }
    }
    return false;
}

static void name_water(struct composition *composition, const struct wet *wet, struct text ref, struct text name,
                       struct text points, bool lesser) {
    struct label *label = composition_label(composition, LABEL_AREA, lesser ? STYLE_LAKE_NAME : STYLE_SEA_NAME, name,
                                            ref, lesser ? 3 : 2);
    struct text lines[2];
    double width = paragraph_width(&composition->sources->measure, &label->style, label->text, label->lang);
    double height = label->style.size * 1.2;
    struct page_box room;
    bool found = find_room(composition, wet, points, width, height, &room);
    if (!found) { /* in two lines */
        width *= 0.6;
        found = paragraph_break(&composition->sources->measure, &label->style, label->text, label->lang, width, 2,
                                composition->arena, lines) == 2 &&
                lines[0].size + lines[1].size + 1 == label->text.size &&
                find_room(composition, wet, points, width, 2 * height, &room);
        if (found)
            label->text = text_format(composition->arena, "%.*s\n%.*s", TEXT_ARGS(lines[0]), TEXT_ARGS(lines[1]));
    }
    if (!found) {
        label_wishes_drop(&composition->wishes);
        return;
    }
    label->shape = scene_rectangle(composition->arena, room);
    label->point = (struct page_point){(room.left + room.right) / 2, (room.top + room.bottom) / 2};
    label->on_water = true;
}

static struct text water_name(const struct composition *composition, const struct water_tables *tables, size_t row) {
    struct text ref = table_cell(&tables->places, row, tables->ref);
    for (size_t i = 0; i < tables->names.row_count; i++)
        if (text_equal(table_cell(&tables->names, i, tables->name_ref), ref) &&
            text_equal(table_cell(&tables->names, i, tables->lang), composition->plan->lang))
            return table_cell(&tables->names, i, tables->text);
    return text_is(composition->plan->lang, "en") ? table_cell(&tables->places, row, tables->name) : TEXT_NONE;
}

bool waters_name(struct composition *composition, struct error *error) {
    struct water_tables tables;
    bool there;
    if (!read_tables(composition, &tables, &there, error))
        return false;
    struct wet wet = wet_of(composition);
    for (size_t i = 0; there && i < tables.places.row_count; i++) {
        if (!in_frame(composition, table_cell(&tables.places, i, tables.points)))
            continue;
        struct text name = water_name(composition, &tables, i), kind = table_cell(&tables.places, i, tables.kind);
        bool greater = text_is(kind, "sea") || text_is(kind, "ocean");
        if (name.size > 0)
            name_water(composition, &wet, table_cell(&tables.places, i, tables.ref), name,
                       table_cell(&tables.places, i, tables.points), !greater);
    }
    return true;
}
