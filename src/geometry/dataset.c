#include "dataset.h"

#include "arena.h"
#include "dataset_check.h"
#include "dataset_packed.h"
#include "dataset_siblings.h"
#include "text.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <gdal.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>
#include <string.h>
#include <sys/stat.h>

/* Exported by libgdal with C linkage, but declared in its C++ headers only. */
void RegisterOGRCSV(void);
void RegisterOGRDXF(void);
void RegisterOGRESRIJSON(void);
void RegisterOGRFlatGeobuf(void);
void RegisterOGRGML(void);
void RegisterOGRGPX(void);
void RegisterOGRGeoJSON(void);
void RegisterOGRGeoJSONSeq(void);
void RegisterOGRGeoPackage(void);
void RegisterOGRGeoRSS(void);
void RegisterOGRKML(void);
void RegisterOGRLIBKML(void);
void RegisterOGRODS(void);
void RegisterOGROSM(void);
void RegisterOGROpenFileGDB(void);
void RegisterOGRShape(void);
void RegisterOGRTAB(void);
void RegisterOGRTopoJSON(void);
void RegisterOGRXLSX(void);

enum {
    SHAPES = 1 << DATASET_SHAPES,
    RASTER = 1 << DATASET_RASTER | 1 << DATASET_REWRITE,
    OVERLAY = 1 << DATASET_OVERLAY,
    RELIEF = 1 << DATASET_RELIEF,
    IMPORT = 1 << DATASET_IMPORT,
    OWN = OVERLAY | IMPORT
};

/* Every driver that may read anything, and for which uses. What is not registered cannot be reached from within a file
 * either. Formats that by their nature name other files or addresses (VRT, HFA, netCDF 4, WMS …) are not here. */
static const struct {
    const char *name;
    void (*enlist)(void);
    int uses;
} drivers[] = {
    {"FlatGeobuf", RegisterOGRFlatGeobuf, SHAPES | OWN},
    {"GeoJSON", RegisterOGRGeoJSON, SHAPES | OWN},
    {"GTiff", GDALRegister_GTiff, RASTER | RELIEF},
    {"GPKG", RegisterOGRGeoPackage, OWN},
    {"ESRI Shapefile", RegisterOGRShape, OWN},
    {"LIBKML", RegisterOGRLIBKML, OWN},
    {"KML", RegisterOGRKML, OWN},
    {"GPX", RegisterOGRGPX, OWN},
    {"CSV", RegisterOGRCSV, OWN},
    {"GML", RegisterOGRGML, OWN},
    {"GeoJSONSeq", RegisterOGRGeoJSONSeq, OWN},
    {"TopoJSON", RegisterOGRTopoJSON, OWN},
    {"ESRIJSON", RegisterOGRESRIJSON, OWN},
    {"MapInfo File", RegisterOGRTAB, OWN},
    {"OpenFileGDB", RegisterOGROpenFileGDB, OWN},
    {"DXF", RegisterOGRDXF, OWN},
    {"GeoRSS", RegisterOGRGeoRSS, OWN},
    {"OSM", RegisterOGROSM, OWN},
    {"XLSX", RegisterOGRXLSX, IMPORT},
    {"ODS", RegisterOGRODS, IMPORT},
    {"AAIGrid", GDALRegister_AAIGrid, RASTER | RELIEF},
    {"GSAG", GDALRegister_GSAG, RELIEF},
    {"GSBG", GDALRegister_GSBG, RELIEF},
    {"GS7BG", GDALRegister_GS7BG, RELIEF},
    {"EHdr", GDALRegister_EHdr, RELIEF},
    {"ENVI", GDALRegister_ENVI, RELIEF},
    {"SRTMHGT", GDALRegister_SRTMHGT, RELIEF},
    {"DTED", GDALRegister_DTED, RELIEF},
    {"USGSDEM", GDALRegister_USGSDEM, RELIEF},
    {"XYZ", GDALRegister_XYZ, RELIEF},
};
enum { DRIVERS = sizeof drivers / sizeof *drivers };

