#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"

// The methods of host/PROTOCOL.md, for the native host over frames and for the command in-process.
namespace optoutlog::record {
class Record;
}

namespace optoutlog::service {

class Service {
 public:
  // The record in data_folder().
  Service();
  // The record in `folder`, an absolute path; `now` gives milliseconds since 1970 UTC. For tests.
  using Now = std::int64_t (*)();
  Service(std::filesystem::path folder, Now now);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  // Performs one method: exactly what the host answers as `result`, or the error. `params` is an
  // object. The record is opened by the first method that needs it, and made by the first one that
  // writes.
  Result<json> call(const std::string& method, const json& params);

  // Whether a write left the day's look through the whole record to a moment in which nobody waits
  // for an answer; and that look. What it finds is noted, so that nothing is written any more.
  bool is_check_due() const;
  void check_when_due();

  // What stands before the links of the export that is under way: made once, given in parts.
  struct Begun {
    std::string key;
    std::string text;
  };

 private:
  // The open record; null where there is none yet and `make` is false. The pointer is valid until
  // the next call.
  Result<record::Record*> open(bool make);

  Result<json> dispatch(const std::string& method, const json& params);
  // After a method met damage: whether the record really is damaged, which is then noted for every
  // process.
  bool confirm_damage();

  Result<json> hello(const json& params);
  Result<json> record(const json& params);
  Result<json> status(const json& params);
  Result<json> history(const json& params);
  Result<json> export_page(const json& params);
  Result<json> verify(const json& params);
  Result<json> erase(const json& params);
  Result<json> import_packet(const json& params);
  Result<json> sources(const json& params);
  Result<json> forget(const json& params);
  Result<json> stamp(const json& params);
  Result<json> stamps(const json& params);
  Result<json> witness(const json& params);
  Result<json> picture(const json& params);
  Result<json> keep(const json& params, const std::string& id, const std::string& bytes);
  Result<json> pictures(const json& params);
  Result<json> picture_part(const json& params);

  std::filesystem::path folder_;  // empty: ask data_folder() at the first use
  Now now_;
  std::unique_ptr<record::Record> record_;
  Begun begun_;
  // The picture of which parts came; in memory alone, so that none is ever half on the disk.
  struct Arriving {
    std::string id;
    std::string bytes;
  } arriving_;
};

}  // namespace optoutlog::service
