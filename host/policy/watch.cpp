#include "policy/watch.h"

#include <algorithm>

#include "policy/digest.h"
#include "policy/judgement_json.h"
#include "policy/memory_json.h"

namespace optoutlog::policy {
namespace {

constexpr Millis kDue =
    20 * 60 * record::kMinute;  // a daily look may drift towards the morning, never twice a day
constexpr Millis kAskedAgain = record::kMinute;  // a person who asks may ask again, not hammer

std::optional<Date> dayOf(Millis now) {
  return parseIso(record::format_time(now).substr(0, 10));
}

std::string withoutFragment(const std::string& url) {
  return url.substr(0, url.find('#'));
}

void fail(Look& look, std::string state, std::string detail, Millis now) {
  look.state = std::move(state);
  look.detail = std::move(detail);
  look.checked = now;
  if (look.failingSince == 0) look.failingSince = now;
}

void succeed(Look& look, std::string state, std::string detail, Millis now) {
  look.state = std::move(state);
  look.detail = std::move(detail);
  look.checked = look.good = now;
  look.failingSince = look.notBefore = 0;
}

void take(Look& look, const Watched& document, const Page& page) {
  look.finalUrl = withoutFragment(page.finalUrl);
  look.etag = page.etag;
  look.lastModified = page.lastModified;
  look.served = page.served;
  look.status = page.status;
  look.capture = page.capture;
  look.extractor = kExtractorVersion;
  look.lang = document.lang;
  look.raw = page.bytes;
  look.rawCharset = page.charset;
  look.hasBaseline = true;
}

StoredChange changeOf(const Watched& document, const Look& before, const Judgement& judgement,
                      const Document& next, const Page& page, Millis now) {
  StoredChange out;
  out.document = document.id;
  out.platform = document.platform;
  out.verdict = nameOf(judgement.verdict);
  out.level = judgement.level;
  out.rightRemoved = judgement.rightRemoved;
  out.phase = judgement.phase;
  out.effective = judgement.effect ? judgement.effect->date.iso() : "";
  out.finalUrl = withoutFragment(page.finalUrl);
  out.capture = page.capture;
  out.at = now;
  out.oldSha = sha256Hex(textOf(before.memory.baseline.sentences));
  out.newSha = sha256Hex(next.text());
  out.comparedSha = sha256Hex(textOf(judgement.after));
  out.judgement = toJson(judgement, Detail::kClauses)
                      .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return out;
}

// After an update of the extractor the kept bytes are read anew, so that only the platform's changes count.
void readAgain(Look& look) {
  if (!look.hasBaseline || look.extractor == kExtractorVersion || look.raw.empty()) return;
  Document again = extract(look.raw, Kind::kHtml, look.rawCharset);
  if (!again.problem.empty() || again.sentences.empty()) return;
  look.memory.baseline = std::move(again);
  look.memory.known.clear();
  look.extractor = kExtractorVersion;
}

}  // namespace

bool isGood(const std::string& state) {
  static constexpr std::string_view kGood[] = {"first", "unchanged", "changed",      "mention",
                                               "alert", "in-force",  "new-baseline", "waiting"};
  return std::find(std::begin(kGood), std::end(kGood), state) != std::end(kGood);
}

Outcome consume(const Watched& document, Look look, const Page& page, Millis now) {
  readAgain(look);
  const bool plain = page.capture == "fetch" && page.bytes.find('<') == std::string::npos;
  const Document next = extract(page.bytes, plain ? Kind::kText : Kind::kHtml, page.charset);
  Context context;
  // A page that the user's browser shows may be in the user's language; then it says so itself.
  context.lang = page.capture == "page" && termsFor(next.lang) != nullptr ? std::string() : document.lang;
  context.at = dayOf(now);

  if (!look.hasBaseline) {
    if (const auto refused = refusedAsBaseline(next, context)) {
      fail(look, refused->name, refused->text, now);
      look.finalUrl = withoutFragment(page.finalUrl);
      look.status = page.status;
      return {std::move(look), std::nullopt, {}};
    }
    take(look, document, page);
    look.memory.baseline = next;
    succeed(look, "first", "The first text was kept; changes are told from now on.", now);
    return {std::move(look), std::nullopt, {}};
  }

  context.baselineUrl = look.finalUrl;
  context.url = withoutFragment(page.finalUrl);
  context.baselineExtractor = look.extractor;
  context.baselineCapture = look.capture;
  context.capture = page.capture;
  const Judgement judgement = judge(look.memory, next, context);
  const std::string detail = judgement.reasons.empty() ? "" : judgement.reasons.front().text;
  if (judgement.verdict == Verdict::kCannotCompare) {
    fail(look, judgement.reasons.front().name, detail, now);
    look.status = page.status;
    return {std::move(look), std::nullopt, {}};
  }

  // What no day vouches for must be seen twice: sites answer wrongly now and then.
  const bool unsure = (judgement.verdict == Verdict::kAlert && !judgement.dated) ||
                      judgement.verdict == Verdict::kNewBaseline;
  const std::string digest = digestOf(next);
  if (unsure && look.pending != digest) {
    succeed(look, "waiting",
            judgement.verdict == Verdict::kAlert
                ? "A change was seen that names no day; a second look must confirm it before it is told."
                : "Quite another text was seen; a second look must confirm it before comparing starts anew.",
            now);
    look.pending = digest;
    look.etag = look.lastModified = "";  // the second look needs the page itself
    return {std::move(look), std::nullopt, {}};
  }
  look.pending.clear();

  Outcome out;
  const bool told = judgement.verdict != Verdict::kNone;
  if (told) {
    out.change = changeOf(document, look, judgement, next, page, now);
    out.texts = {textOf(look.memory.baseline.sentences), next.text(), textOf(judgement.after)};
  }
  const bool same = judgement.diff.empty();
  remember(look.memory, next, judgement);
  take(look, document, page);
  succeed(look, told ? nameOf(judgement.verdict) : same ? "unchanged" : "changed", detail, now);
  out.look = std::move(look);
  return out;
}

Look failed(Look look, const Fetched& fetched, Millis now) {
  if (fetched.state == "cancelled") return look;  // nothing was learned, nothing is changed
  if (fetched.state == "not-modified") {
    succeed(look, "unchanged", "The site says that nothing changed since the last look.", now);
    look.status = fetched.status;
    return look;
  }
  fail(look, fetched.state, fetched.detail, now);
  look.status = fetched.status;
  const long wait = fetched.retryAfterSeconds > 0      ? fetched.retryAfterSeconds
                    : fetched.state == "asked-to-wait" ? 3'600
                                                       : 0;
  look.notBefore = wait > 0 ? now + std::min<Millis>(wait * record::kSecond, record::kDay) : 0;
  return look;
}

std::optional<std::string> notNow(const Watched& document, const Look& look, Millis now, bool asked) {
  if (document.needsScripts.value_or(false)) return "needs-page";
  if (look.notBefore > now) return "asked-to-wait";
  if (look.checked > now) return std::nullopt;  // the clock was set back
  if (look.checked > 0 && now - look.checked < (asked ? kAskedAgain : kDue)) return "checked-today";
  return std::nullopt;
}

Outcome check(const Watched& document, const Look& look, Fetcher& fetcher, const std::atomic<bool>& cancelled,
              Millis now) {
  FetchRequest request;
  request.url = document.url;
  request.lang = document.lang;
  request.ownUrl = document.own;
  // Validators are of the kept text; with another extractor or language they would hide that it must be read
  // anew.
  if (look.hasBaseline && look.capture == "fetch" && look.extractor == kExtractorVersion &&
      look.lang == document.lang && isGood(look.state)) {
    request.etag = look.etag;
    request.lastModified = look.lastModified;
  }
  Fetched fetched = fetcher.get(request, cancelled);
  if (fetched.state != "ok") return {failed(look, fetched, now), std::nullopt, {}};
  return consume(document, look,
                 {std::move(fetched.body), fetched.charset, fetched.finalUrl, "fetch", fetched.etag,
                  fetched.lastModified, fetched.date, fetched.status},
                 now);
}

}  // namespace optoutlog::policy