/* What each use is called, and how its failures count. */
static const struct {
    const char *as, *advice;
    unsigned flags;
    enum error_kind kind;
} uses[] = {
    [DATASET_SHAPES] = {"", "; if it belongs to the data folder, make that anew with 'bordermap geodata build'",
                        GDAL_OF_VECTOR, ERROR_ENVIRONMENT},
    [DATASET_RASTER] = {"", "; if it belongs to the data folder, make that anew with 'bordermap geodata build'",
                        GDAL_OF_RASTER, ERROR_ENVIRONMENT},
    [DATASET_REWRITE] = {"", "", GDAL_OF_RASTER | GDAL_OF_UPDATE, ERROR_ENVIRONMENT},
    [DATASET_OVERLAY] = {" as map data", "", GDAL_OF_VECTOR, ERROR_USAGE},
    [DATASET_RELIEF] = {" as elevation", "", GDAL_OF_RASTER, ERROR_INPUT},
    [DATASET_IMPORT] = {"", "", GDAL_OF_VECTOR, ERROR_INPUT},
};

/* For the driver that knows them: the rest pass over what begins with '@'. */
static const char *const own_options[] = {"@WRITE_GFS=NO", "@DOWNLOAD_SCHEMA=NO", "@XSD=/vsimem/none.xsd",
                                          "@NOLOCK=YES", NULL};
static const char *const overlay_options[] = {"@WRITE_GFS=NO",
                                              "@DOWNLOAD_SCHEMA=NO",
                                              "@XSD=/vsimem/none.xsd",
                                              "@NOLOCK=YES",
                                              "@X_POSSIBLE_NAMES=lon,lng,long,longitude,x",
                                              "@Y_POSSIBLE_NAMES=lat,latitude,y",
                                              NULL};

static const char *const *options_of(enum dataset_use use) {
    static const char *const none[] = {NULL};
    if (use == DATASET_OVERLAY)
        return overlay_options;
    return use == DATASET_IMPORT ? own_options : none;
}

/* A second wall: were a driver to ask the network for something all the same, nothing answers. */
static CPLHTTPResult *fetch_nothing(const char *url, CSLConstList options, GDALProgressFunc progress, void *argument,
                                    CPLHTTPFetchWriteFunc write, void *write_argument, void *context) {
    (void)url, (void)options, (void)progress, (void)argument, (void)write, (void)write_argument, (void)context;
    CPLHTTPResult *result = CPLCalloc(1, sizeof *result);
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("nothing is fetched");
    return result;
}

static void shut_the_doors(void) {
    static const char *const closed[][2] = {
        {"GDAL_PAM_ENABLED", "NO"},          {"CPL_VSIL_CURL_ALLOWED_FILENAME", "nothing"},
        {"GML_SKIP_RESOLVE_ELEMS", "ALL"},   {"GML_PARSER", "EXPAT"},
        {"GDAL_VRT_ENABLE_PYTHON", "NO"},    {"OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"},
        {"LIBKML_RESOLVE_STYLE", "NO"},      {"CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO"},
        {"OGR_SQLITE_LOAD_EXTENSIONS", NULL}};
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        CPLSetConfigOption(closed[i][0], closed[i][1]);
    CPLHTTPSetFetchCallback(fetch_nothing, NULL);
    OSRSetPROJEnableNetwork(FALSE);
}

/* What GDAL said first. */
struct complaint {
    char said[400];
};

static void CPL_STDCALL note_complaint(CPLErr class, CPLErrorNum number, const char *message) {
    (void)number;
    struct complaint *complaint = CPLGetErrorHandlerUserData();
    if (class >= CE_Failure && complaint->said[0] == '\0')
        strncpy(complaint->said, message, sizeof complaint->said - 1);
}

static void *open_by(const char *path, enum dataset_use use, struct arena *arena, struct complaint *complaint) {
    const char *allowed[DRIVERS + 1];
    size_t count = 0;
    for (size_t i = 0; i < DRIVERS; i++) {
        if (!(drivers[i].uses & 1 << use))
            continue;
        drivers[i].enlist();
        allowed[count++] = drivers[i].name;
    }
    allowed[count] = NULL;
    unsigned readonly = uses[use].flags & GDAL_OF_UPDATE ? 0 : GDAL_OF_READONLY;
    CPLPushErrorHandlerEx(note_complaint, complaint);
    void *dataset = GDALOpenEx(path, uses[use].flags | readonly | GDAL_OF_VERBOSE_ERROR, allowed, options_of(use),
                               uses[use].flags & GDAL_OF_VECTOR ? NULL : dataset_siblings(path, arena));
    CPLPopErrorHandler();
    return dataset;
}

