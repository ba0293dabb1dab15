#include "policy/judge/claims.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "policy/judge/spans.h"

namespace optoutlog::policy::claims {
namespace {

using enum Value;

constexpr std::size_t kCoordinated = 3;  // "developing, training and improving"
constexpr std::size_t kClose = 6;        // a verb and its object

bool any_near(const Read& in, std::initializer_list<Value> ones,
              std::initializer_list<Value> others, std::size_t reach) {
  for (const Value one : ones)
    for (const Value other : others)
      if (are_near(in.of(one), in.of(other), reach)) return true;
  return false;
}

bool any_data_near(const Read& in, std::initializer_list<Value> ones, std::size_t reach) {
  for (auto kind = static_cast<unsigned>(kPosts); kind <= static_cast<unsigned>(kDeidentified);
       ++kind)
    if (any_near(in, ones, {static_cast<Value>(kind)}, reach)) return true;
  return false;
}

// What is trained has no noun of AI: "your recordings may be used for training", "to train our
// systems". Courses and staff are trained, too.
bool trains_unnamed(const Read& in, Values lead) {
  if (!in.has(kTrain) || in.has(kLesson)) return false;
  if (in.has(kUse) && (in.all & (kDataKinds | bit(kData))) != 0 &&
      ((in.all & kDataKinds) != 0 || any_near(in, {kTrain}, {kData}, kCoordinated)))
    return true;
  if (any_near(in, {kTrain}, {kTechnology}, kClose)) return true;
  if (any_near(in, {kTrain}, {kDevelop, kImprove}, kCoordinated))
    return ((in.all | lead) & (kDataKinds | bit(kUse) | bit(kData))) != 0;
  // "files are kept out of training"
  if ((in.all & kDataKinds) != 0 &&
      std::any_of(in.of(kTrain).begin(), in.of(kTrain).end(),
                  [&](const Match& at) { return precedes(in.of(kNot), at.begin, 1); }))
    return true;
  // "training datasets", "train on your posts"
  const auto begins = [&](Value data, std::size_t reach) {
    return std::any_of(in.of(kTrain).begin(), in.of(kTrain).end(),
                       [&](const Match& at) { return follows(at, in.of(data), reach); });
  };
  return begins(kData, 0) || any_data_near(in, {kTrain}, kCoordinated);
}

// "to train our staff"
bool teaches_people(const Match& verb, const Read& in) {
  constexpr std::size_t kWhom = 2;
  return follows({verb.end, verb.end}, in.of(kLesson), kWhom);
}

bool any_near_to(const Match& at, const Read& in, std::initializer_list<Value> others,
                 std::size_t reach) {
  return std::any_of(others.begin(), others.end(),
                     [&](Value other) { return are_near({at}, in.of(other), reach); });
}

}  // namespace

bool trains(const Read& in, const Vocabulary& vocabulary, Values lead) {
  // "you can train models of your own"
  if (in.has(kOwn) && (in.all & (kRights | bit(kNot))) == 0) return false;
  const auto reach = static_cast<std::size_t>(vocabulary.reach);
  for (const Value verb : {kTrain, kTeach})
    for (const Match& at : in.of(verb))
      if (!teaches_people(at, in) && any_near_to(at, in, {kAi, kModel}, reach)) return true;
  const std::size_t loose = in.in.size() <= reach * 2 ? reach : reach * 2 / 3;
  if (any_near(in, {kDevelop, kImprove}, {kAi, kModel}, loose)) return true;
  // what goes into an AI and comes out of it, used to improve
  if (in.has(kUse) && in.has(kPrompt) && !in.has(kDuty) &&
      any_near(in, {kUse}, {kDevelop, kImprove}, reach))
    return true;
  return trains_unnamed(in, lead);
}

bool licenses(const Read& in) {
  constexpr std::size_t kGrant = 20;
  return std::any_of(in.of(kLicence).begin(), in.of(kLicence).end(), [&](const Match& licence) {
    if (are_near({licence}, in.of(kGranted), kGrant)) return false;
    return in.has(kReader) || follows(licence, in.of(kWe), kClose);
  });
}

std::string plans(const Read& in, std::string_view sentence, const Vocabulary& vocabulary) {
  constexpr std::size_t kNameReach = 4;
  std::set<std::string> kinds, names;
  for (const Match& plan : in.of(kPlan)) {
    const std::size_t first = plan.begin - std::min(plan.begin, kNameReach),
                      last = std::min(plan.end + kNameReach, in.in.size());
    for (std::size_t i = first; i < last; ++i) {
      const char c = sentence[in.in[i].begin];
      if (plan.begin <= i && i < plan.end)
        kinds.insert(in.in[i].folded);
      else if (vocabulary.names_are_capital && i > 0 && c >= 'A' && c <= 'Z')
        names.insert(in.in[i].folded);
    }
  }
  std::string out;
  for (const std::string& kind : kinds) (out += ' ') += kind;
  if (!names.empty()) (out += " +") += std::to_string(names.size());
  return out;
}

bool names_data(const Read& in) {
  return any_data_near(in, {kTrain, kTeach, kDevelop, kImprove}, kClose);
}

}  // namespace optoutlog::policy::claims
