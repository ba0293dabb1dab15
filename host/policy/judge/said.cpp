#include "policy/judge/said.h"

#include <utility>
#include <vector>

namespace optoutlog::policy {
namespace saying {
namespace {

struct Phrase {
  Value value;
  const char* text;
};

constexpr Phrase kData[] = {{Value::kPosts, "content"},
                            {Value::kMessages, "messages"},
                            {Value::kVoice, "voice"},
                            {Value::kPhotos, "photos or videos"},
                            {Value::kInputs, "what is entered and given back"},
                            {Value::kPublic, "what is public"},
                            {Value::kCode, "code"},
                            {Value::kPersonal, "personal data"},
                            {Value::kDeidentified, "de-identified data"}};
constexpr Phrase kBeside[] = {{Value::kOptOut, "an opt-out or a setting"},
                              {Value::kConsent, "consent"},
                              {Value::kObjection, "an objection"},
                              {Value::kInterest, "a legal basis"},
                              {Value::kPlan, "a plan"},
                              {Value::kRegion, "a region"},
                              {Value::kAge, "an age"},
                              {Value::kScope, "some products only"},
                              {Value::kThird, "third parties"},
                              {Value::kAffiliates, "affiliates"}};
constexpr Phrase kReaches[] = {{Value::kIrrevocable, "perpetual or irrevocable"},
                               {Value::kSublicensable, "sublicensable"},
                               {Value::kTransferable, "transferable"},
                               {Value::kDerivative, "with derivative works"},
                               {Value::kAnalyse, "with analysis"},
                               {Value::kSurvives, "beyond deletion"}};

template <std::size_t N>
std::string list(const Phrase (&phrases)[N], Values values) {
  std::vector<std::string> found;
  for (const Phrase& phrase : phrases)
    if ((values & bit(phrase.value)) != 0) found.emplace_back(phrase.text);
  std::string out;
  for (std::size_t i = 0; i < found.size(); ++i)
    out += (i == 0 ? "" : i + 1 == found.size() ? " and " : ", ") + found[i];
  return out;
}

std::string topic(const Proposition& one) {
  const bool trains = (one.values & bit(Value::kTrain)) != 0;
  switch (one.topic) {
    case Topic::kTraining:
      return one.is_denied ? "a limit to training or improving models"
             : trains      ? "training of models"
                           : "developing or improving AI or models";
    case Topic::kLicence:
      return "a licence to content";
    case Topic::kInputs:
      return "what is entered into AI and what it gives back";
    case Topic::kUsed:
      return "use of AI";
    case Topic::kForbidden:
      return "a rule for the reader about AI";
  }
  return {};
}

}  // namespace
}  // namespace saying

std::string said(const Proposition& one, bool came) {
  std::string out = (came ? "New: " : "No longer so: ") + saying::topic(one);
  const std::string reach = saying::list(saying::kReaches, one.values & kReach);
  const std::string data = saying::list(saying::kData, one.values);
  const std::string beside = saying::list(saying::kBeside, one.values);
  if (!reach.empty() && one.topic == Topic::kLicence) out += ", " + reach;
  if (!data.empty()) out += "; named with it: " + data;
  if (!beside.empty()) out += "; beside it: " + beside;
  return out + ".";
}

}  // namespace optoutlog::policy