static bool cannot_open(const char *path, enum dataset_use use, const char *why, struct error *error) {
    return error_set(error, uses[use].kind, "%s: cannot be read%s (%s)%s", path, uses[use].as, why, uses[use].advice);
}

static bool open_own(const char *path, const char *shown, enum dataset_use use, struct arena *arena, void **dataset,
                     struct error *error) {
    struct complaint complaint = {""};
    const char *refused = NULL;
    shut_the_doors();
    if (!dataset_check(path, arena, &refused))
        return error_set(error, uses[use].kind, "%s: %s", shown, refused);
    bool table = use == DATASET_IMPORT && text_ends(text_of(path), TEXT(".txt"));
    void *opened = open_by(table ? text_c(arena, text_format(arena, "CSV:%s", path)) : path, use, arena, &complaint);
    if (!opened && complaint.said[0] == '\0')
        return cannot_open(shown, use, "it is in none of the formats that are read, or damaged", error);
    *dataset = opened;
    return opened || cannot_open(shown, use, complaint.said, error);
}

static bool open_shipped(const char *path, enum dataset_use use, struct arena *arena, void **dataset,
                         struct error *error) {
    struct complaint complaint = {""};
    void *opened = open_by(path, use, arena, &complaint);
    *dataset = opened;
    return opened || cannot_open(path, use, complaint.said[0] ? complaint.said : "no reason given", error);
}

/* A path as GDAL takes it for a path and for nothing else ("PG:…", "GEOJSON:…"). */
static const char *plain_path(const char *path, struct arena *arena) {
    return path[0] == '/' ? path : text_c(arena, text_format(arena, "./%s", path));
}

static bool find_file(const char *path, enum dataset_use use, struct error *error) {
    struct stat about;
    if (strstr(path, "://") || strncmp(path, "/vsi", 4) == 0)
        return error_set(error, uses[use].kind, "%s: only files are read, no addresses; fetch it first", path);
    if (stat(path, &about) != 0)
        return cannot_open(path, use, "there is no such file", error);
    return S_ISREG(about.st_mode) || S_ISDIR(about.st_mode) ||
           cannot_open(path, use, "it is a pipe or a device; save it as a file first", error);
}

bool dataset_open(const char *path, enum dataset_use use, void **dataset, struct error *error) {
    struct arena *arena = arena_open();
    bool shipped = use == DATASET_SHAPES || use == DATASET_RASTER || use == DATASET_REWRITE;
    const char *plain = plain_path(path, arena), *inside = plain, *refused = NULL;
    bool done = false;
    if (shipped)
        done = open_shipped(path, use, arena, dataset, error);
    else if (!find_file(path, use, error))
        done = false;
    else if (text_ends(text_of(path), TEXT(".zip")) && !dataset_packed_find(plain, arena, &inside, &refused))
        error_set(error, uses[use].kind, "%s: %s", path, refused);
    else
        done = open_own(inside, path, use, arena, dataset, error);
    arena_close(arena);
    return done;
}

/* A path has a slash; names of grids that PROJ brings along have none. */
static bool names_path(const char *definition) {
    static const char *const markers[] = {"grids=", "PARAMETERFILE[", "file=", "+init=", "xyzgrid"};
    for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
        for (const char *at = strstr(definition, markers[i]); at; at = strstr(at + 1, markers[i]))
            if (memchr(at, '/', strcspn(at, " ]\n")))
                return true;
    return false;
}

bool dataset_reference_stands_alone(void *reference) {
    static const char *const options[] = {"FORMAT=WKT2_2019", NULL};
    char *written = NULL;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    bool told = OSRExportToWktEx(reference, &written, options) == OGRERR_NONE && written;
    CPLPopErrorHandler();
    bool alone = !told || !names_path(written);
    CPLFree(written);
    return alone;
}
