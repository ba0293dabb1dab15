#include <algorithm>

#include "policy/judge/claims.h"
#include "policy/judge/spans.h"

namespace optoutlog::policy::claims {
namespace {

using enum Value;

constexpr std::size_t kCondition = 4;  // "if you do not … object"
constexpr std::size_t kClause = 8;     // a condition whose verb stands at its end
constexpr std::size_t kLack = 2;       // words of a negation that names what is lacking

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

// "your content", "your personal data"
bool names_readers_data(const Read& in) {
  const Span& readers = in.of(kReader);
  return std::any_of(readers.begin(), readers.end(), [&](const Match& reader) {
    const Match behind{reader.end, reader.end};
    for (auto kind = static_cast<unsigned>(kPosts); kind <= static_cast<unsigned>(kDeidentified);
         ++kind)
      if (const Span& data = in.of(static_cast<Value>(kind));
          follows(behind, data, 1) || (from(data, reader.begin) != nullptr &&
                                       names_within(*from(data, reader.begin), {reader})))
        return true;
    return false;
  });
}

}  // namespace

bool is_denied(const Read& in, const Vocabulary& vocabulary) {
  constexpr std::size_t kVerb = 2;  // "do not use"
  const auto reach = static_cast<std::size_t>(vocabulary.reach),
             after = static_cast<std::size_t>(vocabulary.not_after);
  const bool acts = (in.all & kActions & ~bit(kUse)) != 0 || in.has(kTeach);
  for (const Match& whole : in.of(kDenies))
    if (acts && !opens_condition(in, whole.begin, kClause)) return true;
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
  // "Do not use our content to train AI"
  if (!in.of(kBids).empty() && in.of(kBids).front().begin == 0 && !names_readers_data(in))
    return true;
  const Span &providers = in.of(kThird), &readers = in.of(kReader);
  return std::any_of(in.of(kForbids).begin(), in.of(kForbids).end(), [&](const Match& rule) {
    // "you cannot opt out of logging" is none
    if (std::any_of(in.of(kRefused).begin(), in.of(kRefused).end(), [&](const Match& refusal) {
          return rule.begin < refusal.end && refusal.begin < rule.end;
        }))
      return false;
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

}  // namespace optoutlog::policy::claims
