#include "policy/judge/propositions.h"

#include <algorithm>

#include "policy/judge/claims.h"

namespace optoutlog::policy {
namespace propose {
namespace {

constexpr std::size_t kHeadingWords = 12;  // longer ones are sentences
constexpr int kHeadingReach = 12;          // sentences below a heading that may rest on it
constexpr std::size_t kBothWays = 3;       // words for what goes in and what comes out
constexpr int kNextBelow = 2;              // those right below a heading, or a sentence
constexpr int kLeadReach = 15;             // items below "We use … to:"

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

// A line of a list: it is marked as one, begins small, or does not end.
bool is_item(const Sentence& sentence) {
  const std::string& text = sentence.text;
  if (text.empty() || !text.ends_with('.')) return true;
  const char first = text.front();
  return first == '(' || first == '-' || first == '*' || (first >= 'a' && first <= 'z');
}

// A sentence with a subject of its own, or a numbered section: no item of a list.
bool is_no_item(const Sentence& sentence, const Read& in) {
  constexpr std::size_t kSubject = 3;
  for (const Value who : {Value::kWe, Value::kReader})
    if (!in.of(who).empty() && in.of(who).front().begin < kSubject && !is_item(sentence))
      return true;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::string& text = sentence.text;
  const auto dot = text.find('.');
  return dot != std::string::npos && dot > 0 && dot <= 2 && is_digit(text[0]) &&
         dot + 1 < text.size() && is_digit(text[dot + 1]);
}

// What stands over the sentence that is read: the heading, and the beginning of a list.
struct Above {
  int at = -1;
  Values all = 0;
  bool training = false;
  bool forbids = false;
  bool denied = false;
  bool covers(int sentence, int reach) const { return at >= 0 && sentence - at <= reach; }
};

class Reader {
 public:
  Reader(const Vocabulary& vocabulary, std::vector<Proposition>& out)
      : vocabulary_(vocabulary), out_(out) {}

  void take(const Sentence& sentence, int index) {
    const Read in = read(sentence.text, vocabulary_);
    // a list goes on as long as its items look like ones
    if (is_no_item(sentence, in)) lead_ = Above{};
    if (lead_.at >= 0 && is_item(sentence) && index - last_item_ <= 1) last_item_ = index;
    const bool listed = lead_.covers(index, kLeadReach) || (lead_.at >= 0 && last_item_ == index);
    const Above lead = listed ? lead_ : Above{};
    const bool training = claims::trains(in, vocabulary_, lead.all);
    propose(in, sentence.text, training, lead, index);
    if (ends_open(sentence.text)) {
      const bool denied = claims::is_denied(in, vocabulary_);
      // "…, such as:" within a list stays under the rule of the list
      lead_ = {index, in.all, training, claims::forbids(in) || lead.forbids,
               denied || (lead.denied && (in.all & kActions) == 0)};
      last_item_ = index;
    }
    if (is_heading(sentence, in))
      heading_ = {index, in.all, training || in.has(Value::kAi), false, false};
  }

 private:
  void add(Topic topic, bool denied, Values values, int index) {
    out_.push_back({topic, denied, values, index, {}});
  }

  // Somebody does it: in the sentence, or over it.
  bool has_actor(const Read& in, const Above& lead, int index) const {
    Values all = in.all | lead.all;
    if (heading_.covers(index, kHeadingReach)) all |= heading_.all;
    return (all & kActors) != 0;
  }

  // Under a heading about training: "You can turn off this use", "We do not use your documents."
  bool rests_on_heading(const Read& in, int index) const {
    using enum Value;
    if (!heading_.training) return false;
    // "AI features: … with your settings" is none
    const bool trains = (heading_.all & (kActions & ~bit(kUse))) != 0;
    if ((in.all & kRights) != 0 && heading_.covers(index, kHeadingReach))
      return in.has(kImprove) || (in.has(kUse) && (trains || in.has(kObjection)));
    return heading_.covers(index, kNextBelow) && (heading_.all & bit(kTrain)) != 0 &&
           in.has(kUse) && in.has(kWe) && (in.all & kDataKinds) != 0;
  }

