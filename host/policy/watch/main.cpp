// optoutlog-policy: the native host of the policy watch. It talks to the network and never opens
// the record.
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "base/data_folder.h"
#include "base/json_text.h"
#include "frame/serve.h"
#include "policy/watch/service.h"

namespace optoutlog::policy {
namespace {

// Frames are read here while a check runs in the other thread, so that it can be cancelled and so
// that the end of input ends it.
class Session {
 public:
  explicit Session(frame::Host& host) : host_(host) {
    if (auto folder = data_folder())
      service_ = std::make_unique<Service>(*folder);
    else
      folder_error_ = folder.error();
  }

  int run() {
    std::thread worker([this] { work(); });
    const int status = host_.read([this](std::string body) -> Result<bool> {
      if (put_off(body)) return true;
      return answer(body);
    });
    {
      const std::lock_guard lock(lock_);
      ended_ = true;
    }
    if (service_) service_->cancel();  // nobody is there to be told any more
    wake_.notify_all();
    worker.join();
    return status;
  }

 private:
  // Leaves what waits for the network to the other thread, which takes the body then. False where
  // it is none of that, or too many wait.
  bool put_off(std::string& body) {
    if (!is_of_network(body)) return false;
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

  static bool is_of_network(const std::string& body) {
    const auto request = parse_json(body);
    if (!request || !request->is_object()) return false;
    const json method = request->value("method", json());
    return method == "policy.check" || method == "policy.stamp";
  }

  Result<bool> answer(const std::string& body, std::optional<unsigned> arrived = {}) {
    return host_.answer(
        body, [this, arrived](const std::string& method, const json& params) -> Result<json> {
          if (folder_error_) return *folder_error_;
          return service_->call(
              method, params,
              [this](const json& progress) {
                (void)host_.write(
                    json{{"jsonrpc", "2.0"}, {"method", "policy.progress"}, {"params", progress}}
                        .dump(-1, ' ', false, json::error_handler_t::replace));
              },
              arrived);
        });
  }

  frame::Host& host_;
  std::unique_ptr<Service> service_;
  std::optional<Error> folder_error_;
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
