#include "drawing_sheet.h"
#include "list.h"
#include "symbols.h"

#include <math.h>

static const struct colour ink = {38, 38, 42, 1}, red = {200, 30, 44, 1}, blue = {58, 116, 158, 1},
                           white = {255, 255, 255, 1}, grey = {96, 96, 104, 1}, halo = {250, 248, 243, 0.85},
                           none = {0, 0, 0, 0};

struct sheet {
    struct arena *arena;
    struct scene *scene;
    const struct text_measure *measure;
};

static struct scene_item *add(struct sheet *sheet, enum scene_kind kind, const char *name) {
    struct scene_item *item = LIST_PUSH(sheet->arena, sheet->scene);
    item->kind = kind;
    item->name = text_of(name);
    return item;
}

static struct scene_item *add_text(struct sheet *sheet, const char *text, double x, double y, double size,
                                   struct colour colour) {
    struct scene_item *item = add(sheet, SCENE_TEXT, text);
    item->text = text_of(text);
    item->at = (struct page_point){x, y};
    item->style = (struct text_style){.weight = 400, .size = size, .colour = colour, .halo = halo, .halo_width = 1.6};
    return item;
}

static struct page_path *add_page_path(struct sheet *sheet, struct scene_item *item, const double *xy, size_t count,
                                       bool closed) {
    struct page_path *path = LIST_PUSH(sheet->arena, &item->shape);
    path->points = ARENA_ARRAY(sheet->arena, struct page_point, count);
    path->count = count;
    path->closed = closed;
    for (size_t i = 0; i < count; i++)
        path->points[i] = (struct page_point){xy[2 * i], xy[2 * i + 1]};
    return path;
}

/* Soft hills under a light from the north-west. */
static void add_relief(struct sheet *sheet) {
    enum { WIDTH = 600, HEIGHT = 450 };
    uint8_t *pixels = arena_alloc(sheet->arena, WIDTH * HEIGHT, 4);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            double slope = sin(x * 0.043 + 1.3 * sin(y * 0.021)) * cos(y * 0.037 + 0.8 * sin(x * 0.017)) +
                           0.5 * sin(x * 0.11 + y * 0.09);
            uint8_t *pixel = pixels + 4 * (y * WIDTH + x);
            pixel[0] = pixel[1] = (uint8_t)lround(228 + 14 * slope);
            pixel[2] = (uint8_t)lround(218 + 14 * slope);
            pixel[3] = 255;
        }
    }
    struct scene_item *item = add(sheet, SCENE_IMAGE, "relief");
    item->box = (struct page_box){0, 0, 1200, 900};
    item->image = (struct scene_image){WIDTH, HEIGHT, pixels};
}

static void add_lake(struct sheet *sheet) {
    enum { POINTS = 72 };
    double lake[2 * POINTS], island[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
        double angle = i * 2 * 3.14159265 / POINTS, r = 1 + 0.18 * sin(3 * angle) + 0.07 * cos(7 * angle);
        lake[2 * i] = 1010 + 140 * r * cos(angle);
        lake[2 * i + 1] = 190 + 80 * r * sin(angle);
        island[2 * i] = 1040 + 22 * r * cos(angle);
        island[2 * i + 1] = 170 + 12 * r * sin(angle);
    }
    struct scene_item *item = add(sheet, SCENE_PATH, "water:lake");
    add_page_path(sheet, item, lake, POINTS, true);
    add_page_path(sheet, item, island, POINTS, true);
    item->even_odd = true;
    item->fill = (struct colour){190, 215, 230, 1};
    item->stroke = (struct stroke){.colour = blue, .width = 0.8, .round = true};
}

static void add_line(struct sheet *sheet, const char *name, double y, struct stroke stroke) {
    double xy[2 * 40];
    for (int i = 0; i < 40; i++) {
        xy[2 * i] = 40 + i * 8;
        xy[2 * i + 1] = y + 7 * sin(i * 0.42);
    }
    struct scene_item *item = add(sheet, SCENE_PATH, name);
    add_page_path(sheet, item, xy, 40, false);
    item->stroke = stroke;
}

