#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "record/database.h"
#include "record/entry.h"
#include "record/line.h"
#include "record/picture.h"
#include "record/stamp.h"

// The record: what the methods of the protocol do to the log, as values. Not for use by several
// threads at once; several processes may work on one record.
namespace optoutlog::record {

enum class Effect { kRecorded, kConfirmed, kDuplicate };
std::string_view to_word(Effect effect);

struct Outcome {
  std::string id;
  std::int64_t seq;
  Effect effect;
};

// Which entries are meant. Both empty: all.
struct Scope {
  std::optional<std::string> platform;
  std::optional<std::string> account;
  bool is_all() const { return !platform && !account; }
  std::string_view word() const;  // platform, account, platform-account, all
};

struct Erased {
  std::int64_t count = 0;
  std::int64_t imported = 0;         // contents of imported records
  std::optional<std::int64_t> note;  // seq of the (last) note; none when nothing matched
  std::int64_t entries_left = 0;
  std::int64_t links = 0;
  bool compacted = false;
};

struct Head {
  RecordId record{};
  std::int64_t count = 0;
  Hash hash{};
  std::int64_t erased = 0;  // seq of the newest note of an erase, 0 without one
};

// The newest note of an erase.
struct LastErase {
  std::int64_t seq;
  std::string at;    // as stored; empty where the note is damaged
  std::string what;  // Scope::word(); likewise
};

struct StoredLink {
  std::int64_t seq = 0;
  Hash prev{};
  Hash digest{};
  Hash hash{};
  std::optional<Salt> salt;  // none: erased
  std::string payload;
  bool is_note = false;  // of an erase, or a time-stamp: of the record itself
  std::optional<std::string> platform;
  std::optional<std::string> account;
  // Readings that only confirmed it: no part of the chain.
  struct Again {
    std::int64_t times = 0;
    Millis last = 0;
  } again;
};
// Whether the content, where it is there, is what the link holds, and the link what its own hash
// says.
bool is_whole(const StoredLink& link);

struct HistoryFilter {
  std::optional<std::string> platform;
  std::optional<std::string> control;
  std::optional<std::string> account;
  std::optional<std::int64_t> before;
  std::int64_t limit = 50;
};
struct HistoryEntry {
  std::int64_t seq = 0;
  Hash hash{};
  std::string payload;
};

// The first thing that is wrong with a chain. The reasons are those of host/RECORD.md, section 7.
struct Broken {
  std::int64_t seq;
  std::string reason;
  std::string says;
  std::optional<RecordId> source;  // the imported record whose link it is; none: our own chain
};
struct Verdict {
  Head head;
  std::optional<Broken> broken;
  std::vector<Stamp> stamps;
  std::vector<Picture> pictures;
};

struct Stamped {
  std::int64_t seq = 0;  // 0: the chain has no such head, nothing was written
  bool added = false;    // false with a seq: it was there before
};

// A picture to be kept with the reading of this line that was written last.
struct NewPicture {
  std::string id;  // of its entry
  Subject of;
  Millis at = 0;
  std::int64_t covered = 0;
  std::string bytes;
  Image image;
};
struct KeptPicture {
  Picture picture;
  json payload;
  std::string control;  // of its reading
  std::optional<std::string> unit;
  PictureFile file;
};

struct Packet;  // record/packet.h

struct Imported {
  bool own = false;  // it is this very record: what it lacked was taken
  std::int64_t links = 0;
  std::int64_t entries = 0;
  std::int64_t added = 0;  // entries; of this very record links
};
struct Source {
  RecordId record;
  std::int64_t links;
  std::int64_t entries;
  Millis imported;
  std::string tool;
};

class Record {
 public:
  using Now = Millis (*)();
  // Null where there is no record and `make` is not set. Errors: record.*, as Database::open().
  static Result<std::unique_ptr<Record>> open(const std::filesystem::path& folder, bool make,
                                              Now now);

  // All entries in one transaction, durable when this returns.
  Result<std::vector<Outcome>> append(const std::vector<Entry>& entries);

