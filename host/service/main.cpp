// optoutlog-host: the native-messaging host. Only what a browser starts; people use the command
// `optoutlog`.
#include "frame/serve.h"
#include "service/service.h"

int main(int argc, char** argv) {
  using namespace optoutlog;
  constexpr const char* kAdvice =
      "optoutlog-host is started by the browser, which tells it which extension is calling; "
      "nobody did. To look at your log, run: optoutlog status";
  return frame::serve(argc, argv, kAdvice, [](frame::Host& host) {
    service::Service service;
    const auto call = [&](const std::string& method, const json& params) {
      return service.call(method, params);
    };
    return host.read([&](const std::string& body) { return host.answer(body, call); });
  });
}
