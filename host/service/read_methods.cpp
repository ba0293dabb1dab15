#include "base/json_text.h"
#include "record/chain.h"
#include "record/record.h"
#include "service/page.h"
#include "service/params.h"
#include "service/service.h"

// The methods that look: status, history, verify, sources.
namespace optoutlog::service {
namespace {

json time_or_null(const std::optional<Millis>& time) {
  return time ? json(format_time(*time)) : json(nullptr);
}
json text_or_null(const std::optional<std::string>& text) {
  return text ? json(*text) : json(nullptr);
}
json word_or_null(const std::string& word) {
  return word.empty() ? json(nullptr) : json(word);
}

json run_json(const std::optional<record::Run>& run) {
  if (!run) return nullptr;
  return {{"training", record::to_word(run->training)},
          {"first", format_time(run->first)},
          {"last", format_time(run->last)},
          {"times", run->times}};
}
json said_json(const std::optional<record::Said>& said) {
  if (!said) return nullptr;
  json declared = {{"training", record::to_word(said->training)},
                   {"at", format_time(said->at)},
                   {"date", word_or_null(said->date)}};
  if (!said->note.empty()) declared["note"] = said->note;
  return declared;
}
json returned_json(record::Returned returned) {
  return returned == record::kPerhaps ? json(words::returned::kPerhaps)
                                      : json(returned == record::kReturned);
}

}  // namespace

json erased_json(const std::optional<record::LastErase>& last) {
  if (!last) return nullptr;
  return {{"seq", last->seq}, {"at", word_or_null(last->at)}, {"what", word_or_null(last->what)}};
}

json line_json(const record::Line& line) {
  json form = nullptr;
  if (!line.step.empty())
    form = {{"step", line.step},
            {"at", time_or_null(line.step_at)},
            {"asked", time_or_null(line.asked)},
            {"due", time_or_null(record::due(line))}};
  return {
      {"platform", line.subject.platform},
      {"control", line.subject.control},
      {"account", text_or_null(line.subject.account)},
      {"unit", text_or_null(line.subject.unit)},
      {"training", record::to_word(line.training)},
      {"basis", record::to_word(line.basis)},
      {"why", line.why},
      {"sure", word_or_null(line.sure)},
      {"since", format_time(line.since)},
      {"seen", time_or_null(line.seen)},
      {"tried", time_or_null(line.tried)},
      {"stale", line.stale},
      {"returned", returned_json(line.returned)},
      {"answer", line.returned != record::kStayed && line.not_me ? json("not-me") : json(nullptr)},
      {"decided", time_or_null(line.decided)},
      {"known", record::to_word(line.known.training)},
      {"denied", time_or_null(line.denied)},
      {"kept", word_or_null(std::string(record::to_word(line.kept_shown())))},
      {"run", run_json(line.run)},
      {"before", run_json(line.before)},
      {"declared", said_json(line.said)},
      {"form", std::move(form)}};
}

Result<json> Service::status(const json& params) {
  const auto cursor = optional_number(params, "cursor", 0, INT64_MAX);
  if (!cursor) return cursor.error();
  const auto opened = open(false);
  if (!opened) return opened.error();
  json controls = json::array();
  json next = nullptr;
  json erased = nullptr;
  if (*opened != nullptr) {
    const auto last = (*opened)->last_erase();
    if (!last) return last.error();
    erased = erased_json(*last);
    // One line more than fits is asked for, so that `next` is only there when something follows.
    const std::int64_t skip = cursor->value_or(0);
    const auto lines = (*opened)->lines(skip, kMaxPageLines + 1);
    if (!lines) return lines.error();
    std::size_t bytes = 0;
    for (const auto& line : *lines) {
      if (bytes >= kPageBytes || controls.size() == static_cast<std::size_t>(kMaxPageLines)) {
        next = skip + static_cast<std::int64_t>(controls.size());
        break;
      }
      controls.push_back(line_json(line));
      bytes += controls.back().dump(-1, ' ', false, json::error_handler_t::replace).size();
    }
  }
  return json{
      {"controls", std::move(controls)}, {"next", std::move(next)}, {"erased", std::move(erased)}};
}

Result<json> Service::history(const json& params) {
  record::HistoryFilter filter;
  const auto platform = optional_slug(params, "platform");
  if (!platform) return platform.error();
  const auto control = optional_slug(params, "control");
  if (!control) return control.error();
  const auto account = optional_text(params, "account", words::bounds::kAccount);
  if (!account) return account.error();
  const auto before = optional_number(params, "before", 1, INT64_MAX);
  if (!before) return before.error();
  const auto limit = optional_number(params, "limit", 1, words::bounds::kHistory);
  if (!limit) return limit.error();
  const auto source = optional_text(params, "source", 32);
  if (!source) return source.error();
  const auto source_id = *source ? from_hex<16>(**source) : std::nullopt;
  if (*source && !source_id)
    return invalid_param("source", "the id of an imported record, 32 hexadecimal digits");
  const std::int64_t wanted = limit->value_or(50);
  filter = {*platform, *control, *account, *before, wanted + 1};

  const auto opened = open(false);
  if (!opened) return opened.error();
  json entries = json::array();
  json next = nullptr;
  if (*opened != nullptr) {
    const auto found =
        source_id ? (*opened)->source_history(*source_id, filter) : (*opened)->history(filter);
    if (!found) return found.error();
    std::size_t bytes = 0;
    for (const auto& e : *found) {
      if (static_cast<std::int64_t>(entries.size()) == wanted || bytes >= kPageBytes) {
        next = entries.back()["seq"];
        break;
      }
      auto stored = parse_json(e.payload);
      if (!stored || !stored->is_object())
        return Error(errors::kRecordCorrupt,
                     "Entry " + std::to_string(e.seq) + " of the record " +
                         (*opened)->path().string() +
                         " is damaged. Nothing was removed. Run: optoutlog verify",
                     {{"path", (*opened)->path().string()}, {"why", "an entry is no JSON object"}});
      // bulk for programs: it is in the export, and `stamps` has it
      for (const char* bulk : {"ranges", "token", "certificates", "crls"}) stored->erase(bulk);
      (*stored)["seq"] = e.seq;
      (*stored)["hash"] = to_hex(e.hash);
      if (*source) (*stored)["source"] = **source;
      bytes += e.payload.size() + 100;
      entries.push_back(std::move(*stored));
    }
  }
  return json{{"entries", std::move(entries)}, {"next", std::move(next)}};
}

Result<json> Service::verify(const json&) {
  // A connection of its own: one that was open before may still hold pages that read well then.
  record_.reset();
  const auto opened = open(false);
  if (!opened) return opened.error();
  if (*opened == nullptr)
    return json{{"ok", true},
                {"entries", 0},
                {"head", nullptr},
                {"record", nullptr},
                {"checkpoint", nullptr},
                {"broken", nullptr},
                {"stamps", json::array()},
                {"pictures", 0}};
  auto verdict = (*opened)->verify();
  if (!verdict) return verdict.error();
  if (!verdict->broken && !verdict->pictures.empty()) {
    auto broken = (*opened)->broken_picture();
    if (!broken) return broken.error();
    verdict->broken = std::move(*broken);
  }
  const record::Head& head = verdict->head;
  json broken = nullptr;
  if (verdict->broken)
    broken = {
        {"seq", verdict->broken->seq},
        {"reason", verdict->broken->reason},
        {"says", verdict->broken->says},
        {"source", verdict->broken->source ? json(to_hex(*verdict->broken->source)) : json()}};
  return json{{"ok", !verdict->broken.has_value()},
              {"entries", head.count},
              {"head", to_hex(head.hash)},
              {"record", to_hex(head.record)},
              {"checkpoint", record::checkpoint(head.record, head.count, head.hash)},
              {"broken", std::move(broken)},
              {"stamps", stamps_json(verdict->stamps)},
              {"pictures", verdict->pictures.size()}};
}

Result<json> Service::sources(const json&) {
  const auto opened = open(false);
  if (!opened) return opened.error();
  json list = json::array();
  if (*opened != nullptr) {
    const auto found = (*opened)->sources();
    if (!found) return found.error();
    for (const auto& source : *found)
      list.push_back({{"record", to_hex(source.record)},
                      {"links", source.links},
                      {"entries", source.entries},
                      {"imported", format_time(source.imported)},
                      {"tool", source.tool}});
  }
  return json{{"sources", std::move(list)}};
}

}  // namespace optoutlog::service
