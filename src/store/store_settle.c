/* Whether what waits is new, the same, revised or taken back. */
#include "store_parts.h"

#include "list.h"

#include <stdlib.h>

/* Texts that accounts and articles had before, by the hash of both. */
struct known {
    struct store *store;
    struct number_map texts;
};

static int64_t both(int64_t key_hash, int64_t content) {
    return (int64_t)((uint64_t)key_hash ^ ((uint64_t)content * 0x9e3779b97f4a7c15U));
}

static bool note_revision(void *context, const struct row *row, struct error *error) {
    struct known *known = context;
    (void)error;
    number_map_set(&known->texts, both(row->cells[REVISION_KEY_HASH].whole, row->cells[REVISION_CONTENT].whole), 1,
                   known->store->batch.arena);
    return true;
}

static bool is_known(const struct known *known, int64_t key_hash, int64_t content) {
    uint32_t unused;
    return number_map_find(&known->texts, both(key_hash, content), &unused);
}

struct hashes {
    int64_t *items;
    size_t count, capacity;
};

/* The nodes of all keys that wait, and their earlier texts where they now say something else. */
static bool look_up(struct store *store, struct known *known, struct error *error) {
    struct batch *batch = &store->batch;
    struct hashes keys = {0}, articles = {0}, other = {0};
    for (size_t i = 0; i < batch->pending.count; i++) {
        uint32_t node;
        int64_t hash = batch->pending.items[i].key_hash;
        if (!pool_find(&store->pool, hash, &node))
            *LIST_PUSH(batch->arena, &keys) = hash;
    }
    for (size_t i = 0; i < batch->articles.count; i++)
        *LIST_PUSH(batch->arena, &articles) = batch->articles.items[i].key_hash;
    if (!store_read_nodes(store, ACCOUNT_KEY_HASH, keys.items, keys.count, error) ||
        !store_read_nodes(store, ACCOUNT_ARTICLE, articles.items, articles.count, error))
        return false;
    for (size_t i = 0; i < batch->pending.count; i++) {
        uint32_t node;
        const struct pending *pending = &batch->pending.items[i];
        if (pool_find(&store->pool, pending->key_hash, &node) && store->pool.items[node].content != pending->content)
            *LIST_PUSH(batch->arena, &other) = pending->key_hash;
    }
    return store_select(store, TABLE_REVISIONS, REVISION_KEY_HASH, other.items, other.count,
                        1U << REVISION_STORY | 1U << REVISION_WORDS, note_revision, known, error);
}

/* What the account said so far goes among its revisions: from the database, or from this batch. */
static void note_old(struct store *store, uint32_t index) {
    struct batch *batch = &store->batch;
    const struct pool_node *node = &store->pool.items[index];
    if (node->content == 0)
        return;
    struct old_text old = {.node = index,
                           .revision = node->revision,
                           .content = node->content,
                           .edited = node->edited,
                           .withdrawn = node->withdrawn};
    if (node->pending > 0) {
        const struct pending *pending = &batch->pending.items[node->pending - 1];
        old.words = pending->account.text;
        old.story = pending->story;
    }
    *LIST_PUSH(batch->arena, &batch->olds) = old;
}

/* An older text than the one that holds goes among the revisions at once. */
static void note_older(struct store *store, uint32_t index, const struct pending *pending) {
    struct pool_node *node = &store->pool.items[index];
    struct old_text old = {.node = index,
                           .revision = ++node->revision,
                           .content = pending->content,
                           .edited = pending->account.edited,
                           .words = pending->account.text,
                           .story = pending->story,
                           .withdrawn = pending->account.withdrawn};
    *LIST_PUSH(store->batch.arena, &store->batch.olds) = old;
    store_touch(store, index);
}

static void take_text(struct store *store, uint32_t index, struct pending *pending, size_t number) {
    struct pool_node *node = &store->pool.items[index];
    node->content = pending->content;
    node->edited = text_copy(store->pool.arena, pending->account.edited);
    node->withdrawn = pending->account.withdrawn;
    node->revision++;
    node->pending = (uint32_t)number + 1;
    if (!node->withdrawn) {
        node->sketch = link_sketch_of(&pending->account);
        pool_place(&store->pool, index);
    }
    store_touch(store, index);
}

