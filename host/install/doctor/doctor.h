#pragma once
#include <chrono>

#include "base/json.h"
#include "install/doctor/findings.h"
#include "install/register/browsers.h"
#include "install/system/files.h"

// doctor: looks at everything between a browser and the host, as that browser would, and changes
// nothing.
namespace optoutlog::install {

struct DoctorOptions {
  std::vector<std::string> browsers;        // ids; empty: all of the table
  fs::path program;                         // the record host that belongs to this command
  std::vector<fs::path> user_data_folders;  // further user data folders of the Chromium family
  std::chrono::milliseconds patience{10000};
  std::string data_variable;  // $OPTOUTLOG_DATA of this shell, or empty
};

struct BrowserReport {
  std::string id;
  std::string name;
  Outcome result = Outcome::kSkip;
  std::vector<Check> checks;
};

struct Report {
  std::vector<Check> general;
  std::vector<BrowserReport> browsers;
  std::vector<Problem> problems;  // a browser was named that is not in the table

  Outcome result() const;
};

Report examine(const DoctorOptions& options, const Machine& machine);

// One browser, with its usual user folder or, where `user_data_folder` is not empty, with that one:
// the heart of examine(). Appends to `report`.
void examine_browser(const Browser& browser, const fs::path& user_data_folder,
                     const DoctorOptions& options, const Machine& machine, BrowserReport& report);

// {"ok", "result", "version", "general": [check], "browsers": [{"browser", "name", "result",
// "checks"}]}, where a check is {"result", "name", "host", "what", "remedy", "path"}.
nlohmann::json to_json(const Report& report);

}  // namespace optoutlog::install
