#include "policy/judge/propositions.h"

#include <algorithm>
#include <initializer_list>

namespace optoutlog::policy {
namespace propose {
namespace {

constexpr std::size_t kHeadingWords = 12;  // longer ones are sentences
constexpr int kHeadingReach = 12;          // sentences below a heading that may rest on it
constexpr int kLeadReach = 15;             // items below "We use … to:"

bool are_near(const std::vector<Match>& one, const std::vector<Match>& other, std::size_t reach) {
  for (const Match& a : one)
    for (const Match& b : other)
      if (a.begin <= b.begin ? b.begin <= a.end + reach : a.begin <= b.end + reach) return true;
  return false;
}

bool any_near(const Read& in, std::initializer_list<Value> ones,
              std::initializer_list<Value> others, int reach) {
  for (const Value one : ones)
    for (const Value other : others)
      if (are_near(in.of(one), in.of(other), static_cast<std::size_t>(reach))) return true;
  return false;
}

// The sentence says of a model that it is trained or made with something.
bool is_training(const Read& in, const Vocabulary& vocabulary) {
  using enum Value;
  const int reach = vocabulary.reach;
  if (any_near(in, {kTrain}, {kAi, kModel}, reach)) return true;
  if (any_near(in, {kDevelop, kImprove}, {kAi, kModel}, reach * 2 / 3)) return true;
  // "your voice recordings may be used for training": no noun of AI at all
  return in.has(kTrain) && in.has(kUse) && (in.all & kDataKinds) != 0;
}

// "do not use … to train": the negation stands before the verb, or where the language has it so,
// close behind.
bool is_denied(const Read& in, const Vocabulary& vocabulary) {
  using enum Value;
  for (const Match& no : in.of(kNot)) {
    for (const Value action : {kTrain, kDevelop, kImprove, kUse})
      for (const Match& at : in.of(action)) {
        if (no.begin <= at.begin && at.begin <= no.end + static_cast<std::size_t>(vocabulary.reach))
          return true;
        if (at.begin < no.begin &&
            no.begin <= at.end + static_cast<std::size_t>(vocabulary.not_after))
          return true;
      }
  }
  return false;
}

bool ends_open(const std::string& text) {
  return text.ends_with(':') || text.ends_with("：");
}

// A line that stands over others: short, and no stop at its end.
bool is_heading(const Sentence& sentence, const Read& in) {
  if (sentence.text.empty() || in.in.empty() || in.in.size() > kHeadingWords) return false;
  static constexpr std::string_view kStops[] = {".", "!", "?", ";", "。", ","};
  return std::none_of(std::begin(kStops), std::end(kStops),
                      [&](std::string_view stop) { return sentence.text.ends_with(stop); });
}

// What stands over the sentence that is read: the heading, and the beginning of a list.
struct Above {
  int at = -1;
  Values all = 0;
  bool training = false;
  bool covers(int sentence, int reach) const { return at >= 0 && sentence - at <= reach; }
};

class Reader {
 public:
  Reader(const Vocabulary& vocabulary, std::vector<Proposition>& out)
      : vocabulary_(vocabulary), out_(out) {}

  void take(const Sentence& sentence, int index) {
    const Read in = read(sentence.text, vocabulary_);
    const bool training = is_training(in, vocabulary_);
    propose(in, training, index);
    if (ends_open(sentence.text)) lead_ = {index, in.all, training};
    if (is_heading(sentence, in)) heading_ = {index, in.all, training || in.has(Value::kAi)};
  }

 private:
  void add(Topic topic, bool denied, Values values, int index) {
    out_.push_back({topic, denied, values, index});
  }

