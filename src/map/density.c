/* Shades for how many incidents, or how many killed, each region or hexagon counts: classes of rounded numbers in one
 * hue from pale to dark, which is told apart in grey and by all eyes. */
#include "list.h"
#include "many.h"
#include "scene_add.h"

#include <math.h>
#include <stdlib.h>

static const double hexagon_share = 0.022; /* of the square root of the panel's size: half a hexagon's width */
static const double palest = 0.16, darkest = 1.25, shade_opacity = 0.9;

/* A region or hexagon. */
struct cell {
    struct text ref, country;
    struct page_shape shape;
    struct page_box box;
    struct page_point middle;
    size_t incidents;
    struct count_range killed;
};

struct cells {
    struct cell *items;
    size_t count, capacity;
};

static struct colour mix(struct colour a, struct colour b, double share) {
    return (struct colour){(uint8_t)lround(a.red + (b.red - a.red) * share),
                           (uint8_t)lround(a.green + (b.green - a.green) * share),
                           (uint8_t)lround(a.blue + (b.blue - a.blue) * share), 1};
}

static double brightness(struct colour colour) {
    return 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue;
}

/* From nearly the page to the accent, and beyond it towards the ink. */
static struct colour shade(const struct composition *composition, size_t class, size_t classes) {
    struct colour page = composition_paint(composition, STYLE_PAGE)->fill,
                  accent = composition_paint(composition, STYLE_INCIDENT)->fill,
                  ink = composition_paint(composition, STYLE_TITLE)->text.colour;
    double end = fabs(brightness(accent) - brightness(ink)) < 45 ? 1 : darkest; /* no further where it is ink already */
    double share = classes < 2 ? 0.6 : palest + (end - palest) * (double)class / (double)(classes - 1);
    struct colour colour = share <= 1 ? mix(page, accent, share) : mix(accent, ink, share - 1);
    colour.opacity = shade_opacity;
    return colour;
}

static void count_in(struct cell *cell, const struct incident *incident) {
    cell->incidents++;
    totals_add_range(&cell->killed, incident->killed);
}

static bool read_regions(const struct composition *composition, struct cells *cells, struct error *error) {
    static const char *const fields[] = {"ref", "country", NULL};
    struct feature_list features;
    if (!composition_read(composition, "regions", true, fields, NULL, &features, error))
        return false;
    for (size_t i = 0; i < features.count; i++) {
        struct page_shape shape = composition_project(composition, &features.items[i].shape);
        if (shape.count == 0)
            continue;
        struct cell *cell = LIST_PUSH(composition->arena, cells);
        *cell = (struct cell){.ref = features.items[i].fields[0],
                              .country = features.items[i].fields[1],
                              .shape = shape,
                              .box = page_shape_box(&shape),
                              .killed = {-1, -1}};
    }
    return true;
}

static bool in_box(struct page_box box, struct page_point at, double around) {
    return at.x >= box.left - around && at.x <= box.right + around && at.y >= box.top - around &&
           at.y <= box.bottom + around;
}

/* How far the point is from the nearest vertex of the outline. */
static double distance_to(const struct cell *cell, struct page_point at) {
    double least = INFINITY;
    for (size_t i = 0; i < cell->shape.count; i++)
        for (size_t k = 0; k < cell->shape.items[i].count; k++) {
            struct page_point vertex = cell->shape.items[i].points[k];
            least = fmin(least, hypot(vertex.x - at.x, vertex.y - at.y));
        }
    return least;
}

/* Whether a region may hold it: one of the countries that it lies in, where they are known. */
static bool may_hold(const struct cell *cell, const struct incident *incident) {
    struct text countries = incident->place.countries;
    return countries.size == 0 || cell->country.size == 0 || text_find(countries, cell->country, 0) < countries.size;
}

/* The region of its country that holds the point; where none does, as off a simplified coast or beyond a border, the
 * nearest that is near. */
static struct cell *cell_at(const struct composition *composition, struct cells *cells, const struct incident *incident,
                            struct page_point at) {
    double least = 12 * composition->unit;
    struct cell *nearest = NULL;
    for (size_t i = 0; i < cells->count; i++)
        if (in_box(cells->items[i].box, at, 0) && may_hold(&cells->items[i], incident) &&
            page_shape_contains(&cells->items[i].shape, at))
            return &cells->items[i];
    for (size_t i = 0; i < cells->count; i++) {
        bool near = in_box(cells->items[i].box, at, least) && may_hold(&cells->items[i], incident);
        double distance = near ? distance_to(&cells->items[i], at) : INFINITY;
        if (distance < least) {
            least = distance;
            nearest = &cells->items[i];
        }
    }
    return nearest;
}

static struct cell *cell_named(struct cells *cells, struct text ref) {
    for (size_t i = 0; i < cells->count; i++)
        if (text_equal(cells->items[i].ref, ref))
            return &cells->items[i];
    return NULL;
}

