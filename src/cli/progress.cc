#include "cli/progress.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_format.h"
#include "absl/strings/substitute.h"
#include "cli/text_width.h"
#include "cli/words.h"

namespace sekisho {
namespace {

constexpr int64_t kRedrawMicros = 100'000;
constexpr double kMicrosPerSecond = 1e6;
constexpr size_t kBarColumns = 24;
constexpr char kClearLine[] = "\r\x1b[K";

std::string_view PhaseWord(ScanPhase phase, Language language) {
  switch (phase) {
    case ScanPhase::kReading:
      return Phrase{"reading", "読み込み", "읽는 중"}.In(language);
    case ScanPhase::kSorting:
      return Phrase{"sorting", "並べ替え", "정렬 중"}.In(language);
    case ScanPhase::kEvaluating:
      return Phrase{"evaluating", "判定", "판정 중"}.In(language);
    case ScanPhase::kExplaining:
      return Phrase{"writing findings", "結果の整理", "결과 정리"}.In(language);
  }
  return "";
}

std::string Bar(double fraction) {
  const size_t full = static_cast<size_t>(std::lround(fraction * kBarColumns));
  std::string bar;
  for (size_t i = 0; i < kBarColumns; ++i) bar += i < full ? "█" : "░";
  return bar;
}

// "1.4 M", "310 k", "12".
std::string RoundNumber(double number) {
  if (number >= 1e6) return absl::StrFormat("%.1f M", number / 1e6);
  if (number >= 1e4) return absl::StrFormat("%.0f k", number / 1e3);
  return absl::StrFormat("%.0f", number);
}

std::string Megabytes(double bytes) { return GroupedNumber(static_cast<uint64_t>(bytes / 1e6)); }

}  // namespace

ProgressBar::ProgressBar(const Terminal& terminal, Language language, uint64_t bytes_total,
                         const Clock& clock, Write write)
    : terminal_(terminal),
      language_(language),
      bytes_total_(bytes_total),
      clock_(clock),
      write_(std::move(write)),
      started_(clock.NowMicros()) {}

void ProgressBar::Update(const ScanProgress& progress) {
  if (!terminal_.interactive) return;
  const int64_t now = clock_.NowMicros();
  if (visible_ && now - drawn_ < kRedrawMicros) return;
  drawn_ = now;
  visible_ = true;
  write_(kClearLine + Line(progress, now));
}

void ProgressBar::Finish() {
  if (!visible_) return;
  visible_ = false;
  write_(kClearLine);
}

std::string ProgressBar::Line(const ScanProgress& progress, int64_t now) const {
  const double fraction = std::clamp(progress.fraction, 0.0, 1.0);
  const double seconds = static_cast<double>(now - started_) / kMicrosPerSecond;
  std::string line = PadRight(PhaseWord(progress.phase, language_), 10);
  if (fraction > 0) {
    line += " " + Bar(fraction) +
            absl::StrFormat(" %3d %%", static_cast<int>(std::floor(fraction * 100)));
  }
  if (progress.read > 0 && bytes_total_ > 0) {
    const double bytes = static_cast<double>(bytes_total_);
    line += absl::Substitute("  $0 / $1 MB", Megabytes(bytes * progress.read), Megabytes(bytes));
  }
  if (progress.events > 0 && seconds > 0) {
    line += "  " +
            absl::Substitute(ToAbsl(Phrase{"$0 events/s", "$0 件/秒", "초당 $0건"}.In(language_)),
                             RoundNumber(static_cast<double>(progress.events) / seconds));
  }
  return Fit(line, terminal_.columns - 1);
}

}  // namespace sekisho
