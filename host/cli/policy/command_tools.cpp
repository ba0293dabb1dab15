#include "cli/policy/command_tools.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>

#include "base/data_folder.h"

namespace optoutlog::policy {
namespace {

Service* interrupted = nullptr;  // Ctrl-C ends a check the way policy.cancel does

}  // namespace

void fail(const Error& error) {
  std::cerr << error.message << " (" << error.kind->name << ")\n";
  throw CLI::RuntimeError(error.kind->exit == 0 ? 2 : error.kind->exit);
}

std::string dump(const json& value) {
  return value.dump(2, ' ', false, json::error_handler_t::replace);
}

json perform(const std::string& method, const json& params, const Service::Progress& progress) {
  const auto folder = data_folder();
  if (!folder) fail(folder.error());
  Service service(*folder);
  interrupted = &service;
  std::signal(SIGINT, [](int) {
    if (interrupted != nullptr) interrupted->cancel();
  });
  auto result = service.call(method, params, progress);
  std::signal(SIGINT, SIG_DFL);
  interrupted = nullptr;
  if (!result) fail(result.error());
  return std::move(*result);
}

std::string text(const json& value, const char* otherwise) {
  return value.is_string() ? value.get<std::string>() : otherwise;
}
std::string day_of(const json& value) {
  return value.is_string() ? value.get<std::string>().substr(0, 10) : "never";
}

std::string pad(std::string value, std::size_t width) {
  if (value.size() < width) value.append(width - value.size(), ' ');
  return value;
}

}  // namespace optoutlog::policy
