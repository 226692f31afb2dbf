#include "dataset_check.h"

#include "text.h"

#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEAD = 64 << 10, PIECE = 1 << 20, PATH_MOST = 4096, DATABASE_IN_ZIP_MOST = 1 << 28 };

/* What stands in the head of files that are no data but say where data is. */
static const struct {
    const char *begins, *has, *kind;
} pointers[] = {
    {"<", "<OGRVRTDataSource", "a VRT"},
    {"<", "<VRTDataset", "a VRT"},
    {"<", "<GDAL_WMS", "a WMS description"},
    {"<", "<GDAL_WMTS", "a WMTS description"},
    {"<", "<WMS_", "a WMS description"},
    {"<", "<WMT_MS_Capabilities", "a WMS description"},
    {"<", "<WCS_GDAL", "a WCS description"},
    {"<", "<OGRWFSDataSource", "a WFS description"},
    {"<", "WFS_Capabilities", "a WFS description"},
    {"<", "<OGROAPIFDataSource", "an OGC API description"},
    {"!table", "create view", "a MapInfo view"},
    {"!table", "isseamless", "a seamless MapInfo table"},
};

static struct text skip_space(struct text head) {
    if (text_starts(head, TEXT("\xef\xbb\xbf")))
        head = text_slice(head, 3, head.size);
    size_t at = 0;
    while (at < head.size && strchr(" \t\r\n", head.data[at]))
        at++;
    return text_slice(head, at, head.size);
}

static bool find_any_case(struct text head, const char *needle) {
    size_t size = strlen(needle);
    for (size_t at = 0; at + size <= head.size; at++)
        if (strncasecmp(head.data + at, needle, size) == 0)
            return true;
    return false;
}

static const char *pointer_kind(struct text head) {
    head = skip_space(head);
    for (size_t i = 0; i < sizeof pointers / sizeof *pointers; i++) {
        size_t size = strlen(pointers[i].begins);
        bool begins = head.size >= size && strncasecmp(head.data, pointers[i].begins, size) == 0;
        if (begins && find_any_case(head, pointers[i].has))
            return pointers[i].kind;
    }
    return NULL;
}

/* A connection that knows SQLite's own functions and tables only. */
static sqlite3 *open_database(const char *path, unsigned char **content) {
    sqlite3 *database = NULL;
    vsi_l_offset size = 0;
    sqlite3_reset_auto_extension();
    *content = NULL;
    if (strncmp(path, "/vsi", 4) != 0) {
        (void)!sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL);
        if (database) /* a writer of the moment is waited for */
            sqlite3_busy_timeout(database, 60000);
        return database;
    }
    if (!VSIIngestFile(NULL, path, content, &size, DATABASE_IN_ZIP_MOST))
        return NULL;
    (void)!sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE, NULL);
    if (database)
        (void)!sqlite3_deserialize(database, "main", *content, (sqlite3_int64)size, (sqlite3_int64)size,
                                   SQLITE_DESERIALIZE_READONLY);
    return database;
}

/* Tables that programs keep beside the data, in SQLite's own modules. */
static bool is_plain_module(const char *statement) {
    static const char *const modules[] = {"rtree", "rtree_i32", "fts3", "fts4", "fts5"};
    struct text said = text_of(statement);
    size_t at = 0;
    while (at + 5 <= said.size && strncasecmp(said.data + at, "using", 5) != 0)
        at++;
    struct text module = skip_space(text_slice(said, at + 5, said.size));
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++) {
        size_t size = strlen(modules[i]);
        bool same = module.size > size && strncasecmp(module.data, modules[i], size) == 0;
        if (same && strchr("( \t\r\n", module.data[size]))
            return true;
    }
    return false;
}

/* Views and computed columns may call functions: here only those of SQLite itself are known. */
static bool rows_are_plain(sqlite3 *database, const char *name) {
    sqlite3_stmt *statement = NULL;
    char *asked = sqlite3_mprintf("SELECT * FROM \"%w\"", name);
    bool plain = asked && sqlite3_prepare_v2(database, asked, -1, &statement, NULL) == SQLITE_OK;
    sqlite3_finalize(statement);
    sqlite3_free(asked);
    return plain;
}

static const char *check_entry(sqlite3 *database, sqlite3_stmt *entry, struct arena *arena) {
    const char *type = (const char *)sqlite3_column_text(entry, 0), *name = (const char *)sqlite3_column_text(entry, 1);
    const char *said = (const char *)sqlite3_column_text(entry, 2);
    if (!type || !name || !said)
        return NULL;
    struct text start = text_of(said);
    bool virtual_table = start.size > 14 && strncasecmp(said, "create virtual", 14) == 0;
    if (virtual_table && !is_plain_module(said))
        return text_c(arena, text_format(arena,
                                         "its table '%s' is a virtual one, which may open other files, and is not "
                                         "read; export the layer you want into a GeoPackage of its own",
                                         name));
    bool rows = strcmp(type, "view") == 0 || (strcmp(type, "table") == 0 && !virtual_table);
    if (rows && !rows_are_plain(database, name))
        return text_c(arena, text_format(arena,
                                         "its %s '%s' uses functions that are not SQLite's own, and is not read; "
                                         "export the layer you want into a GeoPackage of its own",
                                         type, name));
    return NULL;
}

