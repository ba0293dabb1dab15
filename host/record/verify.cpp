#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <set>
#include <tuple>

#include "record/check.h"
#include "record/derive.h"
#include "record/links.h"
#include "record/schema.h"
#include "record/tables.h"

namespace optoutlog::record {
namespace {

// How long one look at the file is, and how often an erase may come between two until the file is
// gone through in one.
constexpr std::chrono::milliseconds kLook{50};
constexpr int kRounds = 4;

// That what is searched and what `status` is keyed by is what the chain protects: the columns from
// `first` on, by the payload's members of these names.
bool columns_fit(SQLite::Statement& s, int first, std::initializer_list<const char*> members,
                 const json& payload) {
  for (const char* member : members) {
    const auto value = text_or_none(s.getColumn(first++));
    const json said = payload.value(member, json());
    if (value ? said != *value : !said.is_null()) return false;
  }
  return true;
}

std::optional<Broken> broken_schema(SQLite::Database& db) {
  const auto changed = changed_schema(db);
  if (!changed) return std::nullopt;
  return Broken{0, "integrity",
                "The file's own rules are not those of a record: " + *changed +
                    " was changed, is missing or is one too many. The entries themselves are "
                    "intact.",
                std::nullopt};
}

// The imported chains, each for itself. Content that is not there was withheld, or erased; notes
// are never kept.
std::optional<Broken> broken_source(SQLite::Database& db) {
  SQLite::Statement sources(db, "SELECT record, count, head FROM source ORDER BY imported, record");
  while (sources.executeStep()) {
    const auto record = bytes_or_zero<16>(sources.getColumn(0));
    ChainCheck check(record, false);
    SQLite::Statement s(
        db,
        "SELECT link.seq, link.prev, link.digest, link.hash, text.salt, text.payload, "
        "text.platform, text.account FROM source_link AS link LEFT JOIN source_text AS text USING "
        "(record, seq) WHERE link.record = ? ORDER BY link.seq");
    bind_blob(s, 1, record);
    while (s.executeStep()) {
      const StoredLink link = stored_link_of(s);
      if (!check.add(link,
                     link.salt ? ChainCheck::Content::kDisclosed : ChainCheck::Content::kWithheld))
        break;
      if (link.salt && !columns_fit(s, 6, {"platform", "account"}, check.payload())) {
        check.fail(link.seq, "columns");
        break;
      }
    }
    check.finish(sources.getColumn(1).getInt64(), bytes_or_zero<32>(sources.getColumn(2)));
    if (auto broken = check.broken()) {
      broken->source = record;
      broken->says = "In the imported record " + to_hex(record) + ": " + broken->says;
      return broken;
    }
  }
  SQLite::Statement lost(db,
                         "SELECT record, min(seq) FROM source_text WHERE (record, seq) NOT IN "
                         "(SELECT record, seq FROM source_link) GROUP BY record");
  if (lost.executeStep())
    return Broken{lost.getColumn(1).getInt64(), "missing",
                  "Imported content stands without its link.",
                  bytes_or_zero<16>(lost.getColumn(0))};
  return std::nullopt;
}

// The whole of it, as looks at the file that each let others write after a moment. What is new
// since the first look is met by the last ones.
class Verification {
 public:
  // `whole`: in one look, however long that takes.
  Verification(Database& database, bool whole) : database_(database), whole_(whole) {}

  // None where an erase came between two looks: what was seen is no longer so.
  Result<std::optional<Verdict>> run() {
    const auto chain = looks([this](SQLite::Database& db) { return go_through(db); });
    if (!chain) return chain.error();
    if (erased_meanwhile_) return std::optional<Verdict>();
    if (!verdict_.broken && !database_.is_outdated()) {
      const auto lines = looks([this](SQLite::Database& db) { return compare_lines(db); });
      if (!lines) return lines.error();
    }
    return std::optional(verdict_);
  }

 private:
  // Runs `step` in one look after another until it says that it is through.
  Result<void> looks(const std::function<bool(SQLite::Database&)>& step) {
    for (bool through = false; !through;) {
      const auto done = database_.read<bool>([&](SQLite::Database& db) -> Result<bool> {
        try {
          began_ = std::chrono::steady_clock::now();
          return step(db);
        } catch (const Contradiction& found) {
          return database_.corrupt(found.what);
        }
      });
      if (!done) return done.error();
      through = *done;
    }
    return {};
  }

  bool is_over() const { return !whole_ && std::chrono::steady_clock::now() - began_ > kLook; }

  void begin(SQLite::Database& db) {
    verdict_.head = read_head(db);
    check_.emplace(verdict_.head.record, true);
    erased_ = verdict_.head.erased;
    const std::string finding = db.execAndGet("PRAGMA integrity_check(1)").getString();
    if (finding != "ok")
      verdict_.broken =
          Broken{0, "integrity", "SQLite's own check of the file says: " + finding, std::nullopt};
  }

  // The chain, and with its end what does not grow with it.
  bool go_through(SQLite::Database& db) {
    if (!check_) begin(db);
    if (verdict_.broken) return true;
    verdict_.head = read_head(db);
    erased_meanwhile_ = verdict_.head.erased != erased_;
    if (erased_meanwhile_) return true;
    if (!add_links(db)) return false;
    SQLite::Statement orphan(db,
                             "SELECT min(seq) FROM text WHERE seq NOT IN (SELECT seq FROM link)");
    if (orphan.executeStep() && !orphan.getColumn(0).isNull())
      check_->fail(orphan.getColumn(0).getInt64(), "missing");
    check_->finish(verdict_.head.count, verdict_.head.hash);
    verdict_.broken = check_->broken();
    verdict_.stamps = check_->stamps();
    verdict_.pictures = check_->pictures();
    if (!verdict_.broken && !database_.is_outdated()) compare_pictures(db);
    if (!verdict_.broken && database_.is_outdated()) verdict_.broken = broken_source(db);
    return true;
  }