/* What is forgotten is not taken again: nothing of it is written. */
static void settle_new(struct store *store, struct pending *pending, size_t number) {
    struct pool_node node = {.key_hash = pending->key_hash, .key = pending->account.key, .edges_read = true};
    node.removed = decisions_remove(&store->decisions, node.key_hash);
    pending->node = pool_add(&store->pool, &node);
    if (node.removed) {
        store->pool.items[pending->node].withdrawn = true;
        pending->status = ACCOUNT_REMOVED;
        return;
    }
    take_text(store, pending->node, pending, number);
    pending->status = pending->account.withdrawn ? ACCOUNT_REMOVED : ACCOUNT_NEW;
}

/* An account that its source took back stays so, unless a later edit of it comes. */
static bool holds(const struct pool_node *node, const struct pending *pending) {
    struct text now = node->edited, then = pending->account.edited;
    bool dated = now.size > 0 && then.size > 0;
    if (dated && text_compare(then, now) != 0)
        return text_compare(then, now) < 0;
    return node->content == CONTENT_TAKEN_BACK;
}

static void settle_pending(struct store *store, const struct known *known, struct pending *pending, size_t number) {
    pending->settled = true;
    if (!pool_find(&store->pool, pending->key_hash, &pending->node)) {
        settle_new(store, pending, number);
        return;
    }
    struct pool_node *node = &store->pool.items[pending->node];
    pending->status = ACCOUNT_SAME;
    bool vanished = node->content == 0;
    if (node->removed)
        pending->status = ACCOUNT_REMOVED;
    if (node->removed || node->content == pending->content)
        return;
    if (!vanished && is_known(known, node->key_hash, pending->content))
        return;
    if (holds(node, pending)) {
        note_older(store, pending->node, pending);
        return;
    }
    note_old(store, pending->node);
    take_text(store, pending->node, pending, number);
    pending->status = node->withdrawn ? ACCOUNT_REMOVED : ACCOUNT_REVISED;
}

/* The texts of an article so far. */
struct versions {
    struct arena *arena;
    struct row *items;
    size_t count, capacity;
};

static bool note_version(void *context, const struct row *row, struct error *error) {
    struct versions *versions = context;
    struct row *copy = LIST_PUSH(versions->arena, versions);
    (void)error;
    copy->number = row->number;
    copy->cells = ARENA_ARRAY(versions->arena, struct cell, ARTICLE_COLUMNS);
    for (size_t i = 0; i < ARTICLE_COLUMNS; i++) {
        copy->cells[i] = row->cells[i];
        copy->cells[i].text = text_copy(versions->arena, row->cells[i].text);
    }
    return true;
}

static bool read_versions(struct store *store, struct versions *versions, struct error *error) {
    struct batch *batch = &store->batch;
    struct hashes keys = {0};
    versions->arena = batch->arena;
    for (size_t i = 0; i < batch->articles.count; i++)
        *LIST_PUSH(batch->arena, &keys) = batch->articles.items[i].key_hash;
    return (store->change == 1) || store_select(store, TABLE_ARTICLES, ARTICLE_KEY_HASH, keys.items, keys.count, 0,
                                                note_version, versions, error);
}

/* The row of that text of the article, or of the one that holds. */
static struct row *find_version(const struct versions *versions, int64_t key_hash, const int64_t *content) {
    for (size_t i = 0; i < versions->count; i++) {
        struct row *row = &versions->items[i];
        if (row->cells[ARTICLE_KEY_HASH].whole == key_hash &&
            (content ? row->cells[ARTICLE_CONTENT].whole == *content : row->cells[ARTICLE_LATEST].whole != 0))
            return row;
    }
    return NULL;
}

static struct row *new_version(struct store *store, struct versions *versions, const struct pending_article *article,
                               bool latest) {
    struct arena *arena = store->batch.arena;
    struct row *row = LIST_PUSH(arena, versions);
    row->cells = ARENA_ARRAY(arena, struct cell, ARTICLE_COLUMNS);
    row->cells[ARTICLE_KEY].text = article->key;
    row->cells[ARTICLE_PUBLISHED].text = date_write(arena, article->published);
    row->cells[ARTICLE_LATEST] = (struct cell){.whole = latest, .given = true};
    row->cells[ARTICLE_CONTENT] = (struct cell){.whole = article->content, .given = true};
    row->cells[ARTICLE_KEY_HASH] = (struct cell){.whole = article->key_hash, .given = true};
    return row;
}

static void write_version(struct store *store, const struct row *row) {
    *LIST_PUSH(store->batch.arena, &store->batch.article_rows) = *row;
}

