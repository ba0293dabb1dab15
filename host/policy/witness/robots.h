#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "policy/witness/witnesses.h"

// What one robots.txt (RFC 9309) says of the crawlers that a setting turns away. Pure: no network.
namespace optoutlog::policy {

struct RobotsSaying {
  // `denied`: every agent is turned away from the whole site by a group that names it, and the
  // signal says so where the setting writes one. `allowed`: none is kept away by name from
  // anything, nobody from the whole site. Else `unknown`.
  std::string_view says;
  std::string_view why;              // words::witness: how that was found
  std::vector<std::string> away;     // of the setting's agents: those turned away by name
  std::vector<std::string> missing;  // the others
  std::string signal;  // what Content-Signal says of ai-train: "yes", "no", "both", ""
};

// `body`: the bytes of the file.
RobotsSaying judge_robots(const Witness& witness, std::string_view body);
// Of an address that has no such file: nobody is turned away there (RFC 9309, 2.3.1.3), but it may
// be another's, or written wrongly, so it shows nothing of the setting.
RobotsSaying no_robots(const Witness& witness);

}  // namespace optoutlog::policy
