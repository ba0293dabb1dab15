#include "cli/bundle_file.h"

#include "cli/answer.h"
#include "install/system/machine.h"
#include "record/chain.h"
#include "service/dpv.h"

namespace optoutlog::cli {
namespace {

// An entry that is written between the two exports makes them of two heads: then both are made
// again.
constexpr int kTries = 5;

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

}  // namespace

Result<bundle::Files> make_bundle(const json& asked) {
  json params = asked;
  for (int left = kTries;; --left) {
    params["format"] = "json";
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
    params["format"] = "html";
    auto statement = whole_export(params);
    if (!statement) return statement.error();
    const std::string head =
        record::checkpoint(packet->head.record, packet->head.count, packet->head.hash);
    if (statement->find(head) != std::string::npos) {
      const auto pictures = pictures_of(*packet);
      if (!pictures) return pictures.error();
      return bundle::make(*text, *packet, std::move(*statement), *pictures,
                          service::dpv_text(*packet));
    }
    if (left == 1)
      return Error(errors::kRecordBusy,
                   "The log is written to all the time, so no bundle of one moment was made. Try "
                   "again in a moment.");
  }
}

Result<std::string> export_in(const std::string& name, std::string bytes, bundle::Files& files) {
  if (!bundle::is_archive(bytes)) return bytes;
  const auto invalid = [](const std::string& what, const std::string& why) {
    return Error(errors::kPacketInvalid, what, {{"why", why}});
  };
  if (!bundle::can_zip())
    return invalid("This build cannot read bundles. Unpack it, and check its export.json.",
                   "it is an archive");
  auto unpacked = bundle::unzip(install::from_utf8(name));
  if (!unpacked)
    return invalid(name + " is an archive that cannot be read whole. Ask for the bundle again.",
                   "the archive cannot be read");
  if (auto good = bundle::check_list(*unpacked); !good) return good.error();
  files = std::move(*unpacked);
  return files.at("export.json");
}

}  // namespace optoutlog::cli