  void propose(const Read& in, std::string_view text, bool training, const Above& lead, int index) {
    using enum Value;
    Values own = in.all & (kActions | kObjects | kActors | kModalities | kDataKinds | kUnless);
    if (training && in.has(kTeach)) own |= bit(kTrain);
    if (training) last_training_ = index;
    if (!training && in.has(kSame) && last_training_ >= 0 && index - last_training_ <= kNextBelow) {
      const bool refused = in.has(kRefused);
      add(Topic::kTraining, false,
          refused ? bit(kRefused) : (own & kUnless) | ((own & kRights) == 0 ? bit(kOptOut) : 0),
          index);
      return;
    }
    if ((training || in.has(kAi)) && claims::refuses(in, vocabulary_)) {
      // neither is the right one, nor is what cannot be refused denied
      add(training ? Topic::kTraining : Topic::kUsed, false, (own & ~kRights) | bit(kRefused),
          index);
      return;
    }
    if ((training || in.has(kAi) || in.has(kPrompt)) && (claims::forbids(in) || lead.forbids)) {
      add(Topic::kForbidden, false, own, index);
      return;
    }
    const bool denied = claims::is_denied(in, vocabulary_);
    const bool unowned = in.has(kDoubt) ? !in.has(kWe) && !claims::names_data(in)
                                        : (in.all & (kDataKinds | kRights | bit(kUse))) == 0 &&
                                              !has_actor(in, lead, index);
    if (training && !denied && unowned) {
      // "language models are trained on much text and may err": nobody's data, by nobody
      add(Topic::kUsed, denied, own, index);
    } else if (training) {
      Values values = own;
      if ((values & kDataKinds) == 0)
        values |= lead.all & (kDataKinds | bit(kThird) | bit(kAffiliates));
      add(Topic::kTraining, denied || lead.denied, values, index);
      out_.back().plans = claims::plans(in, text, vocabulary_);
    } else if (rests_on_heading(in, index)) {
      add(Topic::kTraining, denied, own | (heading_.all & kObjects), index);
    }
    if (claims::licenses(in) && (in.all & kDataKinds) != 0) {
      add(Topic::kLicence, false, own | (in.all & (kReach | bit(kLicence))), index);
    } else if (!training && in.has(kPrompt) && (in.has(kAi) || (in.all & bit(kPosts)) != 0)) {
      // "content, including inputs, prompts and outputs" defines what is content in any case
      const bool defines = in.of(kPrompt).size() >= kBothWays;
      add(Topic::kInputs, denied, defines ? own : own | (in.all & bit(kDuty)), index);
    } else if (!training && in.has(kAi)) {
      add(Topic::kUsed, denied, own, index);
    }
  }

  const Vocabulary& vocabulary_;
  std::vector<Proposition>& out_;
  Above heading_, lead_;
  int last_item_ = -1;
  int last_training_ = -1;  // the last sentence that speaks of training
};

// The values that tell two propositions of a topic apart.
Values compared(const Proposition& one) {
  using enum Value;
  switch (one.topic) {
    case Topic::kTraining: {
      Values out =
          one.values & (kDataKinds | kUnless | bit(kThird) | bit(kAffiliates) | bit(kRefused));
      return out | (one.values & (bit(kTrain) | bit(kAi)));
    }
    case Topic::kLicence:
      return one.values & (kReach | bit(kPosts) | bit(kPersonal));
    case Topic::kInputs:
      return one.values & (kDataKinds | kRights);
    case Topic::kUsed:
      return one.values & (kDataKinds | kRights | bit(kThird) | bit(kRefused));
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
         std::to_string(propose::compared(*this)) + plans;
}

int Proposition::level() const {
  using enum Value;
  switch (topic) {
    case Topic::kTraining:
      return (values & (kDataKinds | kRights | bit(kInterest) | bit(kRefused))) != 0 ? 3 : 2;
    case Topic::kLicence:
      return 2;
    case Topic::kInputs:
      // what the reader answers for, or what a machine gives to nobody, is no change of use
      return (values & bit(kDuty)) != 0 ||
                     (values & (bit(kReader) | bit(kPosts) | bit(kPersonal))) == 0
                 ? 1
                 : 2;
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
  for (std::size_t i = 0; i < sentences.size() && !detail::is_stopped(); ++i)
    reader.take(sentences[i], static_cast<int>(i));
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