static const char *check_database(const char *path, struct arena *arena) {
    unsigned char *content = NULL;
    const char *refused = NULL;
    sqlite3_stmt *entries = NULL;
    sqlite3 *database = open_database(path, &content);
    if (!database)
        refused = "is a database too large to be looked at inside a zip file; unpack it first";
    else if (sqlite3_prepare_v2(database, "SELECT type, name, sql FROM sqlite_master", -1, &entries, NULL) != SQLITE_OK)
        refused = text_c(arena, text_format(arena, "is a database that cannot be read: %s", sqlite3_errmsg(database)));
    int step = SQLITE_DONE;
    while (!refused && (step = sqlite3_step(entries)) == SQLITE_ROW)
        refused = check_entry(database, entries, arena);
    if (!refused && step != SQLITE_DONE)
        refused = text_c(arena, text_format(arena, "is a database that cannot be read: %s", sqlite3_errmsg(database)));
    sqlite3_finalize(entries);
    sqlite3_close(database);
    VSIFree(content);
    return refused;
}

/* A definition of a reference system by PROJ: "+nadgrids=/a/file" is opened as soon as it is read. */
static bool has_path(struct text content) {
    static const char *const markers[] = {"grids=", "+init=", "PARAMETERFILE["};
    for (size_t i = 0; i < sizeof markers / sizeof *markers; i++) {
        struct text marker = text_of(markers[i]);
        for (size_t at = text_find(content, marker, 0); at < content.size; at = text_find(content, marker, at + 1)) {
            size_t end = at;
            while (end < content.size && end < at + PATH_MOST && !strchr(" ]\r\n", content.data[end]))
                if (content.data[end++] == '/')
                    return true;
        }
    }
    return false;
}

/* "\u002binit" is "+init": escapes of ASCII become what they stand for. */
static size_t unescape(char *data, size_t size) {
    size_t kept = 0;
    for (size_t at = 0; at < size; at++) {
        char *end = NULL, digits[5] = "";
        bool escape =
            data[at] == '\\' && at + 5 < size && data[at + 1] == 'u' && data[at + 2] == '0' && data[at + 3] == '0';
        if (escape)
            memcpy(digits, data + at + 2, 4);
        long code = escape ? strtol(digits, &end, 16) : 0;
        escape = escape && *end == '\0' && code > 0 && code < 0x80;
        data[kept++] = escape ? (char)code : data[at];
        at += escape ? 5 : 0;
    }
    return kept;
}

struct scan {
    bool path; /* a reference system names a file */
    bool zero; /* a byte is zero */
};

/* Reads a file until a path is found, a piece at a time; pieces overlap by what a definition may take. */
static struct scan file_scan(const char *path, struct arena *arena) {
    char *buffer = ARENA_ARRAY(arena, char, PIECE + PATH_MOST);
    VSILFILE *file = VSIFOpenL(path, "rb");
    size_t kept = 0, got;
    struct scan scan = {false, false};
    while (file && !scan.path && (got = VSIFReadL(buffer + kept, 1, PIECE, file)) > 0) {
        size_t size = kept + got;
        scan.zero |= memchr(buffer + kept, '\0', got) != NULL;
        if (memchr(buffer, '\\', size))
            size = unescape(buffer, size);
        scan.path = has_path((struct text){buffer, size});
        kept = size < PATH_MOST ? size : PATH_MOST;
        memmove(buffer, buffer + size - kept, kept);
    }
    if (file)
        VSIFCloseL(file);
    return scan;
}

static bool file_has_path(const char *path, struct arena *arena) {
    return file_scan(path, arena).path;
}

/* The reference systems of shapefiles lie beside them. */
static bool prj_has_path(const char *path, struct arena *arena) {
    char **names = VSIReadDir(path);
    const char *point = strrchr(path, '.');
    bool found = false;
    for (int i = 0; names && names[i] && !found; i++)
        if (text_ends(text_of(names[i]), TEXT(".prj")))
            found = file_has_path(text_c(arena, text_format(arena, "%s/%s", path, names[i])), arena);
    CSLDestroy(names);
    struct text stem = {path, point ? (size_t)(point - path) : strlen(path)};
    return found || file_has_path(text_c(arena, text_format(arena, "%.*s.prj", TEXT_ARGS(stem))), arena);
}

/* GDAL's reader of DXF never comes back from a zero byte behind a line's end. */
static bool zero_is_damage(const char *path) {
    struct text name = text_of(path);
    return name.size > 4 && strncasecmp(name.data + name.size - 4, ".dxf", 4) == 0;
}

static const char *check_bytes(const char *path, bool database, struct arena *arena) {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    struct scan scan = {prj_has_path(path, arena), false};
    if (!scan.path && !database)
        scan = file_scan(path, arena);
    CPLPopErrorHandler();
    if (scan.path)
        return "its coordinate reference system names another file; give it a plain one (ogr2ogr -a_srs EPSG:…)";
    return scan.zero && zero_is_damage(path) ? "is damaged: a DXF file is text, and this one has zero bytes in it"
                                             : NULL;
}

static size_t read_head(const char *path, char *head) {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    VSILFILE *file = VSIFOpenL(path, "rb");
    size_t size = file ? VSIFReadL(head, 1, HEAD, file) : 0;
    if (file)
        VSIFCloseL(file);
    CPLPopErrorHandler();
    return size;
}

bool dataset_check(const char *path, struct arena *arena, const char **refused) {
    char *head = ARENA_ARRAY(arena, char, HEAD);
    size_t size = read_head(path, head);
    const char *kind = pointer_kind((struct text){head, size});
    bool database = size >= 16 && memcmp(head, "SQLite format 3", 16) == 0;
    *refused = database ? check_database(path, arena) : NULL;
    if (kind)
        *refused = text_c(arena, text_format(arena,
                                             "is %s, which names other files or addresses; only data itself is read: "
                                             "convert it (ogr2ogr, gdal_translate) and give the result",
                                             kind));
    if (!*refused)
        *refused = check_bytes(path, database, arena);
    return *refused == NULL;
}
