#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "base/error.h"
#include "policy/watch/store.h"

// The methods of POLICY.md, for the native host and for the command alike.
namespace optoutlog::policy {

class Service {
 public:
  using Progress = std::function<void(const json& params)>;  // of a `policy.progress` notification

  explicit Service(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Performs one method. `policy.check`, `policy.stamp` and `policy.witness` block; one of them may
  // run in one thread while other methods run in another, and `policy.cancel` then ends it within a
  // second. Progress is given only where the params ask for it. `arrived`: `stops()` when the
  // request came in; a check that was stopped since does not begin.
  Result<json> call(const std::string& method, const json& params, const Progress& progress = {},
                    std::optional<unsigned> arrived = {});
  // A check that came before this ends, whether or not it has begun.
  void cancel() {
    ++stops_;
    cancelled_ = true;
  }
  unsigned stops() const { return stops_; }
  // Checks that have come and not begun; the caller counts them.
  std::atomic<int> waiting{0};
  bool checking() const { return checking_; }

 private:
  Result<json> dispatch(Store& store, const std::string& method, const json& params,
                        const Progress& progress, unsigned arrived);
  Result<json> check(Store& store, const json& params, const Progress& progress, unsigned arrived);
  Result<json> capture(Store& store, const json& params);
  // Time-stamps need nothing of policy.db.
  static bool is_about_stamps(const std::string& method);
  Result<json> about_stamps(const std::string& method, const json& params, unsigned arrived);
  Result<json> stamp(const json& params, unsigned arrived);
  Result<json> witness(const json& params, unsigned arrived);
  // One check, time-stamp or witness at a time: false where one runs; else it runs until a Running
  // goes, stopped already where a stop came since it arrived.
  bool begin(unsigned arrived);
  struct Running {
    std::atomic<bool>& flag;
    ~Running() { flag = false; }
  };

  std::filesystem::path folder_;
  std::atomic<bool> cancelled_{false}, checking_{false};
  std::atomic<unsigned> stops_{0};
  // A page of the browser comes in parts, since a message holds at most 1 MiB.
  struct Parts {
    std::string document, url, html;
    std::int64_t next = 0, of = 0;
  };
  std::mutex parts_lock_;
  Parts parts_;
};

}  // namespace optoutlog::policy
