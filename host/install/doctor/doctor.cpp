#include "install/doctor/doctor.h"

#include <algorithm>

#include "install/register/register.h"
#include "install/system/files.h"
#include "version.h"

namespace optoutlog::install {
namespace {

BrowserReport report_on(const Browser& browser, const DoctorOptions& options,
                        const Machine& machine, bool named) {
  BrowserReport report;
  report.id = browser.id;
  report.name = browser.name;
  std::map<std::string, std::string> words = {
      {"browser", browser.name}, {"id", browser.id}, {"detail", browser.only_named}};
  const bool there = present(browser, machine);
  if (!there && !named) {
    report.checks.push_back(explain("browser.absent", words));
  } else if (!browser.only_named.empty() && !named) {
    report.checks.push_back(explain("browser.only-named", words));
  } else {
    const bool chromium = browser.family == Family::kChromium;
    examine_browser(browser, chromium ? machine.chrome_user_data : "", options, machine, report);
  }
  for (const Check& check : report.checks) report.result = worse(report.result, check.result);
  return report;
}

// A user data folder of its own: the browser then looks there instead of in its usual user folder.
BrowserReport report_on_folder(const Browser& browser, const fs::path& folder,
                               const DoctorOptions& options, const Machine& machine) {
  BrowserReport report;
  report.id = browser.id;
  report.name = browser.name + " with " + utf8(folder);
  examine_browser(browser, folder, options, machine, report);
  for (const Check& check : report.checks) report.result = worse(report.result, check.result);
  return report;
}

}  // namespace

Outcome Report::result() const {
  Outcome result = Outcome::kSkip;
  for (const Check& check : general) result = worse(result, check.result);
  for (const BrowserReport& browser : browsers) result = worse(result, browser.result);
  return result;
}

Report examine(const DoctorOptions& options, const Machine& machine) {
  Report report;
  for (const std::string& id : options.browsers) {
    const Browser* browser = find_browser(id);
    if (!browser || !browser->on(machine.os)) {
      report.problems.push_back({"browser.unknown",
                                 "'" + id + "' is not in the table of browsers for this system.",
                                 "Run 'optoutlog register --list' to see the names."});
    }
  }
  if (!report.problems.empty()) return report;
  if (!is_program(options.program)) {
    report.general.push_back(explain("host.missing", {{"program", utf8(options.program)}}));
  }
  if (!options.data_variable.empty()) {
    report.general.push_back(explain("record.elsewhere", {{"detail", options.data_variable}}));
  }
  for (const Browser& browser : browsers()) {
    if (!browser.on(machine.os)) continue;
    const auto& names = options.browsers;
    const bool named = std::find(names.begin(), names.end(), browser.id) != names.end();
    if (!names.empty() && !named) continue;
    report.browsers.push_back(report_on(browser, options, machine, named));
    const bool examined = report.browsers.back().result != Outcome::kSkip;
    if (browser.family != Family::kChromium || browser.works != Works::kYes || !examined) continue;
    for (const fs::path& folder : options.user_data_folders) {
      report.browsers.push_back(report_on_folder(browser, folder, options, machine));
    }
  }
  const bool none =
      std::all_of(report.browsers.begin(), report.browsers.end(),
                  [](const BrowserReport& each) { return each.result == Outcome::kSkip; });
  if (none && options.browsers.empty()) report.general.push_back(explain("browser.none", {}));
  return report;
}

}  // namespace optoutlog::install
