#include "service/export.h"

#include <algorithm>

#include "base/json_text.h"
#include "base/sha256.h"
#include "service/export_cursor.h"
#include "service/page.h"
#include "service/params.h"
#include "service/service.h"
#include "service/statement.h"

namespace optoutlog::service {

const char* const kProves =
    "This export holds what a browser showed on the platforms' settings pages, and when, as "
    "recorded on the owner's computer at that time. The chain of hashes shows that no entry was "
    "changed, swapped or removed since, as long as the checkpoint is the one that was kept "
    "elsewhere.";
const char* const kLimits =
    "It supports the owner's account. It does not prove that a platform did or did not use the "
    "data, and the chain alone does not show a record that its owner wrote anew from the "
    "beginning, or whose end was cut off. What is marked as declared, or as said by the owner, is "
    "the owner's own word.";

namespace {

constexpr std::int64_t kLinksAtOnce = 500;

// The chain up to `head`, in few letters: enough to tell two apart by accident.
std::string chain_of(const record::Head& head) {
  return to_hex(head.record).substr(0, 16) + to_hex(head.hash).substr(0, 16);
}

const ExportWriter* writer_of(const std::string& format) {
  if (format == "json") return &json_writer();
  if (format == "csv") return &csv_writer();
  return format == "html" ? &json_writer() : nullptr;  // a statement is made of an export
}

bool within(const record::Scope& scope, const record::StoredLink& link) {
  if (link.is_note) return true;
  return (!scope.platform || link.platform == scope.platform) &&
         (!scope.account || link.account == scope.account);
}

// What the entries within the scope are about, those that were dropped from `status` too. It is for
// people: what is whole of a damaged chain is saved without it as well, unless `strict`; then the
// lines have to be whole too, since what is counted of an entry stands beside them.
Result<std::vector<record::Subject>> subjects_within(record::Record& record,
                                                     const record::Scope& scope, bool strict) {
  for (std::int64_t skip = 0; strict; skip += kMaxPageLines) {
    const auto lines = record.lines(skip, kMaxPageLines);
    if (!lines) return lines.error();
    if (lines->size() < static_cast<std::size_t>(kMaxPageLines)) break;
  }
  auto found = record.subjects();
  if (!found && !strict && found.error().is(errors::kRecordCorrupt))
    return std::vector<record::Subject>();
  if (!found) return found;
  std::erase_if(*found, [&](const record::Subject& subject) {
    return (scope.platform && subject.platform != *scope.platform) ||
           (scope.account && subject.account != *scope.account);
  });
  return found;
}

Error stale() {
  return Error(errors::kCursorStale,
               "The record was changed while the export was under way, or another file took its "
               "place, so the parts no longer fit. Begin it again.");
}

Error lacks_links(const record::Record& record, std::int64_t after) {
  return Error(errors::kRecordCorrupt,
               "The record " + record.path().string() + " lacks links after number " +
                   std::to_string(after) + ". Nothing was removed. Run: optoutlog verify",
               {{"path", record.path().string()}, {"why", "links are missing"}});
}

// That the record still reaches as far as it did. What it holds is compared slice by slice.
Result<void> check_cursor(record::Record& record, const std::optional<Cursor>& cursor) {
  if (!cursor) return {};
  const auto now = record.head();
  if (!now) return now.error();
  if (now->count < cursor->count) return stale();
  return {};
}

struct Request {
  std::string format;
  const ExportWriter* writer;
  record::Scope scope;
  std::optional<Cursor> cursor;
  std::string language;  // of a statement, and of what the rules say

