#include "frame/frame.h"

#include <bit>
#include <cstdlib>
#include <cstring>

namespace optoutlog::frame {

static_assert(std::endian::native == std::endian::little,
              "the header is written with shifts, low byte first");

std::array<char, kHeaderSize> encode_header(std::uint32_t length) {
  return {static_cast<char>(length & 0xff), static_cast<char>((length >> 8) & 0xff),
          static_cast<char>((length >> 16) & 0xff), static_cast<char>((length >> 24) & 0xff)};
}

std::uint32_t decode_header(std::string_view header) {
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < kHeaderSize; ++i)
    length |= static_cast<std::uint32_t>(static_cast<unsigned char>(header[i])) << (8 * i);
  return length;
}

Result<std::string> encode(std::string_view body) {
  if (body.size() > kMaxOutbound)
    return Error(errors::kAnswerTooLarge,
                 "The answer is too large for one message. Ask for fewer items at once.",
                 {{"length", body.size()}, {"limit", kMaxOutbound}});
  const auto header = encode_header(static_cast<std::uint32_t>(body.size()));
  std::string out;
  out.reserve(kHeaderSize + body.size());
  out.append(header.data(), header.size()).append(body);
  return out;
}

std::uint32_t inbound_limit(const char* setting) {
  if (setting == nullptr || *setting == '\0' || std::strlen(setting) > 7) return kMaxInbound;
  std::uint32_t value = 0;
  for (const char* p = setting; *p != '\0'; ++p) {
    if (*p < '0' || *p > '9') return kMaxInbound;
    value = value * 10 + static_cast<std::uint32_t>(*p - '0');
  }
  return value >= 1 && value <= kMaxInbound ? value : kMaxInbound;
}

void Reader::feed(std::string_view bytes) {
  if (lost_) return;
  // What was handed out is dropped here and not in next(), so that many small frames in one read
  // cost one move.
  if (pos_ > 0) {
    buffer_.erase(0, pos_);
    pos_ = 0;
  }
  buffer_.append(bytes);
}

Reader::Event Reader::next(std::string& body) {
  if (lost_) return Event::kTooLarge;
  if (pending() < kHeaderSize) return Event::kNeedMore;
  const std::string_view rest = std::string_view(buffer_).substr(pos_);
  announced_ = decode_header(rest);
  if (announced_ > limit_) {
    lost_ = true;
    buffer_.clear();
    pos_ = 0;
    return Event::kTooLarge;
  }
  if (rest.size() - kHeaderSize < announced_) return Event::kNeedMore;
  body.assign(rest.substr(kHeaderSize, announced_));
  pos_ += kHeaderSize + announced_;
  return Event::kBody;
}

}  // namespace optoutlog::frame
