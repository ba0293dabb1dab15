// For tests/cli/sentences.test.mjs, which holds these words beside those of the extension: lines
// (an array as `status` answers it) from standard input, told to their owner and about them
// (`statement`), to standard output.
#include <iostream>

#include "service/says.h"

using namespace optoutlog;
using namespace optoutlog::service;

namespace {

std::string date_of(std::string_view time) {
  return std::string(time.substr(0, 10));
}

json told_row(const std::optional<says::Row>& row) {
  if (!row) return nullptr;
  return {{"sign", static_cast<int>(row->sign)}, {"training", row->training}, {"state", row->state},
          {"headline", row->headline},           {"notes", row->notes},       {"when", row->when}};
}

}  // namespace

int main() {
  json out = json::array();
  for (const json& line : json::parse(std::cin)) {
    json row;
    for (const bool owner : {false, true}) {
      const says::Voice voice{owner, "2026-11-28T18:20:00.000Z", &date_of, &date_of};
      row[owner ? "statement" : "command"] = {{"seen", told_row(says::seen(line, voice))},
                                              {"said", told_row(says::said(line, voice))},
                                              {"deciding", told_row(says::deciding(line, voice))}};
    }
    out.push_back(row);
  }
  std::cout << out.dump(2) << "\n";
}
