// optoutlog-policy: the native host of the policy watch. It talks to the network and never opens
// the record.
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>

#include "base/data_folder.h"
#include "base/hardening.h"
#include "base/json_text.h"
#include "frame/caller.h"
#include "frame/channel.h"
#include "frame/rpc.h"
#include "policy/watch/service.h"

namespace optoutlog::policy {
namespace {

// Frames are read here while a check runs in the other thread, so that it can be cancelled and so
// that the end of input ends it.
class Session {
 public:
  Session(frame::Channel& channel, const frame::Caller& caller)
      : channel_(channel), caller_(caller) {
    if (auto folder = data_folder())
      service_ = std::make_unique<Service>(*folder);
    else
      folder_error_ = folder.error();
  }

  int run() {
    std::thread worker([this] { work(); });
    const int status = read();
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
  int read() {
    for (;;) {
      auto body = channel_.read();
      if (!body) {
        std::fprintf(stderr, "%s\n", body.error().message.c_str());
        if (!body.error().is(errors::kChannelFailed))
          write(frame::error_body(nullptr, body.error()));
        return body.error().kind->exit;
      }
      if (!body->has_value()) return 0;
      if (is_check(**body)) {
        const std::lock_guard lock(lock_);
        if (!ended_ && waiting_.size() < 8) {
          waiting_.push_back(std::move(**body));
          wake_.notify_all();
          continue;
        }
      }
      if (!answer(**body)) return 0;
    }
  }

  void work() {
    for (;;) {
      std::string body;
      {
        std::unique_lock lock(lock_);
        wake_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
        if (ended_) return;
        body = std::move(waiting_.front());
        waiting_.pop_front();
      }
      answer(body);
    }
  }

  static bool is_check(const std::string& body) {
    const auto request = parse_json(body);
    return request && request->is_object() && request->value("method", json()) == "policy.check";
  }

  bool answer(const std::string& body) {
    const auto text =
        frame::answer(body, [this](const std::string& method, const json& params) -> Result<json> {
          if (!caller_.allowed)
            return Error(errors::kCallerForbidden,
                         "This extension is not one that the host was registered for, so it gets "
                         "no answers. Use the Opt-Out Log extension, or register the host again.");
          if (folder_error_) return *folder_error_;
          return service_->call(method, params, [this](const json& progress) {
            write(
                json{{"jsonrpc", "2.0"}, {"method", "policy.progress"}, {"params", progress}}.dump(
                    -1, ' ', false, json::error_handler_t::replace));
          });
        });
    return !text || write(*text);
  }

  bool write(const std::string& text) {
    const std::lock_guard lock(writing_);
    const auto written = channel_.write(text);
    return written && *written;
  }

  frame::Channel& channel_;
  const frame::Caller& caller_;
  std::unique_ptr<Service> service_;
  std::optional<Error> folder_error_;
  std::mutex lock_, writing_;
  std::condition_variable wake_;
  std::deque<std::string> waiting_;
  bool ended_ = false;
};

}  // namespace
}  // namespace optoutlog::policy

int main(int argc, char** argv) {
  using namespace optoutlog;
  auto pipe = frame::Pipe::take_stdio();
  const auto caller =
      frame::parse_caller(std::vector<std::string_view>(argv + (argc > 0 ? 1 : 0), argv + argc));
  if (caller.kind == frame::CallerKind::kPerson) {
    std::fprintf(
        stderr,
        "optoutlog-policy is started by the browser, which tells it which extension is calling; "
        "nobody did. To look at the watched documents, run: optoutlog policy list\n");
    return 2;
  }
  if (!pipe) {
    std::fprintf(stderr, "%s\n", pipe.error().message.c_str());
    return pipe.error().kind->exit;
  }
  harden_process();
  frame::Channel channel(*pipe, frame::inbound_limit(std::getenv("OPTOUTLOG_MAX_FRAME")));
  return policy::Session(channel, caller).run();
}