  bool is_statement() const { return format == "html"; }
  // What its reader cannot check has to be checked here. A JSON export of a damaged record says
  // itself what is wrong with it, and is the way to save what is whole.
  bool is_strict() const { return format != "json"; }
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Result<Request> request_of(const json& params) {
  const json format = params.value("format", json());
  const ExportWriter* writer = format.is_string() ? writer_of(format.get<std::string>()) : nullptr;
  if (writer == nullptr) return invalid_param("format", "json, csv or html");
  const auto platform = optional_slug(params, "platform");
  if (!platform) return platform.error();
  const auto account = optional_text(params, "account", words::bounds::kAccount);
  if (!account) return account.error();
  const auto text = optional_text(params, "cursor", 200);
  if (!text) return text.error();
  std::optional<Cursor> cursor;
  if (*text) {
    cursor = cursor_of(**text);
    if (!cursor) return invalid_param("cursor", "the `next` of the page before");
  }
  const auto tag = optional_text(params, "language", 20);
  if (!tag) return tag.error();
  const auto language = statement::language_of(tag->value_or("en"));
  if (!language) return invalid_param("language", joined(statement::languages()));
  return Request{format.get<std::string>(), writer, {*platform, *account}, cursor, *language};
}

json page(const Request& request, std::string text, json next) {
  return {{"format", request.format}, {"text", std::move(text)}, {"next", std::move(next)}};
}

struct Begun {
  std::string text;
  Cursor cursor;
};

// Tells two texts apart by accident.
std::int64_t number_of(const std::string& text) {
  const Hash hash = Sha256().add(text).finish();
  std::int64_t number = 0;
  for (std::size_t at = 0; at < 7; ++at) number = number << 8 | hash.at(at);
  return number;
}

// The head of the chain, and the subjects as they were with it: they are read in several steps.
Result<void> read_subjects(record::Record& record, ExportInfo& info, bool strict) {
  for (;;) {
    const auto slice = record.slice(0, std::nullopt, 0);
    if (!slice) return slice.error();
    info.head = slice->head;
    auto subjects = subjects_within(record, info.scope, strict);
    if (!subjects) return subjects.error();
    info.subjects = std::move(*subjects);
    const auto after = record.head();
    if (!after) return after.error();
    if (after->count == info.head.count) return {};
  }
}

// The links behind the cursor, until `most` bytes are there, and what stands behind them where they
// are through.
Result<std::string> links_of(record::Record& record, const Request& request, ExportInfo& info,
                             Cursor& cursor, std::size_t most) {
  std::string out;
  do {
    const auto slice = record.slice(cursor.after, cursor.count, kLinksAtOnce);
    if (!slice) return slice.error();
    info.head = slice->head;
    if (info.head.erased != cursor.erased || chain_of(info.head) != cursor.chain) return stale();
    if (request.is_strict() && slice->again_lost)
      return record.corrupt("the counts of readings cannot be read");
    for (const auto& link : slice->links) {
      if (request.is_strict() && (link.seq != cursor.after + 1 || !record::is_whole(link)))
        return record.corrupt("link " + std::to_string(cursor.after + 1) +
                              " is missing or changed");
      out += request.writer->link(info, link, link.salt.has_value() && within(info.scope, link));
      cursor.after = link.seq;
      if (out.size() >= most) break;
    }
    if (slice->links.empty() && cursor.after < cursor.count)
      return lacks_links(record, cursor.after);
  } while (cursor.after < cursor.count && out.size() < most);
  if (cursor.after == cursor.count) out += request.writer->tail(info);
  return out;
}

// What stands before the links: all of it, and where its first page begins. A statement stands
// there whole.
Result<Begun> begin(record::Record& record, const Request& request, ExportInfo& info) {
  if (auto read = read_subjects(record, info, request.is_strict()); !read) return read.error();
  Begun begun{request.writer->head(info),
              {chain_of(info.head), 0, info.head.count, info.head.erased, info.exported}};
  if (request.is_statement()) {
    const auto links = links_of(record, request, info, begun.cursor, SIZE_MAX);
    if (!links) return links.error();
    auto source = statement::source_of(begun.text + *links);
    if (!source) return record.corrupt("an entry is no text");
    begun.text = statement::of(*source, request.language);
  }
  begun.cursor.text = number_of(begun.text);
  return begun;
}

// The next part of `text`, and where the one behind it begins: `given` is 0 where there is none.
std::string part_of(const std::string& text, Cursor& cursor) {
  const auto given = static_cast<std::size_t>(cursor.given);
  std::size_t end = std::min(text.size(), given + kPageBytes / 2);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  cursor.given = end < text.size() ? static_cast<std::int64_t>(end) : 0;
  return text.substr(given, end - given);
}

// Which text it is that a cursor goes on with.
std::string key_of(const Request& request, const Cursor& cursor) {
  return json{request.format,
              request.language,
              request.scope.platform.value_or(""),
              request.scope.account.value_or(""),
              cursor.chain,
              cursor.count,
              cursor.began,
              cursor.text}
      .dump();
}

// The next part of what stands before the links; it is made at the first, and kept for the others.
// A program that was begun anew since makes it again: entries, and readings that confirmed one, may
// have changed it meanwhile.
Result<std::string> opening(record::Record& record, const Request& request, Service::Begun& kept,
                            ExportInfo& info, std::optional<Cursor>& cursor) {
  if (!cursor || kept.key != key_of(request, *cursor)) {
    auto begun = begin(record, request, info);
    if (!begun) return begun.error();
    const auto given = cursor ? cursor->given : 0;
    if (cursor && key_of(request, *cursor) != key_of(request, begun->cursor)) return stale();
    if (given > static_cast<std::int64_t>(begun->text.size())) return stale();
    cursor = begun->cursor;
    cursor->given = given;
    kept = {key_of(request, *cursor), std::move(begun->text)};
  }
  return part_of(kept.text, *cursor);
}

}  // namespace

Result<json> Service::export_page(const json& params) {
  const auto request = request_of(params);
  if (!request) return request.error();
  std::optional<Cursor> cursor = request->cursor;
  const auto opened = open(false);
  if (!opened) return opened.error();
  if (*opened == nullptr)
    return Error(errors::kRecordNone,
                 "Nothing was recorded yet, so there is nothing to export. Visit a platform's "
                 "settings page first.");
  record::Record& record = **opened;
  if (request->is_strict())
    if (const auto fine = record.refuse_if_misshapen(); !fine) return fine.error();
  if (auto fits = check_cursor(record, cursor); !fits) return fits.error();
  ExportInfo info{{}, request->scope, cursor ? cursor->began : now_(), {}, request->language};
  std::string out;
  if (!cursor || cursor->given > 0) {
    auto part = opening(record, *request, begun_, info, cursor);
    if (!part) return part.error();
    out = std::move(*part);
    if (cursor->given > 0) return page(*request, std::move(out), to_text(*cursor));
    begun_ = {};
    if (request->is_statement()) return page(*request, std::move(out), nullptr);
  }
  const std::size_t most = kPageBytes / 2 - std::min(out.size(), kPageBytes / 2);
  const auto links = links_of(record, *request, info, *cursor, most);
  if (!links) return links.error();
  out += *links;
  const bool all = cursor->after == cursor->count;
  return page(*request, std::move(out), all ? json(nullptr) : json(to_text(*cursor)));
}

}  // namespace optoutlog::service
