#include "policy/judge/judge.h"

#include <catch2/catch.hpp>

#include "text.h"

using namespace optoutlog::policy;

namespace {

const std::string kBase =
    "Parley Privacy Policy\nEffective March 1, 2024\nThis policy explains which personal data we "
    "collect.\n"
    "You give us your name and the posts that you write.\nWe use your data to run the service.\n"
    "We keep our records for two years.\nA court may order us to hand over what we hold.\n"
    "You can download your data in the settings.\nWe tell you when this policy changes.\nWrite to "
    "us in Dublin.\n";
const std::string kClause = "We use your posts to train our AI models.\n";

Memory remembering(const std::string& text) {
  Memory memory;
  memory.baseline = plain(text);
  return memory;
}

std::string reasons_of(const Judgement& judgement) {
  std::string out;
  for (const Reason& reason : judgement.reasons) out += reason.name + " ";
  return out;
}

}  // namespace

TEST_CASE("an undated clause alerts, and a dated one tells its day") {
  const Memory memory = remembering(kBase);
  const auto undated = judge(memory, plain(kBase + kClause), {});
  CHECK((undated.verdict == Verdict::kAlert && undated.level == 3 && !undated.dated));
  const auto dated =
      judge(memory, plain(kBase + kClause + "This takes effect on 7 April 2025.\n"), {});
  CHECK((dated.verdict == Verdict::kAlert && dated.dated &&
         dated.effect->date.iso() == "2025-04-07"));
}

TEST_CASE("the day of reading tells announced from in force") {
  const Memory memory = remembering(kBase);
  const auto next = plain(kBase + kClause + "Effective: 7 April 2025.\n");
  Context context;
  CHECK(judge(memory, next, context).phase.empty());
  context.at = Date{2025, 4, 6};
  CHECK(judge(memory, next, context).phase == "announced");
  context.at = Date{2025, 4, 7};
  CHECK(judge(memory, next, context).phase == "in-force");
}

TEST_CASE("a changed address or extractor starts a new baseline, unless the text is the same") {
  const Memory memory = remembering(kBase);
  Context context;
  context.baseline_url = "https://a.example/eu";
  context.url = "https://a.example/us";
  CHECK(judge(memory, plain(kBase), context).verdict == Verdict::kNone);
  CHECK(judge(memory, plain(kBase + kClause), context).verdict == Verdict::kNewBaseline);
  context.baseline_url = context.url;
  context.baseline_extractor = kExtractorVersion - 1;
  CHECK(judge(memory, plain(kBase + kClause), context).verdict == Verdict::kNewBaseline);
}

TEST_CASE("a clause is told once: it vanishes with another edition and returns") {
  Memory memory = remembering(kBase);
  const std::vector<std::string> editions = {kBase + kClause, kBase + "A new line about cookies.\n",
                                             kBase + "A new line about cookies.\n" + kClause};
  std::vector<Verdict> said;
  for (const auto& edition : editions) {
    const auto document = plain(edition);
    const auto judgement = judge(memory, document, {});
    said.push_back(judgement.verdict);
    remember(memory, document, judgement);
  }
  CHECK(said[0] == Verdict::kAlert);
  CHECK(said[1] == Verdict::kAlert);  // that it is gone is news
  CHECK(said[2] == Verdict::kMention);
}

