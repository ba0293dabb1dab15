#include "record/check.h"

#include <map>

#include "base/json_text.h"
#include "base/progress.h"
#include "record/chain.h"
#include "record/event.h"
#include "record/witness.h"

namespace optoutlog::record {
namespace {

std::string sentence(std::int64_t seq, const std::string& reason) {
  static const std::map<std::string, std::string> kSays = {
      {"genesis", "The chain does not begin where this record's id says."},
      {"order", "The numbers of the links do not follow one another."},
      {"missing", "A link is missing, or content stands without its link."},
      {"prev", "The link does not continue the one before it."},
      {"hash", "The link's hash does not fit its number, its predecessor and its digest."},
      {"digest", "The content is not what was recorded: it does not fit its digest."},
      {"payload", "The content is no JSON object."},
      {"note", "The note of an erase names numbers that it cannot."},
      {"withheld", "Content is withheld in an export that says it is complete."},
      {"head",
       "The end of the chain is not the noted head: entries were cut off, or the head was "
       "changed."},
      {"checkpoint", "The checkpoint does not say the same as count and head."},
      {"erased-without-note", "Content is gone, and no note of an erase says so."},
      {"note-without-erase", "A note says that this content was erased, but it is there."},
      {"state",
       "The table of the present state is not what the entries amount to: rows were changed, or "
       "are gone. The entries themselves are intact."},
      {"columns", "The search columns do not say what the content says."},
      {"stamp",
       "The time-stamp does not cover what the chain has: it was made for another history of this "
       "record, or is not whole."},
      {"picture", "What is said of a picture is not whole, or is not of a reading of this chain."},
      {"witness", "What is said of a witness is not whole, or is not of a reading of this chain."},
      {"picture-missing", "The picture that the entry names is not there."},
      {"picture-altered", "The picture is not the one that was kept: it does not fit its hash."},
  };
  const auto found = kSays.find(reason);
  const std::string text =
      found == kSays.end() ? "The check failed (" + reason + ")." : found->second;
  return seq == 0 ? text : "Link " + std::to_string(seq) + ": " + text;
}

// Whose reading it is; empty where it is none.
std::string reader_of(const json& payload) {
  if (!payload.is_object() || payload.contains("type") ||
      payload.value("basis", json()) != words::basis::kSeen)
    return {};
  return json{payload.value("platform", json()), payload.value("account", json())}.dump();
}

}  // namespace

ChainCheck::ChainCheck(const RecordId& record, bool full)
    : full_(full), record_(record), head_(genesis(record)) {}

bool ChainCheck::fail(std::int64_t seq, std::string reason) {
  if (!broken_) {
    std::string says = sentence(seq, reason);
    broken_ = Broken{seq, std::move(reason), std::move(says), std::nullopt};
  }
  return false;
}

bool ChainCheck::add(const StoredLink& link, Content content) {
  progress.checked.fetch_add(1, std::memory_order_relaxed);
  if (broken_) return false;
  const std::int64_t n = count_ + 1;
  if (link.seq != n) return fail(n, "order");
  if (link.prev != head_) return fail(n, "prev");
  if (link.hash != link_hash(n, link.prev, link.digest)) return fail(n, "hash");
  payload_ = nullptr;
  if (content == Content::kDisclosed) {
    if (!link.salt || link.digest != entry_digest(*link.salt, link.payload))
      return fail(n, "digest");
    auto parsed = parse_json(link.payload);
    if (!parsed || !parsed->is_object()) return fail(n, "payload");
    payload_ = std::move(*parsed);
    const json type = payload_.value("type", json());
    if (type == "erased" && !take_note(n)) return fail(n, "note");
    if (type == "stamp" && !take_stamp(n)) return fail(n, "stamp");
    if (type == "picture" && !take_picture(n)) return fail(n, "picture");
    if (type == "witness" && !take_witness(n)) return fail(n, "witness");
  } else if (content == Content::kWithheld && full_) {
    return fail(n, "withheld");
  }
  const json received = payload_.is_object() ? payload_.value("received", json()) : json();
  received_.push_back(
      received.is_string() ? parse_time(received.get_ref<const std::string&>()).value_or(0) : 0);
  hashes_.push_back(link.hash);
  readers_.push_back(reader_of(payload_));
  contents_.push_back(content);
  count_ = n;
  head_ = link.hash;
  return true;
}

bool ChainCheck::take_note(std::int64_t seq) {
  const json ranges = payload_.value("ranges", json());
  if (!ranges.is_array()) return false;
  std::int64_t before = -1;
  for (const json& r : ranges) {
    if (!r.is_array() || r.size() != 2 || !r[0].is_number_unsigned() || !r[1].is_number_unsigned())
      return false;
    const auto first = r[0].get<std::int64_t>();
    const auto last = r[1].get<std::int64_t>();
    if (first < 1 || first > last || last >= seq || first <= before + 1) return false;
    erased_.emplace_back(first, last);
    before = last;
  }
  return true;
}

bool ChainCheck::take_stamp(std::int64_t seq) {
  auto stamp = stamp_of(payload_, seq);
  if (!stamp || stamp->count >= seq ||
      stamp->head != hashes_[static_cast<std::size_t>(stamp->count) - 1])
    return false;
  stamps_.push_back(std::move(*stamp));
  return true;
}

bool ChainCheck::is_reading(std::int64_t seq, std::int64_t of, const Hash& hash,
                            const std::string& platform,
                            const std::optional<std::string>& account) const {
  if (of >= seq) return false;
  const auto at = static_cast<std::size_t>(of) - 1;
  const json whose = {platform, account ? json(*account) : json(nullptr)};
  return hash == hashes_[at] &&
         (contents_[at] != Content::kDisclosed || readers_[at] == whose.dump());
}

bool ChainCheck::take_picture(std::int64_t seq) {
  const auto picture = picture_of(payload_, seq);
  if (!picture ||
      !is_reading(seq, picture->of, picture->of_hash, picture->platform, picture->account))
    return false;
  pictures_.push_back(*picture);
  return true;
}

bool ChainCheck::take_witness(std::int64_t seq) {
  const auto witness = witness_of(payload_, seq);
  return witness &&
         is_reading(seq, witness->of, witness->of_hash, witness->platform, witness->account);
}

void ChainCheck::compare_times() {
  const auto first = [&](std::size_t from, std::size_t to, const auto& contradicts) {
    for (std::size_t n = from; n < to; ++n)
      if (received_[n] != 0 && contradicts(received_[n])) return static_cast<std::int64_t>(n) + 1;
    return std::int64_t{0};
  };
  for (Stamp& stamp : stamps_) {
    const auto covered = static_cast<std::size_t>(stamp.count);
    stamp.ahead = first(0, covered, [&](Millis time) { return time > stamp.time + kTolerance; });
    stamp.behind = first(covered, received_.size(),
                         [&](Millis time) { return time < stamp.time - kTolerance; });
  }
}

void ChainCheck::finish(std::int64_t count, const Hash& head) {
  compare_times();
  if (broken_) return;
  if (count != count_ || head != head_) {
    fail(0, "head");
    return;
  }
  // Beginnings and ends of ranges are counted per number, so that many notes over many links stay
  // linear.
  std::vector<std::int32_t> step(contents_.size() + 2, 0);
  for (const auto& [first, last] : erased_) {
    ++step[static_cast<std::size_t>(first)];
    --step[static_cast<std::size_t>(last) + 1];
  }
  std::int32_t covered = 0;
  for (std::size_t n = 1; n <= contents_.size(); ++n) {
    covered += step[n];
    const bool gone = contents_[n - 1] == Content::kErased;
    if (gone && covered == 0) {
      fail(static_cast<std::int64_t>(n), "erased-without-note");
      return;
    }
    if (!gone && covered > 0) {
      fail(static_cast<std::int64_t>(n), "note-without-erase");
      return;
    }
  }
}

}  // namespace optoutlog::record
