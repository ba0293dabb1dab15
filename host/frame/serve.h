#pragma once
#include <functional>
#include <mutex>
#include <string>

#include "frame/channel.h"
#include "frame/rpc.h"

// What the two native hosts have in common around their methods: how main begins, who gets no
// answers, and the loop over the frames.
namespace optoutlog::frame {

class Host {
 public:
  // `allowed`: whether the caller is one that this host answers.
  Host(Pipe pipe, std::uint32_t limit, bool allowed) : channel_(pipe, limit), allowed_(allowed) {}

  bool allowed() const { return allowed_; }

  // Takes the body of one frame. False when the browser is gone, which is how a session may end;
  // error: channel.failed.
  using Take = std::function<Result<bool>(std::string body)>;
  // Hands every frame to `take` until one of them ends it: the exit status of the host as
  // host/PROTOCOL.md numbers them. What ends the stream is answered before the end where that is
  // still possible.
  int read(const Take& take);

  // Has `work` done once, when the browser has asked for nothing for a second; never, where it
  // always does. What comes meanwhile waits for the end of it.
  void when_quiet(std::function<void()> work) { quiet_ = std::move(work); }

  // Performs the request in `body` and sends the answer, where one is due. A caller that is not
  // allowed gets caller.forbidden to every request. Returns as `Take` does.
  Result<bool> answer(const std::string& body, const Handler& handler);

  // Sends one frame, from any thread. Returns as Channel::write() does.
  Result<bool> write(const std::string& body);

 private:
  Channel channel_;
  bool allowed_;
  std::mutex writing_;
  std::function<void()> quiet_;
};

// The main of a native host, given its arguments: takes standard input and output, asks who calls,
// hardens the process, and runs `run`, whose result is the exit status. A person who starts it by
// hand reads `advice` on standard error.
int serve(int argc, char** argv, const char* advice, const std::function<int(Host&)>& run);

}  // namespace optoutlog::frame
