/* In the program itself, the functions of the part "geodata" open it and go on in there. */
#include "geodata_part.h"

static const struct geodata_part *open_part(struct error *error) {
    const struct part *part;
    return part_open("geodata", &part, error) ? (const struct geodata_part *)part : NULL;
}

bool ogr_layer_read(const char *path, const struct layer_query *query, struct arena *arena,
                    struct feature_list *features, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->ogr_layer_read(path, query, arena, features, error);
}

bool ogr_raster_read(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                     struct raster *raster, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->ogr_raster_read(path, bounds, pixels_wide, arena, raster, error);
}

bool source_layer_read(const char *path, const struct source_query *query, struct arena *arena,
                       struct feature_list *features, struct text *remark, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->source_layer_read(path, query, arena, features, remark, error);
}

bool elevation_check(const char *path, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->elevation_check(path, error);
}

bool elevation_read(const char *path, struct bounds bounds, int pixels_wide, struct arena *arena,
                    struct elevation *elevation, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->elevation_read(path, bounds, pixels_wide, arena, elevation, error);
}

bool georaster_tiff(const struct georaster *raster, struct arena *arena, struct text *bytes, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->georaster_tiff(raster, arena, bytes, error);
}

bool georaster_aux_xml(const struct georaster *raster, struct arena *arena, struct text *xml, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->georaster_aux_xml(raster, arena, xml, error);
}

bool geodata_build(const char *source, const char *directory, const struct progress *progress, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->geodata_build(source, directory, progress, error);
}

bool geodata_import(const struct geodata *geodata, const char *directory, const struct import_options *options,
                    const struct progress *progress, struct arena *arena, struct import_report *report,
                    struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->geodata_import(geodata, directory, options, progress, arena, report, error);
}

bool database_open(const char *connection, const struct database_plan *plan, const struct database_options *options,
                   struct database **database, struct error *error) {
    const struct geodata_part *part = open_part(error);
    return part && part->database_open(connection, plan, options, database, error);
}
