#include "record/book.h"

#include <algorithm>

#include "record/derive.h"
#include "record/tables.h"

namespace optoutlog::record {
namespace {

void note_again(SQLite::Database& db, std::int64_t seq, Millis when, std::int64_t count) {
  SQLite::Statement s(db,
                      "INSERT INTO again (seq, times, last, upto) VALUES (?1, 1, ?2, ?3) ON "
                      "CONFLICT (seq) DO UPDATE SET times = times + 1, last = ?2, upto = ?3");
  s.bind(1, seq);
  s.bind(2, when);
  s.bind(3, count);
  s.exec();
}

}  // namespace

Book::Book(SQLite::Database& db) : db_(db) {
  check_lines(db);  // a line that is gone must not be begun again as if nothing had been
}

Book::Page& Book::page(const Subject& subject) {
  const Key key{subject.platform, subject.control, subject.account.value_or(""),
                subject.unit.value_or("")};
  const auto found = pages_.find(key);
  if (found != pages_.end()) return found->second;
  Page fresh;
  fresh.subject = subject;
  fresh.line = read_line(db_, subject);
  return pages_.emplace(key, std::move(fresh)).first->second;
}

void Book::load(Page& page) {
  if (!page.loaded) page.events = load_events(db_, page.subject);
  page.loaded = true;
}

void Book::remake(const Subject& subject) {
  Page& it = page(subject);
  it.loaded = false;
  load(it);
  it.changed = true;
  it.line.reset();
  if (!it.events.empty()) it.line = line_of(subject, it.events);
}

std::int64_t Book::confirm(const Entry& entry, Millis received, std::int64_t count) {
  const Event event = event_of(entry.fields, 0, received);
  if (!can_confirm(event, entry)) return 0;
  // One that was joined to an account before it came has to be there for that.
  if (event.basis == Basis::kSeen &&
      counted_for(db_, entry.id, entry.subject).account != entry.subject.account)
    return 0;
  Page& it = page(entry.subject);
  if (!it.line) return 0;
  const bool last = comes_last(*it.line, event);
  if (!last) load(it);
  const std::int64_t seq = last ? confirmed_by(*it.line, event) : confirmed_by(it.events, event);
  if (seq == 0 || event.basis == Basis::kForm) return seq;
  const auto held = std::find_if(it.events.begin(), it.events.end(),
                                 [&](const Event& e) { return e.seq == seq; });
  const bool counts =
      held != it.events.end() ? held->confirm(event.when, count) : event.when > it.line->tried;
  if (!counts) return seq;
  note_again(db_, seq, event.when, count);
  it.changed = true;
  if (last) {
    record::confirm(*it.line, event);
  } else {
    it.line = line_of(it.subject, it.events);
  }
  return seq;
}

void Book::take_in(const Entry& entry, Millis received, std::int64_t seq) {
  const Subject subject =
      entry.basis == Basis::kSeen ? counted_for(db_, entry.id, entry.subject) : entry.subject;
  const bool joined = subject.account != entry.subject.account;
  if (joined || !entry.joins.empty()) {
    // Two lines may have changed; both are made anew, from entries that are in the tables by now.
    Subject without = entry.subject;
    without.account.reset();
    remake(without);
    remake(subject);
    return;
  }
  Page& it = page(subject);
  it.changed = true;
  const Event event = event_of(entry.fields, seq, received);
  const bool last = !it.line || comes_last(*it.line, event);
  if (!last) load(it);
  if (it.loaded && (it.events.empty() || it.events.back().seq < seq)) it.events.push_back(event);
  if (!last) {
    it.line = line_of(subject, it.events);
    return;
  }
  if (!it.line) {
    it.line.emplace();
    it.line->subject = subject;
  }
  take(*it.line, event);
}

void Book::close() {
  for (const auto& [key, it] : pages_) {
    if (!it.changed) continue;
    if (it.line) {
      write_line(db_, *it.line);
    } else {
      remove_line(db_, it.subject);
    }
  }
  set_line_count(db_);
}

}  // namespace optoutlog::record
