#include "base/data_folder.h"
#include "base/json_text.h"
#include "base/sha256.h"
#include "record/record.h"
#include "record/tables.h"

// The pictures of pages (host/RECORD.md, section 12). A file is on the disk before the entry that
// names it, and goes after its entry went; in between it stands in the table picture_file alone,
// by which whoever comes next removes it.
namespace optoutlog::record {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLeft =
    "SELECT name FROM picture_file WHERE name NOT IN (SELECT name FROM picture)";

std::string payload_of(const NewPicture& given, const HistoryEntry& reading, Millis received) {
  const auto& account = given.of.account;
  return json{{"type", "picture"},
              {"id", given.id},
              {"received", format_time(received)},
              {"at", format_time(given.at)},
              {"platform", given.of.platform},
              {"account", account ? json(*account) : json(nullptr)},
              {"of", {{"seq", reading.seq}, {"hash", to_hex(reading.hash)}}},
              {"sha256", sha256_hex(given.bytes)},
              {"media", given.image.media},
              {"bytes", given.bytes.size()},
              {"width", given.image.width},
              {"height", given.image.height},
              {"covered", given.covered}}
      .dump();
}

bool has_room(SQLite::Database& db, std::size_t more) {
  return db.execAndGet("SELECT count(*) FROM picture").getInt64() +
             static_cast<std::int64_t>(more) <=
         kPictureCount;
}

Error too_many() {
  return Error(errors::kPictureTooMany,
               "The log holds " + std::to_string(kPictureCount) +
                   " pictures, and keeps no more. Nothing was kept. Export the log as a bundle, "
                   "then erase what you no longer need.",
               {{"limit", kPictureCount}});
}

Error in_use(const fs::path& path) {
  return Error(errors::kRecordBusy,
               "Another program is at work on the pictures of this log. Nothing was kept; try "
               "again.",
               {{"path", path.string()}});
}

Error absent(const Picture& picture) {
  const std::string why =
      "entry " + std::to_string(picture.seq) + " names a picture that is not in the file";
  return Error(errors::kPacketInvalid,
               "This export of your own log goes on where the log ends, but " + why +
                   ". Nothing was taken from it. Import the bundle, which holds the pictures.",
               {{"why", why}});
}

// Into the file that the entry will name, unless it is there already.
Result<void> write_file(const fs::path& folder, const Picture& picture,
                        const Record::Files& files) {
  if (look_at_picture(folder, picture) == PictureFile::kWhole) return {};
  const auto bytes = files.find(picture.name());
  if (bytes == files.end() || Sha256().add(bytes->second).finish() != picture.sha256)
    return absent(picture);
  const auto place = folder / kPictureFolder;
  if (auto made = make_folder(place); !made) return made.error();
  if (auto fine = check_file(place / picture.name()); !fine) return fine.error();
  return write_durably(place / picture.name(), bytes->second);
}

// A row of entry_of()'s columns, and control and unit of the reading. No `folder`: its file is not
// looked at.
KeptPicture kept_of(SQLite::Statement& row, const fs::path& folder) {
  const HistoryEntry entry = entry_of(row);
  const auto payload = parse_json(entry.payload);
  const auto picture = payload ? picture_of(*payload, entry.seq) : std::nullopt;
  if (!picture) throw Contradiction{"entry " + std::to_string(entry.seq) + " is no picture"};
  KeptPicture kept{*picture, *payload, {}, std::nullopt, PictureFile::kUnseen};
  if (!folder.empty()) kept.file = look_at_picture(folder, *picture);
  if (!row.getColumn(6).isNull()) kept.control = row.getColumn(6).getString();
  if (!row.getColumn(7).isNull()) kept.unit = row.getColumn(7).getString();
  return kept;
}

}  // namespace

Result<void> Record::announce(const std::vector<Picture>& pictures) {
  const auto done = database_->write<bool>(
      now_(),
      [&](SQLite::Database& db) -> Result<bool> {
        if (!has_room(db, pictures.size())) return too_many();
        SQLite::Statement s(db, "INSERT OR IGNORE INTO picture_file (name) VALUES (?)");
        for (const Picture& picture : pictures) {
          s.reset();
          s.bind(1, picture.name());
          s.exec();
        }
        return true;
      },
      [](SQLite::Database&) { return false; });
  if (!done) return done.error();
  return {};
}

