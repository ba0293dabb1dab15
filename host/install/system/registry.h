#pragma once
#include <optional>
#include <string>
#include <vector>

#include "install/system/files.h"

// The Windows registry, as far as native manifests need it: the default value of a key. On other
// systems there is none: nothing is read, and setting fails. Text is UTF-8.
namespace optoutlog::install {

// The default value (REG_SZ) of HKCU (user) or HKLM (system) \ key, or nothing.
std::optional<std::string> read_registry(Scope scope, const std::string& key);
// Makes the key if need be and sets its default value; appends the keys it made, outermost first.
std::optional<Problem> write_registry(Scope scope, const std::string& key, const std::string& value,
                                      std::vector<std::string>& made);
// Removes the key if it has no keys below it; a key that is not there is no problem.
std::optional<Problem> remove_registry(Scope scope, const std::string& key);
// Removes the key if it holds neither keys nor values.
void remove_registry_if_empty(Scope scope, const std::string& key);
// The text and number values below a key by name; numbers in decimal, lines joined by \n. For
// policies.
std::vector<std::pair<std::string, std::string>> registry_values(Scope scope,
                                                                 const std::string& key);

}  // namespace optoutlog::install
