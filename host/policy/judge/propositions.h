#pragma once
#include <set>
#include <string>
#include <vector>

#include "policy/text/extract.h"
#include "policy/text/slots.h"

// A document as the set of propositions it makes about training AI, about the licence to the
// reader's content, and about AI that is only used. Two texts are compared by the difference of
// their sets: no sentence needs a partner, and a rewording that keeps the proposition is silent.
namespace optoutlog::policy {

enum class Topic {
  kTraining,   // a model is trained, developed or improved
  kLicence,    // how far the licence to the reader's content goes
  kInputs,     // what the reader puts into an AI and gets out of it
  kUsed,       // AI is used or offered, nothing is said about training
  kForbidden,  // a rule for the reader: not to train with the service's content
};
const char* name_of(Topic topic);

struct Proposition {
  Topic topic = Topic::kUsed;
  bool is_denied = false;  // "do not", "never", "no longer"
  Values values = 0;       // every value of the sentence that belongs to the topic
  int sentence = 0;        // index of the sentence that makes it
  std::string plans;       // which plans it names, see claims::plans

  // What makes two propositions the same. Modality ("may", "will") and the exact verb are told and
  // not compared.
  std::string key() const;
  // The way out that it names for the reader: opt-out, consent, objection.
  Values rights() const { return topic == Topic::kTraining ? values & kRights : 0; }
  int level() const;
};

// The propositions of a text, in reading order.
std::vector<Proposition> propositions_of(const std::vector<Sentence>& sentences,
                                         const Vocabulary& vocabulary);

// Those of `one` that no proposition of `other` makes.
std::vector<Proposition> beyond(const std::vector<Proposition>& one,
                                const std::vector<Proposition>& other);

}  // namespace optoutlog::policy
