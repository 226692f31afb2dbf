#include "store_tables.h"

static const struct column state[STATE_COLUMNS] = {
    [STATE_VERSION] = {"version", COLUMN_WHOLE, false}, [STATE_CHANGES] = {"changes", COLUMN_WHOLE, false}};

static const struct column incidents[INCIDENT_COLUMNS] = {
    [INCIDENT_ID] = {"id", COLUMN_TEXT, false},
    [INCIDENT_KIND] = {"kind", COLUMN_TEXT, false},
    [INCIDENT_STATUS] = {"status", COLUMN_TEXT, false},
    [INCIDENT_DATE] = {"date", COLUMN_TEXT, false},
    [INCIDENT_START] = {"date_start", COLUMN_DAY, false},
    [INCIDENT_END] = {"date_end", COLUMN_DAY, false},
    [INCIDENT_PLACE] = {"place", COLUMN_TEXT, false},
    [INCIDENT_PLACE_REF] = {"place_ref", COLUMN_TEXT, false},
    [INCIDENT_COUNTRIES] = {"countries", COLUMN_TEXT, false},
    [INCIDENT_PRECISION] = {"precision", COLUMN_TEXT, false},
    [INCIDENT_PRECISION_KM] = {"precision_km", COLUMN_NUMBER, false},
    [INCIDENT_PARTIES] = {"parties", COLUMN_TEXT, false},
    [INCIDENT_KILLED_LOW] = {"killed_low", COLUMN_WHOLE, false},
    [INCIDENT_KILLED_HIGH] = {"killed_high", COLUMN_WHOLE, false},
    [INCIDENT_WOUNDED_LOW] = {"wounded_low", COLUMN_WHOLE, false},
    [INCIDENT_WOUNDED_HIGH] = {"wounded_high", COLUMN_WHOLE, false},
    [INCIDENT_WORDS] = {"words", COLUMN_TEXT, false},
    [INCIDENT_SOURCES] = {"sources", COLUMN_TEXT, false},
    [INCIDENT_ACCOUNTS] = {"accounts", COLUMN_WHOLE, false},
    [INCIDENT_REVISION] = {"revision", COLUMN_WHOLE, false},
    [INCIDENT_CONFIDENCE] = {"confidence", COLUMN_NUMBER, false},
    [INCIDENT_CORRECTED] = {"corrected", COLUMN_FLAG, false},
    [INCIDENT_UNSURE] = {"unsure", COLUMN_FLAG, false},
    [INCIDENT_AGGREGATED_ONLY] = {"aggregated_only", COLUMN_FLAG, false},
    [INCIDENT_ID_HASH] = {"id_hash", COLUMN_WHOLE, true},
    [INCIDENT_FIRST_DAY] = {"first_day", COLUMN_WHOLE, true},
    [INCIDENT_LAST_DAY] = {"last_day", COLUMN_WHOLE, false},
    [INCIDENT_CHANGED] = {"changed", COLUMN_WHOLE, true},
    [INCIDENT_STORY] = {"story", COLUMN_TEXT, false}};

static const struct column shapes[SHAPE_COLUMNS] = {[SHAPE_ID] = {"id", COLUMN_TEXT, false},
                                                    [SHAPE_KIND] = {"kind", COLUMN_TEXT, false},
                                                    [SHAPE_DATE] = {"date", COLUMN_TEXT, false},
                                                    [SHAPE_PLACE] = {"place", COLUMN_TEXT, false},
                                                    [SHAPE_ID_HASH] = {"id_hash", COLUMN_WHOLE, true}};

static const struct column accounts[ACCOUNT_COLUMNS] = {
    [ACCOUNT_KEY] = {"key", COLUMN_TEXT, false},
    [ACCOUNT_PROVIDER] = {"provider", COLUMN_TEXT, false},
    [ACCOUNT_KIND] = {"kind", COLUMN_TEXT, false},
    [ACCOUNT_DATE] = {"date", COLUMN_TEXT, false},
    [ACCOUNT_PLACE] = {"place", COLUMN_TEXT, false},
    [ACCOUNT_PUBLISHER] = {"publisher", COLUMN_TEXT, false},
    [ACCOUNT_TITLE] = {"title", COLUMN_TEXT, false},
    [ACCOUNT_URL] = {"url", COLUMN_TEXT, false},
    [ACCOUNT_PUBLISHED] = {"published", COLUMN_TEXT, false},
    [ACCOUNT_WORDS] = {"words", COLUMN_TEXT, false},
    [ACCOUNT_EDITED] = {"edited", COLUMN_TEXT, false},
    [ACCOUNT_WITHDRAWN] = {"withdrawn", COLUMN_FLAG, false},
    [ACCOUNT_AGGREGATED_ONLY] = {"aggregated_only", COLUMN_FLAG, false},
    [ACCOUNT_REVISION] = {"revision", COLUMN_WHOLE, false},
    [ACCOUNT_CONTENT] = {"content", COLUMN_WHOLE, false},
    [ACCOUNT_KEY_HASH] = {"key_hash", COLUMN_WHOLE, true},
    [ACCOUNT_ARTICLE] = {"article", COLUMN_WHOLE, true},
    [ACCOUNT_INCIDENT] = {"incident", COLUMN_WHOLE, true},
    [ACCOUNT_BLOCK] = {"block", COLUMN_WHOLE, true},
    [ACCOUNT_SKETCH] = {"sketch", COLUMN_BYTES, false},
    [ACCOUNT_STORY] = {"story", COLUMN_TEXT, false},
    [ACCOUNT_FILE] = {"file", COLUMN_TEXT, false},
    [ACCOUNT_LINE] = {"line", COLUMN_WHOLE, false},
    [ACCOUNT_STAMP] = {"stamp", COLUMN_WHOLE, false}};