  // Lines from the `skip`th on, ordered by platform, control, account, unit; at most `limit`.
  // Without those that the user dropped.
  Result<std::vector<Line>> lines(std::int64_t skip, std::int64_t limit);
  // What the entries are about, each once, in that order; by the entries alone.
  Result<std::vector<Subject>> subjects();
  // Newest first, at most filter.limit.
  Result<std::vector<HistoryEntry>> history(const HistoryFilter& filter);
  Result<Head> head();
  // None where nothing was ever erased.
  Result<std::optional<LastErase>> last_erase();
  // The head as it was when the chain had `count` links, and at most `limit` links after number
  // `after`, up to `count`.
  struct Slice {
    Head head;
    std::vector<StoredLink> links;
    bool again_lost = false;  // how often entries were confirmed cannot be read
  };
  Result<Slice> slice(std::int64_t after, std::optional<std::int64_t> count, std::int64_t limit);
  // record.corrupt where SQLite's quick check finds that the file cannot be gone through whole;
  // once for this object.
  Result<void> refuse_if_misshapen();
  Result<Verdict> verify();
  // `would_erase` counts what erase would take, and changes nothing: entries and links are those
  // that are there.
  Result<Erased> erase(const Scope& scope);
  Result<Erased> would_erase(const Scope& scope);
  // Appends a time-stamp of the members of `given`, which stamp_of() takes, under the id `id`.
  Result<Stamped> stamp(const json& given, const std::string& id);
  // Notes of erases and time-stamps with a number above `after`, oldest first, at most `limit`.
  Result<std::vector<HistoryEntry>> notes(std::int64_t after, std::int64_t limit);

  // Appends what a witness said, of the members of `given`, which witness_said() takes, beside the
  // newest reading of that line by then. Stamped::seq 0: there is no such reading.
  Result<Stamped> keep_witness(const std::string& id, const Subject& of, const json& given);

  // The file first, then the entry that names it. Stamped::seq 0: there is no such reading. Errors:
  // picture.too-many, record.*.
  Result<Stamped> keep_picture(const NewPicture& given);
  // Removes the files that no entry names any more, or not yet: of an erase, and of a host that
  // was ended. False where one could not be removed.
  Result<bool> sweep_pictures();
  // All, or that of the link `seq`, oldest first; with `look`, each with what its file is.
  Result<std::vector<KeptPicture>> pictures(std::optional<std::int64_t> seq = {}, bool look = true);
  Result<std::int64_t> picture_count();
  // The first picture whose file is not there, or is another.
  Result<std::optional<Broken>> broken_picture();

  // Takes in what a verified export of another record holds, or what one of this very record has
  // beyond its end (record/resume.h). Errors: packet.broken, packet.conflict, packet.invalid,
  // record.*.
  // `pictures`: the files of a bundle, by Picture::name(): an entry of this very record is not
  // taken without its picture. Of another record they are left where they are.
  using Files = std::map<std::string, std::string>;
  Result<Imported> import_packet(const Packet& packet, bool may_erase = false,
                                 const Files& pictures = {});
  Result<std::vector<Source>> sources();
  // Removes an imported record, links and all. False where there is none of that id.
  Result<bool> remove_source(const RecordId& source);
  // As history(), of an imported record; the control is not filtered.
  Result<std::vector<HistoryEntry>> source_history(const RecordId& source,
                                                   const HistoryFilter& filter);

  const std::filesystem::path& path() const { return database_->path(); }
  bool is_replaced() const { return database_->is_replaced(); }
  // As of Database.
  bool is_check_due() const { return database_->is_check_due(); }
  Result<void> check_when_due() { return database_->check_when_due(now_()); }
  // record.corrupt about this record, for a caller that knows it to be damaged.
  Error corrupt(const std::string& why) const { return database_->corrupt(why); }

 private:
  Record(std::unique_ptr<Database> database, Now now) : database_(std::move(database)), now_(now) {}
  // Once everybody is told of the damage, what is whole is shown, without the rest; before, a file
  // that cannot be gone through whole is record.corrupt. Inside a read.
  Result<bool> salvages();
  // That these files are going to be made; they are swept while no entry names them.
  Result<void> announce(const std::vector<Picture>& pictures);
  // Writes them inside a write, after announce().
  Result<void> place(SQLite::Database& db, const std::vector<Picture>& pictures,
                     const Files& files);
  std::unique_ptr<Database> database_;
  Now now_;
};

}  // namespace optoutlog::record
