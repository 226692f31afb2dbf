#include "manifest.h"

#include "list.h"

enum { DEGREE_PLACES = 5 };

static void add_article(struct json_writer *json, const char *key, const struct incident_source *article,
                        struct arena *arena) {
    json_open_object(json, key);
    json_add_text(json, "id", article->article);
    json_add_text(json, "title", article->title);
    json_add_text(json, "language", article->language);
    json_add_given_text(json, "published", date_write(arena, article->published));
    json_add_given_text(json, "source", article->publisher);
    json_add_given_text(json, "url", article->url);
    json_close(json);
}

static void add_data(struct json_writer *json, const struct geodata *geodata) {
    json_open_object(json, "data");
    for (size_t i = 0; i < geodata->count; i++) {
        const struct geodata_source *source = &geodata->sources[i];
        json_open_object(json, text_c(json->out->arena, source->path));
        json_add_text(json, "source", source->source);
        json_add_text(json, "version", source->version);
        json_add_given_text(json, "date", source->date);
        json_add_text(json, "licence", source->licence);
        json_close(json);
    }
    json_close(json);
}

static void add_files(struct json_writer *json, const struct manifest_file *files, size_t count) {
    json_open_array(json, "files");
    for (size_t i = 0; i < count; i++) {
        json_open_object(json, NULL);
        json_add_text(json, "path", files[i].path);
        json_add_text(json, "format", files[i].format);
        json_add_text(json, "sha256", text_of(files[i].sha256));
        json_close(json);
    }
    json_close(json);
}

static void add_bounds(struct json_writer *json, struct bounds bounds) {
    json_open_array(json, "bbox");
    json_add_number(json, NULL, bounds.west, DEGREE_PLACES);
    json_add_number(json, NULL, bounds.south, DEGREE_PLACES);
    json_add_number(json, NULL, bounds.east > 180 ? bounds.east - 360 : bounds.east, DEGREE_PLACES);
    json_add_number(json, NULL, bounds.north, DEGREE_PLACES);
    json_close(json);
}

static void add_texts(struct json_writer *json, const char *key, const struct text *texts, size_t count) {
    json_open_array(json, key);
    for (size_t i = 0; i < count; i++)
        json_add_text(json, NULL, texts[i]);
    json_close(json);
}

static void add_labels(struct json_writer *json, const struct label_report *report) {
    json_open_object(json, "labels");
    json_open_array(json, "wanted");
    for (int i = 0; i < 4; i++)
        json_add_whole(json, NULL, report->wanted[i]);
    json_close(json);
    json_open_array(json, "placed");
    for (int i = 0; i < 4; i++)
        json_add_whole(json, NULL, report->placed[i]);
    json_close(json);
    json_add_whole(json, "overlaps", report->overlaps);
    json_add_whole(json, "gaps_under_3px", report->narrow_gaps);
    json_add_whole(json, "dots_covered", report->dots_covered);
    json_add_whole(json, "border_crossings", report->border_crossings);
    json_add_whole(json, "country_names_crossing", report->country_crossings);
    json_add_whole(json, "off_page", report->off_page);
    json_add_whole(json, "ambiguous", report->ambiguous);
    json_add_whole(json, "points", report->points);
    json_add_number(json, "foreign_share", report->foreign_share, 3);
    json_add_number(json, "mean_distance", report->mean_distance, 2);
    json_add_number(json, "preferred_share", report->preferred_share, 3);
    add_texts(json, "missing", report->missing, report->missing_count);
    json_close(json);
}

/* The borders as "KG-TJ". */
static void add_borders(struct json_writer *json, const struct gazetteer *gazetteer, const struct map_plan *plan) {
    json_open_array(json, "borders");
    for (size_t i = 0; i < plan->border_count; i++)
        json_add_text(json, NULL, ref_id(gazetteer_place(gazetteer, plan->borders[i]).ref));
    json_close(json);
}

static void add_incident_ids(struct json_writer *json, struct text article, const struct map_plan *plan,
                             struct arena *arena) {
    json_open_array(json, "incidents");
    for (size_t i = 0; i < plan->incident_count; i++)
        if (!plan->incidents[i]->source.aggregated_only)
            json_add_text(json, NULL, document_incident_id(article, plan->incidents[i], arena));
    json_close(json);
}

struct manifest manifest_new(struct arena *arena) {
    return (struct manifest){
        .arena = arena, .maps = builder_new(arena), .incidents = builder_new(arena), .features = builder_new(arena)};
}

/* Those that may leave one by one. */
static struct incident_list listed_of(const struct story *story, struct arena *scratch) {
    struct incident_list listed = {0};
    for (size_t i = 0; i < story->incidents.count; i++)
        if (!story->incidents.items[i].source.aggregated_only)
            *LIST_PUSH(scratch, &listed) = story->incidents.items[i];
    return listed;
}