static const struct column revisions[REVISION_COLUMNS] = {
    [REVISION_KEY] = {"key", COLUMN_TEXT, false},          [REVISION_NUMBER] = {"revision", COLUMN_WHOLE, false},
    [REVISION_EDITED] = {"edited", COLUMN_TEXT, false},    [REVISION_WITHDRAWN] = {"withdrawn", COLUMN_FLAG, false},
    [REVISION_CONTENT] = {"content", COLUMN_WHOLE, false}, [REVISION_KEY_HASH] = {"key_hash", COLUMN_WHOLE, true},
    [REVISION_WORDS] = {"words", COLUMN_TEXT, false},      [REVISION_STORY] = {"story", COLUMN_TEXT, false},
    [REVISION_STAMP] = {"stamp", COLUMN_WHOLE, false}};

static const struct column articles[ARTICLE_COLUMNS] = {
    [ARTICLE_KEY] = {"key", COLUMN_TEXT, false},           [ARTICLE_PUBLISHED] = {"published", COLUMN_TEXT, false},
    [ARTICLE_LATEST] = {"latest", COLUMN_FLAG, false},     [ARTICLE_CONTENT] = {"content", COLUMN_WHOLE, false},
    [ARTICLE_KEY_HASH] = {"key_hash", COLUMN_WHOLE, true}, [ARTICLE_STAMP] = {"stamp", COLUMN_WHOLE, false}};

static const struct column links[LINKS_COLUMNS] = {[LINKS_A] = {"a", COLUMN_WHOLE, true},
                                                   [LINKS_B] = {"b", COLUMN_WHOLE, true},
                                                   [LINKS_POINTS] = {"points", COLUMN_NUMBER, false},
                                                   [LINKS_SUGGESTED] = {"suggested", COLUMN_FLAG, false}};

static const struct column decisions[DECISION_COLUMNS] = {[DECISION_NUMBER] = {"number", COLUMN_WHOLE, false},
                                                          [DECISION_WHAT] = {"what", COLUMN_TEXT, false},
                                                          [DECISION_KEY] = {"key", COLUMN_TEXT, false},
                                                          [DECISION_OTHER] = {"other", COLUMN_TEXT, false},
                                                          [DECISION_FIELD] = {"field", COLUMN_TEXT, false},
                                                          [DECISION_VALUE] = {"value", COLUMN_TEXT, false},
                                                          [DECISION_WHY] = {"why", COLUMN_TEXT, false},
                                                          [DECISION_BY] = {"by_whom", COLUMN_TEXT, false},
                                                          [DECISION_UNDONE] = {"undone", COLUMN_FLAG, false},
                                                          [DECISION_KEY_HASH] = {"key_hash", COLUMN_WHOLE, true},
                                                          [DECISION_OTHER_HASH] = {"other_hash", COLUMN_WHOLE, false},
                                                          [DECISION_CHANGE] = {"changed", COLUMN_WHOLE, false}};

static const struct column left[LEFT_COLUMNS] = {
    [LEFT_ID] = {"id", COLUMN_TEXT, false},        [LEFT_LAT] = {"lat", COLUMN_NUMBER, false},
    [LEFT_LON] = {"lon", COLUMN_NUMBER, false},    [LEFT_START] = {"date_start", COLUMN_TEXT, false},
    [LEFT_END] = {"date_end", COLUMN_TEXT, false}, [LEFT_CHANGED] = {"changed", COLUMN_WHOLE, true}};

static const struct column stamps[STAMP_COLUMNS] = {
    [STAMP_NUMBER] = {"number", COLUMN_WHOLE, true}, [STAMP_TIME] = {"time", COLUMN_TEXT, false}};

static const struct table_plan tables[STORE_TABLES] = {
    [TABLE_STATE] = {"bordermap_store", TABLE_PLAIN, state, STATE_COLUMNS},
    [TABLE_INCIDENTS] = {"incidents", TABLE_POINTS, incidents, INCIDENT_COLUMNS},
    [TABLE_INCIDENT_AREAS] = {"incident_areas", TABLE_AREAS, shapes, SHAPE_COLUMNS},
    [TABLE_INCIDENT_LINES] = {"incident_lines", TABLE_LINES, shapes, SHAPE_COLUMNS},
    [TABLE_ACCOUNTS] = {"accounts", TABLE_PLAIN, accounts, ACCOUNT_COLUMNS},
    [TABLE_REVISIONS] = {"revisions", TABLE_PLAIN, revisions, REVISION_COLUMNS},
    [TABLE_ARTICLES] = {"articles", TABLE_PLAIN, articles, ARTICLE_COLUMNS},
    [TABLE_LINKS] = {"links", TABLE_PLAIN, links, LINKS_COLUMNS},
    [TABLE_DECISIONS] = {"decisions", TABLE_PLAIN, decisions, DECISION_COLUMNS},
    [TABLE_LEFT] = {"left_places", TABLE_PLAIN, left, LEFT_COLUMNS},
    [TABLE_STAMPS] = {"stamps", TABLE_PLAIN, stamps, STAMP_COLUMNS}};

const struct database_plan store_plan = {tables, STORE_TABLES, STORE_VERSION};