static void count_regions(struct composition *composition, struct cells *cells) {
    composition->many->left = 0;
    for (size_t i = 0; i < composition->plan->incident_count; i++) {
        const struct incident *incident = composition->plan->incidents[i];
        struct page_point at = frame_project(&composition->frame, incident->point);
        bool region = incident->precision == PRECISION_REGION && ref_is(incident->place.ref, REF_REGION);
        bool shown = frame_shows(&composition->frame, at, 0) && incident->precision != PRECISION_COUNTRY;
        struct cell *cell = region ? cell_named(cells, incident->place.ref) : NULL;
        cell = cell || !shown ? cell : cell_at(composition, cells, incident, at);
        if (cell)
            count_in(cell, incident);
        else
            composition->many->left++;
    }
}

/* The hexagon, pointed at the top, of a row and a place in it. */
static struct page_shape hexagon(struct page_point middle, double radius, struct arena *arena) {
    struct page_point corners[6];
    for (int i = 0; i < 6; i++) {
        double angle = (i + 0.5) * acos(-1.0) / 3;
        corners[i] = (struct page_point){middle.x + radius * cos(angle), middle.y + radius * sin(angle)};
    }
    return scene_path(arena, corners, 6, true);
}

/* The grid of hexagons over the window. */
struct grid {
    struct page_point origin;
    double radius, wide, high; /* from middle to middle */
    size_t columns, rows;
};

static struct grid grid_of(const struct composition *composition) {
    struct page_box window = composition->frame.layout.window;
    double size = sqrt((window.right - window.left) * (window.bottom - window.top));
    double half = fmax(hexagon_share * size, 6 * composition->unit), radius = half * 2 / sqrt(3);
    struct grid grid = {{window.left, window.top}, radius, 2 * half, 1.5 * radius, 0, 0};
    grid.columns = (size_t)((window.right - window.left) / grid.wide) + 2;
    grid.rows = (size_t)((window.bottom - window.top) / grid.high) + 2;
    return grid;
}

static struct page_point grid_middle(const struct grid *grid, size_t column, size_t row) {
    double shift = row % 2 == 1 ? grid->wide / 2 : 0;
    return (struct page_point){grid->origin.x + (double)column * grid->wide + shift,
                               grid->origin.y + (double)row * grid->high};
}

/* The cell whose middle is nearest. */
static size_t grid_cell(const struct grid *grid, struct page_point at) {
    double row = (at.y - grid->origin.y) / grid->high, least = INFINITY;
    size_t best = 0;
    for (int r = -1; r <= 1; r++)
        for (int c = -1; c <= 1; c++) {
            double y = floor(row + 0.5) + r, x = floor((at.x - grid->origin.x) / grid->wide + 0.5) + c;
            if (x < 0 || y < 0 || x >= (double)grid->columns || y >= (double)grid->rows)
                continue;
            struct page_point middle = grid_middle(grid, (size_t)x, (size_t)y);
            double distance = hypot(middle.x - at.x, middle.y - at.y);
            if (distance < least) {
                least = distance;
                best = (size_t)y * grid->columns + (size_t)x;
            }
        }
    return best;
}

static void count_hexagons(struct composition *composition, struct cells *cells) {
    struct grid grid = grid_of(composition);
    struct cell *all = ARENA_ARRAY(composition->arena, struct cell, grid.columns * grid.rows);
    composition->many->left = 0;
    for (size_t i = 0; i < grid.columns * grid.rows; i++)
        all[i].killed = (struct count_range){-1, -1};
    for (size_t i = 0; i < composition->plan->incident_count; i++) {
        const struct incident *incident = composition->plan->incidents[i];
        struct page_point at = frame_project(&composition->frame, incident->point);
        if (!frame_shows(&composition->frame, at, 0) || incident->precision >= PRECISION_REGION)
            composition->many->left++;
        else
            count_in(&all[grid_cell(&grid, at)], incident);
    }
    for (size_t i = 0; i < grid.columns * grid.rows; i++) {
        if (all[i].incidents == 0)
            continue;
        all[i].middle = grid_middle(&grid, i % grid.columns, i / grid.columns);
        all[i].shape = hexagon(all[i].middle, grid.radius, composition->arena);
        *LIST_PUSH(composition->arena, cells) = all[i];
    }
    struct blank km = {"km", wording_number(&composition->words,
                                            (int64_t)fmax(many_round(grid.wide * composition->frame.km_per_unit), 1))};
    composition_note(composition, wording_fill(&composition->words, "note.many-hexagon", &km, 1));
}

static double measure(const struct composition *composition, const struct cell *cell) {
    return many_measure(composition, cell->incidents, cell->killed);
}