/* Whether this text of the article is the one that holds; notes it. */
static bool settle_article(struct store *store, struct versions *versions, const struct pending_article *article) {
    struct row *same = find_version(versions, article->key_hash, &article->content);
    struct row *latest = find_version(versions, article->key_hash, NULL);
    if (same)
        return same->cells[ARTICLE_LATEST].whole != 0;
    struct date before = {0};
    bool dated = latest && date_read(latest->cells[ARTICLE_PUBLISHED].text, &before) && date_known(article->published);
    bool holds = !dated || date_compare(article->published, before) >= 0;
    if (latest && holds) {
        latest->cells[ARTICLE_LATEST].whole = 0;
        if (latest->number > 0)
            write_version(store, latest);
    }
    write_version(store, new_version(store, versions, article, holds));
    return holds;
}

static bool told_as_before(const struct pool_node *node, const struct link_sketch *sketch) {
    return node->sketch.place == sketch->place &&
           (node->sketch.kind == sketch->kind || node->sketch.first_day == sketch->first_day);
}

static bool waits(const struct store *store, const struct pending_article *article, int64_t key_hash) {
    for (size_t i = 0; i < article->count; i++)
        if (store->batch.pending.items[article->first + i].key_hash == key_hash)
            return true;
    return false;
}

/* Those that the article told before and does not tell now: under the same key. */
static struct hashes untold_of(struct store *store, const struct pending_article *article) {
    struct hashes untold = {0};
    uint64_t hash = text_hash(article->key);
    for (uint32_t at = pool_of_article(&store->pool, hash); at > 0; at = store->pool.items[at - 1].next) {
        const struct pool_node *node = &store->pool.items[at - 1];
        if (!node->withdrawn && !waits(store, article, node->key_hash))
            *LIST_PUSH(store->batch.arena, &untold) = (int64_t)at - 1;
    }
    return untold;
}

/* An incident that a new text tells of another kind or day keeps the key under which it was first told. */
static void keep_first_key(struct store *store, struct pending *pending, struct hashes *untold) {
    uint32_t found;
    if (untold->count == 0 || pool_find(&store->pool, pending->key_hash, &found))
        return;
    struct link_sketch sketch = link_sketch_of(&pending->account);
    for (size_t i = 0; i < untold->count; i++) {
        const struct pool_node *node = &store->pool.items[untold->items[i]];
        if (!told_as_before(node, &sketch))
            continue;
        store_rename_pending(store, pending, node->key);
        untold->items[i] = untold->items[--untold->count];
        return;
    }
}

void store_withdraw(struct store *store, uint32_t index) {
    struct pool_node *node = &store->pool.items[index];
    note_old(store, index);
    node->content = 0;
    node->withdrawn = true;
    node->revision++;
    node->pending = 0;
    store_touch(store, index);
}

static void settle_told(struct store *store, const struct known *known, const struct pending_article *article) {
    struct hashes untold = untold_of(store, article);
    for (size_t i = 0; i < article->count; i++)
        keep_first_key(store, &store->batch.pending.items[article->first + i], &untold);
    for (size_t i = 0; i < article->count; i++)
        settle_pending(store, known, &store->batch.pending.items[article->first + i], article->first + i);
    for (size_t i = 0; i < untold.count; i++)
        store_withdraw(store, (uint32_t)untold.items[i]);
}

/* What an older text of an article told is neither new nor lost: it is not what holds. */
static void pass_over(struct store *store, const struct pending_article *article) {
    for (size_t i = 0; i < article->count; i++) {
        struct pending *pending = &store->batch.pending.items[article->first + i];
        pending->status = ACCOUNT_SAME;
        pending->settled = true;
        if (!pool_find(&store->pool, pending->key_hash, &pending->node)) {
            struct pool_node gone = {.key_hash = pending->key_hash, .key = pending->account.key, .withdrawn = true};
            gone.edges_read = true;
            pending->node = pool_add(&store->pool, &gone);
        }
    }
}

bool store_settle(struct store *store, struct error *error) {
    struct batch *batch = &store->batch;
    struct known known = {.store = store};
    struct versions versions = {0};
    if (!look_up(store, &known, error) || !read_versions(store, &versions, error))
        return false;
    for (size_t i = 0; i < batch->articles.count; i++)
        if (settle_article(store, &versions, &batch->articles.items[i]))
            settle_told(store, &known, &batch->articles.items[i]);
        else
            pass_over(store, &batch->articles.items[i]);
    for (size_t i = 0; i < batch->pending.count; i++)
        if (!batch->pending.items[i].settled)
            settle_pending(store, &known, &batch->pending.items[i], i);
    return true;
}
