/* What is to be kept waits here until a batch is full. */
#include "store_parts.h"

#include "incident_copy.h"
#include "incident_text.h"
#include "list.h"

/* Of all that a source says; where it was read is not among it. */
static int64_t content_of(const struct account *account, struct text story) {
    uint64_t hash = text_hash_on(text_hash(story), account->text);
    hash = text_hash_on(text_hash_on(hash, TEXT("\n")), account->edited);
    hash = text_hash_on(hash, account->aggregated_only ? TEXT("\naggregated") : TEXT("\n")) & INT64_MAX;
    return account->withdrawn ? CONTENT_TAKEN_BACK : (int64_t)(hash > 0 ? hash : 1);
}

/* The incident is called by the hash of the key, and its article by what the key says. */
static void name_incident(struct account *account, int64_t key_hash, struct arena *arena) {
    struct text article = account_article_of(account->key);
    account->incident.id = key_hash_write(key_hash, arena);
    if (article.size < account->key.size)
        account->incident.source.article = article;
}

static void queue(struct store *store, const struct account *account) {
    struct arena *arena = store->batch.arena;
    struct pending *pending = LIST_PUSH(arena, &store->batch.pending);
    struct account copy = *account;
    copy.key = text_copy(arena, account->key);
    copy.provider = text_copy(arena, account->provider);
    copy.edited = text_copy(arena, account->edited);
    copy.text = text_copy(arena, account->text);
    copy.file = text_copy(arena, account->file);
    copy.incident = account->withdrawn ? incident_unknown() : incident_copy(arena, &account->incident);
    *pending = (struct pending){.account = copy, .key_hash = key_hash_of(copy.key)};
    name_incident(&pending->account, pending->key_hash, arena);
    pending->story = account->withdrawn ? TEXT_NONE : incident_text_write(&pending->account.incident, arena);
    pending->content = content_of(&pending->account, pending->story);
}

void store_rename_pending(struct store *store, struct pending *pending, struct text key) {
    struct arena *arena = store->batch.arena;
    pending->account.key = key;
    pending->key_hash = key_hash_of(key);
    name_incident(&pending->account, pending->key_hash, arena);
    pending->story = incident_text_write(&pending->account.incident, arena);
    pending->content = content_of(&pending->account, pending->story);
}

static bool keep_if_full(struct store *store, struct error *error) {
    return store->batch.pending.count < BATCH_MOST || store_commit(store, error);
}

bool store_add(struct store *store, const struct account *account, struct error *error) {
    if (account->key.size == 0)
        return error_set(error, ERROR_INPUT, "an account without a key cannot be kept");
    queue(store, account);
    return keep_if_full(store, error);
}

bool store_add_article(struct store *store, const struct store_article *article, struct error *error) {
    struct batch *batch = &store->batch;
    if (!keep_if_full(store, error))
        return false;
    uint64_t hash = text_hash(article->text) & INT64_MAX;
    *LIST_PUSH(batch->arena, &batch->articles) = (struct pending_article){.key = text_copy(batch->arena, article->key),
                                                                          .key_hash = key_hash_of(article->key),
                                                                          .content = (int64_t)(hash > 0 ? hash : 1),
                                                                          .published = article->published,
                                                                          .first = batch->pending.count,
                                                                          .count = article->count};
    for (size_t i = 0; i < article->count; i++)
        queue(store, &article->accounts[i]);
    return true;
}

static void tell(struct store *store) {
    const struct batch *batch = &store->batch;
    for (size_t i = 0; store->options.told && i < batch->pending.count; i++) {
        const struct pending *pending = &batch->pending.items[i];
        const struct pool_node *node = &store->pool.items[pending->node];
        struct account_told told = {pending->status, &pending->account, TEXT_NONE};
        if (pool_is_live(node) && node->incident != 0)
            told.incident = key_hash_write(node->incident, batch->arena);
        store->options.told(store->options.context, &told);
    }
}

/* What was told before, and nothing tells any more. */
static void tell_withdrawn(struct store *store) {
    for (size_t i = 0; store->options.told && i < store->batch.touched.count; i++) {
        const struct pool_node *node = &store->pool.items[store->batch.touched.items[i]];
        struct account account = {.key = node->key};
        struct account_told told = {ACCOUNT_REMOVED, &account, TEXT_NONE};
        if (node->content == 0 && node->withdrawn)
            store->options.told(store->options.context, &told);
    }
}

void store_empty_batch(struct store *store) {
    struct arena *arena = store->batch.arena;
    for (size_t i = 0; i < store->batch.touched.count; i++)
        store->pool.items[store->batch.touched.items[i]].touched = false;
    for (size_t i = 0; i < store->batch.visited.count; i++) {
        struct pool_node *node = &store->pool.items[store->batch.visited.items[i]];
        node->visited = node->regroups = false;
    }
    for (size_t i = 0; i < store->batch.pending.count; i++)
        if (store->batch.pending.items[i].settled)
            store->pool.items[store->batch.pending.items[i].node].pending = 0;
    arena_clear(arena);
    store->batch = (struct batch){.arena = arena};
}

bool store_settle_groups(struct store *store, struct error *error) {
    return store_link_touched(store, error) && store_write_accounts(store, error) &&
           store_write_incidents(store, error) && store_write_nodes(store, error);
}

bool store_finish(struct store *store, struct error *error) {
    if (store->batch.touched.count > 0 || store->batch.article_rows.count > 0 || store->batch.olds.count > 0)
        return store_settle_groups(store, error) && store_end(store, error);
    store->database->calls->rollback(store->database);
    store->change--;
    return true;
}

bool store_commit(struct store *store, struct error *error) {
    if (store->batch.pending.count == 0 && store->batch.articles.count == 0)
        return true;
    if (!store_begin(store, error))
        return false;
    if (!store_settle(store, error) || !store_finish(store, error)) {
        store->database->calls->rollback(store->database);
        store->change = 0;
        store_empty_batch(store);
        return false;
    }
    tell(store);
    tell_withdrawn(store);
    store_empty_batch(store);
    return true;
}

static void withdraw_others(struct store *store, struct text provider, const struct number_map *kept) {
    uint64_t hash = text_hash(provider);
    for (uint32_t i = 0; i < store->pool.count; i++) {
        const struct pool_node *node = &store->pool.items[i];
        uint32_t unused;
        if (node->sketch.provider == hash && node->content > 0 && !node->withdrawn &&
            !number_map_find(kept, node->key_hash, &unused))
            store_withdraw(store, i);
    }
}

bool store_add_snapshot(struct store *store, struct text provider, const struct text *keys, size_t count,
                        struct error *error) {
    struct number_map kept = {0};
    if (!store_commit(store, error) || !store_begin(store, error))
        return false;
    for (size_t i = 0; i < count; i++)
        number_map_set(&kept, key_hash_of(keys[i]), 1, store->batch.arena);
    bool done = store_read_all(store, error);
    if (done)
        withdraw_others(store, provider, &kept);
    if (done && store_finish(store, error))
        tell_withdrawn(store);
    else {
        store->database->calls->rollback(store->database);
        store->change = 0;
        done = false;
    }
    store_empty_batch(store);
    return done;
}