  // The table by which pictures are found and removed says what the entries say.
  void compare_pictures(SQLite::Database& db) {
    SQLite::Statement s(db,
                        "SELECT seq, of, name FROM picture WHERE name IN (SELECT name FROM "
                        "picture_file) ORDER BY seq");
    auto left = verdict_.pictures.begin();
    while (s.executeStep() && left != verdict_.pictures.end() &&
           s.getColumn(0).getInt64() == left->seq && s.getColumn(1).getInt64() == left->of &&
           s.getColumn(2).getString() == left->name())
      ++left;
    if (left != verdict_.pictures.end())
      check_->fail(left->seq, "columns");
    else if (!s.isDone())
      check_->fail(s.getColumn(0).getInt64(), "columns");
    verdict_.broken = check_->broken();
  }

  // False where there are more.
  bool add_links(SQLite::Database& db) {
    const bool outdated = database_.is_outdated();
    SQLite::Statement s(db, links_where(outdated, "WHERE link.seq > ? ORDER BY link.seq"));
    s.bind(1, check_->count());
    while (s.executeStep()) {
      const StoredLink link = stored_link_of(s);
      const std::int64_t next = check_->count() + 1;
      if (link.seq != next) {
        check_->fail(next, "missing");
        return true;
      }
      if (!check_->add(link,
                       link.salt ? ChainCheck::Content::kDisclosed : ChainCheck::Content::kErased))
        return true;
      if (link.salt && !(columns_fit(s, 6, {"platform", "account", "control", "unit", "id"},
                                     check_->payload()) &&
                         (outdated || columns_fit(s, 11, {"joins"}, check_->payload())))) {
        check_->fail(link.seq, "columns");
        return true;
      }
      if (is_over()) return false;
    }
    return true;
  }

  // The lines are worked out again from the entries. A row that is gone, one too many, and one that
  // says something else are found alike.
  bool compare_lines(SQLite::Database& db) {
    try {
      if (!subjects_) subjects_ = subjects_of(db);
      for (; compared_ < subjects_->size(); ++compared_) {
        if (is_over()) return false;
        if (!fits(db, (*subjects_)[compared_])) return broken_state();
      }
      // Those that came or went since, in one look: which rows there are, by name.
      std::set<Key> rows;
      for (const Line& line : read_lines(db, true, 0, -1)) {
        rows.insert(key_of(line.subject));
        if (!had_line_.contains(key_of(line.subject)) && !fits(db, line.subject))
          return broken_state();
      }
      for (const Subject& subject : subjects_of(db))
        if (!rows.contains(key_of(subject)) && !fits(db, subject)) return broken_state();
    } catch (const Contradiction&) {
      return broken_state();
    }
    verdict_.broken = broken_schema(db);
    if (!verdict_.broken) verdict_.broken = broken_source(db);
    return true;
  }

  // Whether the row of the subject, each of which bears a mark, says what its entries amount to.
  bool fits(SQLite::Database& db, const Subject& subject) {
    const auto held = read_line(db, subject);
    const auto derived = derive_line(db, subject);
    if (held) had_line_.insert(key_of(subject));
    return held.has_value() == derived.has_value() &&
           (!held || line_text(*held) == line_text(*derived));
  }

  bool broken_state() {
    check_->fail(0, "state");
    verdict_.broken = check_->broken();
    return true;
  }

  using Key =
      std::tuple<std::string, std::string, std::optional<std::string>, std::optional<std::string>>;
  static Key key_of(const Subject& subject) {
    return {subject.platform, subject.control, subject.account, subject.unit};
  }

  Database& database_;
  const bool whole_;
  std::chrono::steady_clock::time_point began_;
  Verdict verdict_;
  std::optional<ChainCheck> check_;
  std::int64_t erased_ = 0;
  bool erased_meanwhile_ = false;
  std::optional<std::vector<Subject>> subjects_;
  std::size_t compared_ = 0;
  std::set<Key> had_line_;
};

}  // namespace

Result<std::optional<Broken>> Record::broken_picture() {
  using Found = std::optional<Broken>;
  const auto kept = pictures();
  if (!kept) return kept.error();
  ChainCheck check(RecordId{}, true);
  for (const KeptPicture& one : *kept) {
    if (one.file == PictureFile::kWhole) continue;
    const bool missing = one.file == PictureFile::kMissing;
    check.fail(one.picture.seq, missing ? "picture-missing" : "picture-altered");
    break;
  }
  return Found(check.broken());
}

Result<Verdict> Record::verify() {
  for (int round = 1; round < kRounds; ++round) {
    auto verdict = Verification(*database_, false).run();
    if (!verdict) return verdict.error();
    if (*verdict && !(*verdict)->broken) return std::move(**verdict);
    // Of a backup that was put back meanwhile, one look does not fit the other: broken is what is
    // so in one look.
    if (*verdict) break;
  }
  auto verdict = Verification(*database_, true).run();
  if (!verdict) return verdict.error();
  return std::move(verdict->value());
}

}  // namespace optoutlog::record
