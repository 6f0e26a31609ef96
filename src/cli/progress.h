// A bar on the terminal that says how far a scan is.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "cli/clock.h"
#include "cli/terminal.h"
#include "core/language.h"
#include "service/scan.h"

namespace sekisho {

// Redraws one line, at most ten times a second; Finish() removes it. Draws nothing when the
// terminal is not interactive. Use from one thread at a time.
class ProgressBar {
 public:
  using Write = std::function<void(std::string_view)>;

  // `bytes_total`: of the input files as they are; 0 when it is not known.
  ProgressBar(const Terminal& terminal, Language language, uint64_t bytes_total, const Clock& clock,
              Write write);
  ~ProgressBar() { Finish(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void Update(const ScanProgress& progress);
  void Finish();

 private:
  std::string Line(const ScanProgress& progress, int64_t now) const;

  const Terminal terminal_;
  const Language language_;
  const uint64_t bytes_total_;
  const Clock& clock_;
  const Write write_;
  const int64_t started_;
  int64_t drawn_ = 0;
  bool visible_ = false;
};

}  // namespace sekisho
