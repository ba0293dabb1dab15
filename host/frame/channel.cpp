#include "frame/channel.h"

#include <array>

namespace optoutlog::frame {

Result<std::optional<std::string>> Channel::read() {
  std::string body;
  for (;;) {
    switch (reader_.next(body)) {
      case Reader::Event::kBody:
        return std::optional<std::string>(std::move(body));
      case Reader::Event::kTooLarge:
        return Error(errors::kFrameTooLarge,
                     "A message of " + std::to_string(reader_.announced()) +
                         " bytes was announced; the limit is " + std::to_string(reader_.limit()) +
                         ". Send smaller messages.",
                     {{"length", reader_.announced()}, {"limit", reader_.limit()}});
      case Reader::Event::kNeedMore:
        break;
    }
    std::array<char, std::size_t{64} * 1024> chunk;
    const auto got = pipe_.read_some(chunk.data(), chunk.size());
    if (!got) return got.error();
    if (*got == 0) {
      // After SIGTERM the sender was not given the time to finish: no complaint.
      if (reader_.at_boundary() || Pipe::terminated()) return std::optional<std::string>();
      const std::size_t have = reader_.pending();
      const std::size_t want = have < kHeaderSize ? kHeaderSize : kHeaderSize + reader_.announced();
      return Error(
          errors::kFrameTruncated,
          "The input ended inside a message. Nothing of that message was acted on; send it again.",
          {{"expected", want}, {"received", have}});
    }
    reader_.feed(std::string_view(chunk.data(), *got));
  }
}

Result<bool> Channel::write(std::string_view body) {
  if (corrupt_) return false;
  const auto bytes = encode(body);
  if (!bytes) return bytes.error();
  auto written = pipe_.write_all(*bytes);
  if (!written || !*written) corrupt_ = true;
  return written;
}

}  // namespace optoutlog::frame
