#pragma once
#include <string>
#include <vector>

#include "policy/watch/store.h"

// What the methods answer of documents and changes: the shapes of POLICY.md.
namespace optoutlog::policy {

json or_null(const std::string& text);  // null where empty
// "A document"; `unread` counts its alerts.
json describe(const Watched& document, const Look& look, int unread);
// "A change"; `documents` give names and addresses, `now` the days left.
json describe(const StoredChange& change, const std::vector<Watched>& documents, Millis now);

// The sentences of a kept change from number `from`, computed anew from its two texts; `next` is
// null at the end.
json changes_of(Store& store, const StoredChange& change, std::size_t from, json& next);

}  // namespace optoutlog::policy
