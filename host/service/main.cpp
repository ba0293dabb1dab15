// optoutlog-host: the native-messaging host. Only what a browser starts; people use the command
// `optoutlog`.
#include "base/clock.h"
#include "base/data_folder.h"
#include "base/walls.h"
#include "frame/serve.h"
#include "service/service.h"

namespace {

using namespace optoutlog;

Error shut_out(const std::filesystem::path& folder) {
  return Error(errors::kRecordIo,
               "The folder " + folder.string() +
                   " was moved, removed or replaced while this program ran, and it can use no "
                   "other. Nothing was written; try again: the next run uses what is there now.",
               {{"path", folder.string()}, {"why", "another folder took its place"}});
}

}  // namespace

int main(int argc, char** argv) {
  constexpr const char* kAdvice =
      "optoutlog-host is started by the browser, which tells it which extension is calling; "
      "nobody did. To look at your log, run: optoutlog status";
  return frame::serve(argc, argv, kAdvice, [](frame::Host& host) {
    // Before the walls: where no HOME is set, it is read from the user database.
    const auto place = data_folder();
    const auto folder = place && host.allowed() ? *place : std::filesystem::path();
    Enclosure enclosure(folder, {.read = {"/dev/urandom"}});  // SQLite's
    service::Service service = folder.empty() ? service::Service() : service::Service(folder, now);
    bool holds = true;
    const auto call = [&](const std::string& method, const json& params) -> Result<json> {
      holds = enclosure.hold();
      if (!holds) return shut_out(folder);
      auto answer = service.call(method, params);
      if (answer && method == "hello") (*answer)["walls"] = enclosure.told();
      return answer;
    };
    return host.read([&](const std::string& body) -> Result<bool> {
      auto more = host.answer(body, call);
      if (!holds) return false;
      (void)enclosure.hold();  // the request may have made the folder
      if (service.is_check_due()) host.when_quiet([&] { service.check_when_due(); });
      return more;
    });
  });
}
