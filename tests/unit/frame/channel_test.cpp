#include "frame/channel.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <thread>

using namespace optoutlog;

namespace {

// A real pipe in each direction.
struct Pipes {
  int to[2]{};
  int from[2]{};
  Pipes() {
    REQUIRE(::pipe(to) == 0);
    REQUIRE(::pipe(from) == 0);
    std::signal(SIGPIPE, SIG_IGN);
  }
  ~Pipes() {
    for (const int fd : {to[0], to[1], from[0], from[1]})
      if (fd >= 0) ::close(fd);
  }
  void send(std::string_view bytes) {
    REQUIRE(::write(to[1], bytes.data(), bytes.size()) == ssize_t(bytes.size()));
  }
  void close_input() { ::close(std::exchange(to[1], -1)); }
  void close_output() { ::close(std::exchange(from[0], -1)); }
  frame::Channel channel(std::uint32_t limit = frame::kMaxInbound) {
    return frame::Channel(frame::Pipe::over(to[0], from[1]), limit);
  }
};

std::string as_frame(const std::string& body) {
  return *frame::encode(body);
}

}  // namespace

TEST_CASE("frames are read until the input ends") {
  Pipes pipes;
  auto channel = pipes.channel();
  pipes.send(as_frame("a") + as_frame("bc"));
  pipes.close_input();
  for (const char* expected : {"a", "bc"}) {
    const auto body = channel.read();
    REQUIRE(body);
    CHECK(**body == expected);
  }
  const auto end = channel.read();
  REQUIRE(end);
  CHECK_FALSE(end->has_value());
}

TEST_CASE("an empty input is a normal end") {
  Pipes pipes;
  auto channel = pipes.channel();
  pipes.close_input();
  const auto end = channel.read();
  REQUIRE(end);
  CHECK_FALSE(end->has_value());
}

TEST_CASE("the end of input inside a header or a body is an error with both sizes") {
  const std::string whole = as_frame("12345");
  for (std::size_t size = 1; size < whole.size(); ++size) {
    Pipes pipes;
    auto channel = pipes.channel();
    pipes.send(whole.substr(0, size));
    pipes.close_input();
    const auto body = channel.read();
    CAPTURE(size);
    REQUIRE_FALSE(body);
    CHECK(body.error().is(errors::kFrameTruncated));
    CHECK(body.error().kind->exit == 11);
    CHECK(body.error().data["expected"] == (size < 4 ? 4 : 9));
    CHECK(body.error().data["received"] == size);
  }
}

TEST_CASE("a length over the limit is an error that names both") {
  Pipes pipes;
  auto channel = pipes.channel(10);
  pipes.send(as_frame(std::string(11, 'x')));
  const auto body = channel.read();
  REQUIRE_FALSE(body);
  CHECK(body.error().is(errors::kFrameTooLarge));
  CHECK(body.error().kind->exit == 10);
  CHECK(body.error().data["length"] == 11);
  CHECK(body.error().data["limit"] == 10);
}

TEST_CASE("an answer larger than the pipe's buffer is written whole by short writes") {
  Pipes pipes;
  auto channel = pipes.channel();
  ::fcntl(pipes.from[1], F_SETFL, O_NONBLOCK);  // also covers a pipe that was left non-blocking
  std::string got;
  std::thread reader([&] {
    char chunk[1000];
    while (got.size() < 4 + 1048576) {
      const ssize_t n = ::read(pipes.from[0], chunk, sizeof chunk);
      if (n <= 0) break;
      got.append(chunk, static_cast<std::size_t>(n));
    }
  });
  const auto written = channel.write(std::string(1048576, 'y'));
  reader.join();
  REQUIRE(written);
  CHECK(*written);
  CHECK(got.size() == 4 + 1048576);
  CHECK(frame::decode_header(got) == 1048576);
}

TEST_CASE("an answer that is too large leaves the channel in order") {
  Pipes pipes;
  auto channel = pipes.channel();
  CHECK_FALSE(channel.write(std::string(1048577, 'y')).ok());
  const auto written = channel.write("ok");
  REQUIRE(written);
  CHECK(*written);
  char got[6];
  // nothing of the refused answer went out before
  REQUIRE(::read(pipes.from[0], got, sizeof got) == 6);
  CHECK(std::string(got, 6) == as_frame("ok"));
}

TEST_CASE("a browser that is gone ends quietly and nothing more is written") {
  Pipes pipes;
  auto channel = pipes.channel();
  pipes.close_output();
  const auto first = channel.write("one");
  REQUIRE(first);
  CHECK_FALSE(*first);
  const auto second = channel.write("two");
  REQUIRE(second);
  CHECK_FALSE(*second);
}

TEST_CASE("after a failed write nothing more is ever written") {
  Pipes pipes;
  const int read_only = ::open("/dev/null", O_RDONLY);
  frame::Channel channel(frame::Pipe::over(pipes.to[0], read_only));
  const auto failed = channel.write("one");
  REQUIRE_FALSE(failed);
  CHECK(failed.error().is(errors::kChannelFailed));
  ::dup2(pipes.from[1], read_only);  // the descriptor works again, the stream does not
  const auto later = channel.write("two");
  REQUIRE(later);
  CHECK_FALSE(*later);
  ::close(read_only);
}

TEST_CASE("an input that cannot be read is told") {
  Pipes pipes;
  const int folder = ::open("/", O_RDONLY | O_DIRECTORY);
  frame::Channel channel(frame::Pipe::over(folder, pipes.from[1]));
  const auto body = channel.read();
  REQUIRE_FALSE(body);
  CHECK(body.error().is(errors::kChannelFailed));
  ::close(folder);
}
