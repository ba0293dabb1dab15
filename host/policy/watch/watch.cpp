#include "policy/watch/watch.h"

#include <algorithm>

#include "base/sha256.h"
#include "policy/judge/judgement_json.h"
#include "policy/judge/memory_json.h"

namespace optoutlog::policy {
namespace {

constexpr Millis kTolerance = 5 * kMinute;  // how far a clock may go back by itself

// "At most once a day", as people are told: a day and not less, so that no date has two looks.
constexpr Millis kDue = kDay;
// so long a site is believed that nothing changed; then the text is asked for without validators
constexpr Millis kBelieved = 14 * kDay;
constexpr Millis kAskedAgain = kMinute;  // a person who asks may ask again, not hammer

std::optional<Date> day_of(Millis now) {
  return parse_iso(format_time(now).substr(0, 10));
}

std::string without_fragment(const std::string& url) {
  return url.substr(0, url.find('#'));
}

void fail(Look& look, std::string state, std::string detail, Millis now) {
  look.state = std::move(state);
  look.detail = std::move(detail);
  look.checked = now;
  if (look.failing_since == 0) look.failing_since = now;
}

void succeed(Look& look, std::string state, std::string detail, Millis now) {
  look.state = std::move(state);
  look.detail = std::move(detail);
  look.checked = look.good = now;
  look.failing_since = look.not_before = 0;
}

void take(Look& look, const Watched& document, const Page& page, Millis now) {
  look.memory.read = now;
  look.final_url = without_fragment(page.final_url);
  look.etag = page.etag;
  look.last_modified = page.last_modified;
  look.served = page.served;
  look.status = page.status;
  look.capture = page.capture;
  look.extractor = kExtractorVersion;
  look.lang = document.lang;
  look.raw = page.bytes;
  look.raw_charset = page.charset;
  look.has_baseline = true;
}

StoredChange change_of(const Watched& document, const Look& before, const Judgement& judgement,
                       const Document& next, const Page& page, Millis now) {
  StoredChange out;
  out.document = document.id;
  out.platform = document.platform;
  out.verdict = name_of(judgement.verdict);
  out.level = judgement.level;
  out.right_removed = judgement.right_removed;
  out.phase = judgement.phase;
  out.effective = judgement.effect ? judgement.effect->date.iso() : "";
  out.final_url = without_fragment(page.final_url);
  out.capture = page.capture;
  out.at = now;
  out.old_sha = sha256_hex(text_of(before.memory.baseline.sentences));
  out.new_sha = sha256_hex(next.text());
  out.compared_sha = sha256_hex(text_of(judgement.after));
  out.judgement = to_json(judgement, Detail::kClauses)
                      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return out;
}

// After an update of the extractor the kept bytes are read anew, so that only the platform's
// changes count.
void read_again(Look& look) {
  if (!look.has_baseline || look.extractor == kExtractorVersion || look.raw.empty()) return;
  Document again = extract(look.raw, Kind::kHtml, look.raw_charset);
  if (!again.problem.empty() || again.sentences.empty()) return;
  look.memory.baseline = std::move(again);
  look.memory.known.clear();
  look.extractor = kExtractorVersion;
}

Context context_of(const Watched& document, const Look& look, const Page& page,
                   const Document& next, Millis now) {
  Context context;
  // A page that the user's browser shows may be in the user's language; then it says so itself.
  context.lang =
      page.capture == "page" && terms_for(next.lang) != nullptr ? std::string() : document.lang;
  context.at = day_of(now);
  context.baseline_url = look.final_url;
  context.url = without_fragment(page.final_url);
  context.baseline_extractor = look.extractor;
  context.baseline_capture = look.capture;
  context.capture = page.capture;
  return context;
}

// The look that has no text yet takes its first one.
Outcome begin(const Watched& document, Look look, const Page& page, const Document& next,
              const Context& context, Millis now) {
  if (const auto refused = refused_as_baseline(next, context)) {
    fail(look, refused->name, refused->text, now);
    look.final_url = without_fragment(page.final_url);
    look.status = page.status;
    return {std::move(look), std::nullopt, {}};
  }
  take(look, document, page, now);
  look.memory.baseline = next;
  succeed(look, "first", "The first text was kept; changes are told from now on.", now);
  return {std::move(look), std::nullopt, {}};
}

}  // namespace

bool is_good(const std::string& state) {
  static constexpr std::string_view kGood[] = {"first", "unchanged", "changed",      "mention",
                                               "alert", "in-force",  "new-baseline", "waiting"};
  return std::find(std::begin(kGood), std::end(kGood), state) != std::end(kGood);
}

Outcome consume(const Watched& document, Look look, const Page& page, Millis now) {
  read_again(look);
  const bool plain = page.capture == "fetch" && page.bytes.find('<') == std::string::npos;
  const Document next = extract(page.bytes, plain ? Kind::kText : Kind::kHtml, page.charset);
  const Context context = context_of(document, look, page, next, now);
  if (!look.has_baseline) return begin(document, std::move(look), page, next, context, now);

  Judgement judgement = judge(look.memory, next, context);
  const bool healed =
      judgement.verdict == Verdict::kCannotCompare && outlasted(look.memory, next, judgement, now);
  const std::string detail = judgement.reasons.empty() ? "" : judgement.reasons.front().text;
  if (judgement.verdict == Verdict::kCannotCompare) {
    fail(look, judgement.reasons.front().name, detail, now);
    look.status = page.status;
    return {std::move(look), std::nullopt, {}};
  }

  // What is told must be seen twice, a day or none: sites answer wrongly now and then. The clauses
  // must be the same then; the page may move elsewhere.
  const bool unsure = !healed && (judgement.verdict == Verdict::kAlert ||
                                  judgement.verdict == Verdict::kNewBaseline);
  const std::string seen = fingerprint(judgement);
  if (unsure && look.pending != seen) {
    succeed(look, "waiting",
            judgement.verdict == Verdict::kAlert ? "A change was seen; a second look must confirm "
                                                   "it before it is told."
                                                 : "Quite another text was seen; a second look "
                                                   "must confirm it before comparing starts anew.",
            now);
    look.pending = seen;
    look.etag = look.last_modified = "";  // the second look needs the page itself
    return {std::move(look), std::nullopt, {}};
  }
  look.pending.clear();

  Outcome out;
  const bool told = judgement.verdict != Verdict::kNone;
  if (told) {
    out.change = change_of(document, look, judgement, next, page, now);
    out.texts = {text_of(look.memory.baseline.sentences), next.text(), text_of(judgement.after)};
  }
  const bool same = judgement.diff.empty();
  remember(look.memory, next, judgement);
  take(look, document, page, now);
  succeed(look, told ? name_of(judgement.verdict) : same ? "unchanged" : "changed", detail, now);
  out.look = std::move(look);
  return out;
}

Look failed(Look look, const Fetched& fetched, Millis now) {
  if (fetched.state == "cancelled") return look;  // nothing was learned, nothing is changed
  if (fetched.state == "not-modified") {
    const std::string day =
        look.memory.read == 0 ? "" : format_time(look.memory.read).substr(0, 10);
    succeed(
        look, "unchanged",
        "The site says that nothing changed since the last look" +
            (day.empty() ? std::string(".") : "; the text itself was last read on " + day + "."),
        now);
    look.status = fetched.status;
    return look;
  }
  fail(look, fetched.state, fetched.detail, now);
  look.status = fetched.status;
  const long wait = fetched.retry_after_seconds > 0    ? fetched.retry_after_seconds
                    : fetched.state == "asked-to-wait" ? 3'600
                                                       : 0;
  look.not_before = wait > 0 ? now + std::min<Millis>(wait * kSecond, kDay) : 0;
  return look;
}

std::optional<std::string> not_now(const Watched& document, const Look& look, Millis now,
                                   bool asked) {
  if (document.needs_scripts.value_or(false)) return "needs-page";
  // The clock was ahead then, and so is all that it counted.
  if (look.checked > now + kTolerance) return std::nullopt;
  if (look.not_before > now) return "asked-to-wait";
  if (look.checked > 0 && now - look.checked < (asked ? kAskedAgain : kDue)) return "checked-today";
  return std::nullopt;
}

Outcome check(const Watched& document, const Look& look, Fetcher& fetcher,
              const std::atomic<bool>& cancelled, Millis now) {
  FetchRequest request;
  request.url = document.url;
  request.lang = document.lang;
  request.own_url = document.own;
  // Validators are of the kept text; with another extractor or language they would hide that it
  // must be read anew.
  if (look.has_baseline && look.capture == "fetch" && look.extractor == kExtractorVersion &&
      look.lang == document.lang && is_good(look.state) && now - look.memory.read < kBelieved) {
    request.etag = look.etag;
    request.last_modified = look.last_modified;
  }
  Fetched fetched = fetcher.get(request, cancelled);
  if (fetched.state != "ok") return {failed(look, fetched, now), std::nullopt, {}};
  return consume(document, look,
                 {std::move(fetched.body), fetched.charset, fetched.final_url, "fetch",
                  fetched.etag, fetched.last_modified, fetched.date, fetched.status},
                 now);
}

}  // namespace optoutlog::policy
