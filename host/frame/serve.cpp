#include "frame/serve.h"

#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/hardening.h"
#include "base/stop.h"
#include "frame/caller.h"

namespace optoutlog::frame {
namespace {

// One line on standard error, name and message, and the exit status.
int ended(const Error& error) {
  const std::string name(error.kind->name);
  std::fprintf(stderr, "%s: %s\n", name.c_str(), error.message.c_str());
  return error.kind->exit;
}

}  // namespace

int Host::read(const Take& take) {
  constexpr int kQuietMillis = 1000;
  for (;;) {
    if (quiet_ && channel_.is_quiet(kQuietMillis)) std::exchange(quiet_, nullptr)();
    auto body = channel_.read();
    if (!body) {
      const int status = ended(body.error());
      if (!body.error().is(errors::kChannelFailed)) (void)write(error_body(nullptr, body.error()));
      return status;
    }
    if (!body->has_value()) return 0;
    const Result<bool> there = take(std::move(**body));
    if (!there) return ended(there.error());
    if (!*there) return 0;
  }
}

Result<bool> Host::answer(const std::string& body, const Handler& handler) {
  const Handler refuse = [](const std::string&, const json&) -> Result<json> {
    return Error(errors::kCallerForbidden,
                 "This extension is not one that the host was registered for, so it gets no "
                 "answers. Use the Opt-Out Log extension, or register the host again.");
  };
  const auto text = frame::answer(body, allowed_ ? handler : refuse);
  if (!text) return true;
  return write(*text);
}

Result<bool> Host::write(const std::string& body) {
  const std::lock_guard lock(writing_);
  return channel_.write(body);
}

int serve(int argc, char** argv, const char* advice, const std::function<int(Host&)>& run) {
  auto pipe = Pipe::take_stdio();
  const auto caller =
      parse_caller(std::vector<std::string_view>(argv + (argc > 0 ? 1 : 0), argv + argc));
  if (caller.kind == CallerKind::kPerson) {
    std::fprintf(stderr, "%s\n", advice);
    return 2;
  }
  if (!pipe) return ended(pipe.error());
  harden_process();
  set_stop(&Pipe::ending);
  Host host(*pipe, inbound_limit(std::getenv("OPTOUTLOG_MAX_FRAME")), caller.allowed);
  return run(host);
}

}  // namespace optoutlog::frame
