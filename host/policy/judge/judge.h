#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "policy/judge/dates.h"
#include "policy/judge/diff.h"
#include "policy/judge/propositions.h"
#include "policy/judge/score.h"
#include "policy/text/extract.h"

// The verdict over a new version of a document: gate, known, diff, score. Pure: no clock, no
// network, no database. `policy compare` calls it with files, the watch with what it fetched, and
// both get the same answer.
namespace optoutlog::policy {

enum class Verdict {
  // a clause about AI, licence or prompts came, went or was rewritten (level 2 or 3)
  kAlert,
  // level 1, or something worth a line in the list: a moved date, a withdrawn announcement
  kMention,
  kNone,     // no sentence changed, a known text came back, or what changed is not about AI
  kInForce,  // what was announced before is now the text; no second alarm
  // other address, locale, extractor or document: nothing to compare with, comparing starts
  kNewBaseline,
  // here
  // not a text that could be judged: collapsed, empty, a wall, undecodable, no term list
  kCannotCompare,
};
const char* name_of(Verdict verdict);

struct Reason {
  std::string name;  // stable, dotted or hyphenated; POLICY.md lists them
  std::string text;  // one English sentence
};

struct Clause {
  // sentence of `before()`/`after()` of the judgement; -1 where there is none
  int before = -1, after = -1;
  int level = 0;
  bool right_removed = false;  // a sentence that named a right of the reader is gone
  bool told = false;           // an earlier alert already showed it
  Topic topic = Topic::kUsed;  // of the strongest proposition below
  // what the sentence says that no sentence of the other text says
  std::vector<Proposition> came, went;
  Score score;  // of the sentence that counts: the new one, or the old one where that says more
};

struct Judgement {
  Verdict verdict = Verdict::kNone;
  int level = 0;               // highest level among clauses not told before
  bool right_removed = false;  // ranks above every other level 3
  bool right_widened = false;  // a way out of training is named that was not, and none is gone
  // a gate failed: what is told may come of another page, region or document
  bool doubtful = false;
  std::string phase;             // "announced", "in-force" or empty where the text does not say
  std::optional<Effect> effect;  // the date that the new wording names
  // every day that it names; more than one: none of them is `effect`
  std::vector<Effect> days;
  bool dated = false;    // it names one
  bool doubled = false;  // the page carries the current and the coming text
  std::vector<Reason> reasons;
  std::vector<Clause> clauses;  // highest rank first
  Diff diff;                    // between `before` and `after`
  std::vector<Sentence> before,
      // what was compared; for a doubled page `after` is the coming text alone
      after;
  std::string lang;        // of the term list used, empty where none was needed
  bool validated = false;  // that list was checked against real texts
  // nothing was declared that has a list; English was taken as the text reads so
  bool lang_assumed = false;
};

// An announcement whose day has not come: a page that carried two texts.
struct Announced {
  Date date;
  std::set<std::string> coming_only, current_only;  // keys
};

// What is remembered of a document between two looks.
struct Memory {
  Document baseline;               // the last good text
  std::vector<std::string> known;  // digests of texts seen before, newest last, at most kMaxKnown
  std::set<std::string> told;      // "+key" and "-key" of clauses that an alert has shown
  std::optional<Announced> announced;
  std::optional<Effect> effect;  // the last date told
  // Texts refused one after the other, alike each time; the time is in milliseconds since 1970.
  struct Refused {
    std::string reason;
    std::size_t sentences = 0;
    int times = 0;
    std::int64_t since = 0;
  };
  std::optional<Refused> refused;
  std::int64_t read = 0;  // when the text itself was last read, in milliseconds since 1970
};
inline constexpr std::size_t kMaxKnown = 16;

struct Context {
  // declared language of the document; empty: what the page declares, else English
  std::string lang;
  std::optional<Date> at;                 // the day of the new reading, where known
  std::string baseline_url, url;          // final addresses; compared only where both are there
  std::string baseline_capture, capture;  // "fetch" or "page"; compared only where both are there
  int baseline_extractor = kExtractorVersion;
};

// SHA-256 over the keys: equal for two texts in which no sentence differs and the order is the
// same.
std::string digest_of(const Document& document);

// Takes a memory with a baseline. Never throws for any document.
Judgement judge(const Memory& memory, const Document& next, const Context& context);

// Why `document` cannot be a baseline (too small, a wall, no policy words, undecodable); nothing if
// it can.
std::optional<Reason> refused_as_baseline(const Document& document, const Context& context);

// The verdict of today's word list over two texts that were compared before: the same diff, scored
// anew. No gate is asked; `told` as in Memory, `effect` and `doubt` as they were told.
Judgement judge_again(std::vector<Sentence> before, std::vector<Sentence> after,
                      const std::set<std::string>& told, const std::optional<Effect>& effect,
                      const std::optional<Reason>& doubt, const TermList& terms);

// What a second look must find again: the clauses that came or went, and not the whole text, since
// a page may move in some sentence at every look.
std::string fingerprint(const Judgement& judgement);

// Nothing is final: a text refused three times over seven days, alike each time, becomes the new
// baseline and says what it brings. True where that is so now; the memory counts.
bool outlasted(Memory& memory, const Document& next, Judgement& judgement, std::int64_t now);

// Moves the memory on as the judgement says. `kCannotCompare` leaves it untouched.
void remember(Memory& memory, const Document& next, const Judgement& judgement);

}  // namespace optoutlog::policy
