#include "dataset_packed.h"

#include "text.h"

#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <string.h>

enum { MEMBERS_MOST = 10000 };

/* Endings of what is read out of a zip file; what goes with them (.dbf, .prj, .hdr) has none here. */
static const char *const endings[] = {
    ".shp",  ".gpkg", ".geojson", ".json", ".geojsonl", ".fgb", ".kml",     ".kmz",      ".gpx",  ".gml", ".csv",
    ".tsv",  ".tab",  ".mif",     ".dxf",  ".gdbtable", ".osm", ".osm.pbf", ".topojson", ".xlsx", ".ods", ".tif",
    ".tiff", ".asc",  ".hgt",     ".dt0",  ".dt1",      ".dt2", ".bil",     ".flt",      ".dem",  ".xyz", ".grd"};

static bool ends_as(const char *name, const char *ending) {
    size_t size = strlen(name), least = strlen(ending);
    return size > least && strcasecmp(name + size - least, ending) == 0;
}

static bool is_data(const char *name) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_as(name, endings[i]))
            return !strstr(name, "__MACOSX") && !strstr(name, "..");
    return false;
}

/* The folder that layers of one dataset share: of shapefiles, and of a .gdb. */
static struct text folder_of(const char *name) {
    const char *slash = strrchr(name, '/');
    bool whole = ends_as(name, ".shp") || ends_as(name, ".gdbtable");
    return whole ? (struct text){name, slash ? (size_t)(slash - name) : 0} : text_of(name);
}

static bool choose(const char *zip, char **names, struct arena *arena, const char **inside, const char **refused) {
    struct text chosen = TEXT_NONE;
    bool found = false;
    for (int i = 0; names && names[i]; i++) {
        if (i > MEMBERS_MOST || !is_data(names[i]))
            continue;
        struct text own = folder_of(names[i]);
        if (found && !text_equal(own, chosen)) {
            *refused = text_c(arena, text_format(arena,
                                                 "holds several files of data ('%.*s', '%.*s' …); unpack it and "
                                                 "name the one you want",
                                                 TEXT_ARGS(chosen), TEXT_ARGS(own)));
            return false;
        }
        chosen = own;
        found = true;
    }
    *refused = "is no zip file, or damaged, or holds no file of map data";
    struct text path = text_format(arena, "/vsizip/%s%s%.*s", zip, chosen.size ? "/" : "", TEXT_ARGS(chosen));
    *inside = found ? text_c(arena, path) : NULL;
    return found;
}

bool dataset_packed_find(const char *zip, struct arena *arena, const char **inside, const char **refused) {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    char **names = VSIReadDirRecursive(text_c(arena, text_format(arena, "/vsizip/%s", zip)));
    CPLPopErrorHandler();
    bool found = choose(zip, names, arena, inside, refused);
    CSLDestroy(names);
    return found;
}
