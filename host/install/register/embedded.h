#pragma once
#include <string_view>

// Files of manifests/, built into the program by host/install/CMakeLists.txt.
namespace optoutlog::install::embedded {
std::string_view browsers_json();
std::string_view chromium_template();
std::string_view firefox_template();
}  // namespace optoutlog::install::embedded