static void add_lines(struct sheet *sheet) {
    add_line(sheet, "border:KG-TJ", 60, (struct stroke){.colour = {200, 30, 44, 0.25}, .width = 9, .round = true});
    add_line(sheet, "border:KG-TJ", 60, (struct stroke){.colour = ink, .width = 1.8, .round = true});
    add_line(sheet, "border:undelimited", 90,
             (struct stroke){.colour = ink, .width = 1.8, .dash = {8, 4}, .dash_count = 2});
    add_line(sheet, "border:disputed", 120,
             (struct stroke){.colour = ink, .width = 1.6, .dash = {3, 3}, .dash_count = 2});
    add_line(sheet, "border:control", 150,
             (struct stroke){.colour = red, .width = 2, .dash = {10, 3, 2, 3}, .dash_count = 4});
    add_line(sheet, "border:ceasefire", 180,
             (struct stroke){.colour = grey, .width = 2.4, .dash = {0, 5}, .dash_count = 2, .round = true});
    add_line(sheet, "border:regional", 210,
             (struct stroke){.colour = grey, .width = 0.8, .dash = {6, 2, 1, 2, 1, 2}, .dash_count = 6});
    add_line(sheet, "river:isfara", 240, (struct stroke){.colour = blue, .width = 1.4, .round = true});
}

static void add_area(struct sheet *sheet, const char *name, double x, double y, struct colour fill,
                     struct hatch hatch) {
    double xy[] = {x, y + 10, x + 40, y, x + 95, y + 8, x + 110, y + 60, x + 70, y + 85, x + 15, y + 70};
    struct scene_item *item = add(sheet, SCENE_PATH, name);
    add_page_path(sheet, item, xy, 6, true);
    item->fill = fill;
    item->hatch = hatch;
    item->stroke = (struct stroke){.colour = red, .width = 1.2, .round = true};
}

static void add_areas(struct sheet *sheet) {
    struct hatch lines = {red, 1.6, 7, 45}, thin = {grey, 0.8, 4, -30}, level = {blue, 1, 5, 0};
    add_area(sheet, "area:a", 400, 40, (struct colour){200, 30, 44, 0.12}, lines);
    add_area(sheet, "area:b", 515, 40, none, thin);
    add_area(sheet, "area:c", 630, 40, white, level);
    add_area(sheet, "area:d", 745, 40, (struct colour){240, 220, 160, 1}, (struct hatch){ink, 2, 10, 90});
}

static void add_symbols(struct sheet *sheet) {
    static const double sizes[] = {10, 14, 18, 24, 40};
    const struct symbol *symbol;
    for (size_t i = 0; (symbol = symbol_at(i)) != NULL; i++) {
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
            struct scene_item *item = add(sheet, SCENE_SYMBOL, symbol->name);
            bool place = i < 8;
            item->symbol = text_of(symbol->name);
            item->at = (struct page_point){52 + (double)(i % 10) * 118 + (double[]){0, 15, 35, 60, 24}[k],
                                           300 + (double)(i / 10) * 92 + (k == 4 ? 38 : 0)};
            item->size = sizes[k];
            item->fill = place ? ink : red;
            item->stroke = (struct stroke){.colour = white, .width = 1.3, .round = true};
            item->text =
                text_is(item->symbol, "badge") ? text_of((const char *[]){"1", "7", "3", "12", "128"}[k]) : TEXT_NONE;
        }
    }
}

static void add_symbol_names(struct sheet *sheet) {
    const struct symbol *symbol;
    for (size_t i = 0; (symbol = symbol_at(i)) != NULL; i++) {
        struct scene_item *item =
            add_text(sheet, symbol->name, 102 + (double)(i % 10) * 118, 341 + (double)(i / 10) * 92, 10, grey);
        item->style.halo_width = 0;
        item->name = TEXT_NONE;
    }
}

