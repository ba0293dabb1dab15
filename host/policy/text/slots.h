#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policy/text/terms.h"

// The closed vocabularies by which a sentence becomes a proposition: one JSON file a language
// (slots/*.json), built into the program. A value is named by words; what the values of a sentence
// amount to is judge/propositions.h's business.
namespace optoutlog::policy {

enum class Value {
  // action
  kTrain,
  kDevelop,
  kImprove,
  kUse,
  // object
  kAi,
  kModel,
  kFilter,
  kTechnology,
  // who
  kWe,
  kAffiliates,
  kThird,
  kReader,
  // modality
  kNot,
  kMay,
  kWill,
  // which data
  kPosts,
  kMessages,
  kVoice,
  kPhotos,
  kInputs,
  kPublic,
  kCode,
  kPersonal,
  kDeidentified,
  // unless
  kOptOut,
  kConsent,
  kObjection,
  kInterest,
  kPlan,
  kRegion,
  kAge,
  kScope,
  // a licence to the reader's content, and how far it goes
  kLicence,
  kIrrevocable,
  kSublicensable,
  kTransferable,
  kDerivative,
  kAnalyse,
  kSurvives,
  // what makes a sentence a rule for the reader, or no sentence about AI at all
  kForbids,
  kPurpose,
  kPrompt,
  // what tells a sentence that means it from one that only looks like it
  kData,     // any data, whosever
  kTeach,    // verbs that mean training beside a model only: "fine-tune", "former"
  kOwn,      // what the reader trains
  kLesson,   // training of people: courses, staff
  kDuty,     // what the reader answers for, or the platform does not
  kDoubt,    // what a model may get wrong
  kGranted,  // a licence to the reader
  kWish,     // "if you do not want"
  kIf,       // the beginning of a condition
  kTurn,     // "but": what follows a negation is said
  kAside,    // "and not": the data behind it is set aside, nothing that is done is denied
  kRefused,  // "you can no longer opt out": a right is named to say that it is not there
  kIdle,     // "do not notify you": a negation, or a rule, of something that is no training
  kMeans,    // "use AI to": what AI does, not what is done to it
  kSame,     // "opt out of this": a right against what the sentence before says
  kBids,     // "Do not use", at the beginning: a rule for the reader
  kDenies,   // "is ruled out", wherever it stands: what is done is denied
  kCount
};
// clang-format off
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Value::kCount)>
    kValueNames = {
    "train", "develop", "improve", "use",
    "ai", "model", "filter", "technology",
    "we", "affiliates", "third", "reader",
    "not", "may", "will",
    "posts", "messages", "voice", "photos", "inputs", "public", "code", "personal", "deidentified",
    "opt-out", "consent", "objection", "interest", "plan", "region", "age",
    "scope",
    "licence", "irrevocable", "sublicensable", "transferable", "derivative", "analyse", "survives",
    "forbids", "purpose", "prompt",
    "data", "teach", "own", "lesson", "duty", "doubt", "granted", "wish", "if", "turn", "aside",
    "refused", "idle", "means", "same", "bids", "denies"};
// clang-format on

// A set of values.
using Values = std::uint64_t;
constexpr Values bit(Value value) {
  return Values{1} << static_cast<unsigned>(value);
}
constexpr Values range(Value first, Value last) {
  return (bit(last) << 1) - bit(first);
}
inline constexpr Values kActions = range(Value::kTrain, Value::kUse),
                        kObjects = range(Value::kAi, Value::kTechnology),
                        kActors = range(Value::kWe, Value::kReader),
                        kModalities = range(Value::kNot, Value::kWill),
                        kDataKinds = range(Value::kPosts, Value::kDeidentified),
                        kUnless = range(Value::kOptOut, Value::kScope),
                        kRights = range(Value::kOptOut, Value::kObjection),
                        kReach = range(Value::kIrrevocable, Value::kSurvives);

struct Vocabulary {
  std::string language;
  int version = 0;
  // words that fire nothing: "training course", "business model"
  std::vector<Term> ignore;
  // words that count in capitals only: "AI" and not the Italian "ai"
  std::vector<std::string> capitals;
  // words up to which an action and its object stand apart, and up to which a negation may stand
  // behind what it negates (Japanese, German)
  int reach = 12, not_after = 0;
  bool names_are_capital = true;  // false where every noun is, or where there are no capitals
  bool head_final = false;  // what is denied, conditioned or set aside stands before (Japanese)
  std::array<std::vector<Term>, static_cast<std::size_t>(Value::kCount)> values;
};

// The vocabulary of a term list's language; null where there is none.
const Vocabulary* vocabulary_for(std::string_view language_tag);
const std::vector<Vocabulary>& all_vocabularies();

// Where a sentence says which value, by words of `words(sentence)`.
struct Read {
  std::vector<Word> in;
  std::array<std::vector<Match>, static_cast<std::size_t>(Value::kCount)> at;
  Values all = 0;
  std::vector<std::size_t> commas;  // the words before which one stands
  bool has(Value value) const { return (all & bit(value)) != 0; }
  const std::vector<Match>& of(Value value) const { return at[static_cast<std::size_t>(value)]; }
  bool has_comma(std::size_t begin, std::size_t end) const;  // between the words [begin, end]
};
Read read(std::string_view sentence, const Vocabulary& vocabulary);

}  // namespace optoutlog::policy
