#pragma once
#include <string_view>
#include <vector>

// Data files that are built into the program (made by embed.cmake).
namespace optoutlog::policy::embedded {
extern const std::vector<std::string_view> kTerms;  // terms/*.json, by file name
extern const std::vector<std::string_view> kSlots;  // slots/*.json, by file name
extern const std::string_view kDocuments;           // documents.json
extern const std::string_view kAuthorities;         // authorities.json
extern const std::string_view kWitnesses;           // witnesses.json
}  // namespace optoutlog::policy::embedded