Result<void> Record::place(SQLite::Database& db, const std::vector<Picture>& pictures,
                           const Files& files) {
  if (!has_room(db, pictures.size())) return too_many();
  SQLite::Statement announced(db, "SELECT 1 FROM picture_file WHERE name = ?");
  for (const Picture& picture : pictures) {
    announced.reset();
    announced.bind(1, picture.name());
    if (!announced.executeStep()) return in_use(path());  // somebody swept in between
    if (auto written = write_file(path().parent_path(), picture, files); !written)
      return written.error();
  }
  return {};
}

Result<Stamped> Record::keep_picture(const NewPicture& given) {
  Picture picture;
  picture.sha256 = Sha256().add(given.bytes).finish();
  picture.media = given.image.media;
  const auto append = [&](SQLite::Database& db) -> Result<Stamped> {
    try {
      if (const auto seq = find_id(db, given.id)) return Stamped{*seq, false};
      // While somebody blackens parts of it, the page may be read anew.
      const auto reading = reading_of(db, given.of, given.at);
      if (!reading) return Stamped{0, false};
      if (auto placed = place(db, {picture}, {{picture.name(), given.bytes}}); !placed)
        return placed.error();
      const Millis received = now_();
      Appender appender(db);
      const Subject whose{given.of.platform, {}, given.of.account, std::nullopt};
      const auto seq = appender.add(given.id, payload_of(given, *reading, received), &whose);
      appender.finish(received);
      put_picture(db, seq, reading->seq, picture.name());
      return Stamped{seq, true};
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
  };
  using There = std::optional<std::int64_t>;
  const auto there = database_->read<There>(
      [&](SQLite::Database& db) -> Result<There> { return find_id(db, given.id); });
  if (!there) return there.error();
  if (*there) return Stamped{**there, false};
  if (auto announced = announce({picture}); !announced) return announced.error();
  const auto kept = database_->write<Stamped>(
      now_(), append, [&](SQLite::Database& db) { return find_id(db, given.id).has_value(); });
  if (!kept || !kept->added) (void)sweep_pictures();
  return kept;
}

Result<bool> Record::sweep_pictures() {
  if (database_->is_outdated()) return true;
  const auto any = database_->read<bool>([&](SQLite::Database& db) -> Result<bool> {
    return SQLite::Statement(db, kLeft).executeStep();
  });
  if (!any) return any.error();
  if (!*any) return true;
  const auto swept = database_->write<bool>(
      now_(),
      [&](SQLite::Database& db) -> Result<bool> {
        std::vector<std::string> names;
        for (SQLite::Statement s(db, kLeft); s.executeStep();)
          names.push_back(s.getColumn(0).getString());
        SQLite::Statement gone(db, "DELETE FROM picture_file WHERE name = ?");
        bool all = true;
        for (const std::string& name : names) {
          if (!remove_overwritten(path().parent_path() / kPictureFolder / name)) {
            all = false;
            continue;
          }
          gone.reset();
          gone.bind(1, name);
          gone.exec();
        }
        return all;
      },
      [](SQLite::Database&) { return false; });
  return swept;
}

Result<std::vector<KeptPicture>> Record::pictures(std::optional<std::int64_t> seq, bool look) {
  using List = std::vector<KeptPicture>;
  if (database_->is_outdated()) return List();
  return database_->read<List>([&](SQLite::Database& db) -> Result<List> {
    SQLite::Statement s(db,
                        "SELECT text.seq, hash, text.payload, prev, digest, text.salt, "
                        "read.control, read.unit FROM picture JOIN text USING (seq) JOIN link "
                        "USING (seq) LEFT JOIN text AS read ON read.seq = picture.of WHERE ?1 IS "
                        "NULL OR picture.seq = ?1 ORDER BY picture.seq");
    if (seq) s.bind(1, *seq);
    List kept;
    try {
      while (s.executeStep()) kept.push_back(kept_of(s, look ? path().parent_path() : fs::path()));
    } catch (const Contradiction& found) {
      return database_->corrupt(found.what);
    }
    return kept;
  });
}

Result<std::int64_t> Record::picture_count() {
  if (database_->is_outdated()) return std::int64_t{0};
  return database_->read<std::int64_t>([](SQLite::Database& db) -> Result<std::int64_t> {
    return db.execAndGet("SELECT count(*) FROM picture").getInt64();
  });
}

}  // namespace optoutlog::record
