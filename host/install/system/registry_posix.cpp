#include "install/system/registry.h"

namespace optoutlog::install {

std::optional<std::string> read_registry(Scope, const std::string&) {
  return std::nullopt;
}

std::optional<Problem> write_registry(Scope, const std::string&, const std::string&,
                                      std::vector<std::string>&) {
  return Problem{"registry.absent", "This system has no registry.", "Run this on Windows."};
}

std::optional<Problem> remove_registry(Scope, const std::string&) {
  return std::nullopt;
}

void remove_registry_if_empty(Scope, const std::string&) {}

std::vector<std::pair<std::string, std::string>> registry_values(Scope, const std::string&) {
  return {};
}

}  // namespace optoutlog::install
