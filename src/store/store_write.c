/* Accounts, their revisions, articles and links go into their tables. */
#include "store_parts.h"

#include "list.h"

static struct cell whole(int64_t value) {
    return (struct cell){.whole = value, .given = true};
}

static struct cell words(struct text text) {
    return (struct cell){.text = text};
}

struct text store_date_words(const struct incident_date *date, struct arena *arena) {
    struct text start = date_write(arena, date->start), end = date_write(arena, date->end);
    return end.size == 0 || text_equal(start, end) ? start
                                                   : text_format(arena, "%.*s/%.*s", TEXT_ARGS(start), TEXT_ARGS(end));
}

static void fill_told(struct cell *cells, const struct account *account, struct arena *arena) {
    const struct incident *incident = &account->incident;
    cells[ACCOUNT_KIND] = words(text_of(incident_kind_name(incident->kind)));
    cells[ACCOUNT_DATE] = words(store_date_words(&incident->date, arena));
    cells[ACCOUNT_PLACE] = words(incident->place.name);
    cells[ACCOUNT_PUBLISHER] = words(incident->source.publisher);
    cells[ACCOUNT_TITLE] = words(incident->source.title);
    cells[ACCOUNT_URL] = words(incident->source.url);
    cells[ACCOUNT_PUBLISHED] = words(date_write(arena, incident->source.published));
    cells[ACCOUNT_WORDS] = words(account->text);
}

static void fill_account(struct cell *cells, const struct pool_node *node, const struct pending *pending,
                         struct arena *arena) {
    const struct account *account = &pending->account;
    struct text article = account_article_of(account->key);
    cells[ACCOUNT_KEY] = words(account->key);
    cells[ACCOUNT_PROVIDER] = words(account->provider);
    cells[ACCOUNT_EDITED] = words(account->edited);
    cells[ACCOUNT_WITHDRAWN] = whole(node->withdrawn);
    cells[ACCOUNT_AGGREGATED_ONLY] = whole(account->aggregated_only);
    cells[ACCOUNT_REVISION] = whole(node->revision);
    cells[ACCOUNT_CONTENT] = whole(node->content);
    cells[ACCOUNT_KEY_HASH] = whole(node->key_hash);
    cells[ACCOUNT_ARTICLE] = whole(article.size < account->key.size ? key_hash_of(article) : 0);
    cells[ACCOUNT_INCIDENT] = whole(node->group);
    cells[ACCOUNT_BLOCK] = whole(node->block);
    cells[ACCOUNT_STORY] = words(pending->story);
    cells[ACCOUNT_FILE] = words(account->file);
    cells[ACCOUNT_LINE] = whole((int64_t)account->line);
    if (account->withdrawn)
        return;
    cells[ACCOUNT_SKETCH] = words(link_sketch_write(&node->sketch, arena));
    fill_told(cells, account, arena);
}

static bool write_text(struct store *store, struct pool_node *node, struct error *error) {
    struct cell cells[ACCOUNT_COLUMNS] = {{{NULL, 0}, 0, 0, {0, 0, 0}, false}};
    struct row row = {.number = node->row, .cells = cells};
    fill_account(cells, node, &store->batch.pending.items[node->pending - 1], store->batch.arena);
    cells[ACCOUNT_STAMP] = whole(store->stamp);
    if (node->row > 0)
        return store->database->calls->replace(store->database, TABLE_ACCOUNTS, &row, error);
    if (!store->database->calls->add(store->database, TABLE_ACCOUNTS, &row, error))
        return false;
    node->row = row.number;
    return true;
}

static bool set_numbers(struct store *store, const struct pool_node *node, struct error *error) {
    const struct database_calls *calls = store->database->calls;
    struct database *database = store->database;
    return calls->set(database, TABLE_ACCOUNTS, node->row, ACCOUNT_INCIDENT, node->group, error) &&
           (!node->touched ||
            (calls->set(database, TABLE_ACCOUNTS, node->row, ACCOUNT_CONTENT, node->content, error) &&
             calls->set(database, TABLE_ACCOUNTS, node->row, ACCOUNT_REVISION, node->revision, error)));
}

/* A boolean of PostgreSQL is no number: it is written with its whole row. */
struct one_row {
    struct store *store;
    struct row row;
    struct text texts[ACCOUNT_COLUMNS];
};

static bool copy_row(void *context, const struct row *row, struct error *error) {
    struct one_row *one = context;
    struct arena *arena = one->store->batch.arena;
    (void)error;
    one->row = (struct row){.number = row->number, .cells = ARENA_ARRAY(arena, struct cell, ACCOUNT_COLUMNS)};
    for (size_t i = 0; i < ACCOUNT_COLUMNS; i++) {
        one->row.cells[i] = row->cells[i];
        one->row.cells[i].text = text_copy(arena, row->cells[i].text);
    }
    return true;
}

