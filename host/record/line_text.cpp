#include "base/json_text.h"
#include "record/line.h"

// A line as one JSON list, in the order of its members: what the table `state` keeps.
namespace optoutlog::record {
namespace {

json number(const std::optional<Millis>& value) {
  return value ? json(*value) : json(nullptr);
}
std::optional<Millis> number(const json& value) {
  return value.is_null() ? std::nullopt : std::optional(value.get<Millis>());
}

json run(const std::optional<Run>& value) {
  if (!value) return nullptr;
  return {to_word(value->training), value->first, value->last, value->times};
}
std::optional<Run> run(const json& value) {
  if (value.is_null()) return std::nullopt;
  return Run{training_of(value.at(0).get<std::string>()).value(), value.at(1), value.at(2),
             value.at(3)};
}

json said(const std::optional<Said>& value) {
  if (!value) return nullptr;
  return {to_word(value->training), value->at, value->date, value->note};
}
std::optional<Said> said(const json& value) {
  if (value.is_null()) return std::nullopt;
  return Said{training_of(value.at(0).get<std::string>()).value(), value.at(1), value.at(2),
              value.at(3)};
}

json latest(const Line::Latest& value) {
  return {value.seq, value.day, value.what};
}
Line::Latest latest(const json& value) {
  return {value.at(0), value.at(1), value.at(2)};
}

}  // namespace

std::string line_text(const Line& line) {
  const Line::Known& known = line.known;
  const json all = {
      line.shown,
      to_word(line.training),
      to_word(line.basis),
      line.why,
      line.sure,
      line.since,
      number(line.seen),
      number(line.tried),
      line.stale,
      static_cast<int>(line.returned),
      line.not_me,
      static_cast<int>(line.kept),
      run(line.run),
      run(line.before),
      said(line.said),
      line.step,
      number(line.step_at),
      number(line.asked),
      number(line.decided),
      number(line.denied),
      json{to_word(known.training), known.changed, known.raw, known.rule, known.rev, known.touched},
      latest(line.reading),
      latest(line.form),
      line.reach,
      line.clock,
      line.straight};
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Line> line_from(const Subject& subject, const std::string& text) {
  const auto all = parse_json(text);
  if (!all || !all->is_array()) return std::nullopt;
  try {
    std::size_t i = 0;
    const auto next = [&]() -> const json& { return all->at(i++); };
    Line line;
    line.subject = subject;
    line.shown = next().get<bool>();
    line.training = training_of(next().get<std::string>()).value();
    line.basis = basis_of(next().get<std::string>()).value();
    line.why = next().get<std::string>();
    line.sure = next().get<std::string>();
    line.since = next().get<Millis>();
    line.seen = number(next());
    line.tried = number(next());
    line.stale = next().get<bool>();
    line.returned = static_cast<Returned>(next().get<int>());
    line.not_me = next().get<bool>();
    line.kept = static_cast<Kept>(next().get<int>());
    line.run = run(next());
    line.before = run(next());
    line.said = said(next());
    line.step = next().get<std::string>();
    line.step_at = number(next());
    line.asked = number(next());
    line.decided = number(next());
    line.denied = number(next());
    const json& known = next();
    line.known = {training_of(known.at(0).get<std::string>()).value(),
                  known.at(1),
                  known.at(2),
                  known.at(3),
                  known.at(4),
                  known.at(5)};
    line.reading = latest(next());
    line.form = latest(next());
    line.reach = next().get<Millis>();
    line.clock = next().get<Millis>();
    line.straight = next().get<bool>();
    return line;
  } catch (const json::exception&) {
    return std::nullopt;
  } catch (const std::bad_optional_access&) {
    return std::nullopt;
  }
}

}  // namespace optoutlog::record
