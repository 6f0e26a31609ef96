#include "cli/line_source.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

#include "core/limits.h"

namespace sekisho {
namespace {

constexpr size_t kReadBytes = 64u << 10;

sigset_t Hangup() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGHUP);
  return signals;
}

Status Failed(const std::string& what) {
  return absl::UnavailableError(ToAbsl(what + ": " + std::strerror(errno)));
}

}  // namespace

HangupSignal::~HangupSignal() {
  if (file_ >= 0) close(file_);
}

Status HangupSignal::Hold() {
  const sigset_t signals = Hangup();
  if (sigprocmask(SIG_BLOCK, &signals, nullptr) != 0) return Failed("SIGHUP cannot be blocked");
  file_ = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
  return file_ >= 0 ? absl::OkStatus() : Failed("SIGHUP cannot be read");
}

bool HangupSignal::Take() {
  signalfd_siginfo one;
  return file_ >= 0 && read(file_, &one, sizeof one) == sizeof one;
}

LineSource::LineSource(int input, HangupSignal* hangup)
    : input_(input), hangup_(hangup), lines_(limits::kRequestBytesMax) {}

StatusOr<LineSource::Outcome> LineSource::Next(std::string* line) {
  while (true) {
    if (hangup_->Take()) return Outcome::kHangup;
    switch (lines_.Next(line)) {
      case LineSplitter::Outcome::kLine:
        return Outcome::kLine;
      case LineSplitter::Outcome::kTooLong:
        return Outcome::kTooLong;
      case LineSplitter::Outcome::kNothing:
        break;
    }
    if (ended_) return Outcome::kEnd;
    if (Status status = WaitAndRead(); !status.ok()) return status;
  }
}

Status LineSource::WaitAndRead() {
  // poll() passes over a file of -1.
  std::array<pollfd, 2> files = {{{input_, POLLIN, 0}, {hangup_->file(), POLLIN, 0}}};
  if (poll(files.data(), files.size(), -1) < 0) {
    return errno == EINTR ? absl::OkStatus() : Failed("cannot wait for standard input");
  }
  if (files[0].revents == 0) return absl::OkStatus();
  std::array<char, kReadBytes> bytes;
  const ssize_t count = read(input_, bytes.data(), bytes.size());
  if (count < 0) {
    const bool again = errno == EINTR || errno == EAGAIN;
    return again ? absl::OkStatus() : Failed("cannot read standard input");
  }
  if (count == 0) {
    ended_ = true;
    lines_.End();
  }
  lines_.Feed(std::string_view(bytes.data(), static_cast<size_t>(count)));
  return absl::OkStatus();
}

}  // namespace sekisho
