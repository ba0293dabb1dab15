#include "cli/bundle_file.h"

#include <algorithm>

#include "cli/answer.h"
#include "install/system/machine.h"
#include "record/chain.h"
#include "service/dpv.h"
#include "service/statement.h"

namespace optoutlog::cli {
namespace {

constexpr const char* kStatement = "statement.html";
constexpr const char* kDpv = "dpv.jsonld";

Result<bundle::Files> pictures_of(const record::Packet& packet) {
  service::Service service;
  bundle::Files files;
  for (const record::Picture& picture : packet.pictures) {
    json told;
    auto bytes = whole_picture(service, picture.seq, told);
    if (!bytes) return bytes.error();
    files[picture.name()] = std::move(*bytes);
  }
  return files;
}

// Statement and dpv.jsonld, as the export amounts to them. `pictures`: by Picture::name().
Result<bundle::Files> documents_of(const std::string& text, const bundle::Files& pictures,
                                   const std::string& language) {
  auto source = service::statement::source_of(text);
  if (!source)
    return Error(errors::kPacketInvalid, "The export cannot be read.", {{"why", "no export"}});
  service::statement::Pictures by_hash;
  for (const auto& [name, bytes] : pictures) by_hash[name.substr(0, name.find('.'))] = bytes;
  return bundle::Files{{kStatement, service::statement::of(*source, language, by_hash)},
                       {kDpv, service::dpv_text(*source)}};
}

}  // namespace

Result<bundle::Files> make_bundle(const json& asked, const std::string& language) {
  json params = asked;
  params["format"] = "json";
  params["language"] = language;
  const auto text = whole_export(params);
  if (!text) return text.error();
  const auto packet = record::read_packet(*text);
  if (!packet) return packet.error();
  if (packet->broken)
    return Error(errors::kPacketBroken,
                 "The chain of the log is broken, so no bundle was made. Save what is whole: "
                 "optoutlog export --format json. " +
                     packet->broken->says,
                 {{"seq", packet->broken->seq}, {"reason", packet->broken->reason}});
  const auto pictures = pictures_of(*packet);
  if (!pictures) return pictures.error();
  const auto documents = documents_of(*text, *pictures, language);
  if (!documents) return documents.error();
  return bundle::make(*text, *packet, *documents, *pictures,
                      {service::statement::kVersion, language});
}

Result<bool> check_documents(const Unpacked& unpacked, const std::string& text) {
  const auto& [files, made] = unpacked;
  if (made.version != service::statement::kVersion) return false;
  const auto languages = service::statement::languages();
  if (std::find(languages.begin(), languages.end(), made.language) == languages.end())
    return Error(errors::kPacketInvalid,
                 "This bundle is not as it was made: bundle.json names a language that statements "
                 "do not have. Ask for the bundle again, or check its export.json alone.",
                 {{"why", "no language of statements"}, {"file", "bundle.json"}});
  const auto documents = documents_of(text, bundle::pictures_in(files), made.language);
  if (!documents) return documents.error();
  for (const char* name : {kStatement, kDpv})
    if (auto fits = bundle::check_document(files, name, documents->at(name)); !fits)
      return fits.error();
  return true;
}

Result<std::string> export_in(const std::string& name, std::string bytes, Unpacked& unpacked) {
  if (!bundle::is_archive(bytes)) return bytes;
  const auto invalid = [](const std::string& what, const std::string& why) {
    return Error(errors::kPacketInvalid, what, {{"why", why}});
  };
  if (!bundle::can_zip())
    return invalid("This build cannot read bundles. Unpack it, and check its export.json.",
                   "it is an archive");
  auto files = bundle::unzip(install::from_utf8(name));
  if (!files)
    return invalid(name + " is an archive that cannot be read whole. Ask for the bundle again.",
                   "the archive cannot be read");
  auto made = bundle::check_list(*files);
  if (!made) return made.error();
  unpacked = {std::move(*files), std::move(*made)};
  return unpacked.files.at("export.json");
}

}  // namespace optoutlog::cli
