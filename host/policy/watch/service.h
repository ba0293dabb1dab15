#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>

#include "base/error.h"
#include "policy/watch/store.h"

// The methods of POLICY.md, for the native host and for the command alike.
namespace optoutlog::policy {

class Service {
 public:
  using Progress = std::function<void(const json& params)>;  // of a `policy.progress` notification

  explicit Service(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Performs one method. `policy.check` blocks; it may run in one thread while other methods run in
  // another, and `policy.cancel` then ends it within a second. Progress is given only where the
  // params ask for it.
  Result<json> call(const std::string& method, const json& params, const Progress& progress = {});
  void cancel() { cancelled_ = true; }
  bool checking() const { return checking_; }

 private:
  Result<json> dispatch(Store& store, const std::string& method, const json& params,
                        const Progress& progress);
  Result<json> check(Store& store, const json& params, const Progress& progress);
  Result<json> capture(Store& store, const json& params);

  std::filesystem::path folder_;
  std::atomic<bool> cancelled_{false}, checking_{false};
  // A page of the browser comes in parts, since a message holds at most 1 MiB.
  struct Parts {
    std::string document, url, html;
    std::int64_t next = 0, of = 0;
  };
  std::mutex parts_lock_;
  Parts parts_;
};

}  // namespace optoutlog::policy
