#include "policy/judge/claims.h"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace optoutlog::policy::claims {
namespace {

using enum Value;
using Span = std::vector<Match>;

constexpr std::size_t kCoordinated = 3;  // "developing, training and improving"
constexpr std::size_t kClose = 6;        // a verb and its object
constexpr std::size_t kCondition = 4;    // "if you do not … object"
constexpr std::size_t kClause = 8;       // a condition whose verb stands at its end
constexpr std::size_t kLack = 2;         // words of a negation that names what is lacking

// The first of `later` (sorted) that begins at `at` or behind; null where there is none.
const Match* from(const Span& later, std::size_t at) {
  const auto found =
      std::lower_bound(later.begin(), later.end(), at,
                       [](const Match& one, std::size_t begin) { return one.begin < begin; });
  return found == later.end() ? nullptr : &*found;
}

bool is_before(const Match& one, const Match& other) {
  return one.begin < other.begin;
}

// One of `later` begins within `reach` words behind `one`.
bool follows(const Match& one, const Span& later, std::size_t reach) {
  const Match* next = from(later, one.begin);
  return next != nullptr && next->begin <= one.end + reach;
}

bool are_near(const Span& one, const Span& other, std::size_t reach) {
  const auto any = [reach](const Span& first, const Span& second) {
    return std::any_of(first.begin(), first.end(),
                       [&](const Match& at) { return follows(at, second, reach); });
  };
  return any(one, other) || any(other, one);
}

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

// One of `earlier` ends at `at`, or up to `reach` words before.
bool precedes(const Span& earlier, std::size_t at, std::size_t reach) {
  return std::any_of(earlier.begin(), earlier.end(),
                     [&](const Match& one) { return one.end <= at && at <= one.end + reach; });
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

// A condition begins before `at`, and no comma ended it: "if you do not …", "even if you never …".
bool opens_condition(const Read& in, std::size_t at, std::size_t reach) {
  const Span& all = in.of(kIf);
  return std::any_of(all.begin(), all.end(), [&](const Match& one) {
    return one.end <= at && at <= one.end + reach && !in.has_comma(one.end, at);
  });
}

// The same, and no turn lies between: "to train, but we do not sell it".
bool is_last_said(const Span& verbs, const Span& turns, std::size_t at, std::size_t reach) {
  return std::any_of(verbs.begin(), verbs.end(), [&](const Match& verb) {
    const Match* turn = from(turns, verb.end);
    return precedes({verb}, at, reach) && (turn == nullptr || turn->begin >= at);
  });
}

// The first of the actions that begins between `at` and `end`; null where none does.
const Match* first_action(const Read& in, std::size_t at, std::size_t end) {
  const Match* first = nullptr;
  for (const Value action : {kTrain, kTeach, kDevelop, kImprove}) {
    const Match* next = from(in.of(action), at);
    if (next != nullptr && next->begin < end && (first == nullptr || next->begin < first->begin))
      first = next;
  }
  return first;
}

// Whether the negation is one of what is done.
bool negates(const Match& no, const Read& in, const Vocabulary& vocabulary) {
  const Match behind{no.end, no.end};
  // "what is not public"
  for (const Value kind : {kPublic, kDeidentified})
    if (follows(behind, in.of(kind), 0)) return false;
  // "if you do not object"
  if (!vocabulary.head_final && opens_condition(in, no.begin, kCondition)) return false;
  // "your posts but not your messages", and not "but we never train"
  if (precedes(in.of(kTurn), no.begin, 0) && !follows(behind, in.of(kUse), 1) &&
      first_action(in, no.end, no.end + kLack) == nullptr)
    return false;
  // the last of two negations is that of the right: "niemals ohne Ihre Einwilligung"
  const Match* next = from(in.of(kNot), no.end);
  for (const Value right : {kOptOut, kConsent, kObjection, kWish})
    if (const Match* at = from(in.of(right), no.end);
        at != nullptr && at->begin < no.end + kCondition &&
        (next == nullptr || next->begin > at->begin || next->end - next->begin < kLack))
      return false;
  // "tant que vous ne vous y opposez pas"
  if (opens_condition(in, no.begin, kClause))
    for (const Value right : {kOptOut, kConsent, kObjection, kWish})
      if (precedes(in.of(right), no.begin, 0)) return false;
  // where the negation stands behind its verb: "オプトアウトしない限り", and not
  // "しない場合があります"
  const Match* condition = from(in.of(kIf), no.end);
  const Match* may = from(in.of(kMay), no.end);
  return condition == nullptr || condition->begin != no.end ||
         (may != nullptr && may->begin == no.end);
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

bool names_within(const Match& phrase, const Span& names) {
  const Match* name = from(names, phrase.begin);
  return name != nullptr && name->end <= phrase.end;
}

// "your content", "your personal data"
bool names_readers_data(const Read& in) {
  const Span& readers = in.of(kReader);
  return std::any_of(readers.begin(), readers.end(), [&](const Match& reader) {
    const Match behind{reader.end, reader.end};
    for (auto kind = static_cast<unsigned>(kPosts); kind <= static_cast<unsigned>(kDeidentified);
         ++kind)
      if (follows(behind, in.of(static_cast<Value>(kind)), 1)) return true;
    return false;
  });
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

bool is_denied(const Read& in, const Vocabulary& vocabulary) {
  constexpr std::size_t kVerb = 2;  // "do not use"
  const auto reach = static_cast<std::size_t>(vocabulary.reach),
             after = static_cast<std::size_t>(vocabulary.not_after);
  const bool acts = (in.all & kActions & ~bit(kUse)) != 0 || in.has(kTeach);
  for (const Match& no : in.of(kNot)) {
    if (!negates(no, in, vocabulary)) continue;
    // "do not sell it but use it": what stands behind the turn is said, not denied
    // where the verb ends the sentence a negation stands behind what it denies
    std::size_t end = vocabulary.head_final ? no.begin : in.in.size();
    for (const Value turn : {kTurn, kIf})
      if (const Match* next = from(in.of(turn), no.end)) end = std::min(end, next->begin);
    const Match* action = first_action(in, no.begin, end);
    const bool uses = follows({no.end, no.end}, in.of(kUse), acts ? kVerb : reach);
    if (action != nullptr ? action->begin <= no.end + reach || uses : !acts && uses) return true;
    // where the negation stands behind: "zum Training … nicht"
    for (const Value verb : {kTrain, kTeach, kDevelop, kImprove, kUse})
      if (after > 0 && is_last_said(in.of(verb), in.of(kTurn), no.begin, after)) return true;
  }
  return false;
}

bool refuses(const Read& in, const Vocabulary& vocabulary) {
  const auto reach = static_cast<std::size_t>(vocabulary.reach);
  const auto is_of = [&](const Match& refusal, Value subject) {
    return std::any_of(in.of(subject).begin(), in.of(subject).end(), [&](const Match& at) {
      const Match &first = std::min(at, refusal, is_before),
                  &last = std::max(at, refusal, is_before);
      return last.begin <= first.end + reach &&
             (last.begin < first.end || !in.has_comma(first.end, last.begin));
    });
  };
  // "…, but you can object by e-mail": a way out is named all the same
  const auto is_apart = [&](const Match& refusal, const Match& right) {
    const Match &first = std::min(right, refusal, is_before),
                &last = std::max(right, refusal, is_before);
    if (last.begin < first.end) return false;
    const Match* turn = from(in.of(kTurn), first.end);
    return in.has_comma(first.end, last.begin) || (turn != nullptr && turn->begin < last.begin);
  };
  return std::any_of(in.of(kRefused).begin(), in.of(kRefused).end(), [&](const Match& refusal) {
    if (opens_condition(in, refusal.begin, kClause)) return false;
    for (const Value right : {kOptOut, kConsent, kObjection})
      for (const Match& at : in.of(right))
        if (is_apart(refusal, at)) return false;
    for (const Value subject : {kTrain, kTeach, kDevelop, kImprove, kAi, kModel})
      if (is_of(refusal, subject)) return true;
    return false;
  });
}

bool forbids(const Read& in) {
  const Span &providers = in.of(kThird), &readers = in.of(kReader);
  return std::any_of(in.of(kForbids).begin(), in.of(kForbids).end(), [&](const Match& rule) {
    // "even if you do not use our AI, …"
    if (opens_condition(in, rule.begin, 1)) return false;
    // "our providers are prohibited from using your content to train": they come first, the reader
    // is named as the owner, and the rule does not say "you"
    const bool of_provider = !providers.empty() && !readers.empty() &&
                             providers.front().begin < readers.front().begin &&
                             providers.front().begin <= rule.begin && !names_within(rule, readers);
    // "use of your content for AI is not permitted without your consent"
    return !of_provider && (names_within(rule, readers) || !names_readers_data(in));
  });
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
