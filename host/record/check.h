#pragma once
#include <optional>
#include <string>
#include <vector>

#include "record/record.h"

// The rules of host/RECORD.md, section 7, over links from wherever they come: the tables, or an
// export.
namespace optoutlog::record {

class ChainCheck {
 public:
  enum class Content : std::uint8_t { kDisclosed, kErased, kWithheld };

  // `full`: nothing may be withheld.
  ChainCheck(const RecordId& record, bool full);

  // Takes the next link in order; salt and payload count where it is disclosed. False once
  // something is broken; then nothing more need be added.
  bool add(const StoredLink& link, Content content);
  // The same for something the caller found wrong.
  bool fail(std::int64_t seq, std::string reason);
  // After the last link: compares with what the source says, and the gaps with the notes.
  void finish(std::int64_t count, const Hash& head);

  const std::optional<Broken>& broken() const { return broken_; }
  std::int64_t count() const { return count_; }
  const Hash& head() const { return head_; }
  // The content of the link added last, where it was disclosed; null otherwise.
  const json& payload() const { return payload_; }
  // The time-stamps among the links, in order; what their tokens are worth is not looked at here.
  // After finish() each says which entries' own times contradict it.
  const std::vector<Stamp>& stamps() const { return stamps_; }
  // Likewise the pictures; their files are not looked at here.
  const std::vector<Picture>& pictures() const { return pictures_; }

 private:
  bool take_note(std::int64_t seq);
  bool take_stamp(std::int64_t seq);
  bool take_picture(std::int64_t seq);
  bool take_witness(std::int64_t seq);
  // Whether the chain has that link before `seq`, and it is a reading of theirs where it is shown.
  bool is_reading(std::int64_t seq, std::int64_t of, const Hash& hash, const std::string& platform,
                  const std::optional<std::string>& account) const;
  void compare_times();

  bool full_;
  RecordId record_;
  std::int64_t count_ = 0;
  Hash head_;
  json payload_;
  std::vector<Content> contents_;
  std::vector<Hash> hashes_;
  std::vector<Millis> received_;  // 0 where it is not known
  // Platform and account of each reading; empty for what is none, or is not disclosed.
  std::vector<std::string> readers_;
  std::vector<Stamp> stamps_;
  std::vector<Picture> pictures_;
  std::vector<std::pair<std::int64_t, std::int64_t>> erased_;  // ranges of all notes
  std::optional<Broken> broken_;
};

}  // namespace optoutlog::record
