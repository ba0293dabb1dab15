#include "install/doctor/doctor.h"
#include "version.h"

namespace optoutlog::install {
namespace {

nlohmann::json check_json(const Check& check) {
  return {{"result", word(check.result)}, {"name", check.name},     {"host", check.host},
          {"what", check.what},           {"remedy", check.remedy}, {"path", check.path}};
}

nlohmann::json checks_json(const std::vector<Check>& checks) {
  auto list = nlohmann::json::array();
  for (const Check& check : checks) list.push_back(check_json(check));
  return list;
}

}  // namespace

nlohmann::json to_json(const Report& report) {
  nlohmann::json json = {{"ok", report.result() != Outcome::kFail},
                         {"result", word(report.result())},
                         {"version", kVersion},
                         {"general", checks_json(report.general)},
                         {"browsers", nlohmann::json::array()}};
  for (const BrowserReport& browser : report.browsers) {
    json["browsers"].push_back({{"browser", browser.id},
                                {"name", browser.name},
                                {"result", word(browser.result)},
                                {"checks", checks_json(browser.checks)}});
  }
  return json;
}

}  // namespace optoutlog::install
