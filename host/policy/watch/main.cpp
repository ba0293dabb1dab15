// optoutlog-policy: the native host of the policy watch. It talks to the network and never opens
// the record.
#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "base/data_folder.h"
#include "base/json_text.h"
#include "base/walls.h"
#include "frame/serve.h"
#include "policy/watch/place.h"
#include "policy/watch/service.h"

namespace optoutlog::policy {
namespace {

namespace fs = std::filesystem;

// Frames are read here while a check runs in the other thread, so that it can be cancelled and so
// that the end of input ends it.
class Session {
 public:
  explicit Session(frame::Host& host) : host_(host) {
    const auto data = host.allowed() ? data_folder() : Result<fs::path>(fs::path());
    const auto folder = data && !data->empty() ? settle_folder(*data) : data;
    if (folder) {
      folder_ = *folder;
    } else {
      folder_error_ = folder.error();
      over_ = data.ok();  // what stood in the way may be gone at the next run
    }
    // No page is read while the folder is not there: the watch is off then.
    enclosure_ = Enclosure(folder_, reach_outside(data ? *data : fs::path()),
                           Enclosure::Before::kEverything);
    if (!folder_.empty()) service_ = std::make_unique<Service>(folder_);
  }

  int run() {
    const int status = host_.read([this](std::string body) -> Result<bool> {
      holds_ = enclosure_.hold();
      if (holds_ && put_off(body)) return true;
      auto more = answer(body);
      if (over_ || !holds_) return false;
      (void)enclosure_.hold();  // the request may have made the folder
      return more;
    });
    {
      const std::lock_guard lock(lock_);
      ended_ = true;
    }
    if (service_) service_->cancel();  // nobody is there to be told any more
    wake_.notify_all();
    if (worker_.joinable()) worker_.join();
    if (early_.joinable()) early_.join();
    return status;
  }

 private:
  // Leaves what waits for the network to the other thread, which takes the body then. False where
  // it is none of that, or too many wait.
  bool put_off(std::string& body) {
    const std::string method = method_of(body);
    const bool alone = method == "policy.stamp" || method == "policy.witness";
    if (method != "policy.check" && !alone) return false;
    // The walls are held for the threads that are begun behind them.
    if (has_walls() && !enclosure_.closed()) return alone && answer_early(std::move(body));
    if (!worker_.joinable()) worker_ = std::thread([this] { work(); });
    const std::lock_guard lock(lock_);
    if (ended_ || waiting_.size() >= 8) return false;
    waiting_.push_back({std::move(body), service_ ? service_->stops() : 0});
    if (service_) ++service_->waiting;
    wake_.notify_all();
    return true;
  }

  void work() {
    for (;;) {
      Waiting next;
      {
        std::unique_lock lock(lock_);
        wake_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
        if (ended_) return;
        next = std::move(waiting_.front());
        waiting_.pop_front();
        if (service_) --service_->waiting;
      }
      (void)answer(next.body, next.stops);
    }
  }

  // A time-stamp or a witness needs no folder: it may be asked for before there is one, in a thread
  // that ends with the answer, so that none goes on which the walls of later are not around. One at
  // a time.
  bool answer_early(std::string&& body) {
    if (early_runs_) return false;
    if (early_.joinable()) early_.join();
    early_runs_ = true;
    if (service_) ++service_->waiting;
    early_ = std::thread([this, body = std::move(body), stops = service_ ? service_->stops() : 0] {
      if (service_) --service_->waiting;
      (void)answer(body, stops);
      early_runs_ = false;
    });
    return true;
  }

  static std::string method_of(const std::string& body) {
    const auto request = parse_json(body);
    if (!request || !request->is_object()) return "";
    const json method = request->value("method", json());
    return method.is_string() ? method.get<std::string>() : "";
  }

  Result<bool> answer(const std::string& body, std::optional<unsigned> arrived = {}) {
    return host_.answer(
        body, [this, arrived](const std::string& method, const json& params) -> Result<json> {
          if (folder_error_) return *folder_error_;
          if (!holds_) return shut_out();
          auto result = service_->call(
              method, params,
              [this](const json& progress) {
                (void)host_.write(
                    json{{"jsonrpc", "2.0"}, {"method", "policy.progress"}, {"params", progress}}
                        .dump(-1, ' ', false, json::error_handler_t::replace));
              },
              arrived);
          if (result && method == "hello") (*result)["walls"] = enclosure_.told();
          return result;
        });
  }

  Error shut_out() const {
    return Error(errors::kPolicyStoreIo,
                 "The folder " + folder_.string() +
                     " was moved, removed or replaced while this program ran, and it can use no "
                     "other. Try again: the next run uses what is there now.",
                 {{"path", folder_.string()}});
  }

  frame::Host& host_;
  std::unique_ptr<Service> service_;
  fs::path folder_;  // empty: there is none to be had
  Enclosure enclosure_;
  std::optional<Error> folder_error_;
  std::atomic<bool> holds_{true};  // the folder is the one that the walls are around
  bool over_ = false;              // the session ends after the next answer
  std::thread worker_;
  std::thread early_;
  std::atomic<bool> early_runs_{false};
  std::mutex lock_;
  std::condition_variable wake_;
  // A check and how often checks had been stopped when it came.
  struct Waiting {
    std::string body;
    unsigned stops = 0;
  };
  std::deque<Waiting> waiting_;
  bool ended_ = false;
};

}  // namespace
}  // namespace optoutlog::policy

int main(int argc, char** argv) {
  using namespace optoutlog;
  constexpr const char* kAdvice =
      "optoutlog-policy is started by the browser, which tells it which extension is calling; "
      "nobody did. To look at the watched documents, run: optoutlog policy list";
  return frame::serve(argc, argv, kAdvice,
                      [](frame::Host& host) { return policy::Session(host).run(); });
}
