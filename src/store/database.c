#include "database_parts.h"

#include "dataset_check.h"
#include "file.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Exported by libgdal with C linkage, but declared in its C++ headers only. */
void RegisterOGRGeoPackage(void);
void RegisterOGRPG(void);

static const char *const SERVER = "PG:";
static const char *const PATIENCE = "60000"; /* milliseconds that a writer waits for another */

static void CPL_STDCALL note(CPLErr class, CPLErrorNum number, const char *message) {
    (void)number;
    struct gdal_database *database = CPLGetErrorHandlerUserData();
    if (class >= CE_Failure && database->said[0] == '\0')
        strncpy(database->said, message, sizeof database->said - 1);
}

void database_hush(struct gdal_database *database) {
    memset(database->said, 0, sizeof database->said);
    CPLPushErrorHandlerEx(note, database);
}

void database_hush_end(void) {
    CPLPopErrorHandler();
}

/* What is behind some of the things that GDAL says, and what to do about it. */
static const char *advice_for(const char *said) {
    static const struct {
        const char *said, *advice;
    } known[] = {
        {"locked", "another program is writing to it: try again, or let that program end its editing"},
        {"readonly", "it may not be written to: change its permissions or those of its folder"},
        {"read-only", "it may not be written to: change its permissions or those of its folder"},
        {"disk is full", "the disk is full: make room and do it again; what was kept before is still there"},
        {"disk I/O error",
         "the disk is full or failing: make room and do it again; what was kept before is still there"},
        {"permission denied", "the user of the connection may not write there"},
        {"malformed", "it is damaged: take a backup, or what 'ogr2ogr' saves of it"},
        {"could not connect", "is the server running, and the connection string right?"},
        {"connection to server", "is the server running, and the connection string right?"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strstr(said, known[i].said))
            return known[i].advice;
    return NULL;
}

bool database_fails(const struct gdal_database *database, const char *what, struct error *error) {
    const char *said = database->said[0] ? database->said : "no reason given", *advice = advice_for(said);
    return error_set(error, ERROR_ENVIRONMENT, "%s: cannot be %s (%s)%s%s", database->shown, what, said,
                     advice ? "; " : "", advice ? advice : "");
}

bool database_run(struct gdal_database *database, const char *statement) {
    database_hush(database);
    OGRLayerH answer = GDALDatasetExecuteSQL(database->dataset, statement, NULL, NULL);
    if (answer)
        GDALDatasetReleaseResultSet(database->dataset, answer);
    database_hush_end();
    return database->said[0] == '\0';
}

/* The first statement of a writer changes a row, so that it holds the only lock before it reads anything. */
static bool begin(struct database *base, struct error *error) {
    struct gdal_database *database = (struct gdal_database *)base;
    const char *table = database->plan->tables[0].name;
    const char *const take =
        text_c(database->arena,
               text_format(database->arena, "UPDATE \"%s\" SET \"%s\" = \"%s\" + 1", table,
                           database->plan->tables[0].columns[1].name, database->plan->tables[0].columns[1].name));
    database_hush(database);
    bool begun = GDALDatasetStartTransaction(database->dataset, FALSE) == OGRERR_NONE;
    database_hush_end();
    database->begun = begun;
    if (begun && database->writes)
        begun = database_run(database, take);
    else if (begun && database->server)
        begun = database_run(database, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    if (begun)
        return true;
    database_fails(database, database->writes ? "written" : "read", error);
    base->calls->rollback(base);
    return false;
}

static bool commit(struct database *base, struct error *error) {
    struct gdal_database *database = (struct gdal_database *)base;
    database_hush(database);
    bool done = GDALDatasetCommitTransaction(database->dataset) == OGRERR_NONE && database->said[0] == '\0';
    database_hush_end();
    if (!done)
        database_fails(database, database->writes ? "written" : "read", error);
    database->begun = database->begun && !done;
    if (!done)
        base->calls->rollback(base);
    return done;
}

static void rollback(struct database *base) {
    struct gdal_database *database = (struct gdal_database *)base;
    if (!database->begun)
        return;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GDALDatasetRollbackTransaction(database->dataset);
    CPLPopErrorHandler();
    database->begun = false;
}

static void close_database(struct database *base) {
    struct gdal_database *database = (struct gdal_database *)base;
    base->calls->rollback(base);
    CPLPushErrorHandler(CPLQuietErrorHandler);
    if (database->dataset)
        GDALClose(database->dataset);
    CPLPopErrorHandler();
    arena_close(database->scratch);
    arena_close(database->arena);
}

static bool wipe(struct database *base, struct error *error) {
    struct gdal_database *database = (struct gdal_database *)base;
    bool done = true;
    if (!database->server)
        return database_run(database, "VACUUM") || database_fails(database, "emptied of what was removed", error);
    for (size_t i = 0; done && i < database->plan->table_count; i++)
        done = database_run(database, text_c(database->scratch, text_format(database->scratch, "VACUUM FULL \"%s\"",
                                                                            database->plan->tables[i].name)));
    arena_clear(database->scratch);
    return done || database_fails(database, "emptied of what was removed", error);
}

static const struct database_calls calls = {close_database,  begin,        commit,           rollback,
                                            database_select, database_add, database_replace, database_set,
                                            database_remove, wipe};

static void add_field(OGRLayerH layer, const struct column *column) {
    static const OGRFieldType types[] = {
        [COLUMN_TEXT] = OFTString, [COLUMN_WHOLE] = OFTInteger64, [COLUMN_NUMBER] = OFTReal,
        [COLUMN_DAY] = OFTDate,    [COLUMN_FLAG] = OFTInteger,    [COLUMN_BYTES] = OFTBinary};
    OGRFieldDefnH field = OGR_Fld_Create(column->name, types[column->type]);
    if (column->type == COLUMN_FLAG)
        OGR_Fld_SetSubType(field, OFSTBoolean);
    OGR_L_CreateField(layer, field, FALSE);
    OGR_Fld_Destroy(field);
}

static bool make_indexes(struct gdal_database *database, const struct table_plan *plan) {
    bool made = true;
    for (size_t i = 0; made && i < plan->count; i++)
        if (plan->columns[i].indexed)
            made = database_run(
                database, text_c(database->scratch,
                                 text_format(database->scratch, "CREATE INDEX \"%s_by_%s\" ON \"%s\" (\"%s\")",
                                             plan->name, plan->columns[i].name, plan->name, plan->columns[i].name)));
    arena_clear(database->scratch);
    return made;
}

/* The index of shapes at once: one that is made on closing is missing where a program does not come to that. */
static bool make_shape_index(struct gdal_database *database, const struct table_plan *plan) {
    if (database->server || plan->shape == TABLE_PLAIN)
        return true;
    return database_run(
        database,
        text_c(database->arena, text_format(database->arena, "SELECT CreateSpatialIndex('%s', 'geom')", plan->name)));
}

static bool make_table(struct gdal_database *database, const struct table_plan *plan) {
    static const OGRwkbGeometryType types[] = {
        [TABLE_PLAIN] = wkbNone, [TABLE_POINTS] = wkbPoint, [TABLE_LINES] = wkbLineString, [TABLE_AREAS] = wkbPolygon};
    char **options = CSLSetNameValue(NULL, "GEOMETRY_NAME", "geom");
    options = CSLSetNameValue(options, "FID", "fid");
    if (!database->server)
        options = CSLSetNameValue(options, "SPATIAL_INDEX", "NO");
    OGRSpatialReferenceH reference = OSRNewSpatialReference(NULL);
    OSRImportFromEPSG(reference, 4326);
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    database_hush(database);
    OGRLayerH layer = GDALDatasetCreateLayer(
        database->dataset, plan->name, plan->shape == TABLE_PLAIN ? NULL : reference, types[plan->shape], options);
    for (size_t i = 0; layer && i < plan->count; i++)
        add_field(layer, &plan->columns[i]);
    if (layer)
        OGR_L_SyncToDisk(layer);
    database_hush_end();
    OSRDestroySpatialReference(reference);
    CSLDestroy(options);
    return layer && database->said[0] == '\0' && make_shape_index(database, plan) && make_indexes(database, plan);
}

/* The one row of the first table: the version, and no changes yet. */
static bool make_state(struct gdal_database *database) {
    const struct table_plan *plan = &database->plan->tables[0];
    OGRLayerH layer = GDALDatasetGetLayerByName(database->dataset, plan->name);
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGR_F_SetFieldInteger64(feature, 0, database->plan->version);
    OGR_F_SetFieldInteger64(feature, 1, 0);
    database_hush(database);
    bool made = OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
    database_hush_end();
    OGR_F_Destroy(feature);
    return made;
}

static bool make_tables(struct gdal_database *database, struct error *error) {
    database_hush(database);
    bool made = GDALDatasetStartTransaction(database->dataset, FALSE) == OGRERR_NONE;
    database_hush_end();
    database->begun = made;
    /* Two that would make them at once: the second waits, and finds them. */
    if (made && database->server)
        made = database_run(database, "SELECT pg_advisory_xact_lock(7021322)");
    if (made && database->server && GDALDatasetGetLayerByName(database->dataset, database->plan->tables[0].name)) {
        database->base.calls->rollback(&database->base);
        return true;
    }
    for (size_t i = 0; made && i < database->plan->table_count; i++)
        made = make_table(database, &database->plan->tables[i]);
    if (made && make_state(database))
        return commit(&database->base, error);
    database_fails(database, "made", error);
    database->base.calls->rollback(&database->base);
    return false;
}

static struct gdal_database *database_new(const struct database_plan *plan, const char *shown, bool server) {
    struct arena *arena = arena_open();
    struct gdal_database *database = ARENA_NEW(arena, struct gdal_database);
    *database = (struct gdal_database){.base = {&calls},
                                       .arena = arena,
                                       .scratch = arena_open(),
                                       .plan = plan,
                                       .shown = text_c(arena, text_of(shown)),
                                       .server = server};
    return database;
}

static bool open_dataset(struct gdal_database *database, const char *name, bool writes) {
    static const char *const drivers[] = {"GPKG", "PostgreSQL", NULL};
    const char *const allowed[] = {drivers[database->server], NULL};
    database_hush(database);
    unsigned access = writes ? GDAL_OF_UPDATE : GDAL_OF_READONLY;
    database->dataset = GDALOpenEx(name, GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR | access, allowed, NULL, NULL);
    database_hush_end();
    database->writes = writes;
    return database->dataset != NULL;
}

/* A new file is made under another name and linked to its own when it is whole; who comes second takes the first's. */
static bool make_file(const char *path, const struct database_plan *plan, struct error *error) {
    struct gdal_database *made = database_new(plan, path, false);
    const char *draft = text_c(made->arena, text_format(made->arena, "%s.%ld.part", path, (long)getpid()));
    database_hush(made);
    GDALDriverH driver = GDALGetDriverByName("GPKG");
    made->dataset = GDALCreate(driver, draft, 0, 0, 0, GDT_Unknown, NULL);
    database_hush_end();
    bool done = made->dataset != NULL || database_fails(made, "made", error);
    done = done && make_tables(made, error);
    struct arena *kept = arena_open();
    draft = text_c(kept, text_of(draft));
    close_database(&made->base);
    if (done && link(draft, path) != 0 && !file_exists(path))
        done = error_set(error, ERROR_ENVIRONMENT, "%s: cannot be made in its folder", path);
    unlink(draft);
    arena_close(kept);
    return done;
}

/* The tables of the plan, and its version. */
static bool find_tables(struct gdal_database *database, bool *none, struct error *error) {
    const struct database_plan *plan = database->plan;
    database_hush(database);
    for (size_t i = 0; i < plan->table_count; i++)
        database->tables[i] = GDALDatasetGetLayerByName(database->dataset, plan->tables[i].name);
    OGRFeatureH state = database->tables[0] ? OGR_L_GetNextFeature(database->tables[0]) : NULL;
    int64_t version = state ? OGR_F_GetFieldAsInteger64(state, 0) : 0;
    if (state)
        OGR_F_Destroy(state);
    if (database->tables[0])
        OGR_L_ResetReading(database->tables[0]);
    database_hush_end();
    *none = !database->tables[0];
    if (version > plan->version)
        return error_set(error, ERROR_ENVIRONMENT,
                         "%s: a later version of bordermap made it (its tables are of version %lld, this program knows "
                         "%lld); use that one",
                         database->shown, (long long)version, (long long)plan->version);
    for (size_t i = 0; i < plan->table_count; i++)
        if (!database->tables[i])
            return error_set(error, ERROR_ENVIRONMENT,
                             "%s: is no store of bordermap (it has no table '%s'); name a file that is not there yet, "
                             "and 'bordermap add' makes one",
                             database->shown, plan->tables[i].name);
    return version > 0 ||
           error_set(error, ERROR_ENVIRONMENT, "%s: is damaged: its version cannot be read", database->shown);
}

static void set_up(void) {
    RegisterOGRGeoPackage();
    RegisterOGRPG();
    CPLSetConfigOption("PG_USE_COPY", "NO");
    CPLSetConfigOption("SQLITE_BUSY_TIMEOUT", PATIENCE);
    CPLSetConfigOption("OGR_SQLITE_CACHE", "64");
    CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", NULL);
}

static bool check_file(const char *path, const struct database_plan *plan, bool writes, struct arena *arena,
                       struct error *error) {
    const char *refused = NULL;
    if (!file_exists(path) && !writes)
        return error_set(error, ERROR_ENVIRONMENT, "%s: there is no such store; 'bordermap add' makes it", path);
    if (file_is_directory(path))
        return error_set(error, ERROR_ENVIRONMENT, "%s: is a folder; a store is a file or 'PG:…'", path);
    if (!file_exists(path))
        return make_file(path, plan, error);
    if (!dataset_check(path, arena, &refused))
        return error_set(error, ERROR_ENVIRONMENT, "%s: %s", path, refused);
    return true;
}

static bool is_server(const char *connection) {
    return strncmp(connection, SERVER, strlen(SERVER)) == 0;
}

static bool open_tables(struct gdal_database *database, const struct database_options *options, struct error *error) {
    bool none = false;
    struct error why = {0};
    if (find_tables(database, &none, &why))
        return true;
    if (!none || !database->server || options->access != DATABASE_WRITE) {
        *error = why;
        return false;
    }
    return make_tables(database, error) && find_tables(database, &none, error);
}

bool database_open(const char *connection, const struct database_plan *plan, const struct database_options *options,
                   struct database **opened, struct error *error) {
    bool writes = options->access == DATABASE_WRITE, server = is_server(connection);
    struct gdal_database *database = database_new(plan, server ? "PostgreSQL" : connection, server);
    set_up();
    const char *plain = server || connection[0] == '/' ? connection : file_join(database->arena, ".", connection);
    bool done = server || check_file(plain + (plain != connection ? 2 : 0), plan, writes, database->arena, error);
    if (done && !open_dataset(database, plain, writes))
        done = strstr(database->said, "not recognized")
                   ? error_set(error, ERROR_ENVIRONMENT,
                               "%s: is no store of bordermap; name a file that is not there yet, and 'bordermap add' "
                               "makes one",
                               connection)
                   : database_fails(database, "opened as a store", error);
    done = done && open_tables(database, options, error);
    if (done && writes && !server)
        done = database_run(database, options->wal ? "PRAGMA journal_mode=WAL" : "PRAGMA secure_delete=ON") ||
               database_fails(database, "written", error);
    if (done)
        *opened = &database->base;
    else
        close_database(&database->base);
    return done;
}