static void add_names(struct sheet *sheet) {
    static const struct {
        const char *text, *lang;
    } names[] = {{"Khujand", "en"},   {"Худжанд", "ru"}, {"Խանքենդի", "hy"},
                 {"სოხუმი", "ka"},    {"نیویورک", "fa"}, {"القدس الشريف", "ar"},
                 {"ירושלים", "he"},   {"श्रीनगर", "hi"},  {"ঢাকা শহর", "bn"},
                 {"ชายแดนไทย", "th"}, {"北京市", "zh"},  {"東京・日本", "ja"},
                 {"서울", "ko"},      {"Αθήνα", "el"},   {"Đà Nẵng", "vi"},
                 {"አዲስ አበባ", "am"},   {"လားရှိုး", "my"},   {"Şuşa İğdır", "az"},
                 {"ལྷ་ས", "bo"},       {"தமிழ்", "ta"},    {"Quai d’Orsay → №7", "fr"},
                 {"ភ្នំពេញ", "km"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct scene_item *item =
            add_text(sheet, names[i].text, 40 + (double)(i % 8) * 145, 700 + (double)(i / 8) * 28, 15, ink);
        item->lang = text_of(names[i].lang);
        item->style.weight = i % 3 == 1 ? 700 : 400;
    }
}

static void add_styles(struct sheet *sheet) {
    struct scene_item *country = add_text(sheet, "KYRGYZSTAN", 600, 180, 24, (struct colour){90, 84, 76, 1});
    country->style.letter_spacing = 7;
    country->anchor = ANCHOR_MIDDLE;
    struct scene_item *arabic = add_text(sheet, "السودان", 600, 212, 20, (struct colour){90, 84, 76, 1});
    arabic->style.letter_spacing = 7;
    arabic->anchor = ANCHOR_MIDDLE;
    arabic->lang = TEXT("ar");
    struct scene_item *lake = add_text(sheet, "Lake Issyk-Kul", 1000, 230, 15, blue);
    lake->style.italic = true;
    lake->anchor = ANCHOR_MIDDLE;
    struct scene_item *turned = add_text(sheet, "Alai Range turned", 850, 240, 14, grey);
    turned->angle = -24;
    turned->style.weight = 600;
    add_text(sheet,
             "<b>Tom & \"Jerry\"</b> \xE2\x80\xAE"
             "evil",
             1180, 262, 12, ink)
        ->anchor = ANCHOR_END;
    struct scene_item *serif = add_text(sheet, "Serif italic: the Fergana valley", 400, 250, 15, ink);
    serif->style.family = FONT_SERIF;
    serif->style.italic = true;
}

static void add_curve(struct sheet *sheet, const char *text, const char *lang, double x, double y, double spacing) {
    struct scene_item *item = add_text(sheet, text, 0, 0, 17, blue);
    item->lang = text_of(lang);
    item->style.italic = true;
    item->style.letter_spacing = spacing;
    item->clusters = ARENA_ARRAY(sheet->arena, struct placed_cluster, 64);
    item->cluster_count =
        sheet->measure->clusters(sheet->measure->context, &item->style, item->text, item->lang, 64, item->clusters);
    for (size_t i = 0; i < item->cluster_count; i++) {
        double along = item->clusters[i].at.x, slope = 0.35 * cos(along / 45);
        item->clusters[i].at = (struct page_point){x + along, y + 15.75 * sin(along / 45)};
        item->clusters[i].angle = atan(slope) * 180 / 3.14159265358979;
    }
}

static void add_layer(struct sheet *sheet, const char *name, void (*content)(struct sheet *sheet)) {
    add(sheet, SCENE_LAYER_BEGIN, name);
    content(sheet);
    add(sheet, SCENE_LAYER_END, name);
}

static void add_rivers(struct sheet *sheet) {
    add_curve(sheet, "Syr Darya", "en", 60, 810, 3);
    add_curve(sheet, "Амударья", "ru", 300, 810, 0);
    add_curve(sheet, "نهر الأردن", "ar", 520, 810, 3);
    add_curve(sheet, "गंगा नदी", "hi", 720, 810, 0);
    add_curve(sheet, "黄河与长江", "zh", 880, 810, 4);
    add_curve(sheet, "officially fluffy", "en", 1040, 810, 0);
}

static void add_clipped(struct sheet *sheet) {
    add(sheet, SCENE_CLIP_BEGIN, "")->box = (struct page_box){40, 850, 240, 885};
    add_area(sheet, "inset", 60, 835, (struct colour){200, 220, 190, 1}, (struct hatch){grey, 1, 6, 60});
    add_text(sheet, "Clipped by its box, and long", 60, 884, 18, ink);
    add(sheet, SCENE_CLIP_END, "");
}

struct scene *drawing_sheet(struct arena *arena, const struct text_measure *measure) {
    struct sheet sheet = {arena, ARENA_NEW(arena, struct scene), measure};
    *sheet.scene = (struct scene){.id = TEXT("1-sheet"),
                                  .title = TEXT("A sheet of everything & more"),
                                  .description = TEXT("Lines, areas, symbols and names — عربي"),
                                  .lang = TEXT("en"),
                                  .width = 1200,
                                  .height = 900};
    add_layer(&sheet, "relief", add_relief);
    add_layer(&sheet, "water", add_lake);
    add_layer(&sheet, "borders", add_lines);
    add_layer(&sheet, "areas", add_areas);
    add_layer(&sheet, "symbols", add_symbols);
    add_layer(&sheet, "symbol names", add_symbol_names);
    add_layer(&sheet, "names", add_names);
    add_layer(&sheet, "styles", add_styles);
    add_layer(&sheet, "rivers", add_rivers);
    add_layer(&sheet, "inset", add_clipped);
    return sheet.scene;
}
