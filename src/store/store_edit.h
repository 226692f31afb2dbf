/* store_edit.h: what people decide about incidents of the store. Each is one change, survives whatever is added later,
 * and the last that is not undone can be undone. An id is that of an incident or of an account, its beginning, or an
 * account's key. */
#ifndef BORDERMAP_STORE_EDIT_H
#define BORDERMAP_STORE_EDIT_H

#include "gazetteer.h"
#include "store.h"

/* Why, and who says so; may be empty. */
struct edit_reason {
    struct text why, by;
};

/* Sets a member of the incident ("killed", "date", "place" … as docs/story.md has them). ERROR_USAGE where there is no
 * such incident or several, ERROR_INPUT where the value is wrong. */
bool store_correct(struct store *store, struct text id, struct text member, struct text value,
                   const struct edit_reason *reason, const struct gazetteer *gazetteer, struct error *error) NODISCARD;

/* Takes all accounts of the incident out; `forget`: deletes what they say, for good. */
bool store_remove(struct store *store, struct text id, bool forget, const struct edit_reason *reason,
                  struct error *error) NODISCARD;

/* Two incidents are one; or two accounts are of different ones; `b` empty: the account `a` is of none of the others. */
bool store_link(struct store *store, struct text a, struct text b, const struct edit_reason *reason,
                struct error *error) NODISCARD;
bool store_unlink(struct store *store, struct text a, struct text b, const struct edit_reason *reason,
                  struct error *error) NODISCARD;

/* The last decision that is not undone; *told says which, in the arena. ERROR_USAGE where there is none. */
bool store_undo(struct store *store, struct arena *arena, struct text *told, struct error *error) NODISCARD;

#endif
