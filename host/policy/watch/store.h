#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "policy/judge/judge.h"
#include "policy/watch/documents.h"

namespace SQLite {
class Database;
class Exception;
}  // namespace SQLite

// policy.db: what the watch knows. Its own file and schema; it knows no account, no setting and no
// entry of the record, and the record is never opened here. Times are milliseconds since 1970 UTC,
// 0 where there is none.
namespace optoutlog::policy {

inline constexpr const char* kStoreFile = "policy.db";
// Of policy.db; a newer one is not opened.
inline constexpr int kSchemaVersion = 1;

// What is kept of a document between two looks.
struct Look {
  // of the last look: POLICY.md, "States of a check"; empty before the first
  std::string state;
  std::string detail;            // one sentence
  Millis checked = 0, good = 0;  // last look, last look that gave a comparable text
  Millis failing_since = 0;      // first of the looks that failed in a row
  Millis not_before = 0;         // the site asked to be left alone until then
  long status = 0;
  std::string final_url, etag, last_modified, served;
  std::string capture;  // "fetch" or "page" (rendered by the user's browser)
  int extractor = 0;
  std::string lang;  // declared for the baseline
  // the bytes of the baseline, to read them again after an extractor update
  std::string raw, raw_charset;
  bool has_baseline = false;
  Memory memory;
  std::string pending;  // fingerprint of a change that waits for a second look
};

struct StoredChange {
  std::int64_t id = 0;
  std::string document, platform, verdict, phase, effective, final_url, capture;
  int level = 0;
  bool right_removed = false;
  Millis at = 0, read = 0;
  std::string old_sha, new_sha, compared_sha;  // texts kept under these hashes
  std::string judgement;                       // JSON, Detail::kClauses
};

class Store {
 public:
  // Opens, makes or brings up to date `folder`/policy.db (folder 0700, file 0600). Errors:
  // policy.store-*; a foreign, newer or damaged file is not touched.
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder);
  // What there is where nothing was ever kept: empty, in memory. Who only asks must not leave a
  // file behind.
  static std::unique_ptr<Store> empty();
  static bool exists(const std::filesystem::path& folder);
  ~Store();

  // Every method below throws SQLite::Exception on a fault of the database; guarded() in
  // service.cpp turns it into an error.
  bool enabled();
  void set_enabled(bool on);
  std::vector<std::string> platforms();
  void follow(const std::vector<std::string>& platforms);
  std::vector<Watched> own_documents();
  void add_own(const Watched& document, Millis now);
  bool remove_own(const std::string& id);  // with everything kept of it
  Look look(const std::string& document);
  // One transaction: the look, the texts it needs, and the change where there is one. Returns its
  // id or 0.
  std::int64_t save(const std::string& document, const Look& look,
                    const std::optional<StoredChange>& change,
                    const std::vector<std::string>& texts);
  std::optional<StoredChange> change(std::int64_t id);
  // Newest first, before `before` where that is not 0, at most `limit`.
  std::vector<StoredChange> changes(const std::string& platform, std::int64_t before, int limit);
  int mark_read(std::int64_t id, Millis now);  // 0: all; returns how many were unread
  std::map<std::string, int> unread();         // by document, alerts alone
  // Replaces what was judged of a change; when and what was told, and whether it was read, stays.
  void judged_anew(const StoredChange& change);
  std::string setting(const std::string& name);  // empty where it was never set
  void set(const std::string& name, const std::string& value);
  std::optional<std::string> text(const std::string& sha);

 private:
  explicit Store(std::unique_ptr<SQLite::Database> db);
  std::unique_ptr<SQLite::Database> db_;
};

// What a failure to open `file` is called: policy.store-*.
Error store_error(const SQLite::Exception& error, const std::filesystem::path& file);

}  // namespace optoutlog::policy
