#include "record/chain.h"
#include "service/export.h"
#include "version.h"

// The verifiable packet of host/RECORD.md, section 5.
namespace optoutlog::service {
namespace {

class JsonWriter : public ExportWriter {
 public:
  std::string head(const ExportInfo& info) const override {
    const auto text_or_null = [](const std::optional<std::string>& t) {
      return t ? json(*t) : json(nullptr);
    };
    const json top = {
        {"format", "optoutlog-export"},
        {"version", 1},
        {"tool", std::string("optoutlog ") + kVersion},
        {"exported", record::format_time(info.exported)},
        {"record", record::to_hex(info.head.record)},
        {"genesis", record::to_hex(record::genesis(info.head.record))},
        {"scope",
         {{"platform", text_or_null(info.scope.platform)}, {"account", text_or_null(info.scope.account)}}},
        {"count", info.head.count},
        {"head", record::to_hex(info.head.hash)},
        {"checkpoint", record::checkpoint(info.head.record, info.head.count, info.head.hash)},
        {"proves", kProves},
        {"limits", kLimits}};
    std::string text = top.dump(1);
    text.resize(text.size() - 2);  // the closing brace and the line feed before it: the list comes last
    return text + ",\n \"entries\": [";
  }

  std::string link(const ExportInfo&, const record::StoredLink& link, bool disclosed) const override {
    json item = {{"seq", link.seq},
                 {"prev", record::to_hex(link.prev)},
                 {"digest", record::to_hex(link.digest)},
                 {"hash", record::to_hex(link.hash)}};
    if (disclosed) {
      item["salt"] = record::to_hex(*link.salt);
      item["payload"] = link.payload;
    } else {
      item[link.salt ? "withheld" : "erased"] = true;
    }
    return (link.seq == 1 ? "\n  " : ",\n  ") + item.dump();
  }

  std::string tail(const ExportInfo&) const override { return "\n ]\n}\n"; }
};

}  // namespace

const ExportWriter& json_writer() {
  static const JsonWriter writer;
  return writer;
}

}  // namespace optoutlog::service
