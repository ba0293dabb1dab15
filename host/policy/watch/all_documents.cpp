#include "policy/watch/all_documents.h"

#include <algorithm>

namespace optoutlog::policy {

std::vector<Watched> all_documents(Store& store) {
  std::vector<Watched> out = built_in_documents();
  for (Watched& document : store.own_documents()) out.push_back(std::move(document));
  return out;
}

std::vector<Watched> followed(Store& store) {
  std::vector<Watched> out;
  const auto platforms = store.platforms();
  for (const Watched& document : built_in_documents())
    if (std::find(platforms.begin(), platforms.end(), document.platform) != platforms.end())
      out.push_back(document);
  for (Watched& document : store.own_documents()) out.push_back(std::move(document));
  return out;
}

std::optional<Watched> find_document(Store& store, const std::string& id) {
  for (Watched& document : all_documents(store))
    if (document.id == id) return document;
  return std::nullopt;
}

Error unknown_document(const std::string& id) {
  return Error(errors::kPolicyDocumentUnknown,
               "There is no document \"" + id + "\". `optoutlog policy list --all` names all.",
               {{"document", id}});
}

Error off() {
  return Error(errors::kPolicyOff,
               "Watching policies is off, so nothing was read. Turn it on in the dashboard or "
               "with: optoutlog policy on");
}

}  // namespace optoutlog::policy