void manifest_add_story(struct manifest *manifest, const struct story *story, struct arena *scratch) {
    const struct incident_source *source = &story->source;
    struct incident_list listed = listed_of(story, scratch);
    struct json_writer incidents = json_at_depth(&manifest->incidents, true, 2, manifest->incidents.count > 0);
    document_add_incidents(&incidents, source->article, &listed, scratch);
    struct json_writer features = json_at_depth(&manifest->features, true, 2, manifest->features.count > 0);
    document_add_features(&features, source->article, &listed, scratch);
    if (source->article.size == 0) /* incidents of the store come from many */
        return;
    *LIST_PUSH(manifest->arena, &manifest->stories) =
        (struct incident_source){.article = text_copy(manifest->arena, source->article),
                                 .title = text_copy(manifest->arena, source->title),
                                 .publisher = text_copy(manifest->arena, source->publisher),
                                 .url = text_copy(manifest->arena, source->url),
                                 .language = text_copy(manifest->arena, source->language),
                                 .published = source->published};
}

void manifest_add_map(struct manifest *manifest, struct text article, const struct gazetteer *gazetteer,
                      const struct map *map, const struct manifest_file *files, size_t file_count,
                      struct arena *scratch) {
    struct json_writer json = json_at_depth(&manifest->maps, true, 2, manifest->maps.count > 0);
    json_open_object(&json, NULL);
    json_add_text(&json, "id", map->plan.id);
    json_add_given_text(&json, "article", article);
    json_add_text(&json, "title", map->plan.title);
    json_add_text(&json, "subtitle", map->plan.subtitle);
    json_add_text(&json, "caption", map->caption);
    json_add_text(&json, "alt", map->alt);
    json_add_text(&json, "lang", map->plan.lang);
    json_add_given_text(&json, "as_of", date_write(scratch, map->plan.as_of));
    add_bounds(&json, map->bounds);
    json_add_text(&json, "crs", map->crs);
    json_add_number(&json, "width", map->scene.width, 2);
    json_add_number(&json, "height", map->scene.height, 2);
    add_files(&json, files, file_count);
    add_texts(&json, "places", map->shown, map->shown_count);
    add_incident_ids(&json, article, &map->plan, scratch);
    add_borders(&json, gazetteer, &map->plan);
    add_labels(&json, &map->labels);
    if (map->remark_count > 0)
        add_texts(&json, "remarks", map->remarks, map->remark_count);
    add_texts(&json, "credits", map->credits, map->credit_count);
    json_close(&json);
}

/* "article" for one, "articles" for several. */
static void add_articles(struct json_writer *json, const struct manifest *manifest, struct arena *arena) {
    if (manifest->stories.count == 1) {
        add_article(json, "article", &manifest->stories.items[0], arena);
        return;
    }
    json_open_array(json, "articles");
    for (size_t i = 0; i < manifest->stories.count; i++)
        add_article(json, NULL, &manifest->stories.items[i], arena);
    json_close(json);
}

static void add_array(struct json_writer *json, const char *key, const struct builder *written) {
    json_open_array(json, key);
    json_add_written(json, builder_text(written));
    json_close(json);
}

/* Only where there are any. */
static void add_stale(struct json_writer *json, const struct manifest *manifest) {
    if (manifest->stale.count == 0)
        return;
    json_open_array(json, "stale");
    for (size_t i = 0; i < manifest->stale.count; i++) {
        const struct manifest_stale *stale = &manifest->stale.items[i];
        json_open_object(json, NULL);
        json_add_text(json, "id", stale->id);
        json_add_text(json, "article", stale->article);
        add_texts(json, "files", stale->files, stale->file_count);
        json_close(json);
    }
    json_close(json);
}

struct text manifest_write(const struct manifest *manifest, const char *version, const struct geodata *geodata,
                           struct arena *arena) {
    struct builder builder = builder_new(arena);
    struct json_writer json = {.out = &builder, .indented = true};
    json_open_object(&json, NULL);
    json_add_whole(&json, "manifest", MANIFEST_VERSION);
    json_add_text(&json, "tool", TEXT("bordermap"));
    json_add_text(&json, "version", text_of(version));
    add_data(&json, geodata);
    add_articles(&json, manifest, arena);
    add_array(&json, "maps", &manifest->maps);
    add_stale(&json, manifest);
    add_array(&json, "incidents", &manifest->incidents);
    json_close(&json);
    return builder_text(&builder);
}

struct text manifest_write_geojson(const struct manifest *manifest, struct arena *arena) {
    return document_write_features(builder_text(&manifest->features), arena);
}