  void propose(const Read& in, bool training, int index) {
    using enum Value;
    const Values own =
        in.all & (kActions | kObjects | kActors | kModalities | kDataKinds | kUnless);
    const bool ruled = lead_.covers(index, kLeadReach) && (lead_.all & bit(kForbids)) != 0;
    if ((training || in.has(kAi) || in.has(kPrompt)) && (in.has(kForbids) || ruled)) {
      add(Topic::kForbidden, false, own, index);
      return;
    }
    if (training) {
      Values values = own;
      if ((values & kDataKinds) == 0 && lead_.covers(index, kLeadReach))
        values |= lead_.all & (kDataKinds | bit(kThird) | bit(kAffiliates));
      add(Topic::kTraining, is_denied(in, vocabulary_), values, index);
    } else if ((in.all & kRights) != 0 && heading_.training &&
               heading_.covers(index, kHeadingReach) && (in.has(kUse) || in.has(kImprove))) {
      add(Topic::kTraining, is_denied(in, vocabulary_), own | (heading_.all & kObjects), index);
    }
    if (in.has(kLicence) && (in.all & kDataKinds) != 0) {
      add(Topic::kLicence, false, own | (in.all & (kReach | bit(kLicence))), index);
    } else if (!training && in.has(kPrompt) && (in.has(kAi) || (in.all & bit(kPosts)) != 0)) {
      add(Topic::kInputs, is_denied(in, vocabulary_), own, index);
    } else if (!training && in.has(kAi)) {
      add(Topic::kUsed, is_denied(in, vocabulary_), own, index);
    }
  }

  const Vocabulary& vocabulary_;
  std::vector<Proposition>& out_;
  Above heading_, lead_;
};

// The values that tell two propositions of a topic apart.
Values compared(const Proposition& one) {
  using enum Value;
  switch (one.topic) {
    case Topic::kTraining: {
      Values out = one.values & (kDataKinds | kUnless | bit(kThird) | bit(kAffiliates));
      return out | (one.values & (bit(kTrain) | bit(kAi)));
    }
    case Topic::kLicence:
      return one.values & (kReach | bit(kPosts) | bit(kPersonal));
    case Topic::kInputs:
      return one.values & (kDataKinds | kRights);
    case Topic::kUsed:
      return one.values & (kDataKinds | kRights | bit(kThird));
    case Topic::kForbidden:
      return one.values & (bit(kTrain) | bit(kAi));
  }
  return 0;
}

}  // namespace
}  // namespace propose

const char* name_of(Topic topic) {
  switch (topic) {
    case Topic::kTraining:
      return "training";
    case Topic::kLicence:
      return "licence";
    case Topic::kInputs:
      return "inputs";
    case Topic::kUsed:
      return "ai-used";
    case Topic::kForbidden:
      return "forbidden";
  }
  return "ai-used";
}

std::string Proposition::key() const {
  return std::string(name_of(topic)) + (is_denied ? "-" : "+") +
         std::to_string(propose::compared(*this));
}

int Proposition::level() const {
  using enum Value;
  switch (topic) {
    case Topic::kTraining:
      return (values & (kDataKinds | kRights | bit(kInterest))) != 0 ? 3 : 2;
    case Topic::kLicence:
    case Topic::kInputs:
      return 2;
    case Topic::kUsed:
    case Topic::kForbidden:
      return 1;
  }
  return 1;
}

std::vector<Proposition> propositions_of(const std::vector<Sentence>& sentences,
                                         const Vocabulary& vocabulary) {
  std::vector<Proposition> out;
  propose::Reader reader(vocabulary, out);
  for (std::size_t i = 0; i < sentences.size(); ++i) reader.take(sentences[i], static_cast<int>(i));
  return out;
}

std::vector<Proposition> beyond(const std::vector<Proposition>& one,
                                const std::vector<Proposition>& other) {
  std::set<std::string> there;
  for (const Proposition& proposition : other) there.insert(proposition.key());
  std::vector<Proposition> out;
  for (const Proposition& proposition : one)
    if (!there.contains(proposition.key())) out.push_back(proposition);
  return out;
}

}  // namespace optoutlog::policy
