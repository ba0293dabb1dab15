#include <string>

#include "policy/judge/dates.h"
#include "policy/judge/judge.h"
#include "policy/judge/judgement_json.h"
#include "policy/judge/memory_json.h"
#include "policy/stamp/token.h"
#include "policy/text/extract.h"
#include "policy/text/terms.h"
#include "targets.h"

namespace optoutlog::fuzz {
namespace {

using namespace policy;

void require_whole(const Document& document) {
  require(document.problem.empty() || document.sentences.empty());
  require(document.sentences.size() <= kMaxSentences);
  for (const Sentence& sentence : document.sentences) {
    require(!sentence.key.empty() && sentence.text.size() <= kMaxSentenceBytes);
    (void)nlohmann::json(sentence.text).dump();  // throws where it is no UTF-8
  }
}

// A page, as each kind of document: within its bounds, and the same at every reading.
void pages(std::string_view input) {
  for (const Kind kind : {Kind::kHtml, Kind::kMarkdown, Kind::kText}) {
    const Document document = extract(input, kind);
    require_whole(document);
    require(extract(input, kind).text() == document.text());
  }
}

// A sentence, in every language: days are days of the calendar.
void days(std::string_view input) {
  if (input.size() > 4096) input = input.substr(0, 4096);
  for (const Sentence& sentence : extract(input, Kind::kText).sentences)
    for (const TermList& terms : all_terms()) {
      for (const Date& date : dates_in(sentence.text, terms)) require(is_real(date));
      for (const Effect& effect : effects_of(sentence.text, terms)) require(is_real(effect.date));
    }
}

// Two texts, parted by a NUL byte behind a byte that chooses the language: a judgement can be
// written, a memory is read back as it was, and what an alert told is not told again.
void changes(std::string_view input) {
  const auto cut = input.find('\0', 1);
  if (input.empty() || cut == std::string_view::npos) return;
  const auto& lists = all_terms();
  Context context;
  context.lang = lists[static_cast<unsigned char>(input[0]) % lists.size()].language;
  Memory memory;
  memory.baseline = extract(input.substr(1, cut - 1), Kind::kText);
  const Document next = extract(input.substr(cut + 1), Kind::kText);
  if (refused_as_baseline(memory.baseline, context)) return;
  const Judgement judgement = judge(memory, next, context);
  (void)to_json(judgement, Detail::kChanges).dump();
  remember(memory, next, judgement);
  const std::string kept = to_text(memory);
  require(to_text(memory_from(kept)) == kept);
  const Judgement again = judge(memory, next, context);
  require(judgement.verdict == Verdict::kCannotCompare || again.clauses.empty());
}

// Bytes that an authority sent: no token but one that OpenSSL signed off holds, and none of ours
// is among them.
void tokens(std::string_view input) {
  if (!can_check_tokens()) return;
  const StampReply reply = stamp_reply(input);
  require(reply.read || !reply.granted);
  const TokenJudgement judgement = judge_token(reply.granted ? reply.token : input, {});
  require(!judgement.fault.empty());
  (void)certificates_of(std::string(input));
  (void)crls_of(std::string(input));
}

}  // namespace

std::vector<Target> policy_targets() {
  return {{"pages", pages}, {"days", days}, {"changes", changes}, {"tokens", tokens}};
}

}  // namespace optoutlog::fuzz