static bool write_flag(struct store *store, const struct pool_node *node, struct error *error) {
    struct one_row one = {.store = store};
    if (!store_select(store, TABLE_ACCOUNTS, ACCOUNT_KEY_HASH, &node->key_hash, 1, 0, copy_row, &one, error))
        return false;
    if (!one.row.cells || (one.row.cells[ACCOUNT_WITHDRAWN].whole != 0) == node->withdrawn)
        return true;
    one.row.cells[ACCOUNT_WITHDRAWN] = whole(node->withdrawn);
    return store->database->calls->replace(store->database, TABLE_ACCOUNTS, &one.row, error);
}

static bool write_node(struct store *store, struct pool_node *node, struct error *error) {
    bool moved = node->incident != node->group;
    node->incident = node->group;
    if (node->touched && node->pending > 0)
        return write_text(store, node, error);
    if (node->row <= 0 || (!node->touched && !moved))
        return true;
    return (!node->touched || write_flag(store, node, error)) && set_numbers(store, node, error);
}

static bool write_old(struct store *store, const struct old_text *old, struct error *error) {
    const struct pool_node *node = &store->pool.items[old->node];
    struct cell cells[REVISION_COLUMNS] = {
        [REVISION_KEY] = words(node->key),        [REVISION_NUMBER] = whole(old->revision),
        [REVISION_EDITED] = words(old->edited),   [REVISION_WITHDRAWN] = whole(old->withdrawn),
        [REVISION_CONTENT] = whole(old->content), [REVISION_KEY_HASH] = whole(node->key_hash),
        [REVISION_WORDS] = words(old->words),     [REVISION_STORY] = words(old->story),
        [REVISION_STAMP] = whole(store->stamp)};
    struct row row = {.cells = cells};
    return store->database->calls->add(store->database, TABLE_REVISIONS, &row, error);
}

/* The words of old texts that stand in the table of accounts, before these are written over. */
static bool take_words(void *context, const struct row *row, struct error *error) {
    struct batch *batch = context;
    (void)error;
    for (size_t i = 0; i < batch->olds.count; i++) {
        struct old_text *old = &batch->olds.items[i];
        if (old->story.size > 0 || old->content != row->cells[ACCOUNT_CONTENT].whole)
            continue;
        old->story = text_copy(batch->arena, row->cells[ACCOUNT_STORY].text);
        old->words = text_copy(batch->arena, row->cells[ACCOUNT_WORDS].text);
    }
    return true;
}

static bool write_olds(struct store *store, struct error *error) {
    struct batch *batch = &store->batch;
    int64_t *hashes = ARENA_ARRAY(batch->arena, int64_t, batch->olds.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < batch->olds.count; i++)
        if (batch->olds.items[i].story.size == 0)
            hashes[count++] = store->pool.items[batch->olds.items[i].node].key_hash;
    if (!store_select(store, TABLE_ACCOUNTS, ACCOUNT_KEY_HASH, hashes, count, 0, take_words, batch, error))
        return false;
    for (size_t i = 0; i < batch->olds.count; i++)
        if (!write_old(store, &batch->olds.items[i], error))
            return false;
    return true;
}

static bool write_articles(struct store *store, struct error *error) {
    for (size_t i = 0; i < store->batch.article_rows.count; i++) {
        struct row *row = &store->batch.article_rows.items[i];
        row->cells[ARTICLE_STAMP] = whole(store->stamp);
        if (!(row->number > 0 ? store->database->calls->replace(store->database, TABLE_ARTICLES, row, error)
                              : store->database->calls->add(store->database, TABLE_ARTICLES, row, error)))
            return false;
    }
    return true;
}

static bool write_links(struct store *store, struct error *error) {
    for (size_t i = 0; i < store->batch.edges.count; i++) {
        const struct stored_edge *edge = &store->batch.edges.items[i];
        struct cell cells[LINKS_COLUMNS] = {[LINKS_A] = whole(edge->a),
                                            [LINKS_B] = whole(edge->b),
                                            [LINKS_POINTS] = {.number = edge->points, .given = true},
                                            [LINKS_SUGGESTED] = whole(edge->suggested)};
        struct row row = {.cells = cells};
        if (!store->database->calls->add(store->database, TABLE_LINKS, &row, error))
            return false;
    }
    return true;
}

bool store_write_accounts(struct store *store, struct error *error) {
    int64_t stamp;
    if (!store_stamp(store, &stamp, error) || !write_olds(store, error))
        return false;
    for (size_t i = 0; i < store->batch.visited.count; i++) {
        struct pool_node *node = &store->pool.items[store->batch.visited.items[i]];
        node->regroups = node->regroups || node->touched || node->incident != node->group;
    }
    return write_articles(store, error) && write_links(store, error);
}

bool store_write_nodes(struct store *store, struct error *error) {
    for (size_t i = 0; i < store->batch.visited.count; i++)
        if (!write_node(store, &store->pool.items[store->batch.visited.items[i]], error))
            return false;
    return true;
}
