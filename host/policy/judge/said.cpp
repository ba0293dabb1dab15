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
constexpr Phrase kBeside[] = {
    {Value::kRefused, "It names a way to refuse, as one that is not there."},
    {Value::kOptOut, "An opt-out or a setting is named."},
    {Value::kConsent, "Consent is named."},
    {Value::kObjection, "An objection is named."},
    {Value::kInterest, "A legal basis is named."},
    {Value::kPlan, "A plan is named."},
    {Value::kRegion, "A region is named."},
    {Value::kAge, "An age is named."},
    {Value::kScope, "Some products or users are named."},
    {Value::kThird, "Third parties are named."},
    {Value::kAffiliates, "Affiliates are named."}};
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
    out += (i == 0 ? "" : i + 1 < found.size() ? ", " : i == 1 ? " and " : ", and ") + found[i];
  return out;
}

// "New: …", "No longer as it was: …": each a sentence of its own, as the dashboard has them.
std::string topic(const Proposition& one, bool came) {
  const bool trains = (one.values & bit(Value::kTrain)) != 0;
  switch (one.topic) {
    case Topic::kTraining:
      if (one.is_denied)
        return came ? "New: the text names a limit to training or improving models."
                    : "No longer as it was: a limit to training or improving models.";
      if (trains)
        return came ? "New: the text speaks of training models."
                    : "No longer as it was: what the text said of training models.";
      return came ? "New: the text speaks of developing or improving AI or models."
                  : "No longer as it was: what the text said of developing or improving AI or "
                    "models.";
    case Topic::kLicence:
      return came ? "New: the text speaks of a licence to content."
                  : "No longer as it was: what the text said of a licence to content.";
    case Topic::kInputs:
      return came ? "New: the text speaks of what is entered into AI and what it gives back."
                  : "No longer as it was: what the text said of what is entered into AI and what "
                    "it gives back.";
    case Topic::kUsed:
      return came ? "New: the text speaks of the use of AI."
                  : "No longer as it was: what the text said of the use of AI.";
    case Topic::kForbidden:
      return came ? "New: the text names a rule about AI for those who use the service."
                  : "No longer as it was: a rule about AI for those who use the service.";
  }
  return {};
}

}  // namespace
}  // namespace saying

std::string said(const Proposition& one, bool came) {
  std::string out = saying::topic(one, came);
  const std::string reach = saying::list(saying::kReaches, one.values & kReach);
  const std::string data = saying::list(saying::kData, one.values);
  if (!reach.empty() && one.topic == Topic::kLicence) out += " Named of it: " + reach + ".";
  if (!data.empty()) out += " Named with it: " + data + ".";
  if (came)
    for (const saying::Phrase& beside : saying::kBeside)
      if ((one.values & bit(beside.value)) != 0) out.append(" ").append(beside.text);
  return out;
}

}  // namespace optoutlog::policy
