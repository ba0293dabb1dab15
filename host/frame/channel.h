#pragma once
#include <csignal>
#include <optional>
#include <string>
#include <string_view>

#include "frame/frame.h"

// The connection to the browser: frames over this process' standard input and output.
namespace optoutlog::frame {

// The two ends as the operating system gives them. channel_posix.cpp and channel_windows.cpp
// implement it.
class Pipe {
 public:
  // To be called first thing in main. Takes standard input and output for itself and puts standard
  // error in the place of standard output, so that nothing that a library or a child process prints
  // can reach the browser; the private copies are not inherited by children. Descriptors that were
  // closed are replaced by the null device. A broken pipe no longer raises a signal, and a request
  // to terminate (SIGTERM) ends a waiting read like the end of input. Error: channel.failed when
  // there is no standard output to answer on.
  static Result<Pipe> take_stdio();
  // Over two open descriptors (Windows: handles); does not own them. For tests.
  static Pipe over(std::intptr_t in, std::intptr_t out) { return Pipe(in, out); }

  // Blocks until something is there. Returns the number of bytes read, 0 at the end of input, at
  // SIGTERM (see terminated()) and when the other side is gone. Error: channel.failed {why}.
  Result<std::size_t> read_some(char* buffer, std::size_t size);
  // Writes all bytes. Returns false when the other side is gone. Error: channel.failed {why}.
  Result<bool> write_all(std::string_view bytes);
  // Whether nothing came for that long. Windows: never, a wait for a pipe has no end there.
  bool is_quiet(int millis) const;
  // Whether SIGTERM ended a read.
  static bool terminated();
  // Whether that has come, or the other side has gone and left nothing more to be read; at once.
  // For a request that waits. Windows: never, a browser ends the process there.
  static bool ending();

 private:
  Pipe(std::intptr_t in, std::intptr_t out) : in_(in), out_(out) {}
  std::intptr_t in_;
  std::intptr_t out_;
};

class Channel {
 public:
  explicit Channel(Pipe pipe, std::uint32_t limit = kMaxInbound) : pipe_(pipe), reader_(limit) {}

  // The body of the next frame, or nothing at the end of input. Errors, after which nothing more
  // can be read: frame.too-large {length, limit}, frame.truncated {expected, received},
  // channel.failed {why}.
  Result<std::optional<std::string>> read();

  // Whether the browser asked for nothing for that long, and nothing waits to be answered.
  bool is_quiet(int millis) const { return reader_.at_boundary() && pipe_.is_quiet(millis); }

  // Sends one frame. Returns false when the browser is gone. Error: answer.too-large {length,
  // limit}, in which case nothing was written; channel.failed {why}. After a failed or refused
  // write to the pipe the channel is corrupt: a part of a frame may be out, so nothing more is ever
  // written and every call returns false.
  Result<bool> write(std::string_view body);

 private:
  Pipe pipe_;
  Reader reader_;
  bool corrupt_ = false;
};

}  // namespace optoutlog::frame
