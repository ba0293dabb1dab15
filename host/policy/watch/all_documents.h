#pragma once
#include <optional>
#include <string>
#include <vector>

#include "policy/watch/store.h"

// Which documents there are: those of documents.json and the user's own.
namespace optoutlog::policy {

std::vector<Watched> all_documents(Store& store);
// Those of the platforms that the user follows, and their own.
std::vector<Watched> followed(Store& store);
std::optional<Watched> find_document(Store& store, const std::string& id);

Error unknown_document(const std::string& id);
Error off();  // the watch is off, so nothing was read

}  // namespace optoutlog::policy
