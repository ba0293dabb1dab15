#pragma once
#include <string>
#include <vector>

// The time-stamping authorities that are known (authorities.json, built in). None is asked before a
// person names it.
namespace optoutlog::policy {

struct Authority {
  std::string name;   // a slug; empty: an address of the person's own
  std::string title;  // as it calls itself
  std::string url;    // https
  std::string terms;  // where it says what it promises
  // "system", or the address of the root certificate that has to be given
  std::string certificates;
  std::vector<std::string> policies;  // object identifiers that its tokens may name; empty: any
  std::string grade;                  // "B" declared, "C" reported
};

const std::vector<Authority>& known_authorities();

}  // namespace optoutlog::policy
