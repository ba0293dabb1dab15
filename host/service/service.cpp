#include "service/service.h"

#include <array>

#include "base/data_folder.h"
#include "record/damage.h"
#include "record/record.h"
#include "record/schema.h"
#include "service/page.h"
#include "service/params.h"
#include "version.h"

namespace optoutlog::service {
namespace {

constexpr int kProtocol = 1;
constexpr std::array kMethods = {
    "hello",   "record", "status", "history", "export",  "verify",   "erase",        "import",
    "sources", "forget", "stamp",  "stamps",  "picture", "pictures", "picture-part", "witness"};

}  // namespace

Service::Service() : now_(optoutlog::now) {}
Service::Service(std::filesystem::path folder, Now now) : folder_(std::move(folder)), now_(now) {}
Service::~Service() = default;

Result<json> Service::call(const std::string& method, const json& params) {
  auto answer = dispatch(method, params);
  if (method == "verify" && answer && !folder_.empty()) {
    const bool ok = answer->value("ok", false);
    if (!ok) {
      (void)confirm_damage();
    } else if (record_ && record::is_noted_damaged(folder_)) {
      record::forget_damage(folder_);  // it was made whole
    }
  }
  if (answer || !answer.error().is(errors::kRecordCorrupt) || folder_.empty()) return answer;
  // Not every such error is about the file: a disk may fail to read once, and a note may be about a
  // file that was replaced since. Then the same is tried again, on a connection of its own.
  if (confirm_damage()) return answer;
  record_.reset();
  return dispatch(method, params);
}

bool Service::confirm_damage() {
  const auto noted = record::read_damage(folder_);
  if (noted && noted->fits) return true;
  const auto found = record::examine_damage(folder_, now_());
  return !found || found->has_value();
}

bool Service::is_check_due() const {
  return record_ && record_->is_check_due();
}

void Service::check_when_due() {
  if (!is_check_due() || record_->is_replaced()) return;
  // Where it could not be made (the record is held), a write of tomorrow makes one before it
  // writes.
  const auto fine = record_->check_when_due();
  if (!fine && fine.error().is(errors::kRecordCorrupt)) (void)confirm_damage();
}

Result<json> Service::dispatch(const std::string& method, const json& params) {
  if (method == "hello") return hello(params);
  if (method == "record") return record(params);
  if (method == "status") return status(params);
  if (method == "history") return history(params);
  if (method == "export") return export_page(params);
  if (method == "verify") return verify(params);
  if (method == "erase") return erase(params);
  if (method == "import") return import_packet(params);
  if (method == "sources") return sources(params);
  if (method == "forget") return forget(params);
  if (method == "stamp") return stamp(params);
  if (method == "stamps") return stamps(params);
  if (method == "witness") return witness(params);
  if (method == "picture") return picture(params);
  if (method == "pictures") return pictures(params);
  if (method == "picture-part") return picture_part(params);
  return Error(errors::kMethodUnknown,
               "This host does not know the method. It may be older than the caller: update the "
               "older of the two.",
               {{"methods", kMethods}});
}

Result<record::Record*> Service::open(bool make) {
  // A file that was moved away while a browser keeps us running is not the record any more.
  if (record_ && record_->is_replaced()) record_.reset();
  if (!record_) {
    if (folder_.empty()) {
      auto found = data_folder();
      if (!found) return found.error();
      folder_ = *found;
    }
    auto opened = record::Record::open(folder_, make, now_);
    if (!opened) return opened.error();
    record_ = std::move(*opened);
    // What a host that was ended left behind; where that cannot be, the next one does it.
    if (record_) (void)record_->sweep_pictures();
  }
  return record_.get();
}

Result<json> Service::hello(const json& params) {
  const auto protocol = optional_number(params, "protocol", 0, INT64_MAX);
  if (!protocol) return protocol.error();
  if (const json client = params.value("client", json()); !client.is_null()) {
    if (!client.is_object()) return invalid_param("client", "null or an object");
    for (const char* name : {"name", "version", "browser"})
      if (auto text = optional_text(client, name, words::bounds::kClient); !text)
        return invalid_param(std::string("client.") + name,
                             "a text of 1 to " + std::to_string(words::bounds::kClient) +
                                 " bytes without control characters");
  }
  if (*protocol && **protocol != kProtocol)
    return Error(errors::kProtocolUnsupported,
                 "This host speaks protocol 1 and the caller another. Update the older of the two.",
                 {{"supported", {kProtocol}}});

  json capabilities = kMethods;
  for (const char* more :
       {"export.json", "export.csv", "export.html", "how", "joins", "drop", "take-back"})
    capabilities.push_back(more);
  json result = {{"name", "optoutlog-host"},
                 {"version", kVersion},
                 {"protocol", kProtocol},
                 {"capabilities", std::move(capabilities)},
                 {"schema", record::kSchemaVersion},
                 {"entries", 0},
                 {"erased", nullptr},
                 {"pictures", 0},
                 {"path", nullptr},
                 {"problem", nullptr}};
  // A record that cannot be opened is told here, not by a failure: the host itself is there and
  // fine.
  const auto problem = [&](const Error& error) {
    result["schema"] = result["entries"] = result["pictures"] = nullptr;
    result["problem"] = {{"name", error.kind->name}, {"message", error.message}};
  };
  const auto opened = open(false);
  if (!folder_.empty()) result["path"] = (folder_ / kRecordFile).string();
  if (!opened) {
    problem(opened.error());
  } else if (*opened != nullptr) {
    if (const auto head = (*opened)->head()) {
      result["entries"] = head->count;
      if (const auto count = (*opened)->picture_count()) result["pictures"] = *count;
      if (const auto last = (*opened)->last_erase()) result["erased"] = erased_json(*last);
      if (const auto noted = record::read_damage(folder_); noted && confirm_damage()) {
        const Error error = (*opened)->corrupt(noted->why);
        result["problem"] = {{"name", error.kind->name}, {"message", error.message}};
      }
    } else {
      problem(head.error());
    }
  }
  return result;
}

}  // namespace optoutlog::service
