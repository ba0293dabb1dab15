#include "cli/policy/perform.h"

#include <csignal>

#include "base/data_folder.h"
#include "cli/answer.h"
#include "policy/watch/place.h"

namespace optoutlog::policy {
namespace {

Service* interrupted = nullptr;  // Ctrl-C ends a check the way policy.cancel does

}  // namespace

Result<json> perform(const std::string& method, const json& params,
                     const Service::Progress& progress) {
  const auto data = data_folder();
  if (!data) return data.error();
  const auto folder = settle_folder(*data);
  if (!folder) return folder.error();
  Service service(*folder);
  interrupted = &service;
  std::signal(SIGINT, [](int) {
    if (interrupted != nullptr) interrupted->cancel();
  });
  auto result = service.call(method, params, progress);
  std::signal(SIGINT, SIG_DFL);
  interrupted = nullptr;
  return result;
}

int answer(const std::string& method, const json& params, bool as_json,
           const std::function<void(const json&)>& tell) {
  const auto result = perform(method, params);
  if (!result) return cli::fail(result.error(), as_json);
  if (as_json)
    cli::print_json(*result);
  else
    tell(*result);
  return 0;
}

std::string day_of(const json& time) {
  return time.is_string() ? time.get<std::string>().substr(0, 10) : "never";
}

}  // namespace optoutlog::policy