/* "20–49", or of the last class "500 and more" as a range to the greatest. */
static void explain(struct composition *composition, const double *limits, size_t classes, double most) {
    bool killed = composition->options->measure == MEASURE_KILLED;
    for (size_t i = 0; i < classes; i++) {
        double high = i + 1 < classes ? limits[i + 1] - 1 : fmax(most, limits[i]);
        struct text low = wording_number(&composition->words, (int64_t)limits[i]);
        struct text to = wording_number(&composition->words, (int64_t)high);
        struct blank range = {"range", high > limits[i]
                                           ? text_format(composition->arena, "%.*s–%.*s", TEXT_ARGS(low), TEXT_ARGS(to))
                                           : low};
        struct paint *paint = ARENA_NEW(composition->arena, struct paint);
        paint->fill = shade(composition, i, classes);
        paint->line = (struct stroke){.colour = composition_paint(composition, STYLE_PANEL)->line.colour,
                                      .width = 0.6 * composition->unit};
        const char *key = killed ? "legend.many-killed" : "legend.many-incidents";
        struct text words = i == 0 ? wording_fill(&composition->words, key, &range, 1) : range.value;
        composition_legend(composition, LEGEND_AREA, STYLE_INCIDENT_REGION, TEXT_NONE, words)->paint = paint;
    }
}

static size_t class_of(double value, const double *limits, size_t classes) {
    size_t class = 0;
    while (class + 1 < classes && value >= limits[class + 1])
        class ++;
    return class;
}

static void draw_cells(struct composition *composition, const struct cells *cells) {
    double limits[MANY_CLASSES], most = 0, *values = ARENA_ARRAY(composition->arena, double, cells->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < cells->count; i++)
        if (measure(composition, &cells->items[i]) > 0) {
            values[count++] = measure(composition, &cells->items[i]);
            most = fmax(most, values[count - 1]);
        }
    size_t classes = many_classes(values, count, limits);
    for (size_t i = 0; i < cells->count; i++) {
        const struct cell *cell = &cells->items[i];
        if (measure(composition, cell) <= 0)
            continue;
        struct colour fill = shade(composition, class_of(measure(composition, cell), limits, classes), classes);
        struct scene_item *item = scene_add_area(composition->scene, composition->arena, cell->ref, cell->shape, fill);
        if (item)
            item->stroke = (struct stroke){.colour = composition_paint(composition, STYLE_PAGE)->fill,
                                           .width = 0.7 * composition->unit};
    }
    explain(composition, limits, classes, most);
}

/* A region, and how much of what the map counts was in it. */
struct measured_cell {
    const struct cell *cell;
    double measure;
};

static int greatest_first(const void *a, const void *b) {
    const struct measured_cell *one = a, *other = b;
    const struct cell *x = one->cell, *y = other->cell;
    int great = (one->measure < other->measure) - (one->measure > other->measure);
    int more = (x->killed.high < y->killed.high) - (x->killed.high > y->killed.high);
    return great ? great : more ? more : text_compare(x->ref, y->ref);
}

/* The greatest regions are told by name. */
static void tell_greatest(struct composition *composition, const struct cells *cells) {
    struct measured_cell *sorted = ARENA_ARRAY(composition->arena, struct measured_cell, cells->count + 1);
    size_t count = 0, most = many_callouts(composition);
    for (size_t i = 0; i < cells->count; i++)
        if (cells->items[i].incidents > 1)
            sorted[count++] = (struct measured_cell){&cells->items[i], measure(composition, &cells->items[i])};
    if (count > 0)
        qsort(sorted, count, sizeof *sorted, greatest_first);
    for (size_t i = 0; i < count && i < most; i++) {
        const struct cell *cell = sorted[i].cell;
        place_id place = gazetteer_place_of(composition->sources->gazetteer, cell->ref);
        if (place == PLACE_NONE)
            continue;
        struct place entry = gazetteer_place(composition->sources->gazetteer, place);
        struct place_snapshot *snapshot = ARENA_NEW(composition->arena, struct place_snapshot);
        *snapshot = snapshot_of(&entry);
        many_callout(composition, snapshot, page_shape_inside(&cell->shape), 2 * composition->unit, cell->incidents,
                     cell->killed);
    }
}

bool density_draw(struct composition *composition, struct error *error) {
    struct cells cells = {0};
    if (!composition->many)
        return true;
    if (composition->many->density == DENSITY_POINTS) {
        many_notes(composition);
        return true;
    }
    bool regions = composition->many->density == DENSITY_REGIONS;
    if (regions && !read_regions(composition, &cells, error))
        return false;
    scene_layer_begin(composition->scene, composition->arena, "density");
    if (regions)
        count_regions(composition, &cells);
    else
        count_hexagons(composition, &cells);
    draw_cells(composition, &cells);
    many_notes(composition);
    scene_layer_end(composition->scene, composition->arena);
    if (regions)
        tell_greatest(composition, &cells);
    return true;
}
