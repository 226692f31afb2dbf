#include "import_columns.h"

#include "file.h"
#include "json.h"

#include <string.h>

enum { MAP_LIMIT = 1 << 20 };

static const char *const target_names[IMPORT_TARGETS] = {
    [TARGET_NAME] = "name",
    [TARGET_ASCII] = "ascii",
    [TARGET_NAMES] = "names",
    [TARGET_LAT] = "lat",
    [TARGET_LON] = "lon",
    [TARGET_COUNTRY] = "country",
    [TARGET_ADMIN1] = "admin1",
    [TARGET_ADMIN2] = "admin2",
    [TARGET_CLASS] = "class",
    [TARGET_FEATURE] = "feature",
    [TARGET_POPULATION] = "population",
    [TARGET_GEONAMEID] = "geonameid",
    [TARGET_ID] = "id",
    [TARGET_LEVEL] = "level",
    [TARGET_OTHER_TAGS] = "other_tags",
    [TARGET_NAME_IN] = "name:",
};

static bool find_target(struct text word, struct import_column *column) {
    if (text_starts(word, TEXT("name:")) && word.size > 5) {
        column->target = TARGET_NAME_IN;
        column->language = text_slice(word, 5, word.size);
        return true;
    }
    for (int i = 0; i < TARGET_NAME_IN; i++) {
        if (text_is(word, target_names[i])) {
            column->target = (enum import_target)i;
            return true;
        }
    }
    return false;
}

static bool add_column(struct text target, struct text value, bool constant, struct import_columns *columns,
                       struct error *error) {
    struct import_column column = {.constant = constant};
    if (!find_target(target, &column)) {
        return error_set(error, ERROR_USAGE,
                         "--map: '%.*s' is nothing that a column can be; known are name, name:LANG, ascii, names, lat, "
                         "lon, country, admin1, admin2, class, feature, population, geonameid, id, level",
                         TEXT_ARGS(target));
    }
    if (value.size == 0 || columns->count == IMPORT_COLUMNS_MOST) {
        return error_set(error, ERROR_USAGE, "--map: '%.*s' has no column, or is one of more than %d",
                         TEXT_ARGS(target), IMPORT_COLUMNS_MOST);
    }
    *(constant ? &column.value : &column.column) = value;
    columns->items[columns->count++] = column;
    return true;
}

static bool read_list(struct text list, struct import_columns *columns, struct error *error) {
    struct text item;
    while (list.size > 0 && text_split(&list, ',', &item)) {
        size_t equals = text_find(item, TEXT("="), 0);
        if (equals >= item.size) {
            return error_set(error, ERROR_USAGE,
                             "--map: '%.*s' says nothing; write target=COLUMN or target:=VALUE, parted by commas",
                             TEXT_ARGS(item));
        }
        bool constant = equals > 0 && item.data[equals - 1] == ':';
        struct text target = text_trim(text_slice(item, 0, constant ? equals - 1 : equals));
        struct text value = text_trim(text_slice(item, equals + 1, item.size));
        if (!add_column(target, value, constant, columns, error))
            return false;
    }
    return true;
}

static bool read_json(const char *path, struct arena *arena, struct import_columns *columns, struct error *error) {
    struct text content;
    cJSON *root = NULL;
    bool read = file_read(path, MAP_LIMIT, arena, &content, error) && json_read(content, &root, error);
    if (!read) {
        error->kind = ERROR_USAGE;
        return error_context(error, "--map: %s", path);
    }
    const cJSON *item;
    cJSON_ArrayForEach(item, root) {
        struct text value = TEXT_NONE;
        bool constant = cJSON_IsObject(item) && json_find_text(item, "value", &value);
        value = cJSON_IsString(item) ? text_of(item->valuestring) : value;
        read = read &&
               add_column(text_copy(arena, text_of(item->string)), text_copy(arena, value), constant, columns, error);
    }
    cJSON_Delete(root);
    return read;
}

bool import_columns_read(const char *map, struct arena *arena, struct import_columns *columns, struct error *error) {
    struct import_columns read = {.count = 0};
    bool file = text_ends(text_of(map), TEXT(".json"));
    if (!(file ? read_json(map, arena, &read, error) : read_list(text_copy(arena, text_of(map)), &read, error)))
        return false;
    bool named = false;
    for (size_t i = 0; i < read.count; i++)
        named = named || read.items[i].target == TARGET_NAME;
    if (!named)
        return error_set(error, ERROR_USAGE, "--map: no column is said to be the name; write name=COLUMN");
    *columns = read;
    return true;
}

const char *import_columns_known(bool (*has)(void *context, const char *column), void *context) {
    static const struct {
        const char *columns[3]; /* that tell it */
        const char *map;
    } known[] = {
        {{"shapeName", "shapeGroup", NULL}, "name=shapeName,admin1=shapeISO,level=shapeType,id=shapeID,class:=A"},
        {{"osm_id", "other_tags", NULL},
         "name=name,id=osm_id,other_tags=other_tags"}, /* the rest is in the tags: import_tags.h */
        {{"geonameid", "featurecla", "pop_max"},
         "name=NAME,ascii=NAMEASCII,names=NAMEALT,name:*=NAME_*,country=ISO_A2,population=POP_MAX,geonameid=GEONAMEID,"
         "class:=P,feature=FEATURECLA"},
        {{"iso_3166_2", "adm1_code", NULL},
         "name=name,names=name_alt,name:*=name_*,country=iso_a2,admin1=iso_3166_2,id=adm1_code,class:=A,level:=1"},
        {{"featurecla", "name", NULL}, "name=NAME,names=NAMEALT,name:*=NAME_*,country=ISO_A2,feature=FEATURECLA"},
        {{"geonameid", "asciiname", NULL},
         "name=name,ascii=asciiname,names=alternatenames,lat=latitude,lon=longitude,geonameid=geonameid,country="
         "country,"
         "population=population,class=class,feature=feature"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        bool all = true;
        for (size_t k = 0; k < 3 && known[i].columns[k]; k++)
            all = all && has(context, known[i].columns[k]);
        if (all)
            return known[i].map;
    }
    return NULL;
}
