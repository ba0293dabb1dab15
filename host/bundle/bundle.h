#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "record/packet.h"

// The bundle that anybody can check (host/RECORD.md, section 11): an export, its time-stamps for
// other programs, a statement for people, and a page that checks all of it in a browser.
namespace optoutlog::bundle {

// By name; forward slashes.
using Files = std::map<std::string, std::string>;

extern const std::string_view kPage;  // verify.html

// ---- The archive
// False in a build that can neither write nor read one.
bool can_zip();
bool is_archive(std::string_view bytes);
// Writes it; 0, or the number of the error.
int zip(const Files& files, const std::filesystem::path& target, Millis when);
// Nothing where it is no archive, or one of more than 256 MiB.
std::optional<Files> unzip(const std::filesystem::path& source);

// ---- What is in it
// By which version of the makers of statement and dpv.jsonld, and in which language.
struct Made {
  std::int64_t version = 0;
  std::string language;
};
// `text`: the export that `packet` was read from. `documents`: statement.html and dpv.jsonld, made
// of it. `pictures`: by Picture::name(), those of the packet.
Files make(const std::string& text, const record::Packet& packet, const Files& documents,
           const Files& pictures, const Made& made);
// That each file is what the list says, and no other is there: packet.invalid {why, file}.
Result<Made> check_list(const Files& files);
// That the copies made for other programs, and the pictures, are what stands in the export, and
// that no file is there which no bundle has: likewise.
Result<void> check_copies(const Files& files, const record::Packet& packet);
// That `name` is `expected`, to the byte; `why` says what each says where they part.
Result<void> check_document(const Files& files, const std::string& name,
                            const std::string& expected);
// The pictures alone, by Picture::name().
Files pictures_in(const Files& files);

}  // namespace optoutlog::bundle
