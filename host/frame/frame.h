#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

// Native-messaging frames on buffers, without any I/O. One frame is a 32-bit unsigned length in
// native byte order (little-endian on every platform that we build for) and that many bytes of
// body. The length counts bytes and leaves out the four of the header.
namespace optoutlog::frame {

inline constexpr std::size_t kHeaderSize = 4;
// What we accept. Browsers can send 64 MiB and more; our largest honest request is far below this.
inline constexpr std::uint32_t kMaxInbound = 1024 * 1024;
// What browsers accept: exactly 1 MiB passes, one byte more closes the port.
inline constexpr std::uint32_t kMaxOutbound = 1024 * 1024;

std::array<char, kHeaderSize> encode_header(std::uint32_t length);
std::uint32_t decode_header(std::string_view header);  // exactly kHeaderSize bytes

// Header and body in one buffer. Error: answer.too-large {length, limit} when the body is over
// kMaxOutbound.
Result<std::string> encode(std::string_view body);

// The inbound limit: kMaxInbound, or what `setting` (the value of OPTOUTLOG_MAX_FRAME, may be null)
// lowers it to. A setting that is no decimal number from 1 to kMaxInbound is ignored.
std::uint32_t inbound_limit(const char* setting);

// Takes bytes as they arrive and hands out whole bodies. Memory is only ever used for bytes that
// did arrive, never for what a header merely promises.
class Reader {
 public:
  explicit Reader(std::uint32_t limit = kMaxInbound) : limit_(limit) {}

  enum class Event {
    kNeedMore,  // no whole frame is there
    kBody,      // `body` was filled
    // a header announced more than the limit: the stream is lost, every later call says so again
    kTooLarge,
  };
  void feed(std::string_view bytes);
  Event next(std::string& body);

  // At the end of input: true when nothing of an unfinished frame is left over.
  bool at_boundary() const { return pos_ == buffer_.size(); }
  // How many bytes of an unfinished frame are there, header included.
  std::size_t pending() const { return buffer_.size() - pos_; }
  // The length the newest header announced; meaningful after kTooLarge and while a body is
  // incomplete.
  std::uint32_t announced() const { return announced_; }
  std::uint32_t limit() const { return limit_; }

 private:
  std::uint32_t limit_;
  std::uint32_t announced_ = 0;
  bool lost_ = false;
  std::size_t pos_ = 0;  // start of what has not been handed out
  std::string buffer_;
};

}  // namespace optoutlog::frame
