// Lines of standard input, and SIGHUP between them.
#pragma once

#include <string>

#include "cli/line_splitter.h"
#include "core/status.h"

namespace sekisho {

// SIGHUP as something to read instead of something that interrupts: it is blocked and waits in a
// file (signalfd(2)), so that no handler runs, no read or write ends half way, and none is missed
// that comes just before a wait. Several that nobody has read yet are one. Call from one thread,
// before others begin; one of them at a time.
class HangupSignal {
 public:
  HangupSignal() = default;
  ~HangupSignal();
  HangupSignal(const HangupSignal&) = delete;
  HangupSignal& operator=(const HangupSignal&) = delete;

  // From now on SIGHUP does not end the program.
  Status Hold();

  // Did one come since the last call? Never waits.
  bool Take();
  // To wait for; -1 before Hold().
  int file() const { return file_; }

 private:
  int file_ = -1;
};

class LineSource {
 public:
  enum class Outcome {
    kLine,
    kTooLong,  // see LineSplitter
    kHangup,   // SIGHUP came; it is told before lines that were not handed out yet
    kEnd,
  };

  // Reads the open file `input`; both outlive it.
  LineSource(int input, HangupSignal* hangup);

  // Waits for what comes first. Fails when the input cannot be read.
  StatusOr<Outcome> Next(std::string* line);

 private:
  Status WaitAndRead();

  const int input_;
  HangupSignal* const hangup_;
  LineSplitter lines_;
  bool ended_ = false;
};

}  // namespace sekisho
