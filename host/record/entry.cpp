#include "record/entry.h"

#include <algorithm>

namespace optoutlog::record {
namespace {

namespace bounds = words::bounds;

template <class List>
bool one_of(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <class List>
std::string listed(const List& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + std::string(word);
  return all;
}

// A refusal is thrown inside this file and becomes a value in parse_entry: twenty checks in a row
// read best so.
struct Refused {
  std::string field;
  std::string expected;
};

// Reads members of one object and knows the path to them.
class Members {
 public:
  Members(const json& object, std::string where) : object_(object), where_(std::move(where)) {
    if (!object_.is_object()) throw Refused{where_, "an object"};
  }

  const json& get(const char* name) const {
    static const json kNull;
    const auto found = object_.find(name);
    return found == object_.end() ? kNull : *found;
  }
  [[noreturn]] void refuse(const char* name, std::string expected) const {
    throw Refused{where_ + "." + name, std::move(expected)};
  }
  std::string path(const char* name) const { return where_ + "." + name; }

  // A text, or nothing for null.
  std::optional<std::string> text(const char* name, std::size_t max, bool lines = false) const {
    const json& value = get(name);
    if (value.is_null()) return std::nullopt;
    if (!value.is_string() || !is_text(value.get_ref<const std::string&>(), max, lines))
      refuse(name,
             "null or a text of 1 to " + std::to_string(max) + " bytes without control characters");
    return value.get<std::string>();
  }
  // One of the words, or nothing for null.
  template <class List>
  std::optional<std::string> word(const char* name, const List& words) const {
    const json& value = get(name);
    if (value.is_null()) return std::nullopt;
    if (!value.is_string() || !one_of(words, value.get_ref<const std::string&>()))
      refuse(name, "one of " + listed(words));
    return value.get<std::string>();
  }
  std::string slug(const char* name) const {
    const json& value = get(name);
    if (!value.is_string() || !is_slug(value.get_ref<const std::string&>()))
      refuse(name, std::string(words::slug::kSays));
    return value.get<std::string>();
  }

 private:
  const json& object_;
  std::string where_;
};

json or_null(const std::optional<std::string>& text) {
  return text ? json(*text) : json(nullptr);
}

std::string parse_id(const Members& in, const char* name) {
  const json& value = in.get(name);
  std::string id = value.is_string() ? value.get<std::string>() : std::string();
  for (char& c : id)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  if (!is_uuid(id)) in.refuse(name, "a UUID of 36 characters");
  return id;
}

json parse_evidence(const Members& in) {
  const json& value = in.get("evidence");
  if (value.is_null()) return nullptr;
  const Members e(value, in.path("evidence"));
  const auto route = e.text("route", bounds::kRoute);
  if (route && (route->front() != '/' || route->find('?') != std::string::npos))
    e.refuse("route", "a path that begins with / and has no query, which may hold secrets");
  json by = nullptr;
  if (const json& list = e.get("by"); !list.is_null()) {
    if (!list.is_array() || list.size() > bounds::kByCount)
      e.refuse("by", "a list of at most " + std::to_string(bounds::kByCount) + " texts");
    for (const json& item : list)
      if (!item.is_string() || !is_text(item.get_ref<const std::string&>(), bounds::kBy))
        e.refuse("by", "a list of texts of 1 to " + std::to_string(bounds::kBy) + " bytes");
    by = list;
  }
  json rev = nullptr;
  if (const json& number = e.get("rev"); !number.is_null()) {
    // Out of a text it is unsigned, from the command in-process it may be signed.
    const bool whole = number.is_number_unsigned() ||
                       (number.is_number_integer() && number.get<std::int64_t>() >= 0);
    if (!whole || number.get<std::uint64_t>() > bounds::kRev)
      e.refuse("rev", "a whole number from 0 to " + std::to_string(bounds::kRev));
    rev = number;
  }
  json rule = nullptr;
  if (!e.get("rule").is_null()) rule = e.slug("rule");
  return json{{"label", or_null(e.text("label", bounds::kLabel, true))},
              {"lang", or_null(e.text("lang", bounds::kLang))},
              {"route", or_null(route)},
              {"by", std::move(by)},
              {"rule", std::move(rule)},
              {"rev", std::move(rev)}};
}

// What each basis asks of training, why, sure, actor and raw.
void check_basis(const Members& in, const Entry& e, bool has_training, bool has_why,
                 bool has_actor) {
  const bool known = e.training != Training::kUnknown;
  switch (e.basis) {
    case Basis::kSeen:
      if (!has_training) in.refuse("training", "one of " + listed(words::training::kWords));
      if (!has_why) in.refuse("why", "the reason of the verdict");
      if (known != (e.why == words::why::kOk))
        in.refuse("why", known ? "ok, since training is known" : "why training is unknown");
      if (known && e.sure != words::sure::kSure && e.sure != words::sure::kLikely)
        in.refuse("sure", "sure or likely, since training is known");
      if (!has_actor) in.refuse("actor", "one of " + listed(words::actor::kWords));
      return;
    case Basis::kDeclared:
      if (!has_training) in.refuse("training", "one of " + listed(words::training::kWords));
      if (e.why != words::why::kOk) in.refuse("why", "ok or null, since the user says it");
      if (!known && !one_of(words::saying::kWords, e.raw))
        in.refuse("raw", "one of " + listed(words::saying::kWords) + ", since training is unknown");
      return;
    case Basis::kForm:
      if (known) in.refuse("training", "unknown: a form's step is no state");
      if (e.why != words::why::kOk) in.refuse("why", "ok or null");
      if (!one_of(words::step::kWords, e.raw))
        in.refuse("raw", "a step: one of " + listed(words::step::kWords));
      return;
  }
}

// `how` and `joins`, which newer extensions give for readings. Stored only where they say
// something, so that the bytes of what older ones send stay what they were.
void parse_visit(const Members& in, Entry& e) {
  const auto how = in.word("how", words::how::kWords);
  const bool joins = !in.get("joins").is_null();
  if (e.basis != Basis::kSeen) {
    if (how) in.refuse("how", "nothing, since no page was read");
    if (joins) in.refuse("joins", "nothing, since no page was read");
    return;
  }
  if (how) {
    if (how_of(*how) == How::kLoaded && e.by_user)
      in.refuse("actor", "none, since nobody changed it here");
    if (how_of(*how) == How::kChanged && e.sure == words::sure::kSure)
      in.refuse("sure", "likely or none, since a change is not yet seen kept");
    e.fields["how"] = *how;
  }
  if (joins) {
    e.joins = parse_id(in, "joins");
    e.fields["joins"] = e.joins;
  }
}

Entry parse(const json& value, const std::string& where) {
  const Members in(value, where);
  Entry e;
  e.id = parse_id(in, "id");
  const json& at = in.get("at");
  const auto time = at.is_string() ? parse_time(at.get_ref<const std::string&>()) : std::nullopt;
  if (!time) in.refuse("at", "a UTC time like 2026-11-23T18:00:00.000Z");
  e.at = *time;
  e.subject = {in.slug("platform"), in.slug("control"), in.text("account", bounds::kAccount),
               in.text("unit", bounds::kUnit)};

  const auto basis = in.word("basis", words::basis::kWords);
  if (!basis) in.refuse("basis", "one of " + listed(words::basis::kWords));
  e.basis = *basis_of(*basis);
  const auto training = in.word("training", words::training::kWords);
  e.training = training ? *training_of(*training) : Training::kUnknown;
  const auto why = in.word("why", words::why::kWords);
  e.why = why.value_or(std::string(words::why::kOk));
  e.sure = in.word("sure", words::sure::kWords).value_or("");
  const auto actor = in.word("actor", words::actor::kWords);
  e.by_user = actor == words::actor::kUser;
  e.raw = in.text("raw", bounds::kRaw).value_or("");
  check_basis(in, e, training.has_value(), why.has_value(), actor.has_value());

  e.fields = {{"id", e.id},
              {"at", format_time(e.at)},
              {"platform", e.subject.platform},
              {"control", e.subject.control},
              {"account", or_null(e.subject.account)},
              {"unit", or_null(e.subject.unit)},
              {"basis", to_word(e.basis)},
              {"training", to_word(e.training)},
              {"why", e.why},
              {"sure", e.sure.empty() ? json(nullptr) : json(e.sure)},
              {"actor", e.by_user ? words::actor::kUser : words::actor::kNone},
              {"raw", e.raw.empty() ? json(nullptr) : json(e.raw)},
              {"evidence", parse_evidence(in)},
              {"browser", or_null(in.text("browser", bounds::kBrowser))}};

  parse_visit(in, e);
  const auto note = in.text("note", bounds::kNote, true);
  const json& date = in.get("date");
  if (e.basis == Basis::kSeen && note) in.refuse("note", "nothing, since the page was read");
  if (e.basis == Basis::kSeen && !date.is_null())
    in.refuse("date", "nothing, since the page was read");
  if (note) e.fields["note"] = *note;
  if (!date.is_null()) {
    if (!date.is_string() || !is_date(date.get_ref<const std::string&>()))
      in.refuse("date", "a date like 2026-11-23");
    e.fields["date"] = date;
  }
  return e;
}

}  // namespace

Result<Entry> parse_entry(const json& value, const std::string& where) {
  try {
    return parse(value, where);
  } catch (const Refused& refused) {
    return Error(
        errors::kParamsInvalid,
        refused.field + " has to be " + refused.expected + ". Nothing of this call was recorded.",
        {{"field", refused.field}});
  }
}

std::string payload_of(const Entry& entry, Millis received, bool ahead, bool clock_back) {
  json stored = entry.fields;
  stored["received"] = format_time(received);
  if (ahead) stored["ahead"] = true;
  if (clock_back) stored["clock"] = "back";
  return stored.dump();
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? c != '-' : !((c >= 'a' && c <= 'f') || (c >= '0' && c <= '9'))) return false;
  }
  return true;
}

bool is_slug(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= words::slug::kMost && plain(text.front()) &&
         plain(text.back()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-'; });
}

bool is_text(std::string_view text, std::size_t max, bool lines) {
  if (text.empty() || text.size() > max) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0x7F || (c < 0x20 && !(lines && (c == '\t' || c == '\n')))) return false;
    // U+0080 to U+009F in UTF-8; a terminal may obey them.
    if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
      return false;
  }
  return true;
}

std::int64_t number_in(const json& object, const char* name, std::int64_t least,
                       std::int64_t most) {
  const json value = object.value(name, json());
  if (!value.is_number_integer() ||
      (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(most)))
    return -1;
  const auto number = value.get<std::int64_t>();
  // -0 is no whole number, as section 4 has them
  if (number == 0 && !value.is_number_unsigned()) return -1;
  return number >= least && number <= most ? number : -1;
}

}  // namespace optoutlog::record