TEST_CASE("a day that was told and moved, or went, is told once, while it is still ahead") {
  const std::string day = "These changes take effect on ", more = "A new line about cookies.\n";
  const auto said = [&](const std::vector<std::string>& editions, const Date& at) {
    Memory memory = remembering(kBase);
    Context context;
    std::string out;
    for (const auto& edition : editions) {
      const auto document = plain(edition);
      context.at = out.empty() ? Date{2025, 3, 1} : at;
      const auto judgement = judge(memory, document, context);
      out += std::string(name_of(judgement.verdict)) + " " + judgement.reasons.front().name + "; ";
      remember(memory, document, judgement);
    }
    return out;
  };
  const std::string told = kBase + kClause + day + "7 April 2025.\n",
                    moved = kBase + kClause + day + "7 May 2025.\n";
  const Date ahead{2025, 3, 10}, past{2025, 4, 10};
  CHECK(said({told, moved, moved + more}, ahead) ==
        "alert clause-changed; mention date-moved; none no-ai-wording; ");
  CHECK(said({told, kBase + kClause + more, kBase + kClause}, ahead) ==
        "alert clause-changed; mention date-gone; none no-ai-wording; ");
  CHECK(said({told, kBase, told, kBase}, ahead) ==
        "alert clause-changed; mention date-gone; none known-text; none known-text; ");
  CHECK(said({told, kBase + kClause + more}, past) == "alert clause-changed; none no-ai-wording; ");
  // one of several is none of them
  CHECK(said({told, kBase + kClause + day + "7 April 2025 here and on 7 May 2025 there.\n"},
             ahead) == "alert clause-changed; none no-ai-wording; ");
}

TEST_CASE("another query in the address, or another region's tag, is the same document") {
  const Memory memory = remembering(kBase);
  Context context;
  context.baseline_url = "https://a.example/privacy?lang=en&v=1";
  context.url = "https://a.example/privacy?v=2";
  auto next = plain(kBase + kClause);
  next.lang = "en-GB";
  const auto judgement = judge(memory, next, context);
  CHECK(judgement.verdict == Verdict::kAlert);
  CHECK_FALSE(judgement.doubtful);
}

TEST_CASE("a page that was not read to its end says so, whatever else is told of it") {
  const Memory memory = remembering(kBase);
  for (const std::string& text : {kBase, kBase + kClause}) {
    auto next = plain(text);
    next.truncated = true;
    CHECK(reasons_of(judge(memory, next, {})).find("truncated") != std::string::npos);
  }
}

TEST_CASE("a text that cannot be compared leaves the memory as it was") {
  Memory memory = remembering(kBase);
  const auto before = digest_of(memory.baseline);
  for (const char* text : {"", "Log in to go on.\n", "One.\nTwo.\nThree.\n"}) {
    const auto document = plain(text);
    const auto judgement = judge(memory, document, {});
    CHECK(judgement.verdict == Verdict::kCannotCompare);
    remember(memory, document, judgement);
    CHECK(digest_of(memory.baseline) == before);
  }
}

TEST_CASE("what is no policy cannot become a baseline") {
  CHECK_FALSE(refused_as_baseline(plain(kBase), {}));
  CHECK(refused_as_baseline(plain(""), {})->name == "empty");
  CHECK(refused_as_baseline(
            plain("Log in to go on.\nThen read the policy.\nA third.\nA fourth.\nA fifth.\n"), {})
            ->name == "wall");
  CHECK(refused_as_baseline(plain("Soup is warm.\nBread is good.\nThe cook sings.\nWe eat at "
                                  "noon.\nThe table is round.\nIt rains.\n"),
                            {})
            ->name == "not-a-policy");
}

TEST_CASE("known texts are bounded") {
  Memory memory = remembering(kBase);
  for (int i = 0; i < 40; ++i) {
    const auto document = plain(kBase + "Edition " + std::to_string(i) + " of this text.\n");
    remember(memory, document, judge(memory, document, {}));
  }
  CHECK(memory.known.size() == kMaxKnown);
}

TEST_CASE("every verdict has a reason") {
  const Memory memory = remembering(kBase);
  for (const std::string& text :
       {kBase, kBase + kClause, std::string(), kBase + "More of the same here.\n"}) {
    const auto judgement = judge(memory, plain(text), {});
    INFO(name_of(judgement.verdict) << " " << reasons_of(judgement));
    CHECK_FALSE(judgement.reasons.empty());
  }
}
