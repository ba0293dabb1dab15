#include "policy/text/asides.h"

#include <algorithm>

namespace optoutlog::policy::asides {
namespace {

using enum Value;

constexpr std::size_t kApart = 2;  // "not your private messages"

bool begins_between(const Read& in, Value value, std::size_t begin, std::size_t end) {
  const auto& all = in.of(value);
  return std::any_of(all.begin(), all.end(),
                     [&](const Match& one) { return begin <= one.begin && one.begin < end; });
}

bool is_parted(const Read& in, std::size_t begin, std::size_t end) {
  for (const Value value : {kUse, kTrain, kTeach, kDevelop, kImprove, kTurn})
    if (begins_between(in, value, begin, end)) return true;
  return false;
}

// The words of a kind of data, sorted by where they begin.
std::vector<Match> data_of(const Read& in) {
  std::vector<Match> out;
  for (auto kind = static_cast<unsigned>(kPosts); kind <= static_cast<unsigned>(kDeidentified);
       ++kind) {
    const auto& all = in.of(static_cast<Value>(kind));
    out.insert(out.end(), all.begin(), all.end());
  }
  std::sort(out.begin(), out.end(),
            [](const Match& a, const Match& b) { return a.begin < b.begin; });
  return out;
}

// The words from `aside` to the end of the data that it sets aside; empty where it sets none.
Match behind(const Match& aside, const Read& in, const std::vector<Match>& data) {
  Match out{aside.begin, aside.end};
  bool found = false;
  for (const Match& one : data) {
    if (one.begin < aside.begin || one.end <= out.end) continue;
    if (one.begin > out.end + kApart || is_parted(in, out.end, one.begin)) break;
    // "Except for messages, everything you write"
    if (aside.begin == 0 && found && in.has_comma(out.end, one.begin)) break;
    out.end = one.end;
    found = true;
  }
  return found ? out : Match{aside.begin, aside.begin};
}

Match before(const Match& aside, const std::vector<Match>& data) {
  Match out{aside.begin, aside.begin};
  for (const Match& one : data)
    if (one.end <= aside.begin && one.end + kApart >= aside.begin && one.begin < out.begin)
      out = {one.begin, aside.end};
  return out;
}

bool has_other(const std::vector<Match>& data, const Match& aside, bool is_behind) {
  return std::any_of(data.begin(), data.end(), [&](const Match& one) {
    return one.end <= aside.begin || ((is_behind || aside.begin == 0) && one.begin >= aside.end);
  });
}

void erase(Read& in, const Match& range) {
  const auto within = [&](const Match& one) {
    return range.begin <= one.begin && one.begin < range.end;
  };
  std::erase_if(in.at[static_cast<std::size_t>(kNot)], within);
  for (auto kind = static_cast<unsigned>(kPosts); kind <= static_cast<unsigned>(kDeidentified);
       ++kind)
    std::erase_if(in.at[kind], within);
}

}  // namespace

void drop(Read& in, bool is_behind) {
  const auto try_one = [&](const Match& aside, bool needs_commas) {
    const std::vector<Match> data = data_of(in);
    const Match range = is_behind ? before(aside, data) : behind(aside, in, data);
    if (range.begin == range.end || !has_other(data, range, is_behind)) return;
    // ", not your messages,": closed as it was opened, and by nothing within
    if (needs_commas &&
        (!in.has_comma(range.begin, range.begin) || in.has_comma(range.begin + 1, range.end - 1) ||
         (range.end < in.in.size() && !in.has_comma(range.end, range.end))))
      return;
    erase(in, range);
  };
  for (const Match& aside : std::vector(in.of(kAside))) try_one(aside, false);
  if (!is_behind)
    for (const Match& no : std::vector(in.of(kNot))) try_one(no, true);
}

void drop_idle(Read& in) {
  const auto overlaps = [&](const Match& one) {
    return std::any_of(in.of(kIdle).begin(), in.of(kIdle).end(), [&](const Match& idle) {
      return one.begin < idle.end && idle.begin < one.end;
    });
  };
  for (const Value value : {kNot, kForbids})
    std::erase_if(in.at[static_cast<std::size_t>(value)], overlaps);
}

void drop_means(Read& in) {
  const auto is_within = [&](const Match& one) {
    return std::any_of(in.of(kMeans).begin(), in.of(kMeans).end(), [&](const Match& means) {
      return means.begin <= one.begin && one.end <= means.end;
    });
  };
  if (in.of(kMeans).empty()) return;
  for (const Value object : {kAi, kModel})
    if (!std::all_of(in.of(object).begin(), in.of(object).end(), is_within)) return;
  for (const Value action : {kDevelop, kImprove}) in.at[static_cast<std::size_t>(action)].clear();
}

}  // namespace optoutlog::policy::asides
