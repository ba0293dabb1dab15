#include <cstdio>
#include <cstdlib>
#include <vector>

#include "base/hardening.h"
#include "frame/caller.h"
#include "frame/channel.h"
#include "frame/rpc.h"
#include "service/service.h"

// optoutlog-host: the native-messaging host. Only what a browser starts; people use the command
// `optoutlog`.
int main(int argc, char** argv) {
  using namespace optoutlog;
  auto pipe = frame::Pipe::take_stdio();

  const auto caller =
      frame::parse_caller(std::vector<std::string_view>(argv + (argc > 0 ? 1 : 0), argv + argc));
  if (caller.kind == frame::CallerKind::kPerson) {
    std::fprintf(stderr,
                 "optoutlog-host is started by the browser, which tells it which extension is "
                 "calling; nobody did. To look at your log, run: optoutlog status\n");
    return 2;
  }
  if (!pipe) {
    frame::report(pipe.error());
    return pipe.error().kind->exit;
  }
  harden_process();

  frame::Channel channel(*pipe, frame::inbound_limit(std::getenv("OPTOUTLOG_MAX_FRAME")));
  service::Service service;
  return frame::serve(channel, [&](const std::string& method, const json& params) -> Result<json> {
    if (!caller.allowed)
      return Error(errors::kCallerForbidden,
                   "This extension is not one that the host was registered for, so it gets no "
                   "answers. Use the Opt-Out Log extension, or register the host again.");
    return service.call(method, params);
  });
}
